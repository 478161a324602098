#pragma once

#include "core/port/Transport.h"
#include "core/wire/NetworkWatch.h"
#include "core/wire/WireConfig.h"

#include <QHash>
#include <QThread>

#include <memory>

namespace isthmus::xmpp {

class XmppSession;
struct XmppTimes;

/// Chat of one account: XmppSession on the XMPP thread, which all accounts share, behind the interface of the engine.
/// Only values cross. Thread: the engine's.
class XmppTransport final : public port::Transport
{
    Q_OBJECT
public:
    XmppTransport(const model::Account &account, const QString &password, const wire::WireConfig &wire,
                  QObject *parent = nullptr);
    /// The same with other times, for tests.
    XmppTransport(const model::Account &account, const QString &password, const wire::WireConfig &wire,
                  const XmppTimes &times, QObject *parent = nullptr);
    /// Blocks for half a second at most, until the good-bye is sent.
    ~XmppTransport() override;

    void start(std::vector<model::Cursor> cursors) override;
    void stop() override;
    void wake() override { networkReturned(); }
    /// Of Service::Chat; others are Off.
    [[nodiscard]] model::LinkState state(model::Service service) const override;
    /// SendStanza, SetPresence, SetRosterEntry, FetchVCard, SetBlocked; others are Fault::Unsupported. Rejected, NotFound, TryLater, …:
    /// what the server answered. Timeout: it did not.
    [[nodiscard]] base::Task<model::CommandResult> perform(model::Command command) override;
    void stored(quint64 batchNumber) override;
    void setHistoryPaused(bool paused) override;

    /// The network has come back or changed: connect at once, or see whether the connection still stands. Called by itself
    /// where the system tells.
    void networkReturned();

private:
    std::shared_ptr<QThread> m_thread;
    XmppSession *m_session = nullptr; ///< on m_thread
    wire::NetworkWatch m_network;
    model::LinkState m_state;
    quint64 m_lastTicket = 0;
    QHash<quint64, base::Promise<model::CommandResult>> m_open;
};

/// Registers \p account on its own server in band (XEP-0077), over the first of \p plan's endpoints that answers.
/// Faults: Conflict, the name is taken; Rejected, the server does not want it; Unsupported, it offers no registration;
/// those of wire::SecureSocket. Thread: one with an event loop.
[[nodiscard]] base::Task<base::Done> registerAccount(const model::Jid &account, const QString &password,
                                                     const model::ServicePlan &plan, const wire::WireConfig &wire);

}
