#pragma once

#include "core/engine/Delivery.h"
#include "core/engine/People.h"
#include "core/interworking/MailToIm.h"
#include "core/model/Mail.h"
#include "core/store/ItemTable.h"
#include "core/store/MailTable.h"

namespace isthmus::engine {

/// Makes of read mails what they are in a conversation: an item, the copy of an item, or a report about
/// one. Works inside a transaction, on the store's thread; may be repeated for a mail.
class MailConverter
{
public:
    /// \p fallbackId: a fresh UUID for a message that a report makes go out on its other route.
    MailConverter(store::Connection &connection, Changes &changes, QStringList ownDomains, base::Timestamp now,
                  QString fallbackId);

    void read(const model::Account &account, const store::ArrivedRow &row, const model::Mail &mail);
    /// What a batch says of a mail, where a mail before it may have falsified it: shown until the mail is read alone, which
    /// puts it right. Nothing is decided by it: no copy or duplicate is recognised, no report believed, no id remembered.
    /// \p mail nullptr: nothing is said.
    void glance(const model::Account &account, const store::ArrivedRow &row, const model::Mail *mail);
    /// The reader refused it or died of it: a card says so, and the octets are kept.
    void unreadable(const model::Account &account, const store::ArrivedRow &row, const base::Error &error);

private:
    struct View {
        const model::Account &account;
        const store::ArrivedRow &row;
        const model::Mail &mail;
        bool own = false; ///< lies among the sent mails, or is one that left from here
    };
    [[nodiscard]] std::optional<store::ItemRow> ownItem(const View &view);
    /// The item of a mail that this one is a copy of, with an altered header or altered line ends: the same mail.
    [[nodiscard]] std::optional<store::ItemRow> original(const View &view);
    /// Its places become those of \p item's mail.
    void join(const View &view, const store::ItemRow &item);
    [[nodiscard]] interworking::Ctx context(const View &view);
    [[nodiscard]] const std::vector<interworking::KnownContact> &contacts();
    /// Remembers a server that says whether senders were checked, so that the user can be asked about it.
    void noteServer(const View &view);
    /// What the mail means, with all that follows from it; true if an item of its own shows it.
    [[nodiscard]] bool understand(const View &view);
    /// A mail that says something to another with signs (RFC 9078): true if that one bears them now.
    [[nodiscard]] bool react(const View &view, const interworking::toim::Convert &converted);
    /// A mail that supersedes another of the same sender (specification 2.17): true if it has taken its place.
    [[nodiscard]] bool supersede(const View &view, const interworking::toim::Convert &converted);
    void show(const View &view, const interworking::toim::Convert &converted);
    void insert(store::ItemRow &row);
    /// The item \p before becomes \p row, which lies in the same home.
    void putRight(store::ItemRow &row, const store::ItemRow &before);
    /// Takes away what was shown of an incoming mail; what left here stays.
    void withdraw(const store::ItemRow &shown);
    /// Ids and origin, by which what comes later finds the item.
    void remember(const View &view, const interworking::toim::Convert &converted, model::ItemId item);
    [[nodiscard]] store::ItemRow itemOf(const View &view, const interworking::toim::Convert &converted);
    void place(const View &view, const interworking::toim::Convert &converted, store::ItemRow &row);
    void report(const View &view, const interworking::toim::Report &report);

    store::Connection &m_connection;
    Changes &m_changes;
    People m_people;
    base::Timestamp m_now;
    QString m_fallbackId;
    std::optional<std::vector<interworking::KnownContact>> m_contacts;
    std::size_t m_contactsAsOf = 0; ///< how many persons had changed when they were read
};

}
