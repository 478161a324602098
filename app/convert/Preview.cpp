#include "app/convert/Preview.h"

#include "core/base/Overloaded.h"

#include <QCoreApplication>

namespace isthmus::convert {

namespace {

using namespace interworking;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Preview)
public:
    /// "Label:      value", with the value on one line; nothing for an empty value.
    static QString line(const QString &label, const QString &value)
    {
        if (value.isEmpty())
            return {};
        return QString(label + u':').leftJustified(13) + u' ' + QString(value).replace(u'\n', u' ') + u'\n';
    }

    static QString of(const toim::Convert &result);
    static QString of(const toim::Report &result);
    static QString of(const tomail::Convert &result, const model::InstantMessage &message);
    static QString of(const tomail::Report &result);
    static QString refusal(const QString &what, const QString &why) { return line(what, why); }
    static QStringList lossesOfMail(const toim::Convert &result);
    static QStringList lossesOfMessage(const tomail::Convert &result, const model::InstantMessage &message);
    static QString losses(const QStringList &lost);
    static QString mode(toim::Mode mode, std::size_t stanzas);
    static QString mailboxes(const model::MailboxList &list);
};

QString Words::mailboxes(const model::MailboxList &list)
{
    QStringList all;
    for (const model::Mailbox &mailbox : list) {
        all << (mailbox.name.isEmpty() ? mailbox.address.toString()
                                       : mailbox.name + QStringLiteral(" <") + mailbox.address.toString() + u'>');
    }
    return all.join(QStringLiteral(", "));
}

QString Words::mode(toim::Mode mode, std::size_t stanzas)
{
    switch (mode) {
    case toim::Mode::Segments: return tr("%n messages, to be read together", nullptr, static_cast<int>(stanzas));
    case toim::Mode::Ibb: return tr("one announcement, the text in a session in band");
    case toim::Mode::Link: return tr("the start of the text, the rest behind a link");
    case toim::Mode::Pager: break;
    }
    return tr("one message");
}

QString Words::losses(const QStringList &lost)
{
    if (lost.isEmpty())
        return tr("Nothing is lost.") + u'\n';
    QString text = tr("Lost, or only in the original:") + u'\n';
    for (const QString &what : lost)
        text += QStringLiteral("  - ") + what + u'\n';
    return text;
}

QStringList Words::lossesOfMail(const toim::Convert &result)
{
    QStringList lost;
    const model::InstantMessage &stanza = result.stanza();
    if (!stanza.email)
        return {tr("header fields: a room gets the text alone")};
    const model::EmailElement &email = *stanza.email;
    if (email.signedType == u"pgp" || email.signedType == u"smime")
        lost << tr("the signature: nobody has verified it");
    if (!email.attachments.empty())
        lost << tr("%n file(s): listed by name, fetched on demand", nullptr, static_cast<int>(email.attachments.size()));
    for (const model::Attachment &file : email.attachments) {
        if (!file.blocked.isEmpty())
            lost << tr("%1 is not passed on (%2)").arg(file.name, file.blocked);
    }
    if (email.more > 0)
        lost << tr("%n recipient(s) beyond the hundredth", nullptr, email.more);
    if (!email.subjectFull.isEmpty())
        lost << tr("the end of the subject: only with the original");
    if (email.flags.contains(u"truncated"))
        lost << tr("the end of the text: over the limit of 4 MiB");
    if (email.flags.contains(u"spoof-name"))
        lost << tr("the sender's display name: it was another address");
    if (!result.mailHasText)
        lost << tr("a text: the mail has none that can be shown");
    lost << tr("layout, fonts, pictures and other header fields: in the mail view only");
    return lost;
}

QString Words::of(const toim::Convert &result)
{
    const model::InstantMessage &stanza = result.stanza();
    QString text = line(tr("Sent as"), mode(result.mode, result.stanzas.size()));
    text += line(tr("From"), stanza.from.toString()) + line(tr("To"), stanza.to.toString())
            + line(tr("Subject"), result.subject);
    if (stanza.email) {
        text += line(tr("Author"), mailboxes(stanza.email->from)) + line(tr("Class"), stanza.email->mailClass)
                + line(tr("Sender proven"), stanza.email->auth)
                + line(tr("Flags"), stanza.email->flags.join(QStringLiteral(", ")));
        if (stanza.email->date)
            text += line(tr("Date"), base::toXmppDateTime(*stanza.email->date));
    }
    text += line(tr("Id"), stanza.id) + line(tr("Thread"), stanza.thread);
    text += u'\n' + result.text + result.tail + QStringLiteral("\n\n");
    return text + losses(lossesOfMail(result));
}

