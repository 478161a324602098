#include "ui/conversations/ConversationDelegate.h"

#include "ui/conversations/ConversationFilter.h"
#include "ui/conversations/RowText.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/AvatarPainter.h"
#include "ui/widgets/ListView.h"
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
    const int badgeWidth = widgets::badgeWidth(badge, small);
    p.badge = QRect(right - badgeWidth, second - 1, badgeWidth, small.height() + 3);
    p.sign = QRect(left, second, small.height(), small.height());
    const int lineLeft = p.sign.right() + grid::half + 1;
    p.line = QRect(lineLeft, second, p.badge.left() - lineLeft - grid::half, small.height());
    return p;
}

QString badgeText(const ConversationRow &row)
{
    return row.failed ? QStringLiteral("!") : widgets::badgeText(row.unread);
}

}

ConversationDelegate::ConversationDelegate(base::Clock clock, QObject *parent)
    : QStyledItemDelegate(parent), m_clock(std::move(clock))
{}

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
    const QRect frame = widgets::rowFrame(option.rect);
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
    const QColor paper = widgets::paintRow(*painter, option);
    painter->setFont(option.font);
    const auto presence = row.hasChat ? std::optional(row.presence.availability) : std::nullopt;
    widgets::paintAvatar(*painter, p.avatar, {shownName(row), row.address, presence}, paper);
    const Qt::Alignment start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const Qt::Alignment end = QStyle::visualAlignment(option.direction, Qt::AlignRight);
    painter->setFont(strong);
    painter->setPen(row.suspicious ? theme.danger : theme.text);
    theme::drawLine(*painter, p.name, start,
                    QFontMetrics(strong).elidedText(shownName(row), Qt::ElideRight, p.name.width()));
    painter->setFont(small);
    painter->setPen(row.unread > 0 ? theme.text : theme.textMuted);
    theme::drawLine(*painter, p.time, end, time);
    QRect line = p.line;
    if (row.lastAt != base::Timestamp{} || row.hasDraft) {
        const Glyph glyph = row.suspicious                            ? Glyph::Warning
                            : row.hasDraft                            ? Glyph::Edit
                            : row.lastChannel == model::Channel::Mail ? Glyph::Mail
                                                                      : Glyph::Chat;
        theme::paintGlyph(*painter, p.sign, glyph, theme.textMuted);
    } else {
        line = line.united(p.sign);
    }
    theme::drawLine(*painter, line, start, QFontMetrics(small).elidedText(lastLine(row), Qt::ElideRight, line.width()));
    if (!badge.isEmpty())
        widgets::paintBadge(*painter, p.badge, badge, theme, row.failed);
    painter->restore();
}

}
