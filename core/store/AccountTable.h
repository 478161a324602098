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

    /// Those that are signed in.
    [[nodiscard]] std::vector<model::Account> all();
    /// Those that were removed and whose messages are kept for reading.
    [[nodiscard]] std::vector<model::Account> removed();
    /// Inserts, or updates the account with that address; its id and idKey then stay. One that was removed is signed in
    /// again, with the messages that were kept.
    [[nodiscard]] model::AccountId save(const model::Account &account, base::Timestamp now);
    /// When this profile first knew the account.
    [[nodiscard]] base::Timestamp createdAt(model::AccountId id);
    void setStartOptions(model::AccountId id, bool connectChat, bool fetchMail);

private:
    [[nodiscard]] std::vector<model::Account> read(Rows rows);
    Connection &m_connection;
};

}
