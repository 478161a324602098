#include "core/interworking/IncomingReport.h"

#include "core/interworking/MessageIds.h"
#include "core/interworking/Text.h"

namespace isthmus::interworking {

namespace {

using toim::Report;
using toim::ReportKind;

constexpr std::chrono::hours matchWindow{30 * 24}; // X28

/// The row of the message that is reported on: sent by \p local under one of \p ids to \p about.
const MapRow *match(const std::vector<QString> &ids, const QString &about, const model::Jid &local, const Ctx &ctx)
{
    const base::Result<model::MailAddress> address = model::MailAddress::parse(about.trimmed());
    if (!address)
        return nullptr;
    for (const MapRow &row : ctx.messageMap) {
        if (row.local != local || row.inbound || row.messageId.isEmpty())
            continue;
        if (row.at && (ctx.now - *row.at > matchWindow || *row.at > ctx.now + futureTolerance))
            continue;
        const bool named =
            std::any_of(ids.begin(), ids.end(), [&](const QString &id) { return namesMessage(id, row.messageId); });
        const bool sentTo = std::any_of(row.recipients.begin(), row.recipients.end(),
                                        [&](const model::MailAddress &rcpt) { return rcpt.key() == address->key(); });
        if (named && sentTo)
            return &row;
    }
    return nullptr;
}

model::InstantMessage stanzaTo(const MapRow &row)
{
    model::InstantMessage stanza;
    stanza.from = row.remote;
    stanza.to = row.local;
    return stanza;
}

void addReceived(Report &report)
{
    model::InstantMessage stanza = stanzaTo(report.about);
    stanza.receivedId = report.about.stanzaId;
    report.stanzas.push_back(stanza);
}

void addStatus(Report &report, const QString &status)
{
    model::InstantMessage stanza = stanzaTo(report.about);
    stanza.emailElements = 1;
    stanza.email.emplace();
    stanza.email->type = QStringLiteral("report");
    stanza.email->report = {status, report.about.stanzaId, report.recipient.toString(), report.status};
    report.stanzas.push_back(stanza);
}

/// The reply in a Diagnostic-Code of type smtp, which may stand behind a sentence of the relay's own.
std::optional<SmtpReply> firstReply(const QString &diagnostic)
{
    for (qsizetype at = 0; at < diagnostic.size(); ++at) {
        const bool begins = at == 0 || !diagnostic[at - 1].isLetterOrNumber();
        if (begins && diagnostic[at].isDigit()) {
            if (const std::optional<SmtpReply> reply = parseSmtpReply(QStringView(diagnostic).mid(at));
                reply && reply->code >= 400)
                return reply;
        }
    }
    return {};
}

/// The error of a failed DSN: enhanced code from Status, basic one from Diagnostic-Code (2.12).
model::StanzaError failure(const model::DeliveryStatus &status, const Ctx &ctx)
{
    SmtpReply reply;
    if (const std::optional<SmtpReply> diagnostic = firstReply(status.diagnosticCode))
        reply = *diagnostic;
    else
        reply.code = status.status.startsWith(u'4') ? 450 : 550;
    reply.enhanced = status.status.section(u' ', 0, 0);
    return mapSmtpReply(reply, ctx.policy.hideHosts);
}

std::optional<Report> readDeliveryStatus(const model::DeliveryStatus &status, const model::Mail &mail,
                                         const model::Jid &local, const Ctx &ctx)
{
    const QString about = status.originalRecipient.isEmpty() ? status.finalRecipient : status.originalRecipient;
    const MapRow *row = match({status.originalEnvelopeId, mail.returnedMessageId}, about, local, ctx);
    if (!row)
        return {};
    Report report;
    report.about = *row;
    report.recipient = model::MailAddress::parse(about.trimmed()).valueOr({});
    report.status = status.status;
    if (status.action == QLatin1String("failed")) {
        report.kind = ReportKind::Error;
        report.error = failure(status, ctx);
        model::InstantMessage stanza = stanzaTo(*row);
        stanza.type = model::InstantMessage::Type::Error;
        stanza.id = row->stanzaId;
        stanza.error = report.error;
        report.stanzas.push_back(stanza);
    } else if (status.action == QLatin1String("delivered")) {
        report.kind = ReportKind::Received;
        if (row->request)
            addReceived(report);
    } else if (status.action == QLatin1String("delayed")) {
        report.kind = ReportKind::Delayed;
        addStatus(report, status.action);
    } else if (status.action == QLatin1String("relayed") || status.action == QLatin1String("expanded")) {
        report.kind = status.action == QLatin1String("relayed") ? ReportKind::Relayed : ReportKind::Expanded;
        addStatus(report, status.action);
    } else {
        return {};
    }
    return report;
}

std::optional<Report> readDisposition(const model::DispositionStatus &status, const model::Mail &mail,
                                      const model::Jid &local, const Ctx &ctx)
{
    const QString about = status.originalRecipient.isEmpty() ? status.finalRecipient : status.originalRecipient;
    const MapRow *row = match({status.originalMessageId, mail.returnedMessageId}, about, local, ctx);
    if (!row)
        return {};
    Report report;
    report.about = *row;
    report.recipient = model::MailAddress::parse(about.trimmed()).valueOr({});
    if (status.type == QLatin1String("displayed")) {
        report.kind = ReportKind::Displayed;
        report.alsoReceived = row->request && !row->receipted;
        if (row->markable) {
            model::InstantMessage stanza = stanzaTo(*row);
            stanza.displayedId = row->stanzaId;
            report.stanzas.push_back(stanza);
        }
        if (report.alsoReceived)
            addReceived(report);
        if (!row->markable && report.alsoReceived && ctx.role == Role::Gateway)
            report.kind = ReportKind::Received;
        return report;
    }
    if (status.type == QLatin1String("deleted"))
        report.kind = ReportKind::Deleted;
    else if (status.type == QLatin1String("processed"))
        report.kind = ReportKind::Processed;
    else if (status.type == QLatin1String("dispatched"))
        report.kind = ReportKind::Dispatched;
    else
        return {};
    addStatus(report, status.type);
    return report;
}

}

std::optional<Report> readReport(const model::Mail &mail, const model::Jid &local, const Ctx &ctx)
{
    if (mail.dispositionStatus)
        return readDisposition(*mail.dispositionStatus, mail, local, ctx);
    std::optional<Report> result;
    for (const model::DeliveryStatus &status : mail.deliveryStatus) {
        std::optional<Report> report = readDeliveryStatus(status, mail, local, ctx);
        if (!report)
            continue;
        if (result)
            result->others.push_back(std::move(*report));
        else
            result = std::move(report);
    }
    return result;
}

}
