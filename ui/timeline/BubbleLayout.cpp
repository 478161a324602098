#include "ui/theme/Appearance.h"
#include "ui/timeline/ItemLayout.h"
#include "ui/widgets/FaultText.h"
#include "ui/widgets/Words.h"

#include <QFontMetricsF>

#include <algorithm>

namespace isthmus::timeline {

using namespace model;
using theme::Glyph;
using widgets::Words;
namespace grid = theme::grid;

namespace {

constexpr qreal paddingX = 12;
constexpr qreal paddingY = 8;
constexpr int bubbleLines = 40; ///< beyond, the end is folded

}

std::optional<Glyph> ItemLayout::stageGlyph() const
{
    switch (m_item.delivery.stage) {
    case DeliveryStage::None: return m_item.channel == Channel::Mail ? Glyph::Mail : Glyph::Chat;
    case DeliveryStage::Held:
    case DeliveryStage::Queued:
    case DeliveryStage::Sending: return Glyph::Clock;
    case DeliveryStage::Sent: return Glyph::Check;
    case DeliveryStage::Delivered:
    case DeliveryStage::Displayed: return Glyph::CheckDouble;
    case DeliveryStage::Failed: return Glyph::Failed;
    }
    return std::nullopt;
}

QString ItemLayout::metaText() const
{
    const QString time = Words::timeOfDay(m_item.at);
    const QString words = Words::delivery(m_item);
    return QStringLiteral("%1 · %2").arg(words.isEmpty() ? Words::channel(m_item.channel) : words, time);
}

/// The last line of a bubble or card: sign, route and state in words, time.
void ItemLayout::layOutMeta(qreal right, qreal bottom, qreal left)
{
    const theme::Theme &t = *m_setting.theme;
    const QFontMetricsF metrics(m_small);
    const bool failed = m_item.delivery.stage == DeliveryStage::Failed;
    const QColor colour = failed ? t.danger : t.textMuted;
    const qreal width = std::min(metrics.horizontalAdvance(metaText()) + 1, right - left);
    const QRectF rect(right - width, bottom - metrics.height(), width, metrics.height());
    addRun(rect, metaText(), m_small, colour, Qt::AlignRight);
    if (const auto glyph = stageGlyph()) {
        const bool read = m_item.delivery.stage == DeliveryStage::Displayed;
        const qreal side = std::round(metrics.height());
        m_signs.push_back(
            {QRectF(rect.left() - side - grid::half / 2.0, rect.top(), side, side), *glyph, read ? t.accent : colour});
    }
}

/// Why an own message failed, or was put off, and what can be done, below it.
void ItemLayout::addFailure(QPointF origin, qreal width)
{
    const bool failed = m_item.delivery.stage == DeliveryStage::Failed;
    const theme::Theme &t = *m_setting.theme;
    const auto fault = widgets::faultText(m_item.delivery.error ? m_item.delivery.error->fault : base::Fault::Rejected,
                                          widgets::Doing::Sending);
    QString words = fault.sentence();
    if (!m_item.delivery.serverText.isEmpty())
        words += QStringLiteral(" “%1”").arg(m_item.delivery.serverText);
    addBlock(words, m_small, origin, width, failed ? t.danger : t.textMuted);
    addChoices(origin.x(),
               failed ? std::vector{ItemAction::Retry, ItemAction::OtherChannel} : std::vector{ItemAction::Retry});
}

/// What the user can do now, side by side.
void ItemLayout::addChoices(qreal left, const std::vector<ItemAction> &actions)
{
    const theme::Theme &t = *m_setting.theme;
    m_y += grid::half;
    const QFontMetricsF metrics(m_setting.font);
    qreal x = left;
    for (const ItemAction action : actions) {
        const QString text = actionText(action, m_item);
        const QRectF rect(x, m_y, metrics.horizontalAdvance(text) + 2 * grid::unit, metrics.height() + grid::unit);
        addRun(rect, text, m_setting.font, t.link, Qt::AlignHCenter);
        m_hotSpots.push_back({rect, action, {}});
        x = rect.right() + grid::unit;
    }
    m_y += metrics.height() + grid::unit;
}

void ItemLayout::layOutBubble()
{
    const theme::Theme &t = *m_setting.theme;
    const bool own = m_item.direction == Direction::Outgoing;
    const qreal gutter = own ? 0 : grid::avatar + grid::unit;
    const qreal most = std::min<qreal>(grid::bubbleWidth, m_column.width() - gutter - grid::wide * 2) - 2 * paddingX;
    FoldedText folded = foldText(m_item.text, bubbleLines);
    m_foldable = folded.foldedLines > 0;
    if (m_setting.portions > 0) {
        folded = portionOf(m_item.text, m_setting.portions);
        m_hasMore = folded.foldedLines > 0;
    }

    // Measure first: a bubble is as wide as its widest line, and own bubbles end at the right.
    const QFontMetricsF small(m_small);
    const qreal sign = stageGlyph() ? small.height() + grid::half : 0;
    const qreal meta = small.horizontalAdvance(metaText()) + sign + 1;
    const TextColumn text(folded.shown, m_setting.font, ink(t.text), most);
    qreal inner = std::max({text.naturalWidth(), meta, 40.0});
    if (m_item.kind == ItemKind::TitledBubble)
        inner = std::max(inner, TextColumn(m_item.subject, m_title, ink(t.text), most).naturalWidth());
    if (!m_item.replyQuote.isEmpty())
        inner = std::max(inner, small.horizontalAdvance(m_item.replyQuote) + grid::unit);
    const QString note = noteText(m_item);
    std::vector<ItemAction> choices = actionsFor(m_item, false);
    std::erase_if(choices,
                  [](ItemAction action) { return action != ItemAction::AcceptFile && action != ItemAction::DeclineFile; });
    const bool hasNotes = !note.isEmpty() || !m_item.reactions.empty();
    if (folded.foldedLines > 0 || !m_item.attachments.empty())
        inner = std::max(inner, 240.0);
    if (hasNotes) {
        inner = std::max({inner, small.horizontalAdvance(note) + 1,
                          QFontMetricsF(m_setting.font).horizontalAdvance(reactionText(m_item)) + 1});
    }
    inner = std::ceil(std::min(inner, most));
    // The time goes beside the last line where there is room, as it does in every chat program.
    // Not where the text runs the other way and would end on the time's side.
    const bool sameWay = folded.shown.isRightToLeft() == (m_setting.direction == Qt::RightToLeft);
    const bool metaBeside = sameWay && !hasNotes && m_item.attachments.empty() && folded.foldedLines == 0
                            && text.lastLineWidth() + meta + grid::wide
                                   <= std::max(inner, std::min(most, text.lastLineWidth() + meta + grid::wide));
    if (metaBeside)
        inner = std::max(inner, std::ceil(text.lastLineWidth() + meta + grid::wide));

    const qreal width = inner + 2 * paddingX;
    const qreal left = own ? m_column.right() - width : m_column.left() + gutter;
    const qreal top = m_y;
    m_y += paddingY;
    if (!m_item.replyQuote.isEmpty()) {
        m_rules.push_back(QRectF(left + paddingX, m_y, 2, small.height()));
        addRun({left + paddingX + grid::unit, m_y, inner - grid::unit, small.height()}, m_item.replyQuote, m_small,
               t.textMuted);
        m_y += small.height() + grid::half;
    }
    if (m_item.kind == ItemKind::TitledBubble) {
        addBlock(m_item.subject, m_title, {left + paddingX, m_y}, inner, t.text);
        m_y += grid::half / 2.0;
    }
    if (!folded.shown.isEmpty()) // a file alone needs no empty line above it
        addBlock(folded.shown, m_setting.font, {left + paddingX, m_y}, inner + 1, t.text);
    if (m_foldable)
        addFold(folded.foldedLines > 0 ? foldWords(folded) : foldWords({}), left + paddingX, inner);
    addFiles(left + paddingX, inner);
    addNotes(left + paddingX, inner);
    if (!choices.empty())
        addChoices(left + paddingX, choices);
    if (!metaBeside)
        m_y += small.height();
    layOutMeta(left + width - paddingX, m_y, left + paddingX);
    m_y += paddingY;

    m_frame = QRectF(left, top, width, m_y - top);
    m_radius = std::min<qreal>(grid::bubbleRadius, m_frame.height() / 2);
    m_paper = own ? t.bubbleOut : t.bubbleIn;
    m_outline = t.bubbleLine;
    if (!own && m_setting.startsGroup) {
        m_avatar = std::pair(QRectF(m_column.left(), top, grid::avatar, grid::avatar),
                             widgets::AvatarFace{m_setting.person, m_setting.address, std::nullopt});
        m_y = std::max(m_y, top + grid::avatar);
    }
    if (m_item.delivery.stage == DeliveryStage::Failed || isDeferred(m_item))
        addFailure({m_column.right() - std::min(most, m_column.width()), m_y + grid::half},
                   std::min(most, m_column.width()));
}

}
