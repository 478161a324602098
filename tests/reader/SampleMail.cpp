#include "tests/reader/SampleMail.h"

namespace isthmus::test {

namespace {

using namespace Qt::StringLiterals;

model::Mailbox mailbox(const char16_t *name, const char16_t *address)
{
    return {QString::fromUtf16(name), *model::MailAddress::parse(QStringView(address))};
}

model::MailPart leaf(const QString &section, const QString &type)
{
    model::MailPart part;
    part.section = section;
    part.mimeType = type;
    part.bytes = 7;
    part.sha256 = QByteArray(32, 's');
    return part;
}

model::MailPart tree()
{
    model::MailPart text = leaf(u"1"_s, u"text/plain"_s);
    text.text = u"line\n\ttab \U0001F600 漢"_s;
    text.flowed = text.linkMismatch = text.truncated = true;
    model::MailPart file = leaf(u"2"_s, u"application/pdf"_s);
    file.disposition = u"attachment"_s;
    file.fileName = u"Rechnung ü.pdf"_s;
    file.contentId = u"cid@x"_s;
    file.language = u"de"_s;
    file.innerSubject = u"inner"_s;
    file.calendarSummary = u"summary"_s;
    model::MailPart root;
    root.mimeType = u"multipart/related"_s;
    root.start = u"start@x"_s;
    root.protocol = u"application/pgp-signature"_s;
    root.reportType = u"delivery-status"_s;
    root.children = {text, file};
    return root;
}

void fillTrace(model::Mail &mail)
{
    model::AuthenticationResults results;
    results.authservId = u"mx.example"_s;
    results.methods = {{u"dkim"_s, u"pass"_s, u"p=none"_s, {{u"header.d"_s, u"example"_s}}}};
    mail.trace = {model::Received{u"mx.example"_s, base::fromMsecs(-5000)}, results, model::Received{}};
    mail.receivedCount = 2;
}

}

model::Mail fullMail()
{
    model::Mail mail;
    mail.rawSha256 = QByteArray(32, 'r');
    mail.bodySha256 = QByteArray(32, 'b');
    mail.rawBytes = 12345;
    mail.messageId = u"<id@x>"_s;
    mail.inReplyTo = {u"<a@x>"_s};
    mail.references = {u"<a@x>"_s, u"<b@x>"_s};
    mail.supersedes = u"<s@x>"_s;
    mail.from = {mailbox(u"Jérôme", u"j@example.org"), mailbox(u"", u"\"odd local\"@example.org")};
    mail.sender = mailbox(u"Sender", u"s@example.org");
    mail.replyTo = {mailbox(u"", u"r@example.org")};
    mail.to = {mailbox(u"", u"t@bücher.example")};
    mail.cc = {mailbox(u"", u"c@example.org")};
    mail.resentTo = {mailbox(u"", u"x@example.org")};
    mail.date = base::fromMsecs(1'790'000'000'123);
    mail.rawDate = u"Sat, 21 Nov 2026 10:00:00 +0100"_s;
    mail.subject = u"Überraschung"_s;
    fillTrace(mail);
    mail.autoSubmitted = u"auto-replied"_s;
    mail.listId = u"list.example"_s;
    mail.listPost = u"list@example"_s;
    mail.precedence = u"bulk"_s;
    mail.hasAutoResponseSuppress = mail.hasFeedbackId = mail.hasListPost = true;
    mail.importance = u"high"_s;
    mail.xPriority = u"1"_s;
    mail.priority = u"urgent"_s;
    mail.xMsMailPriority = u"high2"_s;
    mail.contentLanguage = u"fr"_s;
    mail.dispositionNotificationTo = u"required"_s;
    mail.dispositionNotificationMailboxes = {mailbox(u"", u"d@example.org")};
    mail.dispositionType = u"dt"_s;
    mail.isthmusNotify = u"n"_s;
    mail.isthmusLoop = u"l"_s;
    mail.isthmusSubject = u"is"_s;
    mail.root = tree();
    mail.deliveryStatus = {{u"e"_s, u"o"_s, u"f"_s, u"failed"_s, u"5.1.1"_s, u"d"_s}};
    mail.dispositionStatus = model::DispositionStatus{u"<m>"_s, u"o"_s, u"f"_s, u"x; displayed"_s, u"displayed"_s};
    mail.returnedMessageId = u"<ret@x>"_s;
    return mail;
}

}
