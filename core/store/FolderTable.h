#pragma once

#include "core/model/Folder.h"
#include "core/store/Connection.h"
#include "core/store/ItemTable.h"

#include <optional>
#include <vector>

namespace isthmus::store {

/// The mails of one list that belong together.
struct ThreadRow {
    ItemKey newest;
    QString thread; ///< specification 2.6; empty for a mail that stands alone
    int count = 0;
    int unread = 0;
    bool operator==(const ThreadRow &) const = default;
};

/// Tables `folder`, `mail_place` and `item`, as a mail program looks at them.
class FolderTable
{
public:
    explicit FolderTable(Connection &connection) : m_connection(connection) {}

    /// By account; each begins with the row of the account itself, folders follow by name.
    [[nodiscard]] std::vector<model::Folder> all();
    /// At most \p limit threads whose newest mail is older than \p before (from the newest on if it is nullopt).
    [[nodiscard]] std::vector<ThreadRow> threads(const model::MailList &list, std::optional<ItemKey> before, int limit);
    /// The mails of a thread of the list, oldest first.
    [[nodiscard]] std::vector<model::ItemId> items(const model::MailList &list, const ThreadRow &thread);
    [[nodiscard]] std::optional<model::ItemId> firstUnread(const model::MailList &list, const ThreadRow &thread);
    /// A folder in which the mail lies; if it lies in none, all of its account.
    [[nodiscard]] model::MailList listOf(const model::Item &mail);

private:
    Connection &m_connection;
};

}
