#pragma once

#include <QString>

namespace isthmus::timeline {

/// A text with its end folded away. Nothing is ever cut: shown + folded is the text, and the fold says
/// how much it holds.
struct FoldedText {
    QString shown;
    int foldedLines = 0;
    bool isQuote = false; ///< what is folded is the quoted end of an answer
    bool operator==(const FoldedText &) const = default;
};

/// Folds the quoted tail of an answer (lines with ">" up to the end, with the line that introduces them);
/// then whatever is beyond \p maxLines, or beyond as many letters as such lines may have. Quotes with an answer below them stay: there they are the context.
/// A fold of one or two lines would hide more than it saves and is not made.
[[nodiscard]] FoldedText foldText(const QString &text, int maxLines);

/// The beginning of an unfolded text. One portion holds nearly every text there is; one of megabytes is shown
/// portion by portion, each as large as can be laid out without keeping the window waiting.
[[nodiscard]] FoldedText portionOf(const QString &text, int portions);

}
