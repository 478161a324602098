#pragma once

#include "ui/widgets/AvatarPainter.h"

#include <QWidget>

namespace isthmus::widgets {

/// An avatar as a widget, `side` logical pixels wide and high. Not focusable; its name for
/// screen readers is the person's name and presence.
class Avatar final : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(int side, QWidget *parent = nullptr);
    void setFace(const AvatarFace &face);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AvatarFace m_face;
};

}
