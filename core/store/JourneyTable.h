#pragma once

#include "core/model/Journey.h"
#include "core/store/Connection.h"

#include <vector>

namespace isthmus::store {

/// Table `station`: what happened to each item on its way, in order. Only added to; goes with its item.
class JourneyTable
{
public:
    explicit JourneyTable(Connection &connection) : m_connection(connection) {}

    void add(model::ItemId item, const model::Station &station);
    [[nodiscard]] std::vector<model::Station> of(model::ItemId item);

private:
    Connection &m_connection;
};

}
