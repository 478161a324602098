#pragma once

#include "core/engine/MailMoves.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace isthmus::shell {

/// Below the panes while mails that were archived or thrown away can still be taken back: the newest of them, and the
/// button that does. It stays when another conversation is opened. Thread: the window's.
class MoveBar final : public QWidget
{
    Q_OBJECT
public:
    explicit MoveBar(QWidget *parent = nullptr);

    /// Oldest first; empty: the bar hides.
    void setWaiting(const std::vector<engine::MailMoves::Waiting> &waiting);
    /// The one that the button takes back; invalid if there is none.
    [[nodiscard]] model::ItemId newest() const { return m_newest; }
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void undoWanted(isthmus::model::ItemId item);

private:
    model::ItemId m_newest;
    QLabel *m_text;
    QPushButton *m_undo;
};

}
