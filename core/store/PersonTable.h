#pragma once

#include "core/model/Contact.h"
#include "core/store/Connection.h"

#include <optional>
#include <vector>

namespace isthmus::store {

/// Where a person's name is from; a weaker source never replaces a stronger one.
enum class NameSource : std::uint8_t { Address, Header, VCard, Roster, User };

struct PersonRow {
    model::Contact contact; ///< without presence
    NameSource nameSource = NameSource::Address;
    bool suspicious = false;
    QStringList homes;                 ///< address keys that this person owns: its items
    std::vector<model::LinkId> denied; ///< claims that the user said are not so
    bool operator==(const PersonRow &) const = default;
};

/// Tables `person`, `address_link` and `roster`. An address has one owner; others may only claim it.
class PersonTable
{
public:
    /// The home of mails that claim to be somebody they are not.
    static QString suspiciousHome() { return QStringLiteral("suspicious:"); }

    explicit PersonTable(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::vector<PersonRow> all();
    [[nodiscard]] std::optional<PersonRow> one(model::PersonId person);
    [[nodiscard]] std::optional<model::PersonId> ownerOf(const QString &addressKey);
    /// Everybody whom the user has among the contacts, with the addresses that are theirs: what a stranger may
    /// pretend to be (7.2). Somebody who is known by messages alone is none.
    [[nodiscard]] std::vector<PersonRow> known();

    [[nodiscard]] model::PersonId add(const QString &name, NameSource source);
    /// The one person for suspicious mail; made when first needed.
    [[nodiscard]] model::PersonId suspicious();
    void remove(model::PersonId person);
    /// Only if \p source is as strong as the present name's.
    void rename(model::PersonId person, const QString &name, NameSource source);
    void setSendVia(model::PersonId person, model::SendVia via);
    void setMuted(model::PersonId person, bool muted);
    void setBlocked(model::PersonId person, bool blocked);

    /// Makes the person the owner; the address must have no other. Evidence only grows.
    void own(model::PersonId person, const model::Address &address, model::Evidence evidence, base::Timestamp since);
    /// Notes a claim: nothing follows from it. Nothing happens if the person has a link to it already.
    void claim(model::PersonId person, const model::Address &address, model::Evidence evidence, base::Timestamp since);
    /// A link that the roster alone has confirmed is known by messages only.
    void noLongerInRoster(model::PersonId person, const model::Address &address);
    /// All links of \p from become \p to's; a claim gives way to ownership.
    void moveLinks(model::PersonId from, model::PersonId to);
    void moveLink(model::LinkId link, model::PersonId to);
    /// The user says that it is not so.
    void deny(model::LinkId claim);
    /// The same before anybody claims it.
    void deny(model::PersonId person, const model::Address &address, base::Timestamp since);

    /// Whom a link was with before people were joined, as that person was then.
    struct Former {
        model::PersonId person; ///< its id then; it may be gone
        QString name;
        NameSource nameSource = NameSource::Address;
        model::SendVia sendVia = model::SendVia::Automatic;
        bool muted = false;
        bool blocked = false;
        std::optional<model::PersonId> restored; ///< who has its links again that were split off already
    };
    /// Before its links are moved, or others come to them: notes for each who it is with.
    void noteFormer(model::PersonId person);
    [[nodiscard]] std::optional<Former> formerOf(model::LinkId link);
    /// The one whom all addresses of the person were with, if that is one.
    [[nodiscard]] std::optional<Former> soleFormer(model::PersonId person);
    void becomeFormer(model::PersonId person, const Former &former);
    /// \p to stands for \p former again: its claims go there, too.
    void restoreFormer(model::PersonId former, model::PersonId from, model::PersonId to);
    /// The person's addresses are together for themselves, as before any joining.
    void forgetFormer(model::PersonId person);

    void setRoster(model::AccountId account, const model::Jid &jid, const QString &name, model::Subscription subscription);
    void removeRoster(model::AccountId account, const model::Jid &jid);
    [[nodiscard]] QStringList rosterKeys(model::AccountId account);
    [[nodiscard]] std::optional<model::Subscription> subscription(model::AccountId account, const QString &addressKey);

private:
    [[nodiscard]] std::vector<PersonRow> complete(Rows rows);
    Connection &m_connection;
};

}
