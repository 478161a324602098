#pragma once

#include "core/base/Task.h"
#include "core/imap/MailSession.h"
#include "core/mail/ImapSync.h"
#include "core/mail/PopSync.h"
#include "core/model/Account.h"
#include "core/model/Batch.h"
#include "core/model/Command.h"
#include "core/wire/WireConfig.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace isthmus::mail {

/// A number in [0, 1).
using Chance = std::function<double()>;

/// The incoming service of one account, kept connected: session, sync, back-off.
/// Thread: the I/O thread; made elsewhere and moved there. The slots are invoked through its event loop.
class Incoming : public QObject
{
    Q_OBJECT
public:
    struct Timing {
        imap::ImapConnection::Timing imap;
        ImapSync::Timing sync;
        std::chrono::milliseconds popEvery = std::chrono::minutes(5);
    };
    struct Setup {
        model::ServicePlan plan;
        QString password;
        wire::WireConfig wire;
        base::Clock clock = base::systemNow;
        Chance chance;
        Timing timing;
        FolderPass::Limits fetch;
    };

    explicit Incoming(Setup setup);
    ~Incoming() override;

    void start(const std::vector<model::Cursor> &cursors);
    void stop();
    void stored(quint64 number);
    /// See port::Transport::setHistoryPaused().
    void setHistoryPaused(bool paused);
    void perform(const model::Command &command, const base::Promise<model::CommandResult> &promise);

Q_SIGNALS:
    void batch(quint64 number, const isthmus::model::Batch &batch);
    void stateChanged(const isthmus::model::LinkState &state);
    void backlogChanged(const isthmus::model::Backlog &backlog);

private:
    void connectNext();
    void openImap(const model::Endpoint &endpoint);
    void openPop3(const model::Endpoint &endpoint);
    void online();
    void lost(const base::Error &error);
    void retryLater(const base::Error &error);
    void drop();
    void handOver(const model::Batch &batch);
    void setPhase(model::LinkState::Phase phase, std::optional<base::Error> error = {},
                  std::optional<base::Timestamp> retryAt = {});
    [[nodiscard]] imap::Credentials credentials(const model::Endpoint &endpoint) const;

    Setup m_setup;
    std::map<QString, model::Cursor> m_cursors;
    model::LinkState m_state;
    std::size_t m_endpoint = 0; ///< of the plan, to try next
    int m_failures = 0;
    bool m_wanted = false;
    bool m_historyPaused = false;
    quint64 m_batches = 0;
    std::vector<model::Cursor> m_outstanding; ///< of the last batch, not stored yet
    bool m_waitsForStored = false;            ///< the present connection does
    std::unique_ptr<imap::ImapSession> m_imap;
    std::unique_ptr<imap::Pop3Session> m_pop3;
    std::unique_ptr<ImapSync> m_imapSync;
    std::unique_ptr<PopSync> m_popSync;
    std::vector<base::Promise<model::CommandResult>> m_popChecks;
    QTimer m_retry;
};

}
