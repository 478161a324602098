#include "core/interworking/Addressing.h"

namespace isthmus::interworking {

namespace {

using base::Error;
using base::Fault;
using base::Result;
using model::Jid;
using model::MailAddress;

/// The rows of a JID in the order of 2.1.3: primary, then pre-allocated, then constructed, oldest first.
const AddressRow *bestRow(const Jid &bare, const Ctx &ctx)
{
    const AddressRow *preallocated = nullptr;
    const AddressRow *constructed = nullptr;
    for (const AddressRow &row : ctx.addressMap) {
        if (row.jid != bare)
            continue;
        if (row.primary)
            return &row;
        const AddressRow *&slot = row.kind == AddressRow::Kind::Preallocated ? preallocated : constructed;
        if (!slot)
            slot = &row;
    }
    return preallocated ? preallocated : constructed;
}

/// The row of a mailbox; pre-allocated ones win over constructed ones (2.1.6).
const AddressRow *rowOf(const QString &key, const Ctx &ctx)
{
    const AddressRow *found = nullptr;
    for (const AddressRow &row : ctx.addressMap) {
        if (row.mail.key() != key)
            continue;
        if (row.kind == AddressRow::Kind::Preallocated)
            return &row;
        if (!found)
            found = &row;
    }
    return found;
}

const DomainRow *domainIn(const QString &mailDomain, const Ctx &ctx)
{
    for (const DomainRow &row : ctx.domainMap) {
        if (row.direction != DomainRow::Direction::Out && row.mailDomain == mailDomain)
            return &row;
    }
    return nullptr;
}

const DomainRow *domainOut(const QString &jidDomain, const Ctx &ctx)
{
    for (const DomainRow &row : ctx.domainMap) {
        if (row.direction != DomainRow::Direction::In && row.jidDomain == jidDomain)
            return &row;
    }
    return nullptr;
}

bool isOurMailDomain(const QString &domain, const Ctx &ctx)
{
    if (domainIn(domain, ctx))
        return true;
    const auto isIt = [&](const MailAddress &mail) { return model::toAsciiDomain(mail.domain()) == domain; };
    return std::any_of(ctx.addressMap.begin(), ctx.addressMap.end(), [&](const AddressRow &row) { return isIt(row.mail); })
           || std::any_of(ctx.rooms.begin(), ctx.rooms.end(), [&](const RoomRow &row) { return isIt(row.mail); });
}

bool isRegistered(const Jid &bare, const Ctx &ctx)
{
    return bestRow(bare, ctx) != nullptr;
}

/// The user of ours with this local part and domain: by the map, else by the domain's identity row.
Jid userOf(const MailAddress &address, const Ctx &ctx)
{
    if (const AddressRow *row = rowOf(address.key(), ctx))
        return row->jid;
    const DomainRow *domain = domainIn(model::toAsciiDomain(address.domain()), ctx);
    if (!domain)
        return {};
    const Result<QString> node = escapeNode(address.local());
    if (!node)
        return {};
    const Jid jid = Jid::parse(QString(*node + u'@' + domain->jidDomain)).valueOr({});
    return isRegistered(jid, ctx) ? jid : Jid();
}

Jid telephoneUser(const MailAddress &address, const Ctx &ctx)
{
    const auto number = telephoneLocalPart(address.local());
    const Result<MailAddress> plain = number ? MailAddress::fromParts(*number, address.domain()) : address;
    return number && plain ? userOf(*plain, ctx) : Jid();
}

/// userOf(), then without a "+tag", each also as a telephone number. The tag comes back in \p tag.
Jid findUser(const MailAddress &address, const Ctx &ctx, QString &tag)
{
    if (const Jid jid = userOf(address, ctx); !jid.isNull())
        return jid;
    const QString local = address.local();
    if (const qsizetype plus = local.indexOf(u'+', 1); plus > 0) {
        const Result<MailAddress> stripped = MailAddress::fromParts(QStringView(local).left(plus), address.domain());
        Jid jid = stripped ? userOf(*stripped, ctx) : Jid();
        if (jid.isNull() && stripped)
            jid = telephoneUser(*stripped, ctx);
        if (!jid.isNull()) {
            tag = local.mid(plus + 1);
            return jid;
        }
    }
    return telephoneUser(address, ctx);
}

/// postmaster and abuse must be accepted (RFC 5321 4.5.1, RFC 2142).
bool isOperator(const QString &local)
{
    return local.compare(QLatin1String("postmaster"), Qt::CaseInsensitive) == 0
           || local.compare(QLatin1String("abuse"), Qt::CaseInsensitive) == 0;
}

/// The spelling of a mailbox in the address map, or under which it was written to or wrote before (2.1.3, "original
/// case").
MailAddress asKnown(const MailAddress &address, const Jid &bare, const Ctx &ctx)
{
    const QString key = address.key();
    for (const AddressRow &row : ctx.addressMap) {
        if (row.jid == bare && row.mail.key() == key)
            return row.mail;
    }
    for (const MapRow &row : ctx.messageMap) {
        if (row.remote != bare)
            continue;
        for (const MailAddress &known : row.recipients) {
            if (known.key() == key)
                return known;
        }
        if (row.envelopeFrom && row.envelopeFrom->key() == key)
            return *row.envelopeFrom;
    }
    return address;
}

}

Result<Jid> mailToJid(const MailAddress &address, const Ctx &ctx)
{
    const QString domain = model::toAsciiDomain(address.domain());
    QString tag;
    if (const Jid user = findUser(address, ctx, tag); !user.isNull())
        return user;
    if (const DomainRow *row = domainIn(domain, ctx)) {
        return escapeNode(address.local()).then([&](const QString &node) {
            return Jid::parse(QString(node + u'@' + row->jidDomain));
        });
    }
    return constructedJid(address, ctx.gatewayDomain);
}

Result<MailAddress> jidToMail(const Jid &jid, const Ctx &ctx)
{
    if (jid.domain() == ctx.gatewayDomain) {
        return addressOfNode(jid.local()).then([&](const MailAddress &address) {
            return Result<MailAddress>(asKnown(address, jid.bare(), ctx));
        });
    }
    if (Result<MailAddress> mapped = originMail(jid, ctx))
        return mapped;
    if (const DomainRow *row = domainOut(jid.domain(), ctx); row && !jid.local().isEmpty())
        return MailAddress::fromParts(unescapeNode(jid.local()), row->mailDomain);
    return Error{Fault::NotFound, QStringLiteral("no mail address for this JID")};
}

Result<MailAddress> originMail(const Jid &jid, const Ctx &ctx)
{
    if (const AddressRow *row = bestRow(jid.bare(), ctx))
        return row->mail;
    return Error{Fault::NotFound, QStringLiteral("not registered")};
}

std::variant<Recipient, RecipientFault> resolveRecipient(const QString &rcpt, const Ctx &ctx)
{
    if (isOperator(rcpt))
        return Recipient{Recipient::Kind::Operator, ctx.operatorJid, {}, nullptr};
    const Result<MailAddress> address = MailAddress::parse(rcpt);
    if (!address) {
        const QString domain = model::toAsciiDomain(QStringView(rcpt).mid(rcpt.lastIndexOf(u'@') + 1));
        const bool foreign = rcpt.contains(u'@') && !domain.isEmpty() && !isOurMailDomain(domain, ctx);
        return foreign ? RecipientFault::Relay : RecipientFault::Malformed;
    }
    const QString domain = model::toAsciiDomain(address->domain());
    const bool ours = isOurMailDomain(domain, ctx);
    if (!ours && domain != ctx.gatewayDomain)
        return RecipientFault::Relay;
    if (isOperator(address->local()))
        return Recipient{Recipient::Kind::Operator, ctx.operatorJid, {}, nullptr};
    if (!ours) // nobody but the operator has a mailbox at the gateway's own domain
        return RecipientFault::Relay;
    QString tag;
    if (const Jid jid = findUser(*address, ctx, tag); !jid.isNull())
        return Recipient{Recipient::Kind::User, jid, tag, nullptr};
    for (const RoomRow &row : ctx.rooms) {
        if (row.mail.key() == address->key())
            return Recipient{Recipient::Kind::Room, row.room.bare(), {}, &row};
    }
    // "user%other.example@ours" and "other.example!user@ours" ask for a relay (6.9).
    const bool route = address->local().contains(u'%') || address->local().contains(u'!');
    return route ? RecipientFault::Relay : RecipientFault::Unknown;
}

}
