#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Backlog.h"
#include "core/model/Batch.h"
#include "core/xmpp/Xml.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace isthmus::xmpp {

/// Catches up with the account's message archive (XEP-0313), page by page: what is newer than the newest known, in
/// order; on the first start the newest page, then the older ones behind it. Decides what to ask for, where the
/// cursor stands, and which place in time each result has, so that every device shows the archive's order; sends
/// nothing itself. Thread: any, one at a time.
class Archive
{
public:
    static constexpr int pageSize = 50;
    static constexpr char stream[] = "xmpp:archive"; ///< of its cursor

    /// \p state: of the stored cursor; empty on the first start, and for one that cannot be read.
    explicit Archive(const QByteArray &state = {});

    /// A connection stands anew: look for what was missed. Also where it was resumed: nothing was missed then, but only
    /// the archive knows which was first of what crossed on the line while it broke.
    void onSignedIn();
    /// The connection is gone; an open page is forgotten.
    void onLost();

    /// The request for the next page, with \p id as id of request and query. nullptr: a page is open, a batch is
    /// not yet stored, or everything is here.
    [[nodiscard]] TagPtr nextRequest(const QString &id);

    /// A result that came through the gates. False: it belongs to no open query, or there are too many.
    [[nodiscard]] bool add(const QString &queryId, const QString &archiveId, model::ArrivedStanza arrived);
    /// The answer to the request: <fin/>. Gives what to store, with the cursor; the next page waits for onStored().
    [[nodiscard]] model::Batch finish(const gloox::Tag &fin);
    /// The request was refused. True: there is another way to ask.
    bool fail(base::Fault fault);
    void onStored() { m_isStoring = false; }

    /// What is older than the first page is asked for only while this is false.
    void setHistoryPaused(bool paused) { m_historyPaused = paused; }
    /// What of that is still to come, as the archive counts (<count/> of XEP-0059).
    [[nodiscard]] model::Backlog backlog() const;

    /// A live message has \p archiveId: the newest now, if nothing is missing before it. The cursor to store with it.
    /// \p crosses: a message of ours was under way and not confirmed, so that only the archive knows which was first.
    [[nodiscard]] std::optional<model::Cursor> onLive(const QString &archiveId, base::Timestamp at, bool crosses = false);
    /// Everything of ours is confirmed: what has crossed may be asked for.
    void onConfirmed() { m_mayBeSettled = m_hasCrossed; }

    [[nodiscard]] bool isCaughtUp() const { return m_isCaughtUp; }
    /// What was said while we were away is still being asked for, or not on disk yet.
    [[nodiscard]] bool isCatchingUp() const
    {
        return m_isWanted && !m_isSettling && (!m_isCaughtUp || (m_isStoring && m_direction != Direction::Older));
    }

private:
    [[nodiscard]] model::Cursor cursor() const;
    void placePage();

    QString m_newest; ///< archive ids
    base::Timestamp m_newestAt{};
    base::Timestamp m_lastPlace{}; ///< of the newest: what is newer stands behind it
    QString m_oldest;
    std::optional<base::Timestamp> m_firstPlace; ///< of the oldest: what is older stands before it
    bool m_isComplete = false;                   ///< nothing is older than m_oldest
    quint64 m_olderCount = 0;                    ///< than m_oldest, by the archive's count; 0 where it does not count
    bool m_historyPaused = false;
    bool m_isCaughtUp = false; ///< nothing is newer than m_newest but what comes live
    bool m_isWanted = false;
    bool m_isStoring = false;
    bool m_hasCrossed = false; ///< messages since m_newest, whose order is not known
    bool m_mayBeSettled = false;
    bool m_isSettling = false; ///< what is asked for is that order; nothing was missed
    bool m_byTime = false;     ///< m_newest has gone from the archive: ask by m_newestAt
    QString m_openQuery;
    enum class Direction { Newest, Newer, Older } m_direction = Direction::Newest;
    std::vector<model::ArrivedStanza> m_page;
};

}
