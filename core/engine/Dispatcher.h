#pragma once

#include "core/engine/Carrier.h"
#include "core/engine/EnginePrivate.h"
#include "core/store/OutboxTable.h"

#include <QObject>
#include <QTimer>

#include <set>
#include <tuple>

namespace isthmus::engine {

/// How long a server may say "later" (SMTP 4yz, RFC 5321 4.2.1) before a message counts as failed. RFC 5321
/// 4.5.4.1 asks at least four to five days of a relay, which may be the only one who still has the mail. Here
/// its author sits in front of it, and nobody else has it: two days outlive a night's maintenance and a daily
/// quota, and leave time to choose another way. Counted from the first such answer, and only with as many
/// attempts as make sure that it was not our own link that was away meanwhile.
constexpr std::chrono::hours laterLimit{48};
constexpr int laterAttempts = 20;

/// Sends what stands in the outbox: one row at a time per conversation and channel, in order, whenever the
/// link it needs is up. A row is marked on disk before its octets leave and after the server's answer.
/// Thread: the window's.
class Dispatcher final : public QObject
{
    Q_OBJECT
public:
    explicit Dispatcher(Engine::Private &engine);

    /// Rows or links have changed.
    void wake();

private:
    struct Lane {
        model::AccountId account;
        QString home;
        model::Channel channel = model::Channel::Chat;
        bool operator<(const Lane &other) const
        {
            return std::tie(account, home, channel) < std::tie(other.account, other.home, other.channel);
        }
    };
    /// What was under way when the program ended goes again. Until that is stored nothing is sent: it could not be told
    /// from what is under way now.
    void requeueInterrupted();
    void linkIsUp(model::AccountId account, model::Service service);
    void dispatch(const std::vector<store::OutboxRow> &open);
    [[nodiscard]] bool isUp(const store::OutboxRow &row) const;
    void begin(const store::OutboxRow &row, const Lane &lane);
    void perform(const store::OutboxRow &row, const Lane &lane);
    void answered(const store::OutboxRow &row, const Lane &lane, const base::Result<model::CommandResult> &result);
    /// \p untaken: how often the store would not take it so far.
    void finish(store::OutboxRow row, const Lane &lane, const base::Result<model::CommandResult> &result, int untaken = 0);
    void file(const store::OutboxRow &row);
    void filed(const store::OutboxRow &row, const base::Result<model::CommandResult> &result);
    void release(const Lane &lane);
    /// The store takes nothing of it just now.
    void releaseLater(const Lane &lane);

    Engine::Private &m_engine;
    Carrier m_carrier;
    std::set<Lane> m_busy;           ///< a row of this lane is on its way
    std::set<std::int64_t> m_filing; ///< rows whose copy is being filed, or was in this run
    QTimer m_timer;                  ///< the next hold or retry that is due
    QTimer m_fileAgain;              ///< a copy could not be filed just now
    int m_unfiled = 0;               ///< how often in a row
    bool m_isReady = false;
    bool m_reading = false;
    bool m_again = false;
};

}
