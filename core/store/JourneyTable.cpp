#include "core/store/JourneyTable.h"

namespace isthmus::store {

void JourneyTable::add(model::ItemId item, const model::Station &station)
{
    m_connection.run("INSERT INTO station (item, kind, at, channel, words) VALUES (?, ?, ?, ?, ?)", item, station.kind,
                     station.at, station.channel, station.words);
}

std::vector<model::Station> JourneyTable::of(model::ItemId item)
{
    std::vector<model::Station> found;
    Rows rows = m_connection.select("SELECT kind, at, channel, words FROM station WHERE item = ? ORDER BY id", item);
    while (rows.next()) {
        found.push_back(
            {rows.enumerator<model::Station::Kind>(0), rows.time(1), rows.enumerator<model::Channel>(2), rows.text(3)});
    }
    return found;
}

}
