#include "core/interworking/Addressing.h"

#include "core/interworking/Text.h"

#include <array>

namespace isthmus::interworking {

namespace {

using base::Error;
using base::Fault;
using base::Result;

struct Escape {
    char16_t character;
    QLatin1String code; ///< the two digits after the backslash
};

/// XEP-0106, the only ten.
constexpr std::array<Escape, 10> escapes{{{u' ', QLatin1String("20")},
                                          {u'"', QLatin1String("22")},
                                          {u'&', QLatin1String("26")},
                                          {u'\'', QLatin1String("27")},
                                          {u'/', QLatin1String("2f")},
                                          {u':', QLatin1String("3a")},
                                          {u'<', QLatin1String("3c")},
                                          {u'>', QLatin1String("3e")},
                                          {u'@', QLatin1String("40")},
                                          {u'\\', QLatin1String("5c")}}};

/// The escape that starts at text[at], a backslash; nullptr when it is just a backslash.
const Escape *escapeAt(QStringView text, qsizetype at)
{
    const QStringView digits = text.mid(at + 1, 2);
    for (const Escape &escape : escapes) {
        if (digits == escape.code)
            return &escape;
    }
    return nullptr;
}

Error malformed(const char *why)
{
    return {Fault::Malformed, QStringLiteral("JID localpart: %1").arg(QLatin1String(why))};
}

/// Whether folding a character of its own makes ASCII of what was not (KELVIN SIGN, LATIN CAPITAL I
/// WITH DOT ABOVE): two different mailboxes would meet in one JID.
bool foldsToAscii(char32_t c)
{
    if (c < 0x80)
        return false;
    const QString folded = QString::fromUcs4(&c, 1).toLower().normalized(QString::NormalizationForm_C);
    return std::any_of(folded.begin(), folded.end(), [](QChar f) { return f.unicode() < 0x80; });
}

/// IdentifierClass of RFC 8264 4.2, by general category and compatibility; contextual characters that
/// need a rule of their own (RFC 5892 appendix A) are refused.
bool isIdentifier(char32_t c)
{
    if (c < 0x80)
        return c > 0x20 && c < 0x7F;
    switch (c) {
    case 0x00DF:
    case 0x03C2:
    case 0x06FD:
    case 0x06FE:
    case 0x0F0B:
    case 0x3007: return true; // exceptions that are valid, RFC 5892 2.6
    case 0x0640:
    case 0x07FA:
    case 0x302E:
    case 0x302F:
    case 0x3031:
    case 0x3032:
    case 0x3033:
    case 0x3034:
    case 0x3035:
    case 0x303B: return false;
    default: break;
    }
    const QString text = QString::fromUcs4(&c, 1);
    if (text.normalized(QString::NormalizationForm_KC) != text)
        return false; // HasCompat; full-width forms among them
    switch (QChar::category(c)) {
    case QChar::Letter_Lowercase:
    case QChar::Letter_Uppercase:
    case QChar::Letter_Other:
    case QChar::Letter_Modifier:
    case QChar::Number_DecimalDigit:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining: return true;
    default: return false;
    }
}

/// The Bidi Rule of RFC 5893 2, which UsernameCaseMapped applies to a localpart with right-to-left
/// characters. Such a localpart would have to consist of nothing else, which "\40example.net" is not.
bool hasRightToLeft(QStringView text)
{
    return anyCodePoint(text, [](char32_t c) {
        const QChar::Direction direction = QChar::direction(c);
        return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
    });
}

bool isUsername(QStringView node)
{
    return !anyCodePoint(node, [](char32_t c) { return !isIdentifier(c); }) && !hasRightToLeft(node);
}

QString escaped(QStringView folded)
{
    QString node;
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const char16_t c = folded[i].unicode();
        const auto escape = std::find_if(escapes.begin(), escapes.end(), [c](const Escape &e) { return e.character == c; });
        if (escape == escapes.end() || (c == u'\\' && !escapeAt(folded, i)))
            node += folded[i];
        else
            node += QLatin1Char('\\') + escape->code;
    }
    return node;
}

}

