#pragma once

#include "core/base/Timestamp.h"

#include <QStyledItemDelegate>

namespace isthmus::mailbox {

/// Paints a thread: avatar with presence, whose it is and when, subject and unread count, how its newest mail begins.
class ThreadDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ThreadDelegate(base::Clock clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    base::Clock m_clock;
};

}
