#pragma once

#include "core/model/Contact.h"
#include "core/model/Draft.h"
#include "core/model/MailAddress.h"
#include "core/model/Presence.h"

#include <optional>

/// Which way a message goes: specification 5. Pure; all 2304 inputs are in tests/data/routing.csv.
namespace isthmus::interworking {

/// What the rules know of presence: chat, away and extended away count as Online.
enum class Reach : std::uint8_t { Online, DoNotDisturb, Offline, Unknown };
[[nodiscard]] Reach reachOf(model::Availability availability);

struct RouteInput {
    model::Draft::Kind kind = model::Draft::Kind::Chat;
    bool hasJid = false;  ///< a constructed gateway JID counts as none, its address as mail
    bool hasMail = false; ///< a confirmed mailbox (X46)
    Reach presence = Reach::Unknown;
    model::SendVia preference = model::SendVia::Automatic;
    std::optional<model::Channel> user; ///< explicit choice for this message
    bool xmppUp = false;
    bool smtpUp = false; ///< submission configured and not known failing
    bool operator==(const RouteInput &) const = default;
};

struct Route {
    enum class Way : std::uint8_t { Im, Mail, QueueIm, QueueMail, Refuse };
    enum class Refusal : std::uint8_t { None, NoAddress, NoJid, NoMail, PreferenceConflict };

    int rule = 0; ///< 1 to 20: R1 to R20
    Way way = Way::Refuse;
    Refusal refusal = Refusal::None;
    std::optional<model::Channel> fallback; ///< once, and only after a definite failure
    bool mailBearing = false;               ///< an IM that carries <email/> (R8, R11)

    [[nodiscard]] std::optional<model::Channel> channel() const;
    [[nodiscard]] bool isQueued() const { return way == Way::QueueIm || way == Way::QueueMail; }
    bool operator==(const Route &) const = default;
};

[[nodiscard]] Route route(const RouteInput &input);

using model::PublishedPreference;

/// The local setting if there is one, else what the peer published.
[[nodiscard]] model::SendVia effectivePreference(model::SendVia local, const std::optional<PublishedPreference> &published);
/// A published mailbox counts only if it is one that is confirmed already (X46).
[[nodiscard]] bool mayUsePublishedMail(const PublishedPreference &published, const model::Contact &contact);

/// Whether a failed instant message may fall back to mail (5, failure rule 1): the condition is one
/// that says "not reachable", not one by which the peer said no.
[[nodiscard]] bool mayFallBack(const QString &stanzaErrorCondition);
/// The same for a final SMTP reply: 5xx, except where the content or the sender was refused.
[[nodiscard]] bool mayFallBack(int smtpCode, const QString &enhanced);

}
