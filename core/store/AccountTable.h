#pragma once

#include "core/model/Account.h"
#include "core/store/Connection.h"

#include <vector>

namespace isthmus::store {

/// Table `account`. Thread: the connection's; every table class throws Abort when SQLite fails.
class AccountTable
{
public:
    explicit AccountTable(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::vector<model::Account> all();
    /// Inserts, or updates the account with that address; its id and idKey then stay.
    [[nodiscard]] model::AccountId save(const model::Account &account, base::Timestamp now);
    /// When this profile first knew the account.
    [[nodiscard]] base::Timestamp createdAt(model::AccountId id);
    void setStartOptions(model::AccountId id, bool connectChat, bool fetchMail);

private:
    Connection &m_connection;
};

}
