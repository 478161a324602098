#include "ui/theme/Style.h"

#include "ui/theme/Theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace isthmus::theme {

namespace {

constexpr qreal radius = 6;

void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QPen &pen)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(fill);
    const qreal inset = qMax(0.5, pen.widthF() / 2);
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

/// Halfway between a colour and the text on it: what a pressed or hovered surface looks like.
QColor towards(const QColor &from, const QColor &to, qreal share)
{
    return QColor::fromRgbF(static_cast<float>(from.redF() + (to.redF() - from.redF()) * share),
                            static_cast<float>(from.greenF() + (to.greenF() - from.greenF()) * share),
                            static_cast<float>(from.blueF() + (to.blueF() - from.blueF()) * share));
}

void drawButton(QPainter *painter, const QStyleOption *option, bool flat)
{
    const Theme &theme = Theme::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    const bool focus = option->state & QStyle::State_HasFocus;
    const QColor base = option->palette.color(QPalette::Button);
    const bool filled = base == theme.accent && enabled;
    QColor fill = flat ? QColor(Qt::transparent) : filled ? base : theme.scheme == Scheme::Light ? theme.surface : base;
    const QColor ink = filled ? theme.accentText : theme.text;
    if (!enabled && !flat)
        fill = theme.surfaceAlt;
    if (down)
        fill = filled ? towards(base, ink, 0.25) : theme.selection;
    else if (hover)
        fill = filled ? towards(base, ink, 0.12) : theme.bubbleIn;
    QPen pen = focus ? QPen(theme.focus, 2) : flat || filled ? QPen(Qt::NoPen) : QPen(theme.line, 1);
    if (focus && filled)
        pen = QPen(theme.text, 2);
    drawBox(painter, option->rect, fill, pen);
}

}

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Theme &theme = Theme::of(option->palette);
    const bool focus = option->state & State_HasFocus;
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->lineWidth <= 0)
            break;
        drawBox(painter, option->rect, option->palette.color(QPalette::Base),
                focus ? QPen(theme.focus, 2) : QPen(towards(theme.line, theme.textMuted, 0.4), 1));
        return;
    }
    case PE_FrameLineEdit: return; // the panel has drawn it
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            drawBox(painter, option->rect, Qt::transparent,
                    focus ? QPen(theme.focus, 2) : QPen(towards(theme.line, theme.textMuted, 0.4), 1));
            return;
        }
        break;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        drawButton(painter, option, button && (button->features & QStyleOptionButton::Flat));
        return;
    }
    case PE_PanelButtonTool: drawButton(painter, option, true); return;
    case PE_FrameFocusRect:
        drawBox(painter, option->rect, Qt::transparent, QPen(theme.focus, 2));
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    // The ring is part of the panel; a second one inside would be noise.
    if (element == CE_PushButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            proxy()->drawControl(CE_PushButtonBevel, button, painter, widget);
            QStyleOptionButton label = *button;
            label.rect = subElementRect(SE_PushButtonContents, button, widget);
            proxy()->drawControl(CE_PushButtonLabel, &label, painter, widget);
            return;
        }
    }
    if (element == CE_PushButtonBevel) {
        drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 18;
    case PM_DefaultFrameWidth: return 2;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton || type == CT_LineEdit || type == CT_ComboBox)
        result.setHeight(qMax(result.height(), 32));
    if (type == CT_ToolButton)
        result = result.expandedTo(QSize(28, 28)) + QSize(grid::half, 0);
    return result;
}

}
