#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace isthmus::mime {

/// A header field (RFC 5322 2.2) as views into the raw mail; \a value still has its folds.
struct Field {
    QByteArrayView name;
    QByteArrayView value;
    [[nodiscard]] bool is(QByteArrayView other) const { return name.compare(other, Qt::CaseInsensitive) == 0; }
};

struct HeaderBlock {
    std::vector<Field> fields;
    qsizetype size = 0; ///< octets of the fields
    qsizetype longestField = 0;
    qsizetype bodyStart = 0; ///< offset of the first octet after the empty line

    /// The topmost field of this name, or nullptr.
    [[nodiscard]] const Field *find(QByteArrayView name) const;
};

/// Reads the fields at the start of \p bytes. A line that cannot be a field ends the block and belongs to the body,
/// so a part without header keeps its text (GMime 3.2.13 and VMime both lose it); it is skipped only if a field
/// that mails have comes right after it. Linear; never fails.
[[nodiscard]] HeaderBlock readHeaderBlock(QByteArrayView bytes);

/// As readHeaderBlock(), for a whole mail: skips an mbox "From " line and lines of blanks in front, and takes a block
/// without a single field that mails have for text.
[[nodiscard]] HeaderBlock readMailHeader(QByteArrayView raw);

/// The end of the line that starts at \p from, after its LF (or lone CR, or the end of \p bytes).
[[nodiscard]] qsizetype lineEnd(QByteArrayView bytes, qsizetype from);
/// \p line without its CR and LF.
[[nodiscard]] QByteArrayView withoutEol(QByteArrayView line);

/// Removes the line breaks of folding (RFC 5322 2.2.3), keeps the blanks, trims the ends.
[[nodiscard]] QByteArray unfold(QByteArrayView value);

}
