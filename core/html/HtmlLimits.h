#pragma once

#include <QtGlobal>

namespace isthmus::html {

/// What a stranger's HTML may cost (specification 7.3).
struct HtmlLimits {
    qsizetype nodes = 100'000;
    qsizetype depth = 256;
    qsizetype attributes = 64;        ///< of one tag; gumbo compares each with all before it
    qsizetype text = 4 * 1024 * 1024; ///< UTF-16 units of text that come out
};

}
