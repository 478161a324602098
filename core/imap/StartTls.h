#pragma once

#include "core/wire/SecureSocket.h"

#include <memory>

namespace isthmus::imap {

/// The clear-text talk before TLS (RFC 3501 6.2.1, RFC 2595 4). PREAUTH, a refusal, and anything that is not the
/// protocol end it; octets behind the go-ahead are left unconsumed, which SecureSocket takes as the attack it is.
[[nodiscard]] std::unique_ptr<wire::Preamble> imapStartTls();
[[nodiscard]] std::unique_ptr<wire::Preamble> pop3StartTls();

}
