#include "core/store/ItemTable.h"

#include "core/store/ValueCodec.h"

#include <algorithm>

namespace isthmus::store {

namespace {

// Every SELECT below starts with these; `read` turns the columns into a row.
#define ITEM_COLUMNS                                                                                                        \
    "SELECT i.id, i.account, i.home, i.address, i.direction, i.channel, i.kind, i.at, i.subject, i.text, i.extra,"          \
    " i.stage, i.fault, i.fault_detail, i.server_text, i.fell_back, i.read, i.thread, i.stanza_id, i.archive_id,"           \
    " i.message_id, i.digest, i.reply_to, i.mail, i.stanza, substr(r.text, 1, 400), r.subject,"                             \
    " (SELECT o.due FROM outbox AS o WHERE o.item = i.id AND o.state = 0)"                                                  \
    " FROM item AS i LEFT JOIN item AS r ON r.id = i.reply_to "

QString firstLine(const QString &text)
{
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            return line.trimmed();
    }
    return {};
}

ItemRow read(const Rows &rows)
{
    ItemRow row;
    model::Item &item = row.item;
    item.id = rows.id<model::ItemId>(0);
    item.account = rows.id<model::AccountId>(1);
    row.home = rows.text(2);
    item.address = model::addressFromKey(rows.text(3)).valueOr(model::Address{});
    item.direction = rows.enumerator<model::Direction>(4);
    item.channel = rows.enumerator<model::Channel>(5);
    item.kind = rows.enumerator<model::ItemKind>(6);
    item.at = rows.time(7);
    item.subject = rows.text(8);
    item.text = rows.text(9);
    ItemExtra extra = decode<ItemExtra>(rows.blob(10)).value_or(ItemExtra{});
    item.from = extra.from;
    item.to = std::move(extra.to);
    item.cc = std::move(extra.cc);
    item.attachments = std::move(extra.attachments);
    item.flags = std::move(extra.flags);
    item.reactions = std::move(extra.reactions);
    item.authenticity = extra.authenticity;
    row.answersTo = std::move(extra.replyTo);
    row.references = std::move(extra.references);
    row.mailClass = std::move(extra.mailClass);
    item.claims = std::move(extra.claims);
    item.delivery.stage = rows.enumerator<model::DeliveryStage>(11);
    if (!rows.isNull(12))
        item.delivery.error = base::Error{rows.enumerator<base::Fault>(12), rows.text(13)};
    item.delivery.serverText = rows.text(14);
    item.delivery.fellBack = rows.flag(15);
    if (!rows.isNull(27) && item.delivery.stage == model::DeliveryStage::Held)
        item.delivery.due = rows.time(27);
    item.read = rows.flag(16);
    item.thread = rows.text(17);
    item.stanzaId = rows.text(18);
    row.archiveId = rows.text(19);
    item.messageId = rows.text(20);
    row.digest = rows.blob(21);
    if (!rows.isNull(22)) {
        item.replyTo = rows.id<model::ItemId>(22);
        const QString quote = firstLine(rows.text(25));
        item.replyQuote = quote.isEmpty() ? rows.text(26) : quote;
    }
    item.mail = rows.id<model::MailId>(23);
    row.stanza = rows.integer(24);
    return row;
}

QByteArray extraOf(const ItemRow &row)
{
    return encode(ItemExtra{row.item.from, row.item.to, row.item.cc, row.answersTo, row.item.attachments, row.item.flags,
                            row.item.authenticity, row.references, row.mailClass, row.item.reactions, row.item.claims});
}

std::optional<std::int64_t> nullable(std::int64_t id)
{
    return id > 0 ? std::optional(id) : std::nullopt;
}

std::optional<int> faultOf(const model::DeliveryState &delivery)
{
    return delivery.error ? std::optional(static_cast<int>(delivery.error->fault)) : std::nullopt;
}

QString detailOf(const model::DeliveryState &delivery)
{
    return delivery.error ? delivery.error->detail : QString();
}

std::vector<ItemRow> all(Rows rows)
{
    std::vector<ItemRow> found;
    while (rows.next())
        found.push_back(read(rows));
    return found;
}

}

model::ItemId ItemTable::insert(const ItemRow &row)
{
    const model::Item &item = row.item;
    const QString address = model::addressKey(item.address);
    const std::int64_t id = m_connection.insert(
        "INSERT INTO item (account, home, address, direction, channel, kind, at, subject, text, extra, stage, fault,"
        " fault_detail, server_text, fell_back, read, thread, stanza_id, archive_id, message_id, digest, reply_to,"
        " mail, stanza) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        item.account, row.home.isEmpty() ? address : row.home, address, item.direction, item.channel, item.kind, item.at,
        item.subject, item.text, extraOf(row), item.delivery.stage, faultOf(item.delivery), detailOf(item.delivery),
        item.delivery.serverText, item.delivery.fellBack, item.read, item.thread, item.stanzaId, row.archiveId,
        item.messageId, row.digest, nullable(item.replyTo.value_or(model::ItemId{}).raw), nullable(item.mail.raw),
        nullable(row.stanza));
    return model::ItemId{id};
}

void ItemTable::update(const ItemRow &row)
{
    const model::Item &item = row.item;
    m_connection.run(
        "UPDATE item SET address = ?, direction = ?, channel = ?, kind = ?, at = ?, subject = ?, text = ?, extra = ?, thread = ?,"
        " stanza_id = ?, archive_id = ?, message_id = ?, digest = ?, reply_to = ?, mail = ?, stanza = ? WHERE id = ?",
        model::addressKey(item.address), item.direction, item.channel, item.kind, item.at, item.subject, item.text,
        extraOf(row), item.thread, item.stanzaId, row.archiveId, item.messageId, row.digest,
        nullable(item.replyTo.value_or(model::ItemId{}).raw), nullable(item.mail.raw), nullable(row.stanza), item.id);
    setDelivery(item.id, item.delivery);
    setRead(item.id, item.read);
}

