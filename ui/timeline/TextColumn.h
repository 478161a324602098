#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>
#include <QTextLayout>
#include <QUrl>

#include <memory>
#include <vector>

namespace isthmus::timeline {

/// Plain text laid out in a column: one QTextLayout for a paragraph, each in its own writing direction.
/// Links are found and underlined. Positions are UTF-16 offsets into text().
class TextColumn
{
public:
    struct Ink {
        QColor text;
        QColor link;
        QColor selection;
    };

    /// A link in the text: what is shown is where it goes.
    struct Link {
        int start = 0;
        int length = 0;
        QUrl url;
    };

    TextColumn(const QString &text, const QFont &font, const Ink &ink, qreal width);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] qreal width() const { return m_width; } ///< as given
    [[nodiscard]] qreal height() const { return m_height; }
    [[nodiscard]] qreal naturalWidth() const { return m_naturalWidth; } ///< of the widest line
    [[nodiscard]] qreal lastLineWidth() const { return m_lastLineWidth; }

    [[nodiscard]] int positionAt(QPointF point) const;
    [[nodiscard]] QUrl linkAt(QPointF point) const; ///< empty where there is none
    [[nodiscard]] const std::vector<Link> &links() const { return m_links; }
    /// What \p length characters from \p start cover: a rectangle for each line.
    [[nodiscard]] std::vector<QRectF> rectsOf(int start, int length) const;
    /// Selects [start, end) of text() while painting; start == end selects nothing.
    void paint(QPainter &painter, QPointF origin, const QRectF &clip, int start, int end) const;

private:
    struct Paragraph {
        std::unique_ptr<QTextLayout> layout;
        int start = 0;
        qreal top = 0;
        qreal height = 0;
    };
    void findLinks();
    void addParagraph(int start, int length, const QFont &font, qreal width);
    [[nodiscard]] const Paragraph *paragraphAt(qreal y) const;

    QString m_text;
    Ink m_ink;
    std::vector<Paragraph> m_paragraphs;
    std::vector<Link> m_links;
    int m_signlessLeft = 100; ///< private and unassigned characters that are still looked for in the fonts
    qreal m_width = 0;
    qreal m_height = 0;
    qreal m_naturalWidth = 0;
    qreal m_lastLineWidth = 0;
};

}
