#pragma once

#include "core/engine/Contacts.h"
#include "core/engine/EnginePrivate.h"
#include "core/engine/People.h"

#include <QHash>

#include <algorithm>

namespace isthmus::engine {

/// What Contacts keeps in memory of the store. Thread: the window's.
struct Contacts::Private {
    Engine::Private &engine;
    QHash<model::PersonId, store::PersonRow> rows;
    QHash<QString, model::PersonId> owners;      ///< by address key
    QMultiHash<QString, model::PersonId> claims; ///< by address key: by a word of their own that was not denied
    base::Task<base::Done> reloaded;             ///< the newest reading of what was changed

    void keep(store::PersonRow row)
    {
        for (const QString &home : std::as_const(row.homes))
            owners.insert(home, row.contact.id);
        for (const model::AddressLink &link : row.contact.links) {
            if (isOwnWord(row, link))
                claims.insert(model::addressKey(link.address), row.contact.id);
        }
        rows.insert(row.contact.id, std::move(row));
    }
    void forget(model::PersonId person)
    {
        const store::PersonRow gone = rows.take(person);
        for (const model::AddressLink &link : gone.contact.links)
            claims.remove(model::addressKey(link.address), person);
        for (const QString &home : gone.homes) {
            if (owners.value(home) == person)
                owners.remove(home);
        }
    }
    static bool isOwnWord(const store::PersonRow &row, const model::AddressLink &link)
    {
        return (link.evidence == model::Evidence::VCard || link.evidence == model::Evidence::Published)
               && !row.homes.contains(model::addressKey(link.address))
               && std::find(row.denied.begin(), row.denied.end(), link.id) == row.denied.end();
    }
    [[nodiscard]] model::Contact complete(const store::PersonRow &row) const
    {
        model::Contact contact = row.contact;
        std::erase_if(contact.links, [&row](const model::AddressLink &link) {
            return std::find(row.denied.begin(), row.denied.end(), link.id) != row.denied.end();
        });
        contact.presence = engine.presence.of(contact.links);
        return contact;
    }
    /// \p fn(People &) -> Result<T>, in one transaction. Answered when the list shows what was changed: who asks
    /// for a person and writes to it at once would find no way to it otherwise.
    template <typename F>
    [[nodiscard]] auto change(F fn)
    {
        using Outcome = typename std::invoke_result_t<F, People &>;
        base::Promise<typename Outcome::Value> promise;
        engine
            .write([fn = std::move(fn), domains = engine.ownDomains(),
                    now = engine.parts.clock()](store::Connection &connection, Changes &changes) mutable {
                People people(connection, changes, domains, now);
                return fn(people);
            })
            .then(engine.contacts.get(), [this, promise](Outcome outcome) {
                reloaded.then(engine.contacts.get(), [promise, outcome = std::move(outcome)](
                                                         const base::Result<base::Done> &) { promise.finish(outcome); });
            });
        return promise.task();
    }
};

}
