#include "app/convert/MailJson.h"

#include "core/base/Overloaded.h"

#include <QJsonArray>

namespace isthmus::convert {

namespace {

using namespace interworking;
using model::InstantMessage;

/// Puts \p value under \p name unless it is absent.
void put(QJsonObject &json, const char *name, const QString &value)
{
    if (!value.isEmpty())
        json.insert(QLatin1String(name), value);
}

QString typeName(InstantMessage::Type type)
{
    switch (type) {
    case InstantMessage::Type::Chat: return QStringLiteral("chat");
    case InstantMessage::Type::Groupchat: return QStringLiteral("groupchat");
    case InstantMessage::Type::Headline: return QStringLiteral("headline");
    case InstantMessage::Type::Error: return QStringLiteral("error");
    case InstantMessage::Type::Absent:
    case InstantMessage::Type::Normal: break;
    }
    return QStringLiteral("normal");
}

QString modeName(toim::Mode mode)
{
    switch (mode) {
    case toim::Mode::Segments: return QStringLiteral("segments");
    case toim::Mode::Ibb: return QStringLiteral("ibb");
    case toim::Mode::Link: return QStringLiteral("link");
    case toim::Mode::Pager: break;
    }
    return QStringLiteral("pager");
}

QJsonArray addressesOf(const model::MailboxList &list)
{
    QJsonArray array;
    for (const model::Mailbox &mailbox : list)
        array.append(mailbox.address.toString());
    return array;
}

void putEmail(QJsonObject &json, const model::EmailElement &email)
{
    put(json, "email.type", email.type);
    put(json, "email.class", email.mailClass);
    put(json, "email.auth", email.auth);
    put(json, "email.auto", email.autoSubmitted);
    json.insert(QStringLiteral("email.bcc"), email.bcc);
    if (email.date)
        put(json, "email.date", base::toXmppDateTime(*email.date));
    put(json, "email.date-src", email.dateSource);
    if (!email.flags.isEmpty())
        json.insert(QStringLiteral("email.flags"), QJsonArray::fromStringList(email.flags));
    json.insert(QStringLiteral("email.from"), addressesOf(email.from));
    if (!email.from.empty())
        put(json, "email.from-name", email.from.front().name);
    if (email.sender)
        put(json, "email.sender", email.sender->address.toString());
    json.insert(QStringLiteral("email.reply-to"), addressesOf(email.replyTo));
    put(json, "email.in-reply-to", email.inReplyTo);
    put(json, "email.message-id", email.messageId);
    put(json, "email.priority", email.priority);
    put(json, "email.signed", email.signedType);
    put(json, "email.subaddress", email.subaddress);
    if (email.notify)
        json.insert(QStringLiteral("notify"), QJsonArray::fromStringList(*email.notify));
    QJsonArray attachments;
    for (const model::Attachment &file : email.attachments) {
        attachments.append(QJsonArray{file.part, file.name, file.mimeType, static_cast<qint64>(file.bytes),
                                      file.isInline ? QStringLiteral("inline") : QStringLiteral("attachment")});
    }
    json.insert(QStringLiteral("attachments"), attachments);
}

void putBody(QJsonObject &json, const toim::Convert &result)
{
    const InstantMessage &last = result.stanzas.back();
    if (last.bodies.empty())
        return;
    json.insert(QStringLiteral("body"), result.text);
    put(json, "body.tail", result.tail);
    put(json, "body.lang", last.bodies.front().lang);
    for (const model::Fallback &fallback : last.fallbacks) {
        if (fallback.forNamespace == ns::email && !fallback.bodyRanges.empty())
            json.insert(QStringLiteral("fallback.body"),
                        QJsonArray{fallback.bodyRanges.front().start, fallback.bodyRanges.front().end});
    }
}

void putStanza(QJsonObject &json, const InstantMessage &stanza)
{
    put(json, "stanza.from", stanza.from.toString());
    put(json, "stanza.to", stanza.to.toString());
    put(json, "stanza.type", typeName(stanza.type));
    put(json, "stanza.id", stanza.id);
    if (!stanza.subjects.empty())
        put(json, "subject", stanza.subjects.front().text);
    json.insert(QStringLiteral("unstyled"), stanza.marks.unstyled);
    put(json, "thread", stanza.thread);
    put(json, "reply.id", stanza.replyId);
    put(json, "reply.to", stanza.replyTo.toString());
    if (!stanza.delays.empty())
        put(json, "delay.stamp", base::toXmppDateTime(stanza.delays.front().stamp));
    put(json, "nick", stanza.nick);
    put(json, "urgency", stanza.urgency);
    QJsonArray addresses;
    for (const model::ExtendedAddress &address : stanza.addresses)
        addresses.append(QJsonArray{address.type, address.jid.isEmpty() ? address.uri : address.jid});
    json.insert(QStringLiteral("addresses"), addresses);
    put(json, "reactions.id", stanza.reactionsId);
    if (!stanza.reactionsId.isEmpty()) {
        QJsonArray reactions;
        for (const QString &emoji : stanza.reactions)
            reactions.append(emoji);
        json.insert(QStringLiteral("reactions"), reactions);
    }
}

QJsonObject converted(const toim::Convert &result)
{
    QJsonObject json;
    put(json, "outcome", result.mode == toim::Mode::Segments ? QStringLiteral("segments") : QStringLiteral("convert"));
    put(json, "mode", modeName(result.mode));
    putStanza(json, result.stanza());
    putBody(json, result);
    // Segments ask for reports on the last one only (4.1).
    json.insert(QStringLiteral("request"), result.stanzas.back().receiptRequest);
    json.insert(QStringLiteral("markable"), result.stanzas.back().markable);
    json.insert(QStringLiteral("attachments"), QJsonArray());
    if (result.stanza().email)
        putEmail(json, *result.stanza().email);
    if (!result.segments.empty()) {
        QJsonArray segments;
        for (std::size_t i = 0; i < result.segments.size(); ++i)
            segments.append(QJsonArray{static_cast<int>(i) + 1, result.segments[i].start, result.segments[i].end});
        json.insert(QStringLiteral("segments"), segments);
    }
    return json;
}

QJsonObject reported(const toim::Report &report)
{
    QJsonObject json;
    put(json, "outcome", QStringLiteral("report"));
    put(json, "report.kind", toim::reportName(report.kind));
    put(json, "report.id", report.about.stanzaId);
    if (report.error) {
        put(json, "error.condition", report.error->condition);
        put(json, "error.type", report.error->type);
    }
    return json;
}

}

QJsonObject resultOf(const toim::Result &result)
{
    return std::visit(
        base::Overloaded{
            [](const toim::Convert &r) { return converted(r); }, [](const toim::Report &r) { return reported(r); },
            [](const toim::Drop &) {
                return QJsonObject{{QStringLiteral("outcome"), QStringLiteral("drop")}, {QStringLiteral("smtp.code"), 250}};
            },
            [](const toim::Reject &reject) {
                return QJsonObject{{QStringLiteral("outcome"), QStringLiteral("reject")},
                                   {QStringLiteral("smtp.code"), reject.reply.code},
                                   {QStringLiteral("smtp.enhanced"), reject.reply.enhanced}};
            }},
        result);
}

}
