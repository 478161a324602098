#include "app/convert/ContextReader.h"

#include "core/stanza/StanzaXml.h"

#include <QJsonArray>

namespace isthmus::convert {

namespace {

using base::Error;
using base::Fault;
using base::Result;
using interworking::AddressRow;
using interworking::Ctx;
using interworking::DomainRow;
using interworking::MapRow;
using interworking::Policy;
using interworking::Verdict;
using model::Jid;
using model::MailAddress;

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &entry : value.toArray())
        list << entry.toString();
    return list;
}

QStringList domains(const QJsonValue &value)
{
    QStringList list;
    for (const QString &name : strings(value)) {
        const QString domain = model::toAsciiDomain(name);
        list << (domain.isEmpty() ? name.toLower() : domain);
    }
    return list;
}

Jid jidOf(const QJsonValue &value)
{
    return Jid::parse(value.toString()).valueOr({});
}
MailAddress mailOf(const QJsonValue &value)
{
    return MailAddress::parse(value.toString()).valueOr({});
}

Verdict verdictOf(const QJsonValue &value)
{
    const QString word = value.toString();
    return word == u"pass" ? Verdict::Pass : word == u"fail" ? Verdict::Fail : Verdict::None;
}

MapRow mapRow(const QJsonObject &row)
{
    MapRow result;
    result.messageId = row[u"message_id"].toString();
    result.stanzaId = row[u"stanza_id"].toString();
    result.local = jidOf(row[u"jid_local"]).bare();
    result.remote = jidOf(row[u"jid_remote"]).bare();
    result.thread = row[u"thread"].toString();
    result.author = jidOf(row[u"author"]);
    result.subject = row[u"subject"].toString();
    result.generatedSubject = row[u"generated_subject"].toBool();
    for (const QString &id : strings(row[u"references"]))
        result.references.push_back(id);
    const QStringList recipients = row[u"rcpt"].isArray() ? strings(row[u"rcpt"]) : QStringList{row[u"rcpt"].toString()};
    for (const QString &recipient : recipients) {
        if (const Result<MailAddress> address = MailAddress::parse(recipient))
            result.recipients.push_back(*address);
    }
    result.digest = QByteArray::fromHex(row[u"digest"].toString().toLatin1());
    result.hops = row[u"hops"].toInt();
    result.request = row[u"request"].toBool();
    result.markable = row[u"markable"].toBool();
    result.inbound = row[u"inbound"].toBool();
    result.dnt = row[u"dnt"].toString();
    result.dsnNotify = row[u"dsn_notify"].toString();
    if (row[u"envelope_from"].isString())
        result.envelopeFrom = mailOf(row[u"envelope_from"]);
    result.consent = row[u"consent"].toBool();
    return result;
}

interworking::SeenRow seenRow(const QJsonObject &row)
{
    return {row[u"message_id"].toString(), jidOf(row[u"rcpt"]).bare(),
            row[u"from"].toString(),       base::fromXmppDateTime(row[u"date"].toString()),
            verdictOf(row[u"auth"]),       QByteArray::fromHex(row[u"body_sha256"].toString().toLatin1())};
}

/// Vectors switch three policies off that the program has on (8.1).
Policy policyOf(const QJsonObject &policy)
{
    Policy result;
    result.coalesce = false;
    result.segSoftMax = policy[u"seg_soft_max"].toInt(0);
    result.trimQuote = policy[u"trim_quote"].toBool(false);
    result.pagerMax = policy[u"pager_max"].toInt(interworking::pagerMaxDefault);
    const QString implicit = policy[u"implicit_receipts"].toString();
    result.implicitReceipts = implicit == u"full"  ? Policy::ImplicitReceipts::Full
                              : implicit == u"off" ? Policy::ImplicitReceipts::Off
                                                   : Policy::ImplicitReceipts::DsnOnly;
    result.large = policy[u"large"].toString() == u"ibb" ? Policy::Large::Ibb : Policy::Large::Segments;
    const QString detect = policy[u"detect_by_subject"].toString();
    result.detectBySubject = detect == u"off"           ? Policy::DetectBySubject::Off
                             : detect == u"normal-only" ? Policy::DetectBySubject::NormalOnly
                                                        : Policy::DetectBySubject::All;
    result.reactions = policy[u"reactions"].toBool(policy[u"reactions"].toString() == u"on");
    result.receiptOnAccept = policy[u"receipt_on"].toVariant().toString() == u"250";
    result.hideHosts = policy[u"hide_hosts"].toBool(policy[u"hide_hosts"].toString() == u"on");
    if (policy[u"subject_template"].isString())
        result.subjectTemplate = policy[u"subject_template"].toString();
    return result;
}

