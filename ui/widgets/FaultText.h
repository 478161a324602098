#pragma once

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>

namespace isthmus::widgets {

/// What the program was doing when something went wrong.
enum class Doing : std::uint8_t {
    Chat,
    IncomingMail,
    OutgoingMail, ///< a link of an account
    Discovering,  ///< looking for an account's services
    Registering,
    Sending, ///< one own message
    Reading, ///< one mail or attachment
    Contacts,
    Settings,
    OpeningProfile,
    Storing, ///< whatever arrives, or is written by the user
};

/// An error for people: what happened, what was kept, what to do. Never holds Error::detail, which is
/// English and technical; FaultLabel unfolds it.
struct FaultText {
    QString happened;
    QString kept;                           ///< may be empty where nothing could be lost
    QString remedy;                         ///< may be empty where nothing can be done
    [[nodiscard]] QString sentence() const; ///< all three in a row
};

[[nodiscard]] FaultText faultText(base::Fault fault, Doing doing);

}
