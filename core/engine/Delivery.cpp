#include "core/engine/Delivery.h"

#include "core/engine/Composer.h"
#include "core/engine/Reach.h"
#include "core/store/OutboxTable.h"
#include "core/store/PersonTable.h"
#include "core/store/ValueCodec.h"

namespace isthmus::engine {

using model::DeliveryStage;

void Delivery::set(const store::ItemRow &row, const model::DeliveryState &state)
{
    if (row.item.delivery == state)
        return;
    store::ItemTable(m_connection).setDelivery(row.item.id, state);
    m_changes.add(row.item.id, row.home, Changes::What::Changed);
}

void Delivery::advance(const store::ItemRow &row, DeliveryStage stage)
{
    const DeliveryStage present = row.item.delivery.stage;
    const bool proof = stage == DeliveryStage::Delivered || stage == DeliveryStage::Displayed;
    if (present == DeliveryStage::Failed ? !proof : present >= stage)
        return;
    model::DeliveryState state = row.item.delivery;
    state.stage = stage;
    state.error.reset();
    state.serverText.clear();
    set(row, state);
}

void Delivery::fail(const store::ItemRow &row, const Failure &failure, const model::Account &account,
                    base::Timestamp now, const QString &id)
{
    // What is proven to have arrived has not failed, whatever comes later.
    if (row.item.delivery.stage == DeliveryStage::Delivered || row.item.delivery.stage == DeliveryStage::Displayed)
        return;
    if (failure.mayFallBack && fallBack(row, account, now, id))
        return;
    model::DeliveryState state = row.item.delivery;
    state.stage = DeliveryStage::Failed;
    state.error = failure.error;
    state.serverText = failure.serverText;
    set(row, state);
    store::OutboxTable outbox(m_connection);
    if (auto queued = outbox.byItem(row.item.id)) {
        queued->state = store::OutboxState::Failed;
        outbox.update(*queued);
    }
}

bool Delivery::fallBack(const store::ItemRow &row, const model::Account &account, base::Timestamp now, const QString &id)
{
    store::OutboxTable outbox(m_connection);
    auto queued = outbox.byItem(row.item.id);
    if (!queued || !queued->fallback || row.item.delivery.fellBack)
        return false;
    auto rerouted = reroute(m_connection, account, *queued, row, *queued->fallback, now, id);
    if (!rerouted)
        return false;
    model::DeliveryState state;
    state.stage = DeliveryStage::Queued;
    state.fellBack = true;
    const auto changed = store::ItemTable(m_connection).one(row.item.id);
    set(changed.value_or(row), state);
    m_changes.add(row.item.id, row.home, Changes::What::Changed);
    m_changes.outbox = true;
    return true;
}

}