Result<QString> escapeNode(QStringView text)
{
    if (text.isEmpty() || !text.isValidUtf16())
        return malformed("empty");
    if (anyCodePoint(text, [](char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || isBidiControl(c); }))
        return malformed("control character");
    if (anyCodePoint(text, foldsToAscii))
        return malformed("character that folds to ASCII");
    if (text.front() == u' ' || text.back() == u' ')
        return malformed("blank at an end");
    const QString folded = text.toString().toLower().normalized(QString::NormalizationForm_C);
    const QString node = escaped(folded);
    if (node.toUtf8().size() > 1023)
        return malformed("too long");
    if (!isUsername(node))
        return malformed("not a username (RFC 8265)");
    return node;
}

QString unescapeNode(QStringView node)
{
    QString text;
    for (qsizetype i = 0; i < node.size(); ++i) {
        const Escape *escape = node[i] == u'\\' ? escapeAt(node, i) : nullptr;
        text += escape ? QChar(escape->character) : node[i];
        i += escape ? 2 : 0;
    }
    return text;
}

Result<model::Jid> constructedJid(const model::MailAddress &address, const QString &gatewayDomain)
{
    const QString domain = model::toAsciiDomain(address.domain());
    if (address.isNull() || domain.isEmpty())
        return malformed("no address");
    return escapeNode(QString(address.local() + u'@' + domain)).then([&](const QString &node) {
        return model::Jid::parse(QString(node + u'@' + gatewayDomain));
    });
}

Result<model::MailAddress> addressOfNode(const QString &node)
{
    const QString text = unescapeNode(node);
    const qsizetype at = text.lastIndexOf(u'@');
    if (at <= 0)
        return malformed("no address in it");
    const QString local = text.left(at);
    const QString written = text.mid(at + 1);
    const QString domain = model::toAsciiDomain(written);
    if (domain.isEmpty() || !domain.contains(u'.') || written.endsWith(u'.'))
        return malformed("domain");
    // The canonical form, or the same with the domain as U-labels: anything else is a second name for
    // a mailbox, or an attack (X10, X11).
    const Result<QString> canonical = escapeNode(QString(local + u'@' + domain));
    const Result<QString> asWritten = escapeNode(text);
    const bool same = (canonical && *canonical == node) || (canonical && asWritten && *asWritten == node);
    if (!same)
        return malformed("not the form that escaping gives");
    return model::MailAddress::fromParts(local, domain);
}

model::Jid remoteJid(const model::MailAddress &address, const Ctx &ctx)
{
    const QString gateway = ctx.gatewayDomain.isEmpty() ? QString(localGatewayDomain) : ctx.gatewayDomain;
    if (Result<model::Jid> jid = constructedJid(address, gateway))
        return *jid;
    const QString digest = QStringLiteral("x-") + hex32(address.key().toUtf8());
    return model::Jid::parse(QString(digest + u'@' + gateway)).valueOr({});
}

std::optional<QString> telephoneLocalPart(QStringView local)
{
    if (local.size() < 4 || !local.startsWith(u'+'))
        return {};
    QString number = QStringLiteral("+");
    for (const QChar c : local.mid(1)) {
        if (c >= u'0' && c <= u'9')
            number += c;
        else if (!QStringView(u"-.()").contains(c))
            return {};
    }
    return number;
}

Result<QString> telephoneUri(QStringView uri)
{
    if (!uri.startsWith(u"tel:", Qt::CaseInsensitive))
        return Error{Fault::Malformed, QStringLiteral("not a tel URI")};
    if (const auto number = telephoneLocalPart(uri.mid(4)); number && number->size() > 1)
        return *number;
    return Error{Fault::Malformed, QStringLiteral("tel URI that is no global number")};
}

}
