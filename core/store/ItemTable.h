#pragma once

#include "core/model/Item.h"
#include "core/store/Connection.h"

#include <optional>
#include <vector>

namespace isthmus::store {

/// An item with what only intake and outbox need of it.
struct ItemRow {
    model::Item item;
    QString home;                 ///< address key whose person shows it; empty: the item's own address
    QString archiveId;            ///< server's stanza id (XEP-0359) or archive id
    QByteArray digest;            ///< of sender, time and text: two messages with one id are told apart by it
    model::MailboxList answersTo; ///< Reply-To
    QStringList references;
    QString mailClass;
    std::int64_t stanza = 0; ///< row of the stanza behind it; 0 if none
    bool operator==(const ItemRow &) const = default;
};

/// Where in a conversation a page starts or ends.
struct ItemKey {
    base::Timestamp at{};
    model::ItemId id;
    auto operator<=>(const ItemKey &) const = default;
};

/// The last word of a conversation and how much of it is unread.
struct Summary {
    std::optional<model::Item> last;
    int unread = 0;
    bool failed = false; ///< the last word is an own one that failed
};

/// Table `item`. Items belong to an address key; a conversation is the items of a person's addresses.
class ItemTable
{
public:
    explicit ItemTable(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] model::ItemId insert(const ItemRow &row);
    /// Everything but id, account and home.
    void update(const ItemRow &row);
    /// From which account it leaves.
    void setAccount(model::ItemId item, model::AccountId account);
    void setDelivery(model::ItemId item, const model::DeliveryState &delivery);
    void setRead(model::ItemId item, bool read);
    void remove(model::ItemId item);

    [[nodiscard]] std::optional<ItemRow> one(model::ItemId item);
    /// At most \p limit items of the homes before \p before (all of them if it is nullopt), oldest first.
    [[nodiscard]] std::vector<model::Item> page(const QStringList &homes, std::optional<ItemKey> before, int limit);
    [[nodiscard]] Summary summary(const QStringList &homes);
    /// When the last item of a home that lies within these moments, both included, was said.
    [[nodiscard]] std::optional<base::Timestamp> lastTime(const QString &home, base::Timestamp from, base::Timestamp to);
    /// Unread items of the homes up to \p upTo.
    [[nodiscard]] std::vector<model::Item> unread(const QStringList &homes, ItemKey upTo);

    [[nodiscard]] std::vector<ItemRow> byStanzaId(model::AccountId account, const QString &id);
    [[nodiscard]] std::vector<ItemRow> byArchiveId(model::AccountId account, const QString &id);
    [[nodiscard]] std::vector<ItemRow> byMessageId(model::AccountId account, const QString &id);
    [[nodiscard]] std::optional<ItemRow> byMail(model::MailId mail);

private:
    Connection &m_connection;
};

}
