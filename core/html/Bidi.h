#pragma once

#include "core/display/DisplayList.h"

namespace isthmus::html {

/// The layout engine sets the words of every line from left to right. This joins the words of a line that
/// has right-to-left text, so that the painter's own bidirectional algorithm (UAX #9) orders them, and
/// mirrors the pieces of such a line where fonts or colours differ.
void reorderRightToLeft(display::DisplayList &list);

/// True if \p text looks like an address whose host is not the one that \p url leads to (X17).
[[nodiscard]] bool namesAnotherHost(const QString &text, const QString &url);

}
