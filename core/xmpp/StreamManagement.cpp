#include "core/xmpp/StreamManagement.h"

#include <algorithm>

namespace isthmus::xmpp {

using base::Error;
using base::Fault;
using base::Result;

StreamManagement::Tickets StreamManagement::reset()
{
    Tickets uncertain;
    for (const Outgoing &stanza : m_queue) {
        if (stanza.ticket != 0)
            uncertain.push_back(stanza.ticket);
    }
    *this = StreamManagement();
    return uncertain;
}

void StreamManagement::enabling()
{
    m_sent = 0;
    m_queue.clear();
}

void StreamManagement::enabled(const QString &resumeId, const model::Jid &bound)
{
    m_enabled = true;
    m_counting = true;
    m_resumeId = resumeId;
    m_bound = bound;
    m_handled = 0;
    m_unsafe.clear();
}

void StreamManagement::sent(std::string xml, quint64 ticket)
{
    ++m_sent;
    m_queue.push_back({std::move(xml), ticket});
}

bool StreamManagement::hasWaitingTickets() const
{
    return std::any_of(m_queue.begin(), m_queue.end(), [](const Outgoing &stanza) { return stanza.ticket != 0; });
}

Result<StreamManagement::Tickets> StreamManagement::acknowledged(quint32 handled)
{
    const quint32 open = m_sent - handled; // modulo 2^32, as the XEP counts
    if (open > m_queue.size()) {
        // An old number again is harmless; one that was never sent means that we do not agree on anything.
        const quint32 behind = m_sent - static_cast<quint32>(m_queue.size()) - handled;
        if (behind < 0x80000000u)
            return Tickets{};
        return Error{Fault::ProtocolBroken, QStringLiteral("XEP-0198: more acknowledged than was sent")};
    }
    Tickets finished;
    while (m_queue.size() > open) {
        if (m_queue.front().ticket != 0)
            finished.push_back(m_queue.front().ticket);
        m_queue.pop_front();
    }
    return finished;
}

void StreamManagement::received(quint64 batch)
{
    if (!m_counting)
        return;
    m_unsafe.push_back({batch, batch == 0});
    countSafe();
}

void StreamManagement::stored(quint64 batch)
{
    for (Incoming &stanza : m_unsafe)
        stanza.safe = stanza.safe || stanza.batch == batch;
    countSafe();
}

void StreamManagement::countSafe()
{
    while (!m_unsafe.empty() && m_unsafe.front().safe) {
        m_unsafe.pop_front();
        ++m_handled;
    }
}

std::vector<std::string> StreamManagement::toResend() const
{
    std::vector<std::string> stanzas;
    for (const Outgoing &stanza : m_queue)
        stanzas.push_back(stanza.xml);
    return stanzas;
}

}
