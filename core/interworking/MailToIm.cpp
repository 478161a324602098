#include "core/interworking/MailToIm.h"

#include "core/interworking/Addressing.h"
#include "core/interworking/Authenticity.h"
#include "core/interworking/IncomingReport.h"
#include "core/interworking/Lookalike.h"
#include "core/interworking/MailStanza.h"
#include "core/interworking/MessageIds.h"
#include "core/interworking/Text.h"

namespace isthmus::interworking {

namespace {

using model::InstantMessage;
using model::Mail;
using toim::Convert;
using toim::Drop;
using toim::Reject;
using toim::Result;

Reject refuse(int code, const char *enhanced, const char *text)
{
    return {{code, QLatin1String(enhanced), QLatin1String(text)}};
}

/// Refusals that do not look at who wrote it. The client shows every mail.
std::optional<Reject> refusal(const Mail &mail, int hops, const Ctx &ctx)
{
    if (ctx.role == Role::Client)
        return {};
    if (mail.rawBytes > ctx.policy.mailMax)
        return refuse(552, "5.3.4", "message too big");
    if (mail.receivedCount > receivedMax || hops >= hopsMax)
        return refuse(554, "5.4.6", "too many hops");
    if (mail.from.empty() && mail.malformedFrom)
        return refuse(553, "5.1.3", "bad sender address");
    return {};
}

/// Who the message is from: 2.2. nullopt: the address cannot be a JID (5.1.3).
std::optional<model::Jid> senderOf(const Mail &mail, const Ctx &ctx)
{
    const model::MailAddress address = mail.from.empty() ? ctx.envelope.from : mail.from.front().address;
    if (address.isNull())
        return model::Jid::parse(ctx.gatewayDomain.isEmpty() ? QString(localGatewayDomain) : ctx.gatewayDomain).valueOr({});
    if (ctx.role == Role::Client)
        return remoteJid(address, ctx);
    const base::Result<model::Jid> jid = constructedJid(address, ctx.gatewayDomain);
    return jid ? std::optional(*jid) : std::nullopt;
}

/// Own copy back from a list: our own message, not addressed to the one who now gets it (2.16).
bool isOwnCopy(const Mail &mail, const MailView &view, const Ctx &ctx)
{
    if (view.hops == 0 || mail.messageId.isEmpty())
        return false;
    const QString key = view.rcpt.key();
    bool sent = false;
    for (const MapRow &row : ctx.messageMap) {
        if (row.inbound || row.messageId != mail.messageId || row.local != view.recipient)
            continue;
        sent = true;
        for (const model::MailAddress &address : row.recipients) {
            if (address.key() == key)
                return false;
        }
    }
    return sent;
}

enum class Seen : std::uint8_t { New, Duplicate, Squatted };

/// 2.5: the same id is the same mail only when sender and date agree, and either the body does or the
/// first copy was authentic (X38).
Seen seenBefore(const Mail &mail, const model::Jid &recipient, const Ctx &ctx)
{
    if (mail.messageId.isEmpty())
        return Seen::New;
    const QString from = mail.from.empty() ? QString() : mail.from.front().address.key();
    Seen result = Seen::New;
    for (const SeenRow &row : ctx.seen) {
        if (row.messageId != mail.messageId || row.recipient.bare() != recipient)
            continue;
        const bool same = row.from.compare(from, Qt::CaseInsensitive) == 0 && row.date == mail.date;
        const bool sameBody = !row.bodySha256.isEmpty() && row.bodySha256 == mail.bodySha256;
        if (same && (sameBody || row.auth == Verdict::Pass))
            return Seen::Duplicate;
        result = Seen::Squatted;
    }
    return result;
}

bool isSelfSpoof(const Mail &mail, const model::Jid &recipient, Verdict verdict, const Ctx &ctx)
{
    if (verdict == Verdict::Pass || mail.from.empty() || !ctx.isAddressOf(recipient, mail.from.front().address))
        return false;
    return std::none_of(ctx.messageMap.begin(), ctx.messageMap.end(), [&](const MapRow &row) {
        return !row.inbound && row.local == recipient && !mail.messageId.isEmpty() && row.messageId == mail.messageId;
    });
}

/// A name that is a contact's, over an address that is not (X05).
bool isNameCollision(const Mail &mail, const Ctx &ctx)
{
    if (mail.from.empty())
        return false;
    const QString key = mail.from.front().address.key();
    bool bears = false;
    for (const KnownContact &contact : ctx.contacts) {
        if (!resemblesName(mail.from.front().name, contact.name))
            continue;
        bears = true;
        for (const model::MailAddress &mailbox : contact.mailboxes) {
            if (mailbox.key() == key)
                return false;
        }
    }
    return bears;
}

QStringList flagsOf(const Mail &mail, const MailView &view, const Ctx &ctx)
{
    QStringList flags;
    bool spoofName = false;
    for (const model::Mailbox &mailbox : mail.from)
        static_cast<void>(shownMailbox(mailbox, &spoofName));
    if (spoofName)
        flags << QStringLiteral("spoof-name");
    if (isNameCollision(mail, ctx))
        flags << QStringLiteral("name-collision");
    if (!mail.from.empty() && !ctx.contacts.empty() && needsAsciiForm(mail.from.front().address.domain(), ctx.contacts))
        flags << QStringLiteral("lookalike");
    if (view.selfSpoof)
        flags << QStringLiteral("self-spoof");
    if (view.body.linkMismatch)
        flags << QStringLiteral("link-mismatch");
    if (view.body.truncated)
        flags << QStringLiteral("truncated");
    flags.sort();
    return flags;
}

/// Emoji of an RFC 9078 part, or nothing when it is an ordinary text.
std::vector<QString> reactionsOf(const QString &text)
{
    std::vector<QString> reactions;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        for (const QString &emoji : word.split(u'\n', Qt::SkipEmptyParts)) {
            const bool plain =
                anyCodePoint(emoji, [](char32_t c) { return (c < 0x80 && c != '#' && c != '*' && (c < '0' || c > '9')); });
            if (plain || codePointCount(emoji) > 16 || reactions.size() >= 16)
                return {};
            reactions.push_back(emoji);
        }
    }
    return reactions;
}

MapRow rowOf(const MailView &view, const InstantMessage &stanza, const Ctx &ctx)
{
    MapRow row;
    row.messageId = view.mail.messageId;
    row.stanzaId = stanza.id;
    row.local = view.recipient;
    row.remote = view.remote;
    row.thread = stanza.thread;
    row.author = view.remote;
    row.subject = view.subject;
    row.references = view.mail.references;
    row.digest = contentDigest(view.subject, view.body.text);
    row.hops = view.hops;
    row.request = view.request.asksDelivery();
    row.markable = view.request.asksDisplay();
    row.inbound = true;
    row.dnt = view.request.dnt;
    row.dsnNotify = ctx.envelope.dsnNotify;
    if (ctx.role == Role::Gateway)
        row.envelopeFrom = ctx.envelope.from;
    row.verdict = view.verdict;
    row.at = ctx.now;
    return row;
}

std::optional<SeenRow> seenOf(const MailView &view)
{
    if (view.mail.messageId.isEmpty())
        return {};
    const QString from = view.mail.from.empty() ? QString() : view.mail.from.front().address.toString();
    return SeenRow{view.mail.messageId, view.recipient, from, view.mail.date, view.verdict, view.mail.bodySha256};
}

/// Mail to a room (2.18): one line of chat, no <email/>, no receipts.
Result toRoom(const Mail &mail, const RoomRow &room, const MailView &view, const Ctx &ctx)
{
    const bool allowed = !mail.from.empty() && view.verdict == Verdict::Pass
                         && std::any_of(room.allow.begin(), room.allow.end(), [&](const model::MailAddress &address) {
                                return address.key() == mail.from.front().address.key();
                            });
    if (!allowed)
        return refuse(550, "5.7.1", "not allowed to write to this room");
    const model::Mailbox from = shownMailbox(mail.from.front());
    Convert result;
    result.verdict = view.verdict;
    result.text = (from.name.isEmpty() ? from.address.toString() : from.name) + QStringLiteral(": ") + view.body.text;
    result.tail = view.body.tail;
    InstantMessage stanza;
    stanza.type = InstantMessage::Type::Groupchat;
    stanza.from = view.remote;
    stanza.to = view.recipient;
    stanza.id = stanzaIdFor(mail, view.recipient, view.useRawId);
    stanza.originId = stanza.id;
    stanza.marks.unstyled = true;
    Ctx pager = ctx;
    pager.policy.large = Policy::Large::Segments;
    pager.policy.segSoftMax = 1; // over one pager: a link
    const MailView plain{mail, view.recipient, {},    {}, view.remote, view.mailClass, view.verdict, {}, {}, {}, {},
                         {},   false,          false, 0};
    result.row = rowOf(view, stanza, ctx);
    layOut(std::move(stanza), plain, pager, result);
    return result;
}

/// Takes subject and body away from a message that is a reaction to one we know (2.17).
bool asReaction(const MailView &view, Convert &result, InstantMessage &stanza)
{
    if (!view.body.reaction || !view.threading.parent)
        return false;
    const auto &answered = view.mail.inReplyTo; // RFC 9078 2: not what References alone names
    if (std::find(answered.begin(), answered.end(), view.threading.parent->messageId) == answered.end())
        return false;
    stanza.reactions = reactionsOf(*view.body.reaction);
    if (stanza.reactions.empty())
        return false;
    stanza.reactionsId = view.threading.parent->stanzaId;
    stanza.subjects.clear();
    stanza.replyId.clear();
    stanza.replyTo = {};
    stanza.marks.unstyled = false;
    result.text.clear();
    result.tail.clear();
    result.subject.clear();
    result.stanzas.push_back(stanza);
    return true;
}

/// <replace/> for a mail that supersedes one of the same, authentic sender (X37).
void replace(const MailView &view, const Ctx &ctx, InstantMessage &stanza)
{
    if (view.mail.supersedes.isEmpty() || view.verdict != Verdict::Pass)
        return;
    for (const MapRow *row : rowsOfPair(ctx, view.recipient, view.remote)) {
        if (row->inbound && row->messageId == view.mail.supersedes)
            stanza.replaceId = row->stanzaId;
    }
}

Result convert(const MailView &view, const Ctx &ctx)
{
    Convert result;
    result.verdict = view.verdict;
    result.flags = flagsOf(view.mail, view, ctx);
    result.dress = dressOf(view.mail.from.empty() ? model::MailAddress() : view.mail.from.front().address, view.verdict,
                           view.selfSpoof, ctx, &result.claimedName);
    result.mailHasText = view.body.hasText;
    result.text = view.body.text;
    result.tail = view.body.tail;
    if (ctx.role == Role::Gateway && ctx.policy.trimQuote && view.threading.parent && !view.threading.parent->inbound)
        result.text = withoutTrailingQuote(result.text);

    InstantMessage stanza = stanzaOf(view, result.flags, ctx);
    replace(view, ctx, stanza);
    result.subject = stanza.subjects.empty() ? QString() : stanza.subjects.front().text;
    result.row = rowOf(view, stanza, ctx);
    result.seen = seenOf(view);
    if (!asReaction(view, result, stanza))
        layOut(std::move(stanza), view, ctx, result);
    return result;
}

/// An error stanza that came while the SMTP session waited (6.3).
std::optional<Reject> refusedByPeer(const Convert &result, const Ctx &ctx)
{
    if (!ctx.stanzaError || ctx.stanzaError->type != InstantMessage::Type::Error)
        return {};
    const QString &id = ctx.stanzaError->id;
    const bool ours = std::any_of(result.stanzas.begin(), result.stanzas.end(),
                                  [&](const InstantMessage &stanza) { return stanza.id == id; });
    if (!ours)
        return {};
    const SmtpReply reply = mapStanzaError(ctx.stanzaError->error.value_or(model::StanzaError()));
    if (reply.isSuccess())
        return {};
    return Reject{reply};
}

/// A report that matched: the gateway passes it on only if it was asked for.
Result reported(toim::Report report, const Ctx &ctx)
{
    if (ctx.role == Role::Gateway && report.stanzas.empty() && report.others.empty())
        return Drop{QStringLiteral("report that was not asked for; recorded")};
    return report;
}

std::variant<Recipient, Reject> recipientOf(const Ctx &ctx)
{
    if (ctx.role == Role::Client)
        return Recipient{Recipient::Kind::User, ctx.own.bare(), {}, nullptr};
    const std::variant<Recipient, RecipientFault> found =
        ctx.envelope.to.empty() ? RecipientFault::Unknown : resolveRecipient(ctx.envelope.to.front(), ctx);
    if (const auto *recipient = std::get_if<Recipient>(&found)) {
        if (!recipient->jid.isNull())
            return *recipient;
        return refuse(550, "5.1.1", "no such user");
    }
    switch (std::get<RecipientFault>(found)) {
    case RecipientFault::Relay: return refuse(550, "5.7.1", "relaying denied");
    case RecipientFault::Malformed: return refuse(553, "5.1.3", "bad recipient address");
    case RecipientFault::Unknown: break;
    }
    return refuse(550, "5.1.1", "no such user");
}

}

