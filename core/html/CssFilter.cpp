#include "core/html/CssFilter.h"

#include "core/html/CssTokenizer.h"

#include <QSet>

#include <algorithm>
#include <span>

namespace isthmus::html {

namespace {

using Kind = CssToken::Kind;
using Tokens = std::span<const CssToken>;

constexpr int maxRules = 2'000;
constexpr int maxMediaDepth = 3;
constexpr double maxLength = 4'000; // px; a card is at most 760 wide
constexpr double maxFontSize = 120;

const QSet<QString> &allowedProperties()
{
    static const QSet<QString> names = [] {
        QSet<QString> set;
        // clang-format off
        for (const char *name :
             {"color", "background", "background-color", "font", "font-family", "font-size", "font-style", "font-variant",
              "font-weight", "text-align", "text-decoration", "text-indent", "text-transform", "line-height",
              "white-space", "vertical-align", "display", "float", "clear", "visibility", "width", "min-width",
              "max-width", "height", "min-height", "margin", "margin-top", "margin-right", "margin-bottom",
              "margin-left", "padding", "padding-top", "padding-right", "padding-bottom", "padding-left", "border",
              "border-top", "border-right", "border-bottom", "border-left", "border-color", "border-style",
              "border-width", "border-top-color", "border-right-color", "border-bottom-color", "border-left-color",
              "border-top-style", "border-right-style", "border-bottom-style", "border-left-style",
              "border-top-width", "border-right-width", "border-bottom-width", "border-left-width",
              "border-radius", "border-collapse", "border-spacing", "list-style", "list-style-type",
              "list-style-position", "box-sizing"})
            // clang-format on
            set.insert(QLatin1String(name));
        return set;
    }();
    return names;
}

bool isOneOf(const QString &word, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *w) { return word == QLatin1String(w); });
}

QString printNumber(double value)
{
    return QString::number(value, 'f', value == static_cast<double>(static_cast<long long>(value)) ? 0 : 3);
}

/// Names in values and selectors: what needs no escape when it is written again.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 100
           && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_'; });
}

Tokens trimmed(Tokens tokens)
{
    while (!tokens.empty() && tokens.front().kind == Kind::Whitespace)
        tokens = tokens.subspan(1);
    while (!tokens.empty() && tokens.back().kind == Kind::Whitespace)
        tokens = tokens.first(tokens.size() - 1);
    return tokens;
}

/// One declaration's value, written anew; empty if it may not stand.
class ValueWriter
{
public:
    ValueWriter(const QString &property, const CssContext &context, CssFindings &findings)
        : m_property(property), m_context(context), m_findings(findings)
    {}

    QString write(Tokens tokens)
    {
        QString value;
        for (size_t i = 0; i < tokens.size(); ++i) {
            const CssToken &token = tokens[i];
            QString piece;
            if (token.kind == Kind::Whitespace) {
                piece = QStringLiteral(" ");
            } else if (token.kind == Kind::Function && isOneOf(token.text, {"rgb", "rgba"})) {
                piece = colourFunction(tokens, i);
            } else if (token.kind == Kind::Function || token.kind == Kind::Url) {
                noteUrl(tokens, i);
                if (m_property != QLatin1String("background"))
                    return {};
                skipFunction(tokens, i); // the picture goes, a colour beside it may stay
                continue;
            } else {
                if (isImportant(tokens, i))
                    break;
                piece = simple(token);
            }
            if (piece.isEmpty())
                return {};
            value += piece;
        }
        return value.trimmed();
    }

private:
    /// "!important" ends a value; the engine knows it, but so does a sender who wants to undo our sheet.
    static bool isImportant(Tokens tokens, size_t at)
    {
        return tokens[at].kind == Kind::Delim && tokens[at].text == QLatin1String("!");
    }

