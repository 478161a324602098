#include "core/engine/Contacts.h"

#include "core/engine/AddressMap.h"
#include "core/engine/ContactsPrivate.h"
#include "core/engine/People.h"

#include <QHash>

namespace isthmus::engine {

Contacts::Contacts(Engine &engine)
    : d(std::make_unique<Private>(Private{*engine.d, {}, {}, {}, base::Task<base::Done>::ready(base::Done{})}))
{
    auto rows =
        d->engine.database->readNow([](store::Connection &connection) -> base::Result<std::vector<store::PersonRow>> {
            return store::PersonTable(connection).all();
        });
    if (rows) {
        for (store::PersonRow &row : *rows)
            d->keep(std::move(row));
    }
    connect(&d->engine.presence, &PresenceBoard::changed, this, [this](const model::Jid &bare) {
        if (const auto person = personOf(bare))
            Q_EMIT changed(*person);
    });
    connect(d->engine.links.get(), &Links::stateChanged, this,
            [this](model::AccountId account, model::Service service, const model::LinkState &state) {
                if (service == model::Service::Chat && state.phase == model::LinkState::Phase::Online)
                    block(account);
            });
    connect(&d->engine.events, &Events::changed, this, [this](const Changes &changes) {
        if (!changes.persons.empty())
            reload(changes.persons);
    });
}

Contacts::~Contacts() = default;

void Contacts::reload(const std::set<model::PersonId> &persons)
{
    using Rows = std::vector<std::pair<model::PersonId, std::optional<store::PersonRow>>>;
    const base::Promise<base::Done> promise;
    d->reloaded = promise.task();
    d->engine.database
        ->read([persons](store::Connection &connection) -> base::Result<Rows> {
            Rows rows;
            store::PersonTable table(connection);
            for (model::PersonId person : persons)
                rows.emplace_back(person, table.one(person));
            return rows;
        })
        .then(this, [this, promise](base::Result<Rows> rows) {
            if (!rows)
                return promise.finish(rows.error());
            for (const auto &[person, row] : *rows)
                d->forget(person);
            for (auto &[person, row] : *rows) {
                if (row)
                    d->keep(std::move(*row));
            }
            for (const auto &[person, row] : *rows)
                Q_EMIT changed(person);
            promise.finish(base::Done{});
        });
}

std::optional<model::Contact> Contacts::contact(model::PersonId person) const
{
    const auto found = d->rows.constFind(person);
    if (found == d->rows.constEnd())
        return std::nullopt;
    return d->complete(*found);
}

std::optional<model::PersonId> Contacts::personOf(const model::Address &address) const
{
    const auto found = d->owners.constFind(model::addressKey(address));
    if (found == d->owners.constEnd())
        return std::nullopt;
    return *found;
}

std::vector<model::Contact> Contacts::all() const
{
    std::vector<model::Contact> contacts;
    for (const store::PersonRow &row : std::as_const(d->rows)) {
        if (!row.suspicious)
            contacts.push_back(d->complete(row));
    }
    std::sort(contacts.begin(), contacts.end(),
              [](const model::Contact &a, const model::Contact &b) { return a.id < b.id; });
    return contacts;
}

base::Task<model::PersonId> Contacts::findOrAdd(model::Address address, QString name)
{
    return d->change([address = std::move(address), name = std::move(name)](People &people) {
        return base::Result<model::PersonId>(people.findOrAdd(address, name));
    });
}

base::Task<base::Done> Contacts::rename(model::PersonId person, QString name)
{
    return d->engine.write(
        [person, name = std::move(name)](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            store::PersonTable(connection).rename(person, name, store::NameSource::User);
            changes.person(person);
            return base::Done{};
        });
}

base::Task<base::Done> Contacts::setSendVia(model::PersonId person, model::SendVia via)
{
    return d->engine.write([person, via](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
        store::PersonTable(connection).setSendVia(person, via);
        changes.person(person);
        return base::Done{};
    });
}

base::Task<base::Done> Contacts::setMuted(model::PersonId person, bool muted)
{
    return d->engine.write([person, muted](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
        store::PersonTable(connection).setMuted(person, muted);
        changes.person(person);
        return base::Done{};
    });
}

base::Task<base::Done> Contacts::addAddress(model::PersonId person, model::Address address, model::Evidence evidence)
{
    return d->change([person, address = std::move(address), evidence](People &people) {
        return people.addAddress(person, address, evidence);
    });
}

base::Task<base::Done> Contacts::removeAddress(model::PersonId person, model::LinkId link)
{
    return d->change([person, link](People &people) { return people.removeAddress(person, link); });
}

base::Task<base::Done> Contacts::merge(model::PersonId person, model::PersonId other)
{
    return d->change([person, other](People &people) { return people.merge(person, other); });
}

std::vector<Contacts::JoinProposal> Contacts::joinProposals() const
{
    std::vector<JoinProposal> found;
    for (auto claim = d->claims.constBegin(); claim != d->claims.constEnd(); ++claim) {
        const auto owner = d->owners.constFind(claim.key());
        const store::PersonRow &row = *d->rows.constFind(claim.value());
        if (owner == d->owners.constEnd() || *owner == claim.value() || row.contact.blocked
            || d->rows.constFind(*owner)->suspicious || d->rows.constFind(*owner)->contact.blocked)
            continue;
        for (const model::AddressLink &link : row.contact.links) {
            if (model::addressKey(link.address) == claim.key())
                found.push_back({claim.value(), *owner, link.id, link.address, link.evidence, link.since});
        }
    }
    std::sort(found.begin(), found.end(), [](const JoinProposal &a, const JoinProposal &b) { return a.link < b.link; });
    return found;
}

base::Task<base::Done> Contacts::joinAs(const JoinProposal &proposal)
{
    return d->change([proposal](People &people) -> base::Result<base::Done> {
        if (auto joined = people.merge(proposal.person, proposal.other); !joined)
            return joined;
        return people.addAddress(proposal.person, proposal.address, model::Evidence::Confirmed);
    });
}

base::Task<base::Done> Contacts::deny(const JoinProposal &proposal)
{
    return d->change([proposal](People &people) { return people.deny(proposal.person, proposal.link); });
}

QByteArray Contacts::exportMap(MapFormat format) const
{
    std::vector<model::PersonId> persons;
    for (auto it = d->rows.keyBegin(); it != d->rows.keyEnd(); ++it)
        persons.push_back(*it);
    std::sort(persons.begin(), persons.end());
    AddressMapEntries entries;
    int number = 0;
    for (const model::PersonId person : persons) {
        const store::PersonRow &row = *d->rows.constFind(person);
        if (row.suspicious)
            continue;
        ++number;
        const model::Contact contact = d->complete(row);
        for (const model::AddressLink &link : contact.links) {
            entries.push_back({number, row.contact.name, row.contact.sendVia, link.address, link.evidence, link.since,
                               row.homes.contains(model::addressKey(link.address))});
        }
    }
    return format == MapFormat::Csv ? addressMapToCsv(entries) : addressMapToJson(entries);
}

base::Task<Contacts::MapImport> Contacts::importMap(QByteArray file)
{
    const auto read = readAddressMap(file);
    if (!read)
        return base::Task<MapImport>::ready(read.error());
    return d->change([read = *read](People &people) -> base::Result<MapImport> {
        const People::Imported done = people.import(read.entries);
        return MapImport{done.people, done.addresses, done.conflicts, read.unreadable};
    });
}

base::Task<base::Done> Contacts::addToRoster(model::Jid jid, QString name)
{
    for (const model::Account &account : d->engine.accountList) {
        if (!d->engine.links->isOnline(account.id, model::Service::Chat))
            continue;
        base::Promise<base::Done> promise;
        d->engine.links->perform(account.id, model::SetRosterEntry{jid.bare(), name, true, false})
            .then(this, [promise](const base::Result<model::CommandResult> &result) {
                promise.finish(result ? base::Result<base::Done>(base::Done{}) : result.error());
            });
        return promise.task();
    }
    return base::Task<base::Done>::ready(base::Error{base::Fault::Unreachable, QStringLiteral("no chat link is up")});
}

}
