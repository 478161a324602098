#pragma once

#include "core/base/Timestamp.h"
#include "core/imap/Pop3Connection.h"
#include "core/model/Backlog.h"
#include "core/model/Batch.h"

#include <QObject>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace isthmus::mail {

/// One look at a POP3 mailbox over one logged-in connection: the mails whose unique id (UIDL) has not been handed over,
/// newest first. Nothing is deleted on the server. Thread: the connection's.
class PopSync : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        std::size_t batchMails = 50;
        quint64 batchOctets = 4 << 20;
        quint64 mailOctets = 128ULL << 20; ///< larger mails are left on the server
    };

    /// \p cursor: state of the stream "pop3:INBOX", or empty. \p clock: POP3 tells no time of arrival.
    PopSync(imap::Pop3Connection &connection, const QByteArray &cursor, base::Clock clock, const Limits &limits,
            QObject *parent = nullptr);

    void start();
    void stored();
    /// While paused, only what is newer than the newest that was here before is fetched, or the newest 200 of a mailbox of
    /// which nothing was: the look ends there. What was left is for another look.
    void setHistoryPaused(bool paused) { m_historyPaused = paused; }

    [[nodiscard]] static QString stream() { return QStringLiteral("pop3:INBOX"); }

Q_SIGNALS:
    void batch(const isthmus::model::Batch &batch);
    void backlogChanged(const isthmus::model::Backlog &backlog);
    void finished();
    /// Unsupported: the server gives no unique ids; and the faults of Pop3Connection.
    void failed(const isthmus::base::Error &error);

private:
    using Next = std::function<void(const imap::Pop3Answer &)>;
    void send(const imap::Pop3Connection::Command &command, Next next);
    void listed(const QByteArray &uidl, const QByteArray &sizes);
    void nextMail();
    void take(quint32 number, const QByteArray &raw);
    void handOver();
    void tellBacklog();
    [[nodiscard]] bool isHistory(quint32 number) const;
    [[nodiscard]] std::optional<quint32> nextNumber() const;

    imap::Pop3Connection &m_connection;
    base::Clock m_clock;
    Limits m_limits;
    std::set<QByteArray> m_known; ///< ids handed over and still on the server
    quint32 m_count = 0;
    quint32 m_newestKnown = 0; ///< number of the newest mail that was here when the look began
    bool m_historyPaused = false;
    std::map<quint32, QByteArray> m_ids; ///< number → id, to fetch
    std::map<quint32, quint64> m_sizes;
    model::Batch m_batch;
    quint64 m_batchOctets = 0;
    bool m_over = false;
};

}