    QString simple(const CssToken &token)
    {
        switch (token.kind) {
        case Kind::Ident: return ident(token.text.toLower(), token.text);
        case Kind::Hash: {
            const bool colour = token.text.size() <= 8 && !token.text.isEmpty()
                                && std::all_of(token.text.begin(), token.text.end(),
                                               [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); });
            return colour ? u'#' + token.text : QString();
        }
        case Kind::Comma: return QStringLiteral(",");
        case Kind::String:
            return m_property == QLatin1String("font-family") || m_property == QLatin1String("font") ? fontName(token.text)
                                                                                                     : QString();
        case Kind::Delim:
            return m_property == QLatin1String("font") && token.text == QLatin1String("/") ? token.text : QString();
        case Kind::Number: return number(token.number);
        case Kind::Percentage: return printNumber(std::clamp(token.number, -1'000.0, 1'000.0)) + u'%';
        case Kind::Dimension: return dimension(token);
        default: return {};
        }
    }

    static QString fontName(const QString &name)
    {
        const bool plain = !name.isEmpty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), [](QChar c) {
            return c.isLetterOrNumber() || c == u' ' || c == u'-' || c == u'_' || c == u'.';
        });
        return plain ? u'\'' + name + u'\'' : QStringLiteral("sans-serif");
    }

    QString ident(const QString &word, const QString &spelled) const
    {
        if (!isPlainName(word))
            return {};
        if (m_property == QLatin1String("display")) {
            // Flex and grid are laid out as blocks; the engine would make them inline.
            if (isOneOf(word, {"flex", "grid"}))
                return QStringLiteral("block");
            if (isOneOf(word, {"inline-flex", "inline-grid"}))
                return QStringLiteral("inline-block");
        }
        if (m_property == QLatin1String("font-family") || m_property == QLatin1String("font"))
            return spelled;
        return word;
    }

    QString number(double value) const
    {
        if (m_property == QLatin1String("font-weight")) // the engine reads every number as regular
            return value >= 600 ? QStringLiteral("bold") : QStringLiteral("normal");
        if (m_property == QLatin1String("line-height"))
            return printNumber(std::clamp(value, 1.0, 10.0));
        if (m_property == QLatin1String("font-size"))
            return QStringLiteral("1px");
        return value == 0 ? QStringLiteral("0") : printNumber(std::clamp(value, 0.0, maxLength));
    }

    QString dimension(const CssToken &token) const
    {
        if (!isOneOf(token.text, {"px", "pt", "em", "rem", "ex", "pc", "in", "cm", "mm", "vw", "vh"}))
            return {};
        QString unit = token.text;
        double value = token.number;
        if (unit == QLatin1String("rem")) {
            unit = QStringLiteral("px");
            value *= 16;
        }
        if (m_property == QLatin1String("font-size")) {
            const bool relative = unit == QLatin1String("em") || unit == QLatin1String("ex");
            value = relative ? std::clamp(value, 0.1, 6.0) : std::clamp(value, 1.0, maxFontSize);
        } else if (m_property == QLatin1String("line-height") && unit != QLatin1String("em")) {
            if (value < 10) // lines would lie on each other; such heights belong to spacer rows
                return QStringLiteral("normal");
            value = std::min(value, 200.0);
        } else {
            // Negative lengths pull text over other text or off the card.
            value = std::clamp(value, 0.0, maxLength);
        }
        return printNumber(value) + unit;
    }

    QString colourFunction(Tokens tokens, size_t &at) const
    {
        QStringList parts;
        for (++at; at < tokens.size() && tokens[at].kind != Kind::CloseRound; ++at) {
            const CssToken &token = tokens[at];
            if (token.kind == Kind::Number)
                parts += printNumber(std::clamp(token.number, 0.0, 255.0));
            else if (token.kind == Kind::Percentage)
                parts += printNumber(parts.size() == 3 ? token.number / 100 : std::clamp(token.number * 2.55, 0.0, 255.0));
            else if (token.kind != Kind::Comma && token.kind != Kind::Whitespace && token.text != QLatin1String("/"))
                return {};
        }
        if (parts.size() == 3)
            return QStringLiteral("rgb(%1)").arg(parts.join(u','));
        return parts.size() == 4 ? QStringLiteral("rgba(%1)").arg(parts.join(u',')) : QString();
    }

    void noteUrl(Tokens tokens, size_t at) const
    {
        QString url = tokens[at].kind == Kind::Url ? tokens[at].text : QString();
        for (size_t i = at + 1; tokens[at].kind == Kind::Function && i < tokens.size(); ++i) {
            if (tokens[i].kind == Kind::String)
                url = tokens[i].text;
            if (tokens[i].kind != Kind::Whitespace)
                break;
        }
        if (url.startsWith(QLatin1String("http:"), Qt::CaseInsensitive)
            || url.startsWith(QLatin1String("https:"), Qt::CaseInsensitive) || url.startsWith(QLatin1String("//")))
            m_findings.remotePictures.append(url);
    }

    static void skipFunction(Tokens tokens, size_t &at)
    {
        if (tokens[at].kind != Kind::Function)
            return;
        int depth = 1;
        while (++at < tokens.size() && depth > 0) {
            if (tokens[at].kind == Kind::Function || tokens[at].kind == Kind::OpenRound)
                ++depth;
            else if (tokens[at].kind == Kind::CloseRound)
                --depth;
        }
        --at;
    }

    const QString &m_property;
    const CssContext &m_context;
    CssFindings &m_findings;
};

