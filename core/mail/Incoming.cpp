#include "core/mail/Incoming.h"

#include "core/base/Backoff.h"
#include "core/base/Checkpoint.h"
#include "core/base/Log.h"
#include "core/imap/Sasl.h"
#include "core/mail/LinkFault.h"

#include <QPointer>

#include <algorithm>

namespace isthmus::mail {

using base::Error;
using base::Fault;
using Phase = model::LinkState::Phase;

namespace {

constexpr std::chrono::seconds popSilence{60};

std::vector<model::Cursor> values(const std::map<QString, model::Cursor> &cursors)
{
    std::vector<model::Cursor> list;
    for (const auto &[stream, cursor] : cursors)
        list.push_back(cursor);
    return list;
}

/// Objects that are in the middle of telling us that they have ended are deleted once they have finished speaking.
template <typename T>
void release(std::unique_ptr<T> &object)
{
    if (T *gone = object.release()) {
        gone->disconnect();
        gone->deleteLater();
    }
}

/// The session logs out and deletes itself; nobody waits for it.
template <typename Session>
void sayGoodbye(std::unique_ptr<Session> &session)
{
    if (Session *leaving = session.release()) {
        leaving->disconnect();
        QObject::connect(leaving, &Session::closed, leaving, &QObject::deleteLater);
        leaving->close();
    }
}

}

Incoming::Incoming(Setup setup) : m_setup(std::move(setup)), m_retry(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        m_endpoint = 0;
        connectNext();
    });
}

Incoming::~Incoming() = default;

void Incoming::start(const std::vector<model::Cursor> &cursors)
{
    if (m_wanted && m_imapSync) // after sleep or a change of network: a dead connection does not know it yet
        return m_imapSync->check([](const base::Result<base::Done> &) {});
    if (m_wanted && (m_state.phase == Phase::Online || m_state.phase == Phase::Connecting))
        return;
    if (!m_wanted) {
        m_cursors.clear();
        for (const model::Cursor &cursor : cursors)
            m_cursors.insert_or_assign(cursor.stream, cursor);
    }
    m_wanted = true;
    m_retry.stop();
    m_endpoint = 0;
    if (m_setup.plan.endpoints.empty()) {
        return setPhase(Phase::Failed,
                        m_setup.plan.error.value_or(Error{Fault::HostNotFound, QStringLiteral("mail: no server known")}));
    }
    connectNext();
}

void Incoming::stop()
{
    m_wanted = false;
    m_failures = 0;
    m_retry.stop();
    release(m_imapSync);
    release(m_popSync);
    if (m_state.phase == Phase::Online) {
        sayGoodbye(m_imap);
        sayGoodbye(m_pop3);
    }
    drop();
    Q_EMIT backlogChanged({});
    setPhase(Phase::Off);
}

void Incoming::setHistoryPaused(bool paused)
{
    if (std::exchange(m_historyPaused, paused) == paused)
        return;
    if (m_imapSync) {
        m_imapSync->setHistoryPaused(paused);
    } else if (m_popSync) {
        m_popSync->setHistoryPaused(paused);
    } else if (!paused && m_state.phase == Phase::Online) { // between two looks at a POP3 mailbox
        m_endpoint = 0;
        m_retry.stop();
        connectNext();
    }
}

void Incoming::drop()
{
    m_waitsForStored = false;
    release(m_imapSync);
    release(m_popSync);
    release(m_imap);
    release(m_pop3);
    for (const auto &promise : std::exchange(m_popChecks, {}))
        promise.finish(Error{Fault::ConnectionLost, QStringLiteral("mail: connection ended")});
}

imap::Credentials Incoming::credentials(const model::Endpoint &endpoint) const
{
    return {endpoint.user, m_setup.password, imap::randomNonce()};
}

void Incoming::connectNext()
{
    drop();
    setPhase(Phase::Connecting);
    const model::Endpoint endpoint = m_setup.plan.endpoints.at(m_endpoint++);
    if (endpoint.protocol == model::Protocol::Pop3)
        openPop3(endpoint);
    else
        openImap(endpoint);
}

void Incoming::openImap(const model::Endpoint &endpoint)
{
    m_imap = std::make_unique<imap::ImapSession>(m_setup.wire, m_setup.timing.imap);
    connect(m_imap.get(), &imap::ImapSession::closed, this, &Incoming::lost);
    connect(m_imap.get(), &imap::ImapSession::ready, this, [this] {
        m_imapSync = std::make_unique<ImapSync>(m_imap->connection(), values(m_cursors), m_setup.timing.sync, m_setup.fetch);
        connect(m_imapSync.get(), &ImapSync::batch, this, &Incoming::handOver);
        connect(m_imapSync.get(), &ImapSync::backlogChanged, this, &Incoming::backlogChanged);
        m_imapSync->setHistoryPaused(m_historyPaused);
        connect(m_imapSync.get(), &ImapSync::settled, this, [this] { m_failures = 0; });
        connect(m_imapSync.get(), &ImapSync::failed, this, &Incoming::lost);
        online();
        m_imapSync->start();
    });
    m_imap->open(endpoint, credentials(endpoint));
}

