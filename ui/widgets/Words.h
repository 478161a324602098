#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Account.h"
#include "core/model/Contact.h"
#include "core/model/Item.h"

#include <QCoreApplication>
#include <QString>

namespace isthmus::widgets {

/// The words for what the model says with enumerators: the same in every pane, for eyes and ears.
/// Pure but for the application's language and time zone. Thread: the window's.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::widgets::Words)
public:
    [[nodiscard]] static QString presence(model::Availability availability);
    [[nodiscard]] static QString channel(model::Channel channel); ///< "chat", "e-mail"
    [[nodiscard]] static QString service(model::Service service); ///< "Chat", "Incoming mail"
    [[nodiscard]] static QString security(model::Security security);
    [[nodiscard]] static QString protocol(model::Protocol protocol);
    [[nodiscard]] static QString source(model::PlanSource source); ///< "from DNS"
    [[nodiscard]] static QString evidence(model::Evidence evidence);
    [[nodiscard]] static QString sendVia(model::SendVia via);
    [[nodiscard]] static QString linkPhase(const model::LinkState &state, base::Timestamp now);
    /// Which way a message goes or came: "e-mail", "chat failed → e-mail" (specification 5, failure rule 5).
    [[nodiscard]] static QString route(const model::Item &item);
    [[nodiscard]] static QString stage(model::DeliveryStage stage); ///< "delivered"; empty for None
    /// The same, and whether what is queued waits for a connection or was put off by the server.
    [[nodiscard]] static QString state(const model::DeliveryState &state);
    /// Route and state of an own message.
    [[nodiscard]] static QString delivery(const model::Item &item);
    [[nodiscard]] static QString bytes(std::uint64_t count);

    [[nodiscard]] static QString timeOfDay(base::Timestamp at);
    /// "Today", "Yesterday", "Thursday" within a week, else the date.
    [[nodiscard]] static QString day(base::Timestamp at, base::Timestamp now);
    /// For a list row: the time today, else the day, as short as possible.
    [[nodiscard]] static QString when(base::Timestamp at, base::Timestamp now);
    [[nodiscard]] static QString dateAndTime(base::Timestamp at);
};

}