Result mailToIm(const Mail &mail, const Ctx &ctx)
{
    const std::variant<Recipient, Reject> found = recipientOf(ctx);
    if (const auto *reject = std::get_if<Reject>(&found))
        return *reject;
    const Recipient &recipient = std::get<Recipient>(found);
    const int hops = hopsOf(mail, ctx);
    if (std::optional<Reject> reject = refusal(mail, hops, ctx))
        return *reject;
    if (isReport(mail)) {
        if (std::optional<toim::Report> report = readReport(mail, recipient.jid, ctx))
            return reported(std::move(*report), ctx);
        if (ctx.role == Role::Gateway)
            return Drop{QStringLiteral("report that matches nothing")};
    }
    const std::optional<model::Jid> sender = senderOf(mail, ctx);
    if (!sender)
        return refuse(553, "5.1.3", "sender address cannot be a JID");

    MailView view{mail,
                  recipient.jid,
                  recipient.subaddress,
                  {},
                  *sender,
                  classOf(mail, ctx),
                  Verdict::None,
                  {},
                  {},
                  {},
                  {},
                  {},
                  false,
                  false,
                  hops};
    if (ctx.role == Role::Gateway && !ctx.envelope.to.empty())
        view.rcpt = model::MailAddress::parse(ctx.envelope.to.front()).valueOr({});
    if (isOwnCopy(mail, view, ctx))
        return Drop{QStringLiteral("own copy back from a list")};
    view.verdict = verdictOf(mail, view.mailClass == QLatin1String("list"), ctx);
    const Seen seen = seenBefore(mail, view.recipient, ctx);
    if (seen == Seen::Duplicate)
        return Drop{QStringLiteral("duplicate")};
    view.useRawId = seen == Seen::Squatted;
    view.body = shownBody(mail.root, ctx.policy);
    if (recipient.room)
        return toRoom(mail, *recipient.room, view, ctx);
    view.subject = oneLine(mail.subject);
    view.date = dateOf(mail, view.verdict, ctx);
    view.threading = threadingOf(mail, view.subject, view.recipient, view.remote, ctx);
    view.request = requestOf(mail, view.mailClass, view.verdict, ctx);
    view.selfSpoof = isSelfSpoof(mail, view.recipient, view.verdict, ctx);

    Result result = convert(view, ctx);
    if (std::optional<Reject> reject = refusedByPeer(std::get<Convert>(result), ctx))
        return *reject;
    return result;
}

