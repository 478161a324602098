#include "ui/widgets/AvatarPainter.h"

#include "core/engine/Reach.h"
#include "ui/theme/AvatarColour.h"
#include "ui/theme/Theme.h"

#include <QGuiApplication>
#include <QPainterPath>

namespace isthmus::widgets {

using model::Availability;

AvatarFace faceOf(const model::Contact &contact)
{
    const bool hasChat = contact.firstChat() != nullptr;
    return {contact.name, engine::faceAddress(contact),
            hasChat ? std::optional(contact.presence.availability) : std::nullopt};
}

void paintPresence(QPainter &painter, const QRectF &square, Availability availability, const QColor &paper)
{
    const theme::Theme &theme = theme::Theme::of(QGuiApplication::palette());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    const qreal gap = square.width() / 5;
    painter.drawEllipse(square.adjusted(-gap, -gap, gap, gap));

    const qreal pen = square.width() / 5;
    const QRectF ring = square.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    QPainterPath disc;
    disc.addEllipse(square);
    switch (availability) {
    case Availability::Online: painter.fillPath(disc, theme.success); break;
    case Availability::Away:
    case Availability::ExtendedAway: {
        QPainterPath bite;
        bite.addEllipse(square.translated(square.width() * 0.38, -square.height() * 0.28));
        painter.fillPath(disc.subtracted(bite), theme.warning);
        break;
    }
    case Availability::DoNotDisturb:
        painter.fillPath(disc, theme.danger);
        painter.fillRect(QRectF(square.left() + square.width() * 0.22, square.center().y() - square.height() * 0.1,
                                square.width() * 0.56, square.height() * 0.2),
                         paper);
        break;
    case Availability::Offline:
    case Availability::Unknown: {
        QPen outline(theme.textMuted, pen);
        outline.setCapStyle(Qt::FlatCap); // square ends would close the gaps
        if (availability == Availability::Unknown)
            outline.setDashPattern({1.0, 1.2});
        painter.setPen(outline);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(ring);
        break;
    }
    }
    painter.restore();
}

void paintAvatar(QPainter &painter, const QRectF &square, const AvatarFace &face, const QColor &paper)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::avatarColour(face.address.isEmpty() ? face.name : face.address));
    painter.drawEllipse(square);
    QFont font = painter.font();
    font.setPixelSize(qMax(8, qRound(square.height() * 0.4)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(square, Qt::AlignCenter, theme::initials(face.name, face.address));
    painter.restore();
    if (!face.presence)
        return;
    const qreal side = qMax(8.0, square.width() * 0.28);
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    QRectF mark(0, 0, side, side);
    mark.moveBottom(square.bottom() + 1);
    mark.moveLeft(mirrored ? square.left() - 1 : square.right() - side + 1);
    paintPresence(painter, mark, *face.presence, paper);
}

}
