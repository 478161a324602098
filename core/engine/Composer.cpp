#include "core/engine/Composer.h"

#include "core/base/Sha256.h"
#include "core/compose/MailWriter.h"
#include "core/engine/Bridge.h"
#include "core/engine/Reach.h"
#include "core/engine/StanzaReader.h"
#include "core/interworking/Addressing.h"
#include "core/interworking/FileName.h"
#include "core/interworking/ImToMail.h"
#include "core/store/PersonTable.h"
#include "core/store/SettingTable.h"
#include "core/store/ValueCodec.h"

#include <QCryptographicHash>
#include <QUrl>

namespace isthmus::engine {

Composer::Composer(store::Connection &connection, const model::Account &account, base::Timestamp now)
    : m_connection(connection), m_account(account), m_now(now)
{}

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
    return mail(draft, std::get<model::MailAddress>(address), before.item.stanzaId.isEmpty() ? id : before.item.stanzaId,
                before.item.id.isValid() ? before.item.at : m_now);
}

namespace {

std::vector<model::OutgoingPart> partsOf(const model::Draft &draft)
{
    model::Attachments names;
    for (const model::OutgoingFile &file : draft.files) {
        model::Attachment attachment;
        attachment.name = file.name;
        attachment.mimeType = file.mimeType.toLower();
        names.push_back(std::move(attachment));
    }
    interworking::nameAttachments(names);
    std::vector<model::OutgoingPart> parts;
    for (std::size_t i = 0; i < names.size(); ++i) {
        model::OutgoingPart part;
        part.name = names[i].name;
        part.mimeType = names[i].mimeType.isEmpty() ? QStringLiteral("application/octet-stream") : names[i].mimeType;
        part.data = draft.files[i].data;
        parts.push_back(std::move(part));
    }
    return parts;
}

/// The files as the item shows them: their section numbers are those of the mail that is written.
model::Attachments attachmentsOf(const model::OutgoingMail &mail)
{
    model::Attachments attachments;
    int section = 1;
    for (const model::OutgoingPart &part : mail.parts) {
        model::Attachment attachment;
        attachment.part = QString::number(++section);
        attachment.name = part.name;
        attachment.mimeType = part.mimeType;
        attachment.bytes = static_cast<std::uint64_t>(part.data.size());
        attachments.push_back(std::move(attachment));
    }
    return attachments;
}

void addAddresses(model::InstantMessage &message, const char *type, const model::MailboxList &list)
{
    for (const model::Mailbox &mailbox : list) {
        model::ExtendedAddress entry;
        entry.type = QLatin1String(type);
        entry.uri =
            QStringLiteral("mailto:") + QString::fromLatin1(QUrl::toPercentEncoding(mailbox.address.toString(), "@"));
        entry.description = mailbox.name;
        message.addresses.push_back(std::move(entry));
    }
}

/// To the mailbox's constructed JID, by which its thread is found, and by XEP-0033 to everybody else; where
/// a mailbox has no such JID, to the gateway itself with all of them in <email/> (specification 2.1.6).
void address(model::InstantMessage &message, const model::Draft &draft, const model::MailAddress &to)
{
    const model::MailboxList first = draft.to.empty() ? model::MailboxList{{QString(), to}} : draft.to;
    if (auto jid = interworking::constructedJid(first.front().address, interworking::localGatewayDomain)) {
        message.to = std::move(jid).value();
        addAddresses(message, "to", first);
        addAddresses(message, "cc", draft.cc);
        addAddresses(message, "bcc", draft.bcc);
        return;
    }
    message.to = model::Jid::parse(QString(interworking::localGatewayDomain)).valueOr({});
    message.email->to = first;
    message.email->cc = draft.cc;
    message.email->bccList = draft.bcc;
}

QByteArray bodyDigest(const QByteArray &mail)
{
    const qsizetype end = mail.indexOf("\r\n\r\n");
    return base::sha256(end < 0 ? QByteArray() : mail.mid(end + 4));
}

}

model::InstantMessage Composer::mailMessage(const model::Draft &draft, const model::MailAddress &to, const QString &id,
                                            const std::optional<Reference> &answered)
{
    model::InstantMessage message;
    message.type = model::InstantMessage::Type::Normal;
    message.from = m_account.jid;
    message.id = id;
    message.originId = id;
    message.bodies.push_back({QString(), draft.text});
    if (!draft.subject.isEmpty())
        message.subjects.push_back({QString(), draft.subject});
    message.emailElements = 1;
    message.email.emplace();
    message.email->type = QStringLiteral("email");
    address(message, draft, to);
    // A line of chat that goes as mail asks for what it would have asked for as chat.
    const bool line = draft.kind == model::Draft::Kind::Chat && draft.subject.isEmpty();
    message.receiptRequest = line;
    message.markable = line;
    if (store::SettingTable(m_connection).all().askReports) {
        message.email->notify =
            QStringList{QStringLiteral("positive-delivery"), QStringLiteral("negative-delivery"), QStringLiteral("display")};
    }
    if (answered) {
        message.thread = answered->thread;
        message.replyId = answered->item.item.stanzaId;
    } else if (line) {
        // Lines without a thread are one thread for each conversation, so that mail programs group them.
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(m_account.idKey);
        hash.addData(to.key().toUtf8());
        message.thread = QStringLiteral("chat-") + QString::fromLatin1(hash.result().toHex().left(32));
    }
    return message;
}

