#pragma once

#include <QString>

namespace isthmus::mime {

/// CRLF and lone CR become LF.
[[nodiscard]] QString unixLines(const QString &text);

/// Joins the lines of format=flowed (RFC 3676 4): space-stuffing, quote depth, DelSp; the signature line is never
/// joined. Quoted paragraphs come out as ">> text". \p text has LF.
[[nodiscard]] QString unflow(const QString &text, bool delSp);

/// What remains to be done by specification 2.8: characters that XML 1.0 forbids go; blanks at line ends go if
/// \p trimLines, except those of the signature line "-- "; empty lines at both ends go.
[[nodiscard]] QString tidy(const QString &text, bool trimLines);

}
