#include "core/store/ContactRequestTable.h"

namespace isthmus::store {

bool ContactRequestTable::apply(model::AccountId account, const model::ContactAsked &asked, base::Timestamp now)
{
    const QString jid = asked.jid.bare().toString();
    if (asked.withdrawn) {
        return m_connection.change("DELETE FROM contact_request WHERE account = ? AND jid = ? AND answer = ?", account, jid,
                                   RequestAnswer::None)
               > 0;
    }
    if (m_connection.change("UPDATE contact_request SET nick = ?, words = ? WHERE account = ? AND jid = ?", asked.nick,
                            asked.words, account, jid)
        > 0)
        return true;
    return m_connection.change("INSERT INTO contact_request (account, jid, nick, words, since, answer)"
                               " SELECT ?, ?, ?, ?, ?, ? WHERE"
                               " (SELECT count(*) FROM contact_request WHERE account = ?) < ?",
                               account, jid, asked.nick, asked.words, now, RequestAnswer::None, account, mostOpen)
           > 0;
}

std::vector<ContactRequestRow> ContactRequestTable::all()
{
    std::vector<ContactRequestRow> found;
    Rows rows = m_connection.select("SELECT id, account, jid, nick, words, since, answer FROM contact_request ORDER BY id");
    while (rows.next()) {
        auto jid = model::Jid::parse(rows.text(2));
        if (!jid)
            continue;
        found.push_back({rows.integer(0), rows.id<model::AccountId>(1), std::move(jid).value(), rows.text(3), rows.text(4),
                         rows.time(5), rows.enumerator<RequestAnswer>(6)});
    }
    return found;
}

bool ContactRequestTable::answer(std::int64_t id, RequestAnswer answer)
{
    return m_connection.change("UPDATE contact_request SET answer = ? WHERE id = ?", answer, id) > 0;
}

void ContactRequestTable::remove(std::int64_t id)
{
    m_connection.run("DELETE FROM contact_request WHERE id = ?", id);
}

}
