#include "core/mime/Reports.h"

#include "core/mime/Addresses.h"
#include "core/mime/HeaderText.h"

namespace isthmus::mime {

namespace {

QString textOf(const HeaderBlock &block, QByteArrayView name)
{
    const Field *field = block.find(name);
    return field ? unstructured(field->value) : QString();
}

/// "rfc822; <bob@example.net>" -> "bob@example.net" (RFC 3464 2.3.1).
QString addressOf(const HeaderBlock &block, QByteArrayView name)
{
    const QString text = textOf(block, name);
    QString address = text.mid(text.indexOf(u';') + 1).trimmed();
    if (address.startsWith(u'<') && address.endsWith(u'>'))
        address = address.mid(1, address.size() - 2);
    return address;
}

QString firstWord(const QString &text)
{
    return text.section(u' ', 0, 0).section(u'(', 0, 0);
}

model::DeliveryStatus recipientStatus(const HeaderBlock &block, const QString &envelopeId)
{
    model::DeliveryStatus status;
    status.originalEnvelopeId = envelopeId;
    status.originalRecipient = addressOf(block, "Original-Recipient");
    status.finalRecipient = addressOf(block, "Final-Recipient");
    status.action = firstWord(textOf(block, "Action")).toLower();
    status.status = firstWord(textOf(block, "Status"));
    const QString diagnostic = textOf(block, "Diagnostic-Code");
    const qsizetype semicolon = diagnostic.indexOf(u';');
    if (diagnostic.left(semicolon).trimmed().compare(QLatin1String("smtp"), Qt::CaseInsensitive) == 0 && semicolon > 0)
        status.diagnosticCode = diagnostic.mid(semicolon + 1).trimmed();
    return status;
}

void readDeliveryStatus(QByteArrayView bytes, model::Mail &mail)
{
    constexpr size_t mostRecipients = 1000;
    QString envelopeId;
    bool first = true;
    while (!bytes.isEmpty() && mail.deliveryStatus.size() < mostRecipients) {
        const HeaderBlock block = readHeaderBlock(bytes);
        // A line that is no field would stop the reading for ever.
        bytes = bytes.sliced(block.bodyStart > 0 ? block.bodyStart : lineEnd(bytes, 0));
        if (block.fields.empty())
            continue;
        const bool hasRecipient = block.find("Final-Recipient") || block.find("Action");
        if (first)
            envelopeId = textOf(block, "Original-Envelope-Id");
        if (hasRecipient) // some mailers forget the message's own block
            mail.deliveryStatus.push_back(recipientStatus(block, envelopeId));
        first = false;
    }
}

void readDisposition(QByteArrayView bytes, model::Mail &mail)
{
    while (bytes.startsWith("\r\n") || bytes.startsWith("\n"))
        bytes = bytes.sliced(lineEnd(bytes, 0));
    const HeaderBlock block = readHeaderBlock(bytes);
    model::DispositionStatus status;
    if (const Field *id = block.find("Original-Message-ID")) {
        const std::vector<QString> ids = readMessageIds(id->value);
        status.originalMessageId = ids.empty() ? QString() : ids.front();
    }
    status.originalRecipient = addressOf(block, "Original-Recipient");
    status.finalRecipient = addressOf(block, "Final-Recipient");
    status.disposition = textOf(block, "Disposition");
    const QString modes = status.disposition.section(u';', 1);
    status.type = modes.section(u'/', 0, 0).section(u',', 0, 0).trimmed().toLower();
    mail.dispositionStatus = std::move(status);
}

void readReturned(QByteArrayView bytes, model::Mail &mail)
{
    const HeaderBlock block = readHeaderBlock(bytes);
    const Field *id = block.find("Message-ID");
    const std::vector<QString> ids = id ? readMessageIds(id->value) : std::vector<QString>();
    if (!ids.empty() && mail.returnedMessageId.isEmpty())
        mail.returnedMessageId = ids.front();
}

}

void readReport(const Part &root, model::Mail &mail)
{
    const QString kind = root.type.parameter(QStringLiteral("report-type")).toLower();
    for (const Part &part : root.children) {
        const QString &type = part.type.value;
        const bool delivery =
            type == QLatin1String("message/delivery-status") || type == QLatin1String("message/global-delivery-status");
        const bool disposition = type == QLatin1String("message/disposition-notification")
                                 || type == QLatin1String("message/global-disposition-notification");
        if (delivery && kind == QLatin1String("delivery-status"))
            readDeliveryStatus(decodedBody(part), mail);
        else if (disposition && kind == QLatin1String("disposition-notification") && !mail.dispositionStatus)
            readDisposition(decodedBody(part), mail);
        else if (part.isMessage() || type == QLatin1String("text/rfc822-headers")
                 || type == QLatin1String("message/global-headers"))
            readReturned(decodedBody(part), mail);
    }
}

QString calendarSummary(const QString &calendar)
{
    QString flat = calendar;
    flat.replace(QLatin1String("\n "), QString()).replace(QLatin1String("\n\t"), QString());
    bool inEvent = false;
    for (const QStringView line : QStringView(flat).split(u'\n')) {
        if (line.compare(QLatin1String("BEGIN:VEVENT"), Qt::CaseInsensitive) == 0)
            inEvent = true;
        const bool summary = inEvent && line.startsWith(QLatin1String("SUMMARY"), Qt::CaseInsensitive) && line.size() > 7
                             && (line[7] == u':' || line[7] == u';');
        if (!summary)
            continue;
        const qsizetype colon = line.indexOf(u':');
        const QStringView value = line.mid(colon + 1);
        QString text;
        for (qsizetype i = 0; i < value.size(); ++i) {
            const bool escape = value[i] == u'\\' && i + 1 < value.size();
            const QChar c = escape ? value[++i] : value[i];
            text += escape && (c == u'n' || c == u'N') ? QChar(u' ') : c;
        }
        return text.trimmed();
    }
    return {};
}

}
