#include "core/mime/MailReader.h"

#include "core/base/Sha256.h"
#include "core/mime/BodyText.h"
#include "core/mime/Charset.h"
#include "core/mime/HeaderFields.h"
#include "core/mime/HeaderText.h"
#include "core/mime/Reports.h"
#include "core/mime/Structure.h"

#include <algorithm>

namespace isthmus::mime {

namespace {

/// Cuts \p text to \p budget octets of UTF-8, at a code point; tells how many it uses.
bool cutToBudget(QString &text, qsizetype &budget)
{
    qsizetype octets = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t u = text[i].unicode();
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        const qsizetype cost = pair ? 4 : u < 0x80 ? 1 : u < 0x800 ? 2 : 3;
        if (octets + cost > budget) {
            text.truncate(i);
            budget = 0;
            return true;
        }
        octets += cost;
        if (pair)
            ++i;
    }
    budget -= octets;
    return false;
}

/// Turns ranges into values, decoding each leaf once.
class TreeReader
{
public:
    /// \p body are the octets after the header, \p bodySha256 their hash.
    TreeReader(const HtmlConverter &html, const Limits &limits, QByteArrayView body, QByteArray bodySha256)
        : m_html(html), m_limits(limits), m_textLeft(limits.text), m_body(body), m_bodySha256(std::move(bodySha256))
    {}

    [[nodiscard]] bool htmlExceeded() const { return m_htmlExceeded; }

    model::MailPart part(const Part &part)
    {
        model::MailPart result;
        result.section = part.section;
        result.mimeType = part.type.value;
        result.truncated = part.cut;
        describe(part, result);
        for (const Part &child : part.children)
            result.children.push_back(this->part(child));
        if (!part.isMultipart())
            leaf(part, result);
        else if (part.type.value == QLatin1String("multipart/encrypted"))
            measure(part.body, result); // listed as one attachment (specification 2.8)
        return result;
    }

private:
    static void describe(const Part &part, model::MailPart &result)
    {
        result.disposition = part.disposition.value;
        result.fileName = part.disposition.parameter(QStringLiteral("filename"));
        if (result.fileName.isEmpty())
            result.fileName = part.type.parameter(QStringLiteral("name"));
        if (const Field *id = part.header.find("Content-ID"))
            result.contentId = withoutAngles(unstructured(id->value));
        if (const Field *language = part.header.find("Content-Language"))
            result.language = firstLanguageTag(unstructured(language->value));
        result.start = withoutAngles(part.type.parameter(QStringLiteral("start")));
        result.protocol = part.type.parameter(QStringLiteral("protocol")).toLower();
        result.reportType = part.type.parameter(QStringLiteral("report-type")).toLower();
    }

    void measure(QByteArrayView octets, model::MailPart &result) const
    {
        result.bytes = static_cast<std::uint64_t>(octets.size());
        result.sha256 = octets == m_body ? m_bodySha256 : base::sha256(octets);
    }

    void leaf(const Part &part, model::MailPart &result)
    {
        const QByteArray octets = decodedBody(part);
        measure(octets, result);
        if (part.isMessage()) {
            const HeaderBlock inner = readMailHeader(octets);
            if (const Field *subject = inner.find("Subject"))
                result.innerSubject = unstructured(subject->value.first(std::min(subject->value.size(), m_limits.field)));
        } else if (result.mimeType.startsWith(QLatin1String("text/"))) {
            readText(part, octets, result);
        }
    }

