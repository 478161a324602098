#include "ui/composer/RecipientChips.h"

#include "ui/theme/Theme.h"

#include <QHBoxLayout>

#include <algorithm>
#include <memory>

namespace isthmus::composer {

using widgets::PersonChip;

namespace {

constexpr std::size_t shownAtMost = 6;

}

bool RecipientChips::Person::isSameAs(const Person &other) const
{
    return id == other.id && face == other.face && abilities == other.abilities;
}

RecipientChips::RecipientChips(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("recipientChips"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(theme::grid::half);
    m_row->addStretch(1);
    hide();
}

void RecipientChips::setPeople(const std::vector<Person> &people)
{
    const bool same = std::equal(people.begin(), people.end(), m_people.begin(), m_people.end(),
                                 [](const Person &a, const Person &b) { return a.isSameAs(b); });
    if (same)
        return;
    m_people = people;
    while (m_row->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_row->takeAt(0));
        item->widget()->hide();
        item->widget()->deleteLater(); // the chip whose menu brought us here may be among them
    }
    for (std::size_t i = 0; i < std::min(people.size(), shownAtMost); ++i) {
        auto *chip = new PersonChip(this);
        chip->setObjectName(QStringLiteral("recipient:") + people[i].face.address);
        chip->setPerson(people[i].id, people[i].face, people[i].abilities);
        chip->setAccessibleName(tr("Recipient: %1").arg(chip->accessibleName()));
        m_row->insertWidget(static_cast<int>(i), chip);
        connect(chip, &PersonChip::chatRequested, this, &RecipientChips::chatRequested);
        connect(chip, &PersonChip::mailRequested, this, &RecipientChips::mailRequested);
        connect(chip, &PersonChip::detailsRequested, this, &RecipientChips::detailsRequested);
        connect(chip, &PersonChip::muteRequested, this, &RecipientChips::muteRequested);
        connect(chip, &PersonChip::blockRequested, this, &RecipientChips::blockRequested);
    }
    setVisible(!people.empty());
}

}
