#include "core/engine/StanzaReader.h"

#include "core/engine/ReadMarks.h"
#include "core/interworking/LargeText.h"
#include "core/interworking/Route.h"
#include "core/store/ItemTable.h"
#include "core/store/MessageMapTable.h"

namespace isthmus::engine {

/// StanzaReader for what others say of our messages: receipts, markers and errors.

using model::DeliveryStage;
using model::Direction;
using model::InstantMessage;
using model::Station;

void StanzaReader::takeProofs(const View &view)
{
    const InstantMessage &message = view.message;
    if (view.direction == Direction::Outgoing) {
        // A marker that another device of ours has sent (seen as a carbon or in the archive).
        if (!message.displayedId.isEmpty())
            readElsewhere(view, message.displayedId);
        return;
    }
    const auto prove = [&](const QString &id, DeliveryStage stage, Station::Kind how) {
        // Only the one it was sent to can have received it.
        for (const store::ItemRow &row : ownItems(view, id))
            Delivery(m_connection, m_changes, m_now).advance(row, stage, how);
        if (!id.isEmpty())
            proveGivenUp(view, id);
    };
    prove(message.receivedId, DeliveryStage::Delivered, Station::Kind::Delivered);
    prove(message.displayedId, DeliveryStage::Displayed, Station::Kind::Displayed);
}

void StanzaReader::proveGivenUp(const View &view, const QString &id)
{
    for (const store::MessageLink &link : store::MessageMapTable(m_connection).byStanzaId(view.account.id, id)) {
        // The ids of a mail are tied to its Message-ID; this is the chat that it took the place of.
        if (!link.messageId.isEmpty() || link.inbound || link.remote != view.partner)
            continue;
        const auto row = store::ItemTable(m_connection).one(link.item);
        if (row && row->item.direction == Direction::Outgoing && row->item.channel == model::Channel::Mail)
            Delivery(m_connection, m_changes, m_now).arriveByFirstRoute(*row, model::Channel::Chat, view.partner);
    }
}

std::vector<store::ItemRow> StanzaReader::ownItems(const View &view, const QString &id)
{
    store::ItemTable items(m_connection);
    std::vector<store::ItemRow> found = items.byStanzaId(view.account.id, id);
    // A receipt for the last part is one for the message (specification 4.1), and so is an error for any.
    if (found.empty())
        found = items.byStanzaId(view.account.id, interworking::idOfWhole(id));
    std::erase_if(found, [&](const store::ItemRow &row) {
        return row.item.direction != Direction::Outgoing || row.item.address != model::Address(view.partner);
    });
    return found;
}

void StanzaReader::readElsewhere(const View &view, const QString &displayedId)
{
    store::ItemTable items(m_connection);
    for (const store::ItemRow &row : items.byStanzaId(view.account.id, displayedId)) {
        if (row.item.direction != Direction::Incoming || row.item.address != model::Address(view.partner))
            continue;
        markReadUpTo(m_connection, m_changes, row.home, {row.item.at, row.item.id}, m_now);
    }
}

void StanzaReader::failed(const View &view)
{
    const InstantMessage &message = view.message;
    if (view.direction == Direction::Outgoing || !message.error)
        return;
    for (const store::ItemRow &row : ownItems(view, message.id)) {
        if (row.item.channel != model::Channel::Chat)
            continue;
        const model::StanzaError &error = *message.error;
        const base::Fault fault = error.type == QLatin1String("wait") ? base::Fault::TryLater : base::Fault::Rejected;
        Delivery(m_connection, m_changes, m_now)
            .fail(row, {base::Error{fault, error.condition}, error.text, interworking::mayFallBack(error.condition)},
                  view.account, m_fallbackId);
    }
}

}
