#include "core/store/OutboxTable.h"

#include "core/model/Journey.h"

namespace isthmus::store {

namespace {

constexpr int noFallback = -1;

int fallbackNumber(const std::optional<model::Channel> &fallback)
{
    return fallback ? static_cast<int>(*fallback) : noFallback;
}

OutboxRow read(const Rows &rows)
{
    OutboxRow row;
    row.id = rows.integer(0);
    row.account = rows.id<model::AccountId>(1);
    row.item = rows.id<model::ItemId>(2);
    row.home = rows.text(3);
    row.channel = rows.enumerator<model::Channel>(4);
    row.command = rows.blob(5);
    row.state = rows.enumerator<OutboxState>(6);
    row.attempts = static_cast<int>(rows.integer(7));
    row.due = rows.time(8);
    row.filing = rows.enumerator<Filing>(9);
    if (rows.integer(10) != noFallback)
        row.fallback = rows.enumerator<model::Channel>(10);
    row.deferredSince = rows.time(11);
    row.partsSent = static_cast<int>(rows.integer(12));
    return row;
}

#define OUTBOX_COLUMNS                                                                                                      \
    "SELECT id, account, item, home, channel, command, state, attempts, due, filing, fallback_allowed,"                     \
    " deferred_since, parts_sent"

}

std::int64_t OutboxTable::insert(const OutboxRow &row)
{
    return m_connection.insert("INSERT INTO outbox (account, item, home, channel, command, draft, state, attempts, due,"
                               " filing, fallback_allowed, deferred_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                               row.account, row.item, row.home, row.channel, row.command, row.draft, row.state, row.attempts,
                               row.due, row.filing, fallbackNumber(row.fallback), row.deferredSince);
}

void OutboxTable::update(const OutboxRow &row)
{
    m_connection.run(
        "UPDATE outbox SET state = ?, attempts = ?, due = ?, filing = ?, fallback_allowed = ?, deferred_since = ?"
        " WHERE id = ?",
        row.state, row.attempts, row.due, row.filing, fallbackNumber(row.fallback), row.deferredSince, row.id);
}

void OutboxTable::replace(const OutboxRow &row)
{
    m_connection.run(
        "UPDATE outbox SET account = ?, home = ?, channel = ?, command = ?, draft = ?, parts = x'', parts_sent = 0"
        " WHERE id = ?",
        row.account, row.home, row.channel, row.command, row.draft, row.id);
    update(row);
}

void OutboxTable::setParts(std::int64_t row, const QByteArray &parts)
{
    m_connection.run("UPDATE outbox SET parts = ?, parts_sent = 0 WHERE id = ?", parts, row);
}

void OutboxTable::setPartsSent(std::int64_t row, int count)
{
    m_connection.run("UPDATE outbox SET parts_sent = ? WHERE id = ?", count, row);
}

std::optional<OutboxRow> OutboxTable::byItem(model::ItemId item)
{
    Rows rows = m_connection.select(OUTBOX_COLUMNS ", draft, parts FROM outbox WHERE item = ?", item);
    if (!rows.next())
        return std::nullopt;
    OutboxRow row = read(rows);
    row.draft = rows.blob(13);
    row.parts = rows.blob(14);
    return row;
}

std::vector<OutboxRow> OutboxTable::open()
{
    std::vector<OutboxRow> found;
    Rows rows = m_connection.select(OUTBOX_COLUMNS " FROM outbox WHERE state < 3 OR filing = 1 ORDER BY id");
    while (rows.next())
        found.push_back(read(rows));
    return found;
}

void OutboxTable::requeueInterrupted(base::Timestamp now)
{
    m_connection.run("INSERT INTO station (item, kind, at, channel, words)"
                     " SELECT item, ?, ?, channel, '' FROM outbox WHERE state = ?",
                     model::Station::Kind::Interrupted, now, OutboxState::Sending);
    m_connection.run("UPDATE item SET stage = ? WHERE id IN (SELECT item FROM outbox WHERE state = ?)",
                     model::DeliveryStage::Queued, OutboxState::Sending);
    m_connection.run("UPDATE outbox SET state = ?, attempts = attempts + 1 WHERE state = ?", OutboxState::Queued,
                     OutboxState::Sending);
}

void OutboxTable::dueNow(model::AccountId account, model::Channel channel, base::Timestamp now)
{
    m_connection.run("UPDATE outbox SET due = min(due, ?) WHERE account = ? AND channel = ? AND state = ? AND attempts > 0"
                     " AND deferred_since = 0",
                     now, account, channel, OutboxState::Queued);
}

}
