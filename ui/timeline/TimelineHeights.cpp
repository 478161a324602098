#include "core/base/Sha256.h"
#include "ui/timeline/TimelineView.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFontMetricsF>
#include <QLocale>
#include <QScrollBar>

#include <cstring>

namespace isthmus::timeline {

using namespace model;

namespace {

constexpr int highest = 10'000'000; ///< of a row, pixels: what a file says is checked before it is believed

}

/// All that a row's height depends on besides its item, in one number that is the same at the next start.
std::int64_t TimelineView::form() const
{
    if (m_form)
        return *m_form;
    QByteArray all;
    QDataStream stream(&all, QIODevice::WriteOnly);
    const QFontMetricsF metrics(font());
    const engine::LayoutWish wish = plainWish();
    // The version, because every release may lay out otherwise; the metrics, because a font of the same name may change.
    stream << ItemLayout::version << QCoreApplication::applicationVersion() << viewport()->width() << devicePixelRatioF()
           << font().toString() << metrics.height() << metrics.lineSpacing() << metrics.averageCharWidth() << wish.width
           << wish.fontPixelSize << wish.fontFamily << wish.monospaceFamily
           << static_cast<int>(theme::Theme::of(palette()).scheme) << static_cast<int>(layoutDirection())
           << QLocale().uiLanguages();
    const QByteArray digest = base::sha256(all);
    std::int64_t number = 0;
    std::memcpy(&number, digest.constData(), sizeof number);
    m_form = number;
    return number;
}

void TimelineView::learnHeights(const std::vector<RowHeight> &heights)
{
    for (const RowHeight &one : heights) {
        // What was measured since is newer.
        if (one.height > 0 && one.height < highest && !m_unkept.contains(one.item.raw))
            m_known.insert(one.item.raw, one);
    }
}

void TimelineView::useKnownHeights(int first, int count)
{
    if (m_known.isEmpty())
        return;
    for (int row = first; row < first + count; ++row) {
        const auto known = m_known.constFind(item(row).id.raw);
        if (known != m_known.constEnd() && known->form == form())
            m_heights.set(row, known->height);
    }
}

void TimelineView::noteHeightsInSight()
{
    // Its coming or going changes the width.
    if (verticalScrollBar()->isVisible() != (verticalScrollBar()->maximum() > 0))
        return;
    for (int row = m_anchorRow; row < count() && viewTop(row) < viewport()->height(); ++row)
        noteHeight(row);
}

/// Only what the row will be like when it is opened again: not unfolded, without the line above what is unread, and
/// with the mail as its sender laid it out, if that is still to come.
void TimelineView::noteHeight(int row)
{
    const Item &item = this->item(row);
    if (!m_layouts.contains(item.id.raw) || m_unfolded.contains(item.id.raw) || m_firstUnread == item.id || isBodyDue(row))
        return;
    const RowHeight measured{item.id, form(), m_heights.height(row)};
    RowHeight &known = m_known[item.id.raw];
    if (known == measured)
        return;
    known = measured;
    m_unkept.insert(item.id.raw);
}

std::vector<RowHeight> TimelineView::takeMeasuredHeights()
{
    std::vector<RowHeight> taken;
    taken.reserve(static_cast<std::size_t>(m_unkept.size()));
    for (const qint64 id : std::exchange(m_unkept, {}))
        taken.push_back(m_known.value(id));
    return taken;
}

}
