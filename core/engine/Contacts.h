#pragma once

#include "core/base/Task.h"
#include "core/model/Contact.h"

#include <QObject>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace isthmus::engine {

class Engine;

/// People and their addresses: who is who, by evidence. Thread: the window's; writes run on the store's.
class Contacts final : public QObject
{
    Q_OBJECT
public:
    explicit Contacts(Engine &engine);
    ~Contacts() override;

    /// As last read from the store, with presence; nullopt for a person that does not exist.
    [[nodiscard]] std::optional<model::Contact> contact(model::PersonId person) const;
    [[nodiscard]] std::optional<model::PersonId> personOf(const model::Address &address) const;
    [[nodiscard]] std::vector<model::Contact> all() const;

    /// The person with that address; made, with evidence User, if there is none.
    [[nodiscard]] base::Task<model::PersonId> findOrAdd(model::Address address, QString name);
    [[nodiscard]] base::Task<base::Done> rename(model::PersonId person, QString name);
    [[nodiscard]] base::Task<base::Done> setSendVia(model::PersonId person, model::SendVia via);
    /// Adds or confirms an address. Fault::Conflict if it belongs to another person.
    [[nodiscard]] base::Task<base::Done> addAddress(model::PersonId person, model::Address address,
                                                    model::Evidence evidence);
    /// Splits the address off into a person of its own, with its items.
    [[nodiscard]] base::Task<base::Done> removeAddress(model::PersonId person, model::LinkId link);
    /// All of \p other's addresses become \p person's. No item is rewritten; removeAddress undoes it.
    [[nodiscard]] base::Task<base::Done> merge(model::PersonId person, model::PersonId other);
    /// Asks the server to add the contact and to show presence (RFC 6121 3.1).
    [[nodiscard]] base::Task<base::Done> addToRoster(model::Jid jid, QString name);

Q_SIGNALS:
    void changed(isthmus::model::PersonId person);
    void reset();

private:
    void reload(const std::set<model::PersonId> &persons);
    struct Private;
    std::unique_ptr<Private> d;
};

}
