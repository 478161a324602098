#include "core/mime/HeaderText.h"

#include "core/mime/Charset.h"
#include "core/mime/HeaderBlock.h"

#include <optional>

namespace isthmus::mime {

namespace {

/// One =?charset?encoding?text?= of a text.
struct Word {
    QByteArray charset;
    QByteArray octets;
    qsizetype end = 0; ///< offset after it
};

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The "Q" encoding of RFC 2047 4.2.
QByteArray decodeQ(const QByteArray &text)
{
    QByteArray octets;
    octets.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = i + 2 < text.size() && text[i] == '=' ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low >= 0) {
            octets += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            octets += text[i] == '_' ? ' ' : text[i];
        }
    }
    return octets;
}

/// The word that starts at \p at, where \p text has "=?".
std::optional<Word> wordAt(QStringView text, qsizetype at)
{
    constexpr qsizetype longestCharset = 80;
    const qsizetype charsetEnd = text.mid(at + 2, longestCharset).indexOf(u'?');
    if (charsetEnd <= 0)
        return std::nullopt;
    const qsizetype encodingAt = at + 2 + charsetEnd + 1;
    if (encodingAt + 2 >= text.size() || text[encodingAt + 1] != u'?')
        return std::nullopt;
    const qsizetype end = text.indexOf(u'?', encodingAt + 2); // encoded text has no '?', so this stays linear
    if (end < 0 || end + 1 >= text.size() || text[end + 1] != u'=')
        return std::nullopt;
    Word word;
    word.charset = text.mid(at + 2, charsetEnd).toLatin1().toLower();
    if (const qsizetype language = word.charset.indexOf('*'); language >= 0) // RFC 2231 5
        word.charset.truncate(language);
    const QByteArray encoded = text.mid(encodingAt + 2, end - encodingAt - 2).toUtf8();
    const QChar encoding = text[encodingAt].toLower();
    if (encoding == u'b')
        word.octets = QByteArray::fromBase64(encoded, QByteArray::IgnoreBase64DecodingErrors);
    else if (encoding == u'q')
        word.octets = decodeQ(encoded);
    else
        return std::nullopt;
    word.end = end + 2;
    return word;
}

}

QString decodeWords(const QString &text)
{
    QString decoded;
    std::optional<Word> pending; // words of one character set so far
    const auto flush = [&decoded, &pending] {
        if (pending)
            decoded += decodeCharset(pending->octets, pending->charset);
        pending.reset();
    };
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype next = text.indexOf(QLatin1String("=?"), at);
        if (next < 0)
            next = text.size();
        const QStringView between = QStringView(text).mid(at, next - at);
        std::optional<Word> word = next < text.size() ? wordAt(text, next) : std::nullopt;
        const bool adjacent = pending && word && between.trimmed().isEmpty();
        if (!adjacent) {
            flush();
            decoded += between;
        }
        if (!word) {
            decoded += QStringView(text).mid(next, 2);
            at = next + 2;
            continue;
        }
        at = word->end;
        if (adjacent && pending->charset == word->charset) {
            pending->octets += word->octets;
        } else {
            flush();
            pending = std::move(word);
        }
    }
    flush();
    return decoded;
}

qsizetype encodedWordEnd(QStringView text, qsizetype at)
{
    const std::optional<Word> word = text.mid(at).startsWith(u"=?") ? wordAt(text, at) : std::nullopt;
    return word ? word->end : at;
}

QString unstructured(QByteArrayView value)
{
    return decodeWords(decodeEightBit(unfold(value)));
}

}
