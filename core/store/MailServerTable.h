#pragma once

#include "core/model/Ids.h"
#include "core/store/Connection.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace isthmus::store {

/// Table `mail_server`: servers that say, in the mails of an account, whether a sender was checked
/// (RFC 8601). Nothing is believed before the user has confirmed the server (specification 7.2).
class MailServerTable
{
public:
    enum class State : std::uint8_t { Seen, Trusted, Refused };
    struct Row {
        std::int64_t id = 0;
        model::AccountId account;
        QString name;       ///< authserv-id, lower case
        QString receivedBy; ///< host of the topmost Received field, lower case; may be the same
        State state = State::Seen;
    };

    explicit MailServerTable(Connection &connection) : m_connection(connection) {}

    /// True: it was not known before.
    bool seen(model::AccountId account, const QString &name, const QString &receivedBy);
    void decide(model::AccountId account, const QString &name, State state);
    [[nodiscard]] std::vector<Row> all();
    /// The names and hosts that the user confirmed.
    [[nodiscard]] QStringList trusted(model::AccountId account);

private:
    Connection &m_connection;
};

}
