#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace isthmus::compose {

enum class WordPlace : quint8 { Text, Phrase }; ///< RFC 2047 5 (1) or (3): a phrase allows fewer characters

/// \p text as encoded words (RFC 2047) in UTF-8, B or Q, whichever is shorter; none longer than 75 characters, the
/// first not longer than \p firstRoom (which is made at least 32). No code point is split.
[[nodiscard]] QByteArrayList encodedWords(const QString &text, WordPlace place, qsizetype firstRoom);

}
