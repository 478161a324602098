#include "core/compose/BodyEncoding.h"

#include <algorithm>

namespace isthmus::compose {

namespace {

constexpr qsizetype longestLine = 998; // RFC 5322 2.1.1
constexpr qsizetype encodedWidth = 76; // RFC 2045 6.7 (5) and 6.8

QByteArrayList quotedPrintableLine(const QByteArray &line)
{
    QByteArrayList physical;
    QByteArray open;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool last = i + 1 == line.size();
        const bool fromLine = open.isEmpty() && line.mid(i, 5) == "From ";
        const bool literal = !fromLine && ((c > 32 && c < 127 && c != '=') || ((c == ' ' || c == '\t') && !last));
        const QByteArray next = literal ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
        if (open.size() + next.size() > (last ? encodedWidth : encodedWidth - 1)) {
            physical.append(open + '=');
            open.clear();
            --i; // the "From " rule looks at the new line
            continue;
        }
        open += next;
    }
    physical.append(open == "." ? QByteArray("=2E") : open);
    return physical;
}

}

QByteArrayList textLines(const QString &text)
{
    QString lf = text;
    lf.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    if (lf.endsWith(u'\n'))
        lf.chop(1);
    return lf.toUtf8().split('\n');
}

bool isSevenBit(const QByteArrayList &lines)
{
    return std::all_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        return line.size() <= longestLine && !line.startsWith("From ")
               && std::all_of(line.begin(), line.end(), [](char c) { return c > 0; });
    });
}

model::TransferEncoding feasible(model::TransferEncoding wanted, const QByteArrayList &lines)
{
    const bool impossible = wanted == model::TransferEncoding::SevenBit && !isSevenBit(lines);
    return impossible ? model::TransferEncoding::QuotedPrintable : wanted;
}

QByteArrayList quotedPrintable(const QByteArrayList &lines)
{
    QByteArrayList encoded;
    for (const QByteArray &line : lines)
        encoded += quotedPrintableLine(line);
    return encoded;
}

QByteArrayList base64Lines(const QByteArray &octets)
{
    const QByteArray encoded = octets.toBase64();
    QByteArrayList lines;
    for (qsizetype at = 0; at < encoded.size(); at += encodedWidth)
        lines.append(encoded.mid(at, encodedWidth));
    return lines;
}

QByteArrayList encodeText(const QByteArrayList &lines, model::TransferEncoding encoding)
{
    switch (encoding) {
    case model::TransferEncoding::SevenBit: return lines;
    case model::TransferEncoding::QuotedPrintable: return quotedPrintable(lines);
    case model::TransferEncoding::Base64: return base64Lines(lines.join("\r\n") + "\r\n");
    }
    return lines;
}

QByteArray encodingName(model::TransferEncoding encoding)
{
    switch (encoding) {
    case model::TransferEncoding::SevenBit: return "7bit";
    case model::TransferEncoding::QuotedPrintable: return "quoted-printable";
    case model::TransferEncoding::Base64: return "base64";
    }
    return "7bit";
}

}
