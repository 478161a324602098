#include "core/engine/Folders.h"

#include "core/engine/Accounts.h"
#include "core/engine/EnginePrivate.h"
#include "core/store/FolderTable.h"

#include <algorithm>
#include <utility>

namespace isthmus::engine {

namespace {

/// Its mails are fetched (mail::ImapSync leaves the others alone).
bool isFetched(const QString &specialUse)
{
    return specialUse.isEmpty() || specialUse == QLatin1String("\\Inbox") || specialUse == QLatin1String("\\Sent")
           || specialUse == QLatin1String("\\Archive");
}

/// Accounts before their folders, and among these lower first.
int rank(const FolderRow &row)
{
    const QString &use = row.folder.specialUse;
    return row.isAccount()                             ? 0
           : use == QLatin1String("\\Inbox")           ? 1
           : row.folder.name == QLatin1String("INBOX") ? 1 // of POP3, which knows no folders
           : use == QLatin1String("\\Sent")            ? 2
           : use == QLatin1String("\\Archive")         ? 3
                                                       : 4;
}

bool before(const FolderRow &a, const FolderRow &b)
{
    if (a.folder.list.account != b.folder.list.account)
        return a.folder.list.account < b.folder.list.account;
    if (rank(a) != rank(b))
        return rank(a) < rank(b);
    return a.folder.name.compare(b.folder.name, Qt::CaseInsensitive) < 0;
}

}

Folders::Folders(Engine &engine, QObject *parent) : RowModel(parent), m_engine(engine)
{
    connect(&engine.d->events, &Events::changed, this, [this](const Changes &changes) {
        if (changes.folders || !changes.items.empty())
            follow();
    });
    connect(engine.d->accounts.get(), &Accounts::accountsChanged, this, &Folders::follow);
    load();
}

void Folders::setFollowing(bool following)
{
    m_following = following;
    if (following && std::exchange(m_missed, false))
        load();
}

void Folders::follow()
{
    if (m_following)
        load();
    else
        m_missed = true;
}

void Folders::load()
{
    m_dirty = true;
    if (std::exchange(m_loading, true))
        return;
    m_dirty = false;
    m_engine.d->database
        ->read([](store::Connection &connection) -> base::Result<std::vector<model::Folder>> {
            return store::FolderTable(connection).all();
        })
        .then(this, [this](const base::Result<std::vector<model::Folder>> &all) {
            std::vector<FolderRow> found;
            const std::vector<model::Account> accounts = m_engine.d->knownAccounts();
            for (const model::Folder &folder : all.valueOr({})) {
                const auto account = std::find_if(accounts.begin(), accounts.end(), [&folder](const model::Account &one) {
                    return one.id == folder.list.account;
                });
                if (account != accounts.end() && isFetched(folder.specialUse)) {
                    const bool isRemoved = !m_engine.d->account(account->id);
                    found.push_back({folder, account->address.toString(), isRemoved});
                }
            }
            std::sort(found.begin(), found.end(), before);
            setRows(found);
            m_loading = false;
            Q_EMIT loaded();
            if (m_dirty)
                load();
        });
}

int Folders::indexOf(const model::MailList &list) const
{
    const auto found =
        std::find_if(rows().begin(), rows().end(), [&list](const FolderRow &row) { return row.key() == list; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

}
