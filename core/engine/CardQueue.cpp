#include "core/engine/CardQueue.h"

namespace isthmus::engine {

CardQueue::CardQueue(Links &links) : m_links(links)
{
    connect(&links, &Links::batch, this,
            [this](model::AccountId account, const model::Batch &batch, const std::function<void()> &) {
                for (const model::Arrival &arrival : batch.arrivals) {
                    if (const auto *entry = std::get_if<model::RosterEntry>(&arrival))
                        note(account, *entry);
                    if (const auto *reset = std::get_if<model::RosterReset>(&arrival)) {
                        for (const model::RosterEntry &listed : reset->entries)
                            note(account, listed);
                    }
                }
                askNext();
            });
    connect(&links, &Links::stateChanged, this, [this] { askNext(); });
}

void CardQueue::note(model::AccountId account, const model::RosterEntry &entry)
{
    const bool shown = entry.subscription == model::Subscription::To || entry.subscription == model::Subscription::Both;
    const QString key = entry.jid.bare().toString();
    if (entry.removed || !shown || m_asked.contains(key))
        return;
    m_asked.insert(key);
    m_wishes.push_back({account, entry.jid.bare()});
}

void CardQueue::askNext()
{
    if (m_asking || m_wishes.empty() || !m_links.isOnline(m_wishes.front().account, model::Service::Chat))
        return;
    m_asking = true;
    const Wish wish = m_wishes.front();
    m_links.perform(wish.account, model::FetchVCard{wish.jid})
        .then(this, [this](const base::Result<model::CommandResult> &result) {
            m_asking = false;
            // Cut off in the middle: asked again when the link is back. Without a card: so be it.
            const bool cut =
                !result && result.error().fault != base::Fault::NotFound && result.error().fault != base::Fault::Rejected
                && result.error().fault != base::Fault::Unsupported && result.error().fault != base::Fault::Timeout;
            if (!cut) {
                m_wishes.pop_front();
                askNext();
            }
        });
}

}
