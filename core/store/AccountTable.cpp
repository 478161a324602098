#include "core/store/AccountTable.h"

#include "core/store/MailServerTable.h"
#include "core/store/ValueCodec.h"

namespace isthmus::store {

#define ACCOUNT_COLUMNS "SELECT id, jid, address, display_name, endpoints, connect_chat, fetch_mail, id_key FROM account "

std::vector<model::Account> AccountTable::all()
{
    return read(m_connection.select(ACCOUNT_COLUMNS "WHERE removed_at = 0 ORDER BY id"));
}

std::vector<model::Account> AccountTable::removed()
{
    return read(m_connection.select(ACCOUNT_COLUMNS "WHERE removed_at <> 0 ORDER BY id"));
}

std::vector<model::Account> AccountTable::read(Rows rows)
{
    std::vector<model::Account> accounts;
    while (rows.next()) {
        model::Account account;
        account.id = rows.id<model::AccountId>(0);
        account.jid = model::Jid::parse(rows.text(1)).valueOr({});
        account.address = model::MailAddress::parse(rows.text(2)).valueOr({});
        account.displayName = rows.text(3);
        account.plan = decode<model::AccountPlan>(rows.blob(4)).value_or(model::AccountPlan{});
        account.plan.incoming.service = model::Service::IncomingMail;
        account.plan.outgoing.service = model::Service::OutgoingMail;
        account.connectChat = rows.flag(5);
        account.fetchMail = rows.flag(6);
        account.idKey = rows.blob(7);
        accounts.push_back(std::move(account));
    }
    for (model::Account &account : accounts)
        account.trustedServers = MailServerTable(m_connection).trusted(account.id);
    return accounts;
}

model::AccountId AccountTable::save(const model::Account &account, base::Timestamp now)
{
    m_connection.run(
        "INSERT INTO account (address_key, jid, address, display_name, endpoints, connect_chat, fetch_mail, id_key,"
        " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (address_key) DO UPDATE SET jid = excluded.jid, address = excluded.address,"
        " display_name = excluded.display_name, endpoints = excluded.endpoints,"
        " connect_chat = excluded.connect_chat, fetch_mail = excluded.fetch_mail, removed_at = 0",
        account.address.key(), account.jid.toString(), account.address.toString(), account.displayName, encode(account.plan),
        account.connectChat, account.fetchMail, account.idKey, now);
    // Its password was kept a moment ago: that of a removal before is not to be taken away any more.
    m_connection.run("UPDATE removal_rest SET keyring = 0 WHERE address = ?", account.address.toString());
    m_connection.run("DELETE FROM removal_rest WHERE keyring = 0 AND copies = 0");
    Rows rows = m_connection.select("SELECT id FROM account WHERE address_key = ?", account.address.key());
    rows.next();
    return rows.id<model::AccountId>(0);
}

base::Timestamp AccountTable::createdAt(model::AccountId id)
{
    Rows rows = m_connection.select("SELECT created_at FROM account WHERE id = ?", id);
    return rows.next() ? rows.time(0) : base::Timestamp{};
}

void AccountTable::setStartOptions(model::AccountId id, bool connectChat, bool fetchMail)
{
    m_connection.run("UPDATE account SET connect_chat = ?, fetch_mail = ? WHERE id = ?", connectChat, fetchMail, id);
}

}
