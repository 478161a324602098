#include "core/xmpp/VCards.h"

namespace isthmus::xmpp {

namespace {

constexpr std::size_t maxMailboxes = 16;

void addMailbox(model::VCardFound &card, const QString &address)
{
    const auto mailbox = model::MailAddress::parse(address.trimmed());
    if (mailbox && card.mailboxes.size() < maxMailboxes)
        card.mailboxes.push_back(*mailbox);
}

}

TagPtr vcard4Request(const QString &id, const model::Jid &jid)
{
    TagPtr request = iq("get", id, jid.bare());
    gloox::Tag *items = addChild(*addChild(*request, "pubsub", ns::pubsub), "items");
    setAttribute(*items, "node", QLatin1String(ns::vcard4Node));
    setAttribute(*items, "max_items", QStringLiteral("1"));
    return request;
}

TagPtr vcardTempRequest(const QString &id, const model::Jid &jid)
{
    TagPtr request = iq("get", id, jid.bare());
    addChild(*request, "vCard", ns::vcardTemp);
    return request;
}

std::optional<model::VCardFound> readVCard4(const gloox::Tag &answer, const model::Jid &jid)
{
    const gloox::Tag *pubsub = child(answer, "pubsub", ns::pubsub);
    const gloox::Tag *items = pubsub ? child(*pubsub, "items", ns::pubsub) : nullptr;
    const gloox::Tag *item =
        items && attribute(*items, "node") == QLatin1String(ns::vcard4Node) ? child(*items, "item", ns::pubsub) : nullptr;
    const gloox::Tag *vcard = item ? child(*item, "vcard", ns::vcard4) : nullptr;
    if (!vcard)
        return std::nullopt;
    model::VCardFound found{jid.bare(), {}, {}};
    for (const gloox::Tag *property : vcard->children()) {
        const QString value = text(child(*property, "text", ns::vcard4));
        if (is(*property, "fn", ns::vcard4) && found.name.isEmpty())
            found.name = value.trimmed();
        else if (is(*property, "email", ns::vcard4))
            addMailbox(found, value);
    }
    return found;
}

std::optional<model::VCardFound> readVCardTemp(const gloox::Tag &answer, const model::Jid &jid)
{
    const gloox::Tag *vcard = child(answer, "vCard", ns::vcardTemp);
    if (!vcard || vcard->children().empty())
        return std::nullopt;
    model::VCardFound found{jid.bare(), text(child(*vcard, "FN", ns::vcardTemp)).trimmed(), {}};
    for (const gloox::Tag *property : vcard->children()) {
        if (is(*property, "EMAIL", ns::vcardTemp))
            addMailbox(found, text(child(*property, "USERID", ns::vcardTemp)));
    }
    return found;
}

}
