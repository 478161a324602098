#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Item.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace isthmus::shell {

/// Above the composer while an own e-mail can still be called back: how long, and the two ways to end the wait.
/// Thread: the window's.
class UndoBar final : public QWidget
{
    Q_OBJECT
public:
    explicit UndoBar(base::Clock clock, QWidget *parent = nullptr);

    /// The mail that waits, and when it leaves; nullopt: none, and the bar hides.
    void setHeld(const std::optional<model::Item> &item, base::Timestamp leaves = {});
    [[nodiscard]] model::ItemId held() const { return m_item; }

Q_SIGNALS:
    void undoWanted(isthmus::model::ItemId item);
    void sendNowWanted(isthmus::model::ItemId item);

private:
    void refresh();

    base::Clock m_clock;
    model::ItemId m_item;
    base::Timestamp m_leaves{};
    QString m_what;
    QLabel *m_text;
    QPushButton *m_undo;
    QPushButton *m_now;
    QTimer m_tick;
};

}
