#include "ui/widgets/EmptyState.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/Sign.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace isthmus::widgets {

namespace grid = theme::grid;

namespace {

constexpr int signSide = 40;
constexpr int lineCharacters = 44; ///< a sentence in the middle is read best in short lines

}

EmptyState::EmptyState(theme::Glyph glyph, QWidget *parent)
    : QWidget(parent), m_what(new QLabel(this)), m_hint(new QLabel(this)), m_column(new QVBoxLayout)
{
    theme::setTextRole(*m_what, theme::TextRole::Title);
    theme::setInk(*m_hint, &theme::Theme::textMuted);
    for (QLabel *label : {m_what, m_hint}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *column = new QWidget(this);
    column->setMaximumWidth(fontMetrics().averageCharWidth() * lineCharacters);
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::wide);
    m_column->setSpacing(grid::unit);
    m_sign = new Sign(glyph, signSide, &theme::Theme::textMuted, column);
    m_column->addWidget(m_sign, 0, Qt::AlignHCenter);
    m_column->addWidget(m_what);
    m_column->addWidget(m_hint);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(column, 100);
    middle->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addStretch(2);
    all->addLayout(middle);
    all->addStretch(3); // a little above the middle looks like the middle
}

void EmptyState::setWords(const QString &what, const QString &hint)
{
    m_what->setText(what);
    m_hint->setText(hint);
}

void EmptyState::setGlyph(theme::Glyph glyph)
{
    m_sign->set(glyph, &theme::Theme::textMuted);
}

void EmptyState::addWidget(QWidget *widget)
{
    m_column->addSpacing(grid::unit);
    m_column->addWidget(widget, 0, Qt::AlignHCenter);
}

void paintEmptyState(QPainter &painter, const QRect &area, theme::Glyph glyph, const QString &sentence,
                     const QPalette &palette)
{
    const QColor ink = theme::Theme::of(palette).textMuted;
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = std::min(area.width() - 4 * grid::wide, metrics.averageCharWidth() * lineCharacters);
    QRect words(0, 0, width, metrics.boundingRect(QRect(0, 0, width, area.height()), Qt::TextWordWrap, sentence).height());
    const int height = signSide + grid::wide + words.height();
    const int top = area.top() + std::max(0, area.height() - height) * 2 / 5;
    words.moveTopLeft({area.center().x() - width / 2, top + signSide + grid::wide});
    theme::paintGlyph(painter, QRectF(area.center().x() - signSide / 2, top, signSide, signSide), glyph, ink);
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignHCenter | Qt::TextWordWrap, sentence);
}

}
