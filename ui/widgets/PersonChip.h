#pragma once

#include "core/model/Ids.h"
#include "ui/widgets/AvatarPainter.h"

#include <QToolButton>

class QMenu;

namespace isthmus::widgets {

/// What can be done with a person from wherever one is shown.
struct PersonAbilities {
    bool chat = false;
    bool mail = false;
};

/// Fills \p menu with Chat, Send e-mail, Details; what a person cannot receive is greyed. The actions
/// are named chat, mail and details.
void fillPersonMenu(QMenu &menu, PersonAbilities abilities);

/// A person as a button: avatar, name, presence, and the same menu everywhere.
class PersonChip final : public QToolButton
{
    Q_OBJECT
public:
    explicit PersonChip(QWidget *parent = nullptr);
    void setPerson(model::PersonId person, const AvatarFace &face, PersonAbilities abilities);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chatRequested(isthmus::model::PersonId person);
    void mailRequested(isthmus::model::PersonId person);
    void detailsRequested(isthmus::model::PersonId person);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int shownWidth() const;

    model::PersonId m_person;
    AvatarFace m_face;
    QMenu *m_menu;
};

}
