#pragma once

#include "core/model/Ids.h"
#include "core/model/Jid.h"
#include "core/store/Connection.h"

#include <optional>
#include <vector>

namespace isthmus::store {

/// How far a chat has been read here, as long as somebody still has to be told.
struct ReadStateDue {
    model::AccountId account;
    model::Jid chat;
    QString markerId;  ///< to the sender, by XEP-0333; empty: told, or not to be told
    QString archiveId; ///< to our other devices, by XEP-0490; empty: told, or not to be told
    bool operator==(const ReadStateDue &) const = default;
};

/// Tables `read_due` and `read_elsewhere`: what others must still hear of what was read here, and what was
/// read on other devices. One row for each chat: the newest word is all of it.
class ReadStateTable
{
public:
    explicit ReadStateTable(Connection &connection) : m_connection(connection) {}

    /// Replaces what an earlier word said, but keeps one that this one does not repeat.
    void setDue(const ReadStateDue &due);
    [[nodiscard]] std::vector<ReadStateDue> due(model::AccountId account);
    /// That word has been heard, or was refused for good; a newer one stays due.
    void markerSent(const ReadStateDue &told);
    void published(const ReadStateDue &told);

    void setElsewhere(model::AccountId account, const model::Jid &chat, const QString &archiveId);
    /// The message up to which another device has read; empty if none has said so.
    [[nodiscard]] QString elsewhere(model::AccountId account, const model::Jid &chat);

private:
    void forgetFinished();
    Connection &m_connection;
};

}
