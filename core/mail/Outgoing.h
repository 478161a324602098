#pragma once

#include "core/base/Task.h"
#include "core/base/Timestamp.h"
#include "core/mail/Incoming.h"
#include "core/mail/MailThreads.h"
#include "core/mail/SmtpSubmit.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace isthmus::mail {

/// The outgoing service of one account: one log-in at the start shows whether it works, then a connection for each mail.
/// Thread: the sending thread; made elsewhere and moved there.
class Outgoing : public QObject
{
    Q_OBJECT
public:
    struct Setup {
        model::ServicePlan plan;
        QString password;
        wire::WireConfig wire;
        base::Clock clock = base::systemNow;
        Chance chance;
    };

    Outgoing(Setup setup, MailThreads &threads);
    ~Outgoing() override;

    void start();
    void stop();
    void send(const model::SendMail &mail, const base::Promise<model::CommandResult> &promise);

Q_SIGNALS:
    void stateChanged(const isthmus::model::LinkState &state);

private:
    void tryToLogIn();
    void probed(std::size_t endpoint, const base::Result<base::Done> &result);
    void retryLater(const base::Error &error);
    void setState(const model::LinkState &state);
    [[nodiscard]] SmtpSetup smtpSetup(const model::Endpoint &endpoint) const;

    Setup m_setup;
    SendQueue &m_queue;
    std::shared_ptr<std::atomic<bool>> m_ending;
    std::shared_ptr<std::atomic<bool>> m_stopped = std::make_shared<std::atomic<bool>>(true);
    model::LinkState m_state;
    std::size_t m_endpoint = 0; ///< of the plan: the one that worked last
    int m_failures = 0;
    QTimer m_retry;
};

}