std::vector<QString> relatedMessageIds(const Mail &mail, const QString &ownDomain)
{
    std::vector<QString> ids;
    const auto add = [&](const QString &id) {
        if (!id.isEmpty() && std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    };
    for (const QString &id : mail.inReplyTo)
        add(id);
    if (!mail.references.empty()) {
        add(mail.references.back());
        add(mail.references.front());
    }
    add(mail.messageId);
    add(mail.supersedes);
    add(mail.returnedMessageId);
    if (mail.dispositionStatus)
        add(mail.dispositionStatus->originalMessageId);
    for (const model::DeliveryStatus &status : mail.deliveryStatus) {
        for (const QString &id : messageIdsNamedBy(status.originalEnvelopeId, ownDomain))
            add(id);
    }
    return ids;
}

InstantMessage withLink(InstantMessage stanza, const QString &url, const QString &retrieve)
{
    if (stanza.bodies.empty())
        return stanza;
    QString line = QStringLiteral("\n[message continues: %1]").arg(url.isEmpty() ? QStringLiteral("get ") + retrieve : url);
    QString &body = stanza.bodies.front().text;
    qsizetype at = body.size();
    for (model::Fallback &fallback : stanza.fallbacks) {
        if (fallback.forNamespace != ns::email || fallback.bodyRanges.empty())
            continue;
        // The line belongs to the text: before the tail, whose region moves on.
        model::CodePointRange &range = fallback.bodyRanges.front();
        at = firstCodePoints(body, range.start).size();
        range.start += codePointCount(line);
        range.end += codePointCount(line);
    }
    body.insert(at, line);
    if (!url.isEmpty()) {
        model::Attachment file;
        file.mimeType = QStringLiteral("text/plain");
        file.url = url;
        stanza.files.push_back(file);
    }
    return stanza;
}

QString toim::reportName(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Error: return QStringLiteral("error");
    case ReportKind::Received: return QStringLiteral("received");
    case ReportKind::Delayed: return QStringLiteral("delayed");
    case ReportKind::Relayed: return QStringLiteral("relayed");
    case ReportKind::Expanded: return QStringLiteral("expanded");
    case ReportKind::Displayed: return QStringLiteral("displayed");
    case ReportKind::Deleted: return QStringLiteral("deleted");
    case ReportKind::Processed: return QStringLiteral("processed");
    case ReportKind::Dispatched: return QStringLiteral("dispatched");
    case ReportKind::Accepted: return QStringLiteral("accepted");
    case ReportKind::Dsn: return QStringLiteral("dsn");
    case ReportKind::Mdn: return QStringLiteral("mdn");
    }
    return {};
}

}
