#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Item.h"
#include "core/model/MailAddress.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace isthmus::model {

/// One thing that happened to a message on its way, at a time of this computer's clock. Stored by number:
/// kinds are only added.
struct Station {
    enum class Kind : std::uint8_t {
        Written,       ///< it has its row here; nothing has left yet
        Attempted,     ///< handed to the connection
        Accepted,      ///< the server's own word that it has it
        SeenAtServer,  ///< no such word was heard, but the server's own copy came back
        Deferred,      ///< not decided: goes again by itself
        Interrupted,   ///< the program ended in the middle: goes again
        Refused,       ///< for good
        PartlyRefused, ///< for some of its recipients
        AskedAgain,    ///< the user's "try again"
        Rerouted,      ///< turned to the other channel
        Filed,         ///< a copy lies among the sent mail
        Delivered,     ///< a receipt or a delivery report
        Displayed,     ///< a marker or a disposition notification
        Kept,          ///< it came in and is stored here
        Read,          ///< the user has seen it here
        ReadElsewhere, ///< the user has seen it in another program
        Doubled,       ///< the route that had been given up delivered it, too
        AccountGone,   ///< the user removed the account before it had left
    };
    Kind kind = Kind::Written;
    base::Timestamp at{};
    Channel channel = Channel::Chat; ///< the route at that moment
    QString words;                   ///< the other side's own, sanitised; empty if it had none
    bool operator==(const Station &) const = default;
};

/// "Where is my message?": everything that is known of one item's way.
struct Journey {
    /// Where the mail lies on its server.
    struct Place {
        QString folder;
        quint32 uidValidity = 0;
        quint32 uid = 0;
        bool operator==(const Place &) const = default;
    };
    Item item;
    QString archiveId;             ///< the chat server's own id (XEP-0359), empty if unknown
    QString envelopeId;            ///< given to the mail server (RFC 3461), empty if none
    QStringList recipients;        ///< of the envelope, of an own mail that left here
    std::vector<Station> stations; ///< oldest first; empty for what is older than this record
    std::vector<Place> places;
    std::optional<base::Timestamp> reachedServer; ///< by the server's clock
    bool isInOutbox = false;                      ///< it has not left yet, or not for good
    int attempts = 0;
    std::optional<base::Timestamp> nextAttempt; ///< end of the hold or of the waiting
    std::optional<base::Timestamp> givesUpAt;   ///< no further attempt begins after it
    bool linkIsUp = false;                      ///< the connection that it needs
    bool operator==(const Journey &) const = default;
};

}
