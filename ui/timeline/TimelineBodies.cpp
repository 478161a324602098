#include "core/display/DisplayCodec.h"
#include "ui/timeline/TimelineAccessible.h"
#include "ui/timeline/TimelineView.h"

#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>

namespace isthmus::timeline {

using namespace model;

namespace {

constexpr int askedAtOnce = 4;
constexpr std::size_t bodiesKept = 40;
constexpr qint64 octetsKept = 64LL << 20;

/// Only where it can be: what came as a chat line, or could not be read, has no HTML to show.
bool mayHaveBody(const Item &item)
{
    return item.channel == Channel::Mail && item.kind == ItemKind::MailCard;
}

/// What the person who reads must know. A mail without HTML, or nobody who could lay it out, is no verdict.
std::optional<base::Fault> verdictIn(const base::Error &error)
{
    switch (error.fault) {
    case base::Fault::Timeout:
    case base::Fault::ProtocolBroken:
    case base::Fault::TooLarge:
    case base::Fault::Malformed: return error.fault;
    default: return std::nullopt;
    }
}

}

/// Whatever the row.
engine::LayoutWish TimelineView::plainWish() const
{
    const theme::Theme &theme = theme::Theme::of(palette());
    const QFontInfo text(font());
    engine::LayoutWish wish;
    wish.width = ItemLayout::cardTextWidth(viewport()->width());
    wish.fontPixelSize = text.pixelSize();
    wish.fontFamily = text.family();
    wish.monospaceFamily = QFontInfo(QFontDatabase::systemFont(QFontDatabase::FixedFont)).family();
    wish.dark = theme.scheme != theme::Scheme::Light;
    wish.text = theme.text.rgba();
    wish.link = theme.link.rgba();
    return wish;
}

engine::LayoutWish TimelineView::wishOf(int row) const
{
    engine::LayoutWish wish = plainWish();
    // What the card could not unfold again must not be folded away.
    wish.foldQuotes = !m_unfolded.contains(item(row).id.raw) && quoteOf(item(row)) > 0;
    return wish;
}

const TimelineView::Body *TimelineView::bodyOf(ItemId id) const
{
    const auto found = std::find_if(m_bodies.begin(), m_bodies.end(), [id](const Body &body) { return body.item == id; });
    return found == m_bodies.end() ? nullptr : &*found;
}

/// Its text is shown until its layout is here, or is known not to come.
bool TimelineView::isBodyDue(int row) const
{
    const qint64 id = item(row).id.raw;
    return mayHaveBody(item(row)) && !bodyOf({id}) && !m_bodiless.contains(id);
}

std::optional<base::Fault> TimelineView::bodyFault(int row) const
{
    return m_bodiless.value(item(row).id.raw);
}

void TimelineView::askForBodies()
{
    if (!isVisible())
        return;
    std::vector<std::pair<ItemId, engine::LayoutWish>> wanted;
    for (int row = m_anchorRow; row < count() && viewTop(row) < viewport()->height(); ++row) {
        const ItemId id = item(row).id;
        if (!mayHaveBody(item(row)) || m_bodiesAsked.contains(id.raw) || m_bodiless.contains(id.raw))
            continue;
        const engine::LayoutWish wish = wishOf(row);
        const Body *known = bodyOf(id);
        if (known && known->wish == wish)
            continue;
        if (m_bodiesAsked.size() >= askedAtOnce)
            break;
        m_bodiesAsked.insert(id.raw);
        wanted.emplace_back(id, wish);
    }
    for (const auto &[id, wish] : wanted)
        Q_EMIT bodyWanted(id, wish);
}

void TimelineView::setBody(ItemId id, const engine::LayoutWish &wish, const base::Result<QByteArray> &laidOut)
{
    m_bodiesAsked.remove(id.raw);
    m_bodyTimer.start(); // the next one may be asked for
    const int row = rowOf(id);
    if (row < 0)
        return;
    // Another width is scaled until the right one comes; other colours would be unreadable.
    engine::LayoutWish now = wishOf(row);
    now.width = wish.width;
    now.foldQuotes = wish.foldQuotes;
    if (now != wish)
        return;
    auto list = laidOut ? display::decode(laidOut.value()) : base::Result<display::DisplayList>(laidOut.error());
    if (!list || list->ops.empty()) {
        const auto verdict = list ? std::nullopt : verdictIn(list.error());
        m_bodiless.insert(id.raw, verdict);
        if (verdict) {
            forget(row);
            settle();
            m_accessible->announceChanged(row);
        } else {
            noteHeightsInSight(); // its text was not the last word before
        }
        return;
    }
    std::erase_if(m_bodies, [id](const Body &body) { return body.item == id; });
    m_bodies.push_back({id, wish, std::make_shared<CardBody>(std::move(*list))});
    dropOldBodies();
    if (m_selectFrom.row <= row && row <= m_selectTo.row)
        m_selectFrom = m_selectTo = {}; // places in the text that was
    forget(row);
    settle();
}

/// Never one that is in sight: it would be asked for again at once.
void TimelineView::dropOldBodies()
{
    qint64 octets = 0;
    for (const Body &body : m_bodies)
        octets += body.body->cost();
    for (auto body = m_bodies.begin(); body != m_bodies.end();) {
        if (m_bodies.size() <= bodiesKept && octets <= octetsKept)
            return;
        const int row = rowOf(body->item);
        if (row >= 0 && rowRect(row).intersects(viewport()->rect())) {
            ++body;
            continue;
        }
        octets -= body->body->cost();
        forget(row);
        body = m_bodies.erase(body);
    }
}

}
