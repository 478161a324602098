#include "core/engine/Delivery.h"

#include "core/engine/Composer.h"
#include "core/engine/Reach.h"
#include "core/store/JourneyTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/PersonTable.h"
#include "core/store/ValueCodec.h"

namespace isthmus::engine {

using model::DeliveryStage;

namespace {

/// The server's own words where there are any; else what our side found.
QString wordsOf(const Delivery::Failure &failure)
{
    return failure.serverText.isEmpty() ? failure.error.detail : failure.serverText;
}

}

void Delivery::set(const store::ItemRow &row, const model::DeliveryState &state, Kind how, const QString &words)
{
    store::JourneyTable(m_connection).add(row.item.id, {how, m_now, row.item.channel, words});
    if (row.item.delivery == state)
        return;
    store::ItemTable(m_connection).setDelivery(row.item.id, state);
    m_changes.add(row.item.id, row.home, Changes::What::Changed);
}

void Delivery::advance(const store::ItemRow &row, DeliveryStage stage, Kind how, const QString &words)
{
    const DeliveryStage present = row.item.delivery.stage;
    const bool proof = stage == DeliveryStage::Delivered || stage == DeliveryStage::Displayed;
    if (present == DeliveryStage::Failed ? !proof : present >= stage)
        return;
    model::DeliveryState state = row.item.delivery;
    state.stage = stage;
    state.error.reset();
    state.serverText.clear();
    set(row, state, how, words);
}

void Delivery::arriveByFirstRoute(const store::ItemRow &row, model::Channel channel, const model::Address &address)
{
    const QString twice = QStringLiteral("delivered-twice");
    if (row.item.flags.contains(twice))
        return;
    store::ItemRow changed = row;
    store::OutboxTable outbox(m_connection);
    auto queued = outbox.byItem(row.item.id);
    const bool isHere = queued && queued->state != store::OutboxState::Sending && queued->state != store::OutboxState::Sent;
    if (isHere) {
        // One is enough. It came the way it was first sent.
        queued->state = store::OutboxState::Sent;
        queued->filing = store::Filing::None; // no mail was sent
        outbox.update(*queued);
        m_changes.outbox = true;
        changed.item.channel = channel;
        changed.item.address = address;
        changed.item.delivery = {};
        changed.item.delivery.stage = DeliveryStage::Delivered;
    } else {
        changed.item.flags.append(twice);
    }
    store::ItemTable(m_connection).update(changed);
    store::JourneyTable(m_connection).add(row.item.id, {isHere ? Kind::Delivered : Kind::Doubled, m_now, channel, {}});
    m_changes.add(row.item.id, row.home, Changes::What::Changed);
}

void Delivery::fail(const store::ItemRow &row, const Failure &failure, const model::Account &account, const QString &id)
{
    // What is proven to have arrived has not failed, whatever comes later.
    if (row.item.delivery.stage == DeliveryStage::Delivered || row.item.delivery.stage == DeliveryStage::Displayed)
        return;
    if (failure.mayFallBack && fallBack(row, failure, account, id))
        return;
    model::DeliveryState state = row.item.delivery;
    state.stage = DeliveryStage::Failed;
    state.error = failure.error;
    state.serverText = failure.serverText;
    set(row, state, Kind::Refused, wordsOf(failure));
    store::OutboxTable outbox(m_connection);
    if (auto queued = outbox.byItem(row.item.id)) {
        queued->state = store::OutboxState::Failed;
        outbox.update(*queued);
    }
}

bool Delivery::fallBack(const store::ItemRow &row, const Failure &failure, const model::Account &account, const QString &id)
{
    store::OutboxTable outbox(m_connection);
    auto queued = outbox.byItem(row.item.id);
    if (!queued || !queued->fallback || row.item.delivery.fellBack)
        return false;
    auto rerouted = reroute(m_connection, account, *queued, row, *queued->fallback, m_now, id);
    if (!rerouted)
        return false;
    model::DeliveryState state;
    state.stage = DeliveryStage::Queued;
    state.fellBack = true;
    store::JourneyTable(m_connection).add(row.item.id, {Kind::Refused, m_now, row.item.channel, wordsOf(failure)});
    const auto changed = store::ItemTable(m_connection).one(row.item.id);
    set(changed.value_or(row), state, Kind::Rerouted);
    m_changes.add(row.item.id, row.home, Changes::What::Changed);
    m_changes.outbox = true;
    return true;
}

}
