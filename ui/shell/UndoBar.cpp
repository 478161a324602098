#include "ui/shell/UndoBar.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace isthmus::shell {

namespace grid = theme::grid;

namespace {

constexpr int tickMs = 250;

}

UndoBar::UndoBar(base::Clock clock, QWidget *parent)
    : QWidget(parent),
      m_clock(std::move(clock)),
      m_text(new widgets::ElidedLabel(this)),
      m_undo(new QPushButton(tr("Undo"), this)),
      m_now(new QPushButton(tr("Send now"), this))
{
    setObjectName(QStringLiteral("undoBar"));
    m_text->setObjectName(QStringLiteral("undoText"));
    m_undo->setObjectName(QStringLiteral("undoSending"));
    m_undo->setAccessibleName(tr("Undo sending"));
    m_undo->setToolTip(tr("Do not send yet: back into the composer (Ctrl+Alt+Z)"));
    m_now->setObjectName(QStringLiteral("sendHeldNow"));
    m_now->setAccessibleName(tr("Send the waiting e-mail now"));
    for (QPushButton *button : {m_undo, m_now})
        button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::wide, grid::half, grid::wide, grid::half);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_now);
    connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT undoWanted(m_item); });
    connect(m_now, &QPushButton::clicked, this, [this] { Q_EMIT sendNowWanted(m_item); });
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &UndoBar::refresh);
    hide();
}

void UndoBar::setHeld(const std::optional<model::Item> &item, base::Timestamp leaves)
{
    m_item = item ? item->id : model::ItemId{};
    m_leaves = leaves;
    m_what = item ? item->subject : QString();
    if (item) {
        // Said once; the seconds are for the eye.
        m_text->setAccessibleName(tr("This e-mail waits before it leaves: %1").arg(m_what));
        refresh();
        m_tick.start();
    } else {
        m_tick.stop();
    }
    setVisible(item.has_value());
}

void UndoBar::refresh()
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_leaves - m_clock()).count();
    const int seconds = static_cast<int>(std::clamp<qint64>(left, 0, 3600));
    m_text->setText(tr("“%1” leaves in %n seconds.", nullptr, seconds).arg(m_what));
}

}
