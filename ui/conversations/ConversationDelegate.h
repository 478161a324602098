#pragma once

#include "core/base/Timestamp.h"

#include <QStyledItemDelegate>

namespace isthmus::conversations {

/// Paints a row: avatar with presence, name and time, channel mark and last line, unread count.
class ConversationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ConversationDelegate(base::Clock clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    base::Clock m_clock;
};

}
