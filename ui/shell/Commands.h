#pragma once

#include <QKeySequence>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace isthmus::shell {

/// Something the window can do.
struct Command {
    QAction *action = nullptr; ///< its object name is the command's, in every language
    QString group;             ///< title of the menu it stands in
    [[nodiscard]] QString text() const;
};

/// Every command of the window, in one place: the menus, the palette and the list of keys show what is here.
/// Thread: the window's.
class Commands final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Makes the command and puts it at the end of \p menu. \p name is of this command alone.
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &keys,
                 std::function<void()> work);
    [[nodiscard]] const std::vector<Command> &all() const { return m_all; }
    [[nodiscard]] QAction *action(const QString &name) const; ///< nullptr if there is none
    /// From now on the keys of commands that are of use reach them also where a field of \p window would take them: on X11
    /// Ctrl+E and Ctrl+U mean something in every line of text.
    void comeBeforeFields(QWidget *window);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *m_window = nullptr;
    std::vector<Command> m_all;
};

/// How well \p words fit a command: each must begin one of its words, or all be the first letters of its words
/// in order ("ne" for "New e-mail"). 0 is best; -1: not at all. Pure.
[[nodiscard]] int fit(const QString &words, const QString &text, const QString &group);

}
