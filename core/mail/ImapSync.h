#pragma once

#include "core/mail/FolderJobs.h"
#include "core/mail/FolderPass.h"
#include "core/model/Backlog.h"
#include "core/model/Batch.h"
#include "core/model/Command.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <map>
#include <memory>

namespace isthmus::mail {

/// Keeps one IMAP account in step with its server, over one logged-in connection: folders, then a look at each with the
/// newest mails first, then the older ones behind, then IDLE on the inbox. What the user asked for goes before all of it,
/// and the inbox before other folders. Drafts, junk, trash and virtual folders are listed but not fetched.
/// Thread: the connection's.
class ImapSync : public QObject
{
    Q_OBJECT
public:
    using Milliseconds = std::chrono::milliseconds;
    struct Timing {
        Milliseconds otherFolders = std::chrono::minutes(10);   ///< between looks at folders that IDLE does not watch
        Milliseconds inboxWhileBusy = std::chrono::seconds(20); ///< between looks at the inbox during a long fetch
    };

    ImapSync(imap::ImapConnection &connection, const std::vector<model::Cursor> &cursors, const Timing &timing,
             const FolderPass::Limits &limits, QObject *parent = nullptr);

    /// Lists the folders and begins; a folder that appears later is found when all are looked at again.
    void start();
    /// The last batch is on disk.
    void stored();

    /// Only what is newer than the newest that is here is fetched; of a folder of which nothing is here, the newest 200.
    void setHistoryPaused(bool paused);

    void check(JobReply reply);
    void append(const model::AppendMail &mail, JobReply reply);
    void changeFlags(const model::StoreFlags &change, JobReply reply);
    /// By moveMails(). NotFound: no such folder to move from. Unsupported: there is no folder with that use, and none is
    /// made but for "\\Archive" and "\\Trash". Done at once where that folder is the one they are in.
    void move(const model::MoveMail &wish, JobReply reply);

    [[nodiscard]] static QString streamOf(const QString &folder) { return QStringLiteral("imap:") + folder; }

Q_SIGNALS:
    /// One at a time: the next only after stored(). The account is left to the receiver.
    void batch(const isthmus::model::Batch &batch);
    void backlogChanged(const isthmus::model::Backlog &backlog);
    /// A first look at every folder is done, or everything is in step again.
    void settled();
    /// The inbox cannot be opened.
    void failed(const isthmus::base::Error &error);

private:
    struct Place {
        Folder folder;
        FolderCursor cursor;
        bool fetched = true;  ///< not a folder that is left alone
        bool look = true;     ///< changes and newest mails are wanted
        bool refused = false; ///< the server would not open it
        int guess = 0;        ///< 0: the server told its use; else the best one first
    };

    void list();
    void listed();
    void takeNews(const imap::ImapData &data);
    void next();
    void beginPass(Place &place, std::size_t mails);
    void passFinished(const FolderCursor &cursor, bool news);
    void passRefused(const base::Error &error);
    void tellBacklog();
    void beIdle();
    void lookAtAll();
    void runJob(std::function<void(JobReply)> job, JobReply reply);
    [[nodiscard]] Place *inbox() { return m_places.empty() ? nullptr : &m_places.front(); }
    [[nodiscard]] Folder newFolder(const QString &specialUse) const;
    [[nodiscard]] Place *byUse(const QString &specialUse);
    [[nodiscard]] Place *byName(const QString &name);

    imap::ImapConnection &m_connection;
    std::map<QString, QByteArray> m_cursors; ///< as given
    FolderPass::Limits m_limits;
    std::vector<Place> m_places; ///< the inbox first, then in order of interest
    std::vector<imap::ImapListing> m_listings;
    std::unique_ptr<FolderPass> m_pass;
    Place *m_passPlace = nullptr;
    std::deque<std::function<void()>> m_jobs;
    std::vector<JobReply> m_checks;
    bool m_isPassHistory = false; ///< m_pass fetches what is older
    bool m_historyPaused = false;
    model::Backlog m_backlog; ///< as told last
    bool m_listing = false;
    bool m_listWanted = false;  ///< folders may have appeared
    bool m_foldersTold = false; ///< the last list is stored
    bool m_jobRuns = false;
    bool m_inboxOpen = false; ///< the inbox is the open folder
    bool m_idle = false;
    QTimer m_otherFolders;
    QTimer m_inboxWhileBusy;
};

}
