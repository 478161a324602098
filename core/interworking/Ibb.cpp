#include "core/interworking/Ibb.h"

#include "core/base/Overloaded.h"
#include "core/interworking/Errors.h"
#include "core/interworking/Text.h"

#include <algorithm>

namespace isthmus::interworking::ibb {

namespace {

QString keyOf(const model::Jid &from, const QString &sid)
{
    return from.toString() + u'\n' + sid;
}

Receiver::Answer refuse(const char *condition)
{
    Receiver::Answer answer;
    answer.error = stanzaError(QLatin1String(condition));
    return answer;
}

/// The peer is gone, or never could: another way is open (4.4, 6).
bool isGone(const model::StanzaError &error)
{
    if (error.condition == QLatin1String("service-unavailable") || error.condition == QLatin1String("feature-not-implemented"))
        return true;
    const bool absent = error.condition == QLatin1String("recipient-unavailable") || error.condition == QLatin1String("remote-server-timeout");
    return absent && error.type == QLatin1String("wait");
}

}

Sender::Sender(QString sid, QByteArray text, base::Timestamp now)
    : m_sid(std::move(sid)), m_text(std::move(text)), m_started(now), m_asked(now)
{
}

std::optional<Request> Sender::next(base::Timestamp now)
{
    tick(now);
    if (m_end != End::Running || m_waiting)
        return {};
    m_waiting = true;
    m_asked = now;
    if (m_step == Step::Opening)
        return Open{m_sid, m_blockSize};
    if (m_sent == m_text.size()) {
        m_step = Step::Closing;
        return Close{m_sid};
    }
    m_inFlight = std::min<qsizetype>(m_blockSize, m_text.size() - m_sent);
    return Data{m_sid, m_seq, m_text.mid(m_sent, m_inFlight)};
}

void Sender::onResult(base::Timestamp now)
{
    if (m_end != End::Running || !m_waiting)
        return;
    m_waiting = false;
    m_asked = now;
    switch (m_step) {
    case Step::Opening:
        m_step = Step::Sending;
        break;
    case Step::Sending:
        m_sent += m_inFlight;
        ++m_seq; // wraps at 65535 (XEP-0047 2.2)
        break;
    case Step::Closing:
        m_end = End::Done;
        break;
    }
}

void Sender::onError(const model::StanzaError &error, base::Timestamp now)
{
    if (m_end != End::Running || !m_waiting)
        return;
    m_waiting = false;
    m_asked = now;
    const bool tooBig = error.condition == QLatin1String("resource-constraint");
    if (m_step == Step::Opening && tooBig && error.type != QLatin1String("modify") && m_blockSize > blockSizeLeast)
        m_blockSize /= 2; // a smaller block is wanted
    else if (tooBig || isGone(error) || (m_step == Step::Opening && error.condition == QLatin1String("not-acceptable")))
        m_end = End::FallBack;
    else
        m_end = End::Failed;
}

void Sender::onClose()
{
    if (m_end == End::Running)
        m_end = m_sent == m_text.size() ? End::Done : End::Failed;
}

void Sender::tick(base::Timestamp now)
{
    if (m_end != End::Running)
        return;
    if (now - m_started > totalTimeout || (m_waiting && now - m_asked > iqTimeout))
        m_end = m_step == Step::Opening ? End::FallBack : End::Failed;
}

Receiver::Receiver() : Receiver(Limits()) {}
Receiver::Receiver(Limits limits) : m_limits(limits) {}

bool Receiver::announced(const model::InstantMessage &announcement, bool isKnown, base::Timestamp now)
{
    if (!announcement.email || !announcement.email->large || !isKnown || announcement.from.isBare())
        return false;
    const model::EmailElement::Large &large = *announcement.email->large;
    std::vector<base::Timestamp> &opens = m_opens[announcement.from.bare().toString()];
    std::erase_if(opens, [&](base::Timestamp at) { return now - at > std::chrono::minutes(1); });
    if (static_cast<int>(opens.size()) >= m_limits.opensPerMinute)
        return false;
    opens.push_back(now);
    Session session;
    session.from = announcement.from;
    session.announceId = announcement.id;
    session.size = static_cast<qint64>(large.size);
    session.sha256 = large.sha256;
    session.announcedAt = now;
    session.last = now;
    return m_sessions.emplace(keyOf(announcement.from, large.sid), session).second;
}

Receiver::Answer Receiver::on(const model::Jid &fullFrom, const Request &request, base::Timestamp now)
{
    Answer answer = std::visit(base::Overloaded{[&](const Open &open) { return onOpen(fullFrom, open, now); },
                                 [&](const Data &data) { return onData(fullFrom, data, now); },
                                 [&](const Close &close) { return onClose(fullFrom, close); }},
                      request);
    answer.from = fullFrom;
    return answer;
}

Receiver::Answer Receiver::onOpen(const model::Jid &from, const Open &open, base::Timestamp now)
{
    const auto found = m_sessions.find(keyOf(from, open.sid));
    if (found == m_sessions.end() || (!found->second.open && now - found->second.announcedAt > announceTtl))
        return refuse("not-acceptable");
    Session &session = found->second;
    if (session.size < 0 || session.size > m_limits.bytes) {
        Answer answer = refuse("resource-constraint");
        answer.error->type = QStringLiteral("modify"); // the sender takes segments or a link
        return answer;
    }
    const auto openNow = std::count_if(m_sessions.begin(), m_sessions.end(), [&](const auto &entry) {
        return entry.second.open && entry.second.from.bare() == from.bare();
    });
    if (open.blockSize < 1 || open.blockSize > m_limits.blockSize || (!session.open && openNow >= m_limits.sessionsPerPeer))
        return refuse("resource-constraint");
    session.open = true; // a new open with the same sid starts anew
    session.blockSize = open.blockSize;
    session.expected = 0;
    session.bytes.clear();
    session.openedAt = now;
    session.last = now;
    return {};
}

Receiver::Answer Receiver::onData(const model::Jid &from, const Data &data, base::Timestamp now)
{
    const auto found = m_sessions.find(keyOf(from, data.sid));
    if (found == m_sessions.end() || !found->second.open)
        return refuse("item-not-found");
    Session &session = found->second;
    Answer answer;
    if (data.bytes.isEmpty() || data.bytes.size() > session.blockSize)
        answer = refuse("bad-request");
    else if (data.seq != session.expected)
        answer = refuse("unexpected-request");
    else if (session.bytes.size() + data.bytes.size() > session.size)
        answer = refuse("not-acceptable");
    if (answer.error) {
        answer.close = Close{data.sid};
        answer.announceId = session.announceId;
        answer.message = stanzaError(QStringLiteral("not-acceptable"));
        m_sessions.erase(found);
        return answer;
    }
    session.bytes += data.bytes;
    ++session.expected;
    session.last = now;
    return answer;
}

Receiver::Answer Receiver::onClose(const model::Jid &from, const Close &close)
{
    const auto found = m_sessions.find(keyOf(from, close.sid));
    if (found == m_sessions.end() || !found->second.open)
        return refuse("item-not-found");
    const Session session = std::move(found->second);
    m_sessions.erase(found);
    return finish(session);
}

Receiver::Answer Receiver::finish(const Session &session) const
{
    Answer answer;
    answer.announceId = session.announceId;
    const QString text = QString::fromUtf8(session.bytes);
    const bool complete = session.bytes.size() == session.size && interworking::sha256(session.bytes) == session.sha256;
    if (complete && text.toUtf8() == session.bytes)
        answer.text = bodyText(text);
    else
        answer.message = stanzaError(QStringLiteral("not-acceptable"));
    return answer;
}

std::vector<Receiver::Answer> Receiver::expire(base::Timestamp now)
{
    std::vector<Answer> ended;
    for (auto entry = m_sessions.begin(); entry != m_sessions.end();) {
        const Session &session = entry->second;
        const bool over = session.open ? now - session.last > idleTimeout || now - session.openedAt > totalTimeout
                                       : now - session.announcedAt > announceTtl;
        if (!over) {
            ++entry;
            continue;
        }
        if (session.open) {
            Answer answer;
            answer.announceId = session.announceId;
            answer.from = session.from;
            answer.close = Close{entry->first.section(u'\n', 1)};
            answer.message = stanzaError(QStringLiteral("remote-server-timeout"));
            ended.push_back(answer);
        }
        entry = m_sessions.erase(entry);
    }
    return ended;
}

}
