#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Batch.h"
#include "core/xmpp/Archive.h"
#include "core/xmpp/PresenceBoard.h"
#include "core/xmpp/Roster.h"

#include <functional>
#include <vector>

namespace isthmus::xmpp {

/// What comes in from one account, as batches for the store and presences for the window. Judges who may send what is
/// wrapped: carbons and archive results only our own account (XEP-0280 11, XEP-0313 10), an archive result only to
/// an open query. Thread: one.
class Inflow
{
public:
    struct Outlet {
        std::function<void(quint64 number, const model::Batch &)> batch;
        std::function<void(const model::Jid &bare, const model::Presence &)> presence;
        /// Something waits for flush(); called once for each time.
        std::function<void()> flushSoon;
        base::Clock clock;
        /// A message that came just now, and not by way of an archive or another device.
        std::function<void(const model::InstantMessage &)> live = {};
        /// Whether a message of ours has left that the server has not confirmed; none: no.
        std::function<bool()> isSending = {};
    };

    Inflow(model::AccountId account, Outlet outlet);

    void setCursors(const std::vector<model::Cursor> &cursors);
    void onSignedIn(const model::Jid &own, bool resumed);
    void onLost();

    /// A <message/>. The number of the batch that it will be in; 0 if it is not stored.
    [[nodiscard]] quint64 onMessage(const gloox::Tag &message);
    /// A <presence/> of type available or unavailable (or error); others are for the caller.
    void onPresence(const gloox::Tag &presence);
    /// A <presence/> of type subscribe or unsubscribe, which the user has to hear of.
    void onContactRequest(const gloox::Tag &presence);
    void onRoster(const gloox::Tag &query);
    void onRosterPush(const gloox::Tag &query);
    /// <pubsub/> or <event/> of our own account with what was read on other devices; the batch's number.
    quint64 onDisplayed(const gloox::Tag &parent);
    /// A message whose text came in a session of its own.
    void onWhole(model::InstantMessage message) { add(model::ArrivedStanza{std::move(message), true, m_outlet.clock()}); }
    /// News about a file that somebody sends in the chat connection.
    void onFile(model::Arrival news) { add(std::move(news)); }
    void onVCard(const model::VCardFound &card) { add(card); }

    /// The contacts that show their presence and have not been heard of are offline: said only when there was
    /// time enough for the others.
    void settlePresence();

    /// The server has confirmed all that we have sent.
    void onConfirmed() { m_archive.onConfirmed(); }

    /// The archive may still tell of what was sent before.
    [[nodiscard]] bool isCatchingUp() const { return m_archive.isCatchingUp(); }
    void setHistoryPaused(bool paused) { m_archive.setHistoryPaused(m_historyPaused = paused); }
    [[nodiscard]] model::Backlog backlog() const { return m_archive.backlog(); }
    /// The next archive request, if one is due; its answer goes to onArchiveAnswer().
    [[nodiscard]] TagPtr nextArchiveRequest(const QString &id);
    /// <fin/>'s stanza, or why there is none.
    void onArchiveAnswer(const base::Result<std::shared_ptr<gloox::Tag>> &answer);

    /// Hands over what has come since the last time.
    void flush();
    void stored(quint64 number);

    [[nodiscard]] const Roster &roster() const { return m_roster; }
    [[nodiscard]] const PresenceBoard &board() const { return m_board; }

private:
    quint64 add(model::Arrival arrival);
    void handOver(quint64 number, model::Batch batch);
    [[nodiscard]] bool mayBeTaken(const model::InstantMessage &message) const;

    model::AccountId m_account;
    Outlet m_outlet;
    model::Jid m_own;
    Roster m_roster;
    PresenceBoard m_board;
    Archive m_archive;
    model::Batch m_open;
    quint64 m_openNumber = 1;
    quint64 m_lastNumber = 1;
    quint64 m_archiveBatch = 0;
    bool m_historyPaused = false;
};

}
