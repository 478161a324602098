#include "core/engine/Drafts.h"

#include "core/engine/Contacts.h"
#include "core/engine/EnginePrivate.h"
#include "core/store/DraftTable.h"

#include <QHash>

namespace isthmus::engine {

struct Drafts::Private {
    Engine::Private &engine;
    QHash<QString, store::DraftRow> rows; ///< by home

    /// The address keys whose items the person's conversation shows.
    [[nodiscard]] QStringList homes(model::PersonId person) const
    {
        if (!person.isValid())
            return {QString()};
        QStringList keys;
        const auto contact = engine.contacts->contact(person);
        for (const model::AddressLink &link : contact ? contact->links : std::vector<model::AddressLink>()) {
            if (engine.contacts->personOf(link.address) == person)
                keys.append(model::addressKey(link.address));
        }
        return keys;
    }
    [[nodiscard]] const store::DraftRow *newest(model::PersonId person) const
    {
        const store::DraftRow *found = nullptr;
        for (const QString &home : homes(person)) {
            const auto row = rows.constFind(home);
            if (row != rows.constEnd() && (!found || found->changedAt < row->changedAt))
                found = &*row;
        }
        return found;
    }
};

Drafts::Drafts(Engine &engine) : d(std::make_unique<Private>(Private{*engine.d, {}}))
{
    auto rows = d->engine.database->readNow([](store::Connection &connection) -> base::Result<std::vector<store::DraftRow>> {
        return store::DraftTable(connection).all();
    });
    for (store::DraftRow &row : std::move(rows).valueOr({}))
        d->rows.insert(row.home, std::move(row));
}

Drafts::~Drafts() = default;

std::optional<model::TypedDraft> Drafts::find(model::PersonId person) const
{
    const store::DraftRow *row = d->newest(person);
    return row ? std::optional(row->draft) : std::nullopt;
}

base::Task<base::Done> Drafts::keep(model::PersonId person, model::TypedDraft draft)
{
    const store::DraftRow *before = d->newest(person);
    if (draft.isEmpty() && !before)
        return base::Task<base::Done>::ready(base::Done{});
    const QStringList homes = d->homes(person);
    if (homes.isEmpty())
        return base::Task<base::Done>::ready(base::Error{base::Fault::NotFound, QStringLiteral("no such person")});
    const bool looksOther =
        !before || draft.isEmpty() || before->draft.line() != draft.line() || before->draft.files != draft.files;
    const store::DraftRow row{before ? before->home : homes.front(), std::move(draft), d->engine.parts.clock()};
    if (row.draft.isEmpty())
        d->rows.remove(row.home);
    else
        d->rows.insert(row.home, row);
    return d->engine.write(
        [person, row, looksOther](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            store::DraftTable table(connection);
            if (row.draft.isEmpty())
                table.remove(row.home);
            else
                table.save(row);
            if (looksOther && person.isValid())
                changes.draft(person);
            return base::Done{};
        });
}

std::optional<QString> Drafts::take(model::PersonId person)
{
    const store::DraftRow *row = d->newest(person);
    return row ? std::optional(d->rows.take(row->home).home) : std::nullopt;
}

}
