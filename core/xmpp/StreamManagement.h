#pragma once

#include "core/base/Result.h"
#include "core/model/Jid.h"

#include <QString>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace isthmus::xmpp {

/// What was sent and not yet acknowledged, and what was received and is safe (XEP-0198), as counters and a queue.
/// It outlives connections. Without stream management it still numbers what is sent, so that a ping's answer can
/// acknowledge. Thread: any, one at a time.
class StreamManagement
{
public:
    /// Commands whose stanza was acknowledged, in the order of sending.
    using Tickets = std::vector<quint64>;

    /// A new session: nothing is counted yet, nothing can be resumed. Tickets still waiting are uncertain.
    [[nodiscard]] Tickets reset();

    /// <enable/> is being sent: what is sent from now on counts.
    void enabling();
    /// <enabled/>; \p resumeId is empty when the server does not resume. \p bound: who we are in this session.
    void enabled(const QString &resumeId, const model::Jid &bound);
    /// A resumed session binds nothing anew: it is still this one's (XEP-0198 5).
    [[nodiscard]] const model::Jid &boundJid() const { return m_bound; }
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    [[nodiscard]] bool canResume() const { return m_enabled && !m_resumeId.isEmpty(); }
    [[nodiscard]] QString resumeId() const { return m_resumeId; }

    /// A stanza goes out. \p ticket 0: nobody waits for it.
    void sent(std::string xml, quint64 ticket);
    [[nodiscard]] quint32 sentCount() const { return m_sent; }
    [[nodiscard]] bool hasUnacknowledged() const { return !m_queue.empty(); }
    [[nodiscard]] bool hasWaitingTickets() const;
    /// The server has taken \p handled stanzas (modulo 2^32). Fault::ProtocolBroken: more than were sent.
    [[nodiscard]] base::Result<Tickets> acknowledged(quint32 handled);

    /// The connection is gone. What was received and is not safe will come again.
    void lost() { m_unsafe.clear(); }

    /// A stanza came in. \p batch 0: it needs no storing.
    void received(quint64 batch);
    /// The batch with this number is on disk.
    void stored(quint64 batch);
    /// How many are safe, in order, without a gap: what may be acknowledged.
    [[nodiscard]] quint32 handled() const { return m_handled; }

    /// <resumed h=''/>: what the server had taken is acknowledged; the rest is still in the queue, to be sent again.
    [[nodiscard]] base::Result<Tickets> resumed(quint32 handled) { return acknowledged(handled); }
    [[nodiscard]] std::vector<std::string> toResend() const;

private:
    struct Outgoing {
        std::string xml;
        quint64 ticket = 0;
    };
    struct Incoming {
        quint64 batch = 0;
        bool safe = false;
    };

    void countSafe();

    bool m_enabled = false;
    bool m_counting = false;
    QString m_resumeId;
    model::Jid m_bound;
    quint32 m_sent = 0;
    std::deque<Outgoing> m_queue; // the last one has number m_sent
    quint32 m_handled = 0;
    std::deque<Incoming> m_unsafe; // the first one has number m_handled + 1
};

}
