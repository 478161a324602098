#pragma once

#include "core/model/OutgoingMail.h"

#include <QByteArray>
#include <QByteArrayList>

namespace isthmus::compose {

/// Lines of \p text in UTF-8: CRLF and lone CR count as LF, and one LF at the end ends the last line. Never empty.
[[nodiscard]] QByteArrayList textLines(const QString &text);

/// True if the lines may go out as they are (specification 2.8, `7bit`).
[[nodiscard]] bool isSevenBit(const QByteArrayList &lines);

/// \p wanted, or quoted-printable where 7bit would not carry the text.
[[nodiscard]] model::TransferEncoding feasible(model::TransferEncoding wanted, const QByteArrayList &lines);

/// RFC 2045 6.7, lines of at most 76; "From " and a lone dot at the start of a line are encoded, so that neither mbox
/// files nor SMTP relays change them.
[[nodiscard]] QByteArrayList quotedPrintable(const QByteArrayList &lines);

/// RFC 2045 6.8, lines of 76.
[[nodiscard]] QByteArrayList base64Lines(const QByteArray &octets);

[[nodiscard]] QByteArrayList encodeText(const QByteArrayList &lines, model::TransferEncoding encoding);
[[nodiscard]] QByteArray encodingName(model::TransferEncoding encoding);

}
