#pragma once

#include "core/model/Item.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace isthmus::engine {

class Engine;

/// One line of the list: a person (or mail-only correspondent) and the last thing that was said.
struct ConversationRow {
    model::PersonId person;
    QString name;
    QString address; ///< address that names the avatar's colour and the tool tip
    model::Presence presence;
    model::Channel lastChannel = model::Channel::Chat;
    model::Direction lastDirection = model::Direction::Incoming;
    QString lastLine;         ///< subject of a mail, else first line of the text; empty if nothing yet
    base::Timestamp lastAt{}; ///< epoch if nothing yet
    int unread = 0;
    bool failed = false; ///< the last own message failed
    bool hasDraft = false;
    QString draftLine;       ///< its subject or first line
    bool hasChat = false;    ///< a chat address is known
    bool hasMail = false;    ///< a confirmed mailbox is known
    bool muted = false;      ///< nothing tells of what comes
    bool blocked = false;    ///< not among the others
    bool suspicious = false; ///< the row of mails that claim to be somebody they are not
    bool operator==(const ConversationRow &) const = default;
};

/// The conversation list: everybody in the roster or with items, newest first, then by name.
/// Follows the store by itself. Thread: the window's.
class Conversations final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { RowRole = Qt::UserRole + 1, PersonRole };

    explicit Conversations(Engine &engine, QObject *parent = nullptr);
    ~Conversations() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the name. RowRole: a ConversationRow. PersonRole: the PersonId's number.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const ConversationRow &row(int index) const;
    [[nodiscard]] int indexOf(model::PersonId person) const; ///< -1 if absent
    /// Everything of this person that has come so far has been read, as Timeline::markRead() does it.
    void markRead(model::PersonId person);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
Q_DECLARE_METATYPE(isthmus::engine::ConversationRow)
