#include "core/engine/Contacts.h"
#include "core/engine/Engine.h"
#include "ui/composer/Composer.h"
#include "ui/composer/RecipientChips.h"
#include "ui/composer/Recipients.h"
#include "ui/shell/ConversationView.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/Words.h"

#include <algorithm>
#include <utility>

namespace isthmus::shell {

using namespace model;
using composer::RecipientChips;

void ConversationView::bindRecipients()
{
    connect(&m_engine.contacts(), &engine::Contacts::changed, this, [this] {
        refreshSuggestions();
        refreshRecipients();
        m_view->presenceChanged();
    });
    connect(&m_composer->recipientChips(), &RecipientChips::chatRequested, this, &ConversationView::chatWithRequested);
    connect(&m_composer->recipientChips(), &RecipientChips::mailRequested, this, &ConversationView::mailToRequested);
    connect(&m_composer->recipientChips(), &RecipientChips::detailsRequested, this, &ConversationView::detailsRequested);
    connect(&m_composer->recipientChips(), &RecipientChips::muteRequested, this, &ConversationView::muteRequested);
    connect(&m_composer->recipientChips(), &RecipientChips::blockRequested, this, &ConversationView::blockRequested);
    m_view->setPresenceWords([this](const MailAddress &mailbox) -> QString {
        const auto person = m_engine.contacts().personOf(mailbox);
        const auto contact = person ? m_engine.contacts().contact(*person) : std::nullopt;
        return contact && contact->firstChat() ? widgets::Words::presence(contact->presence.availability) : QString();
    });
    refreshSuggestions();
}

/// Everybody with a mailbox, to choose from by name.
void ConversationView::refreshSuggestions()
{
    QStringList all;
    for (const Contact &contact : m_engine.contacts().all()) {
        for (const AddressLink &link : contact.links) {
            if (const auto *mail = std::get_if<MailAddress>(&link.address); mail && link.evidence != Evidence::Published)
                all.append(composer::recipientsText({{contact.name == mail->toString() ? QString() : contact.name, *mail}}));
        }
    }
    all.sort(Qt::CaseInsensitive);
    if (all == std::exchange(m_suggestions, all))
        return; // presence alone: a list that is just open stays
    m_composer->setSuggestions(all);
}

/// The people among those who are typed in To and Cc.
void ConversationView::refreshRecipients()
{
    const auto draft = m_composer->draft();
    if (!draft)
        return;
    std::vector<RecipientChips::Person> people;
    for (const MailboxList *list : {&draft->to, &draft->cc, &draft->bcc}) {
        for (const Mailbox &mailbox : *list) {
            const auto person = m_engine.contacts().personOf(mailbox.address);
            const bool known =
                std::any_of(people.begin(), people.end(), [&](const auto &other) { return other.id == person; });
            const auto contact = person && !known ? m_engine.contacts().contact(*person) : std::nullopt;
            if (contact)
                people.push_back({contact->id, widgets::faceOf(*contact), widgets::abilitiesOf(*contact)});
        }
    }
    m_composer->recipientChips().setPeople(people);
}

}
