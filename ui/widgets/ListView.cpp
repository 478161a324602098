#include "ui/widgets/ListView.h"

#include "ui/theme/Appearance.h"

#include <QPainter>
#include <QStyleOptionViewItem>

#include <algorithm>

namespace isthmus::widgets {

using theme::Theme;
namespace grid = theme::grid;

namespace {

constexpr int barInset = 12;
constexpr int barWidth = 3;

}

ListView::ListView(QWidget *parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setBackgroundRole(QPalette::Window);
}

void ListView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!hasFocus() || currentIndex().isValid())
        return;
    QPainter painter(viewport());
    theme::drawFocusRing(painter, viewport()->rect(), palette());
}

void ListView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    viewport()->update();
}

void ListView::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

QRect rowFrame(const QRect &cell)
{
    return cell.adjusted(grid::half, 1, -grid::half, -1);
}

QColor paintRow(QPainter &painter, const QStyleOptionViewItem &option)
{
    return paintRow(painter, option, Theme::of(option.palette).surfaceAlt);
}

QColor paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QColor &ground)
{
    const Theme &theme = Theme::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QRect frame = rowFrame(option.rect);
    const QColor paper = selected ? theme.selection : hovered ? theme.bubbleIn : ground;
    painter.setPen(option.state & QStyle::State_HasFocus ? QPen(theme.focus, 2) : QPen(Qt::NoPen));
    painter.setBrush(paper);
    painter.drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), grid::unit, grid::unit);
    if (selected) { // the colour alone would not tell everybody
        const int inset = std::min(barInset, frame.height() / 4);
        const QRect bar(frame.left() + 2, frame.top() + inset, barWidth, frame.height() - 2 * inset);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(QStyle::visualRect(option.direction, frame, bar), barWidth / 2.0, barWidth / 2.0);
    }
    return paper;
}

void paintBadge(QPainter &painter, const QRect &rect, const QString &text, const Theme &theme, bool alarm)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(alarm ? theme.danger : theme.accent);
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    painter.setPen(alarm ? theme.surface : theme.accentText);
    painter.drawText(rect, Qt::AlignCenter, text);
}

QString badgeText(int count)
{
    return count <= 0 ? QString() : count > 99 ? QStringLiteral("99+") : QString::number(count);
}

int badgeWidth(const QString &text, const QFontMetrics &font)
{
    return text.isEmpty() ? 0 : std::max(font.height() + 4, font.horizontalAdvance(text) + 12);
}

}
