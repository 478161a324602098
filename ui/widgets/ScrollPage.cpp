#include "ui/widgets/ScrollPage.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace isthmus::widgets {

ScrollPage::ScrollPage(QWidget *page, QWidget *parent) : QScrollArea(parent)
{
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page->installEventFilter(this);
}

QSize ScrollPage::minimumSizeHint() const
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
}

bool ScrollPage::eventFilter(QObject *object, QEvent *event)
{
    const bool isFiltered = QScrollArea::eventFilter(object, event);
    if (object == widget() && event->type() == QEvent::LayoutRequest) {
        fit();
        updateGeometry();
    }
    return isFiltered;
}

void ScrollPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void ScrollPage::fit()
{
    const QLayout *layout = widget()->layout();
    const int width = std::max(viewport()->width(), widget()->minimumSizeHint().width());
    if (layout->hasHeightForWidth())
        widget()->setMinimumHeight(layout->totalHeightForWidth(width));
}

void Panel::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = theme::Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::grid::cardRadius, theme::grid::cardRadius);
}

}
