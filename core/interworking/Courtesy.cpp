#include "core/interworking/Courtesy.h"

#include "core/interworking/Text.h"

namespace isthmus::interworking {

namespace {

using model::InstantMessage;

bool isPlainChat(const InstantMessage &message, const Ctx &ctx)
{
    return message.type == InstantMessage::Type::Chat && message.subjects.empty() && message.bodies.size() == 1
           && message.files.empty() && message.contents.empty() && message.bits.empty() && message.replyId.isEmpty()
           && message.replaceId.isEmpty() && message.retractId.isEmpty() && message.reactionsId.isEmpty()
           && message.addresses.empty() && !message.email && !message.segment && !message.marks.encrypted
           && !message.marks.ephemeral && !message.marks.securityLabel
           && message.bodies.front().text.toUtf8().size() <= ctx.policy.pagerMax;
}

}

bool mayAnswer(const InstantMessage &message, const Detection &detection, bool live, model::Subscription subscription)
{
    if (!live || detection.copy || message.type == InstantMessage::Type::Error
        || message.type == InstantMessage::Type::Groupchat)
        return false;
    if (message.marks.mucUser || !message.receivedId.isEmpty() || !message.displayedId.isEmpty()
        || detection.kind == Kind::Report)
        return false;
    if (message.email
        && (message.email->mailClass == QLatin1String("auto") || message.email->mailClass == QLatin1String("list")
            || message.email->mailClass == QLatin1String("bulk") || message.email->mailClass == QLatin1String("report")))
        return false;
    return detection.trusted || subscription == model::Subscription::From || subscription == model::Subscription::Both;
}

InstantMessage nudge(const model::Jid &from, const model::Jid &to, const QString &id, const QString &messageId,
                     const QString &subject)
{
    InstantMessage message;
    message.type = InstantMessage::Type::Chat;
    message.from = from;
    message.to = to;
    message.id = id;
    message.originId = id;
    const QString shown = firstCodePoints(oneLine(subject), 256);
    message.bodies = {{QString(), shown.isEmpty() ? QStringLiteral("I have just sent you an e-mail")
                                                  : QStringLiteral("I have just sent you an e-mail: \"%1\"").arg(shown)}};
    message.emailElements = 1;
    message.email.emplace();
    message.email->type = QStringLiteral("nudge");
    if (isMessageId(messageId, 998))
        message.email->messageId = messageId;
    model::Fallback fallback;
    fallback.forNamespace = ns::email;
    fallback.wholeBody = true;
    message.fallbacks = {fallback};
    return message;
}

bool NudgeGate::admit(const model::Jid &, bool isContact, base::Timestamp now)
{
    // One limit for all contacts together: many of them could nudge at once.
    if (!isContact || (m_last && now - *m_last < std::chrono::minutes(1) && now >= *m_last))
        return false;
    m_last = now;
    return true;
}

QString noticeText(int count, const QString &account, const model::Mailbox &from, const QString &subject,
                   NoticeDetail detail)
{
    QString text = QStringLiteral("%1 new mail in %2").arg(count).arg(oneLine(account));
    if (detail == NoticeDetail::Count)
        return text;
    const QString name = firstCodePoints(oneLine(from.name), 128);
    const QString who = name.isEmpty() ? from.address.toString() : name;
    if (detail == NoticeDetail::Sender)
        return text + QStringLiteral(" from %1").arg(who);
    return text + QStringLiteral(": \"%1\" from %2").arg(firstCodePoints(oneLine(subject), 256), who);
}

bool mayCoalesce(const InstantMessage &first, const InstantMessage &next, const Ctx &ctx)
{
    return isPlainChat(first, ctx) && isPlainChat(next, ctx) && first.from.bare() == next.from.bare()
           && first.to.bare() == next.to.bare() && first.thread == next.thread && first.lang == next.lang;
}

InstantMessage coalesced(const std::vector<InstantMessage> &messages)
{
    InstantMessage joined = messages.front();
    for (std::size_t i = 1; i < messages.size(); ++i) {
        if (messages[i].bodies.empty())
            continue;
        if (joined.bodies.empty())
            joined.bodies = messages[i].bodies;
        else
            joined.bodies.front().text += u'\n' + messages[i].bodies.front().text;
        joined.receiptRequest = joined.receiptRequest || messages[i].receiptRequest;
        joined.markable = joined.markable || messages[i].markable;
    }
    return joined;
}

}
