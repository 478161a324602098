#pragma once

#include "core/model/Draft.h"
#include "core/store/Connection.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace isthmus::store {

struct DraftRow {
    QString home;
    model::TypedDraft draft;
    base::Timestamp changedAt{};
    bool operator==(const DraftRow &) const = default;
};

/// Table `draft`: what was typed and not sent, one for each address key; '' for the mail to nobody yet.
class DraftTable
{
public:
    explicit DraftTable(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::vector<DraftRow> all();
    /// The newest one of these homes: joined persons may have several.
    [[nodiscard]] std::optional<DraftRow> newest(const QStringList &homes);
    void save(const DraftRow &row);
    void remove(const QString &home);

private:
    Connection &m_connection;
};

}
