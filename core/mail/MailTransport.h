#pragma once

#include "core/mail/Incoming.h"
#include "core/mail/MailThreads.h"
#include "core/mail/Outgoing.h"
#include "core/port/Transport.h"
#include "core/wire/NetworkWatch.h"

#include <memory>

namespace isthmus::mail {

/// An account's mail: IMAP or POP3 in, submission out. The two stand and fall independently. Streams: "imap:" with the
/// folder's name, or "pop3:INBOX". Takes SendMail, AppendMail, StoreFlags, MoveMail and CheckMail; the middle three with
/// IMAP only (Fault::Unsupported).
///
/// Thread: the engine's; the work is done on \p threads, which must be made before and is kept as long as needed.
class MailTransport : public port::Transport
{
    Q_OBJECT
public:
    struct Environment {
        wire::WireConfig wire;
        std::shared_ptr<MailThreads> threads;
        base::Clock clock = base::systemNow;
        Chance chance; ///< spreads the back-off; without it there is no jitter
        Incoming::Timing timing;
        FolderPass::Limits fetch;
    };

    MailTransport(const model::Account &account, const QString &password, const Environment &environment,
                  QObject *parent = nullptr);
    ~MailTransport() override;

    void start(std::vector<model::Cursor> cursors) override;
    void startSending() override;
    void stop() override;
    void wake() override;
    [[nodiscard]] model::LinkState state(model::Service service) const override;
    [[nodiscard]] base::Task<model::CommandResult> perform(model::Command command) override;
    void stored(quint64 batchNumber) override;
    void setHistoryPaused(bool paused) override;

private:
    model::AccountId m_account;
    std::shared_ptr<MailThreads> m_threads;
    wire::NetworkWatch m_network;
    Incoming *m_incoming = nullptr; ///< lives on the I/O thread and is deleted there
    Outgoing *m_outgoing = nullptr; ///< lives on the sending thread and is deleted there
    model::LinkState m_incomingState;
    model::LinkState m_outgoingState;
    bool m_wanted = false;
    bool m_fetches = false; ///< incoming mail is wanted, too
};

}
