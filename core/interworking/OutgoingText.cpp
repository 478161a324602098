#include "core/interworking/OutgoingText.h"

#include "core/interworking/FileName.h"
#include "core/interworking/ImToMail.h"
#include "core/interworking/Text.h"

#include <QUrl>

#include <array>

namespace isthmus::interworking {

namespace {

using model::InstantMessage;
using model::OutgoingPart;

constexpr int lineMax = 998; // octets, RFC 5322 2.1.1

template <typename Matches>
const model::LangText *firstOf(const std::vector<model::LangText> &texts, Matches matches)
{
    const auto text = std::find_if(texts.begin(), texts.end(), matches);
    return text == texts.end() ? nullptr : &*text;
}

/// \p preferred language, else the text without one, else the first.
const model::LangText *choose(const std::vector<model::LangText> &texts, const QString &preferred)
{
    const auto is = [](const QString &lang) {
        return [lang](const model::LangText &text) { return text.lang.compare(lang, Qt::CaseInsensitive) == 0; };
    };
    if (const model::LangText *text = firstOf(texts, is(preferred)))
        return text;
    if (const model::LangText *text = firstOf(texts, is(QString())))
        return text;
    return texts.empty() ? nullptr : &texts.front();
}

/// Regions of extensions whose meaning the mail carries by itself; the quote of a reply stays (2.8).
QString withoutStandIns(const QString &text, const InstantMessage &message)
{
    static const std::array handled{ns::retract, ns::reactions, ns::markers, ns::segment};
    std::vector<model::CodePointRange> regions;
    for (const model::Fallback &fallback : message.fallbacks) {
        if (std::none_of(handled.begin(), handled.end(), [&](QLatin1String name) { return fallback.forNamespace == name; }))
            continue;
        if (fallback.wholeBody)
            return {};
        regions.insert(regions.end(), fallback.bodyRanges.begin(), fallback.bodyRanges.end());
    }
    std::sort(regions.begin(), regions.end(), [](const auto &a, const auto &b) { return a.start > b.start; });
    QString result = text;
    int taken = codePointCount(text);
    for (const model::CodePointRange &region : regions) {
        const int end = std::min(region.end, taken);
        if (region.start < 0 || region.start >= end)
            continue;
        result = withoutCodePoints(result, region.start, end);
        taken = region.start;
    }
    return result;
}

QString nameOfUrl(const QString &url)
{
    return QUrl(url).fileName(QUrl::FullyDecoded);
}

/// Files behind URLs: attached when they were fetched, else a line of text.
void addFiles(const InstantMessage &message, const Ctx &ctx, OutgoingText &result)
{
    const QStringList fetchable = fetchableUrls(message, ctx);
    model::Attachments named;
    for (const model::Attachment &file : message.files) {
        const auto fetched = ctx.fetched.constFind(file.url);
        const bool attach = fetchable.contains(file.url) && fetched != ctx.fetched.constEnd()
                            && static_cast<std::uint64_t>(fetched->data.size()) <= ctx.policy.attachmentMax;
        if (attach) {
            OutgoingPart part;
            part.mimeType = safeType(file.mimeType.isEmpty() ? fetched->mimeType : file.mimeType);
            part.data = fetched->data;
            model::Attachment name;
            name.name = file.name.isEmpty() ? nameOfUrl(file.url) : file.name;
            name.mimeType = part.mimeType;
            named.push_back(name);
            result.parts.push_back(part);
            if (result.text.trimmed() == file.url)
                result.text.clear();
        } else if (!file.url.isEmpty() && !result.text.contains(file.url)) {
            result.text += (result.text.isEmpty() ? QString() : QStringLiteral("\n")) + headerText(file.url);
            result.lost << QStringLiteral("file-not-fetched");
        } else {
            result.lost << QStringLiteral("file-not-fetched");
        }
    }
    nameAttachments(named);
    for (std::size_t i = 0; i < named.size(); ++i)
        result.parts[i].name = named[i].name;
}

void addContents(const InstantMessage &message, OutgoingText &result)
{
    for (const InstantMessage::Content &content : message.contents) {
        OutgoingPart part;
        part.mimeType = content.type.section(u';', 0, 0).trimmed().toLower();
        part.data = bodyText(content.text).toUtf8();
        const bool alternative =
            part.mimeType == QLatin1String("text/html") || part.mimeType == QLatin1String("text/markdown");
        part.role = alternative ? OutgoingPart::Role::Alternative : OutgoingPart::Role::Attachment;
        if (!alternative) {
            part.mimeType = safeType(part.mimeType);
            part.name = QStringLiteral("content.") + extensionFor(part.mimeType);
        }
        result.parts.push_back(part);
    }
    for (const InstantMessage::BitsOfBinary &bits : message.bits) {
        OutgoingPart part;
        part.role = OutgoingPart::Role::Inline;
        part.mimeType = safeType(bits.type);
        if (isMessageId(QString(u'<' + bits.cid + u'>'), messageIdMax)) // RFC 2045 7: written as a msg-id is
            part.contentId = bits.cid;
        part.data = bits.data;
        result.parts.push_back(part);
    }
}

}

QStringList fetchableUrls(const InstantMessage &message, const Ctx &ctx)
{
    QStringList urls;
    for (const model::Attachment &file : message.files) {
        const QUrl url(file.url, QUrl::StrictMode);
        const bool plain = url.isValid() && url.scheme() == QLatin1String("https") && url.userInfo().isEmpty()
                           && (url.port() == -1 || url.port() == 443);
        if (plain && ctx.uploadHosts.contains(model::toAsciiDomain(url.host())) && !urls.contains(file.url))
            urls << file.url;
    }
    return urls;
}

OutgoingText outgoingText(const InstantMessage &message, const QString &name, const Ctx &ctx)
{
    OutgoingText result;
    if (const model::LangText *body = choose(message.bodies, message.lang)) {
        result.rawBody = body->text;
        result.text = withoutStandIns(bodyText(body->text), message);
        result.lang = isLanguageTag(body->lang) ? body->lang : QString();
        result.hasBody = !result.rawBody.isEmpty();
    }
    if (const model::LangText *subject = choose(message.subjects, result.lang)) {
        result.rawSubject = subject->text;
        result.subject = headerText(subject->text);
    }
    if (message.bodies.size() > 1)
        result.lost << QStringLiteral("multi-lang");
    if (result.text.startsWith(QLatin1String("/me ")))
        result.text = QStringLiteral("* ") + name + result.text.mid(3);
    addFiles(message, ctx, result);
    addContents(message, result);
    result.hasBody = result.hasBody || !message.files.empty() || !message.contents.empty() || !message.bits.empty();
    return result;
}

model::TransferEncoding encodingFor(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    qsizetype nonAscii = 0;
    qsizetype line = 0;
    bool plain = true;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        nonAscii += static_cast<uchar>(utf8[i]) >= 0x80 ? 1 : 0;
        if (line == 0 && utf8.mid(i, 5) == "From ")
            plain = false;
        line = utf8[i] == '\n' ? 0 : line + 1;
        plain = plain && line <= lineMax;
    }
    if (plain && nonAscii == 0)
        return model::TransferEncoding::SevenBit;
    return nonAscii * 3 <= utf8.size() ? model::TransferEncoding::QuotedPrintable : model::TransferEncoding::Base64;
}

}
