#pragma once

#include "core/interworking/Context.h"

#include <variant>

/// Addresses between the two worlds: specification 2.1, XEP-0106.
namespace isthmus::interworking {

/// Mail address text (unquoted local part, "@", domain) or any other text to a JID localpart (2.1.1,
/// from step 2 on). Fault::Malformed: it cannot be one (5.1.3).
[[nodiscard]] base::Result<QString> escapeNode(QStringView text);

/// The ten sequences of XEP-0106 replaced in one pass from left to right, nothing else (2.1.2).
[[nodiscard]] QString unescapeNode(QStringView node);

/// The one constructed JID of a mailbox under \p gatewayDomain. Fault::Malformed as escapeNode().
[[nodiscard]] base::Result<model::Jid> constructedJid(const model::MailAddress &address, const QString &gatewayDomain);

/// The mailbox behind a constructed JID: \p node must be what escapeNode() makes of the result (X10).
[[nodiscard]] base::Result<model::MailAddress> addressOfNode(const QString &node);

/// The canonical JID of a mailbox for the message map: the constructed one, and for a mailbox that has
/// none (a client must show its mail too) one made of a digest. Never null.
[[nodiscard]] model::Jid remoteJid(const model::MailAddress &address, const Ctx &ctx);

/// Mail address to JID by 2.1.3: a row of the map, the domain map for a user of ours, else constructed.
[[nodiscard]] base::Result<model::Jid> mailToJid(const model::MailAddress &address, const Ctx &ctx);

/// JID to mail address by 2.1.3; its resource does not matter. Fault::NotFound: a user of ours without
/// an address, or a domain that is not ours; Fault::Malformed: not a constructed JID.
[[nodiscard]] base::Result<model::MailAddress> jidToMail(const model::Jid &jid, const Ctx &ctx);

/// What a user of ours sends mail as (2.1.3, 2.2): from the map only. Fault::NotFound: not registered.
[[nodiscard]] base::Result<model::MailAddress> originMail(const model::Jid &bare, const Ctx &ctx);

/// "+86-13812345678" without visual separators (2.1.4); nullopt when it is no number.
[[nodiscard]] std::optional<QString> telephoneLocalPart(QStringView local);
/// `tel:` URI to such a local part; Fault::Malformed for parameters (5.1.3).
[[nodiscard]] base::Result<QString> telephoneUri(QStringView uri);

/// Who gets a mail (2.1.6).
struct Recipient {
    enum class Kind : std::uint8_t { User, Room, Operator };
    Kind kind = Kind::User;
    model::Jid jid;                ///< bare; the room for a room
    QString subaddress;            ///< "+tag" without the plus, or empty
    const RoomRow *room = nullptr; ///< of a room; lives in the context
};

/// What became of a RCPT argument: unknown and relay are told apart by their SMTP codes.
enum class RecipientFault : std::uint8_t { Unknown, Relay, Malformed };
[[nodiscard]] std::variant<Recipient, RecipientFault> resolveRecipient(const QString &rcpt, const Ctx &ctx);

}
