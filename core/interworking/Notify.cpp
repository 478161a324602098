#include "core/interworking/Notify.h"

#include "core/interworking/MessageIds.h"

namespace isthmus::interworking {

namespace {

const QString positive = QStringLiteral("positive-delivery");
const QString negative = QStringLiteral("negative-delivery");
const QString processing = QStringLiteral("processing");
const QString display = QStringLiteral("display");

bool isOwnMessage(const model::Mail &mail, const Ctx &ctx)
{
    return !mail.messageId.isEmpty() && std::any_of(ctx.messageMap.begin(), ctx.messageMap.end(), [&](const MapRow &row) {
        return !row.inbound && row.messageId == mail.messageId;
    });
}

QString dntAddress(const model::Mail &mail)
{
    if (mail.dispositionNotificationMailboxes.size() == 1)
        return mail.dispositionNotificationMailboxes.front().address.toString();
    return mail.from.empty() ? QString() : mail.from.front().address.toString();
}

}

QStringList notifySet(const QStringList &list)
{
    QStringList set;
    for (const QString &word : {positive, negative, processing, display}) {
        if (list.contains(word, Qt::CaseInsensitive))
            set << word;
    }
    return set;
}

bool MailRequest::asksDelivery() const
{
    return set.contains(positive) || set.contains(negative);
}

bool MailRequest::asksDisplay() const
{
    return set.contains(display);
}

MailRequest requestOf(const model::Mail &mail, const QString &mailClass, Verdict verdict, const Ctx &ctx)
{
    const bool nullPath = ctx.role == Role::Gateway && ctx.envelope.from.isNull();
    if (mailClass != QLatin1String("personal") || nullPath || mail.dispositionNotificationMailboxes.size() > 1)
        return {};
    if (verdict == Verdict::Pass || isOwnMessage(mail, ctx)) {
        QStringList words;
        for (const QString &word : mail.isthmusNotify.split(u','))
            words << word.trimmed();
        if (const QStringList set = notifySet(words); !set.isEmpty())
            return {set, set.contains(display) ? dntAddress(mail) : QString()};
    }
    MailRequest request;
    if (mail.dispositionNotificationMailboxes.size() == 1)
        request.set = {positive, negative, display};
    else if (mail.dispositionNotificationTo.compare(QLatin1String("required"), Qt::CaseInsensitive) == 0)
        request.set = {positive, negative};
    if (mail.dispositionType.trimmed().compare(QLatin1String("displayed"), Qt::CaseInsensitive) == 0
        && !request.set.contains(display))
        request.set << display;
    if (request.asksDisplay())
        request.dnt = dntAddress(mail);
    return request;
}

void writeRequest(const model::InstantMessage &message, bool automatic, const Policy &policy, model::OutgoingMail &mail)
{
    if (automatic) { // never a report about a report, nor about an answer (X27)
        mail.dsnNotify = QStringLiteral("NEVER");
        return;
    }
    const bool isExplicit = message.email && message.email->notify;
    QStringList set;
    if (isExplicit) {
        set = notifySet(*message.email->notify);
    } else if (policy.implicitReceipts != Policy::ImplicitReceipts::Off) {
        if (message.receiptRequest)
            set << positive << negative;
        if (message.markable)
            set << display;
    }
    if (set.contains(positive))
        mail.dsnNotify = QStringLiteral("SUCCESS,FAILURE");
    else if (set.contains(negative))
        mail.dsnNotify = QStringLiteral("FAILURE");
    const bool asHeader = isExplicit || policy.implicitReceipts == Policy::ImplicitReceipts::Full;
    if (!mail.dsnNotify.isEmpty() || (asHeader && !set.isEmpty()))
        mail.envelopeId = envelopeIdFor(mail.messageId);
    if (!asHeader || set.isEmpty())
        return;
    if (set != QStringList{processing})
        mail.fields.push_back({QStringLiteral("Disposition-Notification-To"), mail.from.address.toString()});
    if (set.contains(display))
        mail.fields.push_back({QStringLiteral("Disposition-Type"), QStringLiteral("displayed")});
    mail.fields.push_back({QStringLiteral("Isthmus-Notify"), set.join(QStringLiteral(", "))});
}

}
