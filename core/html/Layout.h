#pragma once

#include "core/base/Result.h"
#include "core/display/DisplayList.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace isthmus::html {

/// How a mail is to look; the same fonts must be installed where the list is painted.
struct LayoutRequest {
    int width = 600; ///< of the card's text, pixels
    int fontPixelSize = 15;
    QString fontFamily; ///< what "sans-serif" and unknown families become
    QString monospaceFamily;
    bool dark = false;
    QRgb text = 0xff202124; ///< of text that the sender gave no colour
    QRgb link = 0xff0b57d0;
    bool foldQuotes = true;
    /// The decoded octets of a related part by Content-ID (without angle brackets); empty if there is none.
    std::function<QByteArray(const QString &contentId)> relatedPart;
};

struct LaidOutHtml {
    display::DisplayList list;
    int foldedLines = 0; ///< of the quotation that was folded; 0 if none
    bool truncated = false;
};

/// HTML of a stranger → display list: sanitised, laid out, recorded. Opens no file and no connection;
/// needs a GUI application (offscreen will do) and the fonts. Runs in the cage: hostile input may use up
/// the caller's CPU limit. Fault::TooLarge as sanitize(), or for a list beyond display::DisplayLimits.
[[nodiscard]] base::Result<LaidOutHtml> layoutHtml(const QByteArray &utf8, const LayoutRequest &request);

}
