#include "ui/timeline/Folding.h"

#include <QStringList>

namespace isthmus::timeline {

namespace {

constexpr int leastFold = 3;

bool isQuoted(const QString &line)
{
    return line.startsWith(u'>');
}

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

/// First line of the quoted tail, lines.size() if there is none.
qsizetype quoteStart(const QStringList &lines)
{
    qsizetype at = lines.size();
    while (at > 0 && (isQuoted(lines[at - 1]) || isBlank(lines[at - 1])))
        --at;
    while (at < lines.size() && isBlank(lines[at]))
        ++at;
    if (at == lines.size())
        return at;
    // "On Tuesday Bob wrote:", which may be broken over two lines.
    qsizetype intro = at;
    while (intro > 0 && isBlank(lines[intro - 1]))
        --intro;
    if (intro > 0 && lines[intro - 1].trimmed().endsWith(u':')) {
        --intro;
        if (intro > 0 && !isBlank(lines[intro - 1]) && intro > 1 && isBlank(lines[intro - 2]))
            --intro;
        return intro;
    }
    return at;
}

}

FoldedText foldText(const QString &text, int maxLines)
{
    const QStringList lines = text.split(u'\n');
    qsizetype end = quoteStart(lines);
    bool isQuote = end < lines.size() && lines.size() - end >= leastFold && end > 0;
    if (!isQuote)
        end = lines.size();
    if (end > maxLines + leastFold) {
        end = maxLines;
        isQuote = false;
    }
    if (end == lines.size())
        return {text, 0, false};
    qsizetype shown = end;
    while (shown > 0 && isBlank(lines[shown - 1]))
        --shown;
    return {lines.mid(0, shown).join(u'\n'), static_cast<int>(lines.size() - end), isQuote};
}

}
