#pragma once

#include "core/display/DisplayList.h"
#include "core/display/DisplayPainter.h"

#include <vector>

namespace isthmus::timeline {

/// A mail's HTML as isthmus-reader laid it out, and what a card needs of it: its text, places in that text,
/// its picture. Points and rectangles are in the list's own pixels; places in the text lie between runs.
/// Thread: the window's.
class CardBody
{
public:
    explicit CardBody(display::DisplayList list);
    CardBody(const CardBody &) = delete;
    CardBody &operator=(const CardBody &) = delete;

    [[nodiscard]] const display::DisplayList &list() const { return m_list; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] int positionAt(QPoint point) const;
    [[nodiscard]] const display::Link *linkAt(QPoint point) const; ///< nullptr where there is none
    /// A link with all its pieces, which may stand in several lines or cells.
    struct LinkPlace {
        const display::Link *link = nullptr;
        QString text; ///< of its pieces; empty for a picture without words
        std::vector<QRect> rects;
    };
    /// Those that have a place, in reading order.
    [[nodiscard]] std::vector<LinkPlace> links() const;
    /// Octets that it holds, about: a bound for caches.
    [[nodiscard]] qint64 cost() const;
    /// "2 pictures from a.example, b.example are not loaded"; empty if the mail names none.
    [[nodiscard]] QString remotePictures() const;

    /// Marks what of [start, end) of text() it holds with \p mark, which must let the text through: mails
    /// paint their own paper, so there is no behind.
    void paint(QPainter &painter, const QRect &visible, int start, int end, const QColor &mark);

private:
    struct Span {
        int start = 0;
        int end = 0;
    };

    const display::DisplayList m_list;
    display::DisplayPainter m_painter;
    QString m_text;
    std::vector<Span> m_spans; ///< of the runs, in text()
};

}
