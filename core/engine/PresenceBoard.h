#pragma once

#include "core/model/Contact.h"
#include "core/model/Ids.h"

#include <QHash>
#include <QObject>

namespace isthmus::engine {

/// Who is there, as the accounts' servers say. Known only while that account's chat link is up.
/// Thread: the window's.
class PresenceBoard final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void set(model::AccountId account, const model::Jid &bare, const model::Presence &presence);
    /// The account's link is down: what it said is no longer known.
    void forget(model::AccountId account);
    /// The best that any account knows.
    [[nodiscard]] model::Presence of(const model::Jid &bare) const;
    /// The best of all chat addresses of a person.
    [[nodiscard]] model::Presence of(const std::vector<model::AddressLink> &links) const;

Q_SIGNALS:
    void changed(const isthmus::model::Jid &bare);

private:
    QHash<model::AccountId, QHash<model::Jid, model::Presence>> m_known;
};

}
