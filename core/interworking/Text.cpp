#include "core/interworking/Text.h"

#include "core/base/Sha256.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace isthmus::interworking {

namespace {

bool isNoncharacter(char32_t c)
{
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

/// Nothing in \p text that bodyText() would change: the common case, found by one look at each unit.
bool isBodyText(QStringView text)
{
    bool surrogates = false;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if ((u < 0x20 && u != u'\t' && u != u'\n') || u >= 0xFFFE)
            return false;
        surrogates = surrogates || c.isSurrogate();
    }
    return !surrogates || text.isValidUtf16();
}

/// The same for withoutControls(); only for what is certain.
bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= 0x20 && u < 0x7F) || (u >= 0xA0 && u < 0x600) || (u >= 0x3000 && u < 0xD800);
    });
}

void append(QString &text, char32_t c)
{
    for (const char16_t unit : QChar::fromUcs4(c))
        text += QChar(unit);
}

}

bool isBidiControl(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

QString withoutControls(QStringView text)
{
    if (isPlain(text))
        return text.toString();
    QString clean;
    clean.reserve(text.size());
    forEachCodePoint(text, [&](char32_t c) {
        if (!isControl(c) && !isBidiControl(c) && !isNoncharacter(c))
            append(clean, c);
    });
    return clean;
}

QString oneLine(QStringView text)
{
    QString spaced = text.toString();
    for (QChar &c : spaced) {
        if (c == u'\r' || c == u'\n' || c == u'\t')
            c = u' ';
    }
    QString line;
    for (const QChar c : withoutControls(spaced)) {
        if (c != u' ' || (!line.isEmpty() && line.back() != u' '))
            line += c;
    }
    if (line.endsWith(u' '))
        line.chop(1);
    return line;
}

QString headerText(QStringView text)
{
    QString spaced = text.toString();
    spaced.replace(u'\t', u' ');
    return withoutControls(spaced).trimmed();
}

QString bodyText(QStringView text)
{
    QString unix = text.toString();
    if (isBodyText(unix))
        return unix;
    unix.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    QString clean;
    clean.reserve(unix.size());
    forEachCodePoint(unix, [&](char32_t c) {
        const bool legal = c == u'\t' || c == u'\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
        if (legal)
            append(clean, c);
    });
    return clean;
}

QString firstCodePoints(const QString &text, int count)
{
    qsizetype at = 0;
    for (int i = 0; i < count && at < text.size(); ++i) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        at += pair ? 2 : 1;
    }
    return text.left(at);
}

int codePointCount(QStringView text)
{
    int count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

QString withoutCodePoints(const QString &text, int start, int end)
{
    const QString before = firstCodePoints(text, std::max(0, start));
    const QString upTo = firstCodePoints(text, std::max(start, end));
    return before + text.mid(upTo.size());
}

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

QString hex32(const QByteArray &input, const QByteArray &key)
{
    const QByteArray digest =
        key.isEmpty() ? base::sha256(input) : QMessageAuthenticationCode::hash(input, key, QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().left(32));
}

bool isMessageId(QStringView id, int max)
{
    if (id.size() < 5 || id.size() > max || !id.startsWith(u'<') || !id.endsWith(u'>'))
        return false;
    const QStringView inner = id.mid(1, id.size() - 2);
    const qsizetype at = inner.lastIndexOf(u'@');
    if (at <= 0 || at == inner.size() - 1)
        return false;
    return std::all_of(inner.begin(), inner.end(),
                       [](QChar c) { return c > u' ' && c < QChar(0x7F) && c != u'<' && c != u'>'; });
}

QString withoutReplyPrefixes(QStringView subject)
{
    static const QStringList prefixes{QStringLiteral("re"),   QStringLiteral("fwd"),  QStringLiteral("aw"),
                                      QStringLiteral("回复"), QStringLiteral("答复"), QStringLiteral("转发")};
    QStringView rest = subject.trimmed();
    for (bool found = true; found;) {
        found = false;
        for (const QString &prefix : prefixes) {
            if (!rest.startsWith(prefix, Qt::CaseInsensitive))
                continue;
            const QStringView after = rest.mid(prefix.size());
            if (!after.startsWith(u':') && !after.startsWith(u'：'))
                continue;
            rest = after.mid(1).trimmed();
            found = true;
        }
    }
    return rest.toString();
}

bool isLanguageTag(QStringView tag)
{
    if (tag.isEmpty() || tag.size() > 64)
        return false;
    bool first = true;
    for (const QStringView subtag : tag.tokenize(u'-')) {
        if (subtag.isEmpty() || subtag.size() > 8)
            return false;
        for (const QChar c : subtag) {
            const bool letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
            if (!letter && (first || c < u'0' || c > u'9'))
                return false;
        }
        first = false;
    }
    return true;
}

}
