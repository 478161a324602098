#include "core/base/Sha256.h"
#include "core/interworking/Errors.h"
#include "core/interworking/Names.h"
#include "core/interworking/Segmenter.h"
#include "core/interworking/Text.h"

#include <QtEndian>

namespace isthmus::interworking {

namespace {

quint64 tombstone(const QString &from, const QString &to, const QString &sid)
{
    const QByteArray digest = base::sha256(QString(from + u'\n' + to + u'\n' + sid).toUtf8());
    return qFromBigEndian<quint64>(digest.constData());
}

/// "n is 1..of and equals the rank of start" and the ends agree (4.2).
bool isConsistent(const model::Segment &segment)
{
    return segment.of >= 1 && segment.of <= segmentsHighest && segment.n >= 1 && segment.n <= segment.of
           && segment.start >= 0 && segment.start < segment.end && segment.end <= segment.total && segment.total <= 65536
           && (segment.n == 1) == (segment.start == 0) && (segment.n == segment.of) == (segment.end == segment.total);
}

/// The message that the segments were, before they were cut.
model::InstantMessage whole(const model::InstantMessage &first, const model::InstantMessage &last, const QString &text)
{
    model::InstantMessage message = first;
    const QString lang = first.bodies.empty() ? QString() : first.bodies.front().lang;
    message.bodies = {{lang, text}};
    message.segment.reset();
    std::erase_if(message.fallbacks, [](const model::Fallback &fallback) {
        return fallback.forNamespace == ns::segment || fallback.forNamespace == ns::email;
    });
    // Asked for on the last one, so that "received" means all of it (4.1).
    message.receiptRequest = first.receiptRequest || last.receiptRequest;
    message.markable = first.markable || last.markable;
    return message;
}

}

Reassembler::Reassembler() : Reassembler(Limits()) {}
Reassembler::Reassembler(Limits limits) : m_limits(limits) {}

Reassembler::Outcome Reassembler::add(const model::InstantMessage &message, base::Timestamp now)
{
    Q_ASSERT(message.segment);
    forgetOld(now);
    const model::Segment &segment = *message.segment;
    const Key key{message.from.bare().toString(), message.to.bare().toString(), segment.sid};
    if (m_tombstones.contains(tombstone(key.from, key.to, key.sid)))
        return Kept{true};
    Failed fault{Failed::Why::Refused,
                 stanzaError(QStringLiteral("bad-request")),
                 message.id,
                 segment.sid,
                 message.from.bare(),
                 message.to,
                 {},
                 {}};
    if (const auto faults = m_faults.find(key.from);
        faults != m_faults.end() && static_cast<int>(faults->second.size()) >= m_limits.hashFaults) {
        fault.error = stanzaError(QStringLiteral("policy-violation"));
        return fault;
    }
    const QByteArray payload = segmentPayload(message).toUtf8();
    if (payload.size() != segment.end - segment.start || !isConsistent(segment))
        return fault;

    const auto open = m_sets.find(key);
    if (open != m_sets.end()) {
        const Set &set = open->second;
        const bool sameHash = set.head.sha256 == segment.sha256;
        if (set.fullFrom != message.from && !sameHash) {
            fault.error = stanzaError(QStringLiteral("not-acceptable"));
            return fault; // another resource does not disturb the set that is open
        }
        if (set.head.total != segment.total || set.head.of != segment.of || !sameHash)
            return discard(key, Failed::Why::Conflict, QStringLiteral("not-acceptable"), now);
    }
    return place(key, message, now);
}

Reassembler::Outcome Reassembler::place(const Key &key, const model::InstantMessage &message, base::Timestamp now)
{
    const model::Segment &segment = *message.segment;
    const QByteArray payload = segmentPayload(message).toUtf8();
    if (const auto open = m_sets.find(key); open != m_sets.end()) {
        for (const auto &[start, part] : open->second.parts) {
            const model::Segment &other = *part.message.segment;
            if (segment.end <= start || other.end <= segment.start)
                continue;
            if (start == segment.start && other.end == segment.end && part.payload == payload)
                return Kept{true};
            return discard(key, Failed::Why::Conflict, QStringLiteral("not-acceptable"), now);
        }
    }
    if (std::optional<Failed> refused = overLimit(key, static_cast<int>(payload.size()), message))
        return *refused;

    Set &set = m_sets[key];
    if (set.parts.empty()) {
        set.first = now;
        set.fullFrom = message.from;
        set.head = segment;
    }
    set.last = now;
    set.bytes += static_cast<int>(payload.size());
    m_bytes += payload.size();
    set.parts.emplace(segment.start, Part{message, payload});
    // Parts never overlap, so they are complete when their lengths sum up.
    if (set.bytes < set.head.total)
        return Kept{};
    return finish(key, now);
}

Reassembler::Outcome Reassembler::finish(const Key &key, base::Timestamp now)
{
    const Set &set = m_sets.at(key);
    QByteArray text;
    for (const auto &[start, part] : set.parts)
        text += part.payload;
    if (static_cast<int>(set.parts.size()) != set.head.of || base::sha256(text) != set.head.sha256) {
        m_faults[key.from].push_back(now);
        return discard(key, Failed::Why::WrongHash, QStringLiteral("not-acceptable"), now);
    }
    const model::InstantMessage &first = set.parts.begin()->second.message;
    const model::InstantMessage &last = set.parts.rbegin()->second.message;
    Complete complete{whole(first, last, QString::fromUtf8(text)), last.id};
    m_tombstones[tombstone(key.from, key.to, key.sid)] = now;
    drop(key);
    return complete;
}

Reassembler::Failed Reassembler::describe(const Set &set, Failed::Why why, const QString &condition) const
{
    Failed failed{why, stanzaError(condition), {}, set.head.sid, set.fullFrom.bare(), {}, {}, {}};
    const Part &lowest = set.parts.begin()->second;
    failed.id = lowest.message.id;
    failed.to = lowest.message.to;
    if (lowest.message.segment->n == 1)
        failed.first = lowest.message;
    int expected = 0; // byte where the next part should start
    int missing = 1;  // its number
    for (const auto &[start, part] : set.parts) {
        if (start != expected)
            failed.text += QStringLiteral("[part %1 missing]\n").arg(missing);
        failed.text += QString::fromUtf8(part.payload);
        expected = part.message.segment->end;
        missing = part.message.segment->n + 1;
    }
    if (expected != set.head.total)
        failed.text += QStringLiteral("\n[part %1 missing]").arg(missing);
    return failed;
}

Reassembler::Failed Reassembler::discard(const Key &key, Failed::Why why, const QString &condition, base::Timestamp now)
{
    Failed failed = describe(m_sets.at(key), why, condition);
    m_tombstones[tombstone(key.from, key.to, key.sid)] = now;
    drop(key);
    return failed;
}

void Reassembler::drop(const Key &key)
{
    const auto set = m_sets.find(key);
    if (set == m_sets.end())
        return;
    m_bytes -= set->second.bytes;
    m_sets.erase(set);
}

std::optional<Reassembler::Failed> Reassembler::overLimit(const Key &key, int bytes, const model::InstantMessage &message)
{
    const auto bytesOf = [this](const QString &sender) {
        qint64 sum = 0;
        for (const auto &[other, set] : m_sets)
            sum += other.from == sender ? set.bytes : 0;
        return sum;
    };
    const auto setsOf = [this](const QString &sender) {
        return std::count_if(m_sets.begin(), m_sets.end(), [&](const auto &set) { return set.first.from == sender; });
    };
    const bool isNew = !m_sets.contains(key);
    const bool tooMany = isNew && setsOf(key.from) >= m_limits.setsPerSender;
    if (tooMany || bytesOf(key.from) + bytes > m_limits.bytesPerSender) {
        // The newest set of this sender goes; nobody else's is touched.
        Failed refused{Failed::Why::Refused,
                       stanzaError(QStringLiteral("resource-constraint")),
                       message.id,
                       key.sid,
                       message.from.bare(),
                       message.to,
                       {},
                       {}};
        drop(key);
        return refused;
    }
    while ((isNew && static_cast<int>(m_sets.size()) >= m_limits.sets) || m_bytes + bytes > m_limits.bytes) {
        // Over the total: sets of the largest holder first.
        const auto largest = std::max_element(m_sets.begin(), m_sets.end(), [&](const auto &a, const auto &b) {
            return bytesOf(a.first.from) < bytesOf(b.first.from);
        });
        if (largest == m_sets.end())
            break;
        drop(Key(largest->first));
    }
    return {};
}

void Reassembler::forgetOld(base::Timestamp now)
{
    std::erase_if(m_tombstones, [&](const auto &entry) { return now - entry.second > m_limits.tombstone; });
    for (auto entry = m_faults.begin(); entry != m_faults.end();) {
        std::vector<base::Timestamp> &times = entry->second;
        const bool muted = static_cast<int>(times.size()) >= m_limits.hashFaults;
        const std::chrono::seconds keep = muted ? m_limits.mute : m_limits.tombstone;
        const base::Timestamp newest = times.back();
        std::erase_if(times, [&](base::Timestamp time) { return now - (muted ? newest : time) > keep; });
        entry = times.empty() ? m_faults.erase(entry) : std::next(entry);
    }
}

std::vector<Reassembler::Failed> Reassembler::expire(base::Timestamp now)
{
    forgetOld(now);
    std::vector<Failed> failed;
    std::vector<Key> over;
    for (const auto &[key, set] : m_sets) {
        if (now - set.last > m_limits.idle || now - set.first > m_limits.total)
            over.push_back(key);
    }
    for (const Key &key : over)
        failed.push_back(discard(key, Failed::Why::Timeout, QStringLiteral("remote-server-timeout"), now));
    return failed;
}

void Reassembler::restart(base::Timestamp now)
{
    for (auto &[key, set] : m_sets) {
        set.first = now;
        set.last = now;
    }
}

std::vector<Reassembler::Failed> Reassembler::gaps(base::Timestamp now) const
{
    std::vector<Failed> found;
    for (const auto &[key, set] : m_sets) {
        if (now - set.last > m_limits.gap)
            found.push_back(describe(set, Failed::Why::Timeout, QStringLiteral("remote-server-timeout")));
    }
    return found;
}

}
