#include "core/interworking/Context.h"

#include "core/interworking/Text.h"

namespace isthmus::interworking {

namespace {
constexpr int nameMax = 128; // code points, 2.2
}

QString Ctx::nameOf(const model::Jid &jid) const
{
    return firstCodePoints(oneLine(names.value(jid.bare().toString())), nameMax);
}

bool Ctx::isOwnDomain(const QString &asciiDomain) const
{
    return imDomains.contains(asciiDomain);
}

bool Ctx::isTrustedGateway(const QString &asciiDomain) const
{
    return !asciiDomain.isEmpty() && (asciiDomain == gatewayDomain || trustedGateways.contains(asciiDomain));
}

bool Ctx::isRoom(const model::Jid &bare) const
{
    return std::find(joinedRooms.begin(), joinedRooms.end(), bare) != joinedRooms.end()
           || std::any_of(rooms.begin(), rooms.end(), [&](const RoomRow &row) { return row.room == bare; });
}

bool Ctx::isAddressOf(const model::Jid &bare, const model::MailAddress &address) const
{
    const QString key = address.key();
    return std::any_of(addressMap.begin(), addressMap.end(),
                       [&](const AddressRow &row) { return row.jid == bare && row.mail.key() == key; });
}

}
