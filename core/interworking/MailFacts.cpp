#include "core/interworking/MailFacts.h"

#include "core/interworking/Authenticity.h"
#include "core/interworking/MessageIds.h"
#include "core/interworking/Text.h"

#include <array>

namespace isthmus::interworking {

namespace {

constexpr int nameMax = 128; // code points
constexpr std::chrono::seconds delayFrom{60};
constexpr std::chrono::hours tooOld{7 * 24};

/// The day after the epoch: what a mailer without a clock writes is no date (2.4).
const base::Timestamp earliest = base::fromMsecs(24LL * 3600 * 1000);

/// Whether a display name holds an "@" that is not part of the mailbox's own address.
bool namesAnother(const QString &name, const model::MailAddress &address)
{
    const auto isAt = [](QChar c) { return c == u'@' || c == QChar(0xFF20) || c == QChar(0xFE6B); };
    if (std::none_of(name.begin(), name.end(), isAt))
        return false;
    QString word;
    const QString key = address.key();
    for (const QChar c : QString(name + u' ')) {
        if (!c.isSpace() && !QStringView(u"<>()[],;:\"").contains(c)) {
            word += c;
            continue;
        }
        if (std::any_of(word.begin(), word.end(), isAt)) {
            const base::Result<model::MailAddress> named = model::MailAddress::parse(word);
            if (!named || named->key() != key)
                return true;
        }
        word.clear();
    }
    return false;
}

/// The stored thread whose synthetic root one of the references is (2.6, "imthread lookup").
QString threadByDigest(const model::Mail &mail, const std::vector<const MapRow *> &rows, const Ctx &ctx)
{
    static const QString prefix = QStringLiteral("<imthread.");
    std::vector<QString> digests;
    for (const std::vector<QString> *ids : {&mail.references, &mail.inReplyTo}) {
        for (const QString &id : *ids) {
            if (id.startsWith(prefix))
                digests.push_back(id.mid(prefix.size(), 32));
        }
    }
    if (digests.empty())
        return {};
    for (const MapRow *row : rows) {
        if (row->thread.isEmpty())
            continue;
        const QString digest = threadDigest(row->thread, row->local, row->remote, ctx);
        if (std::find(digests.begin(), digests.end(), digest) != digests.end())
            return row->thread;
    }
    return {};
}

QString parentId(const model::Mail &mail)
{
    if (mail.inReplyTo.size() == 1)
        return mail.inReplyTo.front();
    return mail.references.empty() ? QString() : mail.references.back();
}

QString rootId(const model::Mail &mail)
{
    if (!mail.references.empty())
        return mail.references.front();
    return mail.inReplyTo.empty() ? mail.messageId : mail.inReplyTo.front();
}

}

bool isReport(const model::Mail &mail)
{
    return mail.root.mimeType == QLatin1String("multipart/report")
           && (mail.root.reportType == QLatin1String("delivery-status")
               || mail.root.reportType == QLatin1String("disposition-notification"));
}

QString classOf(const model::Mail &mail, const Ctx &ctx)
{
    if (!mail.autoSubmitted.isEmpty() && mail.autoSubmitted != QLatin1String("no"))
        return QStringLiteral("auto");
    if (!mail.listId.isEmpty() || mail.hasListPost)
        return QStringLiteral("list");
    static const std::array bulk{QLatin1String("bulk"), QLatin1String("junk"), QLatin1String("list")};
    const bool precedence =
        std::any_of(bulk.begin(), bulk.end(), [&](QLatin1String word) { return mail.precedence == word; });
    if (precedence || mail.hasAutoResponseSuppress || mail.hasFeedbackId)
        return QStringLiteral("bulk");
    if (mail.root.mimeType == QLatin1String("multipart/report"))
        return QStringLiteral("report");
    // A client does not know the envelope.
    const bool nullPath = ctx.role == Role::Gateway && ctx.envelope.from.isNull();
    return nullPath ? QStringLiteral("auto") : QStringLiteral("personal");
}

QString priorityOf(const model::Mail &mail)
{
    const QString high = QStringLiteral("high");
    const QString low = QStringLiteral("low");
    const auto word = [&](const QString &value, QLatin1String up, QLatin1String down) -> std::optional<QString> {
        if (value == up)
            return high;
        if (value == down)
            return low;
        return value == QLatin1String("normal") ? std::optional<QString>(QString()) : std::nullopt;
    };
    if (const auto hit = word(mail.importance, QLatin1String("high"), QLatin1String("low")))
        return *hit;
    if (!mail.xPriority.isEmpty() && mail.xPriority.front().isDigit()) {
        const int number = mail.xPriority.front().digitValue();
        const bool single = mail.xPriority.size() == 1 || !mail.xPriority[1].isDigit();
        if (single && number >= 1 && number <= 5)
            return number < 3 ? high : number > 3 ? low : QString();
    }
    if (const auto hit = word(mail.priority, QLatin1String("urgent"), QLatin1String("non-urgent")))
        return *hit;
    return word(mail.xMsMailPriority, QLatin1String("high"), QLatin1String("low")).value_or(QString());
}

namespace {

/// What one Isthmus-Loop says of our own passing; 0 for another gateway's.
int hopsIn(const QString &field, const Ctx &ctx)
{
    const QStringList parts = field.split(u';');
    if (ctx.gatewayDomain.isEmpty() || model::toAsciiDomain(parts.front().trimmed()) != ctx.gatewayDomain)
        return 0;
    for (const QString &part : parts.mid(1)) {
        if (part.section(u'=', 0, 0).trimmed().compare(QLatin1String("hops"), Qt::CaseInsensitive) != 0)
            continue;
        const QString value = part.section(u'=', 1).trimmed();
        bool ok = false;
        const int hops = value.toInt(&ok);
        if (ok)
            return hops >= 1 ? hops : 1;
        // Too long for a number is not "invalid", it is many.
        const bool digits = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](QChar c) { return c.isDigit(); });
        return digits ? hopsMax : 1;
    }
    return 1;
}

}

