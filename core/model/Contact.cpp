#include "core/model/Contact.h"

#include <algorithm>

namespace isthmus::model {

QString addressKey(const Address &address)
{
    if (const auto *jid = std::get_if<Jid>(&address))
        return QStringLiteral("xmpp:") + jid->bare().toString();
    return QStringLiteral("mailto:") + std::get<MailAddress>(address).key();
}

base::Result<Address> addressFromKey(const QString &key)
{
    if (key.startsWith(QLatin1String("xmpp:"))) {
        auto jid = Jid::parse(QStringView(key).mid(5));
        return jid ? base::Result<Address>(Address(jid.value())) : base::Result<Address>(jid.error());
    }
    if (key.startsWith(QLatin1String("mailto:"))) {
        auto mail = MailAddress::parse(QStringView(key).mid(7));
        return mail ? base::Result<Address>(Address(mail.value())) : base::Result<Address>(mail.error());
    }
    return base::Error{base::Fault::Malformed, QStringLiteral("address key without scheme")};
}

const AddressLink *Contact::firstChat() const
{
    const auto it = std::find_if(links.begin(), links.end(), [](const AddressLink &l) { return !l.isMail(); });
    return it == links.end() ? nullptr : &*it;
}

const AddressLink *Contact::confirmedMail() const
{
    const auto it =
        std::find_if(links.begin(), links.end(), [](const AddressLink &l) { return l.isMail() && l.isConfirmed(); });
    return it == links.end() ? nullptr : &*it;
}

}
