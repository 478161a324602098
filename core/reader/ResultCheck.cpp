#include "core/reader/ResultCheck.h"

#include "core/reader/Packer.h"

#include <algorithm>

namespace isthmus::reader {

namespace {

using base::Fault;

/// The years 0 to 9999.
constexpr std::int64_t firstMsecs = -62'167'219'200'000;
constexpr std::int64_t lastMsecs = 253'402'300'799'999;

bool isSection(const QString &section)
{
    return std::all_of(section.begin(), section.end(), [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
}

/// Legal in XML 1.0 and with LF as its only line end, as core/mime promises.
bool isCleanText(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || c.unicode() == 0xFFFE || c.unicode() == 0xFFFF;
    });
}

/// Builds one mail out of foreign bytes; each function reads one kind of value.
class MailReading
{
public:
    MailReading(const QByteArray &bytes, const ResultCheck::Limits &limits) : m_in(bytes), m_limits(limits) {}

    base::Result<model::Mail> read()
    {
        model::Mail mail;
        readHeader(mail);
        readSmallFields(mail);
        mail.root = part(0);
        mail.deliveryStatus = list<model::DeliveryStatus>(24, [this] { return deliveryStatus(); });
        if (m_in.flag())
            mail.dispositionStatus = dispositionStatus();
        mail.returnedMessageId = field();
        if (const auto error = m_in.finish())
            return *error;
        return mail;
    }

private:
    QString field() { return m_in.string(m_limits.field); }
    QString name() { return m_in.string(m_limits.name); }

    template <typename T, typename F>
    std::vector<T> list(std::size_t elementSize, F element)
    {
        std::vector<T> values;
        const std::uint32_t count = m_in.count(m_limits.list, elementSize);
        for (std::uint32_t i = 0; i < count && m_in.ok(); ++i)
            values.push_back(element());
        return values;
    }

    std::vector<QString> fields()
    {
        return list<QString>(4, [this] { return field(); });
    }

    QByteArray sha256()
    {
        QByteArray hash = m_in.bytes(32);
        if (!hash.isEmpty() && hash.size() != 32)
            m_in.fail(Fault::Malformed, "a hash is not one");
        return hash;
    }

    std::optional<base::Timestamp> time()
    {
        if (!m_in.flag())
            return std::nullopt;
        const auto msecs = static_cast<std::int64_t>(m_in.u64());
        if (msecs < firstMsecs || msecs > lastMsecs)
            m_in.fail(Fault::Malformed, "a date is out of range");
        return base::fromMsecs(msecs);
    }

    model::Mailbox mailbox()
    {
        model::Mailbox mailbox;
        mailbox.name = field();
        const QString local = field();
        const QString domain = field();
        if (!m_in.ok())
            return mailbox;
        auto address = model::MailAddress::fromParts(local, domain);
        if (!address.ok())
            m_in.fail(Fault::Malformed, "an address is not one");
        else
            mailbox.address = *std::move(address);
        return mailbox;
    }

    model::MailboxList mailboxes()
    {
        return list<model::Mailbox>(12, [this] { return mailbox(); });
    }

    model::AuthenticationResults::Method method()
    {
        model::AuthenticationResults::Method method;
        method.method = field();
        method.result = field();
        method.comment = field();
        method.properties = list<model::AuthenticationResults::Property>(8, [this] {
            model::AuthenticationResults::Property property;
            property.name = field();
            property.value = field();
            return property;
        });
        return method;
    }

    model::TraceField trace()
    {
        if (!m_in.flag()) {
            model::Received received;
            received.byHost = field();
            received.at = time();
            return received;
        }
        model::AuthenticationResults results;
        results.authservId = field();
        results.methods = list<model::AuthenticationResults::Method>(16, [this] { return method(); });
        return results;
    }

    model::DeliveryStatus deliveryStatus()
    {
        model::DeliveryStatus status;
        for (QString *text : {&status.originalEnvelopeId, &status.originalRecipient, &status.finalRecipient, &status.action,
                              &status.status, &status.diagnosticCode})
            *text = field();
        return status;
    }

