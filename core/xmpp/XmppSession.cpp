#include "core/xmpp/XmppSession.h"

#include "core/base/Checkpoint.h"
#include "core/base/Log.h"
#include "core/stanza/MessageCodec.h"
#include "core/xmpp/Displayed.h"
#include "core/xmpp/Preferences.h"
#include "core/xmpp/StartTls.h"
#include "core/xmpp/VCards.h"

#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace isthmus::xmpp {

using base::Error;
using base::Fault;
using base::Result;
using model::CommandResult;
using model::LinkState;

namespace {

constexpr std::chrono::seconds requestCheck{5};

XmppSession::Setup completed(XmppSession::Setup setup)
{
    if (!setup.newId)
        setup.newId = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    if (!setup.jitter)
        setup.jitter = [] { return QRandomGenerator::system()->generateDouble(); };
    return setup;
}

const char *show(model::Availability availability)
{
    switch (availability) {
    case model::Availability::Away: return "away";
    case model::Availability::ExtendedAway: return "xa";
    case model::Availability::DoNotDisturb: return "dnd";
    case model::Availability::Online:
    case model::Availability::Offline:
    case model::Availability::Unknown: return nullptr;
    }
    Q_UNREACHABLE();
}

}

XmppSession::XmppSession(Setup setup)
    : m_setup(completed(std::move(setup))),
      m_socket(m_setup.wire, this),
      m_inflow(
          m_setup.account.id,
          {[this](quint64 number, const model::Batch &arrived) { Q_EMIT batch(number, arrived); },
           [this](const model::Jid &bare, const model::Presence &said) { Q_EMIT presenceChanged(bare, said); },
           [this] { m_flush.start(0); }, [this] { return moment(); },
           [this](const model::InstantMessage &message) { m_inBand.onMessage(message, isContact(message.from.bare())); },
           [this] { return m_streams.hasWaitingTickets(); }}),
      m_upload(m_setup.wire, this),
      m_inBand({[this] { return isOnline() ? m_client : nullptr; },
                [this](model::InstantMessage whole) { m_inflow.onWhole(std::move(whole)); }, m_setup.clock}),
      m_files({[this] { return isOnline() ? m_client : nullptr; },
               [this](const model::Jid &bare) { return isContact(bare); },
               [this](model::Arrival news) { m_inflow.onFile(std::move(news)); }, [this] { return moment(); }}),
      m_retry(this),
      m_signIn(this),
      m_flush(this),
      m_keepAlive(this),
      m_acknowledgement(this),
      m_requests(this),
      m_presenceGrace(this)
{
    for (QTimer *timer : {&m_retry, &m_signIn, &m_flush, &m_acknowledgement, &m_presenceGrace})
        timer->setSingleShot(true);
    m_keepAlive.setInterval(m_setup.times.keepAlive);
    m_requests.setInterval(requestCheck);
    connect(&m_socket, &wire::SecureSocket::ready, this, &XmppSession::onSocketReady);
    connect(&m_socket, &wire::SecureSocket::readyRead, this, &XmppSession::afterReading);
    connect(&m_socket, &wire::SecureSocket::closed, this, &XmppSession::onSocketClosed);
    connect(&m_retry, &QTimer::timeout, this, [this] { step(link::RetryDue{}); });
    connect(&m_flush, &QTimer::timeout, this, [this] { m_inflow.flush(); });
    connect(&m_presenceGrace, &QTimer::timeout, this, [this] { m_inflow.settlePresence(); });
    connect(&m_requests, &QTimer::timeout, this, [this] {
        if (m_client)
            m_client->expireRequests();
        m_inBand.tick();
        m_files.tick();
    });
    connect(&m_keepAlive, &QTimer::timeout, this, [this] {
        if (m_client)
            m_client->requestAcknowledgement();
        watchAcknowledgement();
    });
    const auto dead = [this] { onEnded({Fault::Timeout, QStringLiteral("the server does not answer")}); };
    connect(&m_signIn, &QTimer::timeout, this, dead);
    connect(&m_acknowledgement, &QTimer::timeout, this, dead);
}

