#pragma once

#include <QString>

#include <cstdint>

namespace isthmus::model {

/// What a contact's best resource says (RFC 6121 4). Chat counts as Online; a resource of negative
/// priority as Offline; no subscription, or our own link down, as Unknown (specification 5).
enum class Availability : std::uint8_t { Unknown, Offline, Online, Away, ExtendedAway, DoNotDisturb };

struct Presence {
    Availability availability = Availability::Unknown;
    QString status; ///< the contact's own words
    bool operator==(const Presence &) const = default;
};

}
