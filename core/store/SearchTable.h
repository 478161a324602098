#pragma once

#include "core/model/Ids.h"
#include "core/store/Connection.h"

#include <QString>

#include <vector>

namespace isthmus::store {

/// Table `search` (FTS5): words of items. Scripts that write without blanks are indexed one character a
/// word, since the tokenizer would take a whole sentence for one (measured: 5 % of matches found).
class SearchTable
{
public:
    explicit SearchTable(Connection &connection) : m_connection(connection) {}

    void add(model::ItemId item, const QString &text);
    /// Items that hold all words of \p query, the last one as a prefix, newest row first.
    [[nodiscard]] std::vector<model::ItemId> find(const QString &query, int limit);

    /// Blanks around each character of a script without blanks.
    [[nodiscard]] static QString spaced(const QString &text);

private:
    Connection &m_connection;
};

}