QString Words::of(const toim::Report &result)
{
    return line(tr("Report"), toim::reportName(result.kind)) + line(tr("About"), result.about.stanzaId)
           + line(tr("Recipient"), result.recipient.toString());
}

QStringList Words::lossesOfMessage(const tomail::Convert &result, const model::InstantMessage &message)
{
    QStringList lost;
    if (result.lost.contains(u"multi-lang"))
        lost << tr("the text in other languages");
    if (result.lost.contains(u"file-not-fetched"))
        lost << tr("files that were not fetched: their links stay in the text");
    if (message.markable || message.receiptRequest)
        lost << tr("the request for receipts, unless the mail server and the reader answer it");
    if (!message.nick.isEmpty())
        lost << tr("the nickname");
    if (message.marks.chatState)
        lost << tr("the typing state");
    return lost;
}

QString Words::of(const tomail::Convert &result, const model::InstantMessage &message)
{
    const model::OutgoingMail &mail = result.mail;
    QStringList recipients;
    for (const model::MailAddress &address : mail.recipients)
        recipients << address.toString();
    QString text = line(tr("From"), mailboxes({mail.from})) + line(tr("To"), mailboxes(mail.to))
                   + line(tr("Cc"), mailboxes(mail.cc)) + line(tr("Delivered to"), recipients.join(QStringLiteral(", ")))
                   + line(tr("Subject"), mail.subject) + line(tr("Date"), base::toXmppDateTime(mail.date))
                   + line(tr("Message-ID"), mail.messageId) + line(tr("Answers"), mail.inReplyTo);
    for (const model::OutgoingField &field : mail.fields)
        text += line(field.name, field.value);
    for (const model::OutgoingPart &part : mail.parts)
        text += line(tr("File"), part.name + QStringLiteral(", ") + part.mimeType);
    text += u'\n' + mail.text + QStringLiteral("\n\n");
    return text + losses(lossesOfMessage(result, message));
}

QString Words::of(const tomail::Report &result)
{
    QStringList recipients;
    for (const model::MailAddress &address : result.mail.recipients)
        recipients << address.toString();
    return line(tr("Report"), toim::reportName(result.kind)) + line(tr("About"), result.stanzaId)
           + line(tr("To"), recipients.join(QStringLiteral(", "))) + u'\n' + result.mail.text + u'\n';
}

}

QString preview(const toim::Result &result)
{
    return std::visit(
        base::Overloaded{
            [](const toim::Convert &r) { return Words::of(r); }, [](const toim::Report &r) { return Words::of(r); },
            [](const toim::Drop &r) { return Words::refusal(Words::tr("Not shown"), r.reason); },
            [](const toim::Reject &r) {
                return Words::refusal(Words::tr("Refused"),
                                      QStringLiteral("%1 %2 %3").arg(r.reply.code).arg(r.reply.enhanced, r.reply.text));
            }},
        result);
}

QString preview(const ImConversion &conversion)
{
    const model::InstantMessage &message = conversion.messages.front();
    return std::visit(base::Overloaded{[&](const tomail::Convert &r) { return Words::of(r, message); },
                                       [](const tomail::Report &r) { return Words::of(r); },
                                       [](const tomail::Pending &) {
                                           return Words::refusal(Words::tr("Waiting"), Words::tr("parts are missing"));
                                       },
                                       [](const tomail::Command &r) { return Words::refusal(Words::tr("Command"), r.text); },
                                       [](const tomail::Drop &r) { return Words::refusal(Words::tr("Not sent"), r.reason); },
                                       [](const tomail::Error &r) {
                                           return Words::refusal(Words::tr("Refused"),
                                                                 r.error.condition + QStringLiteral(" ") + r.error.text);
                                       }},
                      conversion.result);
}

}
