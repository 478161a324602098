#pragma once

#include "core/model/Contact.h"
#include "core/model/Item.h"
#include "core/store/Connection.h"

#include <optional>
#include <vector>

namespace isthmus::store {

enum class OutboxState : std::uint8_t { Held, Queued, Sending, Sent, Failed };
/// Whether a copy goes into the folder of sent mail.
enum class Filing : std::uint8_t { None, Due, Done };

/// One message on its way out: what leaves is decided when the row is made, to the last octet.
struct OutboxRow {
    std::int64_t id = 0;
    model::AccountId account;
    model::ItemId item;
    QString home; ///< the conversation, whose order is kept per channel
    model::Channel channel = model::Channel::Chat;
    QByteArray command; ///< encoded InstantMessage or SendMail
    QByteArray draft;   ///< encoded Draft, for the other channel
    OutboxState state = OutboxState::Queued;
    int attempts = 0;
    base::Timestamp due{};           ///< end of the hold, or time of the next attempt
    base::Timestamp deferredSince{}; ///< the server's first "later"; epoch if it has not said so
    Filing filing = Filing::None;
    std::optional<model::Channel> fallback; ///< allowed once, after a definite failure
    QByteArray parts;  ///< encoded Parts: what leaves in place of the command; empty: the command itself
    int partsSent = 0; ///< so many of them the server has
    bool operator==(const OutboxRow &) const = default;
};

/// Table `outbox`.
class OutboxTable
{
public:
    explicit OutboxTable(Connection &connection) : m_connection(connection) {}

    std::int64_t insert(const OutboxRow &row);
    /// State, attempts, due, deferredSince, filing and fallback.
    void update(const OutboxRow &row);
    /// What leaves in place of the command, and how far it is.
    void setParts(std::int64_t row, const QByteArray &parts);
    void setPartsSent(std::int64_t row, int count);
    /// What leaves anew, whole: after a fall-back, the user's choice of another route, or with one more line. Of a row
    /// from byItem(), which has its draft.
    void replace(const OutboxRow &row);
    [[nodiscard]] std::optional<OutboxRow> byItem(model::ItemId item);
    /// Rows that are not finished, in the order they were made; without drafts.
    [[nodiscard]] std::vector<OutboxRow> open();
    /// Rows that were under way when the program ended become queued again: nobody knows whether the
    /// server took them, and the same octets with the same id go again (specification 5, failure rule 2).
    void requeueInterrupted(base::Timestamp now);
    /// What waits for its next attempt on a channel need not wait any longer, unless the server itself has
    /// said "later".
    void dueNow(model::AccountId account, model::Channel channel, base::Timestamp now);

private:
    Connection &m_connection;
};

}
