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
    QString path = {}; ///< where it was read from, on this computer; never leaves it. Empty: not from a file
    bool operator==(const OutgoingFile &) const = default;
};

/// What the user wrote, before it has a route.
struct Draft {
    enum class Kind : std::uint8_t { Chat, Mail }; ///< Mail: "send e-mail" was pressed or a subject entered

    AccountId account;
    PersonId person; ///< invalid for a mail to typed addresses only
    Kind kind = Kind::Chat;
    std::optional<Channel> user; ///< explicit choice for this message (specification 5, `user`)
    QString subject;
    QString text;
    MailboxList to; ///< mails only; empty means the person's confirmed mailbox
    MailboxList cc;
    MailboxList bcc;
    std::optional<ItemId> replyTo;
    std::vector<OutgoingFile> files;
    bool operator==(const Draft &) const = default;
};

/// What stands unsent in the composer, letter by letter: the fields may hold half an address. Files by
/// their place only; they are read again when the draft is opened.
struct TypedDraft {
    struct File {
        QString name;
        QString mimeType;
        QString path;
        bool operator==(const File &) const = default;
    };
    Draft::Kind kind = Draft::Kind::Chat;
    std::optional<Channel> user;
    QString to;
    QString cc;
    QString bcc;
    QString subject;
    QString text;
    std::optional<ItemId> replyTo;
    QString replyWords; ///< how the item it answers was shown
    std::vector<File> files;
    bool operator==(const TypedDraft &) const = default;
    /// Nothing that anybody would miss: no word, no file, nobody named.
    [[nodiscard]] bool isEmpty() const
    {
        return to.isEmpty() && cc.isEmpty() && bcc.isEmpty() && subject.isEmpty() && text.isEmpty() && files.empty();
    }
    /// What a list shows of it: the subject, or the first line.
    [[nodiscard]] QString line() const
    {
        return subject.isEmpty() ? text.trimmed().section(QLatin1Char('\n'), 0, 0) : subject;
    }
};

}
