#pragma once

#include "core/model/Ids.h"
#include "core/model/Jid.h"
#include "core/model/MailAddress.h"
#include "core/store/Connection.h"

#include <vector>

namespace isthmus::store {

/// What is remembered of one message that is a mail, a stanza, or both (specification 2.5): the engine
/// makes interworking's rows from it.
struct MessageLink {
    model::AccountId account;
    model::ItemId item;
    QString messageId; ///< with angle brackets, or empty
    QString stanzaId;  ///< or empty
    QString thread;
    model::Jid remote; ///< bare; canonical for a mailbox
    model::Jid author;
    QString subject;
    bool generatedSubject = false;
    QStringList references;
    std::vector<model::MailAddress> recipients;
    QByteArray digest;
    bool request = false;
    bool receipted = false;
    bool markable = false;
    bool inbound = false;
    QString dnt;
    // Of a received mail, against duplicates:
    QString from;
    std::optional<base::Timestamp> date;
    int verdict = 0;
    QByteArray bodySha256;
    std::optional<base::Timestamp> at;
    QString markerId; ///< what a display marker names, where that is not stanzaId (specification 4.1)
    bool operator==(const MessageLink &) const = default;
};

/// Table `message_map`: ties Message-IDs and stanza ids, both ways. Look-ups give the oldest first.
class MessageMapTable
{
public:
    explicit MessageMapTable(Connection &connection) : m_connection(connection) {}

    void add(const MessageLink &link);
    [[nodiscard]] std::vector<MessageLink> byMessageId(model::AccountId account, const QString &messageId);
    [[nodiscard]] std::vector<MessageLink> byStanzaId(model::AccountId account, const QString &stanzaId);
    /// The newest rows of a thread, at most \p limit.
    [[nodiscard]] std::vector<MessageLink> byThread(model::AccountId account, const QString &thread, int limit);

private:
    Connection &m_connection;
};

}
