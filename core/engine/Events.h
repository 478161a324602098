#pragma once

#include "core/model/Ids.h"

#include <QObject>
#include <QString>

#include <set>
#include <vector>

namespace isthmus::engine {

/// What one transaction did to the rows that the window shows. Filled while it runs, published after.
struct Changes {
    enum class What : std::uint8_t { Added, Changed, Removed };
    struct ItemChange {
        model::ItemId item;
        QString home;
        What what = What::Changed;
        bool operator==(const ItemChange &) const = default;
    };
    /// A letter that the server took.
    struct SentMail {
        model::AccountId account;
        model::ItemId item;
        QString home;
        QString messageId;
        QString subject;
    };
    std::vector<ItemChange> items;
    std::vector<SentMail> sentMails;
    std::set<model::PersonId> persons; ///< new, gone, renamed, or with other addresses
    std::set<model::PersonId> drafts;  ///< whose draft has come, gone, or begins with other words
    bool requests = false;             ///< somebody asks to be a contact, or got the answer
    bool outbox = false;               ///< rows of the outbox were added or changed
    bool mailServers = false;          ///< one more server was seen to check senders
    bool folders = false;              ///< folders were found, or mails are no longer where they were
    bool reports = false;              ///< display reports wait, for the user's word or for their link

    void add(model::ItemId item, const QString &home, What what) { items.push_back({item, home, what}); }
    void person(model::PersonId id) { persons.insert(id); }
    void draft(model::PersonId id) { drafts.insert(id); }
    [[nodiscard]] bool isEmpty() const
    {
        return items.empty() && sentMails.empty() && persons.empty() && drafts.empty() && !requests && !outbox
               && !mailServers && !folders && !reports;
    }
};

/// Tells the readers of the store what has changed in it. Thread: the window's.
class Events final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    void publish(const Changes &changes)
    {
        if (!changes.isEmpty())
            Q_EMIT changed(changes);
    }

Q_SIGNALS:
    void changed(const isthmus::engine::Changes &changes);
};

}
