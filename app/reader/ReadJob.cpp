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
    return {std::move(made.text), made.linkMismatch, made.truncated};
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

}

JobAnswer answerTo(FrameKind kind, const QByteArray &contents)
{
    switch (kind) {
    case FrameKind::DecodePart: return decodePart(contents);
    case FrameKind::LayOut: return layOutMail(contents);
    default: return readMail(contents);
    }
}

void warmUp()
{
    const QByteArray mail = QByteArrayLiteral(
        "From: =?iso-8859-15?Q?J=E9r=F4me?= <a@example.org>\r\nTo: b@example.org\r\n"
        "Subject: =?gb18030?B?suLK1A==?= =?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=\r\n"
        "Date: Sat, 21 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "=80 caf=E9\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "PHA+aGVsbG88L3A+\r\n--b--\r\n");
    for (const auto &[kind, contents] : {std::pair(FrameKind::ReadMail, mail)})
        static_cast<void>(answerTo(kind, contents));
}

}
