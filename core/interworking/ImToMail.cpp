#include "core/interworking/ImToMail.h"

#include "core/interworking/Addressing.h"
#include "core/interworking/Destinations.h"
#include "core/interworking/Errors.h"
#include "core/interworking/MessageIds.h"
#include "core/interworking/Notify.h"
#include "core/interworking/OutgoingReport.h"
#include "core/interworking/OutgoingText.h"
#include "core/interworking/Text.h"

namespace isthmus::interworking {

namespace {

using model::InstantMessage;
using model::OutgoingField;
using model::OutgoingMail;
using tomail::Convert;
using tomail::Drop;
using tomail::Error;
using tomail::Result;

constexpr std::chrono::hours oldestOwnDate{7 * 24};

Error refuse(const InstantMessage &message, const QString &condition, const QString &text = {})
{
    return {stanzaError(condition, text), message.id};
}

/// The pieces of one conversion.
struct Draft {
    const InstantMessage &message;
    Origin origin;
    Destinations to;
    OutgoingText text;
    const MapRow *parent = nullptr; ///< what it answers, or the newest of its thread
    bool correction = false;
    bool automatic = false;
    int hops = 1;
    bool hasEmail = false; ///< a valid <email type='email'/>
};

void addField(OutgoingMail &mail, const char *name, const QString &value)
{
    if (!value.isEmpty())
        mail.fields.push_back({QLatin1String(name), value});
}

// --- what never becomes a mail (2.17) --------------------------------------------------------------

bool hasContent(const InstantMessage &message)
{
    const bool body = std::any_of(message.bodies.begin(), message.bodies.end(),
                                  [](const model::LangText &text) { return !text.text.isEmpty(); });
    return body || !message.files.empty() || !message.contents.empty() || !message.bits.empty();
}

bool isMailElement(const InstantMessage &message)
{
    return message.emailElements == 1 && message.email && message.email->type == QLatin1String("email");
}

/// Control messages, and what is dropped without a word.
std::optional<Result> withoutMail(const InstantMessage &message, const Detection &detection, const Ctx &ctx)
{
    if (detection.kind == Kind::Drop || detection.copy)
        return Drop{QStringLiteral("carbon or archive copy")};
    if (message.type == InstantMessage::Type::Error)
        return reportToMail(message, ctx);
    if (message.type == InstantMessage::Type::Groupchat)
        return refuse(message, QStringLiteral("not-acceptable"), QStringLiteral("room messages cannot go to e-mail"));
    if (message.marks.mucUser)
        return Drop{QStringLiteral("room traffic")};
    const bool receipt = !message.receivedId.isEmpty() || !message.displayedId.isEmpty();
    if (receipt && !hasContent(message))
        return reportToMail(message, ctx);
    if (!message.retractId.isEmpty())
        return refuse(message, QStringLiteral("not-acceptable"), QStringLiteral("already sent as e-mail"));
    if (!message.reactionsId.isEmpty() && (!ctx.policy.reactions || message.reactions.empty()))
        return Drop{QStringLiteral("reaction")};
    if (message.marks.invite || message.marks.pubsubEvent || message.marks.dataForm)
        return Drop{QStringLiteral("not a message")};
    if (detection.kind == Kind::Notice || detection.kind == Kind::Nudge || detection.kind == Kind::Report)
        return Drop{QStringLiteral("about a mail, not a mail")};
    if (message.marks.encrypted || detection.kind == Kind::Other) {
        const bool encrypted = message.marks.encrypted || message.type != InstantMessage::Type::Headline;
        if (encrypted)
            return refuse(message, QStringLiteral("not-acceptable"),
                          QStringLiteral("encrypted messages cannot go to e-mail"));
    }
    if (message.marks.ephemeral || message.marks.securityLabel)
        return refuse(message, QStringLiteral("not-acceptable"), QStringLiteral("cannot be honoured in e-mail"));
    const bool email = isMailElement(message);
    if (!hasContent(message) && !email && message.reactionsId.isEmpty()) {
        const bool subject = std::any_of(message.subjects.begin(), message.subjects.end(),
                                         [](const model::LangText &text) { return !isBlank(text.text); });
        if (subject && !isBareGateway(message, ctx))
            return refuse(message, QStringLiteral("bad-request"), QStringLiteral("a subject without a message"));
        return Drop{QStringLiteral("nothing to send")};
    }
    return {};
}

/// Text to the bare gateway is a command (6.2).
std::optional<Result> asCommand(const InstantMessage &message, const Ctx &ctx)
{
    if (!isBareGateway(message, ctx) || isMailElement(message) || hasUndelivered(message)
        || !ctx.isOwnDomain(message.from.domain()))
        return {};
    return tomail::Command{shownText(message).body.trimmed()};
}

/// A mail that became a message and now comes back (2.16).
std::optional<Result> isLoop(const InstantMessage &message, const Ctx &ctx, int &hops)
{
    if (!message.email || message.email->messageId.isEmpty())
        return {};
    for (const MapRow &row : ctx.messageMap) {
        if (!row.inbound || row.messageId != message.email->messageId)
            continue;
        if (row.local != message.from.bare())
            return Drop{QStringLiteral("mail-born message that came back")};
        hops = std::max(hops, row.hops + 1);
    }
    return {};
}

// --- ids, threads, dates ---------------------------------------------------------------------------

base::Timestamp dateFor(const Draft &draft, const Ctx &ctx)
{
    const InstantMessage &message = draft.message;
    if (draft.hasEmail && message.email->date) {
        const base::Timestamp date = *message.email->date;
        const bool usable = date >= ctx.now - oldestOwnDate && date <= ctx.now + futureTolerance;
        return usable ? date : ctx.now;
    }
    for (const InstantMessage::Delay &delay : message.delays) {
        const model::Jid &from = delay.from;
        const bool known = from == message.from.bare() || (from.local().isEmpty() && from.domain() == message.from.domain())
                           || (from.local().isEmpty() && ctx.isOwnDomain(from.domain())) || ctx.isRoom(from);
        if (known && !from.isNull())
            return delay.stamp <= ctx.now + futureTolerance ? delay.stamp : ctx.now;
    }
    return ctx.now;
}

/// The client's own Message-ID, if it has the right to it (2.5, X38).
QString chosenMessageId(const Draft &draft, const Ctx &ctx)
{
    if (!draft.hasEmail)
        return {};
    const QString &id = draft.message.email->messageId;
    if (!isMessageId(id, messageIdMax) || id.startsWith(QLatin1String("<im."), Qt::CaseInsensitive)
        || id.startsWith(QLatin1String("<imthread."), Qt::CaseInsensitive))
        return {};
    const model::Jid local = draft.message.from.bare();
    const QString domain = model::toAsciiDomain(QStringView(id).mid(id.lastIndexOf(u'@') + 1).chopped(1));
    bool own = false;
    for (const AddressRow &row : ctx.addressMap)
        own = own || (row.jid == local && model::toAsciiDomain(row.mail.domain()) == domain);
    const bool taken = std::any_of(ctx.messageMap.begin(), ctx.messageMap.end(),
                                   [&](const MapRow &row) { return row.messageId == id && row.local != local; });
    return own && !taken && !domain.isEmpty() ? id : QString();
}

QString messageIdOf(const Draft &draft, const QByteArray &digest, const Ctx &ctx)
{
    if (const QString chosen = chosenMessageId(draft, ctx); !chosen.isEmpty())
        return chosen;
    const InstantMessage &message = draft.message;
    const QString sid = !message.originId.isEmpty() ? message.originId : !message.id.isEmpty() ? message.id : ctx.newId;
    const QString domain = model::toAsciiDomain(draft.origin.from.address.domain());
    const QString id = messageIdFor(message.from, draft.to.canonicalTo, sid, domain, ctx);
    const bool otherContent = std::any_of(ctx.messageMap.begin(), ctx.messageMap.end(), [&](const MapRow &row) {
        return row.messageId == id && !row.digest.isEmpty() && row.digest != digest;
    });
    if (!otherContent)
        return id;
    return messageIdFor(message.from, draft.to.canonicalTo, sid + u'\n' + QString::fromLatin1(digest.toHex()), domain, ctx);
}

std::vector<QString> cappedReferences(std::vector<QString> ids)
{
    std::erase_if(ids, [](const QString &id) { return !isMessageId(id, messageIdMax); });
    std::vector<QString> unique;
    for (const QString &id : ids) {
        if (std::find(unique.begin(), unique.end(), id) == unique.end())
            unique.push_back(id);
    }
    if (unique.size() > referencesMax)
        unique.erase(unique.begin() + 1, unique.end() - (referencesMax - 1));
    return unique;
}

/// What went between the sender and those addressed; to the bare gateway, the <email/> says who they are.
std::vector<const MapRow *> rowsOfCorrespondents(const Draft &draft, const Ctx &ctx)
{
    if (!isBareGateway(draft.message, ctx))
        return rowsOfPair(ctx, draft.message.from, draft.to.canonicalTo);
    std::vector<const MapRow *> rows;
    for (const model::MailAddress &recipient : draft.to.envelope()) {
        const std::vector<const MapRow *> more = rowsOfPair(ctx, draft.message.from, remoteJid(recipient, ctx));
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return rows;
}

/// In-Reply-To and References (2.6); sets draft.parent.
void setThread(Draft &draft, OutgoingMail &mail, const Ctx &ctx)
{
    const InstantMessage &message = draft.message;
    const std::vector<const MapRow *> rows = rowsOfCorrespondents(draft, ctx);
    const auto byStanza = [&](const QString &id) -> const MapRow * {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const MapRow *r) { return r->stanzaId == id; });
        return id.isEmpty() || row == rows.end() ? nullptr : *row;
    };
    const QString replied = !message.replaceId.isEmpty()     ? message.replaceId
                            : !message.reactionsId.isEmpty() ? message.reactionsId
                                                             : message.replyId;
    if (!replied.isEmpty()) {
        draft.parent = byStanza(replied);
        draft.correction = draft.parent && !draft.parent->inbound && !message.replaceId.isEmpty(); // one's own only
        if (draft.parent && !draft.parent->messageId.isEmpty()) {
            std::vector<QString> references = draft.parent->references;
            references.push_back(draft.parent->messageId);
            mail.inReplyTo = draft.parent->messageId;
            mail.references = cappedReferences(std::move(references));
            return;
        }
    }
    if (message.thread.isEmpty())
        return;
    const MapRow *oldest = nullptr;
    const MapRow *newest = nullptr; // stands last
    for (const MapRow *row : rows) {
        if (row->thread != message.thread || row->messageId.isEmpty())
            continue;
        oldest = oldest ? oldest : row;
        newest = row;
    }
    if (newest && replied.isEmpty()) {
        draft.parent = newest;
        const QString root = !newest->references.empty()   ? newest->references.front()
                             : !oldest->references.empty() ? oldest->references.front()
                                                           : oldest->messageId;
        mail.inReplyTo = newest->messageId;
        mail.references = cappedReferences({root, newest->messageId});
        return;
    }
    if (newest) // known, but the answer is to what nobody knows (2.6)
        return;
    const QString digest = threadDigest(message.thread, message.from, draft.to.canonicalTo, ctx);
    mail.references = {
        QStringLiteral("<imthread.%1@%2>").arg(digest, model::toAsciiDomain(draft.origin.from.address.domain()))};
}

// --- subject and the rest of the header ------------------------------------------------------------

QString answerTo(const QString &subject)
{
    QString bare = headerText(subject);
    while (bare.startsWith(QLatin1String("re:"), Qt::CaseInsensitive))
        bare = bare.mid(3).trimmed();
    return QStringLiteral("Re: ") + bare;
}

/// Returns whether the subject is a generated one, also behind its "Re:".
bool setSubject(Draft &draft, OutgoingMail &mail, const Ctx &ctx)
{
    if (!draft.text.subject.isEmpty()) {
        mail.subject = draft.correction ? answerTo(draft.text.subject) : draft.text.subject;
        return false;
    }
    if (draft.parent && !headerText(draft.parent->subject).isEmpty()) {
        mail.subject = answerTo(draft.parent->subject);
        return draft.parent->generatedSubject;
    }
    const QString name = draft.origin.from.name.isEmpty() ? draft.origin.from.address.toString() : draft.origin.from.name;
    mail.subject = headerText(QString(ctx.policy.subjectTemplate).replace(QLatin1String("NAME"), name));
    addField(mail, "Isthmus-Subject", QStringLiteral("generated"));
    return true;
}

void setPriority(const InstantMessage &message, OutgoingMail &mail)
{
    const QString urgency = message.email && !message.email->priority.isEmpty() ? message.email->priority : message.urgency;
    if (urgency == QLatin1String("high")) {
        addField(mail, "Importance", QStringLiteral("high"));
        addField(mail, "X-Priority", QStringLiteral("1 (Highest)"));
        addField(mail, "Priority", QStringLiteral("urgent"));
    } else if (urgency == QLatin1String("low")) {
        addField(mail, "Importance", QStringLiteral("low"));
        addField(mail, "X-Priority", QStringLiteral("5 (Lowest)"));
        addField(mail, "Priority", QStringLiteral("non-urgent"));
    } else if (message.marks.attention) {
        addField(mail, "Importance", QStringLiteral("high"));
    }
}

void setLoopFields(const Draft &draft, OutgoingMail &mail, const Ctx &ctx)
{
    if (draft.automatic)
        addField(mail, "Auto-Submitted", QStringLiteral("auto-generated"));
    if (ctx.role != Role::Gateway)
        return;
    QString loop = ctx.gatewayDomain;
    if (draft.hops > 1)
        loop += QStringLiteral("; hops=%1").arg(draft.hops);
    addField(mail, "Isthmus-Loop", loop);
}

void setText(Draft &draft, OutgoingMail &mail)
{
    mail.text = draft.text.text;
    if (draft.correction)
        mail.text.prepend(QStringLiteral("[correction] "));
    if (!draft.message.reactionsId.isEmpty()) {
        QStringList emoji;
        for (const QString &reaction : draft.message.reactions)
            emoji << oneLine(reaction);
        mail.text = emoji.join(u' ');
        mail.textDisposition = QStringLiteral("reaction");
    }
    mail.encoding = encodingFor(mail.text);
    mail.contentLanguage = draft.text.lang;
}

std::vector<MapRow> rowsFor(const Draft &draft, const OutgoingMail &mail, bool generated, const QByteArray &digest,
                            const Ctx &ctx)
{
    MapRow row;
    row.messageId = mail.messageId;
    row.stanzaId = !draft.message.originId.isEmpty() ? draft.message.originId : draft.message.id;
    row.local = draft.message.from.bare();
    row.thread = draft.message.thread;
    row.author = row.local;
    row.subject = draft.parent && generated ? draft.parent->subject : mail.subject;
    row.generatedSubject = generated;
    row.references = mail.references;
    row.digest = digest;
    row.hops = draft.hops;
    row.request = draft.message.receiptRequest;
    row.markable = draft.message.markable;
    if (draft.hasEmail && draft.message.email->notify) {
        row.request = row.request || draft.message.email->notify->contains(QLatin1String("positive-delivery"));
        row.markable = row.markable || draft.message.email->notify->contains(QLatin1String("display"));
    }
    row.envelopeFrom = mail.envelopeFrom;
    row.at = ctx.now;
    std::vector<MapRow> rows;
    for (const model::MailAddress &recipient : mail.recipients) {
        row.remote = remoteJid(recipient, ctx);
        row.recipients = {recipient};
        rows.push_back(row);
    }
    return rows;
}

Convert write(Draft &draft, const std::vector<model::OutgoingPart> &files, const Ctx &ctx)
{
    Convert result;
    OutgoingMail &mail = result.mail;
    mail.from = draft.origin.from;
    mail.sender = {QString(), draft.origin.sender};
    mail.envelopeFrom = draft.origin.from.address;
    mail.to = draft.to.to;
    mail.cc = draft.to.cc;
    mail.replyTo = draft.to.replyTo;
    mail.recipients = draft.to.envelope();
    mail.date = dateFor(draft, ctx);
    const QByteArray digest = contentDigest(draft.text.rawSubject, draft.text.rawBody);
    mail.messageId = messageIdOf(draft, digest, ctx);
    setThread(draft, mail, ctx);
    result.generatedSubject = setSubject(draft, mail, ctx);
    setText(draft, mail);
    setLoopFields(draft, mail, ctx);
    writeRequest(draft.message, draft.automatic, ctx.policy, mail);
    setPriority(draft.message, mail);
    if (draft.correction)
        addField(mail, "Supersedes", draft.parent->messageId);
    mail.parts = draft.text.parts;
    mail.parts.insert(mail.parts.end(), files.begin(), files.end());
    mail.boundary = QStringLiteral("b") + hex32(mail.messageId.toUtf8());
    result.lost = draft.text.lost;
    result.rows = rowsFor(draft, mail, result.generatedSubject, digest, ctx);
    return result;
}

bool needsSmtpUtf8(const Draft &draft)
{
    const auto nonAscii = [](const model::MailAddress &address) { return !address.isAscii(); };
    const std::vector<model::MailAddress> recipients = draft.to.envelope();
    return nonAscii(draft.origin.from.address) || std::any_of(recipients.begin(), recipients.end(), nonAscii)
           || std::any_of(draft.to.replyTo.begin(), draft.to.replyTo.end(),
                          [&](const model::Mailbox &mailbox) { return nonAscii(mailbox.address); });
}

/// What the next hop has said already.
Result withReply(Convert result, const InstantMessage &message, const Ctx &ctx)
{
    const std::optional<SmtpReply> reply = parseSmtpReply(ctx.smtpReply);
    if (!reply)
        return result;
    if (!reply->isSuccess())
        return Error{mapSmtpReply(*reply, ctx.policy.hideHosts), message.id};
    result.report = toim::ReportKind::Accepted;
    result.receipt = ctx.policy.receiptOnAccept && message.receiptRequest;
    return result;
}

}

