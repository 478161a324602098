#include "ui/widgets/Avatar.h"

#include "ui/widgets/Words.h"

namespace isthmus::widgets {

Avatar::Avatar(int side, QWidget *parent) : QWidget(parent)
{
    setFixedSize(side, side);
}

void Avatar::setFace(const AvatarFace &face)
{
    m_face = face;
    const QString name = face.name.isEmpty() ? face.address : face.name;
    setAccessibleName(face.presence ? tr("%1, %2").arg(name, Words::presence(*face.presence)) : name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintAvatar(painter, QRectF(rect()).adjusted(1, 1, -2, -2), m_face, palette().color(backgroundRole()));
}

}