/// POP3 locks the mailbox, so each look is a connection of its own; the link counts as online between them.
void Incoming::openPop3(const model::Endpoint &endpoint)
{
    m_pop3 = std::make_unique<imap::Pop3Session>(m_setup.wire, popSilence);
    connect(m_pop3.get(), &imap::Pop3Session::closed, this, &Incoming::lost);
    connect(m_pop3.get(), &imap::Pop3Session::ready, this, [this] {
        const QByteArray state = m_cursors.count(PopSync::stream()) ? m_cursors[PopSync::stream()].state : QByteArray();
        m_popSync = std::make_unique<PopSync>(m_pop3->connection(), state, m_setup.clock, PopSync::Limits());
        connect(m_popSync.get(), &PopSync::batch, this, &Incoming::handOver);
        connect(m_popSync.get(), &PopSync::backlogChanged, this, &Incoming::backlogChanged);
        m_popSync->setHistoryPaused(m_historyPaused);
        connect(m_popSync.get(), &PopSync::failed, this, &Incoming::lost);
        connect(m_popSync.get(), &PopSync::finished, this, [this] {
            m_failures = 0;
            for (const auto &promise : std::exchange(m_popChecks, {}))
                promise.finish(model::CommandResult{});
            sayGoodbye(m_pop3);
            release(m_popSync);
            m_retry.start(m_setup.timing.popEvery);
        });
        online();
        m_popSync->start();
    });
    m_pop3->open(endpoint, credentials(endpoint));
}

void Incoming::online()
{
    setPhase(Phase::Online);
}

void Incoming::handOver(const model::Batch &batch)
{
    base::checkpoint("mail.fetched");
    m_outstanding = batch.cursors;
    m_waitsForStored = true;
    Q_EMIT this->batch(++m_batches, batch);
}

/// A batch of a connection that has ended meanwhile still moves the cursors; it continues nothing.
void Incoming::stored(quint64 number)
{
    base::checkpoint("mail.stored");
    if (number != m_batches)
        return;
    for (const model::Cursor &cursor : std::exchange(m_outstanding, {}))
        m_cursors.insert_or_assign(cursor.stream, cursor);
    if (!std::exchange(m_waitsForStored, false))
        return;
    if (m_imapSync)
        m_imapSync->stored();
    if (m_popSync)
        m_popSync->stored();
}

void Incoming::lost(const Error &error)
{
    if (!m_wanted)
        return;
    qCInfo(base::logMail).noquote() << "incoming mail:" << base::faultName(error.fault) << error.detail;
    const bool wasOnline = m_state.phase == Phase::Online;
    drop();
    if (isForTheUser(error.fault))
        return setPhase(Phase::Failed, error);
    if (!wasOnline && m_endpoint < m_setup.plan.endpoints.size())
        return connectNext();
    retryLater(error);
}

void Incoming::retryLater(const Error &error)
{
    const auto wait = base::retryWait(++m_failures, m_setup.chance ? m_setup.chance() : 0);
    m_retry.start(wait);
    setPhase(Phase::Waiting, error, m_setup.clock() + wait);
}

void Incoming::setPhase(Phase phase, std::optional<Error> error, std::optional<base::Timestamp> retryAt)
{
    const model::LinkState now{phase, std::move(error), retryAt};
    if (m_state == now)
        return;
    m_state = now;
    Q_EMIT stateChanged(m_state);
}

void Incoming::perform(const model::Command &command, const base::Promise<model::CommandResult> &promise)
{
    const auto reply = [promise](const base::Result<base::Done> &result) {
        if (result)
            promise.finish(model::CommandResult{});
        else
            promise.finish(result.error());
    };
    if (m_state.phase != Phase::Online)
        return promise.finish(Error{Fault::Unreachable, QStringLiteral("mail: not connected")});
    if (m_imapSync) {
        if (const auto *append = std::get_if<model::AppendMail>(&command))
            return m_imapSync->append(*append, reply);
        if (const auto *flags = std::get_if<model::StoreFlags>(&command))
            return m_imapSync->changeFlags(*flags, reply);
        if (const auto *move = std::get_if<model::MoveMail>(&command))
            return m_imapSync->move(*move, reply);
        if (std::holds_alternative<model::CheckMail>(command))
            return m_imapSync->check(reply);
    } else if (std::holds_alternative<model::CheckMail>(command)) {
        m_popChecks.push_back(promise);
        if (!m_pop3) {
            const auto checks = std::exchange(m_popChecks, {});
            m_endpoint = 0;
            m_retry.stop();
            connectNext();
            m_popChecks = checks;
        }
        return;
    }
    // POP3 may stand in while IMAP does not answer: that is no final word.
    const auto &endpoints = m_setup.plan.endpoints;
    const bool standsIn = std::any_of(endpoints.begin(), endpoints.end(), [](const model::Endpoint &endpoint) {
        return endpoint.protocol == model::Protocol::Imap;
    });
    promise.finish(standsIn ? Error{Fault::TryLater, QStringLiteral("mail: by POP3 only just now")}
                            : Error{Fault::Unsupported, QStringLiteral("mail: the server's protocol cannot do that")});
}

}
