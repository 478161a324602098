#pragma once

#include "core/model/Settings.h"
#include "core/store/Connection.h"

namespace isthmus::store {

/// Table `setting`: what the user chose for the whole program. What is not written has its default; a value
/// that this version does not know counts as the default, too.
class SettingTable
{
public:
    explicit SettingTable(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] model::Settings all();
    void save(const model::Settings &settings);

private:
    [[nodiscard]] int number(const char *name, int least, int most, int absent);
    void set(const char *name, int value);
    Connection &m_connection;
};

}
