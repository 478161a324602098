#include "ui/timeline/TimelineView.h"

#include "ui/theme/Appearance.h"
#include "ui/timeline/TimelineAccessible.h"
#include "ui/widgets/EmptyState.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace isthmus::timeline {

using namespace model;

namespace {

constexpr int estimatedHeight = 72;
constexpr int layoutsKept = 400;
constexpr int nearBeginning = 20; ///< rows
constexpr auto bodyPause = std::chrono::milliseconds(40);
constexpr auto groupSpan = std::chrono::minutes(10);

QDate localDay(const Item &item)
{
    return base::toQDateTime(item.at).toLocalTime().date();
}

}

TimelineView::TimelineView(base::Clock clock, QWidget *parent)
    : QAbstractScrollArea(parent),
      m_clock(std::move(clock)),
      m_layouts(layoutsKept),
      m_accessible(std::make_unique<AccessibleItems>(*this))
{
    installTimelineAccessibility();
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Messages"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(estimatedHeight / 2);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setViewportMargins(0, 0, 0, theme::grid::unit); // the last message does not touch the composer
    m_bodyTimer.setSingleShot(true);
    m_bodyTimer.setInterval(bodyPause);
    connect(&m_bodyTimer, &QTimer::timeout, this, &TimelineView::askForBodies);
}

TimelineView::~TimelineView() = default;

void TimelineView::setPerson(const QString &name, const QString &address)
{
    m_person = name;
    m_address = address;
    setAccessibleName(name.isEmpty() ? tr("Messages") : tr("Messages with %1").arg(name));
    forgetAll();
    settle();
}

void TimelineView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void TimelineView::reset(std::vector<Item> items, const std::vector<RowHeight> &heights)
{
    m_accessible->forgetAll();
    m_items = std::move(items);
    m_unfolded.clear();
    m_bodiesAsked.clear();
    m_bodiless.clear();
    std::erase_if(m_bodies, [this](const Body &body) { return rowOf(body.item) < 0; });
    m_current = m_link = -1;
    m_selectFrom = m_selectTo = {};
    m_olderAsked = false;
    m_atEnd = true;
    const auto unread = std::find_if(m_items.begin(), m_items.end(),
                                     [](const Item &item) { return !item.read && item.direction == Direction::Incoming; });
    m_firstUnread = unread == m_items.end() || unread == m_items.begin() ? std::nullopt : std::optional(unread->id);
    forgetAll();
    m_known.removeIf([this](const auto &known) { return !m_unkept.contains(known.key()); });
    learnHeights(heights);
    m_heights.clear();
    m_heights.insert(0, count(), estimatedHeight);
    useKnownHeights(0, count());
    settle();
    announceSeen();
    Q_EMIT currentChanged(m_current);
}

void TimelineView::insert(int first, const std::vector<Item> &items, const std::vector<RowHeight> &heights)
{
    if (items.empty())
        return;
    const int added = static_cast<int>(items.size());
    m_items.insert(m_items.begin() + first, items.begin(), items.end());
    m_heights.insert(first, added, estimatedHeight);
    learnHeights(heights);
    useKnownHeights(first, added);
    const auto shift = [first, added](int &row) {
        if (row >= first)
            row += added;
    };
    shift(m_current);
    shift(m_selectFrom.row);
    shift(m_selectTo.row);
    if (first <= m_anchorRow && count() > added)
        m_anchorRow += added;
    m_hover = nullptr;
    m_olderAsked = false;
    // The neighbours' groups, days and own sending may look different now.
    forget(first - 1);
    forget(first + added);
    settle();
    announceSeen();
}

void TimelineView::replace(int row, const Item &item)
{
    const bool otherWords = spokenText(this->item(row), m_person) != spokenText(item, m_person);
    if (this->item(row).mail != item.mail)
        m_bodiless.remove(item.id.raw);
    m_items[static_cast<std::size_t>(row)] = item;
    forget(row);
    forget(row + 1);
    settle();
    if (otherWords)
        m_accessible->announceChanged(row);
    if (row == m_current)
        Q_EMIT currentChanged(row);
}

