#include "core/mime/BodyText.h"

#include <algorithm>

namespace isthmus::mime {

namespace {

constexpr QStringView signature = u"-- ";

/// A line of flowed text, taken apart.
struct FlowedLine {
    qsizetype depth = 0;
    QStringView text;
    bool flows = false; ///< goes on in the next line, if that has the same depth
};

FlowedLine takeApart(QStringView line)
{
    FlowedLine result;
    while (result.depth < line.size() && line[result.depth] == u'>')
        ++result.depth;
    result.text = line.mid(result.depth);
    if (result.text.startsWith(u' '))
        result.text = result.text.mid(1);
    result.flows = result.text.endsWith(u' ') && result.text != signature;
    return result;
}

bool isLegal(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x20 || u == u'\t' || u == u'\n') && u < 0xFFFE;
}

QString legalCharacters(const QString &text)
{
    const bool clean = std::all_of(text.begin(), text.end(), [](QChar c) { return isLegal(c) && !c.isSurrogate(); });
    if (clean)
        return text;
    QString legal;
    legal.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            legal += c;
            legal += text[++i];
        } else if (!c.isSurrogate() && isLegal(c)) {
            legal += c;
        }
    }
    return legal;
}

QString withoutTrailingBlanks(const QString &text)
{
    QString result;
    result.reserve(text.size());
    qsizetype at = 0;
    while (at <= text.size()) {
        qsizetype end = text.indexOf(u'\n', at);
        if (end < 0)
            end = text.size();
        QStringView line = QStringView(text).mid(at, end - at);
        if (line != signature) {
            while (line.endsWith(u' ') || line.endsWith(u'\t'))
                line.chop(1);
        }
        result += line;
        if (end < text.size())
            result += u'\n';
        at = end + 1;
    }
    return result;
}

}

QString unixLines(const QString &text)
{
    if (!text.contains(u'\r'))
        return text;
    QString lines = text;
    lines.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    return lines;
}

QString unflow(const QString &text, bool delSp)
{
    QString result;
    result.reserve(text.size());
    bool open = false; // the last line waits for more
    qsizetype depth = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = text.indexOf(u'\n', at);
        if (end < 0)
            end = text.size();
        const FlowedLine line = takeApart(QStringView(text).mid(at, end - at));
        const bool joins = open && line.depth == depth && line.text != signature;
        if (!joins) {
            if (at > 0)
                result += u'\n';
            result += QString(line.depth, u'>');
            if (line.depth > 0)
                result += u' ';
        }
        result += line.flows && delSp ? line.text.chopped(1) : line.text;
        open = line.flows;
        depth = line.depth;
        at = end + 1;
    }
    if (text.endsWith(u'\n'))
        result += u'\n';
    return result;
}

QString tidy(const QString &text, bool trimLines)
{
    QString result = legalCharacters(text);
    if (trimLines)
        result = withoutTrailingBlanks(result);
    qsizetype first = 0;
    while (first < result.size() && result[first] == u'\n')
        ++first;
    qsizetype last = result.size();
    while (last > first && result[last - 1] == u'\n')
        --last;
    return result.mid(first, last - first);
}

}
