#include "core/mail/PopSync.h"

#include "core/base/Log.h"
#include "core/imap/ImapTree.h"

#include <QByteArrayList>
#include <QPointer>

namespace isthmus::mail {

using base::Fault;

namespace {

constexpr quint32 maxMessages = 1'000'000;
constexpr quint64 listingLimit = 100ULL << 20;
constexpr quint32 newestFirst = 200;

}

PopSync::PopSync(imap::Pop3Connection &connection, const QByteArray &cursor, base::Clock clock, const Limits &limits,
                 QObject *parent)
    : QObject(parent), m_connection(connection), m_clock(std::move(clock)), m_limits(limits)
{
    for (const QByteArray &id : cursor.split('\n')) {
        if (!id.isEmpty())
            m_known.insert(id);
    }
}

void PopSync::send(const imap::Pop3Connection::Command &command, Next next)
{
    m_connection.run(command, [self = QPointer(this), next = std::move(next)](const base::Result<imap::Pop3Answer> &answer) {
        if (!self || self->m_over)
            return;
        const auto ok = imap::accepted(answer);
        if (ok)
            return next(*ok);
        self->m_over = true;
        Q_EMIT self->failed(ok.error());
    });
}

void PopSync::start()
{
    send({"STAT"}, [this](const imap::Pop3Answer &stat) {
        const auto count = imap::parseNumber(stat.text.section(u' ', 0, 0).toLatin1(), maxMessages);
        if (!count) {
            m_over = true;
            return Q_EMIT failed({Fault::ProtocolBroken, QStringLiteral("pop3: STAT")});
        }
        m_count = static_cast<quint32>(*count);
        send({"UIDL", true, listingLimit}, [this](const imap::Pop3Answer &uidl) {
            send({"LIST", true, listingLimit},
                 [this, ids = uidl.body](const imap::Pop3Answer &sizes) { listed(ids, sizes.body); });
        });
    });
}

void PopSync::listed(const QByteArray &uidl, const QByteArray &sizes)
{
    m_ids = imap::parsePop3Listing(uidl, m_count);
    for (const auto &[number, text] : imap::parsePop3Listing(sizes, m_count))
        m_sizes[number] = imap::parseNumber(text, 0x7FFFFFFFFFFFFFFF).value_or(0);
    std::set<QByteArray> there;
    for (const auto &[number, id] : m_ids)
        there.insert(id);
    std::erase_if(m_known, [&](const QByteArray &id) { return !there.count(id); });
    for (const auto &[number, id] : m_ids) {
        if (m_known.count(id))
            m_newestKnown = number;
    }
    if (m_newestKnown == 0 && m_count > newestFirst)
        m_newestKnown = m_count - newestFirst;
    std::erase_if(m_ids, [this](const auto &entry) { return m_known.count(entry.second) > 0; });
    tellBacklog();
    nextMail();
}

bool PopSync::isHistory(quint32 number) const
{
    return number <= m_newestKnown;
}

/// The newest; while what is older is put off, the oldest of the new ones, so that what a cut leaves is new still.
std::optional<quint32> PopSync::nextNumber() const
{
    if (m_ids.empty())
        return {};
    if (!m_historyPaused)
        return m_ids.rbegin()->first;
    const auto next = m_ids.upper_bound(m_newestKnown);
    return next == m_ids.end() ? std::nullopt : std::optional(next->first);
}

void PopSync::tellBacklog()
{
    quint64 older = 0;
    for (auto entry = m_ids.begin(); entry != m_ids.end() && isHistory(entry->first); ++entry)
        ++older;
    Q_EMIT backlogChanged({older, older > 0});
}

void PopSync::nextMail()
{
    while (const auto next = nextNumber()) {
        const quint32 number = *next;
        const quint64 size = m_sizes[number];
        if (m_known.count(m_ids.at(number))) { // the same id twice: the server breaks its own word
            m_ids.erase(number);
        } else if (size > m_limits.mailOctets) {
            qCWarning(base::logMail, "pop3: a mail of %llu octets is left on the server", size);
            m_ids.erase(number);
        } else {
            // Sizes are often told with LF line ends: leave room.
            const quint64 limit = size + size / 4 + (1 << 20);
            return send({"RETR " + QByteArray::number(number), true, limit},
                        [this, number](const imap::Pop3Answer &answer) { take(number, answer.body); });
        }
    }
    if (!m_batch.arrivals.empty())
        return handOver();
    m_over = true;
    Q_EMIT finished();
}

void PopSync::take(quint32 number, const QByteArray &raw)
{
    const QByteArray id = m_ids.at(number);
    m_ids.erase(number);
    m_known.insert(id);
    m_batch.arrivals.emplace_back(
        model::ArrivedMail{QStringLiteral("INBOX"), 0, 0, QString::fromLatin1(id), {}, m_clock(), raw});
    m_batchOctets += quint64(raw.size());
    if (m_batch.arrivals.size() >= m_limits.batchMails || m_batchOctets >= m_limits.batchOctets)
        return handOver();
    nextMail();
}

void PopSync::handOver()
{
    QByteArray state;
    for (const QByteArray &id : m_known)
        state += id + '\n';
    m_batch.cursors = {{stream(), state}};
    m_batchOctets = 0;
    Q_EMIT batch(std::exchange(m_batch, {}));
}

void PopSync::stored()
{
    tellBacklog();
    if (!m_over)
        nextMail();
}

}
