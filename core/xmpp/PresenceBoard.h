#pragma once

#include "core/model/Jid.h"
#include "core/model/Presence.h"

#include <QHash>
#include <QString>

#include <vector>

namespace isthmus::xmpp {

/// What every resource of every contact last said, and the best of it (RFC 6121 4, 8.5.2.1). A negative
/// priority counts as offline. Thread: any, one at a time.
class PresenceBoard
{
public:
    /// \p from: with its resource. \p priority: RFC 6121 4.7.2.3.
    void available(const model::Jid &from, const model::Presence &presence, int priority);
    /// A bare \p from: all its resources.
    void unavailable(const model::Jid &from, const QString &status);
    void clear() { m_contacts.clear(); }

    [[nodiscard]] bool isKnown(const model::Jid &bare) const { return m_contacts.contains(bare); }
    /// Unknown for a contact that was never heard of.
    [[nodiscard]] model::Presence best(const model::Jid &bare) const;
    [[nodiscard]] std::vector<model::Jid> contacts() const;
    /// Full addresses of a contact's resources that are there, highest priority first.
    [[nodiscard]] std::vector<model::Jid> resources(const model::Jid &bare) const;

private:
    struct Resource {
        model::Presence presence;
        int priority = 0;
    };
    struct Contact {
        QHash<QString, Resource> resources;
        QString lastWords; ///< status of the last unavailable presence
    };
    QHash<model::Jid, Contact> m_contacts;
};

}
