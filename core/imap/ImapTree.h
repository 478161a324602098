#pragma once

#include "core/base/Result.h"
#include "core/imap/ImapReader.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace isthmus::imap {

/// One value of a reply, without meaning yet.
struct ImapNode {
    enum class Kind : std::uint8_t { Atom, Quoted, Literal, List };
    Kind kind = Kind::Atom;
    QByteArray bytes;            ///< unquoted; empty for a list
    std::vector<ImapNode> items; ///< of a list

    [[nodiscard]] bool isList() const { return kind == Kind::List; }
    [[nodiscard]] bool isNil() const;
    /// Case-insensitive comparison of an atom.
    [[nodiscard]] bool isAtom(QByteArrayView word) const;
    /// A string or an atom that stands for one (RFC 3501 "astring"); nullopt for lists and NIL.
    [[nodiscard]] std::optional<QByteArray> string() const;
    /// Digits only and at most \p max: nothing wraps, nothing is negative.
    [[nodiscard]] std::optional<quint64> number(quint64 max = 0x7FFFFFFFFFFFFFFF) const;

    bool operator==(const ImapNode &) const = default;
};

using ImapNodes = std::vector<ImapNode>;

inline constexpr int imapMaxDepth = 50;
inline constexpr int imapMaxNodes = 100'000;

/// Digits only, at most \p max.
[[nodiscard]] std::optional<quint64> parseNumber(QByteArrayView digits, quint64 max);

/// Reads the values of a reply from \p offset of its first text to the end. The grammar is open: whatever consists of
/// atoms, strings, literals and lists is read. Iterative. Malformed: unbalanced, an open string, NUL outside a
/// literal; TooLarge: deeper or more than the limits. Either concerns this reply only.
[[nodiscard]] base::Result<ImapNodes> parseNodes(const ImapPieces &reply, qsizetype offset);

/// Reads the arguments of a response code, up to its closing bracket (RFC 3501 7.1); \p offset is moved behind it.
[[nodiscard]] base::Result<ImapNodes> parseCodeArguments(QByteArrayView text, qsizetype &offset);

}
