#include "core/mail/MailTransport.h"

namespace isthmus::mail {

using base::Error;
using base::Fault;
using model::Service;
using Phase = model::LinkState::Phase;

MailTransport::MailTransport(const model::Account &account, const QString &password, const Environment &environment,
                             QObject *parent)
    : Transport(parent), m_account(account.id), m_threads(environment.threads)
{
    m_incoming = new Incoming({account.plan.incoming, password, environment.wire, environment.clock, environment.chance,
                               environment.timing, environment.fetch});
    m_outgoing =
        new Outgoing({account.plan.outgoing, password, environment.wire, environment.clock, environment.chance}, *m_threads);
    m_incoming->moveToThread(&m_threads->io());
    m_outgoing->moveToThread(&m_threads->sending());
    connect(m_incoming, &Incoming::batch, this, [this](quint64 number, model::Batch batch) {
        batch.account = m_account;
        Q_EMIT this->batch(number, batch);
    });
    connect(&m_network, &wire::NetworkWatch::returned, this, &MailTransport::wake);
    // What was said before stop() but arrives after it is out of date.
    connect(m_incoming, &Incoming::stateChanged, this, [this](const model::LinkState &now) {
        if (m_wanted)
            Q_EMIT stateChanged(Service::IncomingMail, m_incomingState = now);
    });
    connect(m_incoming, &Incoming::backlogChanged, this,
            [this](const model::Backlog &backlog) { Q_EMIT backlogChanged(Service::IncomingMail, backlog); });
    connect(m_outgoing, &Outgoing::stateChanged, this, [this](const model::LinkState &now) {
        if (m_wanted)
            Q_EMIT stateChanged(Service::OutgoingMail, m_outgoingState = now);
    });
}

MailTransport::~MailTransport()
{
    m_incoming->disconnect(this);
    m_outgoing->disconnect(this);
    m_incoming->deleteLater();
    QMetaObject::invokeMethod(m_outgoing, [outgoing = m_outgoing] {
        outgoing->stop();
        outgoing->deleteLater();
    });
}

void MailTransport::startSending()
{
    m_wanted = true;
    QMetaObject::invokeMethod(m_outgoing, [outgoing = m_outgoing] { outgoing->start(); });
}

void MailTransport::start(std::vector<model::Cursor> cursors)
{
    m_wanted = m_fetches = true;
    QMetaObject::invokeMethod(m_incoming,
                              [incoming = m_incoming, cursors = std::move(cursors)] { incoming->start(cursors); });
    QMetaObject::invokeMethod(m_outgoing, [outgoing = m_outgoing] { outgoing->start(); });
}

void MailTransport::stop()
{
    if (!std::exchange(m_wanted, false))
        return;
    m_fetches = false;
    QMetaObject::invokeMethod(m_incoming, [incoming = m_incoming] { incoming->stop(); });
    QMetaObject::invokeMethod(m_outgoing, [outgoing = m_outgoing] { outgoing->stop(); });
    m_incomingState = m_outgoingState = {};
    Q_EMIT stateChanged(Service::IncomingMail, m_incomingState);
    Q_EMIT stateChanged(Service::OutgoingMail, m_outgoingState);
}

void MailTransport::wake()
{
    const auto mayTry = [this](const model::LinkState &state) { return m_wanted && state.phase != Phase::Failed; };
    if (m_fetches && mayTry(m_incomingState))
        QMetaObject::invokeMethod(m_incoming, [incoming = m_incoming] { incoming->start({}); });
    if (mayTry(m_outgoingState))
        QMetaObject::invokeMethod(m_outgoing, [outgoing = m_outgoing] { outgoing->start(); });
}

model::LinkState MailTransport::state(Service service) const
{
    switch (service) {
    case Service::IncomingMail: return m_incomingState;
    case Service::OutgoingMail: return m_outgoingState;
    case Service::Chat: break;
    }
    return {};
}

base::Task<model::CommandResult> MailTransport::perform(model::Command command)
{
    using Result = base::Result<model::CommandResult>;
    const base::Promise<model::CommandResult> promise;
    const auto *mail = std::get_if<model::SendMail>(&command);
    const bool incoming =
        std::holds_alternative<model::AppendMail>(command) || std::holds_alternative<model::StoreFlags>(command)
        || std::holds_alternative<model::MoveMail>(command) || std::holds_alternative<model::CheckMail>(command);
    if (!mail && !incoming)
        return base::Task<model::CommandResult>::ready(Result(Fault::Unsupported, QStringLiteral("mail: a chat command")));
    if ((mail ? m_outgoingState : m_incomingState).phase != Phase::Online)
        return base::Task<model::CommandResult>::ready(Result(Fault::Unreachable, QStringLiteral("mail: not connected")));
    if (mail) {
        QMetaObject::invokeMethod(m_outgoing,
                                  [outgoing = m_outgoing, send = *mail, promise] { outgoing->send(send, promise); });
    } else {
        QMetaObject::invokeMethod(m_incoming,
                                  [worker = m_incoming, command, promise] { worker->perform(command, promise); });
    }
    return promise.task();
}

void MailTransport::stored(quint64 batchNumber)
{
    QMetaObject::invokeMethod(m_incoming, [incoming = m_incoming, batchNumber] { incoming->stored(batchNumber); });
}

void MailTransport::setHistoryPaused(bool paused)
{
    QMetaObject::invokeMethod(m_incoming, [incoming = m_incoming, paused] { incoming->setHistoryPaused(paused); });
}

}
