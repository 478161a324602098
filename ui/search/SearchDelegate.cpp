#include "ui/search/SearchDelegate.h"

#include "ui/search/SearchModel.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/AvatarPainter.h"
#include "ui/widgets/ListView.h"
#include "ui/widgets/Words.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace isthmus::search {

using engine::SearchHit;
using theme::Glyph;
using theme::Theme;
using widgets::Words;
namespace grid = theme::grid;

namespace {

constexpr int margin = 12;

/// One line, with the marked places in bold; what does not fit is cut off by the clip.
void paintExcerpt(QPainter &painter, const QRect &rect, const QString &prefix, const SearchHit &hit, const QFont &font,
                  const Theme &theme, Qt::LayoutDirection direction)
{
    const auto lay = [&](QTextLayout &layout, const QString &text) {
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        option.setTextDirection(hit.excerpt.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        option.setAlignment(QStyle::visualAlignment(direction, Qt::AlignLeft));
        layout.setText(text);
        layout.setTextOption(option);
        QList<QTextLayout::FormatRange> ranges;
        for (const auto &[start, length] : hit.marks) {
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(prefix.size()) + start;
            range.length = length;
            range.format.setFontWeight(QFont::Bold);
            range.format.setForeground(theme.text);
            if (range.start + range.length <= text.size())
                ranges.append(range);
        }
        layout.setFormats(ranges);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(rect.width());
        layout.endLayout();
        return line.naturalTextWidth() <= rect.width();
    };
    const QString whole = prefix + hit.excerpt;
    QTextLayout layout(whole, font);
    if (!lay(layout, whole)) {
        // The marks are wider than other letters: what fits is found by trying.
        qsizetype fits = 0;
        qsizetype tooMuch = whole.size();
        while (tooMuch - fits > 1) {
            const qsizetype tried = (fits + tooMuch) / 2;
            (lay(layout, whole.left(tried) + u'…') ? fits : tooMuch) = tried;
        }
        lay(layout, whole.left(fits) + u'…');
    }
    painter.save();
    painter.setClipRect(rect);
    painter.setPen(theme.textMuted);
    layout.draw(&painter, rect.topLeft());
    painter.restore();
}

}

SearchDelegate::SearchDelegate(base::Clock clock, QObject *parent) : QStyledItemDelegate(parent), m_clock(std::move(clock))
{}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics small(theme::font(theme::TextRole::Small, option.font));
    return {200, option.fontMetrics.height() + 2 * small.height() + grid::unit + 2 * margin - grid::half};
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SearchHit &hit = static_cast<const SearchModel *>(index.model())->hit(index.row());
    const Theme &theme = Theme::of(option.palette);
    const QRect frame = widgets::rowFrame(option.rect);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    const QFont small = theme::font(theme::TextRole::Small, option.font);
    const QFontMetrics body(strong);
    const QFontMetrics fine(small);
    const QString time = Words::when(hit.at, m_clock());

    const int left = frame.left() + margin + grid::avatar + margin;
    const int right = frame.right() - margin;
    const int lines = hit.subject.isEmpty() ? 1 : 2;
    const int top = frame.top() + (frame.height() - body.height() - lines * (fine.height() + grid::half)) / 2;
    const int timeWidth = fine.horizontalAdvance(time) + 2;
    const int second = top + body.height() + grid::half;
    const int lineLeft = left + fine.height() + grid::half;
    const auto place = [&](int x, int y, int width, int height) {
        return QStyle::visualRect(option.direction, frame, QRect(x, y, width, height));
    };

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    const QColor paper = widgets::paintRow(*painter, option, theme.surface);
    painter->setFont(option.font);
    widgets::paintAvatar(
        *painter,
        place(frame.left() + margin, frame.top() + (frame.height() - grid::avatar) / 2, grid::avatar, grid::avatar),
        {hit.name, hit.address, std::nullopt}, paper);
    const Qt::Alignment start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    painter->setFont(strong);
    painter->setPen(theme.text);
    const QRect name = place(left, top, right - timeWidth - left - grid::unit, body.height());
    theme::drawLine(*painter, name, start, body.elidedText(hit.name, Qt::ElideRight, name.width()));
    painter->setFont(small);
    painter->setPen(theme.textMuted);
    theme::drawLine(*painter, place(right - timeWidth, top, timeWidth, body.height()),
                    QStyle::visualAlignment(option.direction, Qt::AlignRight), time);
    theme::paintGlyph(*painter, place(left, second, fine.height(), fine.height()),
                      hit.channel == model::Channel::Mail ? Glyph::Mail : Glyph::Chat, theme.textMuted);
    const QString prefix = hit.direction == model::Direction::Outgoing ? tr("You: %1").arg(QString()) : QString();
    const QRect beside = place(lineLeft, second, right - lineLeft, fine.height());
    if (hit.subject.isEmpty()) {
        paintExcerpt(*painter, beside, prefix, hit, small, theme, option.direction);
    } else {
        painter->setPen(theme.text);
        theme::drawLine(*painter, beside, start, fine.elidedText(prefix + hit.subject, Qt::ElideRight, beside.width()));
        paintExcerpt(*painter, place(left, second + fine.height() + grid::half, right - left, fine.height()), {}, hit, small,
                     theme, option.direction);
    }
    painter->restore();
}

}
