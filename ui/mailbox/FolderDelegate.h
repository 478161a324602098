#pragma once

#include <QStyledItemDelegate>

namespace isthmus::mailbox {

/// Paints a folder: its sign, its name, how much is unread. The first row of an account has the account's address above.
class FolderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

}
