#pragma once

#include "core/base/Result.h"
#include "core/model/Batch.h"
#include "core/xmpp/Xml.h"

#include <QHash>

#include <vector>

namespace isthmus::xmpp {

/// The contact list as the server has it (RFC 6121 2). Thread: any, one at a time.
class Roster
{
public:
    /// From <query xmlns='jabber:iq:roster'/> of the answer to our request.
    model::RosterReset reset(const gloox::Tag &query);
    /// From the <query/> of a push: exactly one entry (RFC 6121 2.1.6). Fault::Malformed. The caller has checked
    /// that the push is our own account's.
    [[nodiscard]] base::Result<model::RosterEntry> push(const gloox::Tag &query);

    /// Whether the contact shows us its presence.
    [[nodiscard]] bool showsPresence(const model::Jid &bare) const;
    [[nodiscard]] std::vector<model::Jid> contacts() const;

private:
    QHash<model::Jid, model::RosterEntry> m_entries;
};

/// The request for the list.
[[nodiscard]] TagPtr rosterRequest(const QString &id);
/// A presence stanza of \p type, such as "subscribe", to the bare address (RFC 6121 3).
[[nodiscard]] TagPtr presenceTo(const model::Jid &jid, const char *type);
/// The request that gives a contact this name, or removes it.
[[nodiscard]] TagPtr rosterChange(const QString &id, const model::Jid &jid, const QString &name, bool remove);
/// The request that blocks these contacts, or unblocks them (XEP-0191 3.4, 3.5). Not for an empty list: unblocking
/// nobody would unblock everybody.
[[nodiscard]] TagPtr blockingChange(const QString &id, const std::vector<model::Jid> &jids, bool blocked);

}
