#include "core/model/MailAddress.h"

#include "core/model/Jid.h"

namespace isthmus::model {

namespace {

bool isAtext(QChar c)
{
    if (c.unicode() > 0x7F)
        return true; // UTF8-non-ascii, RFC 6532 3.2; controls are refused before
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
           || QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(c);
}

bool isDotAtom(QStringView text)
{
    if (text.isEmpty() || text.startsWith(u'.') || text.endsWith(u'.') || text.contains(u".."))
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'.' || isAtext(c); });
}

/// C0, C1 and the bidi controls that could disguise an address.
bool isForbidden(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7F && u < 0xA0) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E
           || u == 0x200F || u == 0x061C || u == 0xFFFE || u == 0xFFFF;
}

}

base::Result<MailAddress> MailAddress::fromParts(QStringView local, QStringView domain)
{
    const auto malformed = [](const char *why) {
        return base::Error{base::Fault::Malformed, QStringLiteral("mail address: %1").arg(QLatin1String(why))};
    };
    if (local.isEmpty() || local.size() > 255 || !local.isValidUtf16())
        return malformed("local part");
    if (std::any_of(local.begin(), local.end(), isForbidden))
        return malformed("control character");
    if (toAsciiDomain(domain).isEmpty())
        return malformed("domain");
    MailAddress address;
    address.m_local = local.toString();
    address.m_domain = domain.toString();
    return address;
}

base::Result<MailAddress> MailAddress::parse(QStringView text)
{
    const auto malformed = [] { return base::Error{base::Fault::Malformed, QStringLiteral("mail address: syntax")}; };
    const qsizetype at = text.lastIndexOf(u'@');
    if (at <= 0)
        return malformed();
    const QStringView local = text.left(at);
    const QStringView domain = text.mid(at + 1);
    if (!local.startsWith(u'"'))
        return isDotAtom(local) ? fromParts(local, domain) : base::Result<MailAddress>(malformed());
    QString unquoted;
    for (qsizetype i = 1; i < local.size() - 1; ++i) {
        if (local[i] == u'"')
            return malformed();
        if (local[i] == u'\\' && ++i >= local.size() - 1)
            return malformed();
        unquoted += local[i];
    }
    if (local.size() < 3 || !local.endsWith(u'"'))
        return malformed();
    return fromParts(unquoted, domain);
}

QString MailAddress::toString() const
{
    if (isNull())
        return {};
    if (isDotAtom(m_local))
        return m_local + QLatin1Char('@') + m_domain;
    QString quoted = QStringLiteral("\"");
    for (const QChar c : m_local) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\';
        quoted += c;
    }
    return quoted + QStringLiteral("\"@") + m_domain;
}

QString MailAddress::key() const
{
    if (isNull())
        return {};
    MailAddress folded;
    folded.m_local = m_local.toLower().normalized(QString::NormalizationForm_C);
    folded.m_domain = toAsciiDomain(m_domain);
    return folded.toString();
}

bool MailAddress::isAscii() const
{
    return std::all_of(m_local.begin(), m_local.end(), [](QChar c) { return c.unicode() < 0x80; })
           && std::all_of(m_domain.begin(), m_domain.end(), [](QChar c) { return c.unicode() < 0x80; });
}

}