XmppSession::~XmppSession()
{
    m_client.reset();
}

void XmppSession::start(const std::vector<model::Cursor> &cursors)
{
    if (std::holds_alternative<link::Off>(m_link))
        m_inflow.setCursors(cursors);
    step(link::Start{});
}

void XmppSession::stop()
{
    m_inflow.flush();
    if (m_client) {
        if (m_client->isOnline()) {
            gloox::Tag goodBye("presence");
            setAttribute(goodBye, "type", QStringLiteral("unavailable"));
            m_client->sendStanza(goodBye);
        }
        m_client->close();
    }
    finishAll(m_streams.reset(), Error{Fault::Cancelled, QStringLiteral("signed out")});
    m_inflow.onLost();
    endWaitForArchive();
    if (std::exchange(m_backlog, {}) != model::Backlog{})
        Q_EMIT backlogChanged({});
    m_inBand.onLost();
    m_files.onLost();
    m_upload.forget();
    dropConnection();
    m_socket.close();
    step(link::Stop{});
}

void XmppSession::step(const link::Event &event)
{
    const link::State before = m_link;
    m_link = link::next(m_link, event, m_setup.account.plan.chat.endpoints.size(), m_setup.jitter());
    if (m_link != before)
        enter(m_link);
}

void XmppSession::enter(const link::State &state)
{
    m_retry.stop();
    if (const auto *connecting = std::get_if<link::Connecting>(&state))
        connectTo(m_setup.account.plan.chat.endpoints.at(connecting->endpoint));
    else if (const auto *waiting = std::get_if<link::Waiting>(&state))
        m_retry.start(waiting->wait);
    report();
}

void XmppSession::report()
{
    LinkState state;
    if (const auto *waiting = std::get_if<link::Waiting>(&m_link)) {
        state.phase = LinkState::Phase::Waiting;
        state.error = waiting->error;
        state.retryAt = m_setup.clock() + waiting->wait;
    } else if (const auto *failed = std::get_if<link::Failed>(&m_link)) {
        state.phase = LinkState::Phase::Failed;
        state.error = failed->error;
    } else if (std::holds_alternative<link::Connecting>(m_link)) {
        state.phase = LinkState::Phase::Connecting;
    } else if (std::holds_alternative<link::Online>(m_link)) {
        state.phase = LinkState::Phase::Online;
    }
    Q_EMIT stateChanged(state);
}

void XmppSession::connectTo(const model::Endpoint &endpoint)
{
    model::Endpoint target = endpoint;
    target.protocol = model::Protocol::Xmpp;
    if (target.certificateName.isEmpty())
        target.certificateName = m_setup.account.jid.domain(); // RFC 6120 13.7.1.2: the domain, not the host
    std::unique_ptr<wire::Preamble> preamble;
    if (target.security == model::Security::StartTls)
        preamble = std::make_unique<StartTls>(m_setup.account.jid.domain());
    wire::SecureSocket::Limits limits;
    limits.handshake = m_setup.times.handshake;
    m_socket.open(target, std::move(preamble), limits);
}

/// The client may be the one that is just calling: it goes when its call has returned.
void XmppSession::dropConnection()
{
    for (QTimer *timer : {&m_signIn, &m_keepAlive, &m_acknowledgement, &m_requests, &m_presenceGrace})
        timer->stop();
    if (m_client)
        QMetaObject::invokeMethod(
            this, [gone = std::exchange(m_client, nullptr)] {}, Qt::QueuedConnection);
}

void XmppSession::onSocketReady()
{
    qCInfo(base::logXmpp) << "encrypted:" << m_socket.encryption();
    m_client = std::make_shared<GlooxClient>(GlooxClient::Identity{m_setup.account.jid.bare(), m_setup.password}, m_streams,
                                             hooks());
    m_signIn.start(m_setup.times.signIn);
    m_requests.start();
    m_client->begin();
}