base::Result<Outgoing> Composer::mail(const model::Draft &draft, const model::MailAddress &to, const QString &id,
                                      base::Timestamp written)
{
    const std::optional<Reference> answered = reference(draft);
    model::InstantMessage message = mailMessage(draft, to, id, answered);
    message.email->date = written;
    interworking::Ctx ctx = contextFor(m_account, m_now);
    addThread(ctx, m_connection, m_account, message.thread, message.replyId);
    auto result = interworking::imToMail(message, ctx, partsOf(draft));
    if (const auto *error = std::get_if<interworking::tomail::Error>(&result)) {
        return base::Error{base::Fault::Rejected, QStringLiteral("this message cannot go as mail: ") + error->error.condition
                                                      + QLatin1Char(' ') + error->error.text};
    }
    auto *converted = std::get_if<interworking::tomail::Convert>(&result);
    if (!converted)
        return base::Error{base::Fault::Unsupported, QStringLiteral("there is nothing in it that a mail could hold")};
    model::OutgoingMail &mail = converted->mail;
    if (mail.inReplyTo.isEmpty() && answered && !answered->item.item.messageId.isEmpty()) {
        // An answer to somebody else than the author is in the thread all the same.
        mail.inReplyTo = answered->item.item.messageId;
        mail.references.assign(answered->item.references.begin(), answered->item.references.end());
        mail.references.push_back(mail.inReplyTo);
    }
    return write(draft, to, mail, converted->rows);
}

base::Result<Outgoing> Composer::write(const model::Draft &draft, const model::MailAddress &to,
                                       const model::OutgoingMail &mail, const std::vector<interworking::MapRow> &rows)
{
    auto bytes = compose::composeMail(mail);
    if (!bytes)
        return bytes.error();
    Outgoing outgoing;
    model::Item &item = outgoing.item.item;
    item = shownItem(draft, to);
    item.channel = model::Channel::Mail;
    const bool line = draft.kind == model::Draft::Kind::Chat && draft.subject.isEmpty();
    item.kind = line ? model::ItemKind::Bubble : model::ItemKind::MailCard;
    // As its Date says it, which has whole seconds: it stands in the same place on every device.
    item.at = std::chrono::floor<std::chrono::seconds>(mail.date);
    item.from = mail.from;
    item.to = mail.to;
    item.cc = mail.cc;
    if (!line)
        item.subject = mail.subject;
    item.attachments = attachmentsOf(mail);
    item.messageId = mail.messageId;
    outgoing.item.references = QStringList(mail.references.begin(), mail.references.end());
    outgoing.item.digest = bodyDigest(*bytes);
    for (const interworking::MapRow &row : rows) {
        item.thread = row.thread;
        item.stanzaId = row.stanzaId;
        outgoing.links.push_back(messageLink(row, m_account));
    }
    outgoing.command = store::encode(
        model::SendMail{std::move(bytes).value(), mail.envelopeFrom, mail.recipients, mail.dsnNotify, mail.envelopeId});
    outgoing.filing = store::Filing::Due;
    return outgoing;
}

base::Result<Outgoing> Composer::chat(const model::Draft &draft, const model::Jid &to, const QString &id, bool asMail)
{
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
            message.replyTo = answered->item.item.direction == model::Direction::Incoming ? to.bare() : m_account.jid.bare();
        }
    }

    Outgoing outgoing;
    outgoing.item.item = shownItem(draft, to.bare());
    outgoing.item.item.channel = model::Channel::Chat;
    outgoing.item.item.kind = asMail ? model::ItemKind::MailCard : model::ItemKind::Bubble;
    outgoing.item.item.thread = message.thread;
    outgoing.item.item.stanzaId = id;
    for (const model::OutgoingPart &part : partsOf(draft)) {
        model::Attachment file;
        file.name = part.name;
        file.mimeType = part.mimeType;
        file.bytes = static_cast<std::uint64_t>(part.data.size());
        outgoing.item.item.attachments.push_back(std::move(file));
    }
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
                                 const store::ItemRow &item, model::Channel channel, base::Timestamp now, const QString &id)
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
    store::ItemTable(connection).setAccount(item.item.id, account.id);
    store::MessageMapTable map(connection);
    for (store::MessageLink &link : outgoing->links) {
        link.item = item.item.id;
        map.add(link);
    }
    queued.account = account.id;
    queued.channel = channel;
    queued.command = outgoing->command;
    queued.filing = outgoing->filing;
    queued.state = store::OutboxState::Queued;
    queued.attempts = 0;
    queued.due = now;
    queued.deferredSince = {};
    queued.fallback.reset();
    store::OutboxTable(connection).replace(queued);
    return base::Done{};
}

}
