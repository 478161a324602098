#include "core/xmpp/PresenceBoard.h"

#include <algorithm>

#include <tuple>

namespace isthmus::xmpp {

using model::Availability;
using model::Presence;

namespace {

/// Strangers with endless names and resources are no reason to run out of memory.
constexpr qsizetype maxContacts = 20'000;
constexpr qsizetype maxResources = 64;

/// Where a message is welcome most.
int rank(Availability availability)
{
    switch (availability) {
    case Availability::Online: return 4;
    case Availability::Away: return 3;
    case Availability::ExtendedAway: return 2;
    case Availability::DoNotDisturb: return 1;
    case Availability::Offline:
    case Availability::Unknown: return 0;
    }
    Q_UNREACHABLE();
}

}

void PresenceBoard::available(const model::Jid &from, const Presence &presence, int priority)
{
    if (m_contacts.size() >= maxContacts && !m_contacts.contains(from.bare()))
        return;
    Contact &contact = m_contacts[from.bare()];
    if (contact.resources.size() < maxResources || contact.resources.contains(from.resource()))
        contact.resources.insert(from.resource(), {presence, priority});
}

void PresenceBoard::unavailable(const model::Jid &from, const QString &status)
{
    if (m_contacts.size() >= maxContacts && !m_contacts.contains(from.bare()))
        return;
    Contact &contact = m_contacts[from.bare()];
    if (from.isBare())
        contact.resources.clear();
    else
        contact.resources.remove(from.resource());
    contact.lastWords = status;
}

Presence PresenceBoard::best(const model::Jid &bare) const
{
    const auto contact = m_contacts.constFind(bare);
    if (contact == m_contacts.constEnd())
        return {};
    const Resource *best = nullptr;
    for (const Resource &resource : contact->resources) {
        if (resource.priority < 0)
            continue;
        const auto weight = [](const Resource &r) { return std::pair(r.priority, rank(r.presence.availability)); };
        if (!best || weight(*best) < weight(resource))
            best = &resource;
    }
    return best ? best->presence : Presence{Availability::Offline, contact->lastWords};
}

std::vector<model::Jid> PresenceBoard::contacts() const
{
    return {m_contacts.keyBegin(), m_contacts.keyEnd()};
}

std::vector<model::Jid> PresenceBoard::resources(const model::Jid &bare) const
{
    std::vector<std::pair<int, model::Jid>> found;
    const Contact contact = m_contacts.value(bare);
    for (auto it = contact.resources.cbegin(); it != contact.resources.cend(); ++it) {
        const auto full = model::Jid::parse(bare.toString() + QLatin1Char('/') + it.key());
        if (full && !it.key().isEmpty())
            found.emplace_back(it->priority, full.value());
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<model::Jid> jids;
    for (const auto &[priority, jid] : found)
        jids.push_back(jid);
    return jids;
}

}
