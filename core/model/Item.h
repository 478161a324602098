#pragma once

#include "core/base/Error.h"
#include "core/base/Timestamp.h"
#include "core/model/Attachment.h"
#include "core/model/Contact.h"
#include "core/model/Ids.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace isthmus::model {

enum class Channel : std::uint8_t { Chat, Mail };
enum class Direction : std::uint8_t { Incoming, Outgoing };

/// How an item is dressed, decided by interworking::detect and mailToIm when it was read.
enum class ItemKind : std::uint8_t {
    Bubble,       ///< a chat line
    TitledBubble, ///< a chat line with a subject (detected by T5 with type chat)
    MailCard,     ///< a mail, or a mail-bearing instant message
    Notice,       ///< a line about the conversation: title changed, nudge, missed parts
    Unreadable,   ///< could not be read safely: the card says why and offers the source
};

/// Where an own message stands. It only moves forward, except Failed -> Queued by the user's act.
enum class DeliveryStage : std::uint8_t { None, Held, Queued, Sending, Sent, Delivered, Displayed, Failed };

struct DeliveryState {
    DeliveryStage stage = DeliveryStage::None;
    /// Set with Failed, or with Queued after an attempt that will be repeated.
    std::optional<base::Error> error;
    /// Words of the server that refused, sanitised; may be shown in the unfolding part.
    QString serverText;
    bool fellBack = false;                   ///< this route is the fallback of the other one
    std::optional<base::Timestamp> due = {}; ///< with Held: when it leaves
    bool operator==(const DeliveryState &) const = default;
};

/// Verdict of the own server about a mail's sender (specification 7.2).
enum class Authenticity : std::uint8_t { None, Pass, Fail };

/// A word or sign said to a message (XEP-0444).
struct Reaction {
    QString text;
    bool own = false; ///< by the user; else by the other side
    bool operator==(const Reaction &) const = default;
};

/// One message of a conversation: what the timeline shows. Belongs to an address, never to a person.
struct Item {
    ItemId id;
    AccountId account;
    Address address; ///< the other side
    Direction direction = Direction::Incoming;
    Channel channel = Channel::Chat;
    ItemKind kind = ItemKind::Bubble;
    base::Timestamp at{}; ///< order in the timeline, together with id
    Mailbox from;         ///< mail cards: as the mail says
    MailboxList to;
    MailboxList cc;
    QString subject; ///< empty if none
    QString text;    ///< the whole text, LF
    Attachments attachments;
    /// Specification 8.1 email.flags, and of messages: "encrypted"; "incomplete" while parts of it are missing,
    /// "wrong-hash" where it is not what was announced (4.3); "corrected" and "retracted" by its sender;
    /// "delivered-twice" where both routes have taken it to the recipient (5, failure rule 4);
    /// "file-…": see FileStage.
    QStringList flags;
    std::vector<Reaction> reactions;
    Authenticity authenticity = Authenticity::None;
    QString claims;         ///< name of the contact that a suspicious mail claims to be from, or empty
    DeliveryState delivery; ///< of outgoing items
    bool read = true;
    QString thread;                ///< specification 2.6; empty if none
    QString stanzaId;              ///< id that receipts and replies name
    QString messageId;             ///< with angle brackets; empty for a chat line
    std::optional<ItemId> replyTo; ///< the item it answers, if we hold it
    QString replyQuote;            ///< first line of that item, for showing
    MailId mail;                   ///< raw mail behind a card; invalid for stanzas
    bool operator==(const Item &) const = default;
};

}
