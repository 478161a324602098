#include "core/html/CssTokenizer.h"

#include <cmath>

namespace isthmus::html {

namespace {

using Kind = CssToken::Kind;

bool isNewline(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\f';
}
bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || isNewline(c);
}
bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool isHex(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}
bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c.unicode() >= 0x80;
}
bool isName(QChar c)
{
    return isNameStart(c) || isDigit(c) || c == u'-';
}

class Tokenizer
{
public:
    explicit Tokenizer(QStringView css) : m_css(css) {}

    std::vector<CssToken> run(std::size_t limit)
    {
        std::vector<CssToken> tokens;
        while (tokens.size() < limit) {
            skipComments();
            if (m_at >= m_css.size())
                break;
            tokens.push_back(next());
        }
        return tokens;
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_css.size() ? m_css[m_at + ahead] : QChar(0);
    }
    [[nodiscard]] bool validEscape(qsizetype ahead = 0) const
    {
        return peek(ahead) == u'\\' && m_at + ahead + 1 < m_css.size() && !isNewline(peek(ahead + 1));
    }
    [[nodiscard]] bool startsIdent(qsizetype ahead = 0) const
    {
        if (peek(ahead) == u'-')
            return isNameStart(peek(ahead + 1)) || peek(ahead + 1) == u'-' || validEscape(ahead + 1);
        return isNameStart(peek(ahead)) || validEscape(ahead);
    }
    [[nodiscard]] bool startsNumber() const
    {
        const qsizetype sign = peek() == u'+' || peek() == u'-' ? 1 : 0;
        return isDigit(peek(sign)) || (peek(sign) == u'.' && isDigit(peek(sign + 1)));
    }

    void skipComments()
    {
        while (peek() == u'/' && peek(1) == u'*') {
            const qsizetype end = m_css.indexOf(u"*/", m_at + 2);
            m_at = end < 0 ? m_css.size() : end + 2;
        }
    }

    CssToken next()
    {
        const QChar c = peek();
        if (isBlank(c)) {
            while (m_at < m_css.size() && isBlank(peek()))
                ++m_at;
            return {Kind::Whitespace, {}, 0};
        }
        if (c == u'"' || c == u'\'')
            return string();
        if (c == u'#' && (isName(peek(1)) || validEscape(1))) {
            ++m_at;
            return {Kind::Hash, name(), 0};
        }
        if (startsNumber())
            return number();
        if (startsIdent())
            return identLike();
        if (c == u'@' && startsIdent(1)) {
            ++m_at;
            return {Kind::AtKeyword, name(), 0};
        }
        ++m_at;
        switch (c.unicode()) {
        case u':': return {Kind::Colon, {}, 0};
        case u';': return {Kind::Semicolon, {}, 0};
        case u',': return {Kind::Comma, {}, 0};
        case u'[': return {Kind::OpenSquare, {}, 0};
        case u']': return {Kind::CloseSquare, {}, 0};
        case u'(': return {Kind::OpenRound, {}, 0};
        case u')': return {Kind::CloseRound, {}, 0};
        case u'{': return {Kind::OpenCurly, {}, 0};
        case u'}': return {Kind::CloseCurly, {}, 0};
        default: return {Kind::Delim, QString(c), 0};
        }
    }

    /// Section 4.3.7; the backslash is the current character.
    QString escape()
    {
        ++m_at;
        if (m_at >= m_css.size())
            return QString(QChar::ReplacementCharacter);
        if (!isHex(peek())) {
            QString literal(m_css[m_at++]);
            if (literal[0].isHighSurrogate() && peek().isLowSurrogate())
                literal += m_css[m_at++];
            return literal;
        }
        char32_t code = 0;
        for (int digits = 0; digits < 6 && isHex(peek()); ++digits)
            code = code * 16 + static_cast<char32_t>(QString(m_css[m_at++]).toInt(nullptr, 16));
        if (isBlank(peek()) && m_at < m_css.size())
            ++m_at;
        if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
            return QString(QChar::ReplacementCharacter);
        return QString::fromUcs4(&code, 1);
    }

    QString name()
    {
        QString text;
        while (m_at < m_css.size()) {
            if (isName(peek()))
                text += m_css[m_at++];
            else if (validEscape())
                text += escape();
            else
                break;
        }
        return text;
    }

    CssToken string()
    {
        const QChar quote = m_css[m_at++];
        QString text;
        while (m_at < m_css.size()) {
            const QChar c = peek();
            if (c == quote) {
                ++m_at;
                return {Kind::String, text, 0};
            }
            if (isNewline(c))
                return {Kind::BadString, {}, 0};
            if (c == u'\\' && isNewline(peek(1)))
                m_at += 2;
            else if (c == u'\\')
                text += escape();
            else
                text += m_css[m_at++];
        }
        return {Kind::String, text, 0};
    }

    CssToken number()
    {
        const qsizetype start = m_at;
        if (peek() == u'+' || peek() == u'-')
            ++m_at;
        while (isDigit(peek()))
            ++m_at;
        if (peek() == u'.' && isDigit(peek(1))) {
            ++m_at;
            while (isDigit(peek()))
                ++m_at;
        }
        if (peek() == u'e' || peek() == u'E') {
            const qsizetype sign = peek(1) == u'+' || peek(1) == u'-' ? 1 : 0;
            if (isDigit(peek(1 + sign))) {
                m_at += 1 + sign;
                while (isDigit(peek()))
                    ++m_at;
            }
        }
        // toDouble is linear and gives 0 or infinity for absurd exponents; both are bounded here.
        double value = m_css.mid(start, m_at - start).toDouble();
        if (!std::isfinite(value))
            value = 0;
        if (peek() == u'%') {
            ++m_at;
            return {Kind::Percentage, {}, value};
        }
        if (startsIdent())
            return {Kind::Dimension, name().toLower(), value};
        return {Kind::Number, {}, value};
    }

    CssToken identLike()
    {
        const QString text = name();
        if (peek() != u'(' || m_at >= m_css.size())
            return {Kind::Ident, text, 0};
        ++m_at;
        if (text.compare(QLatin1String("url"), Qt::CaseInsensitive) != 0)
            return {Kind::Function, text.toLower(), 0};
        qsizetype ahead = 0;
        while (isBlank(peek(ahead)))
            ++ahead;
        if (peek(ahead) == u'"' || peek(ahead) == u'\'')
            return {Kind::Function, QStringLiteral("url"), 0};
        m_at += ahead;
        return url();
    }

    CssToken url()
    {
        QString text;
        while (m_at < m_css.size()) {
            const QChar c = peek();
            if (c == u')') {
                ++m_at;
                return {Kind::Url, text.trimmed(), 0};
            }
            if (c == u'"' || c == u'\'' || c == u'(' || (c == u'\\' && !validEscape()))
                return badUrl();
            if (c == u'\\')
                text += escape();
            else
                text += m_css[m_at++];
        }
        return {Kind::Url, text.trimmed(), 0};
    }

    CssToken badUrl()
    {
        while (m_at < m_css.size() && peek() != u')') {
            if (validEscape())
                escape();
            else
                ++m_at;
        }
        if (m_at < m_css.size())
            ++m_at;
        return {Kind::BadUrl, {}, 0};
    }

    QStringView m_css;
    qsizetype m_at = 0;
};

}

std::vector<CssToken> tokenizeCss(QStringView css, std::size_t limit)
{
    return Tokenizer(css).run(limit);
}

}
