#include "core/store/CursorTable.h"

namespace isthmus::store {

std::vector<model::Cursor> CursorTable::of(model::AccountId account)
{
    std::vector<model::Cursor> cursors;
    Rows rows = m_connection.select("SELECT stream, state FROM cursor WHERE account = ? ORDER BY id", account);
    while (rows.next())
        cursors.push_back({rows.text(0), rows.blob(1)});
    return cursors;
}

void CursorTable::save(model::AccountId account, const model::Cursor &cursor)
{
    m_connection.run("INSERT INTO cursor (account, stream, state) VALUES (?, ?, ?)"
                     " ON CONFLICT (account, stream) DO UPDATE SET state = excluded.state",
                     account, cursor.stream, cursor.state);
}

}
