#include "core/interworking/MailStanza.h"

#include "core/interworking/Addressing.h"
#include "core/interworking/LargeText.h"
#include "core/interworking/MessageIds.h"
#include "core/interworking/Text.h"

namespace isthmus::interworking {

namespace {

using model::InstantMessage;

constexpr int subjectMax = 256;        // code points, 2.7
constexpr std::size_t authorsMax = 20; // schema of 3.3

QString languageOf(const MailView &view)
{
    for (const QString &tag : {view.body.lang, view.mail.contentLanguage}) {
        if (isLanguageTag(tag))
            return tag;
    }
    return {};
}

model::ExtendedAddress extended(const model::Mailbox &mailbox, const QString &type, const Ctx &ctx)
{
    model::ExtendedAddress address;
    address.type = type;
    address.description = mailbox.name;
    address.delivered = true; // or an address-aware server could send it again (0.4)
    const base::Result<model::Jid> jid =
        ctx.role == Role::Gateway ? mailToJid(mailbox.address, ctx) : base::Error{base::Fault::Unsupported, {}};
    if (jid)
        address.jid = jid->toString();
    else
        address.uri = QStringLiteral("mailto:") + mailbox.address.toString();
    return address;
}

model::MailboxList cut(model::MailboxList list, std::size_t most, int &more)
{
    if (list.size() > most) {
        more += static_cast<int>(list.size() - most);
        list.resize(most);
    }
    return list;
}

void setAddresses(InstantMessage &stanza, const Ctx &ctx)
{
    stanza.addresses.clear();
    const model::EmailElement &email = *stanza.email;
    for (const model::Mailbox &mailbox : email.to)
        stanza.addresses.push_back(extended(mailbox, QStringLiteral("to"), ctx));
    for (const model::Mailbox &mailbox : email.cc)
        stanza.addresses.push_back(extended(mailbox, QStringLiteral("cc"), ctx));
    for (const model::Mailbox &mailbox : email.replyTo)
        stanza.addresses.push_back(extended(mailbox, QStringLiteral("replyto"), ctx));
}

bool isHidden(const MailView &view, const Ctx &ctx)
{
    if (view.mailClass == QLatin1String("list") || view.mailClass == QLatin1String("bulk"))
        return false;
    const auto isMe = [&](const model::Mailbox &mailbox) {
        if (!view.rcpt.isNull())
            return mailbox.address.key() == view.rcpt.key();
        return ctx.isAddressOf(view.recipient, mailbox.address);
    };
    const model::Mail &mail = view.mail;
    return std::none_of(mail.to.begin(), mail.to.end(), isMe) && std::none_of(mail.cc.begin(), mail.cc.end(), isMe)
           && std::none_of(mail.resentTo.begin(), mail.resentTo.end(), isMe);
}

/// The schema of 3.3 takes ids of up to 998 characters.
QString cleanId(const QString &id)
{
    return isMessageId(id, 998) ? id : QString();
}

model::EmailElement emailOf(const MailView &view, QStringList flags, const Ctx &ctx)
{
    const model::Mail &mail = view.mail;
    model::EmailElement email;
    email.type = QStringLiteral("email");
    email.mailClass = view.mailClass;
    email.auth = view.verdict == Verdict::Pass   ? QStringLiteral("pass")
                 : view.verdict == Verdict::Fail ? QStringLiteral("fail")
                                                 : QStringLiteral("none");
    if (view.mailClass == QLatin1String("auto") && mail.autoSubmitted != QLatin1String("no"))
        email.autoSubmitted = headerText(mail.autoSubmitted);
    email.bcc = isHidden(view, ctx);
    email.dateSource = view.date.source;
    email.subaddress = view.subaddress;
    flags.sort();
    email.flags = flags;
    email.messageId = cleanId(mail.messageId);
    email.inReplyTo = cleanId(view.threading.inReplyTo);
    for (const QString &id : mail.references) {
        if (!cleanId(id).isEmpty())
            email.references << id;
    }
    email.date = view.date.date;
    email.rawDate = view.date.raw;
    int unshown = 0;
    email.from = cut(shownMailboxes(mail.from), authorsMax, unshown);
    if (email.from.empty() && ctx.role == Role::Gateway && !ctx.envelope.from.isNull())
        email.from.push_back({QString(), ctx.envelope.from});
    if (mail.sender && (mail.from.empty() || mail.sender->address.key() != mail.from.front().address.key()))
        email.sender = shownMailbox(*mail.sender);
    email.replyTo = cut(shownMailboxes(mail.replyTo), authorsMax, unshown);
    email.to = cut(shownMailboxes(mail.to), shownAddressesMax, email.more);
    email.cc = cut(shownMailboxes(mail.cc), shownAddressesMax, email.more);
    if (codePointCount(view.subject) > subjectMax)
        email.subjectFull = view.subject;
    if (!view.request.set.isEmpty())
        email.notify = view.request.set;
    email.priority = priorityOf(mail);
    email.listId = oneLine(mail.listId);
    email.listPost = oneLine(mail.listPost);
    email.signedType = view.body.signedType;
    email.attachments = view.body.attachments;
    return email;
}

/// A generous guess of the octets that a stanza takes as XML; escaping makes at most six of one.
qsizetype wireSize(const InstantMessage &stanza)
{
    const auto octets = [](const QString &text) {
        qsizetype size = 0;
        for (const QChar c : text) {
            const bool escaped = c == u'<' || c == u'>' || c == u'&' || c == u'\'' || c == u'"';
            size += escaped ? 6 : c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 ? 2 : 3;
        }
        return size;
    };
    qsizetype size = 2000;
    for (const model::LangText &body : stanza.bodies)
        size += octets(body.text);
    for (const model::ExtendedAddress &address : stanza.addresses)
        size += 80 + octets(address.jid) + octets(address.uri) + octets(address.description);
    if (stanza.email) {
        const model::EmailElement &email = *stanza.email;
        for (const model::MailboxList *list : {&email.from, &email.replyTo, &email.to, &email.cc}) {
            for (const model::Mailbox &mailbox : *list)
                size += 40 + octets(mailbox.name) + octets(mailbox.address.toString());
        }
        for (const QString &id : email.references)
            size += 10 + octets(id);
        for (const model::Attachment &attachment : email.attachments)
            size += 250 + octets(attachment.name) + octets(attachment.mimeType) + octets(attachment.contentId);
        size += octets(email.subjectFull);
    }
    return size;
}

/// Addresses first, then references (3.5); the text is cut by its mode.
void shrink(InstantMessage &stanza, const Ctx &ctx)
{
    if (!stanza.email)
        return;
    model::EmailElement &email = *stanza.email;
    while (wireSize(stanza) > ctx.policy.stanzaMax && !(email.to.empty() && email.cc.empty())) {
        model::MailboxList &list = email.cc.empty() ? email.to : email.cc;
        const std::size_t keep = list.size() / 2;
        email.more += static_cast<int>(list.size() - keep);
        list.resize(keep);
        setAddresses(stanza, ctx);
    }
    if (wireSize(stanza) > ctx.policy.stanzaMax)
        email.references.clear();
    if (wireSize(stanza) > ctx.policy.stanzaMax)
        email.subjectFull.clear();
    while (wireSize(stanza) > ctx.policy.stanzaMax && !email.attachments.empty())
        email.attachments.resize(email.attachments.size() / 2);
}

void ask(InstantMessage &stanza, const MailView &view)
{
    stanza.receiptRequest = view.request.asksDelivery();
    stanza.markable = view.request.asksDisplay();
}

}

InstantMessage stanzaOf(const MailView &view, QStringList flags, const Ctx &ctx)
{
    InstantMessage stanza;
    stanza.type = view.threading.asChat && view.mailClass == QLatin1String("personal") ? InstantMessage::Type::Chat
                                                                                       : InstantMessage::Type::Normal;
    stanza.from = view.remote;
    stanza.to = view.recipient;
    stanza.id = stanzaIdFor(view.mail, view.recipient, view.useRawId);
    stanza.originId = stanza.id;
    stanza.thread = view.threading.thread;
    if (view.threading.parent) {
        stanza.replyId = view.threading.parent->stanzaId;
        stanza.replyTo = view.threading.parent->author;
    }
    if (!view.subject.isEmpty() && !view.threading.asChat)
        stanza.subjects = {{languageOf(view), firstCodePoints(view.subject, subjectMax)}};
    stanza.emailElements = 1;
    stanza.email = emailOf(view, std::move(flags), ctx);
    setAddresses(stanza, ctx);
    if (view.date.delay)
        stanza.delays.push_back({model::Jid::parse(ctx.gatewayDomain).valueOr({}), *view.date.delay});
    if (view.verdict == Verdict::Pass && !stanza.email->from.empty())
        stanza.nick = stanza.email->from.front().name;
    stanza.urgency = stanza.email->priority;
    stanza.marks.unstyled = true;
    stanza.marks.store = true;
    shrink(stanza, ctx);
    return stanza;
}

void layOut(InstantMessage stanza, const MailView &view, const Ctx &ctx, toim::Convert &result)
{
    ask(stanza, view);
    LaidOut laidOut = layOutText(stanza, languageOf(view), result.text, result.tail, ctx);
    result.mode = laidOut.mode;
    if (result.mode != toim::Mode::Pager)
        result.wholeText = result.text;
    result.segments = std::move(laidOut.segments);
    result.stanzas = std::move(laidOut.stanzas);
}

}
