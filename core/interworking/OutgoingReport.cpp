#include "core/interworking/OutgoingReport.h"

#include "core/interworking/Addressing.h"
#include "core/interworking/Errors.h"
#include "core/interworking/Text.h"

namespace isthmus::interworking {

namespace {

using model::OutgoingMail;
using tomail::Drop;

/// The address that the mail was delivered to: what the report is from.
base::Result<model::MailAddress> reporter(const MapRow &row, const Ctx &ctx)
{
    return originMail(row.local, ctx);
}

/// Header and envelope that all reports share: null reverse-path, one recipient, never answered.
OutgoingMail frame(const MapRow &row, const model::MailAddress &from, const model::MailAddress &to, const QString &what,
                   const Ctx &ctx)
{
    OutgoingMail mail;
    mail.recipients = {to};
    mail.from = {ctx.nameOf(row.local), from};
    mail.to = {{QString(), to}};
    mail.date = ctx.now;
    const QByteArray key = (what + u'\n' + row.messageId + u'\n' + row.local.toString() + u'\n' + to.key()).toUtf8();
    const QString hex = hex32(key, ctx.idKey);
    mail.messageId = QStringLiteral("<im.%1@%2>").arg(hex, model::toAsciiDomain(from.domain()));
    mail.boundary = QStringLiteral("r") + hex;
    if (!row.messageId.isEmpty()) {
        mail.inReplyTo = row.messageId;
        mail.references = {row.messageId};
    }
    mail.dsnNotify = QStringLiteral("NEVER");
    mail.fields.push_back({QStringLiteral("Auto-Submitted"), QStringLiteral("auto-replied")});
    return mail;
}

tomail::Result deliveryReport(const MapRow &row, const QString &action, const QString &status, const QString &diagnostic,
                              const Ctx &ctx)
{
    const base::Result<model::MailAddress> from = reporter(row, ctx);
    if (!from || !row.envelopeFrom || row.envelopeFrom->isNull())
        return Drop{QStringLiteral("nobody to report to")};
    tomail::Report report;
    report.kind = toim::ReportKind::Dsn;
    report.about = row;
    report.stanzaId = row.stanzaId;
    report.mail = frame(row, *from, *row.envelopeFrom, QStringLiteral("dsn ") + action, ctx);
    model::OutgoingDeliveryStatus body;
    body.reportingMta = ctx.gatewayDomain;
    body.recipients.push_back({model::MailAddress(), *from, action, status, diagnostic});
    if (!row.messageId.isEmpty())
        body.returnedHeader.push_back({QStringLiteral("Message-ID"), row.messageId});
    report.mail.report = body;
    const bool failed = action == QLatin1String("failed");
    report.mail.subject = failed ? QStringLiteral("Message not delivered") : QStringLiteral("Message delivered");
    report.mail.text = (failed ? QStringLiteral("Your message could not be delivered to %1.")
                               : QStringLiteral("Your message was delivered to %1."))
                           .arg(from->toString());
    return report;
}

/// RFC 8098: with consent only, never to a null reverse-path; an address other than the envelope's
/// needs the consent for this very message (X26).
tomail::Result displayReport(const MapRow &row, const Ctx &ctx)
{
    const base::Result<model::MailAddress> from = reporter(row, ctx);
    const base::Result<model::MailAddress> to = model::MailAddress::parse(row.dnt);
    if (!from || !to)
        return Drop{QStringLiteral("no display report asked for")};
    if (row.envelopeFrom && row.envelopeFrom->isNull())
        return Drop{QStringLiteral("null reverse-path")};
    const bool sameAddress = row.envelopeFrom && row.envelopeFrom->key() == to->key();
    const bool consent = row.consent || (sameAddress && ctx.policy.sendDisplayReports);
    if (!consent)
        return Drop{QStringLiteral("no consent to a display report")};
    tomail::Report report;
    report.kind = toim::ReportKind::Mdn;
    report.about = row;
    report.stanzaId = row.stanzaId;
    report.mail = frame(row, *from, *to, QStringLiteral("mdn displayed"), ctx);
    model::OutgoingDisposition body;
    body.reportingUa =
        ctx.role == Role::Gateway ? ctx.gatewayDomain + QStringLiteral("; Isthmus") : QStringLiteral("Isthmus");
    body.finalRecipient = *from;
    body.originalMessageId = row.messageId;
    body.disposition = QStringLiteral("manual-action/MDN-sent-automatically; displayed");
    report.mail.report = body;
    const QString subject = headerText(row.subject);
    report.mail.subject = subject.isEmpty() ? QStringLiteral("Message displayed") : QStringLiteral("Displayed: ") + subject;
    report.mail.text =
        QStringLiteral("Your message to %1 was displayed. This is no guarantee that it was read or understood.")
            .arg(from->toString());
    return report;
}

}

const MapRow *rowOfStanza(const QString &stanzaId, const model::Jid &local, const Ctx &ctx)
{
    if (stanzaId.isEmpty())
        return nullptr;
    for (const MapRow &row : ctx.messageMap) {
        if (row.local != local || row.stanzaId.isEmpty())
            continue;
        if (row.stanzaId == stanzaId)
            return &row;
        // "mail-…-s3": the receipt for the last segment counts for the mail (4.1).
        const QString rest = stanzaId.startsWith(row.stanzaId) ? stanzaId.mid(row.stanzaId.size()) : QString();
        bool number = false;
        if (rest.startsWith(QLatin1String("-s")) && rest.mid(2).toInt(&number) > 1 && number)
            return &row;
    }
    return nullptr;
}

tomail::Result reportToMail(const model::InstantMessage &message, const Ctx &ctx)
{
    const model::Jid local = message.from.bare();
    if (message.type == model::InstantMessage::Type::Error) {
        const MapRow *row = rowOfStanza(message.id, local, ctx);
        // Backscatter: only for a sender whose address was proven (2.12, 6.9).
        if (!row || !row->inbound || row->verdict != Verdict::Pass || !message.error)
            return Drop{QStringLiteral("error stanza")};
        const SmtpReply reply = mapStanzaError(*message.error);
        return deliveryReport(*row, QStringLiteral("failed"), reply.enhanced,
                              QStringLiteral("%1 %2 %3").arg(reply.code).arg(reply.enhanced, reply.text).trimmed(), ctx);
    }
    if (!message.displayedId.isEmpty()) {
        if (const MapRow *row = rowOfStanza(message.displayedId, local, ctx))
            return displayReport(*row, ctx);
        return Drop{QStringLiteral("marker for an unknown message")};
    }
    const MapRow *row = rowOfStanza(message.receivedId, local, ctx);
    if (!row)
        return Drop{QStringLiteral("receipt for an unknown message")};
    if (!row->dsnNotify.split(u',').contains(QLatin1String("SUCCESS"), Qt::CaseInsensitive))
        return Drop{QStringLiteral("receipt; recorded")};
    return deliveryReport(*row, QStringLiteral("delivered"), QStringLiteral("2.0.0"), {}, ctx);
}

}
