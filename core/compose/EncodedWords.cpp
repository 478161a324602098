#include "core/compose/EncodedWords.h"

#include <algorithm>
#include <vector>

namespace isthmus::compose {

namespace {

constexpr qsizetype longestWord = 75; // RFC 2047 2
constexpr qsizetype overhead = sizeof("=?utf-8?Q?") - 1 + sizeof("?=") - 1;

/// The octets of each code point.
std::vector<QByteArray> codePoints(const QString &text)
{
    std::vector<QByteArray> points;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        points.push_back(text.mid(i, pair ? 2 : 1).toUtf8());
        i += pair ? 1 : 0;
    }
    return points;
}

/// RFC 2047 4.2 and 5 (3).
QByteArray quoted(const QByteArray &octets, WordPlace place)
{
    QByteArray text;
    for (const char c : octets) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const bool allowed = place == WordPlace::Phrase ? letter || QByteArrayView("!*+-/").contains(c)
                                                        : c > 32 && c < 127 && !QByteArrayView("=?_").contains(c);
        if (c == ' ')
            text += '_';
        else if (allowed)
            text += c;
        else
            text += '=' + QByteArray(1, c).toHex().toUpper();
    }
    return text;
}

qsizetype base64Size(qsizetype octets)
{
    return (octets + 2) / 3 * 4;
}

QByteArrayList quotedWords(const std::vector<QByteArray> &points, WordPlace place, qsizetype firstRoom)
{
    QByteArrayList words;
    QByteArray open;
    const auto close = [&words, &open] {
        words.append("=?utf-8?Q?" + open + "?=");
        open.clear();
    };
    for (const QByteArray &point : points) {
        const QByteArray next = quoted(point, place);
        const qsizetype room = (words.isEmpty() ? firstRoom : longestWord) - overhead;
        if (!open.isEmpty() && open.size() + next.size() > room)
            close();
        open += next;
    }
    close();
    return words;
}

QByteArrayList base64Words(const std::vector<QByteArray> &points, qsizetype firstRoom)
{
    QByteArrayList words;
    QByteArray open;
    const auto close = [&words, &open] {
        words.append("=?utf-8?B?" + open.toBase64() + "?=");
        open.clear();
    };
    for (const QByteArray &point : points) {
        const qsizetype room = (words.isEmpty() ? firstRoom : longestWord) - overhead;
        if (!open.isEmpty() && base64Size(open.size() + point.size()) > room)
            close();
        open += point;
    }
    close();
    return words;
}

qsizetype totalSize(const QByteArrayList &words)
{
    qsizetype size = 0;
    for (const QByteArray &word : words)
        size += word.size() + 1;
    return size;
}

}

QByteArrayList encodedWords(const QString &text, WordPlace place, qsizetype firstRoom)
{
    const std::vector<QByteArray> points = codePoints(text);
    const qsizetype room = std::clamp<qsizetype>(firstRoom, 20 + overhead, longestWord);
    const QByteArrayList quoted = quotedWords(points, place, room);
    const QByteArrayList base64 = base64Words(points, room);
    return totalSize(quoted) <= totalSize(base64) ? quoted : base64;
}

}
