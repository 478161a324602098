#include "core/html/TagFilter.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace isthmus::html {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

using Names = QSet<QByteArray>;

const Names &voidElements()
{
    static const Names names{"area",  "base",   "br",    "col", "embed",   "hr",     "img",      "input", "link", "meta",
                             "param", "source", "track", "wbr", "bgsound", "keygen", "basefont", "frame", "image"};
    return names;
}

/// Elements that close themselves when the next one starts: they only nest through others, which are counted.
const Names &selfClosing()
{
    static const Names names{"p",     "li",     "dt",       "dd",       "tr",      "td",   "th",   "thead", "tbody",
                             "tfoot", "option", "optgroup", "colgroup", "caption", "html", "head", "body"};
    return names;
}

/// The formatting elements of the HTML standard, 13.2.4.3: an end tag of another element does not end them.
const Names &formatting()
{
    static const Names names{"a",    "b", "big",   "code",   "em",     "font", "i",
                             "nobr", "s", "small", "strike", "strong", "tt",   "u"};
    return names;
}

/// End tags do not reach through these ("has an element in scope", 13.2.4.2).
const Names &borders()
{
    static const Names names{"table",    "select", "button", "object", "marquee", "applet",
                             "template", "svg",    "math",   "iframe", "frameset"};
    return names;
}

/// Elements whose content is text up to their end tag (13.2.5.2 to 13.2.5.4).
const Names &rawText()
{
    static const Names names{"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"};
    return names;
}

class Filter
{
public:
    Filter(const QByteArray &html, const HtmlLimits &limits) : m_in(html), m_limits(limits)
    {
        m_result.html.reserve(html.size());
    }

    FilteredHtml run()
    {
        while (m_at < m_in.size() && m_tags <= m_limits.nodes) {
            const qsizetype open = indexOf('<', m_at);
            m_result.html += m_in.mid(m_at, open - m_at);
            m_at = open;
            if (m_at < m_in.size())
                markup();
        }
        if (m_at < m_in.size())
            m_result.exceeded = true;
        return std::move(m_result);
    }

private:
    qsizetype indexOf(char c, qsizetype from) const
    {
        const qsizetype found = m_in.indexOf(c, from);
        return found < 0 ? m_in.size() : found;
    }

    [[nodiscard]] char peek(qsizetype offset) const { return m_at + offset < m_in.size() ? m_in[m_at + offset] : '\0'; }

    /// At a '<'.
    void markup()
    {
        if (isLetter(peek(1))) {
            ++m_tags;
            startTag();
        } else if (peek(1) == '/' && isLetter(peek(2))) {
            ++m_tags;
            endTag();
        } else if (m_in.mid(m_at, 4) == "<!--") {
            const qsizetype end = m_in.indexOf("-->", m_at + 2); // "<!-->" is a whole comment
            m_at = end < 0 ? m_in.size() : end + 3;
        } else if (peek(1) == '!' || peek(1) == '?' || peek(1) == '/') {
            m_at = std::min(indexOf('>', m_at) + 1, m_in.size());
        } else {
            m_result.html += "&lt;";
            ++m_at;
        }
    }

    QByteArray tagName()
    {
        const qsizetype start = m_at;
        while (m_at < m_in.size() && !isSpace(m_in[m_at]) && m_in[m_at] != '/' && m_in[m_at] != '>')
            ++m_at;
        return m_in.mid(start, m_at - start).toLower();
    }

    /// Reads attributes up to and with the '>'; the text of those that are kept.
    QByteArray attributes()
    {
        QByteArray kept;
        qsizetype count = 0;
        while (m_at < m_in.size() && m_in[m_at] != '>') {
            if (isSpace(m_in[m_at]) || m_in[m_at] == '/') {
                ++m_at;
                continue;
            }
            const qsizetype start = m_at++;
            while (m_at < m_in.size() && !isSpace(m_in[m_at]) && m_in[m_at] != '/' && m_in[m_at] != '>' && m_in[m_at] != '=')
                ++m_at;
            QByteArray attribute = ' ' + m_in.mid(start, m_at - start);
            attribute += value();
            if (++count <= m_limits.attributes)
                kept += attribute;
        }
        if (count > m_limits.attributes)
            m_result.exceeded = true;
        m_at = std::min(m_at + 1, m_in.size());
        return kept;
    }

