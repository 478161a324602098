#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace isthmus::html {

/// What the filter may know about where the style stands.
struct CssContext {
    bool dark = false;       ///< what prefers-color-scheme answers
    bool replaced = false;   ///< the style of a picture: its height is kept as it is
    bool dropWidths = false; ///< fixed widths and nowrap are ignored, percentages stay
};

/// Results of filtering besides the text.
struct CssFindings {
    QStringList remotePictures; ///< http(s) addresses that a url() would have fetched
    bool hasDarkRules = false;  ///< the sheet has its own dark theme
};

/// A declaration list with only allowed properties and values, written anew from tokens: nothing of the
/// sender's spelling survives. No url(), no position, no expression; numbers are bounded; the values that
/// the layout engine misreads are rewritten (font-size 0, numeric weights, tiny line heights).
[[nodiscard]] QString filterDeclarations(QStringView css, const CssContext &context, CssFindings &findings);

/// A style sheet with only allowed rules: @media is kept (prefers-color-scheme decided here), every other
/// at-rule goes. At most 2,000 rules.
[[nodiscard]] QString filterStyleSheet(QStringView css, const CssContext &context, CssFindings &findings);

}
