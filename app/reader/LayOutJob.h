#pragma once

#include "core/base/Result.h"
#include "core/port/MailReader.h"

#include <QByteArray>

namespace isthmus::readerapp {

/// The HTML body of a mail as an encoded display list. Runs in the child, behind all walls. NotFound for a
/// mail without HTML.
[[nodiscard]] base::Result<QByteArray> layOut(const QByteArray &raw, const port::LayoutWish &wish);

}
