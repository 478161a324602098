#pragma once

#include "core/base/Result.h"
#include "core/model/OutgoingMail.h"

#include <QByteArray>

namespace isthmus::compose {

/// The octets of a mail (RFC 5322, 2045-2049, 2183, 2231, 6532; specification 2.8 and 2.12), CRLF throughout. The same value always
/// gives the same octets. Bcc is never written. Fault::Malformed for values that could change the structure of what is
/// written (X01): control characters in a header value, a Message-ID that is none, a field that the mail writes itself.
/// References that are no message ids are left out. Thread-safe.
[[nodiscard]] base::Result<QByteArray> composeMail(const model::OutgoingMail &mail);

}
