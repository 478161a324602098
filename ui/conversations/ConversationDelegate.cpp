#include "ui/conversations/ConversationDelegate.h"

#include "ui/conversations/ConversationFilter.h"
#include "ui/conversations/RowText.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/AvatarPainter.h"
#include "ui/widgets/Words.h"

#include <QPainter>

#include <algorithm>

namespace isthmus::conversations {

using engine::ConversationRow;
using theme::Glyph;
using theme::Theme;
using widgets::Words;
namespace grid = theme::grid;

namespace {

constexpr int margin = 12;
constexpr int barWidth = 3;

/// Where things are in a row, before mirroring.
struct Places {
    QRect avatar;
    QRect name;
    QRect time;
    QRect sign;
    QRect line;
    QRect badge;
};

Places placesFor(const QRect &row, const QFontMetrics &body, const QFontMetrics &small, const QString &time,
                 const QString &badge)
{
    Places p;
    const int text = body.height() + small.height() + grid::half;
    const int top = row.top() + (row.height() - text) / 2;
    p.avatar = QRect(row.left() + margin, row.top() + (row.height() - grid::avatar) / 2, grid::avatar, grid::avatar);
    const int left = p.avatar.right() + margin;
    const int right = row.right() - margin;
    const int timeWidth = time.isEmpty() ? 0 : small.horizontalAdvance(time) + 2;
    p.time = QRect(right - timeWidth, top, timeWidth, body.height());
    p.name = QRect(left, top, p.time.left() - left - grid::unit, body.height());
    const int second = top + body.height() + grid::half;
    const int badgeWidth = badge.isEmpty() ? 0 : std::max(small.height() + 4, small.horizontalAdvance(badge) + 12);
    p.badge = QRect(right - badgeWidth, second - 1, badgeWidth, small.height() + 3);
    p.sign = QRect(left, second, small.height(), small.height());
    const int lineLeft = p.sign.right() + grid::half + 1;
    p.line = QRect(lineLeft, second, p.badge.left() - lineLeft - grid::half, small.height());
    return p;
}

void paintBadge(QPainter &painter, const QRect &rect, const QString &text, const Theme &theme, bool failed)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(failed ? theme.danger : theme.accent);
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    painter.setPen(failed ? theme.surface : theme.accentText);
    painter.drawText(rect, Qt::AlignCenter, text);
}

QString badgeText(const ConversationRow &row)
{
    if (row.failed)
        return QStringLiteral("!");
    return row.unread <= 0 ? QString() : row.unread > 99 ? QStringLiteral("99+") : QString::number(row.unread);
}

}

ConversationDelegate::ConversationDelegate(base::Clock clock, QObject *parent)
    : QStyledItemDelegate(parent), m_clock(std::move(clock))
{
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics small(theme::font(theme::TextRole::Small, option.font));
    const int text = option.fontMetrics.height() + small.height() + grid::half;
    return {200, std::max(text, grid::avatar) + 2 * margin - grid::half};
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ConversationRow row = rowOf(index);
    const Theme &theme = Theme::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QRect frame = option.rect.adjusted(grid::half, 1, -grid::half, -1);
    QFont strong = option.font;
    strong.setWeight(row.unread > 0 ? QFont::Bold : QFont::DemiBold);
    const QFont small = theme::font(theme::TextRole::Small, option.font);
    const QString time = Words::when(row.lastAt, m_clock());
    const QString badge = badgeText(row);
    Places p = placesFor(frame, QFontMetrics(strong), QFontMetrics(small), time, badge);
    for (QRect *rect : {&p.avatar, &p.name, &p.time, &p.sign, &p.line, &p.badge})
        *rect = QStyle::visualRect(option.direction, frame, *rect);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    const QColor paper = selected ? theme.selection : hovered ? theme.bubbleIn : theme.surfaceAlt;
    painter->setPen(option.state & QStyle::State_HasFocus ? QPen(theme.focus, 2) : QPen(Qt::NoPen));
    painter->setBrush(paper);
    painter->drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), grid::unit, grid::unit);
    if (selected) { // the colour alone would not tell everybody
        const QRect bar(frame.left() + 2, frame.top() + margin, barWidth, frame.height() - 2 * margin);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        painter->drawRoundedRect(QStyle::visualRect(option.direction, frame, bar), barWidth / 2.0, barWidth / 2.0);
    }

    painter->setFont(option.font);
    const auto presence = row.hasChat ? std::optional(row.presence.availability) : std::nullopt;
    widgets::paintAvatar(*painter, p.avatar, {shownName(row), row.address, presence}, paper);
    const Qt::Alignment start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const Qt::Alignment end = QStyle::visualAlignment(option.direction, Qt::AlignRight);
    painter->setFont(strong);
    painter->setPen(row.suspicious ? theme.danger : theme.text);
    theme::drawLine(*painter, p.name, start, QFontMetrics(strong).elidedText(shownName(row), Qt::ElideRight, p.name.width()));
    painter->setFont(small);
    painter->setPen(row.unread > 0 ? theme.text : theme.textMuted);
    theme::drawLine(*painter, p.time, end, time);
    QRect line = p.line;
    if (row.lastAt != base::Timestamp{} || row.hasDraft) {
        const Glyph glyph = row.suspicious                             ? Glyph::Warning
            : row.hasDraft                                             ? Glyph::Edit
            : row.lastChannel == model::Channel::Mail                  ? Glyph::Mail
                                                                       : Glyph::Chat;
        theme::paintGlyph(*painter, p.sign, glyph, theme.textMuted);
    } else {
        line = line.united(p.sign);
    }
    theme::drawLine(*painter, line, start, QFontMetrics(small).elidedText(lastLine(row), Qt::ElideRight, line.width()));
    if (!badge.isEmpty())
        paintBadge(*painter, p.badge, badge, theme, row.failed);
    painter->restore();
}

}
