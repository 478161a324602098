#include "core/engine/Threads.h"

#include "core/engine/Contacts.h"
#include "core/engine/EnginePrivate.h"
#include "core/engine/Reach.h"
#include "core/engine/ReadMarks.h"
#include "core/store/FolderTable.h"
#include "core/store/PersonTable.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace isthmus::engine {

namespace {

constexpr int pageSize = 100;
/// More than any window is wide: a stranger's line of megabytes would be measured at every painting.
constexpr qsizetype longestLine = 200;

using Rows = std::vector<ThreadRow>;

/// Completes rows of the table with what the window shows of them.
class Reader
{
public:
    Reader(store::Connection &connection, const model::MailList &list)
        : m_folders(connection), m_items(connection), m_people(connection), m_list(list)
    {}

    [[nodiscard]] Rows newest(int limit)
    {
        Rows rows;
        for (const store::ThreadRow &thread : m_folders.threads(m_list, std::nullopt, limit)) {
            if (auto row = complete(thread))
                rows.push_back(std::move(*row));
        }
        return rows;
    }
    /// How many rows the list must have to hold this thread, in whole pages; nullopt if it is not in the list.
    [[nodiscard]] std::optional<int> limitFor(const QString &thread, model::ItemId mail)
    {
        for (int limit = pageSize;; limit *= 4) {
            const auto page = m_folders.threads(m_list, std::nullopt, limit);
            const auto found = std::find_if(page.begin(), page.end(), [&](const store::ThreadRow &row) {
                return thread.isEmpty() ? row.newest.id == mail : row.thread == thread;
            });
            if (found != page.end())
                return static_cast<int>((found - page.begin()) / pageSize + 1) * pageSize;
            if (static_cast<int>(page.size()) < limit)
                return std::nullopt;
        }
    }

private:
    [[nodiscard]] std::optional<ThreadRow> complete(const store::ThreadRow &thread)
    {
        const auto newest = m_items.one(thread.newest.id);
        if (!newest)
            return std::nullopt;
        const model::Item &item = newest->item;
        ThreadRow row;
        row.thread = thread.thread;
        row.newest = item.id;
        row.firstUnread = m_folders.firstUnread(m_list, thread);
        row.count = thread.count;
        row.unread = thread.unread;
        row.direction = item.direction;
        row.subject = item.subject.left(longestLine);
        row.excerpt = item.text.left(4 * longestLine).simplified().left(longestLine);
        row.at = item.at;
        row.hasFiles = !item.attachments.empty();
        namePerson(row, newest->home);
        return row;
    }
    void namePerson(ThreadRow &row, const QString &home)
    {
        auto known = m_known.find(home);
        if (known == m_known.end()) {
            const auto owner = m_people.ownerOf(home);
            known = m_known.insert(home, owner ? m_people.one(*owner) : std::nullopt);
        }
        if (!*known)
            return;
        const model::Contact &contact = (*known)->contact;
        row.person = contact.id;
        row.name = contact.name;
        row.address = faceAddress(contact);
        row.hasChat = contact.firstChat() != nullptr;
        row.muted = contact.muted;
        row.blocked = contact.blocked;
        row.suspicious = (*known)->suspicious;
    }

    store::FolderTable m_folders;
    store::ItemTable m_items;
    store::PersonTable m_people;
    model::MailList m_list;
    QHash<QString, std::optional<store::PersonRow>> m_known; ///< by home
};

/// A mail's thread and the list to show it in: \p present if it is there, too.
struct Stand {
    model::MailList list;
    QString key;
    int limit = 0;
};

base::Result<Stand> standOf(store::Connection &connection, model::ItemId mail, const model::MailList &present)
{
    const auto row = store::ItemTable(connection).one(mail);
    if (!row || row->item.channel != model::Channel::Mail)
        return base::Error{base::Fault::NotFound, QStringLiteral("no mail")};
    const model::MailList all{row->item.account, {}};
    for (const model::MailList &list : {present, store::FolderTable(connection).listOf(row->item), all}) {
        if (list.account != row->item.account)
            continue;
        if (const auto limit = Reader(connection, list).limitFor(row->item.thread, mail))
            return Stand{list, row->item.thread.isEmpty() ? QString::number(mail.raw) : row->item.thread, *limit};
    }
    return base::Error{base::Fault::NotFound, QStringLiteral("the mail is in no list")};
}

}

