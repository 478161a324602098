#include "core/imap/ImapReader.h"

#include <algorithm>

namespace isthmus::imap {

namespace {

using base::Fault;

constexpr std::size_t maxPieces = 4096;

/// Lines whose rest is human-readable text (RFC 3501 7.1, 7.5): a "{5}" at their end is words, which may quote a
/// stranger's folder name, and announces nothing.
bool isFreeText(QByteArrayView line)
{
    if (line.startsWith('+'))
        return true;
    const qsizetype space = line.indexOf(' ');
    if (space < 0)
        return false;
    const QByteArrayView rest = line.sliced(space + 1);
    for (const QByteArrayView word : {"OK", "NO", "BAD", "BYE", "PREAUTH"}) {
        const bool ends = rest.size() == word.size() || (rest.size() > word.size() && rest[word.size()] == ' ');
        if (ends && rest.first(word.size()).compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// What a line's end announces.
struct Announcement {
    enum class Kind { None, Literal, Broken } kind = Kind::None;
    quint64 size = 0;
    qsizetype textLength = 0; ///< of the line, without the announcement
};

/// "{123}", "{123+}" and "~{123}" (RFC 3501 4.3, RFC 7888, RFC 3516) at the end of a line. A number that cannot be one
/// leaves us not knowing where the reply ends.
Announcement announcementAtEnd(QByteArrayView line)
{
    if (!line.endsWith('}'))
        return {};
    const qsizetype open = line.lastIndexOf('{');
    if (open < 0)
        return {};
    QByteArrayView digits = line.sliced(open + 1).chopped(1);
    const bool negative = digits.startsWith('-');
    if (digits.endsWith('+'))
        digits = digits.chopped(1);
    if (negative)
        digits = digits.sliced(1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return {};
    bool fits = false;
    const quint64 size = digits.size() <= 20 ? digits.toULongLong(&fits) : 0;
    if (negative || !fits)
        return {Announcement::Kind::Broken, 0, 0};
    const bool literal8 = open > 0 && line[open - 1] == '~';
    return {Announcement::Kind::Literal, size, literal8 ? open - 1 : open};
}

}

qsizetype ImapReader::consume(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && !m_error && !m_reply) {
        const QByteArrayView rest = bytes.sliced(taken);
        taken += m_inLiteral ? consumeLiteral(rest) : consumeLine(rest);
    }
    return taken;
}

std::optional<ImapPieces> ImapReader::takeReply()
{
    return std::exchange(m_reply, std::nullopt);
}

qsizetype ImapReader::consumeLine(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype length = end < 0 ? bytes.size() : end;
    if (m_textTaken + m_line.size() + length > m_limits.text) {
        fail(Fault::TooLarge, "reply text over the limit");
        return 0;
    }
    m_line.append(bytes.first(length));
    if (end < 0)
        return length;
    endLine();
    return length + 1;
}

void ImapReader::endLine()
{
    if (m_line.endsWith('\r'))
        m_line.chop(1);
    const bool freeText = m_pieces.empty() && isFreeText(m_line);
    const Announcement next = freeText ? Announcement{} : announcementAtEnd(m_line);
    if (next.kind == Announcement::Kind::Broken)
        return fail(Fault::ProtocolBroken, "literal size is no number");
    m_textTaken += m_line.size();
    if (next.kind == Announcement::Kind::Literal) {
        m_line.truncate(next.textLength);
        m_pieces.push_back({std::exchange(m_line, {}), false});
        return beginLiteral(next.size);
    }
    m_pieces.push_back({std::exchange(m_line, {}), false});
    m_reply = std::exchange(m_pieces, {});
    m_textTaken = 0;
    m_literalsTaken = 0;
}

void ImapReader::beginLiteral(quint64 size)
{
    if (size > m_limits.literals || m_literalsTaken > m_limits.literals - size)
        return fail(Fault::TooLarge, "literal over the limit");
    if (m_pieces.size() >= maxPieces)
        return fail(Fault::TooLarge, "too many literals in one reply");
    m_literalsTaken += size;
    m_pieces.push_back({{}, true});
    m_literalLeft = size;
    m_inLiteral = size > 0;
}

qsizetype ImapReader::consumeLiteral(QByteArrayView bytes)
{
    const auto length = static_cast<qsizetype>(std::min<quint64>(m_literalLeft, static_cast<quint64>(bytes.size())));
    m_pieces.back().bytes.append(bytes.first(length));
    m_literalLeft -= static_cast<quint64>(length);
    m_inLiteral = m_literalLeft > 0;
    return length;
}

void ImapReader::fail(Fault fault, const char *why)
{
    m_error = base::Error{fault, QStringLiteral("imap: %1").arg(QLatin1String(why))};
    m_pieces.clear();
    m_line.clear();
}

}
