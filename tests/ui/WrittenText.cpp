#include "tests/ui/WrittenText.h"

#include <QHash>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace isthmus::test {

namespace {

/// Paints nothing; keeps what is written and where.
class Recorder final : public QPaintEngine
{
public:
    Recorder() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath &) override {}
    // The base class turns each of these into the other, without end.
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF &point, const QTextItem &item) override
    {
        const QTransform place = painter()->deviceTransform();
        QRectF clip = place.mapRect(QRectF(painter()->window()));
        if (!systemClip().isEmpty())
            clip = QRectF(systemClip().boundingRect());
        if (painter()->hasClipping())
            clip &= place.mapRect(painter()->clipBoundingRect());
        const QRectF rect(point.x(), point.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        texts.push_back({item.text(), place.mapRect(rect), clip, painter()->pen().color()});
    }
    Type type() const override { return User; }

    std::vector<WrittenText> texts;
};

class Device final : public QPaintDevice
{
public:
    explicit Device(const QWidget &like) : m_size(like.size()), m_dpi(like.logicalDpiX()) {}
    QPaintEngine *paintEngine() const override { return &recorder; }

    mutable Recorder recorder;

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return m_size.width();
        case PdmHeight: return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return m_dpi;
        case PdmDepth: return 32;
        default: return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    int m_dpi;
};

}

bool WrittenText::hasWords() const
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

std::vector<WrittenText> writtenTexts(QWidget &window)
{
    Device device(window);
    window.render(&device);
    return device.recorder.texts;
}

QImage seen(QWidget &window, int factor)
{
    QImage picture(window.size() * factor, QImage::Format_RGB32);
    picture.setDevicePixelRatio(factor);
    window.render(&picture);
    picture.setDevicePixelRatio(1);
    return picture;
}

QColor paperOf(const QImage &picture, const QRect &area)
{
    QHash<QRgb, int> counts;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return most == counts.end() ? QColor() : QColor(most.key());
}

}
