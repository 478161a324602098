#include "core/engine/Joining.h"

#include "core/engine/Bridge.h"
#include "core/engine/Composer.h"
#include "core/interworking/Courtesy.h"
#include "core/store/SearchTable.h"
#include "core/store/ValueCodec.h"

namespace isthmus::engine {

namespace {

bool isLine(const model::Draft &draft)
{
    return draft.kind == model::Draft::Kind::Chat && draft.subject.isEmpty() && draft.to.empty() && draft.cc.empty()
           && draft.bcc.empty() && draft.files.empty() && !draft.replyTo;
}

/// The line as the rule looks at it: sender, recipient and text.
model::InstantMessage messageOf(const model::Draft &draft, const model::Account &account)
{
    model::InstantMessage message;
    message.type = model::InstantMessage::Type::Chat;
    message.from = account.jid.bare();
    message.to = account.jid.bare(); // the recipient is one and the same: the rows were chosen by it
    message.bodies.push_back({QString(), draft.text});
    return message;
}

}

std::optional<model::ItemId> joinWaitingLine(store::Connection &connection, Changes &changes, const model::Account &account,
                                             const model::Draft &draft, const model::MailAddress &mailbox,
                                             base::Timestamp now, const QString &id)
{
    if (!isLine(draft))
        return std::nullopt;
    store::OutboxTable outbox(connection);
    std::optional<store::OutboxRow> last;
    for (const store::OutboxRow &row : outbox.open()) {
        if (row.account == account.id && row.channel == model::Channel::Mail && row.home == model::addressKey(mailbox)
            && row.state < store::OutboxState::Sent)
            last = row;
    }
    // Only with the last one, so that the order stays; and only while that one waits by the user's leave.
    if (!last || last->state != store::OutboxState::Held || last->due <= now)
        return std::nullopt;
    last = outbox.byItem(last->item);
    const auto shown = store::ItemTable(connection).one(last->item);
    auto waiting = store::decode<model::Draft>(last->draft);
    if (!shown || !waiting || !isLine(*waiting) || waiting->person != draft.person)
        return std::nullopt;
    const model::InstantMessage first = messageOf(*waiting, account);
    const model::InstantMessage next = messageOf(draft, account);
    if (!interworking::mayCoalesce(first, next, contextFor(account, now)))
        return std::nullopt;
    waiting->text = interworking::coalesced({first, next}).bodies.front().text;
    auto outgoing =
        Composer(connection, account, now).compose(*waiting, mailbox, model::Channel::Mail, *shown, shown->item.stanzaId);
    if (!outgoing)
        return std::nullopt;
    const model::ItemId item = shown->item.id;
    outgoing->item.item.id = item;
    outgoing->item.item.at = shown->item.at;
    outgoing->item.item.delivery = shown->item.delivery;
    store::ItemTable(connection).update(outgoing->item);
    store::SearchTable(connection).replace(shown->item, outgoing->item.item);
    store::MessageMapTable map(connection);
    for (store::MessageLink &link : outgoing->links) {
        link.item = item;
        map.add(link);
        link.stanzaId = id; // the joined line's own
        map.add(link);
    }
    last->command = outgoing->command;
    last->draft = store::encode(*waiting);
    outbox.replace(*last);
    changes.add(item, shown->home, Changes::What::Changed);
    return item;
}

}
