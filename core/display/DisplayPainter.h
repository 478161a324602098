#pragma once

#include "core/display/DisplayList.h"

#include <QFont>
#include <QImage>

#include <vector>

class QPainter;

namespace isthmus::display {

/// Paints one list again and again; keeps the fonts and pictures it made from it.
/// Thread: the window's (or any one with a GUI application). The list must outlive the painter.
class DisplayPainter
{
public:
    explicit DisplayPainter(const DisplayList &list);

    /// Draws what intersects \p visible (coordinates of the list). The painter's origin is the list's.
    void paint(QPainter &painter, const QRect &visible);
    /// Draws the selection behind the runs from \p first to \p last inclusive.
    void paintSelection(QPainter &painter, int first, int last, QColor colour) const;

private:
    const QFont &font(std::uint32_t index);
    const QImage &picture(std::uint32_t index);

    const DisplayList &m_list;
    std::vector<QFont> m_fonts;
    std::vector<QImage> m_pictures;
};

}
