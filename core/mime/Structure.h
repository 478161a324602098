#pragma once

#include "core/mime/Guard.h"
#include "core/mime/HeaderBlock.h"
#include "core/mime/Parameters.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace isthmus::mime {

/// One node of a mail's MIME tree as ranges of the raw mail, which must outlive it. Nothing is decoded yet.
struct Part {
    QString section; ///< IMAP section number (RFC 9051 6.4.5.1); empty for a root that is a multipart
    HeaderBlock header;
    QByteArrayView body; ///< still in its transfer encoding; of a multipart, everything between the delimiters
    Parameterised type;  ///< Content-Type or the default of RFC 2045 5.2
    Parameterised disposition;
    QByteArray encoding; ///< Content-Transfer-Encoding, lower case
    bool cut = false;    ///< a limit kept it closed
    std::vector<Part> children;

    [[nodiscard]] bool isMultipart() const { return !children.empty(); }
    [[nodiscard]] bool isMessage() const;
};

/// Splits a mail with \p header into its parts. Forgiving: missing end delimiters, delimiters after the end and
/// multiparts without any delimiter (which become text) lose nothing. One boundary may be the beginning of another. Recursive as deep as the limit, linear at each depth.
[[nodiscard]] Part readStructure(QByteArrayView raw, HeaderBlock header, Guard &guard);

/// The octets of a leaf without their transfer encoding (RFC 2045 6; uuencode too). Damage is skipped.
[[nodiscard]] QByteArray decodedBody(const Part &leaf);

}
