#include "core/interworking/Body.h"

#include "core/interworking/FileName.h"
#include "core/interworking/Text.h"

namespace isthmus::interworking {

namespace {

using model::Attachment;
using model::MailPart;

constexpr int attachmentsMax = 100; // 7.3
constexpr int depthMax = 32;        // the reader stops at 20; a value made by hand may not

bool isAttachment(const MailPart &part)
{
    return part.disposition == QLatin1String("attachment");
}

bool isText(const MailPart &part, QLatin1String type)
{
    return part.mimeType == type && part.text && !isAttachment(part);
}

bool isPlain(const MailPart &part)
{
    return isText(part, QLatin1String("text/plain"));
}
bool isHtml(const MailPart &part)
{
    return isText(part, QLatin1String("text/html"));
}

bool isEncrypted(const MailPart &part)
{
    return part.mimeType == QLatin1String("multipart/encrypted") || part.mimeType == QLatin1String("application/pkcs7-mime")
           || part.mimeType == QLatin1String("application/x-pkcs7-mime");
}

QString withoutEmptyEdges(const QString &text)
{
    qsizetype start = 0;
    qsizetype end = text.size();
    while (start < end && text[start] == u'\n')
        ++start;
    while (end > start && text[end - 1] == u'\n')
        --end;
    return text.mid(start, end - start);
}

/// Walks the tree once, in the order of the mail, and collects.
class Walker
{
public:
    explicit Walker(const Policy &policy) : m_policy(policy) {}

    void walk(const MailPart &part, int depth = 0);
    [[nodiscard]] ShownBody result();

private:
    void leaf(const MailPart &part);
    void text(const MailPart &part);
    void alternative(const MailPart &part, int depth);
    void related(const MailPart &part, int depth);
    void signedParts(const MailPart &part, int depth);
    void message(const MailPart &part);
    void list(const MailPart &part, bool isInline);
    void listUnchosen(const MailPart &part, int depth);
    [[nodiscard]] const MailPart *choose(const MailPart &alternative, int depth) const;
    [[nodiscard]] bool isConvertible(const MailPart &part, int depth) const;

