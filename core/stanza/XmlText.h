#pragma once

#include <QString>

#include <string>

namespace isthmus::stanza {

/// \p text without what XML 1.0 (production 2, Char) cannot carry: C0 controls other than TAB, LF and CR, lone
/// surrogates, U+FFFE and U+FFFF. gloox drops a whole body for one of them, so every text goes through here.
[[nodiscard]] QString legalXmlText(QStringView text);

/// Text of a stanza as gloox holds it. Invalid UTF-8, which gloox passes through, becomes U+FFFD.
[[nodiscard]] QString fromGloox(const std::string &utf8);
/// The legal part of \p text in UTF-8.
[[nodiscard]] std::string toGloox(QStringView text);

}
