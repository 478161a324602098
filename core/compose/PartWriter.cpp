#include "core/compose/PartWriter.h"

#include "core/compose/BodyEncoding.h"
#include "core/compose/HeaderWriter.h"

#include <algorithm>

namespace isthmus::compose {

namespace {

/// "name=value", the value quoted.
QByteArray parameter(const QByteArray &name, QByteArray value)
{
    return name + "=\"" + value.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

/// RFC 2231 7, attribute-char.
bool isAttributeChar(char c)
{
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || QByteArrayView("!#$&+-.^_`{|}~").contains(c);
}

/// filename as ASCII and, if that is not all of it, by RFC 2231 in pieces that fit a line. The extended one comes first,
/// since Python's reader takes the first of two.
QByteArrayList fileNameParameters(const QString &name)
{
    QByteArray ascii;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (c.isLowSurrogate())
            continue;
        ascii += c.unicode() < 0x80 ? static_cast<char>(c.unicode()) : '_';
    }
    if (QString::fromLatin1(ascii) == name)
        return {parameter("filename", ascii)};
    constexpr qsizetype room = 50;
    QByteArrayList pieces{"utf-8''"};
    for (const char c : name.toUtf8()) {
        const QByteArray next = isAttributeChar(c) ? QByteArray(1, c) : '%' + QByteArray(1, c).toHex().toUpper();
        if (pieces.last().size() + next.size() > room)
            pieces.append(QByteArray());
        pieces.last() += next;
    }
    QByteArrayList parameters;
    for (qsizetype i = 0; i < pieces.size(); ++i)
        parameters << (pieces.size() == 1 ? QByteArray("filename*=") : "filename*" + QByteArray::number(i) + "*=")
                          + pieces[i];
    return parameters << parameter("filename", ascii);
}

/// Writes "name: value; parameter; parameter".
void writeField(LineList &header, const QByteArray &name, const QByteArray &value, const QByteArrayList &parameters)
{
    HeaderField field(name);
    QByteArray last = value;
    for (const QByteArray &one : parameters) {
        field.piece(last + ';');
        last = one;
    }
    field.piece(last).writeTo(header);
}

/// A type that a single base64 leaf may have (RFC 2046 5.2.1 forbids base64 for messages); else octet-stream.
QByteArray leafType(const QString &mimeType)
{
    const QByteArray type = mimeType.toUtf8();
    const QByteArrayList halves = type.split('/');
    const bool valid = halves.size() == 2 && std::all_of(halves.begin(), halves.end(), [](const QByteArray &half) {
                           return !half.isEmpty() && std::all_of(half.begin(), half.end(), [](char c) {
                               return c > 32 && c < 127 && !QByteArrayView("()<>@,;:\\\"/[]?=").contains(c);
                           });
                       });
    const bool composite = type.startsWith("multipart/") || type.startsWith("message/");
    return valid && !composite && type.size() < 100 ? type : QByteArray("application/octet-stream");
}

bool occurs(const QByteArray &boundary, const std::vector<WrittenPart> &children)
{
    const QByteArray delimiter = "--" + boundary;
    const auto startsLine = [&delimiter](const QByteArray &line) { return line.startsWith(delimiter); };
    return std::any_of(children.begin(), children.end(), [&](const WrittenPart &child) {
        const QByteArrayList &lines = child.body.lines();
        return std::any_of(lines.begin(), lines.end(), startsLine);
    });
}

}

WrittenPart writeText(const model::OutgoingMail &mail)
{
    WrittenPart part;
    const QByteArrayList lines = textLines(mail.text);
    const model::TransferEncoding encoding = feasible(mail.encoding, lines);
    writeField(part.header, "Content-Type", "text/plain", {"charset=utf-8"});
    HeaderField("Content-Transfer-Encoding").piece(encodingName(encoding)).writeTo(part.header);
    if (!mail.textDisposition.isEmpty())
        HeaderField("Content-Disposition").plain(mail.textDisposition).writeTo(part.header);
    part.body.add(encodeText(lines, encoding));
    return part;
}

WrittenPart writePart(const model::OutgoingPart &part)
{
    WrittenPart written;
    const QByteArray type = leafType(part.mimeType);
    const bool alternative = part.role == model::OutgoingPart::Role::Alternative;
    writeField(written.header, "Content-Type", type,
               type.startsWith("text/") ? QByteArrayList{"charset=utf-8"} : QByteArrayList{});
    if (!alternative) {
        const bool isInline = part.role == model::OutgoingPart::Role::Inline;
        writeField(written.header, "Content-Disposition", isInline ? "inline" : "attachment",
                   part.name.isEmpty() ? QByteArrayList{} : fileNameParameters(part.name));
    }
    if (!part.contentId.isEmpty()) {
        const QString id = u'<' + part.contentId + u'>';
        if (isMessageId(id))
            HeaderField("Content-ID").piece(id.toLatin1()).writeTo(written.header);
        else
            written.header.refuse();
    }
    HeaderField("Content-Transfer-Encoding").piece("base64").writeTo(written.header);
    written.body.add(base64Lines(part.data));
    return written;
}

WrittenPart writeMultipart(const QByteArrayList &type, QByteArray boundary, const std::vector<WrittenPart> &children)
{
    while (occurs(boundary, children))
        boundary += 'x';
    WrittenPart whole;
    writeField(whole.header, "Content-Type", type.first(), type.mid(1) << parameter("boundary", boundary));
    for (const WrittenPart &child : children) {
        whole.body.add("--" + boundary);
        whole.body.add(child.header.lines());
        whole.body.add(QByteArray());
        whole.body.add(child.body.lines());
        if (child.header.isSpoilt() || child.body.isSpoilt())
            whole.body.refuse();
    }
    whole.body.add("--" + boundary + "--");
    return whole;
}

}
