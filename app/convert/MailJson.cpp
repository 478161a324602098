#include "app/convert/MailJson.h"

#include "core/interworking/Detect.h"

#include <QJsonArray>
#include <QLocale>

namespace isthmus::convert {

namespace {

using namespace interworking;
using model::OutgoingMail;

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

void put(QJsonObject &json, const char *name, const QString &value)
{
    if (!value.isEmpty())
        json.insert(QLatin1String(name), value);
}

QJsonArray addressesOf(const model::MailboxList &list)
{
    QJsonArray array;
    for (const model::Mailbox &mailbox : list)
        array.append(mailbox.address.toString());
    return array;
}

QString joined(const std::vector<QString> &ids)
{
    QStringList list;
    for (const QString &id : ids)
        list << id;
    return list.join(u' ');
}

void putMail(QJsonObject &json, const OutgoingMail &mail)
{
    put(json, "mail.from", mail.from.address.toString());
    put(json, "mail.from-name", mail.from.name);
    json.insert(QStringLiteral("mail.to"), addressesOf(mail.to));
    json.insert(QStringLiteral("mail.cc"), addressesOf(mail.cc));
    QString body = mail.text;
    if (body.endsWith(u'\n'))
        body.chop(1);
    json.insert(QStringLiteral("mail.body"), body);
    json.insert(QStringLiteral("mail.cte"),
                mail.encoding == model::TransferEncoding::SevenBit ? QStringLiteral("7bit")
                    : mail.encoding == model::TransferEncoding::Base64 ? QStringLiteral("base64")
                                                                       : QStringLiteral("quoted-printable"));
    json.insert(QStringLiteral("mail.parts"), static_cast<int>(mail.parts.size()) + 1);
    QJsonArray attachments;
    for (const model::OutgoingPart &part : mail.parts)
        attachments.append(QJsonArray{part.name, part.mimeType, part.data.size()});
    if (!attachments.isEmpty())
        json.insert(QStringLiteral("mail.attachments"), attachments);
    put(json, "header.Subject", mail.subject);
    put(json, "header.Message-ID", mail.messageId);
    put(json, "header.In-Reply-To", mail.inReplyTo);
    put(json, "header.References", joined(mail.references));
    put(json, "header.Content-Language", mail.contentLanguage);
    put(json, "header.Sender", mail.sender.address.toString());
    put(json, "header.Date", QLocale::c().toString(base::toQDateTime(mail.date), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")) + QStringLiteral(" +0000"));
    for (const model::OutgoingField &field : mail.fields)
        json.insert(QStringLiteral("header.") + field.name, field.value);
}

void putEnvelope(QJsonObject &json, const OutgoingMail &mail)
{
    json.insert(QStringLiteral("envelope.from"), mail.envelopeFrom.toString());
    QJsonArray recipients;
    for (const model::MailAddress &recipient : mail.recipients)
        recipients.append(recipient.toString());
    json.insert(QStringLiteral("envelope.to"), recipients);
    put(json, "dsn.notify", mail.dsnNotify);
}

void putConvert(QJsonObject &json, const tomail::Convert &result, const QString &stanzaId)
{
    put(json, "outcome", QStringLiteral("convert"));
    putMail(json, result.mail);
    putEnvelope(json, result.mail);
    json.insert(QStringLiteral("received"), result.receipt);
    if (result.report) {
        put(json, "report.kind", toim::reportName(*result.report));
        put(json, "report.id", stanzaId);
    }
}

void putReport(QJsonObject &json, const tomail::Report &report)
{
    put(json, "outcome", QStringLiteral("report"));
    put(json, "report.kind", toim::reportName(report.kind));
    put(json, "report.id", report.stanzaId);
    if (const auto *status = std::get_if<model::OutgoingDeliveryStatus>(&report.mail.report); status && !status->recipients.empty()) {
        put(json, "report.action", status->recipients.front().action);
        put(json, "report.status", status->recipients.front().status);
    } else if (const auto *disposition = std::get_if<model::OutgoingDisposition>(&report.mail.report)) {
        put(json, "report.disposition", disposition->disposition);
    }
    putMail(json, report.mail);
    putEnvelope(json, report.mail);
}

}

QJsonObject resultOf(const ImConversion &conversion, const Ctx &ctx)
{
    QJsonObject json;
    const model::InstantMessage &last = conversion.messages.back();
    Ctx own = ctx;
    own.archiveQueryIds << last.archiveQueryId;
    put(json, "detect", kindName(detect(last, own).kind));
    const auto outcome = [&](const char *name) { put(json, "outcome", QLatin1String(name)); };
    std::visit(Overloaded{[&](const tomail::Convert &result) { putConvert(json, result, last.id); },
                          [&](const tomail::Report &report) { putReport(json, report); },
                          [&](const tomail::Pending &) { outcome("pending"); },
                          [&](const tomail::Command &) { outcome("command"); },
                          [&](const tomail::Drop &) { outcome("drop"); },
                          [&](const tomail::Error &error) {
                              outcome("error");
                              put(json, "error.condition", error.error.condition);
                              put(json, "error.type", error.error.type);
                              put(json, "error.id", error.id);
                          }},
               conversion.result);
    if (conversion.isBatch)
        json.insert(QStringLiteral("mail.count"), std::holds_alternative<tomail::Convert>(conversion.result) ? 1 : 0);
    return json;
}

}
