#include "core/imap/ImapCommand.h"

#include <algorithm>

namespace isthmus::imap {

namespace {

constexpr qsizetype literalMinusLimit = 4096; // RFC 7888 5
constexpr qsizetype quotedLimit = 1000;

bool hasForbidden(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isAtom(const QByteArray &text)
{
    const auto plain = [](char c) { return c > 0x20 && c < 0x7F && !QByteArrayView("(){%*\"\\]").contains(c); };
    return !text.isEmpty() && text.toUpper() != "NIL" && std::all_of(text.begin(), text.end(), plain);
}

bool isQuotable(const QByteArray &text)
{
    return text.size() <= quotedLimit && std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

QByteArray quoted(QByteArray text)
{
    text.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + text + '"';
}

}

ImapCommand::ImapCommand(const char *verb, Order order) : m_parts{{Kind::Word, verb}}, m_order(order) {}

ImapCommand &ImapCommand::word(const QByteArray &text)
{
    m_parts.push_back({Kind::Word, text});
    return *this;
}

ImapCommand &ImapCommand::string(const QByteArray &text)
{
    m_parts.push_back({Kind::String, text});
    return *this;
}

ImapCommand &ImapCommand::secret(const QByteArray &text)
{
    m_parts.push_back({Kind::Secret, text});
    return *this;
}

ImapCommand &ImapCommand::literal(const QByteArray &bytes)
{
    m_parts.push_back({Kind::Literal, bytes});
    return *this;
}

ImapCommand &ImapCommand::allowLiterals(quint64 octets)
{
    m_literalLimit = octets;
    return *this;
}

base::Result<std::vector<QByteArray>> ImapCommand::encode(const QByteArray &tag, LiteralSupport support) const
{
    std::vector<QByteArray> chunks{tag};
    for (const Part &part : m_parts) {
        const bool refused = part.kind == Kind::Literal ? part.bytes.contains('\0') : hasForbidden(part.bytes);
        if (refused)
            return base::Error{base::Fault::Malformed, QStringLiteral("imap: line break or NUL in an argument")};
        chunks.back() += ' ';
        if (part.kind == Kind::Word) {
            chunks.back() += part.bytes;
        } else if (part.kind != Kind::Literal && isAtom(part.bytes)) {
            chunks.back() += part.bytes;
        } else if (part.kind != Kind::Literal && isQuotable(part.bytes)) {
            chunks.back() += quoted(part.bytes);
        } else {
            const bool free = support == LiteralSupport::Plus
                              || (support == LiteralSupport::Minus && part.bytes.size() <= literalMinusLimit);
            chunks.back() += '{' + QByteArray::number(part.bytes.size()) + (free ? "+}\r\n" : "}\r\n");
            if (free)
                chunks.back() += part.bytes;
            else
                chunks.push_back(part.bytes);
        }
    }
    chunks.back() += "\r\n";
    return chunks;
}

QByteArray ImapCommand::logText() const
{
    QByteArray text;
    for (const Part &part : m_parts) {
        if (!text.isEmpty())
            text += ' ';
        if (part.kind == Kind::Word)
            text += part.bytes;
        else
            text += part.kind == Kind::Literal ? '{' + QByteArray::number(part.bytes.size()) + '}' : QByteArray("<...>");
    }
    return text;
}

}
