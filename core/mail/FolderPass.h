#pragma once

#include "core/imap/ImapConnection.h"
#include "core/mail/FolderCursor.h"
#include "core/model/Batch.h"

#include <QObject>

#include <map>
#include <vector>

namespace isthmus::mail {

struct Folder {
    QByteArray wireName;
    QString name;
    QString specialUse; ///< as of model::FolderFound
};

/// One look at one folder: what changed since the cursor (QRESYNC; CONDSTORE with a list of UIDs; else a comparison of
/// all flags), then the mails not yet handed over, newest first. It opens the folder with EXAMINE and fetches with
/// BODY.PEEK[], so the server changes nothing. Thread: the connection's.
class FolderPass : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        std::size_t mails = SIZE_MAX; ///< to hand over in this pass
        quint32 above = 0; ///< only mails with a higher UID, lowest first: what a cut leaves is above what is here, too
        std::size_t window = 500; ///< messages named in one command
        std::size_t batchMails = 100;
        quint64 batchOctets = 4 << 20;
        quint64 mailOctets = 128ULL << 20; ///< larger mails are left on the server
    };

    FolderPass(imap::ImapConnection &connection, Folder folder, FolderCursor cursor, const Limits &limits,
               QObject *parent = nullptr);

    void start();
    /// The last batch is on disk: go on.
    void stored();
    /// End behind the batch that is under way.
    void hurry() { m_hurried = true; }

    [[nodiscard]] const Folder &folder() const { return m_folder; }

Q_SIGNALS:
    void batch(const std::vector<isthmus::model::Arrival> &arrivals, const isthmus::mail::FolderCursor &cursor);
    /// \p news: something happened meanwhile that needs another look.
    void finished(const isthmus::mail::FolderCursor &cursor, bool news);
    /// The server would not open or list the folder, or the connection ended.
    void refused(const isthmus::base::Error &error);

private:
    enum class Step { Opening, Listing, Fetching };

    void take(const imap::ImapData &data);
    void takeStatus(const imap::ImapStatus &status);
    void takeFetch(const imap::ImapFetch &fetch);
    void opened();
    void listAll();
    void listWindows(quint32 highest, bool withFlags);
    void listNew();
    void askFlagChanges();
    void compare();
    void handOver(std::vector<model::Arrival> arrivals, void (FolderPass::*next)());
    std::vector<model::Arrival> collectChanges();
    void nextWindow();
    void nextBatch();
    void fetchBodies(const std::vector<quint32> &uids, quint64 largest);
    void bodiesFetched(const imap::ImapSet &asked, bool refusedByServer);
    void finish();
    void send(const imap::ImapCommand &command, std::function<void(const imap::ImapStatus &)> next);

    imap::ImapConnection &m_connection;
    Folder m_folder;
    FolderCursor m_cursor;
    Limits m_limits;
    Step m_step = Step::Opening;
    bool m_hurried = false;
    bool m_news = false;
    bool m_over = false;

    // What EXAMINE says.
    quint32 m_exists = 0;
    quint32 m_uidValidity = 0;
    quint32 m_uidNext = 0;
    quint64 m_modSeq = 0;

    bool m_resync = false; ///< the server tells changes by itself (QRESYNC)
    bool m_reset = false;
    int m_listsWaiting = 0;
    quint32 m_listFrom = 0; ///< only UIDs from here count as listed
    imap::ImapSet m_onServer;
    imap::ImapSet m_vanished;
    std::map<quint32, QStringList> m_flags;
    std::map<quint32, quint64> m_sizes;
    imap::ImapSet m_asked;
    std::map<quint32, imap::ImapFetch> m_bodies;
    std::vector<quint32> m_window; ///< to fetch, newest last
    std::size_t m_handedOver = 0;
    void (FolderPass::*m_next)() = nullptr; ///< behind stored()
};

}
