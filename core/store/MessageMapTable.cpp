#include "core/store/MessageMapTable.h"

#include "core/store/ValueCodec.h"

namespace isthmus::store {

namespace {

#define LINK_COLUMNS "SELECT account, item, message_id, stanza_id, thread, details FROM message_map "

std::vector<MessageLink> read(Rows rows)
{
    std::vector<MessageLink> found;
    while (rows.next()) {
        MessageLink link = decode<MessageLink>(rows.blob(5)).value_or(MessageLink{});
        link.account = rows.id<model::AccountId>(0);
        link.item = rows.id<model::ItemId>(1);
        link.messageId = rows.text(2);
        link.stanzaId = rows.text(3);
        link.thread = rows.text(4);
        found.push_back(std::move(link));
    }
    return found;
}

}

void MessageMapTable::add(const MessageLink &link)
{
    m_connection.run("INSERT INTO message_map (account, remote_key, message_id, stanza_id, thread, item, details)"
                     " VALUES (?, ?, ?, ?, ?, ?, ?)",
                     link.account, link.remote.toString(), link.messageId, link.stanzaId, link.thread, link.item,
                     encode(link));
}

std::vector<MessageLink> MessageMapTable::byMessageId(model::AccountId account, const QString &messageId)
{
    return read(m_connection.select(LINK_COLUMNS "WHERE account = ? AND message_id = ? AND message_id <> '' ORDER BY id",
                                    account, messageId));
}

std::vector<MessageLink> MessageMapTable::byStanzaId(model::AccountId account, const QString &stanzaId)
{
    return read(m_connection.select(LINK_COLUMNS "WHERE account = ? AND stanza_id = ? AND stanza_id <> '' ORDER BY id",
                                    account, stanzaId));
}

std::vector<MessageLink> MessageMapTable::byThread(model::AccountId account, const QString &thread, int limit)
{
    return read(
        m_connection.select("SELECT account, item, message_id, stanza_id, thread, details FROM (SELECT * FROM message_map"
                            " WHERE account = ? AND thread = ? AND thread <> '' ORDER BY id DESC LIMIT ?) ORDER BY id",
                            account, thread, limit));
}

}
