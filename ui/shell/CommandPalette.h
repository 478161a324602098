#pragma once

#include "ui/shell/Commands.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace isthmus::shell {

/// All commands, narrowed by the beginnings of words; Enter does the chosen one. Commands that are of no use now
/// are last and say so. Opened, never executed; dies when it is closed. Thread: the window's.
class CommandPalette final : public QDialog
{
    Q_OBJECT
public:
    /// \p commands outlive the palette.
    CommandPalette(const Commands &commands, QWidget *parent);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void refresh();
    void run();

    const Commands &m_commands;
    QLineEdit *m_words;
    QListView *m_list;
    QStandardItemModel *m_model;
    QLabel *m_nothing;
};

/// The keys of all commands, and those that belong to lists and fields, to be read. As the palette.
class KeysDialog final : public QDialog
{
    Q_OBJECT
public:
    KeysDialog(const Commands &commands, QWidget *parent);
};

}
