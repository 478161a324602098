#pragma once

#include "core/engine/Contacts.h"
#include "core/engine/EnginePrivate.h"
#include "core/engine/People.h"

#include <QHash>

namespace isthmus::engine {

/// What Contacts keeps in memory of the store. Thread: the window's.
struct Contacts::Private {
    Engine::Private &engine;
    QHash<model::PersonId, store::PersonRow> rows;
    QHash<QString, model::PersonId> owners; ///< by address key

    void keep(store::PersonRow row)
    {
        for (const QString &home : std::as_const(row.homes))
            owners.insert(home, row.contact.id);
        rows.insert(row.contact.id, std::move(row));
    }
    void forget(model::PersonId person)
    {
        const store::PersonRow gone = rows.take(person);
        for (const QString &home : gone.homes) {
            if (owners.value(home) == person)
                owners.remove(home);
        }
    }
    [[nodiscard]] model::Contact complete(const store::PersonRow &row) const
    {
        model::Contact contact = row.contact;
        contact.presence = engine.presence.of(contact.links);
        return contact;
    }
    /// \p fn(People &) -> Result<T>, in one transaction.
    template <typename F>
    [[nodiscard]] auto change(F fn)
    {
        return engine.write([fn = std::move(fn), domains = engine.ownDomains(), now = engine.parts.clock()](
                                store::Connection &connection, Changes &changes) mutable {
            People people(connection, changes, domains, now);
            return fn(people);
        });
    }
};

}
