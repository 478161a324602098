#pragma once

#include "core/model/Jid.h"
#include "core/store/Connection.h"
#include "core/store/StanzaTable.h"

#include <optional>
#include <vector>

namespace isthmus::store {

/// A text in several stanzas (specification 4.3), known by who sends it to whom and by its sid.
struct SegmentSet {
    std::int64_t id = 0;
    model::AccountId account;
    model::Jid sender;    ///< bare
    model::Jid recipient; ///< bare
    QString sid;
    std::optional<model::ItemId> item;     ///< that shows it, or what has come of it
    std::optional<base::Timestamp> doneAt; ///< unset: more is waited for
};

/// Table `segment_set`, and which stanzas belong to its rows.
class SegmentTable
{
public:
    explicit SegmentTable(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::optional<SegmentSet> find(model::AccountId account, const model::Jid &sender,
                                                 const model::Jid &recipient, const QString &sid);
    /// Open sets, oldest first.
    [[nodiscard]] std::vector<SegmentSet> open();
    /// A new open set, also where a finished one had the same sid.
    [[nodiscard]] SegmentSet begin(model::AccountId account, const model::Jid &sender, const model::Jid &recipient,
                                   const QString &sid);
    void setItem(std::int64_t set, model::ItemId item);
    void finish(std::int64_t set, base::Timestamp at);

    void attach(std::int64_t stanza, std::int64_t set);
    /// Its stanzas in the order in which they came.
    [[nodiscard]] std::vector<StanzaRow> stanzas(std::int64_t set);
    /// Removes its stanzas, but for one (0: for none).
    void removeStanzas(std::int64_t set, std::int64_t except);

private:
    Connection &m_connection;
};

}
