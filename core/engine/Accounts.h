#pragma once

#include "core/base/Task.h"
#include "core/model/Account.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace isthmus::engine {

class Engine;

/// Signing in and out, and the three links of each account. Thread: the window's.
class Accounts final : public QObject
{
    Q_OBJECT
public:
    explicit Accounts(Engine &engine);
    ~Accounts() override;

    [[nodiscard]] std::vector<model::Account> all() const;
    [[nodiscard]] model::LinkState state(model::AccountId account, model::Service service) const;
    [[nodiscard]] bool secretsPersist() const;

    /// Looks for the services of an address; serviceFound() reports them one by one.
    [[nodiscard]] base::Task<model::AccountPlan> discover(model::MailAddress address);
    /// Keeps the account and its password and starts the links. Each link then succeeds or fails on its
    /// own, see stateChanged(); one attempt each with a password the server refuses.
    [[nodiscard]] base::Task<model::AccountId> signIn(model::MailAddress address, QString password, model::AccountPlan plan,
                                                      bool connectChat, bool fetchMail);
    /// Registers the address in band (XEP-0077) at its domain, then signs in as above.
    [[nodiscard]] base::Task<model::AccountId> registerAndSignIn(model::MailAddress address, QString password,
                                                                 model::AccountPlan plan);
    /// After a refused password: stores the new one and tries again.
    [[nodiscard]] base::Task<base::Done> changePassword(model::AccountId account, QString password);
    [[nodiscard]] base::Task<base::Done> setStartOptions(model::AccountId account, bool connectChat, bool fetchMail);
    /// What was written or decided on this computer and has not left yet.
    struct Unsent {
        int chats = 0;
        int mails = 0;
        int moves = 0; ///< e-mails on their way to the archive or the trash
        [[nodiscard]] bool isEmpty() const { return chats + mails + moves == 0; }
        bool operator==(const Unsent &) const = default;
    };
    [[nodiscard]] base::Task<Unsent> unsent(model::AccountId account);
    enum class Messages : std::uint8_t { Keep, Erase };
    /// Takes an account out of the program: its links end; in one transaction its messages are kept for reading, or erased
    /// with what is known of it; then its password leaves the keyring. On the servers nothing changes. What has not left
    /// and is kept stands as failed where it was written, and can be sent from another account. Also erases an account of
    /// removed(). The result: why the keyring did not give the password up, which is tried again at the next start.
    /// Fault::NotFound; Fault::Storage: nothing has changed, and the links are taken up again.
    [[nodiscard]] base::Task<std::optional<base::Error>> remove(model::AccountId account, Messages messages);
    /// Not signed in any more, their messages kept.
    [[nodiscard]] std::vector<model::Account> removed() const;
    void connectNow(model::AccountId account);
    void disconnectNow(model::AccountId account);
    void checkMail();

Q_SIGNALS:
    void serviceFound(const isthmus::model::MailAddress &address, const isthmus::model::ServicePlan &plan);
    void stateChanged(isthmus::model::AccountId account, isthmus::model::Service service,
                      const isthmus::model::LinkState &state);
    void accountsChanged();

private:
    void startWithStoredSecret(const model::Account &account);
    void open(const model::Account &account, const QString &password, bool chat, bool mail);
    void save(const model::Account &account, const QString &password, const base::Promise<model::AccountId> &promise);
    void forget(const model::Account &account, Messages messages);
    /// What removals have still to do outside of the database; again at the next start where it fails.
    void finishRemovals();
    [[nodiscard]] base::Task<base::Done> forgetSecret(const QString &address);
    void eraseCopies();
    struct Private;
    std::unique_ptr<Private> d;
};

}
