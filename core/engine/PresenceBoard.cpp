#include "core/engine/PresenceBoard.h"

namespace isthmus::engine {

namespace {

int rank(model::Availability availability)
{
    switch (availability) {
    case model::Availability::Online: return 5;
    case model::Availability::Away: return 4;
    case model::Availability::ExtendedAway: return 3;
    case model::Availability::DoNotDisturb: return 2;
    case model::Availability::Offline: return 1;
    case model::Availability::Unknown: return 0;
    }
    Q_UNREACHABLE();
}

void keepBetter(model::Presence &best, const model::Presence &other)
{
    if (rank(other.availability) > rank(best.availability))
        best = other;
}

}

void PresenceBoard::set(model::AccountId account, const model::Jid &bare, const model::Presence &presence)
{
    model::Presence &known = m_known[account][bare.bare()];
    if (known == presence)
        return;
    known = presence;
    Q_EMIT changed(bare.bare());
}

void PresenceBoard::forget(model::AccountId account)
{
    const QHash<model::Jid, model::Presence> gone = m_known.take(account);
    for (auto it = gone.keyBegin(); it != gone.keyEnd(); ++it)
        Q_EMIT changed(*it);
}

model::Presence PresenceBoard::of(const model::Jid &bare) const
{
    model::Presence best;
    for (const auto &contacts : m_known)
        keepBetter(best, contacts.value(bare));
    return best;
}

model::Presence PresenceBoard::of(const std::vector<model::AddressLink> &links) const
{
    model::Presence best;
    for (const model::AddressLink &link : links) {
        if (const auto *jid = std::get_if<model::Jid>(&link.address))
            keepBetter(best, of(jid->bare()));
    }
    return best;
}

}
