#include "core/mime/HeaderFields.h"

#include "core/mime/Addresses.h"
#include "core/mime/Charset.h"
#include "core/mime/Dates.h"
#include "core/mime/HeaderText.h"
#include "core/mime/Parameters.h"
#include "core/mime/Trace.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>

namespace isthmus::mime {

namespace {

constexpr qsizetype maxRepeats = 30; ///< of a field that every gateway on the way adds; more than may pass

class FieldReader
{
public:
    FieldReader(const HeaderBlock &header, const Limits &limits)
        : m_header(header), m_limits(limits), m_addressesLeft(limits.addresses)
    {}

    [[nodiscard]] QString text(QByteArrayView name) const
    {
        const Field *field = m_header.find(name);
        return field ? unstructured(field->value) : QString();
    }

    /// Of all fields of that name, a line each.
    [[nodiscard]] QString lines(const char *name) const
    {
        QStringList all;
        for (const Field &field : m_header.fields) {
            if (field.is(name) && all.size() < maxRepeats)
                all.append(unstructured(field.value).remove(u'\n'));
        }
        return all.join(u'\n');
    }

    [[nodiscard]] QString lower(QByteArrayView name) const { return text(name).toLower(); }

    /// As written: unfolded, but no word decoded.
    [[nodiscard]] QString asWritten(QByteArrayView name) const
    {
        const Field *field = m_header.find(name);
        return field ? decodeEightBit(unfold(field->value)) : QString();
    }

    [[nodiscard]] bool has(QByteArrayView name) const { return m_header.find(name) != nullptr; }

    Mailboxes read(std::initializer_list<const char *> names, Groups groups)
    {
        Mailboxes all;
        for (const Field &field : m_header.fields) {
            const bool wanted = std::any_of(names.begin(), names.end(), [&field](const char *n) { return field.is(n); });
            if (!wanted || m_addressesLeft <= 0)
                continue;
            Mailboxes some = readMailboxes(field.value, m_addressesLeft, groups);
            m_addressesLeft -= std::ssize(some.list);
            all.malformed = all.malformed || some.malformed;
            std::move(some.list.begin(), some.list.end(), std::back_inserter(all.list));
        }
        return all;
    }

    model::MailboxList mailboxes(std::initializer_list<const char *> names) { return read(names, Groups::Members).list; }

    [[nodiscard]] std::vector<QString> ids(QByteArrayView name) const
    {
        const Field *field = m_header.find(name);
        std::vector<QString> all = field ? readMessageIds(field->value) : std::vector<QString>();
        // The root and the nearest ancestors place a mail in its thread.
        if (std::ssize(all) > m_limits.references)
            all.erase(all.begin() + 1, all.end() - (m_limits.references - 1));
        return all;
    }

    [[nodiscard]] QString firstId(QByteArrayView name) const
    {
        const std::vector<QString> all = ids(name);
        return all.empty() ? QString() : all.front();
    }

