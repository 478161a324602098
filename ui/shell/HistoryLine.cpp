#include "ui/shell/HistoryLine.h"

#include "ui/theme/Appearance.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace isthmus::shell {

namespace grid = theme::grid;

HistoryLine::HistoryLine(QWidget *parent)
    : QWidget(parent), m_words(new widgets::ElidedLabel(this)), m_bar(new QProgressBar(this)), m_pause(new QToolButton(this))
{
    setObjectName(QStringLiteral("historyLine"));
    m_words->setObjectName(QStringLiteral("historyWords"));
    theme::setTextRole(*m_words, theme::TextRole::Small);
    theme::setInk(*m_words, &theme::Theme::textMuted);
    m_bar->setObjectName(QStringLiteral("historyBar"));
    m_bar->setAccessibleName(tr("Older messages that are here"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(theme::signSide(120), grid::unit);
    m_pause->setObjectName(QStringLiteral("pauseHistory"));
    m_pause->setAutoRaise(true);
    m_pause->setFocusPolicy(Qt::StrongFocus);
    theme::setTextRole(*m_pause, theme::TextRole::Small);
    connect(m_pause, &QToolButton::clicked, this, [this] { Q_EMIT pauseWanted(!m_paused); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::seconds(1));
    connect(&m_soon, &QTimer::timeout, this, &HistoryLine::refresh);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::unit + grid::half, 0, grid::wide, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_bar);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_pause);
    hide();
}

void HistoryLine::setWaiting(const engine::History::Waiting &waiting, bool paused)
{
    const bool isCountAlone = waiting.isOpen && isVisibleTo(parentWidget()) && paused == m_paused;
    m_waiting = waiting;
    m_paused = paused;
    m_most = waiting.isOpen ? std::max(m_most, waiting.mails + waiting.messages) : 0;
    if (!isCountAlone)
        refresh();
    else if (!m_soon.isActive())
        m_soon.start();
}

void HistoryLine::refresh()
{
    m_soon.stop();
    if (m_waiting.isOpen) {
        const int mails = static_cast<int>(std::min<quint64>(m_waiting.mails, INT_MAX));
        const int messages = static_cast<int>(std::min<quint64>(m_waiting.messages, INT_MAX));
        QString what = tr("older chat messages"); // how many, the server does not say
        if (mails > 0 && messages > 0)
            what = tr("%1 and %2", "e-mails and chat messages")
                       .arg(tr("%Ln older e-mail(s)", nullptr, mails), tr("%Ln older chat message(s)", nullptr, messages));
        else if (mails > 0)
            what = tr("%Ln older e-mail(s)", nullptr, mails);
        else if (messages > 0)
            what = tr("%Ln older chat message(s)", nullptr, messages);
        m_words->setText(m_paused ? tr("Left on the server for now: %1").arg(what)
                                  : tr("Still being fetched: %1").arg(what));
        m_pause->setText(m_paused ? tr("Go on") : tr("Pause"));
        m_pause->setAccessibleName(m_paused ? tr("Go on fetching older messages") : tr("Pause fetching older messages"));
        const quint64 waiting = m_waiting.mails + m_waiting.messages;
        m_bar->setVisible(m_most > 0);
        m_bar->setRange(0, 1'000);
        m_bar->setValue(m_most > 0 ? static_cast<int>((m_most - waiting) * 1'000 / m_most) : 0);
    }
    setVisible(m_waiting.isOpen);
}

}
