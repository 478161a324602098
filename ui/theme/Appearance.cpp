#include "ui/theme/Appearance.h"

#include "ui/theme/Style.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace isthmus::theme {

namespace {

/// Re-colours its widget when the application's palette changes. A child of the widget, so that it
/// lives exactly as long.
class Dye final : public QObject
{
public:
    Dye(QWidget &widget, QPalette::ColorRole role, QColor Theme::*colour)
        : QObject(&widget), m_widget(widget), m_role(role), m_colour(colour)
    {
        widget.installEventFilter(this);
        dye();
    }

    /// The widget's colour for \p role from now on; a later call replaces an earlier one.
    static void set(QWidget &widget, QPalette::ColorRole role, QColor Theme::*colour)
    {
        for (QObject *child : widget.children()) {
            auto *dye = dynamic_cast<Dye *>(child);
            if (dye && dye->m_role == role) {
                dye->m_colour = colour;
                dye->dye();
                return;
            }
        }
        new Dye(widget, role, colour);
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        // The application tells its windows alone of its new palette; a widget in them hears of its own.
        if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
            dye();
        return QObject::eventFilter(object, event);
    }

private:
    void dye()
    {
        const Theme &theme = Theme::of(QApplication::palette());
        QPalette palette = m_widget.palette();
        if (palette.isBrushSet(QPalette::Active, m_role) && palette.color(QPalette::Active, m_role) == theme.*m_colour)
            return;
        palette.setColor(m_role, theme.*m_colour);
        if (m_role == QPalette::ButtonText) // a disabled button loses its fill, so its ink must not stay
            palette.setColor(QPalette::Disabled, m_role, theme.textMuted);
        m_widget.setPalette(palette);
    }

    QWidget &m_widget;
    QPalette::ColorRole m_role;
    QColor Theme::*m_colour;
};

}

std::optional<SchemeChoice> schemeFromName(const QString &name)
{
    for (const auto choice : {SchemeChoice::System, SchemeChoice::Light, SchemeChoice::Dark, SchemeChoice::HighContrast}) {
        if (schemeName(choice) == name)
            return choice;
    }
    return std::nullopt;
}

QString schemeName(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::System: return QStringLiteral("system");
    case SchemeChoice::Light: return QStringLiteral("light");
    case SchemeChoice::Dark: return QStringLiteral("dark");
    case SchemeChoice::HighContrast: return QStringLiteral("contrast");
    }
    return {};
}

void apply(QApplication &application, Scheme scheme)
{
    if (!qobject_cast<Style *>(application.style()))
        QApplication::setStyle(new Style);
    QApplication::setPalette(Theme::get(scheme).palette());
}

QFont font(TextRole role, const QFont &base)
{
    QFont result = base;
    const qreal points = base.pointSizeF() > 0 ? base.pointSizeF() : 10;
    switch (role) {
    case TextRole::Body: break;
    case TextRole::Small: result.setPointSizeF(points * 0.88); break;
    case TextRole::Title:
        result.setPointSizeF(points * 1.12);
        result.setWeight(QFont::DemiBold);
        break;
    case TextRole::Heading:
        result.setPointSizeF(points * 1.6);
        result.setWeight(QFont::DemiBold);
        break;
    }
    return result;
}

void setTextRole(QWidget &widget, TextRole role)
{
    widget.setFont(font(role, QApplication::font()));
}

void drawLine(QPainter &painter, const QRectF &rect, Qt::Alignment visual, const QString &text)
{
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const Qt::Alignment absolute = visual | Qt::AlignVCenter | Qt::AlignAbsolute;
    painter.drawText(rect, static_cast<int>(absolute) | Qt::TextSingleLine, text);
    painter.setLayoutDirection(before);
}

void drawFocusRing(QPainter &painter, const QRect &rect, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(palette).focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), grid::unit, grid::unit);
    painter.restore();
}

int signSide(int side)
{
    constexpr int usualHeight = 18; // of a line at 10 points
    return qMax(side, qRound(side * static_cast<qreal>(QFontMetrics(QApplication::font()).height()) / usualHeight));
}

void setInk(QWidget &widget, QColor Theme::*ink)
{
    Dye::set(widget, QPalette::WindowText, ink);
}

void setPaper(QWidget &widget, QColor Theme::*paper)
{
    widget.setAutoFillBackground(true);
    Dye::set(widget, widget.backgroundRole() == QPalette::Base ? QPalette::Base : QPalette::Window, paper);
}

void makePrimary(QPushButton &button)
{
    Dye::set(button, QPalette::Button, &Theme::accent);
    Dye::set(button, QPalette::ButtonText, &Theme::accentText);
}

}
