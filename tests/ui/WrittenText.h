#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QString>

#include <vector>

class QWidget;

namespace isthmus::test {

/// A piece of text as a widget wrote it, painted or of Qt's own: where, in which colour, and what of the window it was
/// allowed to paint on. Coordinates are logical pixels of the window.
struct WrittenText {
    QString text;
    QRectF rect;
    QRectF clip;
    QColor ink;

    [[nodiscard]] QRectF visible() const { return rect & clip; }
    /// Letters or digits; signs and pictures are looked at elsewhere.
    [[nodiscard]] bool hasWords() const;
};

/// Every piece of text that \p window writes when it paints itself, in order.
[[nodiscard]] std::vector<WrittenText> writtenTexts(QWidget &window);

/// The window as it is seen, \p factor pixels for each logical one: strokes of letters are whole pixels at three.
[[nodiscard]] QImage seen(QWidget &window, int factor);

/// The most frequent colour of \p area, in pixels of the picture: what is behind.
[[nodiscard]] QColor paperOf(const QImage &picture, const QRect &area);

}