Result imToMail(const InstantMessage &message, const Ctx &ctx, const std::vector<model::OutgoingPart> &files)
{
    if (message.segment)
        return tomail::Pending{};
    const Detection detection = detect(message, ctx);
    if (std::optional<Result> other = withoutMail(message, detection, ctx))
        return *other;
    if (std::optional<Result> command = asCommand(message, ctx))
        return *command;
    if (message.email && !isMailElement(message)) {
        InstantMessage plain = message; // an <email/> of another type says nothing (T3)
        plain.email.reset();
        return imToMail(plain, ctx, files);
    }
    int hops = 1;
    if (std::optional<Result> loop = isLoop(message, ctx, hops))
        return *loop;
    const std::variant<Origin, model::StanzaError> origin = originOf(message, ctx);
    if (const auto *error = std::get_if<model::StanzaError>(&origin))
        return Error{*error, message.id};
    Draft draft{message, std::get<Origin>(origin), {}, {}};
    draft.hops = hops;
    std::variant<Destinations, model::StanzaError> to = destinationsOf(message, ctx);
    if (const auto *error = std::get_if<model::StanzaError>(&to))
        return Error{*error, message.id};
    draft.to = std::move(std::get<Destinations>(to));
    draft.hasEmail = isMailElement(message);
    draft.automatic =
        message.type == InstantMessage::Type::Headline || (draft.hasEmail && !message.email->autoSubmitted.isEmpty());
    if (needsSmtpUtf8(draft) && !ctx.smtpUtf8)
        return refuse(message, QStringLiteral("not-acceptable"), QStringLiteral("the mail server cannot take this address"));
    const QString name = draft.origin.from.name.isEmpty() ? draft.origin.from.address.toString() : draft.origin.from.name;
    draft.text = outgoingText(message, name, ctx);
    return withReply(write(draft, files, ctx), message, ctx);
}

tomail::Batch batchToMail(const std::vector<InstantMessage> &segments, const Ctx &ctx)
{
    Reassembler reassembler;
    tomail::Batch batch{tomail::Pending{}, 0};
    const auto convert = [&](const InstantMessage &message) {
        batch.last = imToMail(message, ctx);
        batch.mails += std::holds_alternative<Convert>(batch.last) ? 1 : 0;
    };
    for (const InstantMessage &message : segments) {
        if (!message.segment) {
            convert(message);
            continue;
        }
        Reassembler::Outcome outcome = reassembler.add(message, ctx.now);
        if (auto *complete = std::get_if<Reassembler::Complete>(&outcome))
            convert(complete->message);
        else if (auto *failed = std::get_if<Reassembler::Failed>(&outcome))
            batch.last = Error{failed->error, failed->id};
    }
    for (const Reassembler::Failed &failed : reassembler.expire(ctx.now + ctx.elapsed))
        batch.last = Error{failed.error, failed.id};
    return batch;
}

}
