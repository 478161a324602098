#include "core/engine/Dispatcher.h"
#include "core/engine/EnginePrivate.h"
#include "core/engine/Timeline.h"
#include "core/store/ItemTable.h"
#include "core/store/JourneyTable.h"
#include "core/store/MailTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/ValueCodec.h"

namespace isthmus::engine {

namespace {

void addOutbox(store::Connection &connection, model::Journey &journey)
{
    const auto queued = store::OutboxTable(connection).byItem(journey.item.id);
    if (!queued)
        return;
    journey.isInOutbox = queued->state != store::OutboxState::Sent;
    journey.attempts = queued->attempts;
    if (journey.isInOutbox && queued->deferredSince != base::Timestamp{})
        journey.givesUpAt = queued->deferredSince + laterLimit;
    if (queued->state == store::OutboxState::Held || queued->state == store::OutboxState::Queued)
        journey.nextAttempt = queued->due;
    if (queued->channel != model::Channel::Mail)
        return;
    if (const auto mail = store::decode<model::SendMail>(queued->command)) {
        journey.envelopeId = mail->envelopeId;
        for (const model::MailAddress &recipient : mail->recipients)
            journey.recipients.append(recipient.toString());
    }
}

base::Result<model::Journey> journeyOf(store::Connection &connection, model::ItemId id)
{
    const auto row = store::ItemTable(connection).one(id);
    if (!row)
        return base::Error{base::Fault::NotFound, QStringLiteral("the message is gone")};
    model::Journey journey;
    journey.item = row->item;
    journey.archiveId = row->archiveId;
    journey.stations = store::JourneyTable(connection).of(id);
    if (row->item.direction == model::Direction::Outgoing)
        addOutbox(connection, journey);
    store::MailTable mails(connection);
    if (row->item.mail.isValid()) {
        journey.reachedServer = mails.internalDate(row->item.mail);
        for (const store::MailPlace &place : mails.places(row->item.mail))
            journey.places.push_back({place.folder, place.uidValidity, place.uid});
    }
    return journey;
}

}

base::Task<model::Journey> Timeline::journey(model::ItemId id) const
{
    Engine::Private &engine = parts();
    base::Promise<model::Journey> promise;
    engine.database->read([id](store::Connection &connection) { return journeyOf(connection, id); })
        .then(engine.alive.get(), [&engine, promise](base::Result<model::Journey> journey) {
            if (journey) {
                const bool chat = journey->item.channel == model::Channel::Chat;
                journey->linkIsUp = engine.links->isOnline(journey->item.account,
                                                           chat ? model::Service::Chat : model::Service::OutgoingMail);
            }
            promise.finish(std::move(journey));
        });
    return promise.task();
}

}
