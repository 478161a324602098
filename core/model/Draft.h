#pragma once

#include "core/model/Attachment.h"
#include "core/model/Contact.h"
#include "core/model/Ids.h"
#include "core/model/Item.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace isthmus::model {

/// A file to send, with its content.
struct OutgoingFile {
    QString name;
    QString mimeType;
    QByteArray data;
    bool operator==(const OutgoingFile &) const = default;
};

/// What the user wrote, before it has a route.
struct Draft {
    enum class Kind : std::uint8_t { Chat, Mail }; ///< Mail: "send e-mail" was pressed or a subject entered

    AccountId account;
    PersonId person;              ///< invalid for a mail to typed addresses only
    Kind kind = Kind::Chat;
    std::optional<Channel> user;  ///< explicit choice for this message (specification 5, `user`)
    QString subject;
    QString text;
    MailboxList to;               ///< mails only; empty means the person's confirmed mailbox
    MailboxList cc;
    MailboxList bcc;
    std::optional<ItemId> replyTo;
    std::vector<OutgoingFile> files;
    bool operator==(const Draft &) const = default;
};

}