void TimelineView::remove(int first, int count)
{
    for (int row = first; row < first + count; ++row)
        m_accessible->forget(item(row).id);
    forget(first - 1);
    forget(first + count);
    std::erase_if(m_bodies, [&](const Body &body) {
        const int row = rowOf(body.item);
        return first <= row && row < first + count;
    });
    m_items.erase(m_items.begin() + first, m_items.begin() + first + count);
    m_heights.remove(first, count);
    if (m_current >= first && m_current < first + count)
        m_link = -1;
    if (m_current >= first)
        m_current = m_current < first + count ? std::min(first, this->count() - 1) : m_current - count;
    if (m_anchorRow >= first + count)
        m_anchorRow -= count;
    m_selectFrom = m_selectTo = {};
    m_hover = nullptr;
    settle();
    Q_EMIT currentChanged(m_current);
}

int TimelineView::rowOf(ItemId id) const
{
    // The newest are asked for most.
    for (int row = count() - 1; row >= 0; --row) {
        if (item(row).id == id)
            return row;
    }
    return -1;
}

void TimelineView::setPresenceWords(std::function<QString(const model::MailAddress &)> words)
{
    m_presenceWords = std::move(words);
    presenceChanged();
}

void TimelineView::presenceChanged()
{
    // Lines keep their height: only what is painted changes.
    m_hover = nullptr;
    m_layouts.clear();
    viewport()->update();
}

RowSetting TimelineView::settingOf(int row) const
{
    const Item &self = item(row);
    RowSetting setting;
    setting.width = viewport()->width();
    setting.font = font();
    setting.theme = &theme::Theme::of(palette());
    setting.direction = layoutDirection();
    setting.now = m_clock();
    setting.person = m_person;
    setting.address = m_address;
    setting.portions = m_unfolded.value(self.id.raw);
    setting.presenceWords = m_presenceWords;
    setting.startsUnread = m_firstUnread == self.id;
    if (const Body *body = bodyOf(self.id))
        setting.body = body->body;
    setting.bodyFault = bodyFault(row);
    if (row == 0) {
        setting.startsDay = true;
        return setting;
    }
    const Item &before = item(row - 1);
    setting.startsDay = localDay(before) != localDay(self);
    setting.startsGroup = setting.startsDay || setting.startsUnread || before.direction != self.direction
                          || before.kind != self.kind || self.at - before.at > groupSpan;
    return setting;
}

const ItemLayout &TimelineView::layoutOf(int row)
{
    const qint64 key = item(row).id.raw;
    if (const ItemLayout *known = m_layouts.object(key))
        return *known;
    auto *made = new ItemLayout(item(row), settingOf(row));
    m_layouts.insert(key, made);
    return *made;
}

void TimelineView::measure(int row)
{
    m_heights.set(row, layoutOf(row).height());
}

void TimelineView::forget(int row)
{
    if (row < 0 || row >= count())
        return;
    if (row == m_hoverRow)
        m_hover = nullptr;
    if (row == m_current)
        m_link = -1; // it may be another one now
    m_layouts.remove(item(row).id.raw);
}

void TimelineView::forgetAll()
{
    m_hover = nullptr;
    m_link = -1;
    m_layouts.clear();
    m_form.reset();
}

void TimelineView::settle()
{
    if (m_settling || viewport()->height() <= 0)
        return;
    m_settling = true;
    if (m_items.empty())
        verticalScrollBar()->setRange(0, 0);
    else if (m_atEnd)
        settleFromEnd();
    else
        settleFromAnchor();
    m_settling = false;
    // The scroll bar comes and goes with a later event if one waits for it, and with it the width: the first painting would
    // be in the wrong one. Setting the policy lays it out now, and what is then resized settles itself.
    if (isVisible() && verticalScrollBar()->isVisible() != (verticalScrollBar()->maximum() > 0)) {
        setVerticalScrollBarPolicy(verticalScrollBarPolicy());
        if (verticalScrollBar()->isVisible() == (verticalScrollBar()->maximum() > 0))
            return;
    }
    noteHeightsInSight();
    viewport()->update();
    m_bodyTimer.start();
    if (!m_items.empty() && m_anchorRow < nearBeginning && !m_olderAsked) {
        m_olderAsked = true;
        Q_EMIT olderWanted();
    }
}

void TimelineView::settleFromEnd()
{
    const int room = viewport()->height();
    int measured = 0;
    int row = count();
    while (row > 0 && measured < room) {
        measure(--row);
        measured += m_heights.height(row);
    }
    const int most = std::max(0, m_heights.total() - room);
    verticalScrollBar()->setRange(0, most);
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setValue(most);
    m_anchorRow = std::max(0, m_heights.rowAt(most));
    m_anchorOffset = most - m_heights.top(m_anchorRow);
}

