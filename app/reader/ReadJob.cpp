#include "app/reader/ReadJob.h"

#include "app/reader/LayOutJob.h"

#include "core/html/HtmlToText.h"
#include "core/mime/MailReader.h"
#include "core/reader/MailPacker.h"
#include "core/reader/Packer.h"
#include "core/reader/WishCodec.h"

namespace isthmus::readerapp {

namespace {

using reader::FrameKind;

JobAnswer refused(const base::Error &error)
{
    return {FrameKind::Fault, reader::packFault(error)};
}

mime::PlainText plainText(const QString &markup)
{
    html::HtmlText made = html::htmlToText(markup);
    return {std::move(made.text), made.linkMismatch, made.truncated, made.exceeded};
}

JobAnswer readMail(const QByteArray &raw)
{
    const auto mail = mime::readMail(raw, plainText);
    if (!mail.ok())
        return refused(mail.error());
    return {FrameKind::Mail, reader::packMail(*mail)};
}

JobAnswer decodePart(const QByteArray &contents)
{
    reader::Unpacker in(contents);
    const std::uint32_t length = in.u32(4096);
    const QByteArray rest = contents.sliced(std::min<qsizetype>(4, contents.size()));
    if (!in.ok() || length > rest.size())
        return refused({base::Fault::Malformed, QStringLiteral("request")});
    const QString section = QString::fromLatin1(rest.first(length));
    const auto part = mime::decodedPart(rest.sliced(length), section);
    if (!part.ok())
        return refused(part.error());
    return {FrameKind::Part, *part};
}

JobAnswer layOutMail(QByteArray contents)
{
    const auto wish = reader::unpackWish(contents);
    if (!wish)
        return refused({base::Fault::Malformed, QStringLiteral("request")});
    auto list = layOut(contents, *wish);
    if (!list)
        return refused(list.error());
    return {FrameKind::List, *std::move(list)};
}

/// What a mail makes of the child is there for the mails after it: for an import alone.
void readBatch(const QByteArray &contents, const std::function<void(const JobAnswer &)> &answer)
{
    reader::Unpacker in(contents);
    const std::uint32_t count = in.count(reader::maxBatchMails, sizeof(std::uint32_t));
    for (std::uint32_t i = 0; i < count; ++i)
        answer(readMail(in.bytes(reader::maxRequestBytes)));
}

}

void answerTo(FrameKind kind, const QByteArray &contents, const std::function<void(const JobAnswer &)> &answer)
{
    switch (kind) {
    case FrameKind::DecodePart: return answer(decodePart(contents));
    case FrameKind::LayOut: return answer(layOutMail(contents));
    case FrameKind::ReadBatch: return readBatch(contents, answer);
    default: return answer(readMail(contents));
    }
}

}
