#include "core/engine/Reach.h"

#include "core/interworking/Route.h"

namespace isthmus::engine {

const model::AddressLink *mailTarget(const model::Contact &contact)
{
    // Of several confirmed ones, the one that the contact names.
    if (contact.published && interworking::mayUsePublishedMail(*contact.published, contact)) {
        for (const model::AddressLink &link : contact.links) {
            const auto *mail = std::get_if<model::MailAddress>(&link.address);
            if (mail && link.isConfirmed() && mail->key() == contact.published->mail.key())
                return &link;
        }
    }
    if (const model::AddressLink *confirmed = contact.confirmedMail())
        return confirmed;
    return contact.links.size() == 1 && contact.links.front().isMail() ? &contact.links.front() : nullptr;
}

QString faceAddress(const model::Contact &contact)
{
    const model::AddressLink *chat = contact.firstChat();
    if (const model::AddressLink *link = chat ? chat : mailTarget(contact))
        return addressText(link->address);
    return contact.links.empty() ? QString() : addressText(contact.links.front().address);
}

QString addressText(const model::Address &address)
{
    if (const auto *jid = std::get_if<model::Jid>(&address))
        return jid->bare().toString();
    return std::get<model::MailAddress>(address).toString();
}

}
