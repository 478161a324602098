#pragma once

#include "core/base/Result.h"
#include "core/display/DisplayList.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace isthmus::html {

struct SanitizeOptions {
    bool dark = false;       ///< what prefers-color-scheme answers
    bool foldQuotes = true;  ///< replace a trailing quotation by one line that says how long it is
    bool dropWidths = false; ///< ignore fixed widths and nowrap: the mail was too wide with them
};

/// Markup written anew from an allow-list: the only markup that the layout engine ever sees.
struct SanitizedHtml {
    QString body;             ///< inner markup of <body>, well-formed
    QString styleSheet;       ///< the sender's rules that may stand
    QString bodyStyle;        ///< declarations of the sender's <body>
    bool rightToLeft = false; ///< dir=rtl on html or body
    bool hasDarkRules = false;
    bool truncated = false;           ///< a limit of 7.3 cut the rest off
    int foldedLines = 0;              ///< lines inside the folded quotation; 0 if nothing was folded
    std::vector<display::Link> links; ///< an element's href is the index into this
    QStringList pictures;             ///< a picture's src is the index into this: "cid:…" or "data:…"
    std::vector<display::RemotePicture> remotePictures;
};

/// Reads HTML leniently (HTML5 rules, gumbo) and writes what may be shown. Total and linear; over 100,000
/// nodes or 4 MiB it cuts and says so. Scripts, forms, frames, embedded objects, event handlers, remote
/// addresses and positioned layers do not survive. Fault::TooLarge for more than 16 MiB of input.
[[nodiscard]] base::Result<SanitizedHtml> sanitize(const QByteArray &utf8, const SanitizeOptions &options);

}
