#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace isthmus::imap {

/// A stretch of a reply: text without its line end, or the octets of a literal (RFC 3501 4.3).
struct ImapPiece {
    QByteArray bytes;
    bool literal = false;
    bool operator==(const ImapPiece &) const = default;
};

/// One server reply. Texts and literals alternate; the first and the last piece are texts.
using ImapPieces = std::vector<ImapPiece>;

struct ImapLimits {
    qsizetype text = 1 << 20;     ///< octets of all texts of one reply together
    quint64 literals = 64 * 1024; ///< octets of all literals of one reply together
    bool operator==(const ImapLimits &) const = default;
};

/// Cuts the octets of an IMAP connection into replies (RFC 3501 7, RFC 9051 7). It knows lines and literals and
/// nothing of their meaning, so a reply that we do not understand never brings the connection out of step.
/// A reply that breaks the framing or a limit ends the reader for good: the connection must be closed.
/// Memory is bounded by the limits, and nothing is reserved on the server's word. Thread: any, one at a time.
class ImapReader
{
public:
    explicit ImapReader(ImapLimits limits = {}) : m_limits(limits) {}

    /// Takes octets up to the end of one reply and returns how many it took; a caller that stops calling
    /// leaves the rest in the socket, and TCP holds the server back.
    [[nodiscard]] qsizetype consume(QByteArrayView bytes);
    /// The reply that the last consume() completed.
    [[nodiscard]] std::optional<ImapPieces> takeReply();
    /// ProtocolBroken or TooLarge.
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

    /// For the replies to come: what was asked for decides how large a literal may be.
    void setLiteralLimit(quint64 octets) { m_limits.literals = octets; }

private:
    qsizetype consumeLine(QByteArrayView bytes);
    qsizetype consumeLiteral(QByteArrayView bytes);
    void endLine();
    void beginLiteral(quint64 size);
    void fail(base::Fault fault, const char *why);

    ImapLimits m_limits;
    ImapPieces m_pieces;
    QByteArray m_line;
    quint64 m_literalLeft = 0;
    bool m_inLiteral = false;
    qsizetype m_textTaken = 0;
    quint64 m_literalsTaken = 0;
    std::optional<ImapPieces> m_reply;
    std::optional<base::Error> m_error;
};

}
