#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <vector>

namespace isthmus::html {

/// A token of CSS Syntax Level 3, section 4. `text` is the name or the string with escapes resolved.
struct CssToken {
    enum class Kind : std::uint8_t {
        Ident,
        Function,
        AtKeyword,
        Hash,
        String,
        BadString,
        Url,
        BadUrl,
        Delim,
        Number,
        Percentage,
        Dimension,
        Whitespace,
        Colon,
        Semicolon,
        Comma,
        OpenSquare,
        CloseSquare,
        OpenRound,
        CloseRound,
        OpenCurly,
        CloseCurly,
    };
    Kind kind = Kind::Whitespace;
    QString text;      ///< Ident, Function, AtKeyword, Hash, String, Url; the character of a Delim; the unit of a Dimension
    double number = 0; ///< Number, Percentage, Dimension
    bool operator==(const CssToken &) const = default;
};

/// Tokens of a style sheet or a declaration list; comments are dropped. Total: any input gives tokens, in
/// linear time. At most \p limit tokens; what follows is not read.
[[nodiscard]] std::vector<CssToken> tokenizeCss(QStringView css, std::size_t limit = 100'000);

}
