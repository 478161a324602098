#include "core/store/FileTable.h"

namespace isthmus::store {

namespace {

#define EXPECTED "SELECT account, item, offer FROM item_file WHERE bytes IS NULL "

FileTable::Expected read(const Rows &rows)
{
    return {rows.id<model::AccountId>(0), rows.id<model::ItemId>(1), rows.text(2)};
}

}

void FileTable::expect(model::AccountId account, model::ItemId item, const QString &offer)
{
    m_connection.run("INSERT INTO item_file (account, item, offer) VALUES (?, ?, ?)", account, item, offer);
}

std::optional<FileTable::Expected> FileTable::expected(model::AccountId account, const QString &offer)
{
    Rows rows = m_connection.select(EXPECTED "AND account = ? AND offer = ?", account, offer);
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

std::optional<FileTable::Expected> FileTable::expected(model::ItemId item)
{
    Rows rows = m_connection.select(EXPECTED "AND item = ?", item);
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

std::vector<FileTable::Expected> FileTable::allExpected()
{
    std::vector<Expected> found;
    Rows rows = m_connection.select(EXPECTED "ORDER BY id");
    while (rows.next())
        found.push_back(read(rows));
    return found;
}

void FileTable::keep(model::ItemId item, const QByteArray &bytes)
{
    m_connection.run("UPDATE item_file SET bytes = ? WHERE item = ?", bytes, item);
}

void FileTable::giveUp(model::ItemId item)
{
    m_connection.run("DELETE FROM item_file WHERE item = ? AND bytes IS NULL", item);
}

bool FileTable::has(model::ItemId item)
{
    return m_connection.select("SELECT 1 FROM item_file WHERE item = ? AND bytes IS NOT NULL", item).next();
}

std::optional<QByteArray> FileTable::bytes(model::ItemId item)
{
    Rows rows = m_connection.select("SELECT bytes FROM item_file WHERE item = ? AND bytes IS NOT NULL", item);
    return rows.next() ? std::optional(rows.blob(0)) : std::nullopt;
}

}
