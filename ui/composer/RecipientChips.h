#pragma once

#include "core/model/Ids.h"
#include "ui/widgets/PersonChip.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace isthmus::composer {

/// The people among the recipients of a mail who are in the contacts: each with presence and menu, so that one
/// sees who could be chatted with instead. Nothing is shown where there is none.
class RecipientChips final : public QWidget
{
    Q_OBJECT
public:
    explicit RecipientChips(QWidget *parent = nullptr);

    struct Person {
        model::PersonId id;
        widgets::AvatarFace face;
        widgets::PersonAbilities abilities;
        [[nodiscard]] bool isSameAs(const Person &other) const;
    };
    void setPeople(const std::vector<Person> &people);

Q_SIGNALS:
    void chatRequested(isthmus::model::PersonId person);
    void mailRequested(isthmus::model::PersonId person);
    void detailsRequested(isthmus::model::PersonId person);
    void muteRequested(isthmus::model::PersonId person, bool muted);
    void blockRequested(isthmus::model::PersonId person, bool blocked);

private:
    std::vector<Person> m_people;
    QHBoxLayout *m_row;
};

}
