#include "core/mail/Outgoing.h"

#include "core/base/Backoff.h"
#include "core/base/Log.h"
#include "core/imap/Sasl.h"
#include "core/mail/LinkFault.h"

#include <QPointer>

namespace isthmus::mail {

using base::Error;
using base::Fault;
using Phase = model::LinkState::Phase;

namespace {

/// The server was not reached or has left: this says nothing about the mail.
bool isNetwork(Fault fault)
{
    return fault == Fault::Unreachable || fault == Fault::ConnectionLost || fault == Fault::Timeout
           || fault == Fault::HostNotFound || fault == Fault::TlsUnavailable;
}

}

Outgoing::Outgoing(Setup setup, MailThreads &threads)
    : m_setup(std::move(setup)), m_queue(threads.sendQueue()), m_ending(threads.ending()), m_retry(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Outgoing::tryToLogIn);
}

Outgoing::~Outgoing() = default;

SmtpSetup Outgoing::smtpSetup(const model::Endpoint &endpoint) const
{
    return {endpoint, m_setup.password, imap::randomNonce(), m_setup.wire,
            [stopped = m_stopped, ending = m_ending] { return *stopped || *ending; }};
}

void Outgoing::start()
{
    if (m_state.phase == Phase::Online || m_state.phase == Phase::Connecting)
        return;
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    m_retry.stop();
    if (m_setup.plan.endpoints.empty()) {
        const Error none{Fault::HostNotFound, QStringLiteral("mail: no server known")};
        return setState({Phase::Failed, m_setup.plan.error.value_or(none), {}});
    }
    tryToLogIn();
}

void Outgoing::stop()
{
    *m_stopped = true;
    m_retry.stop();
    m_failures = 0;
    setState({Phase::Off, {}, {}});
}

void Outgoing::tryToLogIn()
{
    setState({Phase::Connecting, {}, {}});
    m_queue.add([self = QPointer(this), stopped = m_stopped] {
        if (!self || *stopped)
            return;
        base::Result<base::Done> result = Error{Fault::Unreachable, {}};
        std::size_t endpoint = 0;
        const std::vector<model::Endpoint> endpoints = self->m_setup.plan.endpoints;
        for (; endpoint < endpoints.size(); ++endpoint) {
            result = probe(self->smtpSetup(endpoints[endpoint]));
            if (!self || *stopped)
                return;
            if (result || !isNetwork(result.error().fault))
                break;
        }
        self->probed(endpoint, result);
    });
}

void Outgoing::probed(std::size_t endpoint, const base::Result<base::Done> &result)
{
    if (result) {
        m_endpoint = endpoint;
        m_failures = 0;
        return setState({Phase::Online, {}, {}});
    }
    qCInfo(base::logMail).noquote() << "outgoing mail:" << base::faultName(result.error().fault) << result.error().detail;
    if (isForTheUser(result.error().fault))
        return setState({Phase::Failed, result.error(), {}});
    retryLater(result.error());
}

void Outgoing::retryLater(const Error &error)
{
    const auto wait = base::retryWait(++m_failures, m_setup.chance ? m_setup.chance() : 0);
    m_retry.start(wait);
    setState({Phase::Waiting, error, m_setup.clock() + wait});
}

void Outgoing::setState(const model::LinkState &state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(m_state);
}

void Outgoing::send(const model::SendMail &mail, const base::Promise<model::CommandResult> &promise)
{
    if (m_state.phase != Phase::Online)
        return promise.finish(Error{Fault::Unreachable, QStringLiteral("mail: not connected")});
    m_queue.add([self = QPointer(this), stopped = m_stopped, mail, promise] {
        if (!self || *stopped)
            return promise.finish(Error{Fault::Cancelled, QStringLiteral("mail: stopped")});
        const auto result = submit(self->smtpSetup(self->m_setup.plan.endpoints.at(self->m_endpoint)), mail);
        promise.finish(result);
        if (!self || *stopped || result)
            return;
        const Error &error = result.error();
        if (error.fault == Fault::AuthRejected)
            self->setState({Phase::Failed, error, {}});
        else if (isNetwork(error.fault))
            self->retryLater(error);
    });
}

}
