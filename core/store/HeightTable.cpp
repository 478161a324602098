#include "core/store/HeightTable.h"

namespace isthmus::store {

void HeightTable::keep(const std::vector<model::RowHeight> &heights)
{
    // From the item's own row: it may have been removed while its height was on the way here.
    for (const model::RowHeight &one : heights) {
        m_connection.run("INSERT OR REPLACE INTO height_cache (item, form, height) SELECT id, ?, ? FROM item WHERE id = ?",
                         one.form, one.height, one.item);
    }
    // A row that is replaced has a new number, so the lowest are the oldest, and no more than the limit have a higher one.
    m_connection.run("DELETE FROM height_cache WHERE id <= (SELECT max(id) FROM height_cache) - ?", m_limit);
}

std::vector<model::RowHeight> HeightTable::of(const std::vector<model::ItemId> &items)
{
    std::vector<model::RowHeight> found;
    for (const model::ItemId item : items) {
        Rows rows = m_connection.select("SELECT form, height FROM height_cache WHERE item = ?", item);
        if (rows.next())
            found.push_back({item, rows.integer(0), static_cast<int>(rows.integer(1))});
    }
    return found;
}

}
