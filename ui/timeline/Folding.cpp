#include "ui/timeline/Folding.h"

#include <algorithm>

namespace isthmus::timeline {

namespace {

constexpr int leastFold = 3;              ///< lines
constexpr qsizetype lettersOfALine = 300; ///< of a text in which lines are paragraphs
constexpr qsizetype leastLetters = 200;   ///< a fold of less would hide more than it saves
constexpr int linesOfAPortion = 2'000;
constexpr qsizetype lettersOfAPortion = 30'000;

/// The lines of a text, walked in place: it may be megabytes, and the window waits. A line is named by the
/// offset where it starts; behind the last one there is end().
class Lines
{
public:
    explicit Lines(const QString &text) : m_text(text) {}

    [[nodiscard]] qsizetype end() const { return m_text.size() + 1; }
    [[nodiscard]] qsizetype next(qsizetype line) const
    {
        const qsizetype feed = m_text.indexOf(u'\n', line);
        return feed < 0 ? end() : feed + 1;
    }
    [[nodiscard]] qsizetype before(qsizetype line) const { return line < 2 ? 0 : m_text.lastIndexOf(u'\n', line - 2) + 1; }
    [[nodiscard]] QStringView at(qsizetype line) const { return QStringView(m_text).mid(line, next(line) - 1 - line); }
    [[nodiscard]] bool isBlank(qsizetype line) const { return at(line).trimmed().isEmpty(); }
    [[nodiscard]] bool isQuoted(qsizetype line) const { return line < m_text.size() && m_text[line] == u'>'; }
    [[nodiscard]] int countFrom(qsizetype place) const
    {
        return place >= end() ? 0 : static_cast<int>(std::count(m_text.begin() + place, m_text.end(), u'\n')) + 1;
    }

private:
    const QString &m_text;
};

/// First line of the quoted tail, end() if there is none.
qsizetype quoteStart(const Lines &lines)
{
    qsizetype at = lines.end();
    while (at > 0 && (lines.isQuoted(lines.before(at)) || lines.isBlank(lines.before(at))))
        at = lines.before(at);
    while (at < lines.end() && lines.isBlank(at))
        at = lines.next(at);
    if (at == lines.end())
        return at;
    // "On Tuesday Bob wrote:", which may be broken over two lines.
    qsizetype intro = at;
    while (intro > 0 && lines.isBlank(lines.before(intro)))
        intro = lines.before(intro);
    if (intro == 0 || !lines.at(lines.before(intro)).trimmed().endsWith(u':'))
        return at;
    intro = lines.before(intro);
    if (intro > 0 && !lines.isBlank(lines.before(intro)) && lines.before(intro) > 0
        && lines.isBlank(lines.before(lines.before(intro))))
        intro = lines.before(intro);
    return intro;
}

/// Where the text before \p end is to be cut to keep its first lines and letters; \p end if it need not be.
qsizetype cutAt(const QString &text, const Lines &lines, qsizetype end, int maxLines, qsizetype maxLetters)
{
    qsizetype cut = end;
    qsizetype line = 0;
    for (int number = 1; number <= maxLines + leastFold && line < end; ++number) {
        line = lines.next(line);
        if (number == maxLines)
            cut = line;
    }
    if (line >= end)
        cut = end; // there are so few that all are shown
    if (std::min(cut, text.size()) <= maxLetters + leastLetters)
        return cut;
    cut = maxLetters;
    for (qsizetype at = maxLetters; at > maxLetters - leastLetters; --at) {
        if (text[at - 1].isSpace())
            return at;
    }
    return text[cut].isLowSurrogate() ? cut - 1 : cut;
}

/// The text before a place without the blank lines at its end.
QString shownBefore(const QString &text, const Lines &lines, qsizetype place)
{
    if (place > 0 && place < lines.end() && text[place - 1] != u'\n')
        return text.left(place);
    while (place > 0 && lines.isBlank(lines.before(place)))
        place = lines.before(place);
    return text.left(std::max<qsizetype>(0, place - 1));
}

}

FoldedText foldText(const QString &text, int maxLines)
{
    const Lines lines(text);
    qsizetype end = quoteStart(lines);
    bool isQuote = end < lines.end() && end > 0 && lines.countFrom(end) >= leastFold;
    if (!isQuote)
        end = lines.end();
    if (const qsizetype cut = cutAt(text, lines, end, maxLines, maxLines * lettersOfALine); cut < end) {
        end = cut;
        isQuote = false;
    }
    if (end == lines.end())
        return {text, 0, false};
    return {shownBefore(text, lines, end), lines.countFrom(end), isQuote};
}

FoldedText portionOf(const QString &text, int portions)
{
    const Lines lines(text);
    const qsizetype end = cutAt(text, lines, lines.end(), portions * linesOfAPortion, portions * lettersOfAPortion);
    if (end == lines.end())
        return {text, 0, false};
    return {shownBefore(text, lines, end), lines.countFrom(end), false};
}

}