int hopsOf(const model::Mail &mail, const Ctx &ctx)
{
    int hops = 0;
    for (const QString &field : mail.isthmusLoop.split(u'\n')) // gateways that follow each other add one each
        hops = std::max(hops, hopsIn(field, ctx));
    return hops;
}

MailDate dateOf(const model::Mail &mail, Verdict verdict, const Ctx &ctx)
{
    MailDate result;
    const std::optional<base::Timestamp> received = ownReceivedTime(mail, ctx);
    const bool receivedUsable = received && *received >= earliest && *received <= ctx.now + futureTolerance;
    if (!mail.date || *mail.date < earliest) {
        result.date = receivedUsable ? *received : ctx.now;
        result.source = receivedUsable ? QStringLiteral("received") : QStringLiteral("now");
    } else if (*mail.date > ctx.now + futureTolerance) {
        result.date = ctx.now;
        result.source = QStringLiteral("clamped");
        result.raw = oneLine(mail.rawDate);
    } else {
        result.date = *mail.date;
    }
    base::Timestamp stamp = result.date;
    const base::Timestamp arrival = receivedUsable ? *received : ctx.now;
    if (stamp < arrival - tooOld && verdict != Verdict::Pass)
        stamp = arrival;
    if (ctx.now - stamp >= delayFrom)
        result.delay = stamp;
    return result;
}

Threading threadingOf(const model::Mail &mail, const QString &subject, const model::Jid &local, const model::Jid &remote,
                      const Ctx &ctx)
{
    Threading result;
    const std::vector<const MapRow *> rows = rowsOfPair(ctx, local, remote);
    const auto find = [&](const QString &id) -> const MapRow * {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const MapRow *r) { return r->messageId == id; });
        return id.isEmpty() || row == rows.end() ? nullptr : *row;
    };
    result.inReplyTo = mail.inReplyTo.empty() ? QString() : mail.inReplyTo.back();
    result.parent = find(parentId(mail));
    const QString root = rootId(mail);
    const MapRow *rootRow = find(root);
    if (rootRow && !rootRow->thread.isEmpty())
        result.thread = rootRow->thread;
    else if (result.parent && !result.parent->thread.isEmpty())
        result.thread = result.parent->thread;
    else
        result.thread = threadByDigest(mail, rows, ctx);
    if (result.thread.isEmpty() && !root.isEmpty())
        result.thread = threadForRoot(root);

    // The generated subject of the thread stands for "no subject" (2.7).
    const QString bare = withoutReplyPrefixes(subject);
    for (const MapRow *row : rows) {
        const bool ofThread = row == result.parent || (!result.thread.isEmpty() && row->thread == result.thread);
        if (!ofThread || row->inbound || !row->generatedSubject)
            continue;
        if (row == result.parent && subject.isEmpty())
            result.asChat = true;
        if (!bare.isEmpty() && withoutReplyPrefixes(oneLine(row->subject)).compare(bare, Qt::CaseInsensitive) == 0)
            result.asChat = true;
    }
    return result;
}

model::Mailbox shownMailbox(const model::Mailbox &mailbox, bool *spoof)
{
    model::Mailbox shown;
    const QString domain = model::toAsciiDomain(mailbox.address.domain());
    shown.address = model::MailAddress::fromParts(mailbox.address.local(), domain).valueOr(mailbox.address);
    shown.name = firstCodePoints(oneLine(mailbox.name), nameMax);
    if (namesAnother(shown.name, mailbox.address)) {
        shown.name.clear();
        if (spoof)
            *spoof = true;
    }
    return shown;
}

model::MailboxList shownMailboxes(const model::MailboxList &list)
{
    model::MailboxList shown;
    shown.reserve(list.size());
    for (const model::Mailbox &mailbox : list)
        shown.push_back(shownMailbox(mailbox));
    return shown;
}

}
