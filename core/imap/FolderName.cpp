#include "core/imap/FolderName.h"

#include <QStringDecoder>

#include <algorithm>

namespace isthmus::imap {

namespace {

constexpr auto base64 =
    QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors;

/// The part between '&' and '-': Base64 with ',' for '/' of UTF-16 in network order.
std::optional<QString> decodeShifted(QByteArray shifted)
{
    if (shifted.contains('/'))
        return {};
    shifted.replace(',', '/');
    const auto decoded = QByteArray::fromBase64Encoding(shifted, base64);
    if (!decoded || decoded.decoded.size() % 2 != 0)
        return {};
    QString text;
    for (qsizetype i = 0; i < decoded.decoded.size(); i += 2) {
        const auto high = static_cast<uchar>(decoded.decoded[i]);
        const auto low = static_cast<uchar>(decoded.decoded[i + 1]);
        text += QChar(static_cast<char16_t>(high << 8 | low));
    }
    return text;
}

std::optional<QString> decodeUtf7(const QByteArray &wire)
{
    QString name;
    for (qsizetype i = 0; i < wire.size(); ++i) {
        if (wire[i] != '&') {
            name += QLatin1Char(wire[i]);
            continue;
        }
        const qsizetype end = wire.indexOf('-', i);
        if (end < 0)
            return {};
        if (end == i + 1) {
            name += u'&';
        } else {
            const auto text = decodeShifted(wire.mid(i + 1, end - i - 1));
            if (!text)
                return {};
            name += *text;
        }
        i = end;
    }
    return name;
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0);
}

}

std::optional<QString> decodeFolderName(const QByteArray &wire)
{
    const bool ascii = std::all_of(wire.begin(), wire.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
    std::optional<QString> name;
    if (ascii) {
        name = decodeUtf7(wire);
    } else {
        QStringDecoder utf8(QStringDecoder::Utf8);
        QString text = utf8(wire);
        if (!utf8.hasError())
            name = std::move(text);
    }
    if (!name || name->isEmpty() || !name->isValidUtf16() || std::any_of(name->begin(), name->end(), isControl))
        return {};
    return name;
}

QByteArray encodeFolderName(const QString &name)
{
    QByteArray wire;
    QByteArray pending; // UTF-16BE octets not yet written
    const auto flush = [&] {
        if (pending.isEmpty())
            return;
        QByteArray text = pending.toBase64(base64);
        text.replace('/', ',');
        wire += '&' + text + '-';
        pending.clear();
    };
    for (const QChar c : name) {
        const char16_t u = c.unicode();
        if (u < 0x20 || u > 0x7E) {
            pending += static_cast<char>(u >> 8);
            pending += static_cast<char>(u & 0xFF);
            continue;
        }
        flush();
        wire += static_cast<char>(u);
        if (u == u'&')
            wire += '-';
    }
    flush();
    return wire;
}

}
