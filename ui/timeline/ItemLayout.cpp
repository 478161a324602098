#include "ui/timeline/ItemLayout.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace isthmus::timeline {

using namespace model;
using widgets::Words;
namespace grid = theme::grid;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::timeline::ItemLayout)
};

qreal columnWidth(qreal viewWidth)
{
    return std::max(160.0, std::min<qreal>(grid::columnWidth, viewWidth - 2 * grid::wide));
}

}

ItemLayout::ItemLayout(const Item &item, const RowSetting &setting)
    : m_item(item),
      m_setting(setting),
      m_small(theme::font(theme::TextRole::Small, setting.font)),
      m_title(theme::font(theme::TextRole::Title, setting.font))
{
    const qreal width = columnWidth(setting.width);
    m_column = QRectF((setting.width - width) / 2, 0, width, 0);
    if (setting.startsDay)
        layOutDay();
    if (setting.startsUnread)
        layOutUnreadLine();
    m_y += setting.startsGroup ? grid::unit : grid::half / 2.0;
    switch (item.kind) {
    case ItemKind::Bubble:
    case ItemKind::TitledBubble: layOutBubble(); break;
    case ItemKind::MailCard:
    case ItemKind::Unreadable: layOutCard(); break;
    case ItemKind::Notice: layOutNotice(); break;
    }
    m_height = static_cast<int>(std::ceil(m_y + grid::half / 2.0));
    if (setting.direction == Qt::RightToLeft)
        mirror();
}

TextColumn::Ink ItemLayout::ink(const QColor &text) const
{
    return {text, m_setting.theme->link, m_setting.theme->selection};
}

void ItemLayout::addRun(QRectF rect, const QString &text, const QFont &font, const QColor &colour, Qt::Alignment alignment)
{
    m_runs.push_back({rect, QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width() + 1), font, colour,
                      alignment | Qt::AlignVCenter});
}

void ItemLayout::addBlock(const QString &text, const QFont &font, QPointF origin, qreal width, const QColor &colour)
{
    if (!m_text.isEmpty())
        m_text += u'\n';
    m_blocks.push_back({TextColumn(text, font, ink(colour), width), origin, static_cast<int>(m_text.size())});
    m_text += text;
    m_y = origin.y() + m_blocks.back().column.height();
}

/// What is to be said about the message, and what was said to it.
void ItemLayout::addNotes(qreal left, qreal width)
{
    if (const QString note = noteText(m_item); !note.isEmpty())
        addBlock(note, m_small, {left, m_y}, width, m_setting.theme->textMuted);
    if (const QString signs = reactionText(m_item); !signs.isEmpty()) {
        const QFontMetricsF metrics(m_setting.font);
        addRun({left, m_y, width, metrics.height()}, signs, m_setting.font, m_setting.theme->text);
        m_y += metrics.height();
    }
}

void ItemLayout::layOutDay()
{
    const QString day = Words::day(m_item.at, m_setting.now);
    const QFontMetricsF metrics(m_small);
    const qreal text = metrics.horizontalAdvance(day) + 2 * grid::wide;
    m_y += grid::wide;
    const QRectF line(m_column.left(), m_y, m_column.width(), metrics.height());
    const QRectF middle(line.center().x() - text / 2, m_y, text, line.height());
    addRun(middle, day, m_small, m_setting.theme->textMuted, Qt::AlignHCenter);
    m_rules.push_back(QRectF(line.left(), line.center().y(), middle.left() - line.left(), 1));
    m_rules.push_back(QRectF(middle.right(), line.center().y(), line.right() - middle.right(), 1));
    m_y += line.height() + grid::unit;
}

void ItemLayout::layOutUnreadLine()
{
    const QString words = Text::tr("New messages");
    const QFontMetricsF metrics(m_small);
    m_y += grid::unit;
    addRun({m_column.left(), m_y, m_column.width(), metrics.height()}, words, m_small, m_setting.theme->accent,
           Qt::AlignHCenter);
    m_y += metrics.height() + grid::half;
}

void ItemLayout::layOutNotice()
{
    const qreal inset = grid::wide * 2;
    const QString text =
        m_item.subject.isEmpty() ? m_item.text : Text::tr("%1: %2", "notice title: text").arg(m_item.subject, m_item.text);
    const TextColumn measured(text, m_small, ink(m_setting.theme->textMuted), m_column.width() - 2 * inset);
    const qreal left = m_column.center().x() - measured.naturalWidth() / 2;
    addBlock(text, m_small, {left, m_y + grid::half}, m_column.width() - 2 * inset, m_setting.theme->textMuted);
    m_frame =
        QRectF(left - grid::unit, m_y - measured.height(), measured.naturalWidth() + 2 * grid::unit, measured.height());
    m_paper = Qt::transparent;
    m_y += grid::half;
}

/// Right to left, everything is mirrored but the insides of texts, which know their own direction.
void ItemLayout::mirror()
{
    const auto flip = [this](QRectF &rect) { rect.moveLeft(m_setting.width - rect.right()); };
    flip(m_frame);
    for (Run &run : m_runs) {
        flip(run.rect);
        if (run.alignment & Qt::AlignLeft)
            run.alignment = (run.alignment & ~Qt::AlignLeft) | Qt::AlignRight;
        else if (run.alignment & Qt::AlignRight)
            run.alignment = (run.alignment & ~Qt::AlignRight) | Qt::AlignLeft;
    }
    for (Sign &sign : m_signs)
        flip(sign.rect);
    for (QRectF &rule : m_rules)
        flip(rule);
    for (HotSpot &spot : m_hotSpots)
        flip(spot.rect);
    for (Block &block : m_blocks)
        block.origin.setX(m_setting.width - block.origin.x() - block.column.width());
    if (m_avatar)
        flip(m_avatar->first);
    if (m_body)
        flip(m_body->rect);
}

