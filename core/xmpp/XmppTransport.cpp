#include "core/xmpp/XmppTransport.h"

#include "core/xmpp/XmppSession.h"

#include <mutex>

namespace isthmus::xmpp {

using base::Error;
using base::Fault;
using base::Result;
using base::Task;
using model::CommandResult;

namespace {

constexpr uint stackSize = 64u << 20; // gloox walks trees recursively; XmlGate limits their depth as well

/// The one thread for all accounts: made for the first, ended with the last.
std::shared_ptr<QThread> sharedThread()
{
    static std::mutex mutex;
    static std::weak_ptr<QThread> current;
    const std::lock_guard lock(mutex);
    if (std::shared_ptr<QThread> thread = current.lock())
        return thread;
    const std::shared_ptr<QThread> thread(new QThread, [](QThread *ended) {
        ended->quit();
        ended->wait();
        delete ended;
    });
    thread->setObjectName(QStringLiteral("xmpp"));
    thread->setStackSize(stackSize);
    thread->start();
    current = thread;
    return thread;
}

}

XmppTransport::XmppTransport(const model::Account &account, const QString &password, const wire::WireConfig &wire,
                             QObject *parent)
    : XmppTransport(account, password, wire, XmppTimes(), parent)
{}

XmppTransport::XmppTransport(const model::Account &account, const QString &password, const wire::WireConfig &wire,
                             const XmppTimes &times, QObject *parent)
    : port::Transport(parent), m_thread(sharedThread())
{
    XmppSession::Setup setup;
    setup.account = account;
    setup.password = password;
    setup.wire = wire;
    setup.times = times;
    m_session = new XmppSession(std::move(setup));
    m_session->moveToThread(m_thread.get());
    connect(&m_network, &wire::NetworkWatch::returned, this, &XmppTransport::networkReturned);
    connect(m_session, &XmppSession::batch, this, &XmppTransport::batch);
    connect(m_session, &XmppSession::presenceChanged, this, &XmppTransport::presenceChanged);
    connect(m_session, &XmppSession::stateChanged, this, [this](const model::LinkState &state) {
        m_state = state;
        Q_EMIT stateChanged(model::Service::Chat, state);
    });
    connect(m_session, &XmppSession::backlogChanged, this,
            [this](const model::Backlog &backlog) { Q_EMIT backlogChanged(model::Service::Chat, backlog); });
    connect(m_session, &XmppSession::commandFinished, this, [this](quint64 ticket, const Result<CommandResult> &result) {
        if (const auto promise = m_open.find(ticket); promise != m_open.end()) {
            const base::Promise<CommandResult> finished = *promise;
            m_open.erase(promise);
            finished.finish(result);
        }
    });
}

XmppTransport::~XmppTransport()
{
    disconnect(m_session, nullptr, this, nullptr);
    QMetaObject::invokeMethod(
        m_session,
        [session = m_session] {
            session->stop();
            session->waitForEnd();
            delete session;
        },
        Qt::BlockingQueuedConnection);
    for (const base::Promise<CommandResult> &promise : std::as_const(m_open))
        promise.finish(Error{Fault::Cancelled, QStringLiteral("signed out")});
}

void XmppTransport::start(std::vector<model::Cursor> cursors)
{
    QMetaObject::invokeMethod(m_session, [session = m_session, cursors = std::move(cursors)] { session->start(cursors); });
}

void XmppTransport::stop()
{
    QMetaObject::invokeMethod(m_session, [session = m_session] { session->stop(); });
}

model::LinkState XmppTransport::state(model::Service service) const
{
    return service == model::Service::Chat ? m_state : model::LinkState{};
}

Task<CommandResult> XmppTransport::perform(model::Command command)
{
    if (m_state.phase != model::LinkState::Phase::Online)
        return Task<CommandResult>::ready(Error{Fault::Unreachable, QStringLiteral("not signed in")});
    const quint64 ticket = ++m_lastTicket;
    const base::Promise<CommandResult> promise;
    m_open.insert(ticket, promise);
    QMetaObject::invokeMethod(
        m_session, [session = m_session, ticket, command = std::move(command)] { session->perform(ticket, command); });
    return promise.task();
}

void XmppTransport::stored(quint64 batchNumber)
{
    QMetaObject::invokeMethod(m_session, [session = m_session, batchNumber] { session->stored(batchNumber); });
}

void XmppTransport::setHistoryPaused(bool paused)
{
    QMetaObject::invokeMethod(m_session, [session = m_session, paused] { session->setHistoryPaused(paused); });
}

void XmppTransport::networkReturned()
{
    QMetaObject::invokeMethod(m_session, [session = m_session] { session->networkReturned(); });
}

}
