#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Ids.h"
#include "core/model/Jid.h"
#include "core/model/MailAddress.h"
#include "core/model/Presence.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace isthmus::model {

/// One address of one kind: a chat address (bare) or a mailbox. The unit that items belong to.
using Address = std::variant<Jid, MailAddress>;

/// "xmpp:bob@chat.example" or "mailto:bob@work.example", the mailbox by its key(): the form that the
/// store keeps and compares.
[[nodiscard]] QString addressKey(const Address &address);
[[nodiscard]] base::Result<Address> addressFromKey(const QString &key);

/// Why we believe that an address belongs to a person, weakest first. A published or header-claimed
/// address alone never redirects anything (X46): only Confirmed and User count as confirmed.
enum class Evidence : std::uint8_t {
    Header,      ///< a mail claimed it
    Published,   ///< the peer's preference item
    VCard,       ///< the contact's vCard (XEP-0292, 0054)
    SameAddress, ///< chat address and mailbox are spelled alike in a domain of ours
    Roster,      ///< it is the roster entry itself
    Confirmed,   ///< the user confirmed one of the above
    User,        ///< the user typed it
};

struct AddressLink {
    LinkId id;
    Address address;
    Evidence evidence = Evidence::Header;
    base::Timestamp since{};
    [[nodiscard]] bool isConfirmed() const { return evidence >= Evidence::Roster; }
    [[nodiscard]] bool isMail() const { return std::holds_alternative<MailAddress>(address); }
    bool operator==(const AddressLink &) const = default;
};

/// The user's choice for a contact (specification 5, `pref`).
enum class SendVia : std::uint8_t { Automatic, OfflineMail, DndMail, BothMail, MailOnly, ChatOnly };

/// What a contact publishes about how it wants to be reached (specification 5, NS_PREF); words as there, anything
/// else counts as its default.
struct PublishedPreference {
    QString offline;  ///< store, mailbox
    QString busy;     ///< im, mailbox
    QString mode;     ///< auto, mail-only, chat-only
    MailAddress mail; ///< used only if it is one that is confirmed already (X46)
    bool operator==(const PublishedPreference &) const = default;
};

enum class Subscription : std::uint8_t { None, To, From, Both };

/// A person: a set of addresses under one name. Also a mail-only correspondent.
struct Contact {
    PersonId id;
    QString name;
    std::vector<AddressLink> links;
    SendVia sendVia = SendVia::Automatic;
    Subscription subscription = Subscription::None;
    Presence presence;
    bool muted = false;
    bool blocked = false;
    std::optional<PublishedPreference> published;
    bool operator==(const Contact &) const = default;

    [[nodiscard]] const AddressLink *firstChat() const;
    /// The mailbox that mail to this person goes to: the first confirmed one; nullptr without.
    [[nodiscard]] const AddressLink *confirmedMail() const;
};

}