int ItemLayout::cardTextWidth(qreal viewWidth)
{
    const qreal column = columnWidth(viewWidth);
    return static_cast<int>(column - cardInset(column) - 2 * cardPadding);
}

int ItemLayout::positionAt(QPointF point) const
{
    if (m_body && point.y() >= m_body->rect.top()) {
        const bool isBelow = point.y() >= m_body->rect.bottom();
        return m_body->start
               + (isBelow ? static_cast<int>(m_setting.body->text().size()) : m_setting.body->positionAt(inBody(point)));
    }
    for (const Block &block : m_blocks) {
        const bool isLast = &block == &m_blocks.back();
        if (isLast || point.y() < block.origin.y() + block.column.height())
            return block.start + block.column.positionAt(point - block.origin);
    }
    return 0;
}

bool ItemLayout::isOverText(QPointF point) const
{
    if (m_body && m_body->rect.contains(point))
        return true;
    return std::any_of(m_blocks.begin(), m_blocks.end(), [point](const Block &block) {
        return QRectF(block.origin, QSizeF(block.column.width(), block.column.height())).contains(point);
    });
}

ItemLayout::Link ItemLayout::linkAt(QPointF point) const
{
    if (m_body && m_body->rect.contains(point)) {
        const display::Link *link = m_setting.body->linkAt(inBody(point));
        return link ? Link{QUrl(link->url), link->mismatch} : Link{};
    }
    for (const Block &block : m_blocks) {
        const QUrl url = block.column.linkAt(point - block.origin);
        if (!url.isEmpty())
            return {url, false};
    }
    return {};
}

std::vector<ItemLayout::LinkPlace> ItemLayout::links() const
{
    std::vector<LinkPlace> places;
    for (const Block &block : m_blocks) {
        for (const TextColumn::Link &link : block.column.links()) {
            LinkPlace place{{link.url, false}, block.column.text().mid(link.start, link.length), {}};
            for (const QRectF &rect : block.column.rectsOf(link.start, link.length))
                place.rects.push_back(rect.translated(block.origin));
            places.push_back(std::move(place));
        }
    }
    if (!m_body)
        return places;
    for (const CardBody::LinkPlace &found : m_setting.body->links()) {
        LinkPlace place{{QUrl(found.link->url), found.link->mismatch}, found.text.simplified(), {}};
        for (const QRect &rect : found.rects) {
            const QRectF scaled(QPointF(rect.topLeft()) * m_body->scale, QSizeF(rect.size()) * m_body->scale);
            const QRectF shown = scaled.translated(m_body->rect.topLeft()).intersected(m_body->rect);
            if (!shown.isEmpty())
                place.rects.push_back(shown);
        }
        if (place.rects.empty()) // folded away
            continue;
        if (place.text.isEmpty())
            place.text = targetText(place.link.url);
        places.push_back(std::move(place));
    }
    return places;
}

const HotSpot *ItemLayout::hotSpotAt(QPointF point) const
{
    const auto it = std::find_if(m_hotSpots.begin(), m_hotSpots.end(),
                                 [point](const HotSpot &spot) { return spot.rect.contains(point); });
    return it == m_hotSpots.end() ? nullptr : &*it;
}

void ItemLayout::paintFrame(QPainter &painter, const State &state) const
{
    if (m_paper.alpha() > 0 || m_outline.alpha() > 0) {
        painter.setPen(m_outline.alpha() > 0 ? QPen(m_outline, 1) : QPen(Qt::NoPen));
        painter.setBrush(m_paper);
        painter.drawRoundedRect(m_frame.adjusted(0.5, 0.5, -0.5, -0.5), m_radius, m_radius);
    }
    if (state.hasFocusRing) {
        painter.setPen(QPen(m_setting.theme->focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_frame.adjusted(-2, -2, 2, 2), m_radius + 2, m_radius + 2);
    }
}

void ItemLayout::paintLinkRing(QPainter &painter, int link) const
{
    const std::vector<LinkPlace> places = links();
    if (link < 0 || link >= static_cast<int>(places.size()))
        return;
    painter.setPen(QPen(m_setting.theme->focus, 2));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &rect : places[static_cast<std::size_t>(link)].rects)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), grid::half / 2.0, grid::half / 2.0);
}

void ItemLayout::paint(QPainter &painter, const QRectF &clip, const State &state) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, state);
    for (const QRectF &rule : m_rules)
        painter.fillRect(rule, m_setting.theme->line);
    if (m_avatar) {
        painter.setFont(m_setting.font);
        widgets::paintAvatar(painter, m_avatar->first, m_avatar->second, m_setting.theme->surface);
    }
    for (const HotSpot &spot : m_hotSpots) {
        if (&spot != state.hovered)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_setting.theme->selection);
        painter.drawRoundedRect(spot.rect, grid::half, grid::half);
    }
    for (const Sign &sign : m_signs)
        theme::paintGlyph(painter, sign.rect, sign.glyph, sign.colour);
    for (const Run &run : m_runs) {
        painter.setFont(run.font);
        painter.setPen(run.colour);
        theme::drawLine(painter, run.rect, run.alignment, run.text);
    }
    if (m_body)
        paintBody(painter, clip, state);
    for (const Block &block : m_blocks) {
        block.column.paint(painter, block.origin, clip, state.selectionStart - block.start,
                           state.selectionEnd - block.start);
    }
    paintLinkRing(painter, state.link);
}

}
