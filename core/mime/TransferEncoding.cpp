#include "core/mime/Structure.h"

#include <gmime/gmime.h>

#include <memory>
#include <optional>

namespace isthmus::mime {

namespace {

/// The encodings that change the octets; 7bit, 8bit, binary and unknown ones (RFC 2045 6.4) do not.
std::optional<GMimeContentEncoding> encodingOf(const QByteArray &name)
{
    if (name == "base64")
        return GMIME_CONTENT_ENCODING_BASE64;
    if (name == "quoted-printable")
        return GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    return std::nullopt;
}

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
    QByteArray octets(encoded.size(), Qt::Uninitialized);
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

}

QByteArray decodedBody(const Part &leaf)
{
    if (isUuencoded(leaf.encoding))
        return uudecoded(leaf.body);
    const std::optional<GMimeContentEncoding> encoding = encodingOf(leaf.encoding);
    if (!encoding)
        return leaf.body.toByteArray();
    initialise();
    const std::unique_ptr<GMimeFilter, decltype(&g_object_unref)> filter(g_mime_filter_basic_new(*encoding, FALSE),
                                                                         &g_object_unref);
    // GMime takes a mutable pointer but only reads.
    auto *const input = const_cast<char *>(leaf.body.data());
    char *output = nullptr;
    size_t length = 0;
    size_t prespace = 0;
    g_mime_filter_complete(filter.get(), input, static_cast<size_t>(leaf.body.size()), 0, &output, &length, &prespace);
    return QByteArray(output, static_cast<qsizetype>(length));
}

}