    model::DispositionStatus dispositionStatus()
    {
        model::DispositionStatus status;
        for (QString *text : {&status.originalMessageId, &status.originalRecipient, &status.finalRecipient,
                              &status.disposition, &status.type})
            *text = field();
        return status;
    }

    model::MailPart part(int depth)
    {
        model::MailPart part;
        if (depth > m_limits.depth || ++m_parts > m_limits.parts) {
            m_in.fail(Fault::TooLarge, "too many parts");
            return part;
        }
        part.section = name();
        if (!isSection(part.section))
            m_in.fail(Fault::Malformed, "a section number is not one");
        for (QString *text : {&part.mimeType, &part.disposition, &part.fileName, &part.contentId, &part.language,
                              &part.start, &part.protocol, &part.reportType})
            *text = field();
        part.bytes = m_in.u64();
        part.sha256 = sha256();
        if (m_in.flag()) {
            part.text = m_in.string(m_limits.text);
            if (!isCleanText(*part.text))
                m_in.fail(Fault::Malformed, "a text holds control characters");
        }
        part.flowed = m_in.flag();
        part.linkMismatch = m_in.flag();
        part.truncated = m_in.flag();
        part.innerSubject = field();
        part.calendarSummary = field();
        part.children = list<model::MailPart>(64, [this, depth] { return this->part(depth + 1); });
        if (!part.children.empty() && !part.isMultipart())
            m_in.fail(Fault::Malformed, "a leaf has parts");
        return part;
    }

    void readHeader(model::Mail &mail)
    {
        mail.rawSha256 = sha256();
        mail.bodySha256 = sha256();
        mail.rawBytes = m_in.u64();
        mail.messageId = field();
        mail.inReplyTo = fields();
        mail.references = fields();
        mail.supersedes = field();
        mail.from = mailboxes();
        if (m_in.flag())
            mail.sender = mailbox();
        for (model::MailboxList *list : {&mail.replyTo, &mail.to, &mail.cc, &mail.resentTo})
            *list = mailboxes();
        mail.date = time();
        mail.rawDate = field();
        mail.subject = field();
        mail.trace = list<model::TraceField>(6, [this] { return trace(); });
        mail.receivedCount = static_cast<int>(m_in.u32(1'000'000));
    }

    void readSmallFields(model::Mail &mail)
    {
        for (QString *text : {&mail.autoSubmitted, &mail.listId, &mail.listPost, &mail.precedence})
            *text = field();
        mail.hasAutoResponseSuppress = m_in.flag();
        mail.hasFeedbackId = m_in.flag();
        mail.hasListPost = m_in.flag();
        for (QString *text : {&mail.importance, &mail.xPriority, &mail.priority, &mail.xMsMailPriority,
                              &mail.contentLanguage, &mail.dispositionNotificationTo})
            *text = field();
        mail.dispositionNotificationMailboxes = mailboxes();
        for (QString *text : {&mail.dispositionType, &mail.isthmusNotify, &mail.isthmusLoop, &mail.isthmusSubject})
            *text = field();
    }

    Unpacker m_in;
    const ResultCheck::Limits m_limits;
    int m_parts = 0;
};

}

base::Result<model::Mail> ResultCheck::mail(const QByteArray &bytes, const Limits &limits)
{
    return MailReading(bytes, limits).read();
}

base::Error ResultCheck::fault(const QByteArray &bytes)
{
    Unpacker in(bytes);
    const auto fault = static_cast<Fault>(in.u8());
    const QByteArray detail = in.bytes(1024);
    const bool isPrintable = std::all_of(detail.begin(), detail.end(), [](char c) { return c >= ' ' && c <= '~'; });
    const bool isRefusal =
        fault == Fault::Malformed || fault == Fault::TooLarge || fault == Fault::Unsupported || fault == Fault::NotFound;
    if (!isPrintable || !isRefusal)
        in.fail(Fault::Malformed, "a refusal is not one");
    if (const auto error = in.finish())
        return {Fault::ProtocolBroken, error->detail};
    return {fault, QString::fromLatin1(detail)};
}

base::Result<Walls> ResultCheck::ready(const QByteArray &bytes)
{
    Unpacker in(bytes);
    const Walls walls = Walls::decode(in.u32());
    if (const auto error = in.finish())
        return *error;
    return walls;
}

}
