#pragma once

#include "core/base/Timestamp.h"

#include <QStyledItemDelegate>

namespace isthmus::search {

/// Paints a message that was found: avatar, name and time, channel mark with the subject, a line of its text
/// in which the words looked for stand out. The index's model is a SearchModel.
class SearchDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit SearchDelegate(base::Clock clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    base::Clock m_clock;
};

}
