#pragma once

#include <QString>
#include <QStringList>

namespace isthmus::html {

/// Lays the words of a document out as plain text: blanks collapse, blocks stand on lines of their own, quotations
/// get "> ". The rules are those of specification 2.8.
class TextWriter
{
public:
    explicit TextWriter(qsizetype limit) : m_limit(limit) {}

    /// Words in which blanks count as one.
    void text(const QString &words);
    /// Text of a pre element: every blank and line counts.
    void preformatted(const QString &lines);
    /// Something that is never collapsed, glued to what comes before: a link's target.
    void literal(const QString &word);

    void lineBreak();    ///< br
    void ownLine();      ///< what follows starts a line
    void ownParagraph(); ///< an empty line comes before what follows

    void startItem(const QString &marker); ///< "- ", "3. "
    void startCell(bool first);            ///< cells of a row are joined by TAB
    void startQuote();
    void endQuote();

    [[nodiscard]] bool isFull() const { return m_full; }
    /// The words written between the two calls, joined by single blanks.
    void startCapture();
    [[nodiscard]] QString endCapture();
    [[nodiscard]] QString take();

private:
    void prepare(bool blankBefore);
    void flushLine();
    void capture(QStringView word);

    qsizetype m_limit;
    QString m_out;
    QString m_line;
    QStringList m_markers;  ///< of items that have no text yet
    int m_breaks = 0;       ///< line ends owed before the next word
    int m_cells = 0;        ///< TABs owed
    bool m_blank = false;   ///< a blank owed
    bool m_boxStart = true; ///< nothing written yet in this document, item or cell
    int m_depth = 0;        ///< of quotation
    int m_lastDepth = 0;    ///< of the line before
    bool m_full = false;
    bool m_capturing = false;
    QString m_captured;
};

}
