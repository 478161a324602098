#include "ui/theme/Icons.h"

#include "ui/theme/Theme.h"

#include <QCache>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPixmap>
#include <QSvgRenderer>

namespace isthmus::theme {

namespace {

constexpr const char *glyphNames[] = {
    "add",          "alert",   "archive", "attachment",   "back",     "block",  "chat",    "check",  "check-double",
    "chevron-down", "clock",   "close",   "compose",      "contacts", "copy",   "edit",    "failed", "file",
    "filter",       "forward", "info",    "link",         "lock",     "mail",   "menu",    "more",   "mute",
    "offline",      "person",  "reply",   "reply-mail",   "retry",    "save",   "search",  "send",   "settings",
    "shield-check", "smile",   "source",  "split-person", "trash",    "unlock", "warning",
};
static_assert(std::size(glyphNames) == static_cast<std::size_t>(Glyph::Warning) + 1);

/// The drawing as a mask; colours are laid over it, so that one rendering serves every theme.
QPixmap mask(Glyph glyph, int pixels)
{
    static QCache<int, QPixmap> masks(512);
    const int key = static_cast<int>(glyph) * 4096 + pixels;
    if (const QPixmap *known = masks.object(key))
        return *known;
    QPixmap drawn(pixels, pixels);
    drawn.fill(Qt::transparent);
    QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(glyphNames[static_cast<int>(glyph)])));
    Q_ASSERT(renderer.isValid());
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    masks.insert(key, new QPixmap(drawn));
    return drawn;
}

class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, QColor Theme::*fixed) : m_glyph(glyph), m_fixed(fixed) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const Theme &theme = Theme::of(QGuiApplication::palette());
        QColor colour = mode == QIcon::Disabled ? theme.textMuted : state == QIcon::On ? theme.accent : theme.text;
        if (m_fixed && mode != QIcon::Disabled)
            colour = theme.*m_fixed;
        if (mode == QIcon::Disabled)
            colour.setAlphaF(0.6F);
        const int side = qMin(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        paintGlyph(*painter, square, m_glyph, colour);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return result;
    }
    QIconEngine *clone() const override { return new GlyphEngine(*this); }

private:
    Glyph m_glyph;
    QColor Theme::*m_fixed;
};

}

void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour)
{
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatio() : 1;
    const int pixels = qBound(1, qRound(rect.width() * ratio), 1024);
    QPixmap tinted = mask(glyph, pixels);
    QPainter tint(&tinted);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(tinted.rect(), colour);
    tint.end();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(rect, tinted, QRectF(tinted.rect()));
}

QIcon icon(Glyph glyph)
{
    return QIcon(new GlyphEngine(glyph, nullptr));
}

QIcon iconOnAccent(Glyph glyph)
{
    return QIcon(new GlyphEngine(glyph, &Theme::accentText));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/icons/org.isthmus.Isthmus.svg"));
}

}
