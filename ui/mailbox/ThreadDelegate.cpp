#include "ui/mailbox/ThreadDelegate.h"

#include "ui/mailbox/MailModels.h"
#include "ui/mailbox/MailText.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/AvatarPainter.h"
#include "ui/widgets/ListView.h"
#include "ui/widgets/Words.h"

#include <QPainter>

namespace isthmus::mailbox {

using engine::ThreadRow;
using theme::Theme;
using widgets::Words;
namespace grid = theme::grid;

namespace {

constexpr int margin = 12;

/// Where things are in a row, before mirroring.
struct Places {
    QRect avatar;
    QRect person;
    QRect time;
    QRect subject;
    QRect badge;
    QRect files;
    QRect excerpt;
};

struct Signs {
    QString time;
    QString badge;
    bool hasFiles = false;
};

Places placesFor(const QRect &row, const QFontMetrics &body, const QFontMetrics &small, const Signs &words)
{
    Places p;
    const int text = 2 * body.height() + small.height() + grid::half;
    const int top = row.top() + (row.height() - text) / 2;
    p.avatar = QRect(row.left() + margin, top, grid::avatar, grid::avatar);
    const int left = p.avatar.right() + margin;
    const int right = row.right() - margin;
    const int timeWidth = small.horizontalAdvance(words.time) + 2;
    p.time = QRect(right - timeWidth, top, timeWidth, body.height());
    p.person = QRect(left, top, p.time.left() - left - grid::unit, body.height());
    const int second = top + body.height() + grid::half / 2;
    const int badge = widgets::badgeWidth(words.badge, small);
    p.badge = QRect(right - badge, second + (body.height() - small.height()) / 2 - 1, badge, small.height() + 3);
    p.subject = QRect(left, second, p.badge.left() - left - (badge > 0 ? grid::half : 0), body.height());
    const int third = second + body.height() + grid::half / 2;
    const int sign = words.hasFiles ? small.height() : 0;
    p.files = QRect(right - sign, third, sign, sign);
    p.excerpt = QRect(left, third, p.files.left() - left - (sign > 0 ? grid::half : 0), small.height());
    return p;
}

/// The count of a thread stands behind whose it is.
QString heading(const ThreadRow &row)
{
    return row.count > 1 ? QStringLiteral("%1 (%2)").arg(personText(row)).arg(row.count) : personText(row);
}

}

ThreadDelegate::ThreadDelegate(base::Clock clock, QObject *parent) : QStyledItemDelegate(parent), m_clock(std::move(clock))
{}

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics small(theme::font(theme::TextRole::Small, option.font));
    return {200, 2 * option.fontMetrics.height() + small.height() + grid::half + 2 * margin - grid::half};
}

void ThreadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThreadRow row = threadOf(index);
    const Theme &theme = Theme::of(option.palette);
    const QRect frame = widgets::rowFrame(option.rect);
    QFont strong = option.font;
    strong.setWeight(row.unread > 0 ? QFont::Bold : QFont::DemiBold);
    QFont body = option.font;
    body.setWeight(row.unread > 0 ? QFont::DemiBold : QFont::Normal);
    const QFont small = theme::font(theme::TextRole::Small, option.font);
    const Signs words{Words::when(row.at, m_clock()), widgets::badgeText(row.unread), row.hasFiles};
    Places p = placesFor(frame, QFontMetrics(strong), QFontMetrics(small), words);
    for (QRect *rect : {&p.avatar, &p.person, &p.time, &p.subject, &p.badge, &p.files, &p.excerpt})
        *rect = QStyle::visualRect(option.direction, frame, *rect);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    const QColor paper = widgets::paintRow(*painter, option);
    painter->setFont(option.font);
    const auto presence = row.hasChat ? std::optional(row.presence.availability) : std::nullopt;
    const QString face = row.suspicious ? personText(row) : row.name;
    widgets::paintAvatar(*painter, p.avatar, {face, row.address, presence}, paper);
    const Qt::Alignment start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const auto write = [&](const QRect &rect, const QFont &font, const QColor &ink, const QString &text,
                           Qt::Alignment side) {
        painter->setFont(font);
        painter->setPen(ink);
        theme::drawLine(*painter, rect, side, QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    };
    write(p.person, strong, row.suspicious ? theme.danger : theme.text, heading(row), start);
    write(p.subject, body, theme.text, subjectText(row), start);
    write(p.excerpt, small, theme.textMuted, row.excerpt, start);
    write(p.time, small, row.unread > 0 ? theme.text : theme.textMuted, words.time,
          QStyle::visualAlignment(option.direction, Qt::AlignRight));
    if (row.hasFiles)
        theme::paintGlyph(*painter, p.files, theme::Glyph::Attachment, theme.textMuted);
    if (!words.badge.isEmpty())
        widgets::paintBadge(*painter, p.badge, words.badge, theme);
    painter->restore();
}

}