Threads::Threads(Engine &engine, QObject *parent) : RowModel(parent), m_engine(engine)
{
    connect(&engine.d->events, &Events::changed, this, [this](const Changes &changes) {
        if (!changes.folders && changes.items.empty() && changes.persons.empty())
            return;
        if (m_following)
            load(m_wanted);
        else
            m_missed = true;
    });
    connect(&engine.d->presence, &PresenceBoard::changed, this, [this](const model::Jid &bare) {
        if (const auto person = m_engine.contacts().personOf(bare))
            refreshPresence({*person});
    });
}

void Threads::setFollowing(bool following)
{
    m_following = following;
    if (following && std::exchange(m_missed, false))
        load(m_wanted);
}

void Threads::open(const model::MailList &list)
{
    if (list == m_list)
        return;
    m_list = list;
    m_firstPage = list.account.isValid();
    m_atEnd = true;
    for (const Reach &reach : std::exchange(m_reaching, {}))
        reach.promise.finish(base::Error{base::Fault::Cancelled, QStringLiteral("another list was opened")});
    setRows({});
    Q_EMIT listChanged();
    load(pageSize);
}

/// Reads the newest \p wanted threads. What happens meanwhile is read once more after that.
void Threads::load(int wanted)
{
    m_wanted = wanted;
    if (!m_list.account.isValid())
        return;
    m_dirty = true;
    if (std::exchange(m_loading, true))
        return;
    m_dirty = false;
    m_engine.d->database
        ->read([list = m_list, wanted](store::Connection &connection) -> base::Result<Rows> {
            return Reader(connection, list).newest(wanted);
        })
        .then(this, [this, list = m_list, wanted](base::Result<Rows> rows) {
            m_loading = false;
            if (list == m_list && rows)
                show(std::move(*rows), wanted);
            if (m_dirty || list != m_list)
                load(m_wanted);
        });
}

void Threads::show(std::vector<ThreadRow> rows, int wanted)
{
    m_atEnd = static_cast<int>(rows.size()) < wanted;
    for (ThreadRow &row : rows) {
        if (const auto contact = m_engine.contacts().contact(row.person))
            row.presence = contact->presence;
    }
    setRows(rows);
    m_firstPage = false;
    Q_EMIT loaded();
    finishReached(wanted);
}

void Threads::finishReached(int wanted)
{
    const auto late =
        std::partition(m_reaching.begin(), m_reaching.end(), [wanted](const Reach &reach) { return reach.limit > wanted; });
    const std::vector<Reach> done(late, m_reaching.end());
    m_reaching.erase(late, m_reaching.end());
    for (const Reach &reach : done) {
        const auto found =
            std::find_if(rows().begin(), rows().end(), [&reach](const ThreadRow &row) { return row.key() == reach.key; });
        if (found == rows().end())
            reach.promise.finish(base::Error{base::Fault::NotFound, QStringLiteral("the mail is gone")});
        else
            reach.promise.finish(static_cast<int>(found - rows().begin()));
    }
}

bool Threads::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_loading;
}

void Threads::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        load(rowCount() + pageSize);
}

void Threads::refreshPresence(const std::set<model::PersonId> &persons)
{
    changeEach([this, &persons](ThreadRow &row) {
        if (persons.count(row.person) == 0)
            return;
        if (const auto contact = m_engine.contacts().contact(row.person))
            row.presence = contact->presence;
    });
}

base::Task<int> Threads::reach(model::ItemId mail)
{
    const base::Promise<int> promise;
    m_engine.d->database
        ->read([mail, present = m_list](store::Connection &connection) { return standOf(connection, mail, present); })
        .then(this, [this, promise](const base::Result<Stand> &stand) {
            if (!stand) {
                promise.finish(stand.error());
                return;
            }
            open(stand->list);
            m_reaching.push_back({stand->key, stand->limit, promise});
            load(std::max(m_wanted, stand->limit));
        });
    return promise.task();
}

void Threads::markRead(model::ItemId mail)
{
    markItemRead(*m_engine.d, mail);
}

}
