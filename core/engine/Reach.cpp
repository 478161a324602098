#include "core/engine/Reach.h"

namespace isthmus::engine {

const model::AddressLink *mailTarget(const model::Contact &contact)
{
    if (const model::AddressLink *confirmed = contact.confirmedMail())
        return confirmed;
    return contact.links.size() == 1 && contact.links.front().isMail() ? &contact.links.front() : nullptr;
}

QString addressText(const model::Address &address)
{
    if (const auto *jid = std::get_if<model::Jid>(&address))
        return jid->bare().toString();
    return std::get<model::MailAddress>(address).toString();
}

}
