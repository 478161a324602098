#pragma once

#include "core/base/Error.h"

namespace isthmus::mail {

/// Faults that trying again cannot cure: the user, or the server's keeper, must act. Above all a refused password,
/// which would be one more failed login each time.
[[nodiscard]] constexpr bool isForTheUser(base::Fault fault)
{
    using base::Fault;
    return fault == Fault::AuthRejected || fault == Fault::AuthUnsupported || fault == Fault::TlsCertificate
           || fault == Fault::Storage || fault == Fault::Malformed || fault == Fault::Unsupported;
}

}
