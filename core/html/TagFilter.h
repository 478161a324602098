#pragma once

#include "core/html/HtmlLimits.h"

#include <QByteArray>

namespace isthmus::html {

struct FilteredHtml {
    QByteArray html;
    bool exceeded = false; ///< a limit dropped tags, or the end of the text
};

/// Rewrites \p html (UTF-8) so that gumbo can build a tree of it in linear time: at most so many tags and attributes,
/// and never more elements open than the limit. gumbo itself needs minutes for 100,000 nested elements (measured).
/// Tags that are too deep are dropped and their text kept. Comments, declarations and duplicate blanks inside tags
/// go; everything else means the same as before. Linear.
[[nodiscard]] FilteredHtml filterTags(const QByteArray &html, const HtmlLimits &limits);

}
