#pragma once

#include "core/mime/HeaderBlock.h"
#include "core/mime/Limits.h"
#include "core/model/Mail.h"

namespace isthmus::mime {

/// Puts the fields of a mail's header into \p mail. The topmost of repeated fields counts, except that address
/// fields are joined: two From fields are two authors, which no verdict of 7.2 passes.
void readHeaderFields(const HeaderBlock &header, const Limits &limits, model::Mail &mail);

/// The first syntactically valid tag (RFC 5646 2.1) of a Content-Language value; empty if none.
[[nodiscard]] QString firstLanguageTag(const QString &value);

[[nodiscard]] QString withoutAngles(const QString &id);

}
