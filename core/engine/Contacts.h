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
    /// Muted: messages come as ever, but nothing tells of them.
    [[nodiscard]] base::Task<base::Done> setMuted(model::PersonId person, bool muted);
    /// Blocked, on both channels: what still comes is kept, but neither shown among the others nor counted nor told
    /// of. The chat server is asked to let nothing through (XEP-0191 3.4, 3.5): now, or when it is reached again.
    /// Unblocking needs the chat server, where the person has a chat address: Fault::Unreachable, or what it says.
    [[nodiscard]] base::Task<base::Done> setBlocked(model::PersonId person, bool blocked);
    /// Adds or confirms an address. Fault::Conflict if it belongs to another person.
    [[nodiscard]] base::Task<base::Done> addAddress(model::PersonId person, model::Address address,
                                                    model::Evidence evidence);
    /// Splits the address off into a person of its own, with its items; one that came by joining is with the name and
    /// the way (Send via, muted, blocked) that it had before.
    [[nodiscard]] base::Task<base::Done> removeAddress(model::PersonId person, model::LinkId link);
    /// All of \p other's addresses become \p person's. No item is rewritten; removeAddress undoes it.
    [[nodiscard]] base::Task<base::Done> merge(model::PersonId person, model::PersonId other);
    /// Two people may be one, and why: one of them says itself, signed in at its server, that an address is its own
    /// which is known as the other's. Equal names and headers of mails are no reason.
    struct JoinProposal {
        model::PersonId person; ///< who claims
        model::PersonId other;  ///< who has the address
        model::LinkId link;     ///< the claim
        model::Address address;
        model::Evidence evidence = model::Evidence::VCard; ///< or Published
        base::Timestamp since{};
    };
    /// By their claims, oldest first. Changed with changed() and reset().
    [[nodiscard]] std::vector<JoinProposal> joinProposals() const;
    /// The user's word that it is so: they are joined, and the address is confirmed.
    [[nodiscard]] base::Task<base::Done> joinAs(const JoinProposal &proposal);
    /// The user's word that it is not: not proposed again.
    [[nodiscard]] base::Task<base::Done> deny(const JoinProposal &proposal);

    enum class MapFormat : std::uint8_t { Csv, Json };
    /// The whole address map: every address of everybody, with its evidence and date.
    [[nodiscard]] QByteArray exportMap(MapFormat format) const;
    struct MapImport {
        int people = 0;
        int addresses = 0;
        int conflicts = 0;  ///< belong to somebody else here, and stay there
        int unreadable = 0; ///< entries of the file
    };
    /// Fault::Malformed when it is no address map.
    [[nodiscard]] base::Task<MapImport> importMap(QByteArray file);

    /// Asks the server to add the contact and to show presence (RFC 6121 3.1).
    [[nodiscard]] base::Task<base::Done> addToRoster(model::Jid jid, QString name);

Q_SIGNALS:
    void changed(isthmus::model::PersonId person);
    void reset();

private:
    void block(model::AccountId account);
    void reload(const std::set<model::PersonId> &persons);
    struct Private;
    std::unique_ptr<Private> d;
};

}
