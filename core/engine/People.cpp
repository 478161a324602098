#include "core/engine/People.h"

#include <algorithm>
#include <map>

namespace isthmus::engine {

using model::Address;
using model::addressKey;
using model::Evidence;
using store::NameSource;

namespace {

QString domainOf(const Address &address)
{
    if (const auto *jid = std::get_if<model::Jid>(&address))
        return jid->domain();
    return model::toAsciiDomain(std::get<model::MailAddress>(address).domain());
}

QString spelled(const Address &address)
{
    if (const auto *jid = std::get_if<model::Jid>(&address))
        return jid->bare().toString();
    return std::get<model::MailAddress>(address).toString();
}

}

People::People(store::Connection &connection, Changes &changes, QStringList ownDomains, base::Timestamp now)
    : m_table(connection), m_preferences(connection), m_changes(changes), m_ownDomains(std::move(ownDomains)), m_now(now)
{}

bool People::isOwnDomain(const QString &domain) const
{
    return m_ownDomains.contains(domain);
}

std::optional<Address> People::twin(const Address &address) const
{
    if (!isOwnDomain(domainOf(address)))
        return std::nullopt;
    if (std::holds_alternative<model::Jid>(address)) {
        auto mail = model::MailAddress::parse(spelled(address));
        return mail ? std::optional<Address>(std::move(mail).value()) : std::nullopt;
    }
    auto jid = model::Jid::parse(spelled(address));
    return jid && jid->isBare() ? std::optional<Address>(std::move(jid).value()) : std::nullopt;
}

bool People::isPassingMailbox(model::PersonId person)
{
    const auto row = m_table.one(person);
    return row && !row->suspicious && row->nameSource < NameSource::User && row->contact.links.size() == 1
           && row->contact.links.front().isMail() && row->contact.links.front().evidence == Evidence::Header;
}

void People::absorb(model::PersonId person, model::PersonId other)
{
    m_table.noteFormer(person);
    m_table.noteFormer(other);
    // Who was blocked stays so: joining lets nobody in.
    if (const auto row = m_table.one(other); row && row->contact.blocked)
        m_table.setBlocked(person, true);
    m_table.moveLinks(other, person);
    m_table.remove(other);
    m_changes.person(person);
    m_changes.person(other);
}

void People::ownTwin(model::PersonId person, const Address &address)
{
    const std::optional<Address> other = twin(address);
    if (!other)
        return;
    const auto owner = m_table.ownerOf(addressKey(*other));
    if (owner == person)
        return;
    if (owner) {
        if (!isPassingMailbox(*owner))
            return;
        absorb(person, *owner);
    }
    m_table.own(person, *other, Evidence::SameAddress, m_now);
}

model::PersonId People::correspondent(const Address &address, const QString &name)
{
    const bool mail = std::holds_alternative<model::MailAddress>(address);
    if (const auto owner = m_table.ownerOf(addressKey(address))) {
        // A name in a header may give a nameless mailbox a name, but never a contact another one.
        if (mail && !name.isEmpty()) {
            const auto row = m_table.one(*owner);
            if (row && row->nameSource == NameSource::Address) {
                m_table.rename(*owner, name, NameSource::Header);
                m_changes.person(*owner);
            }
        }
        return *owner;
    }
    if (const auto other = twin(address)) {
        if (const auto owner = m_table.ownerOf(addressKey(*other))) {
            m_table.own(*owner, address, Evidence::SameAddress, m_now);
            m_changes.person(*owner);
            return *owner;
        }
    }
    const model::PersonId person =
        m_table.add(name.isEmpty() ? spelled(address) : name, name.isEmpty() ? NameSource::Address : NameSource::Header);
    m_table.own(person, address, Evidence::Header, m_now);
    m_changes.person(person);
    return person;
}

void People::apply(model::AccountId account, const model::RosterEntry &entry)
{
    const Address address = entry.jid.bare();
    if (entry.removed) {
        m_table.removeRoster(account, entry.jid);
        if (const auto owner = m_table.ownerOf(addressKey(address))) {
            m_table.noLongerInRoster(*owner, address);
            m_changes.person(*owner);
        }
        return;
    }
    m_table.setRoster(account, entry.jid, entry.name, entry.subscription);
    auto person = m_table.ownerOf(addressKey(address));
    if (!person) {
        if (const auto other = twin(address))
            person = m_table.ownerOf(addressKey(*other));
    }
    if (!person)
        person = m_table.add(spelled(address), NameSource::Address);
    m_table.own(*person, address, Evidence::Roster, m_now);
    if (!entry.name.isEmpty())
        m_table.rename(*person, entry.name, NameSource::Roster);
    ownTwin(*person, address);
    m_changes.person(*person);
}

void People::apply(model::AccountId account, const model::RosterReset &reset)
{
    QStringList gone = m_table.rosterKeys(account);
    for (const model::RosterEntry &entry : reset.entries) {
        gone.removeAll(addressKey(entry.jid));
        apply(account, entry);
    }
    for (const QString &key : gone) {
        const auto address = model::addressFromKey(key);
        if (address && std::holds_alternative<model::Jid>(*address))
            apply(account, model::RosterEntry{std::get<model::Jid>(*address), {}, {}, true});
    }
}

void People::apply(const model::VCardFound &card)
{
    const auto person = m_table.ownerOf(addressKey(card.jid.bare()));
    if (!person)
        return;
    if (!card.name.isEmpty())
        m_table.rename(*person, card.name, NameSource::VCard);
    for (const model::MailAddress &mailbox : card.mailboxes)
        m_table.claim(*person, mailbox, Evidence::VCard, m_now);
    m_changes.person(*person);
}

void People::apply(model::AccountId account, const model::PreferenceFound &found)
{
    using model::Subscription;
    const QString key = addressKey(found.jid.bare());
    const auto person = m_table.ownerOf(key);
    const auto subscription = m_table.subscription(account, key);
    if (!person || !subscription || (*subscription != Subscription::To && *subscription != Subscription::Both))
        return;
    m_preferences.set(key, found.preference);
    if (found.preference && !found.preference->mail.isNull())
        m_table.claim(*person, found.preference->mail, Evidence::Published, m_now);
    m_changes.person(*person);
}

model::PersonId People::findOrAdd(const Address &address, const QString &name)
{
    auto person = m_table.ownerOf(addressKey(address));
    if (!person) {
        person =
            m_table.add(name.isEmpty() ? spelled(address) : name, name.isEmpty() ? NameSource::Address : NameSource::User);
        m_table.own(*person, address, Evidence::User, m_now);
        ownTwin(*person, address);
        m_changes.person(*person);
    }
    return *person;
}

base::Result<base::Done> People::addAddress(model::PersonId person, const Address &address, Evidence evidence)
{
    if (!m_table.one(person))
        return base::Error{base::Fault::NotFound, QStringLiteral("no such person")};
    const auto owner = m_table.ownerOf(addressKey(address));
    if (owner && *owner != person) {
        if (!isPassingMailbox(*owner))
            return base::Error{base::Fault::Conflict, QStringLiteral("the address belongs to another contact")};
        absorb(person, *owner);
    }
    if (evidence >= Evidence::Roster || evidence == Evidence::SameAddress)
        m_table.own(person, address, evidence, m_now);
    else
        m_table.claim(person, address, evidence, m_now);
    m_changes.person(person);
    return base::Done{};
}

base::Result<base::Done> People::removeAddress(model::PersonId person, model::LinkId link)
{
    const auto row = m_table.one(person);
    const auto found = row ? std::find_if(row->contact.links.begin(), row->contact.links.end(),
                                          [link](const model::AddressLink &l) { return l.id == link; })
                           : std::vector<model::AddressLink>::const_iterator{};
    if (!row || found == row->contact.links.end())
        return base::Error{base::Fault::NotFound, QStringLiteral("no such address of that person")};
    m_changes.person(person);
    if (!row->homes.contains(addressKey(found->address))) {
        m_table.deny(link); // or the next word of the contact would bring it back
        return base::Done{};
    }
    if (row->homes.size() == 1)
        return base::Error{base::Fault::Conflict, QStringLiteral("a person has at least one address")};
    splitOff(*row, *found);
    return base::Done{};
}

void People::splitOff(const store::PersonRow &row, const model::AddressLink &link)
{
    const model::PersonId person = row.contact.id;
    auto former = m_table.formerOf(link.id);
    const bool isOwn = former && former->person == person;
    model::PersonId other;
    if (former && !isOwn && former->restored && m_table.one(*former->restored))
        other = *former->restored;
    else
        other = m_table.add(spelled(link.address), NameSource::Address);
    m_table.moveLink(link.id, other);
    // Whatever they say of themselves from now on, the user has said that they are two.
    m_table.deny(person, link.address, m_now);
    m_changes.person(other);
    if (former && !isOwn) {
        if (former->restored != other)
            m_table.becomeFormer(other, *former);
        m_table.restoreFormer(former->person, person, other);
    }
    // Where all that is left was somebody else's, that is who it is, and name and way, as they are by now, went along
    // with the last address of the person's own.
    const auto left = m_table.soleFormer(person);
    if (left && left->person != person) {
        if (isOwn)
            m_table.becomeFormer(
                other,
                {other, row.contact.name, row.nameSource, row.contact.sendVia, row.contact.muted, row.contact.blocked, {}});
        m_table.becomeFormer(person, *left);
    }
    if (left)
        m_table.forgetFormer(person);
    if (isOwn)
        m_table.forgetFormer(other);
}

base::Result<base::Done> People::deny(model::PersonId person, model::LinkId claim)
{
    if (!m_table.one(person))
        return base::Error{base::Fault::NotFound, QStringLiteral("no such person")};
    m_table.deny(claim);
    m_changes.person(person);
    return base::Done{};
}

base::Result<base::Done> People::merge(model::PersonId person, model::PersonId other)
{
    const auto to = m_table.one(person);
    const auto from = m_table.one(other);
    if (person == other || !to || !from)
        return base::Error{base::Fault::NotFound, QStringLiteral("two persons are needed")};
    if (to->suspicious || from->suspicious)
        return base::Error{base::Fault::Rejected, QStringLiteral("suspicious mail belongs to nobody")};
    absorb(person, other);
    return base::Done{};
}

/// The person here whom the entries of one person in the file are about; made if there is none.
model::PersonId People::importedPerson(const AddressMapEntries &entries, Imported &done)
{
    for (const AddressMapEntry &entry : entries) {
        const auto owner = entry.owns ? m_table.ownerOf(addressKey(entry.address)) : std::nullopt;
        if (owner)
            return *owner;
    }
    const AddressMapEntry &first = entries.front();
    const model::PersonId person = m_table.add(first.name.isEmpty() ? spelled(first.address) : first.name, NameSource::User);
    m_table.setSendVia(person, first.sendVia);
    ++done.people;
    return person;
}

void People::importAddress(model::PersonId person, const AddressMapEntry &entry, Imported &done)
{
    const auto owner = m_table.ownerOf(addressKey(entry.address));
    if (!entry.owns) {
        m_table.claim(person, entry.address, entry.evidence, entry.since);
        return;
    }
    if (owner && *owner != person) {
        if (!isPassingMailbox(*owner)) {
            ++done.conflicts;
            return;
        }
        absorb(person, *owner);
    }
    if (owner != person)
        ++done.addresses;
    m_table.own(person, entry.address, entry.evidence, entry.since);
}

People::Imported People::import(const AddressMapEntries &entries)
{
    Imported done;
    std::map<int, AddressMapEntries> people;
    for (const AddressMapEntry &entry : entries)
        people[entry.person].push_back(entry);
    for (const auto &[number, addresses] : people) {
        const bool owns =
            std::any_of(addresses.begin(), addresses.end(), [](const AddressMapEntry &entry) { return entry.owns; });
        if (!owns)
            continue; // claims of nobody
        const model::PersonId person = importedPerson(addresses, done);
        for (const AddressMapEntry &entry : addresses)
            importAddress(person, entry, done);
        m_changes.person(person);
    }
    return done;
}

}
