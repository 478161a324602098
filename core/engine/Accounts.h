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
    struct Private;
    std::unique_ptr<Private> d;
};

}
