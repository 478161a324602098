#pragma once

#include "core/base/Task.h"
#include "core/engine/RowModel.h"
#include "core/model/Folder.h"
#include "core/model/Item.h"

#include <QString>

#include <optional>
#include <set>
#include <vector>

namespace isthmus::engine {

class Engine;

/// A line of the thread list: mails that belong together, shown by their newest.
struct ThreadRow {
    QString thread; ///< specification 2.6; empty for a mail that stands alone
    model::ItemId newest;
    std::optional<model::ItemId> firstUnread;
    int count = 1;
    int unread = 0;
    model::PersonId person; ///< in whose conversation the newest stands
    QString name;           ///< that person's
    QString address;        ///< and the address that names the avatar's colour
    model::Presence presence;
    bool hasChat = false; ///< a chat address is known
    bool muted = false;   ///< nothing tells of what comes
    bool blocked = false;
    bool suspicious = false; ///< claims to be somebody it is not
    model::Direction direction = model::Direction::Incoming;
    QString subject;
    QString excerpt; ///< how its text begins, in one line
    base::Timestamp at{};
    bool hasFiles = false;
    [[nodiscard]] QString key() const { return thread.isEmpty() ? QString::number(newest.raw) : thread; }
    /// What is shown when it is opened: the first that was not read, else the newest.
    [[nodiscard]] model::ItemId toRead() const { return firstUnread.value_or(newest); }
    bool operator==(const ThreadRow &) const = default;
};

/// The threads of one list of mails, newest first, read page by page. Follows the store by itself while it is told to: a
/// folder of a hundred thousand mails takes some tenths of a second to be read anew. Thread: the window's.
class Threads final : public RowModel<ThreadRow>
{
    Q_OBJECT
public:
    explicit Threads(Engine &engine, QObject *parent = nullptr);

    /// Whether what changes in the store is read at once; else it is when following begins. It does so from the start.
    void setFollowing(bool following);
    void open(const model::MailList &list);
    [[nodiscard]] model::MailList list() const { return m_list; }
    /// The list is read from the store for the first time.
    [[nodiscard]] bool isLoading() const { return m_firstPage; }
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    /// Opens a list in which this mail lies, the present one if it does, and loads it down to the mail's thread: the row.
    /// Fault::NotFound for what is no mail, Fault::Cancelled when another list is opened meanwhile.
    [[nodiscard]] base::Task<int> reach(model::ItemId mail);
    /// This one mail has been read: here, and as \\Seen on its server.
    void markRead(model::ItemId mail);

Q_SIGNALS:
    void listChanged(); ///< another is open
    void loaded();      ///< it was read from the store, for the first time or anew

private:
    void load(int wanted);
    void show(std::vector<ThreadRow> rows, int wanted);
    void finishReached(int wanted);
    void refreshPresence(const std::set<model::PersonId> &persons);

    /// A thread that rows are being read for.
    struct Reach {
        QString key;
        int limit = 0; ///< so many rows hold it
        base::Promise<int> promise;
    };
    Engine &m_engine;
    model::MailList m_list;
    int m_wanted = 0; ///< rows asked for
    std::vector<Reach> m_reaching;
    bool m_atEnd = true; ///< there are no older ones
    bool m_firstPage = false;
    bool m_loading = false;
    bool m_dirty = false;
    bool m_following = true;
    bool m_missed = false; ///< something changed while it was not following
};

}
Q_DECLARE_METATYPE(isthmus::engine::ThreadRow)
