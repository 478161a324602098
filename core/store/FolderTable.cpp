#include "core/store/FolderTable.h"

namespace isthmus::store {

namespace {

// Mails that the user has thrown away, until the server has them in its trash (MoveTable).
#define SET_ASIDE "(SELECT mail FROM mail_move WHERE home <> '')"

constexpr ItemKey newestOfAll{base::Timestamp(std::chrono::milliseconds(INT64_MAX)), model::ItemId{INT64_MAX}};

}

std::vector<model::Folder> FolderTable::all()
{
    std::vector<model::Folder> found;
    Rows rows = m_connection.select(
        // Counted from what is unread, which is little, not from what lies there.
        "WITH unread AS (SELECT account, mail, id FROM item INDEXED BY item_unread_mail WHERE read = 0 AND channel = 1"
        "   AND (mail IS NULL OR mail NOT IN " SET_ASIDE ")),"
        " in_folder AS (SELECT p.folder AS folder, count(DISTINCT u.id) AS n FROM unread AS u"
        "   CROSS JOIN mail_place AS p ON p.mail = u.mail GROUP BY p.folder)"
        " SELECT a.id, 0, '', '', (SELECT count(*) FROM unread WHERE unread.account = a.id) FROM account AS a"
        " UNION ALL"
        " SELECT f.account, f.id, f.name, f.special_use, coalesce(in_folder.n, 0)"
        "   FROM folder AS f LEFT JOIN in_folder ON in_folder.folder = f.id"
        " ORDER BY 1, 3");
    while (rows.next()) {
        found.push_back({{rows.id<model::AccountId>(0), rows.id<model::FolderId>(1)},
                         rows.text(2),
                         rows.text(3),
                         static_cast<int>(rows.integer(4))});
    }
    return found;
}

// What belongs together, by its newest mail: with max() SQLite takes the other columns from the same row
// (sqlite.org/lang_select.html 2.5).
#define THREADS_OF(SOURCE)                                                                                                  \
    "SELECT at, id, thread, count, unread FROM ("                                                                           \
    "SELECT max(i.at) AS at, i.id AS id, i.thread AS thread, count(*) AS count, sum(i.read = 0) AS unread FROM " SOURCE     \
    " GROUP BY CASE i.thread WHEN '' THEN i.id ELSE i.thread END)"                                                          \
    " WHERE (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?"

std::vector<ThreadRow> FolderTable::threads(const model::MailList &list, std::optional<ItemKey> before, int limit)
{
    const ItemKey end = before.value_or(newestOfAll);
    Rows rows =
        list.folder.isValid()
            ? m_connection.select(THREADS_OF("(SELECT DISTINCT mail FROM mail_place WHERE folder = ?"
                                             " AND mail NOT IN " SET_ASIDE ") AS p"
                                             " CROSS JOIN item AS i INDEXED BY item_in_folder ON i.mail = p.mail"),
                                  list.folder, end.at, end.id, limit)
            : m_connection.select(THREADS_OF("item AS i INDEXED BY item_of_thread WHERE i.account = ? AND i.channel = 1"
                                             " AND (i.mail IS NULL OR i.mail NOT IN " SET_ASIDE ")"),
                                  list.account, end.at, end.id, limit);
    std::vector<ThreadRow> found;
    while (rows.next()) {
        found.push_back({{rows.time(0), rows.id<model::ItemId>(1)},
                         rows.text(2),
                         static_cast<int>(rows.integer(3)),
                         static_cast<int>(rows.integer(4))});
    }
    return found;
}

#undef THREADS_OF

// The mails of one thread; the folder 0 stands for all of the account.
#define MAILS_OF_THREAD                                                                                                     \
    "SELECT i.id FROM item AS i INDEXED BY item_of_thread"                                                                  \
    " WHERE i.account = ? AND i.channel = 1 AND i.thread = ?"                                                               \
    " AND (? = 0 OR EXISTS (SELECT 1 FROM mail_place AS p WHERE p.mail = i.mail AND p.folder = ?))"

std::vector<model::ItemId> FolderTable::items(const model::MailList &list, const ThreadRow &thread)
{
    if (thread.thread.isEmpty())
        return {thread.newest.id};
    std::vector<model::ItemId> found;
    Rows rows =
        m_connection.select(MAILS_OF_THREAD " ORDER BY i.at, i.id", list.account, thread.thread, list.folder, list.folder);
    while (rows.next())
        found.push_back(rows.id<model::ItemId>(0));
    return found;
}

std::optional<model::ItemId> FolderTable::firstUnread(const model::MailList &list, const ThreadRow &thread)
{
    if (thread.unread == 0)
        return std::nullopt;
    if (thread.thread.isEmpty())
        return thread.newest.id;
    Rows rows = m_connection.select(MAILS_OF_THREAD " AND i.read = 0 ORDER BY i.at, i.id LIMIT 1", list.account,
                                    thread.thread, list.folder, list.folder);
    if (!rows.next())
        return std::nullopt;
    return rows.id<model::ItemId>(0);
}

#undef MAILS_OF_THREAD

model::MailList FolderTable::listOf(const model::Item &mail)
{
    Rows rows = m_connection.select("SELECT folder FROM mail_place WHERE mail = ? ORDER BY id LIMIT 1", mail.mail);
    return {mail.account, rows.next() ? rows.id<model::FolderId>(0) : model::FolderId{}};
}

}
