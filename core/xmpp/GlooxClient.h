#pragma once

#include "core/base/Result.h"
#include "core/base/Timestamp.h"
#include "core/model/Jid.h"
#include "core/stanza/XmlGate.h"
#include "core/xmpp/IqTable.h"
#include "core/xmpp/Login.h"
#include "core/xmpp/StreamManagement.h"
#include "core/xmpp/Xml.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

#include <gloox/client.h>

namespace gloox {
class Capabilities;
}

namespace isthmus::xmpp {

/// One connection's stream, from its header inside TLS to its end: log-in, resumption or binding, stream management, and
/// the guards. gloox::Client serves what needs no guard (service discovery, capabilities, ping and whatever its IQ
/// handlers answer); its socket, TLS, SASL, parser, stream management, roster and message dispatch never run.
///
/// Guards: before log-in nothing but the negotiation is taken; IQ answers only from where the request went; roster
/// pushes only from our own account. Carbons and archive results are judged where they are decoded (XmppSession).
/// Thread: one. Not to be deleted from inside a hook.
class GlooxClient final : public gloox::Client
{
public:
    struct Identity {
        model::Jid account; ///< bare
        QString password;
    };
    struct Hooks {
        std::function<void(const QByteArray &)> write;
        /// Stanzas may be sent from now on. \p resumed: the session goes on; else it is a new one.
        std::function<void(bool resumed)> signedIn;
        /// The stream is over; called once. Nothing is called afterwards.
        std::function<void(const base::Error &)> ended;
        /// Returns the number of the batch that stores the message; 0 when there is nothing to store.
        std::function<quint64(const gloox::Tag &)> message;
        std::function<void(const gloox::Tag &)> presence;
        std::function<void(const gloox::Tag &query)> rosterPush;
        /// An <iq type='set'/> that somebody else may want; true: it is answered.
        std::function<bool(const gloox::Tag &iq)> request;
        std::function<void(const StreamManagement::Tickets &)> acknowledged;
        /// It is not known whether the server took these.
        std::function<void(const StreamManagement::Tickets &)> uncertain;
        std::function<QString()> newId; ///< unguessable
        base::Clock clock;
    };

    /// \p streams outlives connections, and this.
    GlooxClient(const Identity &identity, StreamManagement &streams, Hooks hooks);
    ~GlooxClient() override;

    /// TLS stands: sends the stream header.
    void begin();
    /// Octets from the server.
    void feed(QByteArrayView bytes);
    /// The connection below is gone, or given up.
    void lose(const base::Error &error) { end(error); }
    /// Ends the stream politely; ended() is not called any more.
    void close();

    [[nodiscard]] bool isOnline() const { return m_phase == Phase::Online; }
    /// Our full address.
    [[nodiscard]] const model::Jid &boundJid() const { return m_bound; }
    [[nodiscard]] QString newId() const { return m_hooks.newId(); }

    /// Once signed in. \p ticket: comes back in acknowledged() or uncertain(); 0 for none.
    void sendStanza(const gloox::Tag &stanza, quint64 ticket = 0);
    /// An <iq/> with its id; \p handler is called once, also at the stream's end.
    void request(const gloox::Tag &stanza, const model::Jid &to, IqTable::Handler handler,
                 std::chrono::milliseconds limit = std::chrono::seconds(30));
    /// Inside a handler that request() was given: the answer, also one of type error.
    [[nodiscard]] const gloox::Tag *current() const { return m_current.get(); }
    /// Asks the server what it has taken: by XEP-0198, else by a ping. One question at a time.
    void requestAcknowledgement();
    /// The same, and once more after an open question's answer: that one may have been under way already when the caller
    /// began to doubt, and proves nothing about now.
    void requestFreshAcknowledgement();
    [[nodiscard]] bool isAcknowledgementOpen() const { return m_acknowledgementOpen; }
    /// Says what we have taken, if the server was last told less.
    void acknowledgeProgress();
    void expireRequests();

    /// <c xmlns='http://jabber.org/protocol/caps'/> for our presence; the caller's.
    [[nodiscard]] TagPtr capabilities() const;

    /// Everything from the stream comes through here; gloox::Client's own dispatch sees what is left over.
    void handleTag(gloox::Tag *tag) override;

private:
    enum class Phase { Idle, Features, LoggingIn, FeaturesAgain, Resuming, Binding, Enabling, Online, Ended };
    class Connection;

    void transmit(const std::string &xml, quint64 ticket);
    void writeNonza(const gloox::Tag &nonza);
    void end(const base::Error &error);
    void broken(const char *why);

    void onHeader(const gloox::Tag &header);
    void onFeatures(const gloox::Tag &features);
    void startLogin(const gloox::Tag &features);
    void onLogin(const gloox::Tag &nonza);
    void onResumeAnswer(const gloox::Tag &nonza);
    void bind();
    void beBound(const model::Jid &jid);
    void onBound(const IqTable::Answer &answer);
    void onEnableAnswer(const gloox::Tag &nonza);
    void goOnline(bool resumed);
    void onAcknowledgement(const gloox::Tag &nonza);
    void askFurther();
    void onStanza(gloox::Tag *stanza);
    void onRefused(const stanza::XmlGate::Refused &element);
    void onIq(gloox::Tag *iq);
    void refuse(const gloox::Tag &iq, const char *condition);

    Identity m_identity;
    StreamManagement &m_streams;
    Hooks m_hooks;
    stanza::XmlGate m_gate;
    IqTable m_requests;
    std::shared_ptr<gloox::Tag> m_current; ///< that the gate gave last
    Phase m_phase = Phase::Idle;
    std::optional<Login> m_login;
    bool m_offersManagement = false;
    bool m_acknowledgementOpen = false;
    bool m_asksAgain = false; ///< once the open question is answered
    quint32 m_toldHandled = 0;
    model::Jid m_bound;
    quint64 m_ticket = 0; ///< of the stanza that gloox is just handing to the connection
    std::unique_ptr<gloox::Capabilities> m_capabilities;
};

}