    void readText(const Part &part, const QByteArray &octets, model::MailPart &result)
    {
        const QByteArray charset = part.type.parameter(QStringLiteral("charset")).toLatin1();
        QString text = unixLines(decodeCharset(octets, charset));
        const bool html = result.mimeType == QLatin1String("text/html");
        result.flowed = result.mimeType == QLatin1String("text/plain") && isYes(part, QStringLiteral("format"), "flowed");
        if (html && m_html) {
            PlainText plain = m_html(text);
            text = std::move(plain.text);
            result.linkMismatch = plain.linkMismatch;
            result.truncated = result.truncated || plain.truncated;
            m_htmlExceeded = m_htmlExceeded || plain.exceeded;
        } else if (result.flowed) {
            text = unflow(text, isYes(part, QStringLiteral("delsp"), "yes"));
        } else if (result.mimeType == QLatin1String("text/calendar")) {
            result.calendarSummary = calendarSummary(text);
        }
        text = tidy(text, html || result.flowed);
        if (cutToBudget(text, m_textLeft))
            result.truncated = true;
        result.text = std::move(text);
    }

    static bool isYes(const Part &part, const QString &parameter, const char *word)
    {
        return part.type.parameter(parameter).compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
    }

    const HtmlConverter &m_html;
    const Limits &m_limits;
    qsizetype m_textLeft;
    QByteArrayView m_body;
    QByteArray m_bodySha256;
    bool m_htmlExceeded = false;
};

/// What is read of a mail: as much as the size limit allows, and with LF where the whole mail has only CR (a Macintosh
/// file). Of the same length, so that offsets stay. A lone CR in any other mail ends no line: headers could be smuggled.
QByteArray readable(const QByteArray &raw, const Limits &limits)
{
    QByteArray bytes = raw.size() > limits.raw ? raw.first(limits.raw) : raw;
    if (!bytes.contains('\n'))
        bytes.replace('\r', '\n');
    return bytes;
}

/// A leaf, or a multipart as it stands; "TEXT" is the whole body of a mail that is a multipart.
const Part *find(const Part &part, const QString &section)
{
    if (part.section.isEmpty() ? section == QLatin1String("TEXT") : part.section == section)
        return &part;
    for (const Part &child : part.children) {
        if (const Part *found = find(child, section))
            return found;
    }
    return nullptr;
}

}

base::Result<model::Mail> readMail(const QByteArray &raw, const HtmlConverter &html, const Limits &limits)
{
    const QByteArray bytes = readable(raw, limits);
    Guard guard(limits);
    guard.checkRaw(bytes, raw.size());
    if (const auto verdict = guard.verdict(); !verdict)
        return verdict.error();
    const Part root = readStructure(bytes, readMailHeader(bytes), guard);
    if (const auto verdict = guard.verdict(); !verdict)
        return verdict.error();

    model::Mail mail;
    mail.rawBytes = static_cast<std::uint64_t>(raw.size());
    mail.rawSha256 = base::sha256(raw);
    const QByteArrayView body = QByteArrayView(raw).sliced(root.header.bodyStart);
    mail.bodySha256 = base::sha256(body);
    readHeaderFields(root.header, limits, mail);
    TreeReader tree(html, limits, body, mail.bodySha256);
    mail.root = tree.part(root);
    if (tree.htmlExceeded() && limits.onExcess == Limits::OnExcess::Refuse)
        return base::Error{base::Fault::TooLarge, QStringLiteral("mail over the limit: HTML nodes or depth")};
    if (raw.size() > limits.raw)
        mail.root.truncated = true;
    if (root.type.value == QLatin1String("multipart/report") && root.isMultipart())
        readReport(root, mail);
    return mail;
}

base::Result<QByteArray> decodedPart(const QByteArray &raw, const QString &section, const Limits &limits)
{
    Guard guard(limits);
    const QByteArray bytes = readable(raw, limits);
    const Part root = readStructure(bytes, readMailHeader(bytes), guard);
    if (const auto verdict = guard.verdict(); !verdict)
        return verdict.error();
    const Part *part = find(root, section);
    if (!part)
        return base::Error{base::Fault::NotFound, QStringLiteral("mail part %1").arg(section.left(40))};
    return part->isMultipart() ? part->body.toByteArray() : decodedBody(*part);
}

}
