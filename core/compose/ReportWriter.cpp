#include "core/compose/ReportWriter.h"

#include "core/compose/HeaderWriter.h"

namespace isthmus::compose {

namespace {

/// "rfc822; bob@example.net", or by RFC 6533 3 "utf-8; \x{…}@…" if the address is not ASCII.
QByteArray typedAddress(const model::MailAddress &address)
{
    if (address.isAscii())
        return "rfc822; " + addrSpec(address);
    QByteArray text;
    for (const char32_t point : QString::fromUtf8(addrSpec(address)).toUcs4()) {
        const bool plain = point > 0x20 && point < 0x7F && point != U'\\' && point != U'+' && point != U'=';
        text += plain ? QByteArray(1, static_cast<char>(point))
                      : "\\x{" + QByteArray::number(static_cast<uint>(point), 16).toUpper() + '}';
    }
    return "utf-8; " + text;
}

void plainField(LineList &lines, const char *name, const QString &value)
{
    if (!value.isEmpty())
        HeaderField(name).plain(value).writeTo(lines);
}

void addressField(LineList &lines, const char *name, const model::MailAddress &address)
{
    if (!address.isNull())
        HeaderField(name).piece(typedAddress(address)).writeTo(lines);
}

WrittenPart machinePart(const char *type)
{
    WrittenPart part;
    HeaderField("Content-Type").piece(type).writeTo(part.header);
    return part;
}

WrittenReport deliveryReport(const model::OutgoingDeliveryStatus &status)
{
    WrittenPart machine = machinePart("message/delivery-status");
    plainField(machine.body, "Reporting-MTA", QStringLiteral("dns; ") + status.reportingMta);
    plainField(machine.body, "Original-Envelope-Id", status.originalEnvelopeId);
    for (const model::OutgoingDeliveryStatus::Recipient &recipient : status.recipients) {
        machine.body.add(QByteArray());
        addressField(machine.body, "Original-Recipient", recipient.original);
        addressField(machine.body, "Final-Recipient", recipient.final);
        plainField(machine.body, "Action", recipient.action);
        plainField(machine.body, "Status", recipient.status);
        if (!recipient.diagnostic.isEmpty())
            plainField(machine.body, "Diagnostic-Code", QStringLiteral("smtp; ") + recipient.diagnostic);
    }
    machine.body.add(QByteArray());
    WrittenReport report{"delivery-status", {std::move(machine)}};
    if (!status.returnedHeader.empty()) {
        WrittenPart returned = machinePart("text/rfc822-headers");
        for (const model::OutgoingField &field : status.returnedHeader)
            HeaderField(field.name.toUtf8()).text(field.value).writeTo(returned.body);
        returned.body.add(QByteArray());
        report.parts.push_back(std::move(returned));
    }
    return report;
}

WrittenReport dispositionReport(const model::OutgoingDisposition &disposition)
{
    WrittenPart machine = machinePart("message/disposition-notification");
    plainField(machine.body, "Reporting-UA", disposition.reportingUa);
    addressField(machine.body, "Original-Recipient", disposition.originalRecipient);
    addressField(machine.body, "Final-Recipient", disposition.finalRecipient);
    if (isMessageId(disposition.originalMessageId))
        HeaderField("Original-Message-ID").piece(disposition.originalMessageId.toLatin1()).writeTo(machine.body);
    plainField(machine.body, "Disposition", disposition.disposition);
    machine.body.add(QByteArray());
    return {"disposition-notification", {std::move(machine)}};
}

}

std::optional<WrittenReport> writeReport(const model::OutgoingReport &report)
{
    if (const auto *delivery = std::get_if<model::OutgoingDeliveryStatus>(&report))
        return deliveryReport(*delivery);
    if (const auto *disposition = std::get_if<model::OutgoingDisposition>(&report))
        return dispositionReport(*disposition);
    return std::nullopt;
}

}