GlooxClient::Hooks XmppSession::hooks()
{
    GlooxClient::Hooks all;
    all.write = [this](const QByteArray &bytes) { m_socket.write(bytes); };
    all.signedIn = [this](bool resumed) { onSignedIn(resumed); };
    all.ended = [this](const Error &error) { onEnded(error); };
    all.message = [this](const gloox::Tag &message) {
        base::checkpoint("xmpp.arrived");
        return m_inflow.onMessage(message);
    };
    all.presence = [this](const gloox::Tag &presence) { onPresence(presence); };
    all.rosterPush = [this](const gloox::Tag &query) { m_inflow.onRosterPush(query); };
    all.request = [this](const gloox::Tag &stanza) { return m_files.onRequest(stanza) || m_inBand.onRequest(stanza); };
    all.acknowledged = [this](const StreamManagement::Tickets &tickets) {
        base::checkpoint("xmpp.acknowledged");
        accepted(tickets);
    };
    all.uncertain = [this](const StreamManagement::Tickets &tickets) {
        finishAll(tickets, Error{Fault::ConnectionLost, QStringLiteral("the session could not be resumed")});
    };
    all.newId = m_setup.newId;
    all.clock = m_setup.clock;
    return all;
}

void XmppSession::afterReading()
{
    // The client may end, and be replaced, while it is fed.
    while (const std::shared_ptr<GlooxClient> client = m_client) {
        const QByteArray bytes = m_socket.read(64 * 1024);
        if (bytes.isEmpty())
            break;
        m_keepAlive.start();
        client->feed(bytes);
    }
    watchAcknowledgement();
}

void XmppSession::onSocketClosed(const Error &error)
{
    afterReading();
    if (m_client || std::holds_alternative<link::Connecting>(m_link))
        onEnded(error);
}

void XmppSession::onEnded(const Error &error)
{
    qCInfo(base::logXmpp) << "connection ended:" << base::faultName(error.fault) << error.detail;
    // What broke the stream would come again with its resumption.
    const bool wasOnline = std::holds_alternative<link::Online>(m_link);
    const bool comesAgain = wasOnline && (error.fault == Fault::ProtocolBroken || error.fault == Fault::TooLarge);
    if (const std::shared_ptr<GlooxClient> client = m_client) {
        dropConnection();
        client->lose(error);
    }
    m_socket.abort();
    m_streams.lost();
    m_inflow.flush();
    m_inflow.onLost();
    endWaitForArchive();
    m_inBand.onLost();
    m_files.onLost();
    m_upload.forget();
    step(link::Ended{error});
    if (comesAgain || std::holds_alternative<link::Failed>(m_link))
        finishAll(m_streams.reset(), Error{Fault::ConnectionLost, error.detail});
}

void XmppSession::onSignedIn(bool resumed)
{
    base::checkpoint("xmpp.signed-in");
    m_signIn.stop();
    m_keepAlive.start();
    m_inflow.onSignedIn(m_client->boundJid(), resumed);
    step(link::SignedIn{});
    if (!resumed) {
        const TagPtr list = rosterRequest(m_client->newId());
        m_client->request(*list, {}, [this](const IqTable::Answer &answer) {
            if (const gloox::Tag *query = answer ? child(**answer, "query", ns::roster) : nullptr)
                m_inflow.onRoster(*query);
        });
        const TagPtr carbons = iq("set", m_client->newId());
        addChild(*carbons, "enable", ns::carbons);
        m_client->request(*carbons, {}, [](const IqTable::Answer &) {}); // a server without them is no fault
        const TagPtr displayed = displayedRequest(m_client->newId());
        m_client->request(*displayed, {}, [this](const IqTable::Answer &answer) {
            if (const gloox::Tag *pubsub = answer ? child(**answer, "pubsub", ns::pubsub) : nullptr)
                m_inflow.onDisplayed(*pubsub);
        });
        sendPresence();
        m_presenceGrace.start(m_setup.times.presenceGrace);
    }
    askArchive();
    watchAcknowledgement();
}