    /// "=..." if it comes next, quoted; else nothing.
    QByteArray value()
    {
        qsizetype at = m_at;
        while (at < m_in.size() && isSpace(m_in[at]))
            ++at;
        if (at >= m_in.size() || m_in[at] != '=')
            return {};
        do {
            ++at;
        } while (at < m_in.size() && isSpace(m_in[at]));
        const char quote = at < m_in.size() ? m_in[at] : '\0';
        qsizetype end = at;
        QByteArray text;
        if (quote == '"' || quote == '\'') {
            end = indexOf(quote, at + 1);
            text = m_in.mid(at + 1, end - at - 1);
            end = std::min(end + 1, m_in.size());
        } else {
            while (end < m_in.size() && !isSpace(m_in[end]) && m_in[end] != '>')
                ++end;
            text = m_in.mid(at, end - at);
        }
        m_at = end;
        return "=\"" + text.replace('"', "&quot;") + '"';
    }

    void startTag()
    {
        ++m_at;
        const QByteArray name = tagName();
        const QByteArray rest = attributes();
        if (name == "plaintext")
            return; // would make text of all that follows
        const bool counted = !voidElements().contains(name) && !selfClosing().contains(name);
        if (counted && std::ssize(m_open) >= m_limits.depth) {
            m_result.exceeded = true;
            if (rawText().contains(name))
                (void)rawContent(name);
            return;
        }
        m_result.html += '<' + name + rest + '>';
        if (rawText().contains(name))
            m_result.html += rawContent(name) + "</" + name + '>';
        else if (counted)
            m_open.push_back(name);
        if (counted && formatting().contains(name))
            ++m_formatting;
        else
            m_tags += m_formatting; // the tree repeats every open formatting element in each block
    }

    /// What stands before the end tag of \p name, which is left behind.
    QByteArray rawContent(const QByteArray &name)
    {
        const qsizetype start = m_at;
        for (;;) {
            const qsizetype close = m_in.indexOf("</", m_at);
            if (close < 0) {
                m_at = m_in.size();
                return m_in.mid(start);
            }
            m_at = close + 2;
            const char after = peek(name.size());
            const bool matches =
                m_in.mid(m_at, name.size()).toLower() == name && (isSpace(after) || after == '/' || after == '>');
            if (matches) {
                m_at = std::min(indexOf('>', m_at) + 1, m_in.size());
                return m_in.mid(start, close - start);
            }
        }
    }

    void endTag()
    {
        m_at += 2;
        const QByteArray name = tagName();
        (void)attributes();
        if (voidElements().contains(name) && name != "br")
            return;
        if (selfClosing().contains(name) || name == "br") {
            m_result.html += "</" + name + '>';
            return;
        }
        const auto border = std::find_if(m_open.rbegin(), m_open.rend(), [&name](const QByteArray &open) {
            return open == name || borders().contains(open);
        });
        if (border == m_open.rend() || *border != name)
            return; // closes nothing, here as in the tree
        m_result.html += "</" + name + '>';
        const auto match = std::prev(border.base());
        if (formatting().contains(name)) {
            m_open.erase(match);
            --m_formatting;
            return;
        }
        const auto stay =
            std::remove_if(match, m_open.end(), [](const QByteArray &open) { return !formatting().contains(open); });
        m_open.erase(stay, m_open.end());
    }

    const QByteArray &m_in;
    const HtmlLimits &m_limits;
    qsizetype m_at = 0;
    qsizetype m_tags = 0;
    qsizetype m_formatting = 0; ///< how many of m_open
    std::vector<QByteArray> m_open;
    FilteredHtml m_result;
};

}

FilteredHtml filterTags(const QByteArray &html, const HtmlLimits &limits)
{
    return Filter(html, limits).run();
}

}
