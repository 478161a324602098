#include "core/imap/ImapTree.h"

#include <algorithm>

namespace isthmus::imap {

namespace {

using base::Fault;

base::Error malformed(const char *why)
{
    return {Fault::Malformed, QStringLiteral("imap reply: %1").arg(QLatin1String(why))};
}

/// Builds the tree; open lists are a stack of pointers, valid because only the innermost list ever grows.
class TreeBuilder
{
public:
    TreeBuilder() : m_open{&m_root} {}

    std::optional<base::Error> text(QByteArrayView line, qsizetype &at, char closing);
    std::optional<base::Error> add(ImapNode node);
    [[nodiscard]] bool isBalanced() const { return m_open.size() == 1; }
    [[nodiscard]] ImapNodes take() { return std::move(m_root.items); }

private:
    std::optional<base::Error> openList();
    std::optional<base::Error> quoted(QByteArrayView line, qsizetype &at);
    std::optional<base::Error> atom(QByteArrayView line, qsizetype &at, char closing);

    ImapNode m_root{ImapNode::Kind::List, {}, {}};
    std::vector<ImapNode *> m_open;
    int m_nodes = 0;
};

std::optional<base::Error> TreeBuilder::add(ImapNode node)
{
    if (++m_nodes > imapMaxNodes)
        return base::Error{Fault::TooLarge, QStringLiteral("imap reply: too many values")};
    m_open.back()->items.push_back(std::move(node));
    return {};
}

std::optional<base::Error> TreeBuilder::openList()
{
    if (m_open.size() > static_cast<std::size_t>(imapMaxDepth))
        return base::Error{Fault::TooLarge, QStringLiteral("imap reply: lists too deep")};
    if (auto error = add({ImapNode::Kind::List, {}, {}}))
        return error;
    m_open.push_back(&m_open.back()->items.back());
    return {};
}

std::optional<base::Error> TreeBuilder::quoted(QByteArrayView line, qsizetype &at)
{
    QByteArray value;
    for (qsizetype i = at + 1; i < line.size(); ++i) {
        if (line[i] == '"') {
            at = i + 1;
            return add({ImapNode::Kind::Quoted, std::move(value), {}});
        }
        if (line[i] == '\\' && ++i == line.size())
            break;
        value += line[i];
    }
    return malformed("open string");
}

/// An atom ends at a space, a parenthesis or a quote. A bracket inside one, as in BODY[HEADER.FIELDS (DATE)]<0>,
/// belongs to it up to its partner.
std::optional<base::Error> TreeBuilder::atom(QByteArrayView line, qsizetype &at, char closing)
{
    qsizetype end = at;
    bool bracket = false;
    for (; end < line.size(); ++end) {
        const char c = line[end];
        if (bracket) {
            bracket = c != ']';
            continue;
        }
        if (c == closing || c == ' ' || c == '(' || c == ')' || c == '"')
            break;
        bracket = c == '[' && !closing;
    }
    if (bracket)
        return malformed("open bracket");
    const QByteArray value = line.sliced(at, end - at).toByteArray();
    at = end;
    return add({ImapNode::Kind::Atom, value, {}});
}

std::optional<base::Error> TreeBuilder::text(QByteArrayView line, qsizetype &at, char closing)
{
    if (line.sliced(at).contains('\0'))
        return malformed("NUL outside a literal");
    while (at < line.size()) {
        const char c = line[at];
        std::optional<base::Error> error;
        if (closing && c == closing && isBalanced()) {
            return {};
        } else if (c == ' ') {
            ++at;
        } else if (c == '(') {
            error = openList();
            ++at;
        } else if (c == ')') {
            if (isBalanced())
                return malformed("closing parenthesis too many");
            m_open.pop_back();
            ++at;
        } else if (c == '"') {
            error = quoted(line, at);
        } else {
            error = atom(line, at, closing);
        }
        if (error)
            return error;
    }
    return {};
}

}

bool ImapNode::isNil() const
{
    return isAtom("NIL");
}

bool ImapNode::isAtom(QByteArrayView word) const
{
    return kind == Kind::Atom && QByteArrayView(bytes).compare(word, Qt::CaseInsensitive) == 0;
}

std::optional<QByteArray> ImapNode::string() const
{
    if (isList() || isNil())
        return {};
    return bytes;
}

std::optional<quint64> ImapNode::number(quint64 max) const
{
    return kind == Kind::Atom ? parseNumber(bytes, max) : std::nullopt;
}

std::optional<quint64> parseNumber(QByteArrayView digits, quint64 max)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.isEmpty() || digits.size() > 20 || !std::all_of(digits.begin(), digits.end(), isDigit))
        return {};
    bool fits = false;
    const quint64 value = digits.toULongLong(&fits);
    return fits && value <= max ? std::optional(value) : std::nullopt;
}

base::Result<ImapNodes> parseNodes(const ImapPieces &reply, qsizetype offset)
{
    TreeBuilder builder;
    for (const ImapPiece &piece : reply) {
        qsizetype at = &piece == &reply.front() ? std::min(offset, piece.bytes.size()) : 0;
        const auto error =
            piece.literal ? builder.add({ImapNode::Kind::Literal, piece.bytes, {}}) : builder.text(piece.bytes, at, '\0');
        if (error)
            return *error;
    }
    if (!builder.isBalanced())
        return malformed("open list");
    return builder.take();
}

base::Result<ImapNodes> parseCodeArguments(QByteArrayView text, qsizetype &offset)
{
    TreeBuilder builder;
    if (const auto error = builder.text(text, offset, ']'))
        return *error;
    if (offset >= text.size())
        return malformed("open response code");
    ++offset;
    return builder.take();
}

}
