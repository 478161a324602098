#pragma once

#include "core/compose/LineList.h"
#include "core/model/OutgoingMail.h"

#include <vector>

namespace isthmus::compose {

/// A part of a mail as lines: its Content-* fields and its body.
struct WrittenPart {
    LineList header;
    LineList body;
};

/// The text of a mail: text/plain; charset=utf-8.
[[nodiscard]] WrittenPart writeText(const model::OutgoingMail &mail);

/// An attachment, an inline part or an alternative, in base64.
[[nodiscard]] WrittenPart writePart(const model::OutgoingPart &part);

/// A multipart of \p children. \p type is "multipart/…" with parameters, \p boundary is lengthened until no line of
/// the children starts with it.
[[nodiscard]] WrittenPart writeMultipart(const QByteArrayList &type, QByteArray boundary,
                                         const std::vector<WrittenPart> &children);

}
