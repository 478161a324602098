#pragma once

#include "core/base/Result.h"
#include "core/model/Account.h"
#include "core/model/Command.h"
#include "core/wire/WireConfig.h"

#include <functional>

namespace isthmus::mail {

/// Who submits, and where to.
struct SmtpSetup {
    model::Endpoint endpoint;
    QString password;
    QByteArray nonce; ///< for SCRAM
    wire::WireConfig wire;
    std::function<bool()> stopped; ///< asked again and again; true ends everything
};

/// Submits one mail (RFC 6409) over a connection of its own, which is dropped after any error: a reply that came late
/// could be taken for another's. Blocks; thread: one that may.
///
/// The answer has a line for each recipient, and at least one was accepted. Faults: certain failures are Unreachable
/// (nothing was taken: the connection never stood, or broke before the final dot), HostNotFound, Tls…, AuthRejected,
/// AuthUnsupported, Rejected, TryLater, TooLarge, Unsupported, Malformed, Cancelled. ConnectionLost alone is uncertain: the
/// final dot was on its way, and the server's word on it was not heard.
[[nodiscard]] base::Result<model::CommandResult> submit(const SmtpSetup &setup, const model::SendMail &mail);

/// Connects, greets and logs in, and goes.
[[nodiscard]] base::Result<base::Done> probe(const SmtpSetup &setup);

/// The octets of a mail as DATA wants them: dots doubled, ending in a line that is none (RFC 5321 4.5.2). Fault::Malformed for
/// a CR or LF alone or a NUL: servers disagree about where such a mail ends.
[[nodiscard]] base::Result<QByteArray> dataOctets(const QByteArray &mail);

}
