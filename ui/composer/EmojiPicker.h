#pragma once

#include <QFrame>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace isthmus::composer {

/// The signs that people put into messages, to be chosen by a click, by arrows and Enter, or by their name. It opens
/// beside a widget, closes by itself, and is deleted with its parent.
class EmojiPicker final : public QFrame
{
    Q_OBJECT
public:
    explicit EmojiPicker(QWidget *parent);

    /// Above \p button if there is room, else below; what was looked for the last time is forgotten.
    void openAt(const QWidget &button);

Q_SIGNALS:
    void chosen(const QString &emoji);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void choose();

    QLineEdit *m_words;
    QListView *m_list;
    QStandardItemModel *m_all;
    QSortFilterProxyModel *m_found;
};

}
