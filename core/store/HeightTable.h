#pragma once

#include "core/model/RowHeight.h"
#include "core/store/Connection.h"

#include <vector>

namespace isthmus::store {

/// Table `height_cache`: heights of rows in the window, one for each item, so that a conversation that is opened again has
/// the scroll bar it had. Nothing hangs on it: what is missing is estimated, what is wrong is measured.
class HeightTable
{
public:
    static constexpr int rowsKept = 50'000; ///< some 2 MiB

    /// \p limit: rows that stay, the newest.
    explicit HeightTable(Connection &connection, int limit = rowsKept) : m_connection(connection), m_limit(limit) {}

    /// Replaces what was kept of these items; items that are gone are passed over. The oldest rows above the limit go.
    void keep(const std::vector<model::RowHeight> &heights);
    /// What is kept of these items, in whatever form.
    [[nodiscard]] std::vector<model::RowHeight> of(const std::vector<model::ItemId> &items);

private:
    Connection &m_connection;
    int m_limit;
};

}
