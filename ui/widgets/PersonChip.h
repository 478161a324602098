#pragma once

#include "core/model/Ids.h"
#include "ui/widgets/AvatarPainter.h"

#include <QToolButton>

class QMenu;

namespace isthmus::widgets {

/// What is known of a person, wherever one is shown.
struct PersonAbilities {
    bool chat = false; ///< a chat address
};

/// Fills \p menu with Chat, Send e-mail, Details. Chat is greyed without a chat address; an e-mail can always
/// be begun, since its address can be typed. The actions are named chat, mail and details.
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
