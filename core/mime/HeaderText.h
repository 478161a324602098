#pragma once

#include <QByteArrayView>
#include <QString>

namespace isthmus::mime {

/// \p text with its encoded words (RFC 2047) decoded. Blanks between adjacent words vanish, and the octets of
/// adjacent words of one character set are joined first, since mailers cut inside characters. Lenient: words may
/// touch other text, and may hold blanks. Linear.
[[nodiscard]] QString decodeWords(const QString &text);

/// The offset after the encoded word that starts at \p at; \p at itself if none does.
[[nodiscard]] qsizetype encodedWordEnd(QStringView text, qsizetype at);

/// An unstructured field: unfolded, 8-bit octets read, words decoded. Not cleaned.
[[nodiscard]] QString unstructured(QByteArrayView value);

}
