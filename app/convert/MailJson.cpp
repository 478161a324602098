#include "app/convert/MailJson.h"

#include "app/convert/ReadBack.h"
#include "core/base/Overloaded.h"
#include "core/interworking/Detect.h"

#include <QJsonArray>

namespace isthmus::convert {

namespace {

using namespace interworking;
using model::OutgoingMail;

void put(QJsonObject &json, const char *name, const QString &value)
{
    if (!value.isEmpty())
        json.insert(QLatin1String(name), value);
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

void putConvert(QJsonObject &json, const tomail::Convert &result, const QByteArray &bytes, const QString &stanzaId)
{
    put(json, "outcome", QStringLiteral("convert"));
    putMail(json, bytes);
    putEnvelope(json, result.mail);
    json.insert(QStringLiteral("received"), result.receipt);
    if (result.report) {
        put(json, "report.kind", toim::reportName(*result.report));
        put(json, "report.id", stanzaId);
    }
}

void putReport(QJsonObject &json, const tomail::Report &report, const QByteArray &bytes)
{
    put(json, "outcome", QStringLiteral("report"));
    put(json, "report.kind", toim::reportName(report.kind));
    put(json, "report.id", report.stanzaId);
    if (const auto *status = std::get_if<model::OutgoingDeliveryStatus>(&report.mail.report);
        status && !status->recipients.empty()) {
        put(json, "report.action", status->recipients.front().action);
        put(json, "report.status", status->recipients.front().status);
    } else if (const auto *disposition = std::get_if<model::OutgoingDisposition>(&report.mail.report)) {
        put(json, "report.disposition", disposition->disposition);
    }
    putMail(json, bytes);
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
    std::visit(base::Overloaded{[&](const tomail::Convert &result) { putConvert(json, result, conversion.mail, last.id); },
                                [&](const tomail::Report &report) { putReport(json, report, conversion.mail); },
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
        json.insert(QStringLiteral("mail.count"), conversion.mails);
    return json;
}

}
