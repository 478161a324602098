#pragma once

#include <QWidget>

#include <deque>

class QLabel;
class QPushButton;

namespace isthmus::widgets {

/// A question that can wait: one sentence and two answers above the panes, never in the way of what is being
/// done. Several wait their turn; what is asked again while it waits is asked once. It exists from the start
/// and is empty, so that the change of its text reaches a screen reader. Thread: the window's.
class QuestionBar final : public QWidget
{
    Q_OBJECT
public:
    struct Asked {
        QString key; ///< names the question for answered() and withdraw()
        QString sentence;
        QString yes; ///< words of the buttons
        QString no;
    };

    explicit QuestionBar(QWidget *parent = nullptr);

    void ask(const Asked &question);
    /// It no longer matters.
    void withdraw(const QString &key);
    [[nodiscard]] bool isAsking() const { return !m_waiting.empty(); }
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void answered(const QString &key, bool yes);

private:
    void answer(bool yes);
    void refresh();

    std::deque<Asked> m_waiting;
    QLabel *m_sentence;
    QPushButton *m_yes;
    QPushButton *m_no;
};

}
