#pragma once

#include <QString>

namespace isthmus::html {

/// \p href as it may be shown: without blanks and line breaks, empty unless http, https or mailto.
[[nodiscard]] QString shownTarget(const QString &href);

/// True if \p text is nothing but \p target (mailto compared without its scheme).
[[nodiscard]] bool isSameAsTarget(const QString &text, const QString &target);

/// True if \p text looks like a URL or host, and its host is not that of \p target (X17). Of longer texts, only words
/// with a scheme or "www." count as URLs.
[[nodiscard]] bool namesOtherHost(const QString &text, const QString &target);

}
