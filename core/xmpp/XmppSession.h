#pragma once

#include "core/base/Result.h"
#include "core/model/Account.h"
#include "core/model/Batch.h"
#include "core/model/Command.h"
#include "core/wire/SecureSocket.h"
#include "core/xmpp/FileSessions.h"
#include "core/xmpp/GlooxClient.h"
#include "core/xmpp/InBand.h"
#include "core/xmpp/Inflow.h"
#include "core/xmpp/Upload.h"
#include "core/xmpp/XmppLink.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace isthmus::xmpp {

/// How long a session waits for what.
struct XmppTimes {
    std::chrono::milliseconds handshake{15'000};       ///< STARTTLS and TLS together
    std::chrono::milliseconds signIn{30'000};          ///< from TLS to the first stanza
    std::chrono::milliseconds acknowledgement{20'000}; ///< then a connection counts as dead
    std::chrono::milliseconds suspicion{5'000};        ///< the same after the network has changed
    std::chrono::milliseconds keepAlive{60'000};       ///< silence after which the server is asked
    std::chrono::milliseconds presenceGrace{3'000};    ///< then who has said nothing is offline
};

/// One account's chat, from its start to its stop, over as many connections as that takes: the socket, the link's state,
/// the stream on top of it, commands. XmppTransport's working half. Thread: the XMPP thread, on which it is
/// used through the event loop only; its signals carry values.
class XmppSession : public QObject
{
    Q_OBJECT
public:
    struct Setup {
        model::Account account;
        QString password;
        wire::WireConfig wire;
        base::Clock clock = base::systemNow;
        std::function<QString()> newId; ///< unguessable; a UUID's text if empty
        std::function<double()> jitter; ///< in [0, 1); drawn if empty
        XmppTimes times;
    };

    explicit XmppSession(Setup setup);
    ~XmppSession() override;

    void start(const std::vector<model::Cursor> &cursors);
    void stop();
    /// After stop(): blocks until the good-bye is sent, half a second at most.
    void waitForEnd() { m_socket.waitForClosed(std::chrono::seconds(1)); }
    /// Answered by commandFinished() with the same ticket (not 0), once.
    void perform(quint64 ticket, const model::Command &command);
    void stored(quint64 batch);
    /// Connects at once if it was waiting, or makes sure that the connection still stands.
    void networkReturned();
    /// See port::Transport::setHistoryPaused().
    void setHistoryPaused(bool paused);

Q_SIGNALS:
    void batch(quint64 number, const isthmus::model::Batch &batch);
    void stateChanged(const isthmus::model::LinkState &state);
    void backlogChanged(const isthmus::model::Backlog &backlog);
    void presenceChanged(const isthmus::model::Jid &bare, const isthmus::model::Presence &presence);
    void commandFinished(quint64 ticket, const isthmus::base::Result<isthmus::model::CommandResult> &result);

private:
    void step(const link::Event &event);
    void enter(const link::State &state);
    void report();
    void connectTo(const model::Endpoint &endpoint);
    void dropConnection();
    [[nodiscard]] GlooxClient::Hooks hooks();
    void onSocketReady();
    void onSocketClosed(const base::Error &error);
    void onSignedIn(bool resumed);
    void onEnded(const base::Error &error);
    void onPresence(const gloox::Tag &presence);
    void afterReading();
    void watchAcknowledgement();
    void askArchive();
    void tellBacklog();
    void endWaitForArchive();
    void sendPresence();
    [[nodiscard]] bool isOnline() const { return m_client && m_client->isOnline(); }

    /// Now, but later than any moment it gave before: order within a stream is order in time.
    [[nodiscard]] base::Timestamp moment();
    /// The server has these.
    void accepted(const StreamManagement::Tickets &tickets);
    void finish(quint64 ticket, const base::Result<model::CommandResult> &result);
    void finishAll(const StreamManagement::Tickets &tickets, const base::Result<model::CommandResult> &result);
    void run(quint64 ticket, const model::SendStanza &command);
    void run(quint64 ticket, const model::SetPresence &command);
    void run(quint64 ticket, const model::SetRosterEntry &command);
    void run(quint64 ticket, const model::FetchVCard &command);
    void run(quint64 ticket, const model::PublishDisplayed &command);
    void run(quint64 ticket, const model::AnswerContactRequest &command);
    void run(quint64 ticket, const model::SetBlocked &command);
    void run(quint64 ticket, const model::PublishPreference &command);
    void run(quint64 ticket, const model::UploadFile &command);
    void run(quint64 ticket, const model::SendInBand &command);
    void run(quint64 ticket, const model::AnswerFile &command);
    [[nodiscard]] bool isContact(const model::Jid &bare) const;
    template <typename T>
    void run(quint64 ticket, const T &command);
    [[nodiscard]] IqTable::Handler done(quint64 ticket);
    void fetchVCardTemp(quint64 ticket, const model::Jid &jid);

    Setup m_setup;
    base::Timestamp m_moment{};
    QHash<quint64, base::Timestamp> m_written; ///< when the stanza of a ticket left, until it is finished
    StreamManagement::Tickets m_untilCaughtUp; ///< of stanzas that the archive may show to have been sent
    link::State m_link = link::Off{};
    wire::SecureSocket m_socket;
    StreamManagement m_streams;
    std::shared_ptr<GlooxClient> m_client;
    Inflow m_inflow;
    Upload m_upload;
    InBand m_inBand;
    FileSessions m_files;
    model::Presence m_presence{model::Availability::Online, {}};
    QTimer m_retry;
    QTimer m_signIn;
    QTimer m_flush;
    QTimer m_keepAlive;
    model::Backlog m_backlog; ///< as told last
    QTimer m_acknowledgement;
    QTimer m_requests;
    QTimer m_presenceGrace;
};

}
