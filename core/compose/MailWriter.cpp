#include "core/compose/MailWriter.h"

#include "core/compose/HeaderWriter.h"
#include "core/compose/PartWriter.h"
#include "core/compose/ReportWriter.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace isthmus::compose {

namespace {

using model::OutgoingMail;
using model::OutgoingPart;

/// "Sat, 21 Nov 2026 10:15:00 +0000" (RFC 5322 3.3).
QByteArray dateText(base::Timestamp time)
{
    return QLocale::c().toString(base::toQDateTime(time), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

/// Fields that the mail's own members write, and Bcc, which nothing writes (X47).
bool isReserved(const QString &name)
{
    static constexpr std::array<const char *, 13> names{
        "from", "sender",     "reply-to",    "to",         "cc",           "bcc",       "subject",
        "date", "message-id", "in-reply-to", "references", "mime-version", "resent-bcc"};
    const QString lower = name.toLower();
    return lower.startsWith(QLatin1String("content-"))
           || std::any_of(names.begin(), names.end(), [&lower](const char *one) { return lower == QLatin1String(one); });
}

/// Header values come without line breaks and NUL; a value that has them is somebody's attempt.
bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c == u'\r' || c == u'\n' || c.isNull(); });
}

void writeMailboxes(LineList &lines, const char *name, const model::MailboxList &list)
{
    for (const model::Mailbox &mailbox : list) {
        if (!isOneLine(mailbox.name))
            lines.refuse();
    }
    if (!list.empty())
        HeaderField(name).mailboxes(list).writeTo(lines);
}

void writeUnstructured(LineList &lines, const QString &name, const QString &value)
{
    if (!isOneLine(value))
        lines.refuse();
    if (!value.isEmpty())
        HeaderField(name.toUtf8()).text(value).writeTo(lines);
}

void writeIds(LineList &lines, const OutgoingMail &mail)
{
    if (isMessageId(mail.messageId))
        HeaderField("Message-ID").piece(mail.messageId.toLatin1()).writeTo(lines);
    else
        lines.refuse();
    if (isMessageId(mail.inReplyTo))
        HeaderField("In-Reply-To").piece(mail.inReplyTo.toLatin1()).writeTo(lines);
    HeaderField references("References");
    bool any = false;
    for (const QString &id : mail.references) {
        if (!isMessageId(id))
            continue;
        references.piece(id.toLatin1());
        any = true;
    }
    if (any)
        references.writeTo(lines);
}

LineList header(const OutgoingMail &mail)
{
    LineList lines;
    HeaderField("Date").piece(dateText(mail.date)).writeTo(lines);
    writeMailboxes(lines, "From", {mail.from});
    if (!mail.sender.address.isNull())
        writeMailboxes(lines, "Sender", {mail.sender});
    writeMailboxes(lines, "Reply-To", mail.replyTo);
    writeMailboxes(lines, "To", mail.to);
    writeMailboxes(lines, "Cc", mail.cc);
    writeUnstructured(lines, QStringLiteral("Subject"), mail.subject);
    writeIds(lines, mail);
    if (!mail.contentLanguage.isEmpty())
        HeaderField("Content-Language").plain(mail.contentLanguage).writeTo(lines);
    for (const model::OutgoingField &field : mail.fields) {
        if (isReserved(field.name))
            lines.refuse();
        writeUnstructured(lines, field.name, field.value);
    }
    lines.add(QByteArrayLiteral("MIME-Version: 1.0"));
    return lines;
}

/// multipart/mixed { multipart/alternative { text, … }, files … }, as far as there is something to hold together.
WrittenPart body(const OutgoingMail &mail)
{
    // "=_" occurs neither in base64 nor in quoted-printable (RFC 2045 6.7, note).
    const QByteArray boundary = "=_" + mail.boundary.toLatin1().left(40);
    std::vector<WrittenPart> alternatives;
    std::vector<WrittenPart> files;
    for (const OutgoingPart &part : mail.parts)
        (part.role == OutgoingPart::Role::Alternative ? alternatives : files).push_back(writePart(part));
    WrittenPart text = writeText(mail);
    if (auto report = writeReport(mail.report)) {
        report->parts.insert(report->parts.begin(), std::move(text));
        return writeMultipart({"multipart/report", "report-type=" + report->reportType}, boundary + "-r", report->parts);
    }
    if (!alternatives.empty()) {
        alternatives.insert(alternatives.begin(), std::move(text));
        text = writeMultipart({"multipart/alternative"}, boundary + "-a", alternatives);
    }
    if (files.empty())
        return text;
    files.insert(files.begin(), std::move(text));
    return writeMultipart({"multipart/mixed"}, boundary + "-m", files);
}

bool isPlainBoundary(const QString &boundary)
{
    return std::all_of(boundary.begin(), boundary.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    });
}

}

base::Result<QByteArray> composeMail(const OutgoingMail &mail)
{
    LineList lines = header(mail);
    const WrittenPart content = body(mail);
    lines.add(content.header.lines());
    lines.add(QByteArray());
    lines.add(content.body.lines());
    const bool spoilt = lines.isSpoilt() || content.header.isSpoilt() || content.body.isSpoilt();
    if (spoilt || !isPlainBoundary(mail.boundary))
        return base::Error{base::Fault::Malformed, QStringLiteral("compose: a value that no header may hold")};
    return lines.bytes();
}

}
