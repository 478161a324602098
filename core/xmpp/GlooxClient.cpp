#include "core/xmpp/GlooxClient.h"

#include "core/base/Log.h"
#include "core/stanza/XmlText.h"
#include "core/xmpp/StartTls.h"

#include <gloox/capabilities.h>
#include <gloox/connectionbase.h>
#include <gloox/disco.h>

namespace isthmus::xmpp {

using base::Error;
using base::Fault;
using base::Result;

namespace {

constexpr const char *features[] = {
    "urn:xmpp:receipts",
    "urn:xmpp:chat-markers:0",
    "urn:xmpp:reply:0",
    "urn:xmpp:fallback:0",
    "urn:xmpp:message-correct:0",
    "urn:xmpp:sid:0",
    "urn:isthmus:email:1",
    "urn:isthmus:segment:1",
    "http://jabber.org/protocol/ibb",
    "http://jabber.org/protocol/si",
    "http://jabber.org/protocol/si/profile/file-transfer",
    "urn:xmpp:jingle:1",
    "urn:xmpp:jingle:apps:file-transfer:5",
    "urn:xmpp:jingle:transports:ibb:1",
    "urn:xmpp:hashes:2",
    "urn:xmpp:hash-function-text-names:sha-256",
    "urn:xmpp:hash-function-text-names:sha-512",
    "urn:xmpp:mds:displayed:0+notify",
    "urn:isthmus:prefs:1+notify", // XEP-0163 4.2: contacts' servers send us what they publish
};

QByteArray bytes(const std::string &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// gloox reads beyond its buffer for a part of exactly 1023 octets, which is legal and a stranger's to choose.
bool isTooLongForTheLibrary(const model::Jid &jid)
{
    constexpr qsizetype most = 1000;
    return jid.local().toUtf8().size() > most || jid.domain().size() > most || jid.resource().toUtf8().size() > most;
}

}

/// What gloox takes for its socket: each stanza that it writes is handed on, one call each.
class GlooxClient::Connection final : public gloox::ConnectionBase
{
public:
    explicit Connection(GlooxClient *client) : ConnectionBase(client), m_client(client) { m_state = gloox::StateConnected; }
    gloox::ConnectionError connect() override { return gloox::ConnNoError; }
    gloox::ConnectionError recv(int) override { return gloox::ConnNoError; }
    gloox::ConnectionError receive() override { return gloox::ConnNoError; }
    void disconnect() override { m_state = gloox::StateDisconnected; }
    void getStatistics(long int &in, long int &out) override { in = out = 0; }
    gloox::ConnectionBase *newInstance() const override { return nullptr; }
    bool send(const std::string &data) override
    {
        m_client->transmit(data, 0);
        return true;
    }

private:
    GlooxClient *m_client;
};

GlooxClient::GlooxClient(const Identity &identity, StreamManagement &streams, Hooks hooks)
    : gloox::Client(identity.account.domain().toStdString()),
      m_identity(identity),
      m_streams(streams),
      m_hooks(std::move(hooks))
{
    setConnectionImpl(new Connection(this)); // gloox deletes it
    setTls(gloox::TLSDisabled);              // it stands already, below the connection
    setCompression(false);
    setStreamManagement(false, false);
    disableRoster();
    disco()->setVersion("Isthmus", ISTHMUS_VERSION);
    disco()->setIdentity("client", "pc", "Isthmus");
    for (const char *feature : features)
        disco()->addFeature(feature);
    m_capabilities = std::make_unique<gloox::Capabilities>(disco());
    m_capabilities->setNode("urn:isthmus:client");
}

GlooxClient::~GlooxClient()
{
    m_phase = Phase::Ended; // gloox says good-bye to its listeners; nobody is to be written to
    m_hooks = {};
}

void GlooxClient::begin()
{
    m_phase = Phase::Features;
    m_hooks.write(streamHeader(m_identity.account.domain()));
}

void GlooxClient::feed(QByteArrayView received)
{
    const Result<base::Done> step = m_gate.feed(received, [this](const stanza::XmlGate::Event &event) {
        if (const auto *opened = std::get_if<stanza::XmlGate::StreamOpened>(&event))
            onHeader(*opened->header);
        else if (const auto *element = std::get_if<stanza::XmlGate::Element>(&event))
            handleTag((m_current = element->tag).get());
        else if (const auto *refused = std::get_if<stanza::XmlGate::Refused>(&event))
            onRefused(*refused);
        else
            end({Fault::ConnectionLost, QStringLiteral("the server closed the stream")});
    });
    if (!step)
        end(step.error());
}

void GlooxClient::close()
{
    if (m_phase == Phase::Ended)
        return;
    if (m_phase != Phase::Idle)
        m_hooks.write("</stream:stream>");
    m_phase = Phase::Ended;
    for (const IqTable::Handler &handler : m_requests.takeAll())
        handler(Error{Fault::Cancelled, QStringLiteral("signed out")});
}

void GlooxClient::end(const Error &error)
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_streams.lost();
    for (const IqTable::Handler &handler : m_requests.takeAll())
        handler(Error{Fault::ConnectionLost, error.detail});
    m_hooks.ended(error);
}

void GlooxClient::broken(const char *why)
{
    end({Fault::ProtocolBroken, QStringLiteral("XMPP: %1").arg(QLatin1String(why))});
}

/// All stanzas leave here, ours and gloox's, so that each is counted once.
void GlooxClient::transmit(const std::string &xml, quint64 ticket)
{
    if (m_phase == Phase::Ended || m_phase == Phase::Idle)
        return;
    const bool isStanza = xml.starts_with("<iq") || xml.starts_with("<message") || xml.starts_with("<presence");
    if (!isStanza)
        return; // gloox has nothing else to say: the stream itself is ours
    m_streams.sent(xml, ticket);
    m_hooks.write(bytes(xml));
}

void GlooxClient::writeNonza(const gloox::Tag &nonza)
{
    m_hooks.write(bytes(nonza.xml()));
}

void GlooxClient::handleTag(gloox::Tag *tag)
{
    if (!tag || m_phase == Phase::Ended)
        return;
    if (is(*tag, "error", ns::streams)) {
        end(errorOfStream(*tag));
        return;
    }
    switch (m_phase) {
    case Phase::Features:
    case Phase::FeaturesAgain: onFeatures(*tag); break;
    case Phase::LoggingIn: onLogin(*tag); break;
    case Phase::Resuming: onResumeAnswer(*tag); break;
    case Phase::Binding:
    case Phase::Enabling:
    case Phase::Online:
        if (stanza::namespaceOf(*tag) == ns::streamManagement)
            onAcknowledgement(*tag);
        else
            onStanza(tag);
        break;
    case Phase::Idle:
    case Phase::Ended: break;
    }
}

void GlooxClient::onAcknowledgement(const gloox::Tag &nonza)
{
    if (m_phase == Phase::Enabling) {
        onEnableAnswer(nonza);
        return;
    }
    if (!m_streams.isEnabled()) {
        broken("stream management that was not asked for");
        return;
    }
    if (nonza.name() == "r") {
        m_toldHandled = m_streams.handled() - 1; // answer whatever was said before
        acknowledgeProgress();
        return;
    }
    bool isNumber = false;
    const quint32 handled = attribute(nonza, "h").toUInt(&isNumber);
    if (nonza.name() != "a" || !isNumber) {
        broken("XEP-0198 element");
        return;
    }
    m_acknowledgementOpen = false;
    const Result<StreamManagement::Tickets> finished = m_streams.acknowledged(handled);
    if (!finished) {
        end(finished.error());
        return;
    }
    m_hooks.acknowledged(*finished);
    askFurther();
}

void GlooxClient::onStanza(gloox::Tag *stanza)
{
    if (is(*stanza, "iq", ns::client)) {
        onIq(stanza);
        if (m_phase != Phase::Ended)
            m_streams.received(0);
    } else if (m_phase == Phase::Binding) {
        broken("a stanza before binding");
    } else if (is(*stanza, "message", ns::client)) {
        m_streams.received(m_hooks.message(*stanza));
    } else if (is(*stanza, "presence", ns::client)) {
        m_hooks.presence(*stanza);
        m_streams.received(0);
    } else {
        broken("unknown top-level element");
    }
}

/// Counted, or the server would send it again for ever; and told to nobody.
void GlooxClient::onRefused(const stanza::XmlGate::Refused &element)
{
    const bool isStanza =
        element.xmlns == ns::client && (element.name == "message" || element.name == "presence" || element.name == "iq");
    qCInfo(base::logXmpp) << "a stanza beyond all limits was dropped";
    if (isStanza && m_phase == Phase::Online)
        m_streams.received(0);
    else
        broken("an element beyond all limits");
}

void GlooxClient::onIq(gloox::Tag *stanza)
{
    const QString type = attribute(*stanza, "type");
    const QString id = attribute(*stanza, "id");
    const QString fromText = attribute(*stanza, "from");
    const model::Jid from = jidAttribute(*stanza, "from");
    const bool isReadable = fromText.isEmpty() || !from.isNull();
    if (type == u"result" || type == u"error") {
        const auto handler = isReadable ? m_requests.take(id, from, m_bound) : std::nullopt;
        if (!handler)
            qCInfo(base::logXmpp) << "an IQ answer that nobody waits for, or a forged one, was dropped";
        else if (type == u"error")
            (*handler)(errorOfStanza(*stanza));
        else
            (*handler)(m_current);
        return;
    }
    if (m_phase == Phase::Binding || (type != u"get" && type != u"set")) {
        broken("an IQ out of place");
        return;
    }
    if (const gloox::Tag *query = child(*stanza, "query", ns::roster); query && type == u"set") {
        if (!isReadable || !isFromOwnAccount(from, m_bound)) {
            qCInfo(base::logXmpp) << "a forged roster push was dropped";
            refuse(*stanza, "service-unavailable"); // RFC 6121 2.1.6
            return;
        }
        m_hooks.rosterPush(*query);
        const TagPtr answer = iq("result", id);
        if (!fromText.isEmpty())
            setAttribute(*answer, "to", fromText);
        sendStanza(*answer);
        return;
    }
    if (!isReadable || isTooLongForTheLibrary(from)) {
        refuse(*stanza, "not-acceptable");
        return;
    }
    if (type == u"set" && m_hooks.request && m_hooks.request(*stanza))
        return;
    gloox::Client::handleTag(stanza);
}

void GlooxClient::refuse(const gloox::Tag &stanza, const char *condition)
{
    sendStanza(*errorFor(stanza, {QLatin1String(condition), QStringLiteral("cancel"), {}, {}}));
}

void GlooxClient::sendStanza(const gloox::Tag &stanza, quint64 ticket)
{
    transmit(stanza.xml(), ticket);
}

void GlooxClient::request(const gloox::Tag &stanza, const model::Jid &to, IqTable::Handler handler,
                          std::chrono::milliseconds limit)
{
    if (m_phase == Phase::Ended) {
        handler(Error{Fault::ConnectionLost, QStringLiteral("the stream is over")});
        return;
    }
    m_requests.expect(attribute(stanza, "id"), to, m_hooks.clock() + limit, std::move(handler));
    sendStanza(stanza);
}

void GlooxClient::requestAcknowledgement()
{
    if (m_phase != Phase::Online || m_acknowledgementOpen)
        return;
    m_acknowledgementOpen = true;
    if (m_streams.isEnabled()) {
        writeNonza(*element("r", ns::streamManagement));
        return;
    }
    const TagPtr stanza = iq("get", m_hooks.newId());
    addChild(*stanza, "ping", ns::ping);
    const quint32 count = m_streams.sentCount();
    request(*stanza, {}, [this, count](const IqTable::Answer &answer) {
        const bool silence = !answer
                             && (answer.error().fault == Fault::ConnectionLost || answer.error().fault == Fault::Timeout
                                 || answer.error().fault == Fault::Cancelled);
        if (m_phase != Phase::Online || silence)
            return;
        // Whatever the server says to a ping, it has read everything before it.
        m_acknowledgementOpen = false;
        if (const auto finished = m_streams.acknowledged(count))
            m_hooks.acknowledged(*finished);
        askFurther();
    });
}

void GlooxClient::requestFreshAcknowledgement()
{
    m_asksAgain = m_acknowledgementOpen;
    requestAcknowledgement();
}

void GlooxClient::askFurther()
{
    if (m_phase == Phase::Online && (std::exchange(m_asksAgain, false) || m_streams.hasWaitingTickets()))
        requestAcknowledgement();
}

void GlooxClient::acknowledgeProgress()
{
    if (m_phase != Phase::Online || !m_streams.isEnabled() || m_toldHandled == m_streams.handled())
        return;
    m_toldHandled = m_streams.handled();
    const TagPtr answer = element("a", ns::streamManagement);
    setAttribute(*answer, "h", QString::number(m_toldHandled));
    writeNonza(*answer);
}

void GlooxClient::expireRequests()
{
    for (const IqTable::Handler &handler : m_requests.takeExpired(m_hooks.clock()))
        handler(Error{Fault::Timeout, QStringLiteral("no answer to a request")});
}

TagPtr GlooxClient::capabilities() const
{
    return TagPtr(m_capabilities->tag());
}

}
