#include "core/html/TextWriter.h"

#include <algorithm>

namespace isthmus::html {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f' || c == QChar::Nbsp;
}

QString prefix(int depth)
{
    return QStringLiteral("> ").repeated(depth);
}

}

void TextWriter::flushLine()
{
    while (m_line.endsWith(u' ') || m_line.endsWith(u'\t'))
        m_line.chop(1);
    m_out += prefix(m_depth) + m_line + u'\n';
    m_lastDepth = m_depth;
    m_line.clear();
}

/// Writes what is owed before a word.
void TextWriter::prepare(bool blankBefore)
{
    if (m_breaks > 0 && !(m_line.isEmpty() && m_out.isEmpty())) {
        if (!m_line.isEmpty())
            flushLine();
        if (m_breaks > 1) // an empty line between quotations belongs to the outer one
            m_out += prefix(std::min(m_lastDepth, m_depth)).trimmed() + u'\n';
    }
    const bool startsLine = m_line.isEmpty();
    m_line += QString(m_cells, u'\t') + m_markers.join(QString());
    if (blankBefore && !startsLine && m_cells == 0 && m_markers.isEmpty())
        m_line += u' ';
    m_breaks = 0;
    m_cells = 0;
    m_markers.clear();
    m_blank = false;
    m_boxStart = false;
    if (m_out.size() + m_line.size() > m_limit)
        m_full = true;
}

void TextWriter::text(const QString &words)
{
    qsizetype at = 0;
    while (at < words.size() && !m_full) {
        qsizetype end = at;
        while (end < words.size() && isBlank(words[end]))
            ++end;
        if (end > at)
            m_blank = true;
        at = end;
        while (end < words.size() && !isBlank(words[end]))
            ++end;
        if (end == at)
            break;
        const QStringView word = QStringView(words).mid(at, end - at);
        capture(word);
        prepare(m_blank);
        m_line += word;
        at = end;
    }
}

void TextWriter::preformatted(const QString &lines)
{
    const QStringList split = QString(lines).replace(QChar::Nbsp, u' ').split(u'\n');
    for (qsizetype i = 0; i < split.size() && !m_full; ++i) {
        if (i > 0)
            lineBreak();
        if (split[i].trimmed().isEmpty())
            continue;
        capture(split[i]);
        prepare(m_blank);
        m_line += split[i];
    }
}

void TextWriter::literal(const QString &word)
{
    prepare(!m_boxStart);
    m_line += word;
}

void TextWriter::lineBreak()
{
    m_breaks = std::min(m_breaks + 1, 2);
    m_blank = false;
}

void TextWriter::ownLine()
{
    m_blank = false;
    if (!m_boxStart)
        m_breaks = std::max(m_breaks, 1);
}

void TextWriter::ownParagraph()
{
    m_blank = false;
    if (!m_boxStart)
        m_breaks = 2;
}

void TextWriter::startItem(const QString &marker)
{
    ownLine();
    m_markers.append(marker);
    m_boxStart = true;
}

void TextWriter::startCell(bool first)
{
    m_blank = false;
    m_boxStart = true;
    if (first)
        return;
    m_breaks = 0; // what the cell before owed at its end
    ++m_cells;
}

void TextWriter::startQuote()
{
    m_boxStart = false; // "> " starts a line even inside an item
    ownParagraph();
    if (!m_line.isEmpty())
        flushLine();
    ++m_depth;
}

void TextWriter::endQuote()
{
    if (!m_line.isEmpty())
        flushLine();
    --m_depth;
    ownParagraph();
}

void TextWriter::capture(QStringView word)
{
    if (!m_capturing)
        return;
    if ((m_blank || m_breaks > 0) && !m_captured.isEmpty())
        m_captured += u' ';
    m_captured += word;
}

void TextWriter::startCapture()
{
    m_capturing = true;
    m_captured.clear();
}

QString TextWriter::endCapture()
{
    m_capturing = false;
    return m_captured.simplified();
}

QString TextWriter::take()
{
    if (!m_line.isEmpty())
        flushLine();
    if (m_out.endsWith(u'\n'))
        m_out.chop(1);
    return std::move(m_out);
}

}
