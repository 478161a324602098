#pragma once

#include "core/base/Result.h"
#include "core/engine/AddressMap.h"
#include "core/engine/Events.h"
#include "core/model/Batch.h"
#include "core/store/PersonTable.h"
#include "core/store/PreferenceTable.h"

#include <QStringList>

namespace isthmus::engine {

/// Who owns which address, and why: the rules by which addresses become people. Works inside one
/// transaction, on the store's thread, and notes what it changed.
///
/// An address has one owner. Ownership comes from the roster, from the user, from a first message, or from
/// equal spelling in a domain of ours, where one administrator gives out both. A vCard or a header only
/// claims: nothing follows from it until the user confirms it (X46).
class People
{
public:
    /// \p ownDomains: domains of the accounts, as A-labels.
    People(store::Connection &connection, Changes &changes, QStringList ownDomains, base::Timestamp now);

    /// The owner of the address that a message came from or went to; made if there is none.
    [[nodiscard]] model::PersonId correspondent(const model::Address &address, const QString &name);

    void apply(model::AccountId account, const model::RosterEntry &entry);
    void apply(model::AccountId account, const model::RosterReset &reset);
    void apply(const model::VCardFound &card);
    /// How a contact wants to be reached: from those alone who show us their presence (specification 5). A
    /// mailbox in it is only claimed.
    void apply(model::AccountId account, const model::PreferenceFound &found);

    /// The owner of the address, or a new person that the user typed in.
    [[nodiscard]] model::PersonId findOrAdd(const model::Address &address, const QString &name);
    /// Fault::Conflict: it belongs to somebody about whom more is known than one received mail.
    [[nodiscard]] base::Result<base::Done> addAddress(model::PersonId person, const model::Address &address,
                                                      model::Evidence evidence);
    [[nodiscard]] base::Result<base::Done> removeAddress(model::PersonId person, model::LinkId link);
    /// The user says that a claimed address is not that person's.
    [[nodiscard]] base::Result<base::Done> deny(model::PersonId person, model::LinkId claim);
    /// Takes over what the file says, except where an address belongs to somebody else here.
    struct Imported {
        int people = 0;    ///< new ones
        int addresses = 0; ///< new ones, with those of new people
        int conflicts = 0; ///< addresses left where they were
    };
    [[nodiscard]] Imported import(const AddressMapEntries &entries);
    [[nodiscard]] base::Result<base::Done> merge(model::PersonId person, model::PersonId other);

private:
    [[nodiscard]] bool isOwnDomain(const QString &domain) const;
    /// The same spelling as the other kind of address, in a domain of ours.
    [[nodiscard]] std::optional<model::Address> twin(const model::Address &address) const;
    void ownTwin(model::PersonId person, const model::Address &address);
    /// A person of whom nothing but one mailbox from a mail's header is known.
    [[nodiscard]] bool isPassingMailbox(model::PersonId person);
    void absorb(model::PersonId person, model::PersonId other);
    /// To a person of its own: the one it was with before people were joined, where that is known.
    void splitOff(const store::PersonRow &row, const model::AddressLink &link);
    [[nodiscard]] model::PersonId importedPerson(const AddressMapEntries &entries, Imported &done);
    void importAddress(model::PersonId person, const AddressMapEntry &entry, Imported &done);

    store::PersonTable m_table;
    store::PreferenceTable m_preferences;
    Changes &m_changes;
    QStringList m_ownDomains;
    base::Timestamp m_now;
};

}
