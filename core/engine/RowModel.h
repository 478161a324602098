#pragma once

#include <QAbstractListModel>
#include <QVariant>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace isthmus::engine {

/// A list of rows that are read from the store whole, and turned into what was read by the fewest steps, so that views keep
/// their selection and their place. \p Row has key(), by which it stays the same row, and operator==. Thread: the window's.
template <typename Row>
class RowModel : public QAbstractListModel
{
public:
    enum Role { RowRole = Qt::UserRole + 1 };
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    /// RowRole: a Row.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return index.isValid() && role == RowRole ? QVariant::fromValue(row(index.row())) : QVariant();
    }
    [[nodiscard]] const Row &row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

protected:
    void setRows(const std::vector<Row> &wanted)
    {
        removeOthers(wanted);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            put(i, wanted[i]);
    }
    /// Lets \p change alter a row in place, and says so if it did.
    template <typename Change>
    void changeEach(Change change)
    {
        for (int i = 0; i < rowCount(); ++i) {
            Row changed = row(i);
            change(changed);
            replace(i, changed);
        }
    }

private:
    void removeOthers(const std::vector<Row> &wanted)
    {
        std::set<decltype(std::declval<Row>().key())> kept;
        for (const Row &row : wanted)
            kept.insert(row.key());
        for (int i = rowCount() - 1; i >= 0; --i) {
            if (kept.count(row(i).key()) > 0)
                continue;
            beginRemoveRows({}, i, i);
            m_rows.erase(m_rows.begin() + i);
            endRemoveRows();
        }
    }
    /// The rows before \p at are as they shall be, and of those behind none is too many.
    void put(std::size_t at, const Row &wanted)
    {
        const int place = static_cast<int>(at);
        const auto found = std::find_if(m_rows.begin() + place, m_rows.end(),
                                        [&wanted](const Row &row) { return row.key() == wanted.key(); });
        if (found == m_rows.end()) {
            beginInsertRows({}, place, place);
            m_rows.insert(m_rows.begin() + place, wanted);
            endInsertRows();
            return;
        }
        const int from = static_cast<int>(found - m_rows.begin());
        if (from != place) {
            beginMoveRows({}, from, from, {}, place);
            std::rotate(m_rows.begin() + place, found, found + 1);
            endMoveRows();
        }
        replace(place, wanted);
    }
    void replace(int place, const Row &wanted)
    {
        Row &present = m_rows[static_cast<std::size_t>(place)];
        if (present == wanted)
            return;
        present = wanted;
        Q_EMIT dataChanged(index(place), index(place));
    }

    std::vector<Row> m_rows;
};

}
