#include "core/stanza/EmailCodec.h"

#include "core/stanza/Namespaces.h"
#include "core/stanza/TagTools.h"

#include <gloox/tag.h>

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace isthmus::stanza {

namespace {

/// Recipients are counted by interworking (2.3); this only bounds memory.
constexpr size_t mostMailboxes = 1000;
constexpr size_t mostAttachments = 100;
constexpr std::uint64_t mostUnsigned = std::numeric_limits<std::uint32_t>::max();

/// \p text if it is one of \p allowed, else empty.
QString oneOf(const QString &text, std::initializer_list<const char *> allowed)
{
    const QString token = text.trimmed();
    const bool known =
        std::any_of(allowed.begin(), allowed.end(), [&token](const char *word) { return token == QLatin1String(word); });
    return known ? token : QString();
}

QStringList tokens(const QString &text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

bool isMessageId(const QString &id)
{
    const QString inner = id.mid(1, id.size() - 2);
    return id.size() > 2 && id.size() <= 998 && id.startsWith(u'<') && id.endsWith(u'>')
           && std::none_of(inner.begin(), inner.end(), [](QChar c) { return c == u'<' || c == u'>' || c.isSpace(); });
}

QString messageId(const QString &text)
{
    const QString id = text.trimmed();
    return isMessageId(id) ? id : QString();
}

std::optional<model::Mailbox> mailbox(const gloox::Tag &tag)
{
    const QString text = attribute(tag, "addr");
    auto address = model::MailAddress::parse(text);
    if (!address || text.size() > 320)
        return std::nullopt;
    return model::Mailbox{attribute(tag, "name"), *std::move(address)};
}

class EmailReader
{
public:
    explicit EmailReader(const gloox::Tag &tag) : m_tag(tag) {}

    model::EmailElement read()
    {
        attributes();
        ids();
        people();
        rest();
        attachments();
        large();
        box();
        report();
        return std::move(m_email);
    }

private:
    [[nodiscard]] const gloox::Tag *find(const char *name) const { return child(m_tag, name, ns::email); }
    [[nodiscard]] QString text(const char *name) const { return childText(m_tag, name, ns::email); }

    void attributes()
    {
        m_email.type = attribute(m_tag, "type").trimmed();
        m_email.mailClass = oneOf(attribute(m_tag, "class"), {"personal", "list", "bulk", "auto", "report"});
        m_email.auth = oneOf(attribute(m_tag, "auth"), {"pass", "fail", "none"});
        m_email.autoSubmitted = attribute(m_tag, "auto").simplified();
        m_email.bcc = isTrue(attribute(m_tag, "bcc"));
        m_email.dateSource = attribute(m_tag, "date-src").simplified();
        m_email.subaddress = attribute(m_tag, "subaddress");
        m_email.account = attribute(m_tag, "account");
        m_email.flags = tokens(attribute(m_tag, "flags"));
        m_email.flags.sort();
    }

    void ids()
    {
        m_email.messageId = messageId(text("message-id"));
        m_email.inReplyTo = messageId(text("in-reply-to"));
        const QStringList references = tokens(text("references"));
        if (std::all_of(references.begin(), references.end(), isMessageId))
            m_email.references = references;
        m_email.date = base::fromXmppDateTime(text("date"));
        m_email.rawDate = text("raw-date");
    }

    [[nodiscard]] model::MailboxList mailboxes(const char *name) const
    {
        model::MailboxList list;
        for (const gloox::Tag *tag : childrenOf(m_tag, name, ns::email)) {
            if (auto one = mailbox(*tag); one && list.size() < mostMailboxes)
                list.push_back(*std::move(one));
        }
        return list;
    }

    void people()
    {
        m_email.from = mailboxes("from");
        if (const gloox::Tag *sender = find("sender"))
            m_email.sender = mailbox(*sender);
        m_email.replyTo = mailboxes("reply-to");
        m_email.to = mailboxes("to");
        m_email.cc = mailboxes("cc");
        m_email.bccList = mailboxes("bcc");
        if (const gloox::Tag *more = find("more"))
            m_email.more = static_cast<int>(number(attribute(*more, "count"), std::numeric_limits<int>::max()).value_or(0));
    }

    void rest()
    {
        m_email.subjectFull = text("subject-full");
        if (const gloox::Tag *notify = find("notify")) {
            const QStringList asked = tokens(textOf(*notify));
            const bool valid = std::all_of(asked.begin(), asked.end(), [](const QString &word) {
                return !oneOf(word, {"positive-delivery", "negative-delivery", "processing", "display"}).isEmpty();
            });
            if (valid)
                m_email.notify = asked;
        }
        m_email.priority = oneOf(text("priority"), {"high", "low"});
        if (const gloox::Tag *list = find("list")) {
            m_email.listId = attribute(*list, "id");
            m_email.listPost = attribute(*list, "post");
        }
        if (const gloox::Tag *sign = find("signed"))
            m_email.signedType = oneOf(attribute(*sign, "type"), {"pgp", "smime"});
    }

    void attachments()
    {
        for (const gloox::Tag *tag : childrenOf(m_tag, "attachment", ns::email)) {
            const auto size = number(attribute(*tag, "size"), std::numeric_limits<std::uint64_t>::max());
            model::Attachment file;
            file.part = attribute(*tag, "part");
            file.mimeType = attribute(*tag, "type").toLower();
            if (!size || file.part.isEmpty() || file.mimeType.isEmpty() || m_email.attachments.size() >= mostAttachments)
                continue;
            file.name = attribute(*tag, "name");
            file.bytes = *size;
            file.isInline = attribute(*tag, "disposition") == QLatin1String("inline");
            file.contentId = attribute(*tag, "cid");
            file.sha256 = sha256FromHex(attribute(*tag, "sha256"));
            file.url = attribute(*tag, "url");
            file.blocked = attribute(*tag, "blocked").simplified();
            m_email.attachments.push_back(std::move(file));
        }
    }

    void large()
    {
        const gloox::Tag *tag = find("large");
        if (!tag)
            return;
        const auto size = number(attribute(*tag, "size"), std::numeric_limits<std::uint64_t>::max());
        model::EmailElement::Large large{attribute(*tag, "sid"), size.value_or(0), sha256FromHex(attribute(*tag, "sha256")),
                                         attribute(*tag, "mode").simplified()};
        if (size && !large.sid.isEmpty() && !large.sha256.isEmpty())
            m_email.large = std::move(large);
    }

    void box()
    {
        const gloox::Tag *tag = find("box");
        if (!tag || attribute(*tag, "account").isEmpty())
            return;
        const auto newCount =
            number(attribute(*tag, "new"), std::min<std::uint64_t>(mostUnsigned, std::numeric_limits<int>::max()));
        m_email.box = {attribute(*tag, "account"), attribute(*tag, "uid"), static_cast<int>(newCount.value_or(0))};
    }

    void report()
    {
        const gloox::Tag *tag = find("report");
        if (!tag)
            return;
        const QString status =
            oneOf(attribute(*tag, "status"), {"accepted", "relayed", "expanded", "delayed", "delivered", "displayed",
                                              "deleted", "processed", "dispatched", "failed"});
        const QString id = attribute(*tag, "id");
        if (!status.isEmpty() && !id.isEmpty())
            m_email.report = {status, id, attribute(*tag, "recipient").left(320), attribute(*tag, "code")};
    }

    const gloox::Tag &m_tag;
    model::EmailElement m_email;
};

void writeText(gloox::Tag &email, const char *name, const QString &text)
{
    if (!text.isEmpty())
        append(email, name, text);
}

void writeMailboxes(gloox::Tag &email, const char *name, const model::MailboxList &list)
{
    for (const model::Mailbox &one : list) {
        gloox::Tag *tag = append(email, name);
        setAttribute(*tag, "addr", one.address.toString());
        setAttribute(*tag, "name", one.name);
    }
}

void writeAttributes(gloox::Tag &tag, const model::EmailElement &email)
{
    setAttribute(tag, "type", email.type);
    if (email.mailClass != QLatin1String("personal"))
        setAttribute(tag, "class", email.mailClass);
    if (email.auth != QLatin1String("none"))
        setAttribute(tag, "auth", email.auth);
    setAttribute(tag, "auto", email.autoSubmitted);
    if (email.bcc)
        setAttribute(tag, "bcc", u"true");
    setAttribute(tag, "date-src", email.dateSource);
    setAttribute(tag, "subaddress", email.subaddress);
    setAttribute(tag, "account", email.account);
    setAttribute(tag, "flags", email.flags.join(u' '));
}

void writeAttachments(gloox::Tag &email, const model::Attachments &files)
{
    for (const model::Attachment &file : files) {
        gloox::Tag *tag = append(email, "attachment");
        setAttribute(*tag, "part", file.part);
        setAttribute(*tag, "name", file.name);
        setAttribute(*tag, "type", file.mimeType);
        setAttribute(*tag, "size", QString::number(file.bytes));
        setAttribute(*tag, "disposition", file.isInline ? QStringView(u"inline") : QStringView(u"attachment"));
        setAttribute(*tag, "cid", file.contentId);
        setAttribute(*tag, "sha256", QString::fromLatin1(file.sha256.toHex()));
        setAttribute(*tag, "url", file.url);
        setAttribute(*tag, "blocked", file.blocked);
    }
}

void writeMetadata(gloox::Tag &tag, const model::EmailElement &email)
{
    if (email.more > 0)
        setAttribute(*append(tag, "more"), "count", QString::number(email.more));
    writeText(tag, "subject-full", email.subjectFull);
    if (email.notify)
        append(tag, "notify", email.notify->join(u' '));
    writeText(tag, "priority", email.priority);
    if (!email.listId.isEmpty() || !email.listPost.isEmpty()) {
        gloox::Tag *list = append(tag, "list");
        setAttribute(*list, "id", email.listId);
        setAttribute(*list, "post", email.listPost);
    }
    if (!email.signedType.isEmpty()) {
        gloox::Tag *sign = append(tag, "signed");
        setAttribute(*sign, "type", email.signedType);
        setAttribute(*sign, "verified", u"no"); // the conversion never claims verification (2.8)
    }
}

void writeStates(gloox::Tag &tag, const model::EmailElement &email)
{
    if (email.large) {
        gloox::Tag *large = append(tag, "large");
        setAttribute(*large, "sid", email.large->sid);
        setAttribute(*large, "size", QString::number(email.large->size));
        setAttribute(*large, "sha256", QString::fromLatin1(email.large->sha256.toHex()));
        setAttribute(*large, "mode", email.large->mode);
    }
    if (email.box) {
        gloox::Tag *box = append(tag, "box");
        setAttribute(*box, "account", email.box->account);
        setAttribute(*box, "uid", email.box->uid);
        setAttribute(*box, "new", QString::number(email.box->newCount));
    }
    if (email.report) {
        gloox::Tag *report = append(tag, "report");
        setAttribute(*report, "status", email.report->status);
        setAttribute(*report, "id", email.report->id);
        setAttribute(*report, "recipient", email.report->recipient);
        setAttribute(*report, "code", email.report->code);
    }
}

}

model::EmailElement readEmail(const gloox::Tag &email)
{
    return EmailReader(email).read();
}

void writeEmail(gloox::Tag &message, const model::EmailElement &email)
{
    gloox::Tag *tag = append(message, "email", ns::email);
    writeAttributes(*tag, email);
    writeText(*tag, "message-id", email.messageId);
    writeText(*tag, "in-reply-to", email.inReplyTo);
    writeText(*tag, "references", email.references.join(u' '));
    if (email.date)
        append(*tag, "date", base::toXmppDateTime(*email.date));
    writeText(*tag, "raw-date", email.rawDate);
    writeMailboxes(*tag, "from", email.from);
    if (email.sender)
        writeMailboxes(*tag, "sender", {*email.sender});
    writeMailboxes(*tag, "reply-to", email.replyTo);
    writeMailboxes(*tag, "to", email.to);
    writeMailboxes(*tag, "cc", email.cc);
    writeMailboxes(*tag, "bcc", email.bccList);
    writeMetadata(*tag, email);
    writeAttachments(*tag, email.attachments);
    writeStates(*tag, email);
}

std::optional<model::Segment> readSegment(const gloox::Tag &tag)
{
    model::Segment segment;
    segment.sid = attribute(tag, "sid");
    const bool validSid = !segment.sid.isEmpty() && segment.sid.size() <= 64
                          && std::all_of(segment.sid.begin(), segment.sid.end(), [](QChar c) {
                                 return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
                                        || QStringView(u"._-").contains(c);
                             });
    const auto n = number(attribute(tag, "n"), 64);
    const auto of = number(attribute(tag, "of"), 64);
    const auto start = number(attribute(tag, "start"), 65536);
    const auto end = number(attribute(tag, "end"), 65536);
    const auto total = number(attribute(tag, "total"), 65536);
    segment.sha256 = sha256FromHex(attribute(tag, "sha256"));
    const bool lower = attribute(tag, "sha256").toLatin1() == segment.sha256.toHex();
    if (!validSid || !n || !of || !start || !end || !total || segment.sha256.isEmpty() || !lower)
        return std::nullopt;
    // What cannot be means that there is no segment (3.3); an empty one is an error (4.5), which is the reassembler's to say.
    if (*n < 1 || *of < 1 || *start > *end || *end > *total)
        return std::nullopt;
    segment.n = static_cast<int>(*n);
    segment.of = static_cast<int>(*of);
    segment.start = static_cast<int>(*start);
    segment.end = static_cast<int>(*end);
    segment.total = static_cast<int>(*total);
    return segment;
}

void writeSegment(gloox::Tag &message, const model::Segment &segment)
{
    gloox::Tag *tag = append(message, "segment", ns::segment);
    setAttribute(*tag, "sid", segment.sid);
    setAttribute(*tag, "n", QString::number(segment.n));
    setAttribute(*tag, "of", QString::number(segment.of));
    setAttribute(*tag, "start", QString::number(segment.start));
    setAttribute(*tag, "end", QString::number(segment.end));
    setAttribute(*tag, "total", QString::number(segment.total));
    setAttribute(*tag, "sha256", QString::fromLatin1(segment.sha256.toHex()));
}

}
