#include "ui/widgets/Sign.h"

#include "ui/theme/Appearance.h"

#include <QPainter>

namespace isthmus::widgets {

Sign::Sign(theme::Glyph glyph, int side, QColor theme::Theme::*ink, QWidget *parent)
    : QWidget(parent), m_glyph(glyph), m_ink(ink)
{
    setFixedSize(theme::signSide(side), theme::signSide(side));
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Sign::set(theme::Glyph glyph, QColor theme::Theme::*ink)
{
    m_glyph = glyph;
    m_ink = ink;
    update();
}

void Sign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    theme::paintGlyph(painter, rect(), m_glyph, theme::Theme::of(palette()).*m_ink);
}

}
