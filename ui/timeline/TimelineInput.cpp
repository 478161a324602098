#include "ui/timeline/TimelineAccessible.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace isthmus::timeline {

using namespace model;

void TimelineView::setCurrentRow(int row)
{
    moveCurrent(row);
}

void TimelineView::moveCurrent(int to)
{
    if (to < 0 || to >= count())
        return;
    const bool moved = to != m_current;
    m_current = to;
    m_link = -1;
    bringIntoView(to);
    viewport()->update();
    m_accessible->announceCurrent();
    if (moved)
        Q_EMIT currentChanged(to);
}

void TimelineView::bringIntoView(int row)
{
    measure(row);
    settle();
    const QRect rect = rowRect(row);
    if (rect.top() < 0 || rect.height() > viewport()->height()) {
        m_anchorRow = row;
        m_anchorOffset = 0;
        m_atEnd = false;
        settle();
    } else if (rect.bottom() > viewport()->height()) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.bottom() - viewport()->height() + 1);
    }
}

std::vector<ItemLayout::LinkPlace> TimelineView::linksOf(int row)
{
    return row < 0 || row >= count() ? std::vector<ItemLayout::LinkPlace>() : layoutOf(row).links();
}

void TimelineView::setCurrentLink(int link)
{
    const std::vector<ItemLayout::LinkPlace> links = linksOf(m_current);
    if (link < 0 || link >= static_cast<int>(links.size()))
        return;
    const ItemLayout::LinkPlace &place = links[static_cast<std::size_t>(link)];
    const int top = static_cast<int>(place.rects.front().top());
    const int bottom = static_cast<int>(place.rects.back().bottom());
    QScrollBar &bar = *verticalScrollBar();
    if (viewTop(m_current) + bottom > viewport()->height())
        bar.setValue(bar.value() + viewTop(m_current) + bottom - viewport()->height() + theme::grid::unit);
    if (viewTop(m_current) + top < 0)
        bar.setValue(bar.value() + viewTop(m_current) + top - theme::grid::unit);
    m_link = link;
    viewport()->update();
    m_accessible->announceCurrent();
    // Who goes by keyboard must see the true target too.
    const QPoint below = QPointF(place.rects.front().bottomLeft() + QPointF(0, viewTop(m_current))).toPoint();
    QToolTip::showText(viewport()->mapToGlobal(below), targetText(place.link.url), viewport());
}

/// False: there is none to go to.
bool TimelineView::moveLink(int step)
{
    const int to = m_link + step;
    if (to == -1 && m_link >= 0)
        return leaveLink();
    if (to < 0 || to >= static_cast<int>(linksOf(m_current).size()))
        return m_link >= 0;
    setCurrentLink(to);
    return true;
}

bool TimelineView::leaveLink()
{
    if (m_link < 0)
        return false;
    m_link = -1;
    QToolTip::hideText();
    viewport()->update();
    m_accessible->announceCurrent();
    return true;
}

void TimelineView::followLink(int row, int link)
{
    const std::vector<ItemLayout::LinkPlace> links = linksOf(row);
    if (link >= 0 && link < static_cast<int>(links.size())) {
        const ItemLayout::Link target = links[static_cast<std::size_t>(link)].link;
        Q_EMIT linkActivated(target.url, target.isMisleading);
    }
}

QAccessibleInterface *TimelineView::accessibleItem(int row)
{
    return m_accessible->item(row);
}

int TimelineView::pageStep(int from, int direction) const
{
    const int y = m_heights.top(from) + direction * viewport()->height();
    const int row = m_heights.rowAt(y);
    return row == from ? std::clamp(from + direction, 0, count() - 1) : row;
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::Delete) && m_current >= 0) {
        const auto possible = actionsFor(item(m_current), isFoldable(m_current));
        if (!event->isAutoRepeat() && std::find(possible.begin(), possible.end(), ItemAction::Trash) != possible.end())
            trigger(m_current, ItemAction::Trash);
        return;
    }
    if (m_items.empty()) {
        if (event->key() == Qt::Key_Escape)
            Q_EMIT left();
        else
            QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const int here = m_current < 0 ? count() : m_current;
    switch (event->key()) {
    case Qt::Key_Up: moveCurrent(std::max(0, here - 1)); break;
    case Qt::Key_Down: moveCurrent(std::min(count() - 1, here + 1)); break;
    case Qt::Key_Home: moveCurrent(0); break;
    case Qt::Key_End: moveCurrent(count() - 1); break;
    case Qt::Key_PageUp: moveCurrent(pageStep(std::min(here, count() - 1), -1)); break;
    case Qt::Key_PageDown: moveCurrent(pageStep(std::min(here, count() - 1), 1)); break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!moveLink((event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1))
            QAbstractScrollArea::keyPressEvent(event);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_link >= 0)
            followLink(m_current, m_link);
        else if (m_current >= 0)
            trigger(m_current, ItemAction::ToggleFold);
        break;
    case Qt::Key_Escape:
        if (leaveLink())
            break;
        m_selectFrom = m_selectTo = {};
        viewport()->update();
        Q_EMIT left();
        break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && !m_items.empty() && event->reason() != Qt::MouseFocusReason)
        moveCurrent(count() - 1);
    else
        m_accessible->announceCurrent();
    // Keys must not act on what is out of sight.
    const auto reason = event->reason();
    if (m_current >= 0
        && (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason)
        && !viewport()->rect().intersects(rowRect(m_current)))
        bringIntoView(m_current);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

