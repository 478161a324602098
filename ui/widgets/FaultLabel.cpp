#include "ui/widgets/FaultLabel.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/Sign.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace isthmus::widgets {

namespace {

/// A text that can be selected, also by keys, and shows that it has them.
class SelectableText final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLabel::paintEvent(event);
        if (!hasFocus())
            return;
        QPainter painter(this);
        theme::drawFocusRing(painter, rect(), palette());
    }
};

}

FaultLabel::FaultLabel(const QString &name, QWidget *parent)
    : QWidget(parent),
      m_sign(new Sign(theme::Glyph::Alert, 16, &theme::Theme::danger, this)),
      m_sentence(new QLabel(this)),
      m_unfold(new QToolButton(this)),
      m_technical(new SelectableText(this))
{
    m_sign->setVisible(false);
    m_sentence->setObjectName(QStringLiteral("faultSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    theme::setInk(*m_sentence, &theme::Theme::danger);
    m_unfold->setText(tr("Details"));
    m_unfold->setAccessibleName(tr("Details of the error: %1").arg(name));
    m_unfold->setObjectName(QStringLiteral("faultDetails"));
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setFocusPolicy(Qt::StrongFocus);
    m_unfold->setVisible(false);
    m_technical->setTextFormat(Qt::PlainText);
    m_technical->setWordWrap(true);
    m_technical->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_technical->setObjectName(QStringLiteral("faultTechnical"));
    m_technical->setFocusPolicy(Qt::StrongFocus);
    m_technical->setMargin(theme::grid::half);
    theme::setInk(*m_technical, &theme::Theme::textMuted);
    m_technical->setVisible(false);
    connect(m_unfold, &QToolButton::toggled, m_technical, &QWidget::setVisible);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(theme::grid::unit);
    layout->setVerticalSpacing(0);
    layout->addWidget(m_sign, 0, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 0, 1);
    layout->addWidget(m_unfold, 0, 2, Qt::AlignTop);
    layout->addWidget(m_technical, 1, 1, 1, 2);
    layout->setColumnStretch(1, 1);
    setMaximumHeight(0);
}

void FaultLabel::showFault(const base::Error &error, Doing doing)
{
    const QString technical = error.detail.isEmpty()
                                  ? base::faultName(error.fault)
                                  : QStringLiteral("%1: %2").arg(base::faultName(error.fault), error.detail);
    refresh(faultText(error.fault, doing).sentence(), technical);
}

void FaultLabel::showSentence(const QString &sentence)
{
    refresh(sentence, {});
}

void FaultLabel::clear()
{
    refresh({}, {});
}

QString FaultLabel::text() const
{
    return m_sentence->text();
}

void FaultLabel::refresh(const QString &sentence, const QString &technical)
{
    m_sentence->setText(sentence);
    m_technical->setText(technical);
    m_sign->setVisible(!sentence.isEmpty());
    m_unfold->setVisible(!technical.isEmpty());
    // Empty it takes no room, but stays in the tree of assistive technology.
    setMaximumHeight(sentence.isEmpty() ? 0 : QWIDGETSIZE_MAX);
    if (technical.isEmpty())
        m_unfold->setChecked(false);
}

}
