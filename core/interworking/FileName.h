#pragma once

#include "core/model/Attachment.h"

#include <QString>

/// Names of attached files: specification 7.4.
namespace isthmus::interworking {

/// A name without path, controls, bidi controls or reserved forms, at most 128 octets; may be empty.
[[nodiscard]] QString cleanFileName(QStringView name);
/// The extension that goes with a type; "bin" for one that is not listed.
[[nodiscard]] QString extensionFor(const QString &mimeType);
/// Cleans each name in place, fills the empty ones with "attachment-N.EXT" and numbers equal ones.
void nameAttachments(model::Attachments &attachments);
/// What must not be opened by a click (X23): a type or an extension that runs.
[[nodiscard]] bool isBlockedType(const QString &mimeType, const QString &name);
/// The type as it may be sent on: unchanged when it is of the safe list, else application/octet-stream.
[[nodiscard]] QString safeType(const QString &mimeType);

}
