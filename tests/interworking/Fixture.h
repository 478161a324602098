#pragma once

#include "core/interworking/ImToMail.h"
#include "core/interworking/MailToIm.h"

#include <QCryptographicHash>

/// The people of the specification's vectors, and messages between them.
namespace isthmus::test {

inline model::MailAddress address(const QString &text)
{
    return model::MailAddress::parse(text).value();
}
inline model::Jid jid(const QString &text)
{
    return model::Jid::parse(text).value();
}

inline const base::Timestamp now = *base::fromXmppDateTime(u"2026-11-21T10:20:00Z");

inline const QString alice = QStringLiteral("alice@chat.example");
inline const QString bobJid = QStringLiteral("bob\\40example.net@mail.chat.example");

/// A gateway's context (m-basic).
inline interworking::Ctx gateway()
{
    interworking::Ctx ctx;
    ctx.now = now;
    ctx.imDomains = {QStringLiteral("chat.example")};
    ctx.gatewayDomain = QStringLiteral("mail.chat.example");
    ctx.domainMap = {
        {QStringLiteral("chat.example"), QStringLiteral("chat.example"), interworking::DomainRow::Direction::Both}};
    ctx.addressMap = {{jid(alice), address(alice), interworking::AddressRow::Kind::Constructed, true},
                      {jid(QStringLiteral("carol@chat.example")), address(QStringLiteral("c.smith@post.example")),
                       interworking::AddressRow::Kind::Preallocated, true}};
    ctx.names = {{alice, QStringLiteral("Alice")}};
    ctx.operatorJid = jid(QStringLiteral("admin@chat.example"));
    ctx.trustedAuthservIds = {QStringLiteral("mx.chat.example")};
    ctx.uploadHosts = {QStringLiteral("upload.chat.example")};
    ctx.envelope.from = address(QStringLiteral("bob@example.net"));
    ctx.envelope.to = {alice};
    ctx.policy.segSoftMax = 0;
    ctx.policy.trimQuote = false;
    return ctx;
}

/// Alice's own program, without a gateway.
inline interworking::Ctx client()
{
    interworking::Ctx ctx = gateway();
    ctx.role = interworking::Role::Client;
    ctx.gatewayDomain = interworking::localGatewayDomain;
    ctx.own = jid(alice);
    ctx.envelope = {};
    ctx.ownHosts = {QStringLiteral("mx.chat.example")};
    return ctx;
}

inline model::MailPart text(const QString &body)
{
    model::MailPart part;
    part.section = QStringLiteral("1");
    part.mimeType = QStringLiteral("text/plain");
    part.text = body;
    part.bytes = static_cast<std::uint64_t>(body.toUtf8().size());
    return part;
}

inline model::MailPart file(const QString &section, const QString &name, const QString &type, std::uint64_t bytes = 3)
{
    model::MailPart part;
    part.section = section;
    part.mimeType = type;
    part.disposition = QStringLiteral("attachment");
    part.fileName = name;
    part.bytes = bytes;
    return part;
}

inline model::MailPart mixed(std::vector<model::MailPart> children)
{
    model::MailPart part;
    part.mimeType = QStringLiteral("multipart/mixed");
    part.children = std::move(children);
    return part;
}

/// Bob to Alice, five minutes ago.
inline model::Mail mailFromBob(const QString &body = QStringLiteral("Hello Alice."))
{
    model::Mail mail;
    mail.rawSha256 = QCryptographicHash::hash(body.toUtf8(), QCryptographicHash::Sha256);
    mail.bodySha256 = mail.rawSha256;
    mail.messageId = QStringLiteral("<m1@example.net>");
    mail.from = {{QStringLiteral("Bob"), address(QStringLiteral("bob@example.net"))}};
    mail.to = {{QString(), address(alice)}};
    mail.subject = QStringLiteral("Hi");
    mail.date = now - std::chrono::minutes(5);
    mail.root = text(body);
    return mail;
}

/// The own server's word about the sender.
inline void authenticate(model::Mail &mail, const QString &method = QStringLiteral("dmarc"),
                         const QString &result = QStringLiteral("pass"),
                         const QString &domain = QStringLiteral("example.net"))
{
    model::AuthenticationResults results;
    results.authservId = QStringLiteral("mx.chat.example");
    const QString property = method == u"dkim" ? QStringLiteral("header.d") : QStringLiteral("header.from");
    results.methods = {{method, result, {}, {{property, domain}}}};
    mail.trace.insert(mail.trace.begin(), results);
    mail.trace.push_back(model::Received{QStringLiteral("mx.chat.example"), now - std::chrono::minutes(4)});
}

/// Alice to Bob.
inline model::InstantMessage messageToBob(const QString &body = QStringLiteral("Hello Bob."))
{
    model::InstantMessage message;
    message.type = model::InstantMessage::Type::Chat;
    message.from = jid(alice + QStringLiteral("/pc"));
    message.to = jid(bobJid);
    message.toText = bobJid;
    message.id = QStringLiteral("a1");
    if (!body.isNull())
        message.bodies = {{QString(), body}};
    return message;
}

/// Alice's mail to Bob, as it is remembered.
inline interworking::MapRow sentRow()
{
    interworking::MapRow row;
    row.messageId = QStringLiteral("<im.bb@chat.example>");
    row.stanzaId = QStringLiteral("s-7");
    row.local = jid(alice);
    row.remote = jid(bobJid);
    row.thread = QStringLiteral("t-1");
    row.author = jid(alice);
    row.subject = QStringLiteral("Message from Alice");
    row.generatedSubject = true;
    row.recipients = {address(QStringLiteral("bob@example.net"))};
    row.request = true;
    row.markable = true;
    return row;
}

/// Bob's mail to Alice, as it is remembered.
inline interworking::MapRow receivedRow()
{
    interworking::MapRow row;
    row.messageId = QStringLiteral("<p2@example.net>");
    row.stanzaId = QStringLiteral("mail-xyz");
    row.local = jid(alice);
    row.remote = jid(bobJid);
    row.thread = QStringLiteral("t-5");
    row.author = jid(bobJid);
    row.subject = QStringLiteral("Plan");
    row.inbound = true;
    row.envelopeFrom = address(QStringLiteral("bob@example.net"));
    return row;
}

template <typename T, typename Variant>
const T *as(const Variant &result)
{
    return std::get_if<T>(&result);
}

}
