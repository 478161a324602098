#include "core/store/StanzaTable.h"

#include "core/store/ValueCodec.h"

namespace isthmus::store {

std::int64_t StanzaTable::arrived(model::AccountId account, const model::ArrivedStanza &stanza)
{
    return m_connection.insert(
        "INSERT INTO stanza (account, value, live, received_at, place, state) VALUES (?, ?, ?, ?, ?, ?)", account,
        encode(stanza.message), stanza.live, stanza.receivedAt, stanza.place, ReadState::Arrived);
}

std::vector<StanzaRow> StanzaTable::arrivedRows(int limit)
{
    std::vector<StanzaRow> found;
    Rows rows = m_connection.select("SELECT id, account, value, live, received_at, place FROM stanza WHERE state = 0"
                                    " ORDER BY id LIMIT ?",
                                    limit);
    while (rows.next()) {
        StanzaRow row;
        row.id = rows.integer(0);
        row.account = rows.id<model::AccountId>(1);
        row.stanza.message = decode<model::InstantMessage>(rows.blob(2)).value_or(model::InstantMessage{});
        row.stanza.live = rows.flag(3);
        row.stanza.receivedAt = rows.time(4);
        if (!rows.isNull(5))
            row.stanza.place = rows.time(5);
        found.push_back(std::move(row));
    }
    return found;
}

void StanzaTable::setState(std::int64_t stanza, ReadState state)
{
    m_connection.run("UPDATE stanza SET state = ? WHERE id = ?", state, stanza);
}

void StanzaTable::replace(std::int64_t stanza, const model::InstantMessage &message)
{
    m_connection.run("UPDATE stanza SET value = ? WHERE id = ?", encode(message), stanza);
}

void StanzaTable::remove(std::int64_t stanza)
{
    m_connection.run("DELETE FROM stanza WHERE id = ?", stanza);
}

std::optional<QByteArray> StanzaTable::value(std::int64_t stanza)
{
    Rows rows = m_connection.select("SELECT value FROM stanza WHERE id = ?", stanza);
    if (!rows.next())
        return std::nullopt;
    return rows.blob(0);
}

}
