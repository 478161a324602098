#include "app/convert/ReadBack.h"

#include "core/mime/HeaderBlock.h"
#include "core/mime/HeaderText.h"
#include "core/mime/MailReader.h"

#include <QJsonArray>

#include <array>

namespace isthmus::convert {

namespace {

using model::MailPart;

constexpr std::array fieldNames{
    "Auto-Submitted", "Bcc",         "Content-Language", "Date",           "Disposition-Notification-To",
    "Importance",     "In-Reply-To", "Isthmus-Loop",     "Isthmus-Notify", "Isthmus-Subject",
    "Message-ID",     "Priority",    "References",       "Reply-To",       "Sender",
    "Subject",        "Supersedes",  "X-Priority"};

void putHeader(QJsonObject &json, const QByteArray &mail)
{
    const mime::HeaderBlock header = mime::readMailHeader(mail);
    for (const char *name : fieldNames) {
        if (const mime::Field *field = header.find(name))
            json.insert(QLatin1String("header.") + QLatin1String(name), mime::unstructured(field->value));
    }
}

QJsonArray addressesOf(const model::MailboxList &list)
{
    QJsonArray array;
    for (const model::Mailbox &mailbox : list)
        array.append(mailbox.address.toString());
    return array;
}

void collectLeaves(const MailPart &part, std::vector<const MailPart *> &leaves)
{
    if (!part.isMultipart())
        leaves.push_back(&part);
    for (const MailPart &child : part.children)
        collectLeaves(child, leaves);
}

/// Content-Transfer-Encoding of the first leaf: its header is the mail's own, or the first that follows
/// boundary lines only.
QString firstEncoding(QByteArrayView mail)
{
    mime::HeaderBlock header = mime::readMailHeader(mail);
    for (qsizetype at = 0;;) {
        const mime::Field *type = header.find("Content-Type");
        if (!type || !type->value.trimmed().toByteArray().toLower().startsWith("multipart/")) {
            const mime::Field *encoding = header.find("Content-Transfer-Encoding");
            return encoding ? QString::fromLatin1(encoding->value.trimmed().toByteArray().toLower())
                            : QStringLiteral("7bit");
        }
        at += header.bodyStart;
        while (at < mail.size() && !mail.sliced(at).startsWith("--"))
            at = mime::lineEnd(mail, at);
        if (at >= mail.size())
            return {};
        at = mime::lineEnd(mail, at);
        header = mime::readHeaderBlock(mail.sliced(at));
    }
}

QString textOf(const QByteArray &mail, const MailPart &part)
{
    QString text = QString::fromUtf8(mime::decodedPart(mail, part.section).valueOr({}));
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

}

void putMail(QJsonObject &json, const QByteArray &bytes)
{
    const base::Result<model::Mail> read = mime::readMail(bytes, [](const QString &) { return mime::PlainText(); });
    if (!read)
        return;
    const model::Mail &mail = *read;
    putHeader(json, bytes);
    if (!mail.from.empty()) {
        json.insert(QStringLiteral("mail.from"), mail.from.front().address.toString());
        if (!mail.from.front().name.isEmpty())
            json.insert(QStringLiteral("mail.from-name"), mail.from.front().name);
    }
    json.insert(QStringLiteral("mail.to"), addressesOf(mail.to));
    json.insert(QStringLiteral("mail.cc"), addressesOf(mail.cc));

    std::vector<const MailPart *> leaves;
    collectLeaves(mail.root, leaves);
    json.insert(QStringLiteral("mail.parts"), static_cast<int>(leaves.size()));
    if (leaves.empty())
        return;
    json.insert(QStringLiteral("mail.body"), textOf(bytes, *leaves.front()));
    json.insert(QStringLiteral("mail.cte"), firstEncoding(bytes));
    QJsonArray attachments;
    for (const MailPart *leaf : leaves) {
        if (leaf != leaves.front() && !leaf->disposition.isEmpty())
            attachments.append(QJsonArray{leaf->fileName, leaf->mimeType, static_cast<qint64>(leaf->bytes)});
    }
    if (!attachments.isEmpty())
        json.insert(QStringLiteral("mail.attachments"), attachments);
}

}