void TimelineView::settleFromAnchor()
{
    const int room = viewport()->height();
    m_anchorRow = std::clamp(m_anchorRow, 0, count() - 1);
    int filled = -m_anchorOffset;
    for (int row = m_anchorRow; row < count() && filled < room; ++row) {
        measure(row);
        filled += m_heights.height(row);
    }
    const int most = std::max(0, m_heights.total() - room);
    const int value = m_heights.top(m_anchorRow) + m_anchorOffset;
    if (value >= most) { // rows below were lower than estimated, or removed
        m_atEnd = true;
        settleFromEnd();
        return;
    }
    verticalScrollBar()->setRange(0, most);
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setValue(value);
}

void TimelineView::readAnchor()
{
    const int value = verticalScrollBar()->value();
    m_atEnd = value >= verticalScrollBar()->maximum();
    m_anchorRow = std::max(0, m_heights.rowAt(value));
    m_anchorOffset = m_items.empty() ? 0 : value - m_heights.top(m_anchorRow);
}

void TimelineView::scrollContentsBy(int, int)
{
    if (m_settling)
        return;
    readAnchor();
    // Rows between the old place and the new one may be unmeasured; measuring from the anchor down keeps
    // the anchor where the hand put it.
    settle();
    announceSeen();
}

void TimelineView::scrollToEnd()
{
    m_atEnd = true;
    settle();
    announceSeen();
}

int TimelineView::viewTop(int row) const
{
    // Few items stand at the bottom, next to the composer.
    const int spare = std::max(0, viewport()->height() - m_heights.total());
    return m_heights.top(row) - verticalScrollBar()->value() + spare;
}

QRect TimelineView::rowRect(int row) const
{
    return {0, viewTop(row), viewport()->width(), m_heights.height(row)};
}

int TimelineView::rowAt(QPoint point) const
{
    if (m_items.empty())
        return -1;
    const int spare = std::max(0, viewport()->height() - m_heights.total());
    const int y = point.y() + verticalScrollBar()->value() - spare;
    return y < 0 || y >= m_heights.total() ? -1 : m_heights.rowAt(y);
}

bool TimelineView::isFoldable(int row)
{
    return layoutOf(row).isFoldable();
}

void TimelineView::announceSeen()
{
    if (m_atEnd && !m_items.empty() && isVisible() && window()->isActiveWindow())
        Q_EMIT endSeen();
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(event->rect(), palette().base());
    if (m_items.empty()) {
        if (!m_emptyText.isEmpty())
            widgets::paintEmptyState(painter, viewport()->rect(), theme::Glyph::Chat, m_emptyText, palette());
        if (hasFocus())
            theme::drawFocusRing(painter, viewport()->rect(), palette());
        return;
    }
    const auto [from, to] = selection();
    for (int row = m_anchorRow; row < count(); ++row) {
        const int top = viewTop(row);
        if (top > event->rect().bottom())
            break;
        const ItemLayout &layout = layoutOf(row);
        ItemLayout::State state;
        if (from.row <= row && row <= to.row && from.row >= 0) {
            state.selectionStart = row == from.row ? from.position : 0;
            state.selectionEnd = row == to.row ? to.position : static_cast<int>(layout.text().size());
        }
        state.hasFocusRing = hasFocus() && row == m_current;
        state.link = state.hasFocusRing ? m_link : -1;
        state.hovered = row == m_hoverRow ? m_hover : nullptr;
        painter.save();
        painter.translate(0, top);
        layout.paint(painter, QRectF(event->rect()).translated(0, -top), state);
        painter.restore();
    }
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    if (event->oldSize().width() != event->size().width()) {
        forgetAll();
        useKnownHeights(0, count()); // the window may get its size after its items
    }
    settle();
}

void TimelineView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    settle();
    announceSeen();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::PaletteChange: m_bodies.clear(); [[fallthrough]];
    case QEvent::LayoutDirectionChange:
    case QEvent::LanguageChange:
        forgetAll();
        settle();
        break;
    case QEvent::ActivationChange: announceSeen(); break;
    default: break;
    }
}

}
