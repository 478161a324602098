#pragma once

#include "core/interworking/Context.h"

#include <QStringList>

/// What an instant message is: specification 3.1, rules T0 to T8. One function for both sides.
namespace isthmus::interworking {

enum class Kind : std::uint8_t {
    Error, ///< T0: belongs to an earlier message
    Drop,  ///< T1: a forged wrapper
    Chat,
    RoomSubject,
    Mail,
    Notice,
    Nudge,
    Report,
    Other,         ///< T4
    SubjectChange, ///< T6
    Control,       ///< T7
};
/// The name of 8.1.
[[nodiscard]] QString kindName(Kind kind);

struct Detection {
    Kind kind = Kind::Chat;
    int rule = 8;           ///< the T rule that hit
    bool bySubject = false; ///< Mail by T5: of a plain client; with type chat a bubble with a title
    bool copy = false;      ///< inside a carbon or archive result: shown, never converted or answered
    bool trusted = false;   ///< <from> <sender> <date> <auth> of <email/> may be believed
    QStringList flags;      ///< "malformed", "untrusted-email-element"
    bool operator==(const Detection &) const = default;
};

/// Reads own, gatewayDomain, trustedGateways, joinedRooms, rooms, archiveQueryIds and policy.detectBySubject.
[[nodiscard]] Detection detect(const model::InstantMessage &message, const Ctx &ctx);

/// The message as it may be shown: without those children of <email/> that its sender has no right to
/// set (3.1 trust rule, X07). Unchanged when detection.trusted.
[[nodiscard]] model::InstantMessage withTrustedEmail(model::InstantMessage message, const Detection &detection);

/// Subject and text to show: by language as 2.7 and 2.8 choose, without "(n/of) " prefixes, the
/// attachment tail, and fallback regions of extensions that we understand.
struct ShownText {
    QString subject;
    QString body;
    QString lang;
    bool operator==(const ShownText &) const = default;
};
[[nodiscard]] ShownText shownText(const model::InstantMessage &message);

}
