#include "core/display/DisplayPainter.h"

#include <QPainter>

namespace isthmus::display {

DisplayPainter::DisplayPainter(const DisplayList &list) : m_list(list), m_pictures(list.pictures.size())
{
    m_fonts.reserve(list.fonts.size());
    for (const Font &spec : list.fonts) {
        QFont font(spec.family);
        font.setPixelSize(spec.pixelSize);
        font.setBold(spec.bold);
        font.setItalic(spec.italic);
        font.setUnderline(spec.underline);
        font.setStrikeOut(spec.strikeOut);
        m_fonts.push_back(std::move(font));
    }
}

const QFont &DisplayPainter::font(std::uint32_t index)
{
    return m_fonts[index];
}

const QImage &DisplayPainter::picture(std::uint32_t index)
{
    QImage &image = m_pictures[index];
    if (image.isNull()) {
        const Picture &source = m_list.pictures[index];
        image = QImage(reinterpret_cast<const uchar *>(source.rgba.constData()), source.width, source.height,
                       source.width * 4, QImage::Format_RGBA8888);
    }
    return image;
}

void DisplayPainter::paint(QPainter &painter, const QRect &visible)
{
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const Op &op : m_list.ops) {
        if (const auto *fill = std::get_if<FillOp>(&op)) {
            if (!fill->rect.intersects(visible))
                continue;
            if (fill->radius == 0) {
                painter.fillRect(fill->rect, QColor::fromRgba(fill->colour));
            } else {
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(Qt::NoPen);
                painter.setBrush(QColor::fromRgba(fill->colour));
                painter.drawRoundedRect(fill->rect, fill->radius, fill->radius);
            }
        } else if (const auto *stroke = std::get_if<StrokeOp>(&op)) {
            const qreal half = stroke->width / 2.0;
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(QColor::fromRgba(stroke->colour), stroke->width));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(stroke->rect).adjusted(half, half, -half, -half), stroke->radius, stroke->radius);
        } else if (const auto *text = std::get_if<TextOp>(&op)) {
            const int size = m_list.fonts[text->font].pixelSize;
            if (text->baseline + size < visible.top() || text->baseline - 2 * size > visible.bottom())
                continue;
            painter.setFont(font(text->font));
            painter.setPen(QColor::fromRgba(text->colour));
            painter.drawText(text->x, text->baseline, text->text);
        } else if (const auto *shown = std::get_if<PictureOp>(&op)) {
            if (shown->rect.intersects(visible))
                painter.drawImage(shown->rect, picture(shown->picture));
        } else if (const auto *clip = std::get_if<ClipOp>(&op)) {
            painter.save();
            painter.setClipRect(clip->rect, Qt::IntersectClip);
        } else {
            painter.restore();
        }
    }
    painter.restore();
}

void DisplayPainter::paintSelection(QPainter &painter, int first, int last, QColor colour) const
{
    for (int i = std::max(first, 0); i <= last && i < static_cast<int>(m_list.runs.size()); ++i)
        painter.fillRect(m_list.runs[static_cast<size_t>(i)].rect, colour);
}

}
