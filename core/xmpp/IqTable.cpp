#include "core/xmpp/IqTable.h"

#include <gloox/tag.h>

namespace isthmus::xmpp {

bool isFromOwnAccount(const model::Jid &from, const model::Jid &own)
{
    return from.isNull() || from == own.bare();
}

bool answers(const model::Jid &to, const model::Jid &from, const model::Jid &own)
{
    if (to.isNull() || to == own.bare())
        return isFromOwnAccount(from, own) || from == own;
    if (from.isNull())
        return to.toString() == own.domain();
    return from == to;
}

void IqTable::expect(const QString &id, const model::Jid &to, base::Timestamp deadline, Handler handler)
{
    m_waiting.insert(id, {to, deadline, std::move(handler)});
}

std::optional<IqTable::Handler> IqTable::take(const QString &id, const model::Jid &from, const model::Jid &own)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end() || !answers(found->to, from, own))
        return std::nullopt;
    Handler handler = std::move(found->handler);
    m_waiting.erase(found);
    return handler;
}

std::vector<IqTable::Handler> IqTable::takeExpired(base::Timestamp now)
{
    std::vector<Handler> expired;
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        if (it->deadline <= now) {
            expired.push_back(std::move(it->handler));
            it = m_waiting.erase(it);
        } else {
            ++it;
        }
    }
    return expired;
}

std::vector<IqTable::Handler> IqTable::takeAll()
{
    std::vector<Handler> all;
    for (Waiting &waiting : m_waiting)
        all.push_back(std::move(waiting.handler));
    m_waiting.clear();
    return all;
}

}
