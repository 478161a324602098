#include "core/store/SegmentTable.h"

#include "core/store/ValueCodec.h"

namespace isthmus::store {

namespace {

#define SET_COLUMNS "SELECT id, account, sender, recipient, sid, item, done_at FROM segment_set "

SegmentSet read(const Rows &rows)
{
    SegmentSet set;
    set.id = rows.integer(0);
    set.account = rows.id<model::AccountId>(1);
    set.sender = model::Jid::parse(rows.text(2)).valueOr({});
    set.recipient = model::Jid::parse(rows.text(3)).valueOr({});
    set.sid = rows.text(4);
    if (!rows.isNull(5))
        set.item = rows.id<model::ItemId>(5);
    if (!rows.isNull(6))
        set.doneAt = rows.time(6);
    return set;
}

}

std::optional<SegmentSet> SegmentTable::find(model::AccountId account, const model::Jid &sender, const model::Jid &recipient,
                                             const QString &sid)
{
    Rows rows = m_connection.select(SET_COLUMNS "WHERE account = ? AND sender = ? AND recipient = ? AND sid = ?", account,
                                    sender.toString(), recipient.toString(), sid);
    if (!rows.next())
        return std::nullopt;
    return read(rows);
}

std::vector<SegmentSet> SegmentTable::open()
{
    std::vector<SegmentSet> found;
    Rows rows = m_connection.select(SET_COLUMNS "WHERE done_at IS NULL ORDER BY id");
    while (rows.next())
        found.push_back(read(rows));
    return found;
}

SegmentSet SegmentTable::begin(model::AccountId account, const model::Jid &sender, const model::Jid &recipient,
                               const QString &sid)
{
    m_connection.run("DELETE FROM segment_set WHERE account = ? AND sender = ? AND recipient = ? AND sid = ?", account,
                     sender.toString(), recipient.toString(), sid);
    SegmentSet set{0, account, sender, recipient, sid, {}, {}};
    set.id = m_connection.insert("INSERT INTO segment_set (account, sender, recipient, sid) VALUES (?, ?, ?, ?)", account,
                                 sender.toString(), recipient.toString(), sid);
    return set;
}

void SegmentTable::setItem(std::int64_t set, model::ItemId item)
{
    m_connection.run("UPDATE segment_set SET item = ? WHERE id = ?", item, set);
}

void SegmentTable::finish(std::int64_t set, base::Timestamp at)
{
    m_connection.run("UPDATE segment_set SET done_at = ? WHERE id = ?", at, set);
}

void SegmentTable::attach(std::int64_t stanza, std::int64_t set)
{
    m_connection.run("UPDATE stanza SET segment_set = ?, state = ? WHERE id = ?", set, ReadState::Waiting, stanza);
}

std::vector<StanzaRow> SegmentTable::stanzas(std::int64_t set)
{
    std::vector<StanzaRow> found;
    Rows rows = m_connection.select("SELECT id, account, value, live, received_at FROM stanza WHERE segment_set = ?"
                                    " ORDER BY id",
                                    set);
    while (rows.next()) {
        StanzaRow row;
        row.id = rows.integer(0);
        row.account = rows.id<model::AccountId>(1);
        row.stanza.message = decode<model::InstantMessage>(rows.blob(2)).value_or(model::InstantMessage{});
        row.stanza.live = rows.flag(3);
        row.stanza.receivedAt = rows.time(4);
        found.push_back(std::move(row));
    }
    return found;
}

void SegmentTable::removeStanzas(std::int64_t set, std::int64_t except)
{
    m_connection.run("DELETE FROM stanza WHERE segment_set = ? AND id <> ?", set, except);
}

}
