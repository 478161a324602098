#pragma once

#include "core/model/Account.h"
#include "core/model/Attachment.h"
#include "core/model/Command.h"
#include "core/model/Draft.h"
#include "core/model/InstantMessage.h"
#include "core/model/MailAddress.h"
#include "core/store/MessageMapTable.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace isthmus::store {

/// Values as CBOR (RFC 8949): maps with numbered members, absent when they have their default. A member's
/// number is never given to another; what a reader does not know it skips, so that rows of older and newer
/// versions stay readable. Decoding is total: damaged octets give a value with defaults, or nullopt.

/// What an item holds beside its columns.
struct ItemExtra {
    model::Mailbox from;
    model::MailboxList to;
    model::MailboxList cc;
    model::MailboxList replyTo;
    model::Attachments attachments;
    QStringList flags;
    model::Authenticity authenticity = model::Authenticity::None;
    QStringList references;
    QString mailClass;
    std::vector<model::Reaction> reactions;
    QString claims;
    bool operator==(const ItemExtra &) const = default;
};

/// What leaves in place of one message.
struct Parts {
    std::vector<model::InstantMessage> stanzas;
    bool operator==(const Parts &) const = default;
};

[[nodiscard]] QByteArray encode(const model::InstantMessage &value);
[[nodiscard]] QByteArray encode(const Parts &value);
[[nodiscard]] QByteArray encode(const model::SendMail &value);
[[nodiscard]] QByteArray encode(const model::AccountPlan &value);
[[nodiscard]] QByteArray encode(const model::Draft &value);
[[nodiscard]] QByteArray encode(const model::TypedDraft &value);
[[nodiscard]] QByteArray encode(const ItemExtra &value);
[[nodiscard]] QByteArray encode(const MessageLink &value);

/// One of the types above; nullopt when the octets are no map.
template <typename T>
[[nodiscard]] std::optional<T> decode(const QByteArray &octets);

/// CBOR's diagnostic notation, for "show source" of a stanza.
[[nodiscard]] QString diagnostic(const QByteArray &octets);

}
