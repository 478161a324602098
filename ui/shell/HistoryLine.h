#pragma once

#include "core/engine/History.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace isthmus::shell {

/// Below the panes while the servers still have what is older than the newest: how much of it, and the button that puts
/// it off or lets it go on. Quiet: it changes at most once a second, and nothing is announced. Thread: the window's.
class HistoryLine final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryLine(QWidget *parent = nullptr);

    /// Hides the line where nothing is open.
    void setWaiting(const engine::History::Waiting &waiting, bool paused);

Q_SIGNALS:
    void pauseWanted(bool paused);

private:
    void refresh();

    engine::History::Waiting m_waiting;
    quint64 m_most = 0; ///< that was waiting since the line is there: where the bar begins
    bool m_paused = false;
    QTimer m_soon;
    QLabel *m_words;
    QProgressBar *m_bar;
    QToolButton *m_pause;
};

}
