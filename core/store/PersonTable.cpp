#include "core/store/PersonTable.h"

#include "core/store/PreferenceTable.h"

#include <algorithm>

namespace isthmus::store {

namespace {

#define PERSON_COLUMNS "SELECT id, name, name_source, send_via, muted, blocked, suspicious FROM person "

QString written(const model::Address &address)
{
    if (const auto *jid = std::get_if<model::Jid>(&address))
        return jid->bare().toString();
    return std::get<model::MailAddress>(address).toString();
}

}

std::vector<PersonRow> PersonTable::complete(Rows rows)
{
    std::vector<PersonRow> found;
    while (rows.next()) {
        PersonRow row;
        row.contact.id = rows.id<model::PersonId>(0);
        row.contact.name = rows.text(1);
        row.nameSource = rows.enumerator<NameSource>(2);
        row.contact.sendVia = rows.enumerator<model::SendVia>(3);
        row.contact.muted = rows.flag(4);
        row.contact.blocked = rows.flag(5);
        row.suspicious = rows.flag(6);
        found.push_back(std::move(row));
    }
    for (PersonRow &row : found) {
        // Spelled as the address was given, which its key is not.
        Rows links =
            m_connection.select("SELECT l.id, l.address_key, l.address, l.evidence, l.since, l.owner,"
                                " (SELECT max(r.subscription) FROM roster AS r WHERE r.address_key = l.address_key),"
                                " l.denied"
                                " FROM address_link AS l WHERE l.person = ? ORDER BY l.evidence DESC, l.id",
                                row.contact.id);
        while (links.next()) {
            if (links.flag(5))
                row.homes.append(links.text(1));
            auto address = model::addressFromKey(links.text(1));
            if (!address)
                continue;
            if (std::holds_alternative<model::MailAddress>(*address))
                address =
                    model::Address(model::MailAddress::parse(links.text(2)).valueOr(std::get<model::MailAddress>(*address)));
            row.contact.links.push_back({links.id<model::LinkId>(0), std::move(address).value(),
                                         links.enumerator<model::Evidence>(3), links.time(4)});
            if (links.flag(7))
                row.denied.push_back(row.contact.links.back().id);
            if (links.flag(5) && !row.contact.links.back().isMail() && !row.contact.published)
                row.contact.published = PreferenceTable(m_connection).of(links.text(1));
            if (!links.isNull(6))
                row.contact.subscription = std::max(row.contact.subscription, links.enumerator<model::Subscription>(6));
        }
    }
    return found;
}

std::vector<PersonRow> PersonTable::all()
{
    return complete(m_connection.select(PERSON_COLUMNS "ORDER BY id"));
}

std::optional<PersonRow> PersonTable::one(model::PersonId person)
{
    std::vector<PersonRow> found = complete(m_connection.select(PERSON_COLUMNS "WHERE id = ?", person));
    if (found.empty())
        return std::nullopt;
    return std::move(found.front());
}

std::optional<model::PersonId> PersonTable::ownerOf(const QString &addressKey)
{
    Rows rows = m_connection.select("SELECT person FROM address_link WHERE address_key = ? AND owner = 1", addressKey);
    if (!rows.next())
        return std::nullopt;
    return rows.id<model::PersonId>(0);
}

std::vector<PersonRow> PersonTable::known()
{
    std::vector<PersonRow> found;
    Rows rows =
        m_connection.select("SELECT p.id, p.name, l.address_key FROM person AS p JOIN address_link AS l ON l.person = p.id"
                            " WHERE l.owner = 1 AND p.suspicious = 0"
                            " AND EXISTS (SELECT 1 FROM address_link AS k WHERE k.person = p.id AND k.evidence > ?)"
                            " ORDER BY p.id, l.evidence DESC, l.id",
                            model::Evidence::VCard);
    while (rows.next()) {
        const auto id = rows.id<model::PersonId>(0);
        auto address = model::addressFromKey(rows.text(2));
        if (!address)
            continue;
        if (found.empty() || found.back().contact.id != id) {
            found.emplace_back();
            found.back().contact.id = id;
            found.back().contact.name = rows.text(1);
        }
        found.back().homes.append(rows.text(2));
        found.back().contact.links.push_back({{}, std::move(address).value(), {}, {}});
    }
    return found;
}

model::PersonId PersonTable::add(const QString &name, NameSource source)
{
    return model::PersonId{m_connection.insert("INSERT INTO person (name, name_source) VALUES (?, ?)", name, source)};
}

model::PersonId PersonTable::suspicious()
{
    if (const auto owner = ownerOf(suspiciousHome()))
        return *owner;
    const model::PersonId id{
        m_connection.insert("INSERT INTO person (name, name_source, suspicious) VALUES ('', ?, 1)", NameSource::User)};
    m_connection.run("INSERT INTO address_link (person, address_key, address, evidence, since, owner)"
                     " VALUES (?, ?, '', 0, 0, 1)",
                     id, suspiciousHome());
    return id;
}

void PersonTable::remove(model::PersonId person)
{
    m_connection.run("DELETE FROM person WHERE id = ?", person);
}

void PersonTable::rename(model::PersonId person, const QString &name, NameSource source)
{
    m_connection.run("UPDATE person SET name = ?, name_source = ? WHERE id = ? AND name_source <= ?", name, source, person,
                     source);
}

void PersonTable::setSendVia(model::PersonId person, model::SendVia via)
{
    m_connection.run("UPDATE person SET send_via = ? WHERE id = ?", via, person);
}

void PersonTable::setMuted(model::PersonId person, bool muted)
{
    m_connection.run("UPDATE person SET muted = ? WHERE id = ?", muted, person);
}

void PersonTable::setBlocked(model::PersonId person, bool blocked)
{
    m_connection.run("UPDATE person SET blocked = ? WHERE id = ?", blocked, person);
}

void PersonTable::own(model::PersonId person, const model::Address &address, model::Evidence evidence, base::Timestamp since)
{
    m_connection.run("INSERT INTO address_link (person, address_key, address, evidence, since, owner)"
                     " VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (person, address_key) DO UPDATE SET owner = 1, denied = 0,"
                     " since = CASE WHEN excluded.evidence > evidence THEN excluded.since ELSE since END,"
                     " evidence = max(evidence, excluded.evidence)",
                     person, model::addressKey(address), written(address), evidence, since);
}

void PersonTable::claim(model::PersonId person, const model::Address &address, model::Evidence evidence,
                        base::Timestamp since)
{
    m_connection.run("INSERT INTO address_link (person, address_key, address, evidence, since, owner)"
                     " VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (person, address_key) DO NOTHING",
                     person, model::addressKey(address), written(address), evidence, since);
}

void PersonTable::noLongerInRoster(model::PersonId person, const model::Address &address)
{
    m_connection.run("UPDATE address_link SET evidence = ? WHERE person = ? AND address_key = ? AND evidence = ?",
                     model::Evidence::Header, person, model::addressKey(address), model::Evidence::Roster);
}

void PersonTable::moveLinks(model::PersonId from, model::PersonId to)
{
    m_connection.run("DELETE FROM address_link WHERE person = ? AND owner = 0 AND address_key IN"
                     " (SELECT address_key FROM address_link WHERE person = ? AND owner = 1)",
                     to, from);
    m_connection.run("UPDATE OR IGNORE address_link SET person = ? WHERE person = ?", to, from);
}

void PersonTable::moveLink(model::LinkId link, model::PersonId to)
{
    m_connection.run("DELETE FROM address_link WHERE person = ? AND owner = 0 AND address_key ="
                     " (SELECT address_key FROM address_link WHERE id = ?)",
                     to, link);
    m_connection.run("UPDATE address_link SET person = ? WHERE id = ?", to, link);
}

void PersonTable::deny(model::LinkId claim)
{
    m_connection.run("UPDATE address_link SET denied = 1 WHERE id = ? AND owner = 0", claim);
}

void PersonTable::deny(model::PersonId person, const model::Address &address, base::Timestamp since)
{
    claim(person, address, model::Evidence::Header, since);
    m_connection.run("UPDATE address_link SET denied = 1 WHERE person = ? AND address_key = ? AND owner = 0", person,
                     model::addressKey(address));
}

#define FORMER_COLUMNS "former, name, name_source, send_via, muted, blocked, restored"

namespace {

PersonTable::Former readFormer(const Rows &rows)
{
    PersonTable::Former former;
    former.person = rows.id<model::PersonId>(0);
    former.name = rows.text(1);
    former.nameSource = rows.enumerator<NameSource>(2);
    former.sendVia = rows.enumerator<model::SendVia>(3);
    former.muted = rows.flag(4);
    former.blocked = rows.flag(5);
    if (!rows.isNull(6))
        former.restored = rows.id<model::PersonId>(6);
    return former;
}

}

void PersonTable::noteFormer(model::PersonId person)
{
    // What came from elsewhere keeps its note; what is this person's own is noted as the person is now.
    m_connection.run("INSERT INTO joined_link (link, " FORMER_COLUMNS ")"
                     " SELECT l.id, p.id, p.name, p.name_source, p.send_via, p.muted, p.blocked, NULL"
                     " FROM address_link AS l JOIN person AS p ON p.id = l.person WHERE p.id = ?"
                     " ON CONFLICT (link) DO UPDATE SET former = excluded.former, name = excluded.name,"
                     " name_source = excluded.name_source, send_via = excluded.send_via, muted = excluded.muted,"
                     " blocked = excluded.blocked, restored = NULL"
                     " WHERE former = excluded.former OR restored = excluded.former",
                     person);
}

std::optional<PersonTable::Former> PersonTable::formerOf(model::LinkId link)
{
    Rows rows = m_connection.select("SELECT " FORMER_COLUMNS " FROM joined_link WHERE link = ?", link);
    return rows.next() ? std::optional(readFormer(rows)) : std::nullopt;
}

std::optional<PersonTable::Former> PersonTable::soleFormer(model::PersonId person)
{
    Rows rows = m_connection.select("SELECT " FORMER_COLUMNS " FROM address_link AS l LEFT JOIN joined_link AS j"
                                    " ON j.link = l.id WHERE l.person = ? AND l.owner = 1",
                                    person);
    std::optional<Former> sole;
    while (rows.next()) {
        if (rows.isNull(0))
            return std::nullopt;
        const Former former = readFormer(rows);
        if (sole && sole->person != former.person)
            return std::nullopt;
        sole = former;
    }
    return sole;
}

void PersonTable::becomeFormer(model::PersonId person, const Former &former)
{
    m_connection.run("UPDATE person SET name = ?, name_source = ?, send_via = ?, muted = ?, blocked = ? WHERE id = ?",
                     former.name, former.nameSource, former.sendVia, former.muted, former.blocked, person);
}

void PersonTable::restoreFormer(model::PersonId former, model::PersonId from, model::PersonId to)
{
    m_connection.run("UPDATE OR IGNORE address_link SET person = ? WHERE person = ? AND owner = 0"
                     " AND id IN (SELECT link FROM joined_link WHERE former = ?)",
                     to, from, former);
    m_connection.run("UPDATE joined_link SET restored = ? WHERE former = ?", to, former);
}

void PersonTable::forgetFormer(model::PersonId person)
{
    m_connection.run("DELETE FROM joined_link WHERE link IN (SELECT id FROM address_link WHERE person = ?)", person);
}

void PersonTable::setRoster(model::AccountId account, const model::Jid &jid, const QString &name,
                            model::Subscription subscription)
{
    m_connection.run("INSERT INTO roster (account, address_key, name, subscription) VALUES (?, ?, ?, ?)"
                     " ON CONFLICT (account, address_key) DO UPDATE SET name = excluded.name,"
                     " subscription = excluded.subscription",
                     account, model::addressKey(jid), name, subscription);
}

void PersonTable::removeRoster(model::AccountId account, const model::Jid &jid)
{
    m_connection.run("DELETE FROM roster WHERE account = ? AND address_key = ?", account, model::addressKey(jid));
}

QStringList PersonTable::rosterKeys(model::AccountId account)
{
    QStringList keys;
    Rows rows = m_connection.select("SELECT address_key FROM roster WHERE account = ?", account);
    while (rows.next())
        keys.append(rows.text(0));
    return keys;
}

std::optional<model::Subscription> PersonTable::subscription(model::AccountId account, const QString &addressKey)
{
    Rows rows =
        m_connection.select("SELECT subscription FROM roster WHERE account = ? AND address_key = ?", account, addressKey);
    if (!rows.next())
        return std::nullopt;
    return rows.enumerator<model::Subscription>(0);
}

}
