#pragma once

#include "core/model/Ids.h"
#include "core/store/Connection.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace isthmus::store {

/// Table `item_file`: files that came in the chat connection, and those that were offered and may come.
class FileTable
{
public:
    explicit FileTable(Connection &connection) : m_connection(connection) {}

    /// An offer that an item shows; \p offer is the transport's name for it.
    void expect(model::AccountId account, model::ItemId item, const QString &offer);
    struct Expected {
        model::AccountId account;
        model::ItemId item;
        QString offer;
    };
    /// While it has neither come nor been given up.
    [[nodiscard]] std::optional<Expected> expected(model::AccountId account, const QString &offer);
    [[nodiscard]] std::optional<Expected> expected(model::ItemId item);
    /// All of them, oldest first.
    [[nodiscard]] std::vector<Expected> allExpected();
    void keep(model::ItemId item, const QByteArray &bytes);
    /// It will not come.
    void giveUp(model::ItemId item);

    [[nodiscard]] bool has(model::ItemId item);
    [[nodiscard]] std::optional<QByteArray> bytes(model::ItemId item);

private:
    Connection &m_connection;
};

}
