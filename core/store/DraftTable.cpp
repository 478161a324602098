#include "core/store/DraftTable.h"

#include "core/store/ValueCodec.h"

namespace isthmus::store {

std::vector<DraftRow> DraftTable::all()
{
    std::vector<DraftRow> found;
    Rows rows = m_connection.select("SELECT home, value, changed_at FROM draft ORDER BY id");
    while (rows.next()) {
        if (auto draft = decode<model::TypedDraft>(rows.blob(1)))
            found.push_back({rows.text(0), std::move(*draft), rows.time(2)});
    }
    return found;
}

std::optional<DraftRow> DraftTable::newest(const QStringList &homes)
{
    std::optional<DraftRow> newest;
    for (const QString &home : homes) {
        Rows rows = m_connection.select("SELECT value, changed_at FROM draft WHERE home = ?", home);
        if (!rows.next() || (newest && newest->changedAt >= rows.time(1)))
            continue;
        if (auto draft = decode<model::TypedDraft>(rows.blob(0)))
            newest = DraftRow{home, std::move(*draft), rows.time(1)};
    }
    return newest;
}

void DraftTable::save(const DraftRow &row)
{
    m_connection.run("INSERT INTO draft (home, value, changed_at) VALUES (?, ?, ?)"
                     " ON CONFLICT (home) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at",
                     row.home, encode(row.draft), row.changedAt);
}

void DraftTable::remove(const QString &home)
{
    m_connection.run("DELETE FROM draft WHERE home = ?", home);
}

}
