#pragma once

#include "core/html/HtmlLimits.h"

#include <QString>

namespace isthmus::html {

struct HtmlText {
    QString text;              ///< LF line ends
    bool linkMismatch = false; ///< a link's text names another host than its target (X17)
    bool truncated = false;    ///< a limit cut it
    bool exceeded = false;     ///< and it was the limit of nodes, attributes or depth
};

/// Plain text of a stranger's HTML by the rules of specification 2.8: hidden elements, scripts and forms go, blocks
/// become lines, a link shows its target. Deterministic; never fails; linear within the limits. Thread-safe.
[[nodiscard]] HtmlText htmlToText(const QString &html, const HtmlLimits &limits = {});

}
