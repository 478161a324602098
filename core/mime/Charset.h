#pragma once

#include <QByteArrayView>
#include <QString>

namespace isthmus::mime {

/// Text of \p bytes by specification 2.8: the declared \p label as the WHATWG Encoding Standard understands it;
/// without one, with an unknown one (UTF-7 among them, X21) or where the bytes do not fit, strict UTF-8, else
/// windows-1252. Never fails; what windows-1252 does not define becomes U+FFFD.
[[nodiscard]] QString decodeCharset(QByteArrayView bytes, QByteArrayView label);

/// For header fields with raw 8-bit octets (RFC 6532): strict UTF-8, else windows-1252.
[[nodiscard]] QString decodeEightBit(QByteArrayView bytes);

}
