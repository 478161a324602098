#include "core/mime/Parameters.h"

#include "core/mime/Charset.h"
#include "core/mime/HeaderBlock.h"
#include "core/mime/HeaderText.h"

#include <map>

namespace isthmus::mime {

namespace {

struct Piece {
    QByteArray text;
    bool extended = false;
};

/// The pieces of one parameter by their number; -1 is the unnumbered one.
using Pieces = std::map<int, Piece>;

/// Walks over the field's octets.
class Cursor
{
public:
    explicit Cursor(QByteArray text) : m_text(std::move(text)) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    bool take(char c)
    {
        skipComments();
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    /// Up to one of \p stops, without comments and the blanks at its ends.
    QByteArray word(QByteArrayView stops)
    {
        QByteArray result;
        while (!atEnd() && !stops.contains(m_text[m_at])) {
            if (m_text[m_at] == '(')
                skipComments();
            else
                result += m_text[m_at++];
        }
        return result.trimmed();
    }

    QByteArray quotedOrWord()
    {
        skipComments();
        if (atEnd() || m_text[m_at] != '"')
            return word(";");
        QByteArray result;
        for (++m_at; !atEnd() && m_text[m_at] != '"'; ++m_at) {
            // Only quotes and backslashes are really escaped: Windows paths are not (C:\file).
            const bool escape =
                m_text[m_at] == '\\' && m_at + 1 < m_text.size() && (m_text[m_at + 1] == '"' || m_text[m_at + 1] == '\\');
            if (escape)
                ++m_at;
            result += m_text[m_at];
        }
        if (!atEnd())
            ++m_at;
        return result;
    }

    void skipTo(char c)
    {
        while (!atEnd() && m_text[m_at] != c)
            ++m_at;
    }

private:
    void skipComments()
    {
        int depth = 0;
        for (; !atEnd(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '(')
                ++depth;
            else if (c == ')' && depth > 0)
                --depth;
            else if (c == '\\' && depth > 0)
                ++m_at;
            else if (depth == 0 && c != ' ' && c != '\t')
                return;
        }
    }

    QByteArray m_text;
    qsizetype m_at = 0;
};

/// Splits "name*1*" into the name, the number (-1: none) and whether the value is extended.
QByteArray splitName(QByteArray name, int &number, bool &extended)
{
    number = -1;
    extended = name.endsWith('*');
    if (extended)
        name.chop(1);
    if (const qsizetype star = name.indexOf('*'); star >= 0) {
        bool valid = false;
        number = name.mid(star + 1).toInt(&valid);
        if (!valid || number < 0)
            number = -1;
        name.truncate(star);
    }
    if (extended && number < 0)
        number = 0;
    return name.toLower();
}

/// Joins the pieces (RFC 2231 3 and 4) up to the first gap.
QString join(const Pieces &pieces, int limit)
{
    if (!pieces.contains(0)) {
        const auto plain = pieces.find(-1);
        return plain == pieces.end() ? QString() : decodeWords(decodeEightBit(plain->second.text));
    }
    QByteArray charset;
    QByteArray octets;
    for (int number = 0; number < limit; ++number) {
        const auto found = pieces.find(number);
        if (found == pieces.end())
            break;
        QByteArray text = found->second.text;
        if (found->second.extended) {
            const qsizetype first = number == 0 ? text.indexOf('\'') : -1;
            const qsizetype second = first >= 0 ? text.indexOf('\'', first + 1) : -1;
            if (second >= 0) {
                charset = text.first(first);
                text.remove(0, second + 1);
            }
            text = QByteArray::fromPercentEncoding(text);
        }
        octets += text;
    }
    const QString joined = decodeCharset(octets, charset);
    return pieces.at(0).extended ? joined : decodeWords(joined);
}

}

Parameterised readParameterised(QByteArrayView field, int continuations)
{
    Cursor cursor(unfold(field));
    Parameterised result;
    result.value = decodeEightBit(cursor.word(";")).toLower();
    std::map<QByteArray, Pieces> found;
    while (cursor.take(';')) {
        const QByteArray name = cursor.word("=;");
        if (!cursor.take('='))
            continue;
        const QByteArray value = cursor.quotedOrWord();
        cursor.skipTo(';');
        int number = -1;
        bool extended = false;
        const QByteArray base = splitName(name, number, extended);
        if (!base.isEmpty() && number < continuations)
            found[base].try_emplace(number, Piece{value, extended});
    }
    for (const auto &[name, pieces] : found)
        result.parameters.insert(QString::fromLatin1(name), join(pieces, continuations));
    return result;
}

}