TimelineView::Place TimelineView::placeAt(QPoint point)
{
    int row = rowAt(point);
    if (row < 0)
        row = point.y() < 0 || viewTop(0) > point.y() ? 0 : count() - 1;
    return {row, layoutOf(row).positionAt(QPointF(point) - QPointF(0, viewTop(row)))};
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const int row = rowAt(point);
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    const QPointF inside = QPointF(point) - QPointF(0, viewTop(row));
    if (const HotSpot *spot = layoutOf(row).hotSpotAt(inside)) {
        const HotSpot wanted = *spot; // the layout may be thrown away by what follows
        moveCurrent(row);
        trigger(row, wanted.action, wanted.part);
        return;
    }
    moveCurrent(row);
    m_selecting = true;
    m_selectFrom = m_selectTo = placeAt(point);
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_selecting && !m_items.empty()) {
        m_selectTo = placeAt(point);
        viewport()->update();
        return;
    }
    updateHover(point);
}

void TimelineView::updateHover(QPoint point)
{
    const HotSpot *before = m_hover;
    m_hoverRow = rowAt(point);
    m_hover = nullptr;
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (m_hoverRow >= 0) {
        const ItemLayout &layout = layoutOf(m_hoverRow);
        const QPointF inside = QPointF(point) - QPointF(0, viewTop(m_hoverRow));
        m_hover = layout.hotSpotAt(inside);
        const QUrl link = layout.linkAt(inside).url;
        viewport()->setToolTip(targetText(link));
        if (m_hover || !link.isEmpty())
            shape = Qt::PointingHandCursor;
        else if (layout.isOverText(inside))
            shape = Qt::IBeamCursor;
    }
    viewport()->setCursor(shape);
    if (before != m_hover)
        viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool clicked = m_selecting && m_selectFrom == m_selectTo;
    m_selecting = false;
    if (!clicked || m_selectFrom.row < 0)
        return;
    const int row = m_selectFrom.row;
    const ItemLayout::Link link = layoutOf(row).linkAt(event->position() - QPointF(0, viewTop(row)));
    if (!link.url.isEmpty())
        Q_EMIT linkActivated(link.url, link.isMisleading);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_items.empty() || event->button() != Qt::LeftButton)
        return;
    // Marks the word.
    const Place place = placeAt(event->position().toPoint());
    const QString text = layoutOf(place.row).text();
    int from = place.position;
    int to = place.position;
    while (from > 0 && text.at(from - 1).isLetterOrNumber())
        --from;
    while (to < text.size() && text.at(to).isLetterOrNumber())
        ++to;
    m_selectFrom = {place.row, from};
    m_selectTo = {place.row, to};
    viewport()->update();
}

std::pair<TimelineView::Place, TimelineView::Place> TimelineView::selection() const
{
    if (m_selectFrom.row < 0 || m_selectFrom == m_selectTo)
        return {};
    return std::minmax(m_selectFrom, m_selectTo);
}

QString TimelineView::selectedText() const
{
    const auto [from, to] = selection();
    if (from.row < 0)
        return {};
    QStringList texts;
    for (int row = from.row; row <= to.row; ++row) {
        // Const: a selected row was painted and has its layout, unless it is far out of sight; then its
        // whole text is what was swept over.
        const ItemLayout *layout = m_layouts.object(item(row).id.raw);
        const QString text = layout ? layout->text() : item(row).text;
        const int start = row == from.row ? from.position : 0;
        const int end = row == to.row ? to.position : static_cast<int>(text.size());
        texts.append(text.mid(start, end - start));
    }
    return texts.join(u'\n');
}

void TimelineView::copy() const
{
    QString text = selectedText();
    if (text.isEmpty() && m_current >= 0) {
        const Item &current = item(m_current);
        text = current.subject.isEmpty() ? current.text : current.subject + u'\n' + current.text;
    }
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void TimelineView::toggleFold(int row)
{
    if (!isFoldable(row))
        return;
    const qint64 key = item(row).id.raw;
    if (!m_unfolded.contains(key) || layoutOf(row).hasMore())
        ++m_unfolded[key];
    else
        m_unfolded.remove(key);
    // What was clicked stays where it is; the text opens below it.
    const int top = viewTop(row);
    m_atEnd = false;
    forget(row);
    m_anchorRow = row;
    m_anchorOffset = -top;
    while (m_anchorOffset < 0 && m_anchorRow > 0) {
        --m_anchorRow;
        measure(m_anchorRow);
        m_anchorOffset += m_heights.height(m_anchorRow);
    }
    m_anchorOffset = std::max(0, m_anchorOffset);
    settle();
}

void TimelineView::trigger(int row, ItemAction action, const QString &part)
{
    if (row < 0 || row >= count())
        return;
    switch (action) {
    case ItemAction::ToggleFold: toggleFold(row); break;
    case ItemAction::Copy:
        m_current = row;
        copy();
        break;
    default:
        Q_EMIT actionRequested(item(row).id, action,
                               part.isEmpty() && !item(row).attachments.empty() ? item(row).attachments.front().part : part);
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int row = byKey ? m_current : rowAt(viewport()->mapFromGlobal(event->globalPos()));
    if (row < 0)
        return;
    moveCurrent(row);
    QMenu *menu = menuFor(row, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(byKey ? viewport()->mapToGlobal(rowRect(row).center()) : event->globalPos());
}

}