void readDirectory(const QJsonObject &context, Ctx &ctx)
{
    ctx.imDomains = domains(context[u"im_domains"]);
    ctx.gatewayDomain = model::toAsciiDomain(context[u"gateway_domain"].toString());
    for (const QJsonValue &value : context[u"domain_map"].toArray()) {
        const QJsonObject row = value.toObject();
        const QString direction = row[u"direction"].toString();
        ctx.domainMap.push_back({model::toAsciiDomain(row[u"jid_domain"].toString()),
                                 model::toAsciiDomain(row[u"mail_domain"].toString()),
                                 direction == u"in"    ? DomainRow::Direction::In
                                 : direction == u"out" ? DomainRow::Direction::Out
                                                       : DomainRow::Direction::Both});
    }
    for (const QJsonValue &value : context[u"map"].toArray()) {
        const QJsonObject row = value.toObject();
        const bool preallocated = row[u"kind"].toString() == u"prealloc";
        ctx.addressMap.push_back({jidOf(row[u"jid"]).bare(), mailOf(row[u"mail"]),
                                  preallocated ? AddressRow::Kind::Preallocated : AddressRow::Kind::Constructed,
                                  row[u"primary"].toBool()});
    }
    const QJsonObject names = context[u"names"].toObject();
    for (auto name = names.begin(); name != names.end(); ++name)
        ctx.names.insert(name.key(), name.value().toString());
    ctx.operatorJid = jidOf(context[u"operator"]).bare();
    for (const QJsonValue &value : context[u"rooms"].toArray()) {
        interworking::RoomRow room{mailOf(value[u"mail"]), jidOf(value[u"room"]).bare(), {}};
        for (const QString &address : strings(value[u"allow"])) {
            if (const Result<MailAddress> allowed = MailAddress::parse(address))
                room.allow.push_back(*allowed);
        }
        ctx.rooms.push_back(room);
    }
}

void readMemory(const QJsonObject &context, Ctx &ctx)
{
    for (const QJsonValue &value : context[u"msgmap"].toArray())
        ctx.messageMap.push_back(mapRow(value.toObject()));
    for (const QJsonValue &value : context[u"seen"].toArray())
        ctx.seen.push_back(seenRow(value.toObject()));
    const QJsonObject fetch = context[u"fetch"].toObject();
    for (auto file = fetch.begin(); file != fetch.end(); ++file) {
        const QByteArray data = QByteArray::fromBase64(file.value()[u"base64"].toString().toLatin1());
        ctx.fetched.insert(file.key(), {file.value()[u"type"].toString(), data});
    }
}

}

QJsonObject defaultContext()
{
    const auto row = [](const char *jid, const char *mail, const char *kind) {
        return QJsonObject{{QStringLiteral("jid"), QLatin1String(jid)},
                           {QStringLiteral("mail"), QLatin1String(mail)},
                           {QStringLiteral("kind"), QLatin1String(kind)},
                           {QStringLiteral("primary"), true}};
    };
    const QString domain = QStringLiteral("chat.example");
    return {
        {QStringLiteral("im_domains"), QJsonArray{domain}},
        {QStringLiteral("gateway_domain"), QStringLiteral("mail.chat.example")},
        {QStringLiteral("domain_map"),
         QJsonArray{QJsonObject{{QStringLiteral("jid_domain"), domain}, {QStringLiteral("mail_domain"), domain}}}},
        {QStringLiteral("map"),
         QJsonArray{row("alice@chat.example", "alice@chat.example", "constructed"),
                    row("carol@chat.example", "c.smith@post.example", "prealloc"),
                    row("+8613812345678@chat.example", "+8613812345678@chat.example", "constructed")}},
        {QStringLiteral("operator"), QStringLiteral("admin@chat.example")},
        {QStringLiteral("envelope"), QJsonObject{{QStringLiteral("from"), QStringLiteral("bob@example.net")},
                                                 {QStringLiteral("to"), QJsonArray{QStringLiteral("alice@chat.example")}}}}};
}

Result<Ctx> readContext(const QJsonObject &given)
{
    QJsonObject context = defaultContext();
    for (auto entry = given.begin(); entry != given.end(); ++entry) {
        if (!entry.value().isNull())
            context.insert(entry.key(), entry.value());
    }
    Ctx ctx;
    ctx.role = interworking::Role::Gateway;
    const std::optional<base::Timestamp> now = base::fromXmppDateTime(context[u"now"].toString());
    if (!now)
        return Error{Fault::Malformed, QStringLiteral("context.now is no time")};
    ctx.now = *now;
    readDirectory(context, ctx);
    readMemory(context, ctx);
    ctx.policy = policyOf(context[u"policy"].toObject());
    ctx.trustedAuthservIds = strings(context[u"trusted_authserv_ids"]);
    ctx.ownHosts = strings(context[u"own_hosts"]);
    ctx.idKey = QByteArray::fromHex(context[u"id_key"].toString().toLatin1());
    ctx.uploadHosts = domains(context[u"upload_hosts"]);
    const QJsonValue envelope = context[u"envelope"];
    ctx.envelope.from = mailOf(envelope[u"from"]);
    for (const QString &to : strings(envelope[u"to"]))
        ctx.envelope.to.push_back(to);
    if (context[u"stanza_error"].isString()) {
        Result<std::vector<model::InstantMessage>> error =
            stanza::parseMessages(context[u"stanza_error"].toString().toUtf8());
        if (!error || error->empty())
            return Error{Fault::Malformed, QStringLiteral("context.stanza_error is no stanza")};
        ctx.stanzaError = error->front();
    }
    ctx.smtpReply = context[u"smtp_reply"].toString();
    ctx.smtpUtf8 = context[u"smtputf8"].toBool(true);
    if (context[u"peer"].isObject())
        ctx.peer = interworking::Peer{jidOf(context[u"peer"][u"jid"]), strings(context[u"peer"][u"features"])};
    ctx.newId = context[u"new_id"].toString();
    ctx.own = jidOf(context[u"own"]).bare();
    ctx.elapsed = std::chrono::seconds(context[u"elapsed"].toInt());
    return ctx;
}

}
