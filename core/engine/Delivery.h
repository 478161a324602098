#pragma once

#include "core/engine/Events.h"
#include "core/model/Account.h"
#include "core/model/Item.h"
#include "core/store/ItemTable.h"

#include <QString>

namespace isthmus::engine {

/// How an own message's state moves: forward, by proof. Works inside a transaction.
class Delivery
{
public:
    Delivery(store::Connection &connection, Changes &changes) : m_connection(connection), m_changes(changes) {}

    /// Moves the item on to \p stage if that is further than it is; a proof of delivery also ends a failure.
    void advance(const store::ItemRow &row, model::DeliveryStage stage);
    /// Sets the state as it is given: queued again, sending, or sent with refused recipients.
    void set(const store::ItemRow &row, const model::DeliveryState &state);

    struct Failure {
        base::Error error;
        QString serverText;
        bool mayFallBack = false; ///< the kind of failure allows the other route (specification 5)
    };
    /// The message has failed for good on its route: it goes out on the other one, once, if its row allows
    /// it; otherwise it has failed. \p id: a fresh UUID.
    void fail(const store::ItemRow &row, const Failure &failure, const model::Account &account, base::Timestamp now,
              const QString &id);

private:
    [[nodiscard]] bool fallBack(const store::ItemRow &row, const model::Account &account, base::Timestamp now,
                                const QString &id);
    store::Connection &m_connection;
    Changes &m_changes;
};

}
