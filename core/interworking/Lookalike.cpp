#include "core/interworking/Lookalike.h"

#include "core/interworking/Text.h"

#include <QHash>
#include <QUrl>

#include <array>

namespace isthmus::interworking {

namespace {

struct Pair {
    char16_t from;
    char16_t to;
};

/// Letters that most fonts draw like Latin ones: the Cyrillic, Greek, Armenian and Cherokee part of
/// the confusables of UTS 39 that occur in registered names, and the digits of every address.
constexpr std::array pairs{
    Pair{u'а', u'a'}, Pair{u'в', u'b'}, Pair{u'с', u'c'},   Pair{u'ԁ', u'd'},   Pair{u'е', u'e'}, Pair{u'ҽ', u'e'},
    Pair{u'ɡ', u'g'}, Pair{u'һ', u'h'}, Pair{u'н', u'h'},   Pair{u'і', u'l'},   Pair{u'ӏ', u'l'}, Pair{u'ј', u'j'},
    Pair{u'к', u'k'}, Pair{u'ԛ', u'q'}, Pair{u'м', u'm'},   Pair{u'о', u'o'},   Pair{u'р', u'p'}, Pair{u'ѕ', u's'},
    Pair{u'т', u't'}, Pair{u'ц', u'u'}, Pair{u'ѵ', u'v'},   Pair{u'ѡ', u'w'},   Pair{u'ԝ', u'w'}, Pair{u'х', u'x'},
    Pair{u'у', u'y'}, Pair{u'г', u'r'}, Pair{u'п', u'n'},   Pair{u'ԍ', u'g'},   Pair{u'ь', u'b'}, Pair{u'ѐ', u'e'},
    Pair{u'α', u'a'}, Pair{u'β', u'b'}, Pair{u'γ', u'y'},   Pair{u'ε', u'e'},   Pair{u'η', u'n'}, Pair{u'ι', u'l'},
    Pair{u'κ', u'k'}, Pair{u'ν', u'v'}, Pair{u'ο', u'o'},   Pair{u'ρ', u'p'},   Pair{u'τ', u't'}, Pair{u'υ', u'u'},
    Pair{u'χ', u'x'}, Pair{u'ω', u'w'}, Pair{u'σ', u'o'},   Pair{u'ϲ', u'c'},   Pair{u'ϳ', u'j'}, Pair{u'ѳ', u'o'},
    Pair{u'օ', u'o'}, Pair{u'ս', u'u'}, Pair{u'հ', u'h'},   Pair{u'ո', u'n'},   Pair{u'ց', u'g'}, Pair{u'զ', u'q'},
    Pair{u'ք', u'p'}, Pair{u'յ', u'j'}, Pair{u'ı', u'l'},   Pair{u'ɑ', u'a'},   Pair{u'ʏ', u'y'}, Pair{u'ɩ', u'l'},
    Pair{u'ʋ', u'v'}, Pair{u'ո', u'n'}, Pair{u'ꭰ', u'd'}, Pair{u'ꮃ', u'w'}, Pair{u'ø', u'o'}, Pair{u'ł', u'l'},
    Pair{u'đ', u'd'}, Pair{u'ħ', u'h'}, Pair{u'і', u'l'},   Pair{u'0', u'o'},   Pair{u'1', u'l'}, Pair{u'i', u'l'},
    Pair{u'|', u'l'}, Pair{u'3', u'e'}, Pair{u'5', u's'}};

const QHash<QChar, QChar> &table()
{
    static const QHash<QChar, QChar> map = [] {
        QHash<QChar, QChar> result;
        for (const Pair &pair : pairs)
            result.insert(QChar(pair.from), QChar(pair.to));
        return result;
    }();
    return map;
}

QString unicodeDomain(const QString &domain)
{
    return QUrl::fromAce(model::toAsciiDomain(domain).toLatin1(), QUrl::IgnoreIDNWhitelist);
}

}

QString skeleton(QStringView text)
{
    QString result;
    const QString folded = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : folded) {
        if (c.isMark() || c.isSpace() || isBidiControl(c.unicode()) || c.unicode() == 0x200B || c.unicode() == 0x200C
            || c.unicode() == 0x200D || c.unicode() == 0xFEFF || c.unicode() == 0xAD)
            continue;
        result += table().value(c, c);
    }
    // Two letters that look like one.
    result.replace(QLatin1String("rn"), QLatin1String("m")).replace(QLatin1String("vv"), QLatin1String("w"));
    result.replace(QLatin1String("cl"), QLatin1String("d"));
    return result;
}

bool isMixedScript(QStringView label)
{
    bool latin = false;
    bool han = false;
    bool kana = false;
    bool bopomofo = false;
    bool hangul = false;
    QList<QChar::Script> others;
    forEachCodePoint(label, [&](char32_t c) {
        switch (const QChar::Script script = QChar::script(c)) {
        case QChar::Script_Common:
        case QChar::Script_Inherited: break;
        case QChar::Script_Latin: latin = true; break;
        case QChar::Script_Han: han = true; break;
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana: kana = true; break;
        case QChar::Script_Bopomofo: bopomofo = true; break;
        case QChar::Script_Hangul: hangul = true; break;
        default:
            if (!others.contains(script))
                others << script;
        }
    });
    if (others.size() > 1)
        return true;
    const bool eastAsian = han || kana || bopomofo || hangul;
    if (!others.isEmpty())
        return latin || eastAsian;
    // Latin goes with one of Han+Kana, Han+Bopomofo, Han+Hangul.
    return (kana ? 1 : 0) + (bopomofo ? 1 : 0) + (hangul ? 1 : 0) > 1;
}

bool needsAsciiForm(const QString &domain, const std::vector<KnownContact> &contacts)
{
    const QString unicode = unicodeDomain(domain);
    for (const QStringView label : QStringView(unicode).tokenize(u'.')) {
        if (isMixedScript(label))
            return true;
    }
    const QString ascii = model::toAsciiDomain(domain);
    const QString shape = skeleton(unicode);
    const auto resembles = [&](const QString &known) {
        const QString other = model::toAsciiDomain(known);
        return !other.isEmpty() && other != ascii && skeleton(unicodeDomain(other)) == shape;
    };
    return std::any_of(contacts.begin(), contacts.end(), [&](const KnownContact &contact) {
        return resembles(contact.jid.domain())
               || std::any_of(contact.mailboxes.begin(), contact.mailboxes.end(),
                              [&](const model::MailAddress &mailbox) { return resembles(mailbox.domain()); });
    });
}

bool resemblesName(const QString &name, const QString &contactName)
{
    const QString shape = skeleton(oneLine(name));
    return !shape.isEmpty() && shape == skeleton(oneLine(contactName));
}

}
