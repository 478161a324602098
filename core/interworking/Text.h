#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Cleaning of text that goes from one world into the other, and digests. Not for other rooms.
namespace isthmus::interworking {

/// Calls \p f with each code point of \p text; a lone surrogate comes as 0.
template <typename F>
void forEachCodePoint(QStringView text, F f)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (!unit.isSurrogate())
            f(static_cast<char32_t>(unit.unicode()));
        else if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            f(QChar::surrogateToUcs4(unit, text[++i]));
        else
            f(U'\0');
    }
}
template <typename Predicate>
[[nodiscard]] bool anyCodePoint(QStringView text, Predicate predicate)
{
    bool found = false;
    forEachCodePoint(text, [&](char32_t c) { found = found || predicate(c); });
    return found;
}

/// U+202A-202E, U+2066-2069, U+200E, U+200F, U+061C (2.1.1).
[[nodiscard]] bool isBidiControl(char32_t c);

/// Without C0, C1 and bidi controls, noncharacters and lone surrogates.
[[nodiscard]] QString withoutControls(QStringView text);

/// One line (2.2, 2.7): CR, LF and TAB become blanks, controls go, runs of blanks become one, ends are
/// trimmed.
[[nodiscard]] QString oneLine(QStringView text);

/// For a header value that is written: CR, LF, NUL and the other controls are removed, TAB is a blank.
[[nodiscard]] QString headerText(QStringView text);

/// Legal in XML 1.0, LF line ends, nothing else changed.
[[nodiscard]] QString bodyText(QStringView text);

/// The first \p count code points.
[[nodiscard]] QString firstCodePoints(const QString &text, int count);
[[nodiscard]] int codePointCount(QStringView text);
/// \p text without the code points in [start, end).
[[nodiscard]] QString withoutCodePoints(const QString &text, int start, int end);

/// Nothing but blanks, TAB and line ends.
[[nodiscard]] bool isBlank(QStringView text);

/// SHA-256, or HMAC-SHA-256 with a key; the first 32 lower-case hex digits.
[[nodiscard]] QString hex32(const QByteArray &input, const QByteArray &key = {});

/// "<left@right>" of RFC 5322 without comments, at most \p max characters.
[[nodiscard]] bool isMessageId(QStringView id, int max);

/// Without any number of reply and forward prefixes (2.7).
[[nodiscard]] QString withoutReplyPrefixes(QStringView subject);

/// A language tag as RFC 5646 writes it, by syntax only.
[[nodiscard]] bool isLanguageTag(QStringView tag);

}
