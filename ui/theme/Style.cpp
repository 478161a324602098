#include "ui/theme/Style.h"

#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace isthmus::theme {

namespace {

constexpr qreal radius = 6;
constexpr int fieldPadding = 4;   ///< beside the text of a field, besides the frame
constexpr int buttonPadding = 14; ///< beside the words of a button
constexpr int groupIndent = 12;   ///< of a group's title from its outline
constexpr int leastThumb = 32;    ///< a thumb that a hand finds

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

/// What a scroll bar lies on: the paper of the area that it scrolls.
QColor paperBehind(const QWidget *bar, const QPalette &palette)
{
    const QWidget *container = bar ? bar->parentWidget() : nullptr;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(container ? container->parentWidget() : nullptr);
    return area ? area->viewport()->palette().color(area->viewport()->backgroundRole()) : palette.color(QPalette::Window);
}

/// The outline of what is filled in or chosen: at least 3:1 on every surface (WCAG 2.1, 1.4.11).
QPen fieldPen(const Theme &theme, bool focus)
{
    return focus ? QPen(theme.focus, 2) : QPen(towards(theme.line, theme.textMuted, 0.7), 1);
}

/// A check box or a radio button: an empty shape, or one that is filled and marked.
void drawIndicator(QPainter *painter, const QStyleOption *option, bool round)
{
    const Theme &theme = Theme::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor outline = enabled ? theme.textMuted : theme.line;
    const QColor fill = !on ? theme.card : enabled ? theme.accent : theme.textMuted;
    const QRectF box = QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5); // lines in the middle of pixels are sharp
    const qreal side = qMin(box.width(), box.height());
    QRectF shape(0, 0, side, side);
    shape.moveCenter(box.center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(on ? QPen(fill, 1) : QPen(outline, 1));
    painter->setBrush(fill);
    const qreal corner = round ? side / 2 : side / 5;
    painter->drawRoundedRect(shape, corner, corner);
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accentText);
        painter->drawEllipse(shape.center(), side / 5, side / 5);
    } else if (on) {
        painter->setPen(QPen(theme.accentText, side / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&shape, side](qreal x, qreal y) { return shape.topLeft() + QPointF(x, y) * side; };
        if (option->state & QStyle::State_NoChange)
            painter->drawLine(at(0.25, 0.5), at(0.75, 0.5));
        else
            painter->drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.70), at(0.76, 0.32)});
    }
    painter->restore();
}

void drawButton(QPainter *painter, const QStyleOption *option, bool flat)
{
    const Theme &theme = Theme::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool chosen = option->state & QStyle::State_On;
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
    if (chosen && !focus) // an outline as well: the fill alone is a difference of colour
        pen = QPen(theme.accent, 1);
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
        drawBox(painter, option->rect, option->palette.color(QPalette::Base), fieldPen(theme, focus));
        return;
    }
    case PE_FrameLineEdit: return; // the panel has drawn it
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            drawBox(painter, option->rect, Qt::transparent, fieldPen(theme, focus));
            return;
        }
        break;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        drawButton(painter, option, button && (button->features & QStyleOptionButton::Flat));
        return;
    }
    case PE_FrameGroupBox: drawBox(painter, option->rect, theme.surface, QPen(theme.line, 1)); return;
    case PE_IndicatorCheckBox: drawIndicator(painter, option, false); return;
    case PE_IndicatorRadioButton: drawIndicator(painter, option, true); return;
    case PE_PanelButtonTool: drawButton(painter, option, true); return;
    case PE_FrameFocusRect: drawBox(painter, option->rect, Qt::transparent, QPen(theme.focus, 2)); return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

