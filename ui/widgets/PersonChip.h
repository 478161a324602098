#pragma once

#include "core/model/Contact.h"
#include "ui/widgets/AvatarPainter.h"

#include <QToolButton>

#include <functional>

class QMenu;

namespace isthmus::widgets {

/// What is known of a person, wherever one is shown.
struct PersonAbilities {
    bool chat = false; ///< a chat address
    bool muted = false;
    bool blocked = false;
    bool operator==(const PersonAbilities &) const = default;
};
[[nodiscard]] PersonAbilities abilitiesOf(const model::Contact &contact);

/// What is chosen in the menu of a person.
struct PersonChoices {
    std::function<void()> chat;
    std::function<void()> mail;
    std::function<void()> details;
    std::function<void(bool muted)> mute;
    std::function<void(bool blocked)> block;
};

/// Fills \p menu with Chat, Send e-mail, Details, Mute, Block (or Unmute, Unblock). Chat is greyed without a chat
/// address; an e-mail can always be begun, since its address can be typed. The actions are named chat, mail, details,
/// mute, unmute, block and unblock.
void fillPersonMenu(QMenu &menu, PersonAbilities abilities);
/// Calls one of \p choices, all of which must be there, for what is chosen in \p menu, as long as \p context lives.
void followPersonMenu(QMenu &menu, QObject *context, PersonChoices choices);
/// Opens such a menu; it deletes itself.
void openPersonMenu(QWidget *parent, QPoint globalPosition, PersonAbilities abilities, PersonChoices choices);

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
    void muteRequested(isthmus::model::PersonId person, bool muted);
    void blockRequested(isthmus::model::PersonId person, bool blocked);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int shownWidth() const;

    model::PersonId m_person;
    AvatarFace m_face;
    QMenu *m_menu;
};

}