    /// The value before parameters and comments, lower case.
    [[nodiscard]] QString keyword(QByteArrayView name) const
    {
        const Field *field = m_header.find(name);
        return field ? readParameterised(field->value, m_limits.continuations).value : QString();
    }

private:
    const HeaderBlock &m_header;
    const Limits &m_limits;
    qsizetype m_addressesLeft;
};

/// List-Id (RFC 2919 3): the last bracketed word, else all of it.
QString listIdentifier(const QString &value)
{
    const qsizetype close = value.lastIndexOf(u'>');
    const qsizetype open = value.lastIndexOf(u'<', close);
    return open >= 0 && close > open ? value.mid(open + 1, close - open - 1).trimmed() : value;
}

/// The address of the first mailto URL (RFC 2369 3.4); empty for "NO".
QString mailtoAddress(const QString &value)
{
    const qsizetype start = value.indexOf(QLatin1String("<mailto:"), 0, Qt::CaseInsensitive);
    const qsizetype end = value.indexOf(u'>', start);
    if (start < 0 || end < 0)
        return {};
    const QString address = value.mid(start + 8, end - start - 8).section(u'?', 0, 0);
    return QUrl::fromPercentEncoding(address.toUtf8());
}

void readIdentity(const FieldReader &fields, model::Mail &mail)
{
    mail.messageId = fields.firstId("Message-ID");
    if (!mail.messageId.contains(u'@'))
        mail.messageId.clear(); // no id at all (RFC 5322 3.6.4), and nobody could answer to it
    mail.inReplyTo = fields.ids("In-Reply-To");
    mail.references = fields.ids("References");
    mail.supersedes = fields.firstId("Supersedes");
    mail.rawDate = fields.asWritten("Date");
    mail.date = readDate(mail.rawDate);
    mail.subject = fields.text("Subject");
}

void readPeople(FieldReader &fields, model::Mail &mail)
{
    Mailboxes from = fields.read({"From"}, Groups::Ignored);
    mail.from = std::move(from.list);
    mail.malformedFrom = from.malformed;
    const model::MailboxList sender = fields.mailboxes({"Sender"});
    if (!sender.empty())
        mail.sender = sender.front();
    mail.replyTo = fields.mailboxes({"Reply-To"});
    mail.dispositionNotificationTo = fields.asWritten("Disposition-Notification-To");
    mail.dispositionNotificationMailboxes = fields.mailboxes({"Disposition-Notification-To"});
    mail.to = fields.mailboxes({"To"});
    mail.cc = fields.mailboxes({"Cc"});
    mail.resentTo = fields.mailboxes({"Resent-To", "Resent-Cc", "Resent-Bcc"});
}

void readKind(const FieldReader &fields, model::Mail &mail)
{
    mail.autoSubmitted = fields.keyword("Auto-Submitted");
    mail.listId = listIdentifier(fields.text("List-Id"));
    mail.listPost = mailtoAddress(fields.asWritten("List-Post"));
    mail.precedence = fields.lower("Precedence");
    mail.hasAutoResponseSuppress = fields.has("X-Auto-Response-Suppress");
    mail.hasFeedbackId = fields.has("Feedback-ID");
    mail.hasListPost = fields.has("List-Post");
    mail.importance = fields.lower("Importance");
    mail.xPriority = fields.lower("X-Priority");
    mail.priority = fields.lower("Priority");
    mail.xMsMailPriority = fields.lower("X-MSMail-Priority");
    mail.contentLanguage = firstLanguageTag(fields.text("Content-Language"));
    mail.dispositionType = fields.text("Disposition-Type");
    mail.isthmusNotify = fields.text("Isthmus-Notify");
    mail.isthmusLoop = fields.lines("Isthmus-Loop");
    mail.isthmusSubject = fields.text("Isthmus-Subject");
}

}

QString withoutAngles(const QString &id)
{
    return id.startsWith(u'<') && id.endsWith(u'>') ? id.mid(1, id.size() - 2) : id;
}

QString firstLanguageTag(const QString &value)
{
    const auto isTag = [](const QString &tag) {
        bool first = true;
        for (const QStringView subtag : QStringView(tag).split(u'-')) {
            const bool fits =
                !subtag.isEmpty() && subtag.size() <= 8 && std::all_of(subtag.begin(), subtag.end(), [first](QChar c) {
                    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (!first && c >= u'0' && c <= u'9');
                });
            if (!fits)
                return false;
            first = false;
        }
        return true;
    };
    for (const QString &entry : value.split(u',')) {
        const QString tag = entry.section(u'(', 0, 0).trimmed();
        if (isTag(tag))
            return tag;
    }
    return {};
}

void readHeaderFields(const HeaderBlock &header, const Limits &limits, model::Mail &mail)
{
    FieldReader fields(header, limits);
    readIdentity(fields, mail);
    readPeople(fields, mail);
    readKind(fields, mail);
    mail.trace = readTrace(header);
    mail.receivedCount = static_cast<int>(
        std::count_if(header.fields.begin(), header.fields.end(), [](const Field &f) { return f.is("Received"); }));
}

}
