#pragma once

#include "core/engine/Events.h"
#include "core/model/Account.h"
#include "core/model/Item.h"
#include "core/model/Journey.h"
#include "core/store/ItemTable.h"

#include <QString>

namespace isthmus::engine {

/// How an own message's state moves: forward, by proof. Works inside a transaction.
class Delivery
{
public:
    Delivery(store::Connection &connection, Changes &changes, base::Timestamp now)
        : m_connection(connection), m_changes(changes), m_now(now)
    {}

    /// What moved it: the stations that stand for several stages at once.
    using Kind = model::Station::Kind;

    /// Moves the item on to \p stage if that is further than it is; a proof of delivery also ends a failure.
    /// \p how and \p words go into its journey.
    void advance(const store::ItemRow &row, model::DeliveryStage stage, Kind how, const QString &words = {});
    /// Sets the state as it is given: queued again, sending, or sent with refused recipients.
    void set(const store::ItemRow &row, const model::DeliveryState &state, Kind how, const QString &words = {});

    /// The route that was given up in favour of the other one has taken the message to \p address after all. What has
    /// not left on the other one stays here; what has is marked as delivered twice (specification 5, failure rule 4).
    void arriveByFirstRoute(const store::ItemRow &row, model::Channel channel, const model::Address &address);

    struct Failure {
        base::Error error;
        QString serverText;
        bool mayFallBack = false; ///< the kind of failure allows the other route (specification 5)
    };
    /// The message has failed for good on its route: it goes out on the other one, once, if its row allows
    /// it; otherwise it has failed. \p id: a fresh UUID.
    void fail(const store::ItemRow &row, const Failure &failure, const model::Account &account, const QString &id);

private:
    [[nodiscard]] bool fallBack(const store::ItemRow &row, const Failure &failure, const model::Account &account,
                                const QString &id);
    store::Connection &m_connection;
    Changes &m_changes;
    base::Timestamp m_now;
};

}
