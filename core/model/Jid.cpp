#include "core/model/Jid.h"

#include <QUrl>

namespace isthmus::model {

namespace {

constexpr qsizetype maxPartOctets = 1023; // RFC 7622 3.1

bool hasControl(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.unicode() == 0xFFFE || c.unicode() == 0xFFFF;
    });
}

bool fits(const QString &part)
{
    return !part.isEmpty() && part.toUtf8().size() <= maxPartOctets && !hasControl(part) && part.isValidUtf16();
}

/// Letters, digits, hyphens and dots only and nothing that claims to be an A-label: UTS 46 would change
/// no more than the case.
bool isPlainName(QStringView name)
{
    return std::all_of(name.begin(), name.end(),
                       [](QChar c) {
                           return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
                                  || c == u'-' || c == u'.';
                       })
           && !name.contains(QLatin1String("xn--"), Qt::CaseInsensitive);
}

}

QString toAsciiDomain(QStringView domain)
{
    QString name = domain.toString();
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    if (name.isEmpty() || name.size() > 253)
        return {};
    const QByteArray ace = isPlainName(name) ? name.toLatin1() : QUrl::toAce(name);
    if (ace.isEmpty() || ace.size() > 253)
        return {};
    for (const QByteArray &label : ace.split('.')) {
        if (label.isEmpty() || label.size() > 63 || label.startsWith('-') || label.endsWith('-'))
            return {};
        for (const char c : label) {
            const bool ldh = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (c >= 'A' && c <= 'Z');
            if (!ldh)
                return {};
        }
    }
    return QString::fromLatin1(ace.toLower());
}

base::Result<Jid> Jid::parse(QStringView text)
{
    const auto malformed = [](const char *why) {
        return base::Error{base::Fault::Malformed, QStringLiteral("JID: %1").arg(QLatin1String(why))};
    };
    Jid jid;
    QStringView rest = text;
    if (const qsizetype slash = rest.indexOf(u'/'); slash >= 0) {
        jid.m_resource = rest.mid(slash + 1).toString().normalized(QString::NormalizationForm_C);
        if (!fits(jid.m_resource))
            return malformed("resourcepart");
        rest = rest.left(slash);
    }
    if (const qsizetype at = rest.indexOf(u'@'); at >= 0) {
        jid.m_local = rest.left(at).toString().toLower().normalized(QString::NormalizationForm_C);
        if (!fits(jid.m_local))
            return malformed("localpart");
        for (const QChar c : std::as_const(jid.m_local)) {
            if (c.isSpace() || QStringView(u"\"&'/:<>@").contains(c))
                return malformed("localpart character");
        }
        rest = rest.mid(at + 1);
    }
    jid.m_domain = toAsciiDomain(rest);
    if (jid.m_domain.isEmpty())
        return malformed("domainpart");
    return jid;
}

Jid Jid::bare() const
{
    Jid result = *this;
    result.m_resource.clear();
    return result;
}

base::Result<Jid> Jid::withResource(QStringView resource) const
{
    Jid result = *this;
    result.m_resource = resource.toString().normalized(QString::NormalizationForm_C);
    if (isNull() || !fits(result.m_resource))
        return base::Error{base::Fault::Malformed, QStringLiteral("JID: resourcepart")};
    return result;
}

QString Jid::toString() const
{
    QString text;
    if (!m_local.isEmpty())
        text += m_local + QLatin1Char('@');
    text += m_domain;
    if (!m_resource.isEmpty())
        text += QLatin1Char('/') + m_resource;
    return text;
}

}
