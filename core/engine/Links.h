#pragma once

#include "core/model/Account.h"
#include "core/port/Transport.h"

#include <QHash>
#include <QObject>

#include <array>
#include <functional>
#include <memory>

namespace isthmus::engine {

/// The transports of all accounts, and which state each service is in. Thread: the window's.
class Links final : public QObject
{
    Q_OBJECT
public:
    using Factory = std::function<std::unique_ptr<port::Transport>(const model::Account &, QString password)>;

    Links(Factory chat, Factory mail, QObject *parent = nullptr);
    ~Links() override;

    /// Makes the account's transports anew and starts those that are wanted.
    void open(const model::Account &account, const QString &password, std::vector<model::Cursor> cursors, bool chat,
              bool mail);
    /// The links cannot even be tried.
    void refuse(model::AccountId account, const base::Error &error);
    void start(model::AccountId account, const std::vector<model::Cursor> &cursors);
    /// Its mail alone.
    void startMail(model::AccountId account, const std::vector<model::Cursor> &cursors);
    void stop(model::AccountId account);
    /// Ends the account's transports for good.
    void remove(model::AccountId account);
    void stopAll();
    /// See port::Transport::wake().
    void wakeAll();
    /// See port::Transport::setHistoryPaused(); of all accounts, also of those that come.
    void setHistoryPaused(bool paused);
    /// Of all accounts that are online, together; Service::Chat or IncomingMail.
    [[nodiscard]] model::Backlog backlog(model::Service service) const;
    [[nodiscard]] bool has(model::AccountId account) const { return m_accounts.contains(account); }

    [[nodiscard]] model::LinkState state(model::AccountId account, model::Service service) const;
    [[nodiscard]] bool isOnline(model::AccountId account, model::Service service) const;
    /// Hands the command to the transport whose kind it is; Fault::Unreachable where there is none.
    [[nodiscard]] base::Task<model::CommandResult> perform(model::AccountId account, model::Command command);

Q_SIGNALS:
    void stateChanged(isthmus::model::AccountId account, isthmus::model::Service service,
                      const isthmus::model::LinkState &state);
    void backlogChanged();
    /// \p done is to be called once the batch is on disk.
    void batch(isthmus::model::AccountId account, const isthmus::model::Batch &batch, const std::function<void()> &done);
    void presenceChanged(isthmus::model::AccountId account, const isthmus::model::Jid &bare,
                         const isthmus::model::Presence &presence);

private:
    struct Entry {
        std::unique_ptr<port::Transport> chat;
        std::unique_ptr<port::Transport> mail;
        std::optional<base::Error> refusal;
        QHash<model::Service, model::Backlog> backlogs;
    };
    void follow(model::AccountId account, port::Transport &transport);
    [[nodiscard]] port::Transport *transport(model::AccountId account, model::Service service) const;

    Factory m_makeChat;
    Factory m_makeMail;
    QHash<model::AccountId, std::shared_ptr<Entry>> m_accounts;
    bool m_historyPaused = false;
};

}
