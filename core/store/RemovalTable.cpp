#include "core/store/RemovalTable.h"

#include "core/model/Contact.h"
#include "core/model/Item.h"
#include "core/store/DisplayReportTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/PersonTable.h"

namespace isthmus::store {

RemovalTable::Unsent RemovalTable::unsent(model::AccountId account)
{
    Unsent unsent;
    Rows rows = m_connection.select("SELECT channel, count(*) FROM outbox WHERE account = ? AND (state < ? OR state = ?)"
                                    " GROUP BY channel",
                                    account, OutboxState::Sent, OutboxState::Failed);
    while (rows.next()) {
        int &count = rows.enumerator<model::Channel>(0) == model::Channel::Chat ? unsent.chats : unsent.mails;
        count = static_cast<int>(rows.integer(1));
    }
    Rows moves = m_connection.select("SELECT count(*) FROM mail_move WHERE account = ?", account);
    unsent.moves = moves.next() ? static_cast<int>(moves.integer(0)) : 0;
    return unsent;
}

void RemovalTable::keepMessages(model::AccountId account, base::Timestamp now)
{
    m_connection.run("UPDATE account SET removed_at = ? WHERE id = ?", now, account);
    m_connection.run("DELETE FROM contact_request WHERE account = ?", account);
    m_connection.run("UPDATE display_report SET state = ? WHERE account = ? AND state < ?",
                     DisplayReportTable::State::Refused, account, DisplayReportTable::State::Done);
}

RemovalTable::Erased RemovalTable::erase(model::AccountId account)
{
    Erased erased;
    {
        Rows rows = m_connection.select("SELECT id, home FROM item WHERE account = ?", account);
        while (rows.next())
            erased.items.emplace_back(rows.id<model::ItemId>(0), rows.text(1));
    }
    {
        Rows rows = m_connection.select("SELECT DISTINCT person FROM address_link WHERE owner = 1 AND address_key IN"
                                        " (SELECT home FROM item WHERE account = ?"
                                        " UNION SELECT address_key FROM roster WHERE account = ?)",
                                        account, account);
        while (rows.next())
            erased.persons.push_back(rows.id<model::PersonId>(0));
    }
    // The index has no text of its own, and words that are only marked as gone can be read in the file: it is made anew
    // (4: model::ItemKind::Unreadable, which has no words).
    m_connection.run("INSERT INTO search (search) VALUES ('delete-all')");
    // Children before what they name: with none left, each row that goes is not looked for in vain.
    m_connection.run("DELETE FROM item WHERE account = ?", account);
    m_connection.run("INSERT OR IGNORE INTO search_pending (item) SELECT id FROM item WHERE kind <> 4");
    // What another account sent anew may still name what it was first.
    m_connection.run("UPDATE item SET mail = NULL WHERE mail IN (SELECT id FROM mail WHERE account = ?)", account);
    m_connection.run("UPDATE item SET stanza = NULL WHERE stanza IN (SELECT id FROM stanza WHERE account = ?)", account);
    m_connection.run("DELETE FROM stanza WHERE account = ?", account);
    m_connection.run("DELETE FROM account WHERE id = ?", account);
    forgetPersons(erased.persons);
    return erased;
}

void RemovalTable::forgetPersons(const std::vector<model::PersonId> &persons)
{
    for (const model::PersonId person : persons) {
        m_connection.run("UPDATE address_link SET evidence = ? WHERE person = ? AND evidence = ?"
                         " AND address_key NOT IN (SELECT address_key FROM roster)",
                         model::Evidence::Header, person, model::Evidence::Roster);
        m_connection.run("DELETE FROM person WHERE id = ? AND name_source < ? AND send_via = 0 AND muted = 0"
                         " AND blocked = 0 AND suspicious = 0 AND NOT EXISTS (SELECT 1 FROM address_link AS l"
                         "  WHERE l.person = person.id AND (l.evidence >= ? OR l.owner = 1"
                         "   AND (EXISTS (SELECT 1 FROM item WHERE item.home = l.address_key)"
                         "    OR EXISTS (SELECT 1 FROM roster AS r WHERE r.address_key = l.address_key)"
                         "    OR EXISTS (SELECT 1 FROM draft WHERE draft.home = l.address_key))))",
                         person, NameSource::User, model::Evidence::Confirmed);
    }
    m_connection.run("DELETE FROM published_preference WHERE address_key NOT IN (SELECT address_key FROM address_link)");
}

void RemovalTable::addRest(const QString &address, bool copies)
{
    m_connection.run("INSERT INTO removal_rest (address, keyring, copies) VALUES (?, 1, ?)"
                     " ON CONFLICT (address) DO UPDATE SET keyring = 1, copies = max(copies, excluded.copies)",
                     address, copies);
}

std::vector<RemovalTable::Rest> RemovalTable::rests()
{
    std::vector<Rest> found;
    Rows rows = m_connection.select("SELECT address, keyring, copies FROM removal_rest ORDER BY id");
    while (rows.next())
        found.push_back({rows.text(0), rows.flag(1), rows.flag(2)});
    return found;
}

void RemovalTable::secretIsGone(const QString &address)
{
    m_connection.run("UPDATE removal_rest SET keyring = 0 WHERE address = ?", address);
    dropDone();
}

void RemovalTable::copiesAreGone()
{
    m_connection.run("UPDATE removal_rest SET copies = 0");
    dropDone();
}

void RemovalTable::dropDone()
{
    m_connection.run("DELETE FROM removal_rest WHERE keyring = 0 AND copies = 0");
}

}