/// A background keeps its colour only: positions and sizes belong to pictures that are not fetched.
QString onlyColour(const QString &value)
{
    for (const QString &word : value.split(u' ', Qt::SkipEmptyParts)) {
        const bool keyword =
            isOneOf(word, {"no-repeat", "repeat", "repeat-x", "repeat-y", "center", "top", "left", "right", "bottom",
                           "scroll", "fixed", "cover", "contain", "none", "auto", "initial", "inherit"});
        if (!keyword && (word.startsWith(u'#') || word.startsWith(QLatin1String("rgb")) || word.front().isLetter()))
            return word;
    }
    return {};
}

QString writeDeclaration(Tokens tokens, const CssContext &context, CssFindings &findings)
{
    tokens = trimmed(tokens);
    if (tokens.size() < 3 || tokens[0].kind != Kind::Ident)
        return {};
    QString property = tokens[0].text.toLower();
    size_t colon = 1;
    while (colon < tokens.size() && tokens[colon].kind == Kind::Whitespace)
        ++colon;
    if (colon >= tokens.size() || tokens[colon].kind != Kind::Colon)
        return {};
    const Tokens raw = trimmed(tokens.subspan(colon + 1));
    if (property == QLatin1String("background-image")) {
        (void)ValueWriter(property, context, findings).write(raw);
        return {};
    }
    if (!allowedProperties().contains(property))
        return {};
    QString value = ValueWriter(property, context, findings).write(raw);
    if (property == QLatin1String("background")) {
        property = QStringLiteral("background-color");
        value = onlyColour(value);
    }
    // A fixed height cuts off, or overlaps, what does not fit it.
    if (property == QLatin1String("height") && !context.replaced)
        property = QStringLiteral("min-height");
    if (property == QLatin1String("min-height") && value.endsWith(u'%'))
        return {};
    if (context.dropWidths && (property == QLatin1String("width") || property == QLatin1String("min-width"))
        && !value.endsWith(u'%'))
        return {};
    if (context.dropWidths && property == QLatin1String("white-space") && value.startsWith(QLatin1String("nowrap")))
        return {};
    if (context.dropWidths && property == QLatin1String("white-space") && value == QLatin1String("pre"))
        value = QStringLiteral("pre-wrap");
    return value.isEmpty() ? QString() : property + u':' + value + u';';
}

QString writeDeclarations(Tokens tokens, const CssContext &context, CssFindings &findings)
{
    QString result;
    size_t start = 0;
    int depth = 0;
    for (size_t i = 0; i <= tokens.size(); ++i) {
        if (i < tokens.size()) {
            const Kind kind = tokens[i].kind;
            if (kind == Kind::OpenRound || kind == Kind::Function || kind == Kind::OpenSquare || kind == Kind::OpenCurly)
                ++depth;
            else if (kind == Kind::CloseRound || kind == Kind::CloseSquare || kind == Kind::CloseCurly)
                depth = std::max(0, depth - 1);
            if (kind != Kind::Semicolon || depth > 0)
                continue;
        }
        result += writeDeclaration(tokens.subspan(start, i - start), context, findings);
        start = i + 1;
    }
    return result;
}

/// A selector list written anew; empty if it has anything but names, classes, ids and combinators.
QString writeSelectors(Tokens tokens)
{
    QString text;
    for (const CssToken &token : trimmed(tokens)) {
        switch (token.kind) {
        case Kind::Whitespace: text += u' '; break;
        case Kind::Comma: text += u','; break;
        case Kind::Ident:
            if (!isPlainName(token.text))
                return {};
            text += token.text;
            break;
        case Kind::Hash:
            if (!isPlainName(token.text))
                return {};
            text += u'#' + token.text;
            break;
        case Kind::Delim:
            if (!isOneOf(token.text, {".", "*", ">", "+", "~"}))
                return {};
            text += token.text;
            break;
        default: return {};
        }
    }
    return text.size() <= 2'000 ? text : QString();
}

/// What stands before a block, its block, and where it goes on. \p at is the first token of the rule.
struct Rule {
    Tokens prelude;
    Tokens block;
    bool hasBlock = false;
};

