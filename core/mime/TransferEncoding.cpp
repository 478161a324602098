#include "core/mime/Structure.h"

#include <gmime/gmime.h>

#include <memory>

namespace isthmus::mime {

namespace {

constexpr qsizetype roomToSpare = 16; ///< GMime's steps may write three octets more than they read

bool isUuencoded(const QByteArray &name)
{
    return name == "x-uuencode" || name == "x-uue" || name == "uuencode";
}

/// From after the "begin" line; GMime's own search for it misses modes of four digits.
QByteArray uudecoded(QByteArrayView body)
{
    qsizetype at = 0;
    while (at < body.size()) {
        const qsizetype end = lineEnd(body, at);
        const bool begins = body.sliced(at).startsWith("begin ");
        at = end;
        if (begins)
            break;
    }
    const QByteArrayView encoded = body.sliced(at);
    QByteArray octets(encoded.size() + roomToSpare, Qt::Uninitialized);
    int state = GMIME_UUDECODE_STATE_BEGIN;
    guint32 save = 0;
    const size_t length = g_mime_encoding_uudecode_step(reinterpret_cast<const unsigned char *>(encoded.data()),
                                                        static_cast<size_t>(encoded.size()),
                                                        reinterpret_cast<unsigned char *>(octets.data()), &state, &save);
    octets.truncate(static_cast<qsizetype>(length));
    return octets;
}

void initialise()
{
    static const bool once = [] {
        g_mime_init();
        return true;
    }();
    (void)once;
}

/// RFC 2045 6.8, leniently: junk is skipped, padding may be missing, and several padded runs may follow each other on
/// lines of their own, which some mailers write; GMime stops at the first and loses the end of unpadded ones. A run that
/// begins with the padding sign is the checksum of an OpenPGP armor and no data.
QByteArray base64Decoded(QByteArrayView encoded)
{
    QByteArray octets;
    for (;;) {
        const qsizetype padding = encoded.indexOf('=');
        const QByteArrayView run = padding < 0 ? encoded : encoded.first(padding);
        octets += QByteArray::fromBase64(run.toByteArray(), QByteArray::IgnoreBase64DecodingErrors);
        if (padding < 0)
            return octets;
        encoded = encoded.sliced(lineEnd(encoded, padding)).trimmed();
        if (encoded.isEmpty() || encoded.front() == '=')
            return octets;
    }
}

/// RFC 2045 6.7 (3): blanks at line ends were added on the way, also those after a soft line break. GMime keeps them.
QByteArray quotedPrintableDecoded(QByteArrayView encoded)
{
    QByteArray clean;
    clean.reserve(encoded.size());
    for (qsizetype at = 0; at < encoded.size();) {
        const qsizetype end = lineEnd(encoded, at);
        const QByteArrayView line = encoded.sliced(at, end - at);
        QByteArrayView text = withoutEol(line);
        const QByteArrayView eol = line.sliced(text.size());
        while (text.endsWith(' ') || text.endsWith('\t'))
            text.chop(1);
        clean.append(text).append(eol);
        at = end;
    }
    QByteArray octets(clean.size() + roomToSpare, Qt::Uninitialized);
    int state = 0;
    guint32 save = 0;
    const size_t length = g_mime_encoding_quoted_decode_step(
        reinterpret_cast<const unsigned char *>(clean.constData()), static_cast<size_t>(clean.size()),
        reinterpret_cast<unsigned char *>(octets.data()), &state, &save);
    octets.truncate(static_cast<qsizetype>(length));
    constexpr int afterFirstDigit = 2; // GMime then holds back "=" and the digit
    if (state == afterFirstDigit)
        octets += '=' + QByteArray(1, static_cast<char>(save));
    return octets;
}

}

QByteArray decodedBody(const Part &leaf)
{
    initialise();
    if (leaf.encoding == "base64")
        return base64Decoded(leaf.body);
    if (leaf.encoding == "quoted-printable")
        return quotedPrintableDecoded(leaf.body);
    if (isUuencoded(leaf.encoding))
        return uudecoded(leaf.body);
    return leaf.body.toByteArray(); // 7bit, 8bit, binary, and what nobody knows (RFC 2045 6.4)
}

}
