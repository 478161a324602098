#pragma once

#include "core/model/Contact.h"
#include "core/store/Connection.h"

#include <optional>

namespace isthmus::store {

/// Table `published_preference`: how contacts want to be reached, as they publish it. Advice, never a link
/// between addresses.
class PreferenceTable
{
public:
    explicit PreferenceTable(Connection &connection) : m_connection(connection) {}

    /// nullopt: it is published no longer.
    void set(const QString &addressKey, const std::optional<model::PublishedPreference> &preference);
    [[nodiscard]] std::optional<model::PublishedPreference> of(const QString &addressKey);

private:
    Connection &m_connection;
};

}
