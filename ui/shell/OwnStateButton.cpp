#include "ui/shell/OwnStateButton.h"

#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"

#include <QPainter>
#include <QStyle>

namespace isthmus::shell {

namespace grid = theme::grid;
using theme::TextRole;

OwnStateButton::OwnStateButton(QWidget *parent) : QToolButton(parent)
{
    setObjectName(QStringLiteral("ownState"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OwnStateButton::show(const widgets::AvatarFace &face, const QString &words)
{
    if (face == m_face && words == m_words)
        return;
    m_face = face;
    m_words = words;
    setAccessibleName(tr("My state: %1, %2", "state, own address").arg(words, face.name));
    setToolTip(tr("What your contacts see of you"));
    update();
}

QSize OwnStateButton::sizeHint() const
{
    const int lines = QFontMetrics(theme::font(TextRole::Body, font())).height()
                      + QFontMetrics(theme::font(TextRole::Small, font())).height();
    return {grid::avatarSmall + fontMetrics().averageCharWidth() * 20, std::max(grid::avatarSmall, lines) + grid::unit};
}

QSize OwnStateButton::minimumSizeHint() const
{
    return {grid::avatarSmall + fontMetrics().averageCharWidth() * 10, sizeHint().height()};
}

void OwnStateButton::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = theme::Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool isLifted = underMouse() || isDown();
    const QColor paper = isLifted ? theme.selection : palette().color(QPalette::Window);
    if (isLifted || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.focus, 2) : QPen(Qt::NoPen));
        painter.setBrush(paper);
        painter.drawRoundedRect(frame, grid::half, grid::half);
    }
    const auto mirrored = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const Qt::Alignment before = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const QRect face(grid::unit, (height() - grid::avatarSmall) / 2, grid::avatarSmall, grid::avatarSmall);
    widgets::paintAvatar(painter, mirrored(face), m_face, paper);

    const QFont large = theme::font(TextRole::Body, font());
    const QFont small = theme::font(TextRole::Small, font());
    const int chevron = theme::signSide(12);
    const int left = grid::avatarSmall + 2 * grid::unit;
    const int width = this->width() - left - chevron - 2 * grid::unit;
    const int lines = QFontMetrics(large).height() + QFontMetrics(small).height();
    const QRect name(left, (height() - lines) / 2, width, QFontMetrics(large).height());
    const QRect state(left, name.bottom() + 1, width, QFontMetrics(small).height());
    painter.setFont(large);
    painter.setPen(theme.text);
    theme::drawLine(painter, mirrored(name), before, QFontMetrics(large).elidedText(m_face.name, Qt::ElideRight, width));
    painter.setFont(small);
    painter.setPen(isLifted ? theme.text : theme.textMuted);
    theme::drawLine(painter, mirrored(state), before, QFontMetrics(small).elidedText(m_words, Qt::ElideRight, width));
    const QRect sign(this->width() - chevron - grid::unit - grid::half, (height() - chevron) / 2, chevron, chevron);
    theme::paintGlyph(painter, mirrored(sign), theme::Glyph::ChevronDown, isLifted ? theme.text : theme.textMuted);
}

}
