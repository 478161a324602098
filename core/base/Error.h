#pragma once

#include <QString>

#include <cstdint>

namespace isthmus::base {

/// Everything that can go wrong in the world, as one closed list. Bugs are assertions, never a Fault.
/// The window turns a Fault into a translated sentence (ui/widgets/FaultText.h). The store keeps their numbers: new ones
/// come last.
enum class Fault : std::uint8_t {
    Cancelled,       ///< the caller, or the program's end, called it off
    Timeout,         ///< silence or a total limit was exceeded
    HostNotFound,    ///< DNS has no such name or service
    Unreachable,     ///< no TCP connection
    ConnectionLost,  ///< the connection ended in the middle
    TlsUnavailable,  ///< the server offers no encryption, or it was stripped
    TlsCertificate,  ///< certificate expired, for another name, or from an unknown issuer
    AuthRejected,    ///< the server refused the password
    AuthUnsupported, ///< no mechanism in common
    ProtocolBroken,  ///< the peer broke framing or grammar
    Rejected,        ///< the peer understood and said no, for good
    TryLater,        ///< the peer said no for now
    NotFound,        ///< the thing asked for does not exist
    Conflict,        ///< it exists already, or somebody changed it first
    Storage,         ///< disk full, read-only, locked or damaged
    Malformed,       ///< input that is not what it claims to be
    TooLarge,        ///< a limit of ours was exceeded
    Unsupported,     ///< valid, but not something we do
    PasswordNeeded,  ///< none is kept, so nobody was asked
    AccountRemoved,  ///< the user has taken the account out of the program
};

/// A fault and what a log or a bug report needs to know. `detail` is English, for the log and the
/// unfolding technical part of a message; it never holds a secret or a message's text.
struct Error {
    Fault fault = Fault::Cancelled;
    QString detail;
    bool operator==(const Error &) const = default;
};

/// The enumerator's name, for logs.
[[nodiscard]] QString faultName(Fault fault);

}