void XmppSession::onPresence(const gloox::Tag &presence)
{
    const QString type = attribute(presence, "type");
    const model::Jid from = jidAttribute(presence, "from");
    if (type == u"subscribe" || type == u"unsubscribe") {
        // Who may see us is the user's decision, and it was made for those whom the user asked first (RFC 6121 3.1.3).
        if (type == u"subscribe" && m_inflow.roster().showsPresence(from.bare()))
            m_client->sendStanza(*presenceTo(from, "subscribed"));
        else
            m_inflow.onContactRequest(presence);
        return;
    }
    m_inflow.onPresence(presence);
    if (type == u"unavailable")
        m_files.onGone(from);
}

void XmppSession::sendPresence()
{
    gloox::Tag stanza("presence");
    if (m_presence.availability == model::Availability::Offline) {
        setAttribute(stanza, "type", QStringLiteral("unavailable"));
    } else {
        if (const char *word = show(m_presence.availability))
            addChild(stanza, "show", nullptr, QLatin1String(word));
        stanza.addChild(m_client->capabilities().release());
    }
    if (!m_presence.status.isEmpty())
        addChild(stanza, "status", nullptr, m_presence.status);
    m_client->sendStanza(stanza);
}

void XmppSession::watchAcknowledgement()
{
    if (!m_client || !m_client->isAcknowledgementOpen())
        m_acknowledgement.stop();
    else if (!m_acknowledgement.isActive())
        m_acknowledgement.start(m_setup.times.acknowledgement);
}

void XmppSession::askArchive()
{
    if (!isOnline())
        return;
    if (const TagPtr request = m_inflow.nextArchiveRequest(m_client->newId())) {
        m_client->request(
            *request, {},
            [this](const IqTable::Answer &answer) {
                base::checkpoint("xmpp.archive-page");
                m_inflow.onArchiveAnswer(answer);
                askArchive();
            },
            std::chrono::minutes(2));
    }
    if (!m_inflow.isCatchingUp())
        endWaitForArchive();
    tellBacklog();
}

void XmppSession::setHistoryPaused(bool paused)
{
    m_inflow.setHistoryPaused(paused);
    askArchive();
}

void XmppSession::tellBacklog()
{
    const model::Backlog now = m_inflow.backlog();
    if (std::exchange(m_backlog, now) != now)
        Q_EMIT backlogChanged(now);
}

void XmppSession::endWaitForArchive()
{
    finishAll(std::exchange(m_untilCaughtUp, {}),
              Error{Fault::Unreachable, QStringLiteral("the archive may show that it was sent")});
}

void XmppSession::stored(quint64 number)
{
    base::checkpoint("xmpp.stored");
    m_streams.stored(number);
    m_inflow.stored(number);
    if (m_client)
        m_client->acknowledgeProgress();
    askArchive();
}

void XmppSession::networkReturned()
{
    if (std::holds_alternative<link::Waiting>(m_link)) {
        step(link::Start{});
    } else if (isOnline()) {
        m_client->requestFreshAcknowledgement();
        m_acknowledgement.start(m_setup.times.suspicion);
    }
}

base::Timestamp XmppSession::moment()
{
    constexpr std::chrono::seconds drift{5};
    const base::Timestamp now = m_setup.clock();
    // A clock that was set back by more than a correction is believed: better a jump than a day in the future.
    m_moment = m_moment > now + drift ? now : std::max(now, m_moment + std::chrono::milliseconds(1));
    return m_moment;
}

void XmppSession::accepted(const StreamManagement::Tickets &tickets)
{
    // On a stream, the server's word has its place among the messages: they came before it or come after it. With a
    // resumption it tells of the connection before; the moment of writing is nearer then.
    const base::Timestamp now = moment();
    for (const quint64 ticket : tickets)
        finish(ticket, CommandResult{{}, {}, isOnline() ? now : m_written.value(ticket, now)});
    if (!tickets.empty() && !m_streams.hasWaitingTickets()) {
        m_inflow.onConfirmed();
        askArchive();
    }
}

void XmppSession::finish(quint64 ticket, const Result<CommandResult> &result)
{
    m_written.remove(ticket);
    Q_EMIT commandFinished(ticket, result);
}

void XmppSession::finishAll(const StreamManagement::Tickets &tickets, const Result<CommandResult> &result)
{
    for (const quint64 ticket : tickets)
        finish(ticket, result);
}

}