void ItemTable::setAccount(model::ItemId item, model::AccountId account)
{
    m_connection.run("UPDATE item SET account = ? WHERE id = ?", account, item);
}

void ItemTable::setDelivery(model::ItemId item, const model::DeliveryState &delivery)
{
    m_connection.run("UPDATE item SET stage = ?, fault = ?, fault_detail = ?, server_text = ?, fell_back = ? WHERE id = ?",
                     delivery.stage, faultOf(delivery), detailOf(delivery), delivery.serverText, delivery.fellBack, item);
}

void ItemTable::setRead(model::ItemId item, bool read)
{
    m_connection.run("UPDATE item SET read = ? WHERE id = ?", read, item);
}

void ItemTable::remove(model::ItemId item)
{
    m_connection.run("DELETE FROM item WHERE id = ?", item);
}

std::optional<ItemRow> ItemTable::one(model::ItemId item)
{
    Rows rows = m_connection.select(ITEM_COLUMNS "WHERE i.id = ?", item);
    if (!rows.next())
        return std::nullopt;
    return read(rows);
}

std::vector<model::Item> ItemTable::page(const QStringList &homes, std::optional<ItemKey> before, int limit)
{
    // One index walk per address, merged here: SQLite would sort the whole conversation.
    constexpr auto forever = base::Timestamp(std::chrono::milliseconds(INT64_MAX));
    const ItemKey end = before.value_or(ItemKey{forever, model::ItemId{}});
    std::vector<model::Item> found;
    for (const QString &home : homes) {
        Rows rows = m_connection.select(ITEM_COLUMNS "WHERE i.home = ? AND (i.at, i.id) < (?, ?)"
                                                     " ORDER BY i.at DESC, i.id DESC LIMIT ?",
                                        home, end.at, end.id, limit);
        while (rows.next())
            found.push_back(read(rows).item);
    }
    std::sort(found.begin(), found.end(), [](const model::Item &a, const model::Item &b) {
        return ItemKey{a.at, a.id} < ItemKey{b.at, b.id};
    });
    if (found.size() > static_cast<std::size_t>(limit))
        found.erase(found.begin(), found.end() - limit);
    return found;
}

std::optional<base::Timestamp> ItemTable::lastTime(const QString &home, base::Timestamp from, base::Timestamp to)
{
    Rows rows = m_connection.select("SELECT at FROM item WHERE home = ? AND at BETWEEN ? AND ? ORDER BY at DESC LIMIT 1",
                                    home, from, to);
    return rows.next() ? std::optional(rows.time(0)) : std::nullopt;
}

Summary ItemTable::summary(const QStringList &homes)
{
    Summary summary;
    for (const QString &home : homes) {
        {
            Rows rows = m_connection.select(ITEM_COLUMNS "WHERE i.home = ? ORDER BY i.at DESC, i.id DESC LIMIT 1", home);
            if (rows.next()) {
                model::Item item = read(rows).item;
                if (!summary.last || ItemKey{summary.last->at, summary.last->id} < ItemKey{item.at, item.id})
                    summary.last = std::move(item);
            }
        }
        Rows rows = m_connection.select("SELECT count(*) FROM item WHERE home = ? AND read = 0", home);
        if (rows.next())
            summary.unread += static_cast<int>(rows.integer(0));
    }
    summary.failed = summary.last && summary.last->delivery.stage == model::DeliveryStage::Failed;
    return summary;
}

std::vector<model::Item> ItemTable::unread(const QStringList &homes, ItemKey upTo)
{
    std::vector<model::Item> found;
    for (const QString &home : homes) {
        Rows rows = m_connection.select(ITEM_COLUMNS "WHERE i.home = ? AND i.read = 0 AND (i.at, i.id) <= (?, ?)"
                                                     " ORDER BY i.at, i.id",
                                        home, upTo.at, upTo.id);
        while (rows.next())
            found.push_back(read(rows).item);
    }
    return found;
}

std::vector<ItemRow> ItemTable::byStanzaId(model::AccountId account, const QString &id)
{
    if (id.isEmpty())
        return {};
    return all(m_connection.select(
        ITEM_COLUMNS "WHERE i.account = ? AND i.stanza_id = ? AND i.stanza_id <> '' ORDER BY i.id", account, id));
}

std::vector<ItemRow> ItemTable::byArchiveId(model::AccountId account, const QString &id)
{
    if (id.isEmpty())
        return {};
    return all(m_connection.select(
        ITEM_COLUMNS "WHERE i.account = ? AND i.archive_id = ? AND i.archive_id <> '' ORDER BY i.id", account, id));
}

std::vector<ItemRow> ItemTable::byMessageId(model::AccountId account, const QString &id)
{
    if (id.isEmpty())
        return {};
    return all(m_connection.select(
        ITEM_COLUMNS "WHERE i.account = ? AND i.message_id = ? AND i.message_id <> '' ORDER BY i.id", account, id));
}

std::optional<ItemRow> ItemTable::byMail(model::MailId mail)
{
    Rows rows = m_connection.select(ITEM_COLUMNS "WHERE i.mail = ? ORDER BY i.id LIMIT 1", mail);
    if (!rows.next())
        return std::nullopt;
    return read(rows);
}

}
