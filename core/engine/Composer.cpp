#include "core/engine/Composer.h"

#include "core/engine/Reach.h"
#include "core/engine/StanzaReader.h"
#include "core/store/PersonTable.h"
#include "core/store/ValueCodec.h"

namespace isthmus::engine {

Composer::Composer(store::Connection &connection, const model::Account &account, base::Timestamp now)
    : m_connection(connection), m_account(account), m_now(now)
{
}

std::optional<Composer::Reference> Composer::reference(const model::Draft &draft)
{
    if (!draft.replyTo)
        return std::nullopt;
    auto item = store::ItemTable(m_connection).one(*draft.replyTo);
    if (!item)
        return std::nullopt;
    const QString thread = item->item.thread;
    return Reference{std::move(*item), thread};
}

model::Item Composer::shownItem(const model::Draft &draft, const model::Address &address) const
{
    model::Item item;
    item.account = m_account.id;
    item.address = address;
    item.direction = model::Direction::Outgoing;
    item.at = m_now;
    item.from = {m_account.displayName, m_account.address};
    item.subject = draft.subject;
    item.text = draft.text;
    item.replyTo = draft.replyTo;
    item.read = true;
    return item;
}

base::Result<Outgoing> Composer::compose(const model::Draft &draft, const model::Address &address, model::Channel channel,
                                         const store::ItemRow &before, const QString &id)
{
    if (channel == model::Channel::Chat) {
        const bool asMail = draft.kind == model::Draft::Kind::Mail || !draft.subject.isEmpty();
        return chat(draft, std::get<model::Jid>(address), before.item.stanzaId.isEmpty() ? id : before.item.stanzaId,
                    asMail);
    }
    return base::Error{base::Fault::Unsupported, QStringLiteral("mail cannot be written yet")};
}

base::Result<Outgoing> Composer::chat(const model::Draft &draft, const model::Jid &to, const QString &id, bool asMail)
{
    if (!draft.files.empty()) {
        return base::Error{base::Fault::Unsupported,
                           QStringLiteral("files go by mail: this chat server's upload is not used yet")};
    }
    model::InstantMessage message;
    message.type = asMail ? model::InstantMessage::Type::Normal : model::InstantMessage::Type::Chat;
    message.from = m_account.jid;
    message.to = to.bare();
    message.id = id;
    message.originId = id;
    message.receiptRequest = true;
    message.markable = true;
    if (!draft.text.isEmpty())
        message.bodies.push_back({QString(), draft.text});
    if (asMail) {
        if (!draft.subject.isEmpty())
            message.subjects.push_back({QString(), draft.subject});
        message.emailElements = 1;
        message.email.emplace();
        message.email->type = QStringLiteral("email");
    }
    const std::optional<Reference> answered = reference(draft);
    if (answered) {
        message.thread = answered->thread;
        message.replyId = answered->item.item.stanzaId;
        if (!message.replyId.isEmpty()) {
            message.replyTo = answered->item.item.direction == model::Direction::Incoming ? to.bare()
                                                                                         : m_account.jid.bare();
        }
    }

    Outgoing outgoing;
    outgoing.item.item = shownItem(draft, to.bare());
    outgoing.item.item.channel = model::Channel::Chat;
    outgoing.item.item.kind = asMail ? model::ItemKind::MailCard : model::ItemKind::Bubble;
    outgoing.item.item.thread = message.thread;
    outgoing.item.item.stanzaId = id;
    outgoing.item.digest = stanzaDigest(message);
    outgoing.command = store::encode(message);
    store::MessageLink link;
    link.account = m_account.id;
    link.stanzaId = id;
    link.thread = message.thread;
    link.remote = to.bare();
    link.author = m_account.jid.bare();
    link.subject = draft.subject;
    link.request = true;
    link.markable = true;
    link.at = m_now;
    outgoing.links.push_back(std::move(link));
    return outgoing;
}

base::Result<model::Address> addressFor(const model::Draft &draft, const model::Contact &contact, model::Channel channel)
{
    if (channel == model::Channel::Chat) {
        if (const model::AddressLink *chat = contact.firstChat())
            return chat->address;
        return base::Error{base::Fault::NotFound, QStringLiteral("no chat address is known")};
    }
    if (!draft.to.empty())
        return model::Address(draft.to.front().address);
    if (const model::AddressLink *mail = mailTarget(contact))
        return mail->address;
    return base::Error{base::Fault::NotFound, QStringLiteral("no confirmed mailbox is known")};
}

base::Result<base::Done> reroute(store::Connection &connection, const model::Account &account, store::OutboxRow queued,
                                 const store::ItemRow &item, model::Channel channel, base::Timestamp now,
                                 const QString &id)
{
    auto draft = store::decode<model::Draft>(queued.draft);
    const auto person = draft ? store::PersonTable(connection).one(draft->person) : std::nullopt;
    if (!person)
        return base::Error{base::Fault::NotFound, QStringLiteral("the message's contact is gone")};
    const auto address = addressFor(*draft, person->contact, channel);
    if (!address)
        return address.error();
    auto outgoing = Composer(connection, account, now).compose(*draft, *address, channel, item, id);
    if (!outgoing)
        return outgoing.error();
    // It stays where it stands in the conversation, and the same message for the reader.
    outgoing->item.item.id = item.item.id;
    outgoing->item.item.at = item.item.at;
    outgoing->item.item.delivery = item.item.delivery;
    store::ItemTable(connection).update(outgoing->item);
    store::MessageMapTable map(connection);
    for (store::MessageLink &link : outgoing->links) {
        link.item = item.item.id;
        map.add(link);
    }
    queued.channel = channel;
    queued.command = outgoing->command;
    queued.filing = outgoing->filing;
    queued.state = store::OutboxState::Queued;
    queued.attempts = 0;
    queued.due = now;
    queued.fallback.reset();
    store::OutboxTable(connection).replace(queued);
    return base::Done{};
}

}
