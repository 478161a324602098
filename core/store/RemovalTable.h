#pragma once

#include "core/model/Ids.h"
#include "core/store/Connection.h"

#include <QString>

#include <utility>
#include <vector>

namespace isthmus::store {

/// Takes accounts out of the profile; and table `removal_rest`: what a removal has still to do outside of the database.
/// A removal is one transaction, so that an account is wholly there or wholly gone. Thread: as Connection.
class RemovalTable
{
public:
    /// What was written or decided and has not left yet.
    struct Unsent {
        int chats = 0;
        int mails = 0;
        int moves = 0; ///< mails on their way to the archive or the trash
        bool operator==(const Unsent &) const = default;
    };
    /// What the window showed and is no more.
    struct Erased {
        std::vector<std::pair<model::ItemId, QString>> items; ///< each with its home
        std::vector<model::PersonId> persons;                 ///< gone, or with less evidence
    };
    /// What is to be done yet for an account that is gone.
    struct Rest {
        QString address;
        bool secret = false; ///< its password is to leave the keyring
        bool copies = false; ///< copies of the database that were made before it was erased are to go
        bool operator==(const Rest &) const = default;
    };

    explicit RemovalTable(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Unsent unsent(model::AccountId account);
    /// Its messages stay, for reading; questions that only its servers could have been told the answer of are gone. What is
    /// unsent is the caller's. Nothing happens to an account that is gone.
    void keepMessages(model::AccountId account, base::Timestamp now);
    /// Everything of it goes, but for people whom the user has named, confirmed, muted or blocked, or is writing to, and
    /// those who are known by another account. What is left is searched again bit by bit: SearchTable::addPending().
    [[nodiscard]] Erased erase(model::AccountId account);

    /// The password of this address and, of an account that was erased, copies of the database.
    void addRest(const QString &address, bool copies);
    [[nodiscard]] std::vector<Rest> rests();
    void secretIsGone(const QString &address);
    void copiesAreGone();

private:
    void forgetPersons(const std::vector<model::PersonId> &persons);
    void dropDone();
    Connection &m_connection;
};

}
