#include "core/compose/HeaderWriter.h"

#include "core/compose/EncodedWords.h"
#include "core/model/Jid.h"

#include <algorithm>

namespace isthmus::compose {

namespace {

constexpr qsizetype lineWidth = 78; // RFC 5322 2.1.1

bool isPrintableAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < QChar(0x7F); });
}

bool isAtom(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) {
        const bool alphanumeric = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        return alphanumeric || QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(c);
    });
}

/// True if folding at single blanks gives \p text back.
bool foldsSafely(const QString &text)
{
    const QStringList words = text.split(u' ');
    return isPrintableAscii(text) && !text.contains(QLatin1String("=?"))
           && std::all_of(words.begin(), words.end(),
                          [](const QString &word) { return !word.isEmpty() && word.size() < lineWidth; });
}

}

QByteArray addrSpec(const model::MailAddress &address)
{
    const QString spelled = address.toString();
    const QString local = spelled.left(spelled.lastIndexOf(u'@'));
    return local.toUtf8() + '@' + model::toAsciiDomain(address.domain()).toLatin1();
}

bool isMessageId(const QString &id)
{
    constexpr qsizetype longest = 990; // RFC 5322 2.1.1: a line holds 998
    if (id.size() < 5 || id.size() > longest || !id.startsWith(u'<') || !id.endsWith(u'>'))
        return false;
    const QString inner = id.mid(1, id.size() - 2);
    return inner.indexOf(u'@') > 0 && !inner.endsWith(u'@') && std::all_of(inner.begin(), inner.end(), [](QChar c) {
               return c > u' ' && c < QChar(0x7F) && c != u'<' && c != u'>';
           });
}

HeaderField::HeaderField(const QByteArray &name) : m_lines{name + ':'}
{
    m_valid = !name.isEmpty() && name.size() < 76
              && std::all_of(name.begin(), name.end(), [](char c) { return c > 32 && c < 127 && c != ':'; });
}

qsizetype HeaderField::room() const
{
    return lineWidth - m_lines.last().size() - 1;
}

HeaderField &HeaderField::piece(const QByteArray &text)
{
    const bool startsField = m_lines.size() == 1 && m_lines.first().endsWith(':');
    if (text.size() > room() && !startsField)
        m_lines.append(QByteArray());
    m_lines.last() += ' ' + text;
    return *this;
}

HeaderField &HeaderField::text(const QString &text)
{
    if (text.isEmpty())
        return *this;
    const QStringList words = text.split(u' ');
    if (foldsSafely(text) && words.first().size() <= room()) {
        for (const QString &word : words)
            piece(word.toLatin1());
    } else {
        for (const QByteArray &word : encodedWords(text, WordPlace::Text, room()))
            piece(word);
    }
    return *this;
}

HeaderField &HeaderField::phrase(const QString &name)
{
    const QStringList words = name.split(u' ');
    const bool atoms =
        foldsSafely(name) && std::all_of(words.begin(), words.end(), [](const QString &word) { return isAtom(word); });
    const bool quotable = isPrintableAscii(name) && name.size() < lineWidth - 4 && !name.contains(QLatin1String("=?"));
    if (atoms) {
        for (const QString &word : words)
            piece(word.toLatin1());
    } else if (quotable) {
        QByteArray quoted = name.toLatin1();
        piece('"' + quoted.replace('\\', "\\\\").replace('"', "\\\"") + '"');
    } else {
        for (const QByteArray &word : encodedWords(name, WordPlace::Phrase, room()))
            piece(word);
    }
    return *this;
}

HeaderField &HeaderField::mailboxes(const model::MailboxList &list)
{
    for (size_t i = 0; i < list.size(); ++i) {
        const model::Mailbox &mailbox = list[i];
        const QByteArray comma = i + 1 < list.size() ? "," : "";
        const QByteArray address = addrSpec(mailbox.address);
        if (mailbox.address.isNull() || address.endsWith('@'))
            m_valid = false;
        if (mailbox.name.isEmpty())
            piece(address + comma);
        else
            phrase(mailbox.name).piece('<' + address + '>' + comma);
    }
    return *this;
}

HeaderField &HeaderField::plain(const QString &text)
{
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        QByteArray ascii;
        for (const QChar c : word)
            ascii += c > u' ' && c < QChar(0x7F) ? static_cast<char>(c.unicode()) : '?';
        for (qsizetype at = 0; at < ascii.size(); at += 900)
            piece(ascii.mid(at, 900));
    }
    return *this;
}

void HeaderField::writeTo(LineList &lines) const
{
    if (!m_valid)
        lines.refuse();
    lines.add(m_lines);
}

}
