#pragma once

#include "core/model/Item.h"
#include "core/store/Connection.h"
#include "core/store/ItemTable.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace isthmus::store {

/// What to look for. Everything is joined by "and".
struct SearchTerms {
    QString words;                         ///< each a word or the beginning of one; at least one is needed
    std::optional<model::Channel> channel; ///< nullopt: either
    QStringList homes;                     ///< only items of these; empty: of all
    std::optional<ItemKey> before;         ///< only older ones than this
    int limit = 50;
};

/// How much of what is stored a search looks through.
struct SearchCoverage {
    std::int64_t stored = 0;   ///< items, and mails that have not become items yet
    std::int64_t searched = 0; ///< of them, those whose words are in the index
    bool operator==(const SearchCoverage &) const = default;
};

/// Table `search` (FTS5): words of items. Scripts that write without blanks are indexed one character a
/// word, since the tokenizer would take a whole sentence for one (measured: 5 % of matches found).
class SearchTable
{
public:
    explicit SearchTable(Connection &connection) : m_connection(connection) {}

    /// Indexes subject, text, names of files, and names and addresses of senders and recipients.
    void add(const model::Item &item);
    void add(model::ItemId item, const QString &text);
    /// Indexes items that wait for it, the newest first, at most \p limit. How many there were.
    [[nodiscard]] int addPending(int limit);
    /// \p before: exactly what was added.
    void replace(const model::Item &before, const model::Item &after);
    /// Newest first by their own time. None for a query without a word.
    [[nodiscard]] std::vector<model::ItemId> find(const SearchTerms &terms);
    [[nodiscard]] SearchCoverage coverage();

    /// Blanks around each character of a script without blanks.
    [[nodiscard]] static QString spaced(const QString &text);

private:
    /// What was found on the way from the newest item on, and the item where the way was left: nullopt at its end.
    struct Walk {
        std::vector<model::ItemId> found;
        std::optional<ItemKey> rest;
    };
    [[nodiscard]] Walk walk(const QString &query, const SearchTerms &terms);
    [[nodiscard]] std::optional<std::vector<std::int64_t>> matchesAmong(const QString &query,
                                                                        const std::vector<ItemKey> &items);

    Connection &m_connection;
};

}
