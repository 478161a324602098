#pragma once

#include "core/base/Result.h"

#include <QByteArray>

#include <vector>

namespace isthmus::imap {

/// What the server offers for literals in commands (RFC 7888).
enum class LiteralSupport : std::uint8_t { Synchronising, Minus, Plus };

/// One client command, built of parts; what must be quoted is quoted here and nowhere else. CR, LF and NUL are refused
/// in everything but literals, so no argument, wherever it came from, can end the command and begin another.
class ImapCommand
{
public:
    /// How the connection may send it.
    enum class Order : std::uint8_t {
        Pipelined, ///< together with others of its kind
        Alone,     ///< changes what later commands or replies mean: SELECT, AUTHENTICATE, IDLE
    };

    /// \p verb is ours: "UID FETCH".
    explicit ImapCommand(const char *verb, Order order = Order::Pipelined);

    /// Verbatim, after a space: flags, sequence sets, items.
    ImapCommand &word(const QByteArray &text);
    /// As an atom, a quoted string or a literal, whichever it needs.
    ImapCommand &string(const QByteArray &text);
    /// The same, never in a log.
    ImapCommand &secret(const QByteArray &text);
    /// Always as a literal; line ends are allowed in it, NUL is not.
    ImapCommand &literal(const QByteArray &bytes);
    /// For the replies to this command: octets that the literals of one reply may have together.
    ImapCommand &allowLiterals(quint64 octets);

    [[nodiscard]] Order order() const { return m_order; }
    [[nodiscard]] quint64 literalLimit() const { return m_literalLimit; }

    /// What is to be sent, cut where a "+" must be awaited. Fault::Malformed: an argument was refused.
    [[nodiscard]] base::Result<std::vector<QByteArray>> encode(const QByteArray &tag, LiteralSupport support) const;
    /// For the log: secrets and literals are masked.
    [[nodiscard]] QByteArray logText() const;

private:
    enum class Kind : std::uint8_t { Word, String, Secret, Literal };
    struct Part {
        Kind kind = Kind::Word;
        QByteArray bytes;
    };
    std::vector<Part> m_parts;
    Order m_order = Order::Pipelined;
    quint64 m_literalLimit = 64 * 1024;
};

}
