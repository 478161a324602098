#include "core/interworking/Ibb.h"

#include "core/base/Overloaded.h"
#include "core/base/Sha256.h"
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
    if (error.condition == QLatin1String("service-unavailable")
        || error.condition == QLatin1String("feature-not-implemented"))
        return true;
    const bool absent = error.condition == QLatin1String("recipient-unavailable")
                        || error.condition == QLatin1String("remote-server-timeout");
    return absent && error.type == QLatin1String("wait");
}

}

Incoming::Incoming(qint64 size, int blockSize, base::Timestamp now)
    : m_size(size), m_blockSize(blockSize), m_opened(now), m_last(now)
{}

std::optional<model::StanzaError> Incoming::take(const Data &data, base::Timestamp now)
{
    if (data.bytes.isEmpty() || data.bytes.size() > m_blockSize)
        return stanzaError(QStringLiteral("bad-request"));
    if (data.seq != m_expected)
        return stanzaError(QStringLiteral("unexpected-request"));
    if (m_bytes.size() + data.bytes.size() > m_size)
        return stanzaError(QStringLiteral("not-acceptable"));
    m_bytes += data.bytes;
    ++m_expected; // wraps at 65535 (XEP-0047 2.2)
    m_last = now;
    return {};
}

bool Incoming::isOver(base::Timestamp now) const
{
    return now - m_last > idleTimeout || now - m_opened > totalTimeout;
}

bool OpenRate::take(const model::Jid &bare, base::Timestamp now)
{
    // Nobody is remembered for longer than a minute.
    for (auto entry = m_times.begin(); entry != m_times.end();) {
        std::erase_if(entry->second, [&](base::Timestamp at) { return now - at > std::chrono::minutes(1); });
        entry = entry->second.empty() ? m_times.erase(entry) : std::next(entry);
    }
    std::vector<base::Timestamp> &times = m_times[bare.toString()];
    if (static_cast<int>(times.size()) >= m_perMinute)
        return false;
    times.push_back(now);
    return true;
}

Sender::Sender(QString sid, QByteArray text, base::Timestamp now)
    : m_sid(std::move(sid)), m_text(std::move(text)), m_started(now), m_asked(now)
{}

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
    case Step::Opening: m_step = Step::Sending; break;
    case Step::Sending:
        m_sent += m_inFlight;
        ++m_seq; // wraps at 65535 (XEP-0047 2.2)
        break;
    case Step::Closing: m_end = End::Done; break;
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
Receiver::Receiver(Limits limits) : m_limits(limits), m_rate(limits.opensPerMinute) {}

bool Receiver::announced(const model::InstantMessage &announcement, bool isKnown, base::Timestamp now)
{
    if (!announcement.email || !announcement.email->large || !isKnown || announcement.from.isBare())
        return false;
    const model::EmailElement::Large &large = *announcement.email->large;
    if (!m_rate.take(announcement.from.bare(), now))
        return false;
    Session session;
    session.from = announcement.from;
    session.announceId = announcement.id;
    session.size = static_cast<qint64>(large.size);
    session.sha256 = large.sha256;
    session.announcedAt = now;
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
    if (found == m_sessions.end() || (!found->second.incoming && now - found->second.announcedAt > announceTtl))
        return refuse("not-acceptable");
    Session &session = found->second;
    if (session.size < 0 || session.size > m_limits.bytes) {
        Answer answer = refuse("resource-constraint");
        answer.error->type = QStringLiteral("modify"); // the sender takes segments or a link
        return answer;
    }
    const auto openNow = std::count_if(m_sessions.begin(), m_sessions.end(), [&](const auto &entry) {
        return entry.second.incoming && entry.second.from.bare() == from.bare();
    });
    if (open.blockSize < 1 || open.blockSize > m_limits.blockSize
        || (!session.incoming && openNow >= m_limits.sessionsPerPeer))
        return refuse("resource-constraint");
    if (session.incoming && !m_rate.take(from.bare(), now))
        return refuse("resource-constraint");
    session.incoming.emplace(session.size, open.blockSize, now); // a new open with the same sid starts anew
    return {};
}

Receiver::Answer Receiver::onData(const model::Jid &from, const Data &data, base::Timestamp now)
{
    const auto found = m_sessions.find(keyOf(from, data.sid));
    if (found == m_sessions.end() || !found->second.incoming)
        return refuse("item-not-found");
    Answer answer;
    answer.error = found->second.incoming->take(data, now);
    if (answer.error) {
        answer.close = Close{data.sid};
        answer.announceId = found->second.announceId;
        answer.message = stanzaError(QStringLiteral("not-acceptable"));
        m_sessions.erase(found);
    }
    return answer;
}

Receiver::Answer Receiver::onClose(const model::Jid &from, const Close &close)
{
    const auto found = m_sessions.find(keyOf(from, close.sid));
    if (found == m_sessions.end() || !found->second.incoming)
        return refuse("item-not-found");
    const Session session = std::move(found->second);
    m_sessions.erase(found);
    return finish(session);
}

Receiver::Answer Receiver::finish(const Session &session) const
{
    Answer answer;
    answer.announceId = session.announceId;
    const QByteArray &bytes = session.incoming->bytes();
    const QString text = QString::fromUtf8(bytes);
    const bool complete = session.incoming->isWhole() && base::sha256(bytes) == session.sha256;
    if (complete && text.toUtf8() == bytes)
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
        const bool over = session.incoming ? session.incoming->isOver(now) : now - session.announcedAt > announceTtl;
        if (!over) {
            ++entry;
            continue;
        }
        if (session.incoming) {
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
