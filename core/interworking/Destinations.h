#pragma once

#include "core/interworking/Context.h"
#include "core/model/InstantMessage.h"
#include "core/model/OutgoingMail.h"

#include <variant>

/// Whom a message goes to, and as whom: specification 2.1.6, 2.2, 2.3. Not for other rooms.
namespace isthmus::interworking {

struct Destinations {
    model::MailboxList to;
    model::MailboxList cc;
    model::MailboxList bcc;
    model::MailboxList replyTo;
    model::Jid canonicalTo; ///< bare JID that the Message-ID and threads are made with
    [[nodiscard]] std::vector<model::MailAddress> envelope() const; ///< each mailbox once, Bcc last
};

/// The bare gateway domain itself.
[[nodiscard]] bool isBareGateway(const model::InstantMessage &message, const Ctx &ctx);
/// Addresses of XEP-0033 that are still to be delivered.
[[nodiscard]] bool hasUndelivered(const model::InstantMessage &message);

[[nodiscard]] std::variant<Destinations, model::StanzaError> destinationsOf(const model::InstantMessage &message,
                                                                            const Ctx &ctx);

struct Origin {
    model::Mailbox from;
    model::MailAddress sender; ///< null unless From was chosen and is another one
};
[[nodiscard]] std::variant<Origin, model::StanzaError> originOf(const model::InstantMessage &message, const Ctx &ctx);

}
