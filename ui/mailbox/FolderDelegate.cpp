#include "ui/mailbox/FolderDelegate.h"

#include "ui/mailbox/MailModels.h"
#include "ui/mailbox/MailText.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/ListView.h"

#include <QPainter>

namespace isthmus::mailbox {

using engine::FolderRow;
using theme::Glyph;
using theme::Theme;
namespace grid = theme::grid;

namespace {

constexpr int margin = 12;

Glyph glyphOf(const FolderRow &row)
{
    if (row.isAccount())
        return Glyph::Filter;
    return row.folder.specialUse == QLatin1String("\\Sent")      ? Glyph::Send
           : row.folder.specialUse == QLatin1String("\\Archive") ? Glyph::Archive
                                                                 : Glyph::Mail;
}

int headingHeight(const QFont &font)
{
    return QFontMetrics(theme::font(theme::TextRole::Small, font)).height() + margin;
}

int rowHeight(const QFont &font)
{
    return QFontMetrics(font).height() + margin;
}

}

QSize FolderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int heading = folderOf(index).isAccount() ? headingHeight(option.font) : 0;
    return {120, rowHeight(option.font) + heading};
}

void FolderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FolderRow row = folderOf(index);
    const Theme &theme = Theme::of(option.palette);
    const QFont small = theme::font(theme::TextRole::Small, option.font);
    const QFontMetrics smallMetrics(small);
    const Qt::Alignment start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    QStyleOptionViewItem cell = option;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    if (row.isAccount()) {
        const QRect heading(cell.rect.left() + margin, cell.rect.top() + grid::half, cell.rect.width() - 2 * margin,
                            smallMetrics.height());
        painter->setFont(small);
        painter->setPen(theme.textMuted);
        theme::drawLine(*painter, heading, start,
                        smallMetrics.elidedText(accountName(row), Qt::ElideMiddle, heading.width()));
        cell.rect.setTop(cell.rect.top() + headingHeight(option.font));
    }
    widgets::paintRow(*painter, cell);

    const QRect frame = widgets::rowFrame(cell.rect);
    QFont strong = option.font;
    strong.setWeight(row.folder.unread > 0 ? QFont::DemiBold : QFont::Normal);
    const QString badge = widgets::badgeText(row.folder.unread);
    const int badgeWidth = widgets::badgeWidth(badge, smallMetrics);
    const int side = QFontMetrics(option.font).ascent();
    const QRect sign(frame.left() + margin, frame.center().y() - side / 2, side, side);
    const QRect disc(frame.right() - grid::unit - badgeWidth, frame.center().y() - smallMetrics.height() / 2 - 1, badgeWidth,
                     smallMetrics.height() + 3);
    const QRect name(sign.right() + grid::unit, frame.top(), disc.left() - sign.right() - grid::unit - grid::half,
                     frame.height());
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, frame, rect); };
    theme::paintGlyph(*painter, placed(sign), glyphOf(row), theme.textMuted);
    painter->setFont(strong);
    painter->setPen(theme.text);
    theme::drawLine(*painter, placed(name), start | Qt::AlignVCenter,
                    QFontMetrics(strong).elidedText(folderName(row), Qt::ElideRight, name.width()));
    painter->setFont(small);
    if (!badge.isEmpty())
        widgets::paintBadge(*painter, placed(disc), badge, theme);
    painter->restore();
}

}
