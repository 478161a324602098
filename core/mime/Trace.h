#pragma once

#include "core/mime/HeaderBlock.h"
#include "core/model/Mail.h"

namespace isthmus::mime {

/// Received (RFC 5321 4.4).
[[nodiscard]] model::Received readReceived(QByteArrayView field);

/// Authentication-Results (RFC 8601 2.2). A result that does not follow the grammar is left out; the others
/// stand for themselves.
[[nodiscard]] model::AuthenticationResults readAuthenticationResults(QByteArrayView field);

/// All trace fields, topmost first.
[[nodiscard]] std::vector<model::TraceField> readTrace(const HeaderBlock &header);

}
