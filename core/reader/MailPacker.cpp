#include "core/reader/MailPacker.h"

#include "core/reader/Packer.h"

#include <algorithm>

namespace isthmus::reader {

namespace {

/// ResultCheck's MailReading, the other way round: each function writes one kind of value.
class MailPacking
{
public:
    QByteArray packed(const model::Mail &mail)
    {
        packHeader(mail);
        for (const QString &text : {mail.autoSubmitted, mail.listId, mail.listPost, mail.precedence})
            m_out.string(text);
        m_out.flag(mail.hasAutoResponseSuppress);
        m_out.flag(mail.hasFeedbackId);
        m_out.flag(mail.hasListPost);
        for (const QString &text : {mail.importance, mail.xPriority, mail.priority, mail.xMsMailPriority,
                                    mail.contentLanguage, mail.dispositionNotificationTo})
            m_out.string(text);
        packAll(mail.dispositionNotificationMailboxes);
        for (const QString &text : {mail.dispositionType, mail.isthmusNotify, mail.isthmusLoop, mail.isthmusSubject})
            m_out.string(text);
        pack(mail.root);
        packAll(mail.deliveryStatus);
        m_out.flag(mail.dispositionStatus.has_value());
        if (mail.dispositionStatus)
            pack(*mail.dispositionStatus);
        m_out.string(mail.returnedMessageId);
        return m_out.packed();
    }

private:
    void pack(const QString &text) { m_out.string(text); }

    void pack(const model::Mailbox &mailbox)
    {
        m_out.string(mailbox.name);
        m_out.string(mailbox.address.local());
        m_out.string(mailbox.address.domain());
    }

    void pack(const model::AuthenticationResults::Property &property)
    {
        m_out.string(property.name);
        m_out.string(property.value);
    }

    template <typename T>
    void packAll(const std::vector<T> &values)
    {
        m_out.u32(static_cast<std::uint32_t>(values.size()));
        for (const T &value : values)
            pack(value);
    }

    void pack(const model::AuthenticationResults::Method &method)
    {
        m_out.string(method.method);
        m_out.string(method.result);
        m_out.string(method.comment);
        packAll(method.properties);
    }

    void pack(const std::optional<base::Timestamp> &time)
    {
        m_out.flag(time.has_value());
        if (time)
            m_out.u64(static_cast<std::uint64_t>(base::toMsecs(*time)));
    }

    void pack(const model::TraceField &field)
    {
        if (const auto *received = std::get_if<model::Received>(&field)) {
            m_out.u8(0);
            m_out.string(received->byHost);
            pack(received->at);
            return;
        }
        const auto &results = std::get<model::AuthenticationResults>(field);
        m_out.u8(1);
        m_out.string(results.authservId);
        packAll(results.methods);
    }

    void pack(const model::DeliveryStatus &status)
    {
        for (const QString &text : {status.originalEnvelopeId, status.originalRecipient, status.finalRecipient,
                                    status.action, status.status, status.diagnosticCode})
            m_out.string(text);
    }

    void pack(const model::DispositionStatus &status)
    {
        for (const QString &text :
             {status.originalMessageId, status.originalRecipient, status.finalRecipient, status.disposition, status.type})
            m_out.string(text);
    }

    void pack(const model::MailPart &part)
    {
        for (const QString &text : {part.section, part.mimeType, part.disposition, part.fileName, part.contentId,
                                    part.language, part.start, part.protocol, part.reportType})
            m_out.string(text);
        m_out.u64(part.bytes);
        m_out.bytes(part.sha256);
        m_out.flag(part.text.has_value());
        if (part.text)
            m_out.string(*part.text);
        m_out.flag(part.flowed);
        m_out.flag(part.linkMismatch);
        m_out.flag(part.truncated);
        m_out.string(part.innerSubject);
        m_out.string(part.calendarSummary);
        packAll(part.children);
    }

    void packHeader(const model::Mail &mail)
    {
        m_out.bytes(mail.rawSha256);
        m_out.bytes(mail.bodySha256);
        m_out.u64(mail.rawBytes);
        m_out.string(mail.messageId);
        packAll(mail.inReplyTo);
        packAll(mail.references);
        m_out.string(mail.supersedes);
        packAll(mail.from);
        m_out.flag(mail.sender.has_value());
        if (mail.sender)
            pack(*mail.sender);
        for (const model::MailboxList *list : {&mail.replyTo, &mail.to, &mail.cc, &mail.resentTo})
            packAll(*list);
        pack(mail.date);
        m_out.string(mail.rawDate);
        m_out.string(mail.subject);
        packAll(mail.trace);
        m_out.u32(static_cast<std::uint32_t>(mail.receivedCount));
    }

    Packer m_out;
};

}

QByteArray packMail(const model::Mail &mail)
{
    return MailPacking().packed(mail);
}

QByteArray packFault(const base::Error &error)
{
    Packer out;
    out.u8(static_cast<std::uint8_t>(error.fault));
    // Printable ASCII, as ResultCheck demands: the detail goes into a log.
    QByteArray detail = error.detail.toLatin1().left(1024);
    std::replace_if(
        detail.begin(), detail.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    out.bytes(detail);
    return out.packed();
}

}
