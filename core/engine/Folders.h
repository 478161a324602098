#pragma once

#include "core/engine/RowModel.h"
#include "core/model/Folder.h"

#include <QString>

namespace isthmus::engine {

class Engine;

/// A line of the folder list: an account, which stands for all of its mails, or one of its folders.
struct FolderRow {
    model::Folder folder;
    QString account;        ///< its address
    bool isRemoved = false; ///< of an account that is not signed in any more: what is kept of it is read here
    [[nodiscard]] model::MailList key() const { return folder.list; }
    [[nodiscard]] bool isAccount() const { return !folder.list.folder.isValid(); }
    bool operator==(const FolderRow &) const = default;
};

/// Accounts and below each its folders: inbox, sent, archive, then the others by name. Those whose mails are not fetched
/// (drafts, junk, trash, and views that show what lies elsewhere) are not listed: they would look empty. Follows the store
/// by itself while it is told to: counting a hundred thousand mails takes some tens of milliseconds. Thread: the window's.
class Folders final : public RowModel<FolderRow>
{
    Q_OBJECT
public:
    explicit Folders(Engine &engine, QObject *parent = nullptr);

    /// Whether what changes in the store is read at once; else it is when following begins. It does so from the start.
    void setFollowing(bool following);
    [[nodiscard]] int indexOf(const model::MailList &list) const; ///< -1 if absent

Q_SIGNALS:
    void loaded(); ///< read anew from the store

private:
    void load();
    void follow();

    Engine &m_engine;
    bool m_loading = false;
    bool m_dirty = false;
    bool m_following = true;
    bool m_missed = false; ///< something changed while it was not following
};

}
Q_DECLARE_METATYPE(isthmus::engine::FolderRow)
