#include "core/store/MailServerTable.h"

namespace isthmus::store {

bool MailServerTable::seen(model::AccountId account, const QString &name, const QString &receivedBy)
{
    Rows rows = m_connection.select("SELECT id FROM mail_server WHERE account = ? AND name = ?", account, name.toLower());
    if (rows.next())
        return false;
    m_connection.run("INSERT INTO mail_server (account, name, received_by, state) VALUES (?, ?, ?, ?)", account,
                     name.toLower(), receivedBy.toLower(), State::Seen);
    return true;
}

void MailServerTable::decide(model::AccountId account, const QString &name, State state)
{
    m_connection.run("INSERT INTO mail_server (account, name, received_by, state) VALUES (?, ?, ?, ?)"
                     " ON CONFLICT (account, name) DO UPDATE SET state = excluded.state",
                     account, name.toLower(), name.toLower(), state);
}

std::vector<MailServerTable::Row> MailServerTable::all()
{
    std::vector<Row> found;
    Rows rows = m_connection.select("SELECT id, account, name, received_by, state FROM mail_server ORDER BY id");
    while (rows.next()) {
        found.push_back(
            {rows.integer(0), rows.id<model::AccountId>(1), rows.text(2), rows.text(3), rows.enumerator<State>(4)});
    }
    return found;
}

QStringList MailServerTable::trusted(model::AccountId account)
{
    QStringList names;
    Rows rows = m_connection.select("SELECT name, received_by FROM mail_server WHERE account = ? AND state = ?", account,
                                    State::Trusted);
    while (rows.next())
        names << rows.text(0) << rows.text(1);
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

}
