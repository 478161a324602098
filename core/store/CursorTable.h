#pragma once

#include "core/model/Batch.h"
#include "core/store/Connection.h"

#include <vector>

namespace isthmus::store {

/// Table `cursor`: where each stream of a server stands.
class CursorTable
{
public:
    explicit CursorTable(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::vector<model::Cursor> of(model::AccountId account);
    void save(model::AccountId account, const model::Cursor &cursor);

private:
    Connection &m_connection;
};

}