namespace {

/// A line that fills from where reading begins; how much is said beside it.
void drawProgress(QPainter *painter, const QStyleOptionProgressBar &bar)
{
    const Theme &theme = Theme::of(bar.palette);
    const QRectF groove = QRectF(bar.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal round = groove.height() / 2;
    const int span = std::max(1, bar.maximum - bar.minimum);
    const qreal width = groove.width() * std::clamp(bar.progress - bar.minimum, 0, span) / span;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.textMuted, 1));
    painter->setBrush(theme.surface);
    painter->drawRoundedRect(groove, round, round);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.accent);
    if (width >= 1) {
        const qreal left = bar.direction == Qt::RightToLeft ? groove.right() - width : groove.left();
        painter->setClipRect(QRectF(left, groove.top(), width, groove.height()));
        painter->drawRoundedRect(groove, round, round);
    }
    painter->restore();
}

}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
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
    if (const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        progress && element == CE_ProgressBar) {
        drawProgress(painter, *progress);
        return;
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        const Theme &theme = Theme::of(option->palette);
        painter->fillRect(option->rect, theme.surfaceAlt);
        painter->fillRect(option->rect.adjusted(0, option->rect.height() - 1, 0, 0), theme.line);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox) {
        const QPen outline = fieldPen(Theme::of(option->palette), option->state & State_HasFocus);
        drawBox(painter, option->rect, option->palette.color(QPalette::Base), Qt::NoPen);
        QStyleOptionSpinBox arrows = *spin;
        arrows.frame = false;
        QProxyStyle::drawComplexControl(control, &arrows, painter, widget);
        drawBox(painter, option->rect, Qt::transparent, outline); // the arrows reach over the edge
        return;
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const Theme &theme = Theme::of(option->palette);
    painter->fillRect(option->rect, paperBehind(widget, option->palette));
    if (bar->minimum == bar->maximum)
        return;
    const bool inHand = bar->activeSubControls & SC_ScrollBarSlider && bar->state & (State_Sunken | State_MouseOver);
    const QRectF slider = QRectF(subControlRect(control, option, SC_ScrollBarSlider, widget)).adjusted(3, 3, -3, -3);
    const qreal round = qMin(slider.width(), slider.height()) / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(inHand ? theme.textMuted : towards(theme.line, theme.textMuted, 0.7));
    painter->drawRoundedRect(slider, round, round);
    painter->restore();
}

/// A scroll bar is all groove: no arrows, which nobody presses and which take the slider's room. The title of a group
/// stands above what it heads, not on its outline.
QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_GroupBox && part == SC_GroupBoxLabel) {
        const bool mirrored = option->direction == Qt::RightToLeft;
        const QRect words = QProxyStyle::subControlRect(control, option, part, widget)
                                .translated(mirrored ? -groupIndent : groupIndent, grid::half);
        // The last letter may be drawn wider than it was measured.
        return mirrored ? words.adjusted(-grid::half, 0, 0, 0) : words.adjusted(0, 0, grid::half, 0);
    }
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool across = bar->orientation == Qt::Horizontal;
    const QRect all = bar->rect;
    const int length = across ? all.width() : all.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int thumb =
        range <= 0 ? length
                   : qBound(leastThumb, static_cast<int>(qint64(length) * bar->pageStep / (range + bar->pageStep)), length);
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect rect = across ? QRect(all.left() + from, all.top(), size, all.height())
                                  : QRect(all.left(), all.top() + from, all.width(), size);
        return across ? visualRect(bar->direction, all, rect) : rect;
    };
    switch (part) {
    case SC_ScrollBarGroove: return all;
    case SC_ScrollBarSlider: return piece(start, thumb);
    case SC_ScrollBarSubPage: return piece(0, start);
    case SC_ScrollBarAddPage: return piece(start + thumb, length - start - thumb);
    default: return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(fieldPadding, 0, -fieldPadding, 0) : rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return signSide(18);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return signSide(16);
    case PM_DefaultFrameWidth: return 2;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return leastThumb;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    // Icons of the desktop's family would stand among ours, in colours that are not the theme's.
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    // A text that a mouse can select and keys cannot is half a control.
    case SH_MessageBox_TextInteractionFlags: return Qt::NoTextInteraction;
    // Lists act on a click by themselves: a desktop that activates by one, too, would make it two.
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_EtchDisabledText: return 0; // a second, white text below the first
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

/// Of message boxes: the signs of our family.
QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    switch (icon) {
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion: return theme::icon(Glyph::Info);
    case SP_MessageBoxWarning:
    case SP_MessageBoxCritical: return theme::icon(Glyph::Warning);
    default: return QProxyStyle::standardIcon(icon, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        result.setWidth(qMax(result.width(), size.width() + 2 * buttonPadding));
    if (type == CT_SpinBox)
        result.rwidth() += 2 * fieldPadding;
    if (type == CT_PushButton || type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        result.setHeight(qMax(result.height(), 32));
    if (type == CT_ToolButton)
        result = result.expandedTo(QSize(28, 28)) + QSize(grid::half, 0);
    return result;
}

}
