#include "app/convert/PreviewContext.h"

#include "core/mime/MailReader.h"
#include "core/stanza/StanzaXml.h"

namespace isthmus::convert {

namespace {

using interworking::Ctx;

Ctx contextOf(const QString &domain, base::Timestamp now)
{
    Ctx ctx;
    ctx.now = now;
    ctx.imDomains = {domain};
    ctx.gatewayDomain = QStringLiteral("mail.") + domain;
    ctx.domainMap = {{domain, domain, interworking::DomainRow::Direction::Both}};
    ctx.operatorJid = model::Jid::parse(QString(QStringLiteral("postmaster@") + domain)).valueOr({});
    ctx.policy.segSoftMax = 0;
    return ctx;
}

void addUser(Ctx &ctx, const model::MailAddress &address)
{
    const model::Jid jid = model::Jid::parse(address.toString()).valueOr(model::Jid::parse(u"user@preview.invalid").value());
    ctx.addressMap.push_back({jid.bare(), address, interworking::AddressRow::Kind::Constructed, true});
}

}

Ctx contextForMail(const QByteArray &bytes, base::Timestamp now)
{
    const auto noHtml = [](const QString &) { return mime::PlainText(); };
    const base::Result<model::Mail> mail = mime::readMail(bytes, noHtml);
    model::MailAddress recipient = model::MailAddress::parse(u"user@preview.invalid").value();
    if (mail && !mail->to.empty())
        recipient = mail->to.front().address;
    else if (mail && !mail->cc.empty())
        recipient = mail->cc.front().address;
    Ctx ctx = contextOf(model::toAsciiDomain(recipient.domain()), now);
    addUser(ctx, recipient);
    ctx.envelope.to = {recipient.toString()};
    if (mail && !mail->from.empty())
        ctx.envelope.from = mail->from.front().address;
    return ctx;
}

base::Result<Ctx> contextForStanza(const QByteArray &bytes, base::Timestamp now)
{
    base::Result<std::vector<model::InstantMessage>> messages = stanza::parseMessages(bytes);
    if (!messages)
        return messages.error();
    if (messages->empty())
        return base::Error{base::Fault::Malformed, QStringLiteral("no message stanza")};
    const model::InstantMessage &message = messages->front();
    const QString domain = message.from.isNull() ? QStringLiteral("preview.invalid") : message.from.domain();
    Ctx ctx = contextOf(domain, now);
    ctx.gatewayDomain = message.to.domain();
    if (const base::Result<model::MailAddress> address = model::MailAddress::parse(message.from.bare().toString()))
        addUser(ctx, *address);
    return ctx;
}

}
