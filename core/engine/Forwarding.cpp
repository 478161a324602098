#include "core/engine/Forwarding.h"

#include "core/compose/MailWriter.h"
#include "core/engine/Bridge.h"
#include "core/interworking/Addressing.h"
#include "core/interworking/ImToMail.h"
#include "core/store/FileTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/ValueCodec.h"

namespace isthmus::engine {

bool mayForward(const model::InstantMessage &message, bool live)
{
    using Type = model::InstantMessage::Type;
    const bool line = message.type == Type::Chat || message.type == Type::Normal || message.type == Type::Absent;
    return live && line && message.wrapper == model::InstantMessage::Wrapper::None && message.emailElements == 0
           && !message.segment && !message.bodies.empty() && message.replaceId.isEmpty() && message.retractId.isEmpty()
           && message.reactionsId.isEmpty() && !message.marks.encrypted && !message.marks.ephemeral
           && !message.marks.mucUser;
}

void forwardToMailbox(store::Connection &connection, Changes &changes, const model::Account &account,
                      const store::ItemRow &row, const QString &sender, base::Timestamp now,
                      const std::vector<model::OutgoingPart> &files)
{
    const auto self = interworking::constructedJid(account.address, interworking::localGatewayDomain);
    if (!self || account.address.isNull())
        return;
    model::InstantMessage message;
    message.type = model::InstantMessage::Type::Normal;
    message.from = account.jid.bare();
    message.to = *self;
    message.id = QStringLiteral("forward-%1").arg(row.item.id.raw);
    message.originId = message.id;
    message.bodies.push_back({QString(), row.item.text});
    message.subjects.push_back(
        {QString(), row.item.subject.isEmpty() ? QStringLiteral("Chat: %1").arg(sender) : row.item.subject});
    message.emailElements = 1;
    message.email.emplace();
    message.email->type = QStringLiteral("email");
    message.email->autoSubmitted = QStringLiteral("auto-generated");
    auto result = interworking::imToMail(message, contextFor(account, now), files);
    auto *converted = std::get_if<interworking::tomail::Convert>(&result);
    if (!converted)
        return;
    model::OutgoingMail &mail = converted->mail;
    mail.from.name = sender; // who said it, at the address through which it came
    mail.date = row.item.at;
    auto bytes = compose::composeMail(mail);
    if (!bytes)
        return;
    store::ItemRow forwarded = row;
    forwarded.item.read = true;
    forwarded.item.messageId = mail.messageId;
    store::ItemTable(connection).update(forwarded);
    store::OutboxRow queued;
    queued.account = account.id;
    queued.item = row.item.id;
    queued.home = row.home;
    queued.channel = model::Channel::Mail;
    queued.command = store::encode(model::SendMail{std::move(bytes).value(), mail.envelopeFrom, mail.recipients, {}, {}});
    queued.state = store::OutboxState::Sent;
    queued.due = now;
    queued.filing = store::Filing::Due;
    store::OutboxTable(connection).insert(queued);
    changes.add(row.item.id, row.home, Changes::What::Changed);
    changes.outbox = true;
}

bool isForwardedCopy(store::Connection &connection, const model::Account &account, const QString &messageId)
{
    for (const store::ItemRow &row : store::ItemTable(connection).byMessageId(account.id, messageId)) {
        const bool isOurs = row.stanza > 0 || store::FileTable(connection).has(row.item.id);
        if (row.item.direction == model::Direction::Incoming && row.item.channel == model::Channel::Chat && isOurs)
            return true;
    }
    return false;
}

}