Rule nextRule(Tokens tokens, size_t &at)
{
    Rule rule;
    const size_t start = at;
    while (at < tokens.size() && tokens[at].kind != Kind::OpenCurly
           && !(tokens[at].kind == Kind::Semicolon && tokens[start].kind == Kind::AtKeyword))
        ++at;
    rule.prelude = tokens.subspan(start, at - start);
    if (at >= tokens.size())
        return rule;
    if (tokens[at].kind == Kind::Semicolon) {
        ++at;
        return rule;
    }
    const size_t open = ++at;
    int depth = 1;
    while (at < tokens.size() && depth > 0) {
        if (tokens[at].kind == Kind::OpenCurly)
            ++depth;
        else if (tokens[at].kind == Kind::CloseCurly)
            --depth;
        ++at;
    }
    rule.block = tokens.subspan(open, at - open - (depth == 0 ? 1 : 0));
    rule.hasBlock = true;
    return rule;
}

/// The media query written anew. prefers-color-scheme, which the engine does not know and would take as
/// true, becomes a width that is always or never met.
QString writeMedia(Tokens tokens, const CssContext &context, CssFindings &findings)
{
    QString text;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const CssToken &token = tokens[i];
        if (token.kind == Kind::Ident
            && token.text.compare(QLatin1String("prefers-color-scheme"), Qt::CaseInsensitive) == 0) {
            const bool forDark =
                std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(i), tokens.end(), [](const CssToken &t) {
                    return t.kind == Kind::Ident && t.text.compare(QLatin1String("dark"), Qt::CaseInsensitive) == 0;
                });
            findings.hasDarkRules = findings.hasDarkRules || forDark;
            text += forDark == context.dark ? QStringLiteral("min-width:1px") : QStringLiteral("max-width:1px");
            while (i + 1 < tokens.size() && tokens[i + 1].kind != Kind::CloseRound)
                ++i;
        } else if (token.kind == Kind::Ident && isPlainName(token.text)) {
            text += token.text.toLower();
        } else if (token.kind == Kind::Dimension && isOneOf(token.text, {"px", "em"})) {
            text += printNumber(std::clamp(token.number, 0.0, 10'000.0)) + token.text;
        } else if (token.kind == Kind::Whitespace) {
            text += u' ';
        } else if (token.kind == Kind::Colon) {
            text += u':';
        } else if (token.kind == Kind::Comma) {
            text += u',';
        } else if (token.kind == Kind::OpenRound) {
            text += u'(';
        } else if (token.kind == Kind::CloseRound) {
            text += u')';
        } else {
            return {};
        }
    }
    return text.trimmed();
}

QString writeRules(Tokens tokens, const CssContext &context, CssFindings &findings, int depth, int &rules)
{
    QString result;
    size_t at = 0;
    while (at < tokens.size() && rules < maxRules) {
        const CssToken &first = tokens[at];
        // "<!--" and "-->" of ancient sheets arrive as delimiters and a name; they begin no rule.
        if (first.kind == Kind::Whitespace || first.kind == Kind::CloseCurly || first.kind == Kind::Semicolon
            || (first.kind == Kind::Delim && isOneOf(first.text, {"<", "!", "-", ">"}))
            || first.text == QLatin1String("--")) {
            ++at;
            continue;
        }
        const Rule rule = nextRule(tokens, at);
        if (!rule.hasBlock || rule.prelude.empty())
            continue;
        if (first.kind != Kind::AtKeyword) {
            const QString selectors = writeSelectors(rule.prelude);
            const QString body = selectors.isEmpty() ? QString() : writeDeclarations(rule.block, context, findings);
            if (!body.isEmpty()) {
                result += selectors + u'{' + body + QStringLiteral("}\n");
                ++rules;
            }
        } else if (first.text.compare(QLatin1String("media"), Qt::CaseInsensitive) == 0 && depth < maxMediaDepth) {
            const QString media = writeMedia(trimmed(rule.prelude.subspan(1)), context, findings);
            const QString body = media.isEmpty() ? QString() : writeRules(rule.block, context, findings, depth + 1, rules);
            if (!body.isEmpty())
                result += QStringLiteral("@media ") + media + QStringLiteral("{\n") + body + QStringLiteral("}\n");
        }
    }
    return result;
}

}

QString filterDeclarations(QStringView css, const CssContext &context, CssFindings &findings)
{
    const std::vector<CssToken> tokens = tokenizeCss(css, 2'000);
    return writeDeclarations(tokens, context, findings);
}

QString filterStyleSheet(QStringView css, const CssContext &context, CssFindings &findings)
{
    const std::vector<CssToken> tokens = tokenizeCss(css);
    int rules = 0;
    return writeRules(tokens, context, findings, 0, rules);
}

}