    const Policy &m_policy;
    ShownBody m_body;
    QStringList m_texts;
    QString m_invitation; ///< body when there is no other text
};

void Walker::list(const MailPart &part, bool isInline)
{
    if (m_body.attachments.size() >= attachmentsMax)
        return;
    Attachment attachment;
    attachment.part = part.section.isEmpty() ? QStringLiteral("TEXT") : part.section;
    attachment.name = part.fileName;
    if (attachment.name.isEmpty() && part.mimeType == QLatin1String("message/rfc822")) {
        const QString subject = oneLine(part.innerSubject);
        attachment.name = (subject.isEmpty() ? QStringLiteral("message") : subject) + QStringLiteral(".eml");
    }
    attachment.mimeType = headerText(part.mimeType);
    attachment.bytes = part.bytes;
    attachment.isInline = isInline;
    attachment.contentId = headerText(part.contentId);
    attachment.sha256 = part.sha256;
    if (part.bytes > m_policy.attachmentMax)
        attachment.blocked = QStringLiteral("size");
    else if (isBlockedType(part.mimeType, cleanFileName(part.fileName)))
        attachment.blocked = QStringLiteral("type");
    m_body.attachments.push_back(attachment);
}

void Walker::text(const MailPart &part)
{
    m_body.hasText = true;
    m_body.linkMismatch = m_body.linkMismatch || part.linkMismatch;
    m_body.truncated = m_body.truncated || part.truncated;
    if (m_body.lang.isEmpty())
        m_body.lang = part.language;
    const QString shown = withoutEmptyEdges(bodyText(*part.text));
    if (!shown.isEmpty())
        m_texts << shown;
}

void Walker::message(const MailPart &part)
{
    list(part, false);
    const QString subject = oneLine(part.innerSubject);
    m_texts << (subject.isEmpty() ? QStringLiteral("[forwarded message]")
                                  : QStringLiteral("[forwarded message: %1]").arg(subject));
}

void Walker::leaf(const MailPart &part)
{
    if (part.disposition == QLatin1String("reaction") && part.text && !m_body.reaction)
        m_body.reaction = part.text->trimmed();
    if (part.mimeType == QLatin1String("message/rfc822")) {
        message(part);
    } else if (isPlain(part) || isHtml(part)) {
        text(part);
    } else {
        if (part.mimeType == QLatin1String("text/calendar") && m_invitation.isEmpty())
            m_invitation = QStringLiteral("[calendar invitation: %1]").arg(oneLine(part.calendarSummary));
        list(part, part.disposition == QLatin1String("inline"));
    }
}

bool Walker::isConvertible(const MailPart &part, int depth) const
{
    if (depth > depthMax)
        return false;
    if (!part.isMultipart())
        return (isPlain(part) || isHtml(part)) && !isBlank(*part.text);
    return isEncrypted(part) || std::any_of(part.children.begin(), part.children.end(), [&](const MailPart &child) {
               return isConvertible(child, depth + 1);
           });
}

const MailPart *Walker::choose(const MailPart &alternative, int depth) const
{
    const auto last = [&](bool (*is)(const MailPart &)) -> const MailPart * {
        for (auto child = alternative.children.rbegin(); child != alternative.children.rend(); ++child) {
            if (is(*child) && !isBlank(*child->text))
                return &*child;
        }
        return nullptr;
    };
    if (const MailPart *plain = last(isPlain))
        return plain;
    if (const MailPart *html = last(isHtml))
        return html;
    for (const MailPart &child : alternative.children) {
        if (isConvertible(child, depth + 1))
            return &child;
    }
    return nullptr;
}

/// What the branch that is not shown still holds: everything but the texts that say the same again.
void Walker::listUnchosen(const MailPart &part, int depth)
{
    if (depth > depthMax)
        return;
    if (part.isMultipart() && !isEncrypted(part)) {
        for (const MailPart &child : part.children)
            listUnchosen(child, depth + 1);
        return;
    }
    const bool text = part.mimeType == QLatin1String("text/plain") || part.mimeType == QLatin1String("text/html");
    if (text && !isAttachment(part))
        return;
    if (part.mimeType == QLatin1String("text/calendar") && m_invitation.isEmpty())
        m_invitation = QStringLiteral("[calendar invitation: %1]").arg(oneLine(part.calendarSummary));
    list(part, !part.contentId.isEmpty() && !isAttachment(part));
}

void Walker::alternative(const MailPart &part, int depth)
{
    const MailPart *chosen = choose(part, depth);
    for (const MailPart &child : part.children) {
        m_body.hasText = m_body.hasText || isPlain(child) || isHtml(child);
        if (&child == chosen)
            walk(child, depth + 1);
        else
            listUnchosen(child, depth + 1);
    }
}

void Walker::related(const MailPart &part, int depth)
{
    const MailPart *root = part.children.empty() ? nullptr : &part.children.front();
    for (const MailPart &child : part.children) {
        if (!part.start.isEmpty() && child.contentId == part.start)
            root = &child;
    }
    for (const MailPart &child : part.children) {
        if (&child == root)
            walk(child, depth + 1);
        else if (child.isMultipart())
            listUnchosen(child, depth + 1);
        else
            list(child, !isAttachment(child));
    }
}

void Walker::signedParts(const MailPart &part, int depth)
{
    const QString signature =
        part.protocol.isEmpty() && part.children.size() > 1 ? part.children[1].mimeType : part.protocol;
    m_body.signedType =
        signature.contains(QLatin1String("pkcs7"), Qt::CaseInsensitive) ? QStringLiteral("smime") : QStringLiteral("pgp");
    if (!part.children.empty())
        walk(part.children.front(), depth + 1);
    // The second part is the signature; whatever stands behind it is not signed, and not lost either.
    for (std::size_t i = 2; i < part.children.size(); ++i)
        walk(part.children[i], depth + 1);
}

void Walker::walk(const MailPart &part, int depth)
{
    if (depth > depthMax)
        return;
    if (isEncrypted(part)) {
        m_body.encrypted = true;
        m_texts << QStringLiteral("[encrypted e-mail]");
        list(part, false);
    } else if (!part.isMultipart()) {
        leaf(part);
    } else if (part.mimeType == QLatin1String("multipart/alternative")) {
        alternative(part, depth);
    } else if (part.mimeType == QLatin1String("multipart/related")) {
        related(part, depth);
    } else if (part.mimeType == QLatin1String("multipart/signed")) {
        signedParts(part, depth);
    } else {
        for (const MailPart &child : part.children)
            walk(child, depth + 1);
    }
}

ShownBody Walker::result()
{
    if (m_texts.isEmpty() && !m_invitation.isEmpty())
        m_texts << m_invitation;
    m_body.text = m_texts.join(QStringLiteral("\n\n"));
    nameAttachments(m_body.attachments);
    if (m_body.attachments.empty() || (m_body.encrypted && m_body.attachments.size() == 1))
        return m_body;
    m_body.tail = QStringLiteral("\n");
    for (const Attachment &attachment : m_body.attachments) {
        m_body.tail += QStringLiteral("\n[attachment: ") + attachment.name + QStringLiteral(", ") + attachment.mimeType
                       + QStringLiteral(", %1 bytes]").arg(attachment.bytes);
    }
    return m_body;
}

}

ShownBody shownBody(const MailPart &root, const Policy &policy)
{
    Walker walker(policy);
    walker.walk(root);
    return walker.result();
}

QString withoutTrailingQuote(const QString &text)
{
    QStringList lines = text.split(u'\n');
    qsizetype end = lines.size();
    while (end > 0 && isBlank(lines[end - 1]))
        --end;
    qsizetype start = end;
    while (start > 0 && (lines[start - 1].startsWith(u'>') || isBlank(lines[start - 1])))
        --start;
    while (start < end && isBlank(lines[start]))
        ++start;
    if (start == end)
        return text;
    lines = lines.mid(0, start);
    lines << QStringLiteral("[quoted text: %1 lines]").arg(end - start);
    return lines.join(u'\n');
}

}
