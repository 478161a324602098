#include "core/store/DisplayReportTable.h"

namespace isthmus::store {

namespace {

#define REPORT_COLUMNS "SELECT account, item, home, address, state, elsewhere FROM display_report "

DisplayReportTable::Row read(const Rows &rows)
{
    return {rows.id<model::AccountId>(0),
            rows.id<model::ItemId>(1),
            rows.text(2),
            model::MailAddress::parse(rows.text(3)).valueOr({}),
            rows.enumerator<DisplayReportTable::State>(4),
            rows.flag(5)};
}

}

void DisplayReportTable::add(const Row &row)
{
    m_connection.run("INSERT INTO display_report (account, item, home, address, state, elsewhere) VALUES (?, ?, ?, ?, ?, ?)"
                     " ON CONFLICT (item) DO NOTHING",
                     row.account, row.item, row.home, row.to.toString(), row.state, row.elsewhere);
}

void DisplayReportTable::setState(model::ItemId item, State state)
{
    m_connection.run("UPDATE display_report SET state = ? WHERE item = ?", state, item);
}

std::optional<DisplayReportTable::Row> DisplayReportTable::one(model::ItemId item)
{
    Rows rows = m_connection.select(REPORT_COLUMNS "WHERE item = ?", item);
    if (!rows.next())
        return std::nullopt;
    return read(rows);
}

std::vector<DisplayReportTable::Row> DisplayReportTable::asking()
{
    std::vector<Row> found;
    Rows rows = m_connection.select(REPORT_COLUMNS "WHERE state = 0 ORDER BY id");
    while (rows.next())
        found.push_back(read(rows));
    return found;
}

std::vector<DisplayReportTable::Row> DisplayReportTable::asking(const QStringList &homes)
{
    std::vector<Row> found;
    for (const QString &home : homes) {
        Rows rows = m_connection.select(REPORT_COLUMNS "WHERE home = ? AND state = 0 ORDER BY id", home);
        while (rows.next())
            found.push_back(read(rows));
    }
    return found;
}

std::vector<DisplayReportTable::Row> DisplayReportTable::due(model::AccountId account)
{
    std::vector<Row> found;
    Rows rows = m_connection.select(REPORT_COLUMNS "WHERE account = ? AND state = 1 ORDER BY id", account);
    while (rows.next())
        found.push_back(read(rows));
    return found;
}

model::Consent DisplayReportTable::consent(model::PersonId person)
{
    Rows rows = m_connection.select("SELECT display_reports FROM person WHERE id = ?", person);
    return rows.next() ? rows.enumerator<model::Consent>(0) : model::Consent::Ask;
}

void DisplayReportTable::setConsent(model::PersonId person, model::Consent consent)
{
    m_connection.run("UPDATE person SET display_reports = ? WHERE id = ?", consent, person);
}

}
