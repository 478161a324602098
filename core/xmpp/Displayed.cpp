#include "core/xmpp/Displayed.h"

namespace isthmus::xmpp {

namespace {

/// More would be no account's chats but an attempt to make work.
constexpr std::size_t maxChats = 10'000;
constexpr qsizetype maxId = 1024;

void addField(gloox::Tag &form, const char *name, const char *value, const char *type = nullptr)
{
    gloox::Tag *field = addChild(form, "field");
    setAttribute(*field, "var", QLatin1String(name));
    if (type)
        setAttribute(*field, "type", QLatin1String(type));
    addChild(*field, "value", nullptr, QLatin1String(value));
}

const gloox::Tag *itemsOf(const gloox::Tag &parent)
{
    for (const gloox::Tag *one : parent.children()) {
        if (one->name() == "items" && attribute(*one, "node") == QLatin1String(ns::displayed))
            return one;
    }
    return nullptr;
}

}

TagPtr displayedRequest(const QString &id)
{
    TagPtr request = iq("get", id);
    gloox::Tag *items = addChild(*addChild(*request, "pubsub", ns::pubsub), "items");
    setAttribute(*items, "node", QLatin1String(ns::displayed));
    return request;
}

TagPtr displayedPublication(const QString &id, const model::Jid &own, const model::Jid &chat, const QString &stanzaId)
{
    TagPtr request = iq("set", id);
    gloox::Tag *pubsub = addChild(*request, "pubsub", ns::pubsub);
    gloox::Tag *publish = addChild(*pubsub, "publish");
    setAttribute(*publish, "node", QLatin1String(ns::displayed));
    gloox::Tag *item = addChild(*publish, "item");
    setAttribute(*item, "id", chat.bare().toString());
    gloox::Tag *upTo = addChild(*addChild(*item, "displayed", ns::displayed), "stanza-id", ns::stanzaIds);
    setAttribute(*upTo, "by", own.bare().toString());
    setAttribute(*upTo, "id", stanzaId);
    gloox::Tag *form = addChild(*addChild(*pubsub, "publish-options"), "x", ns::dataForms);
    setAttribute(*form, "type", QStringLiteral("submit"));
    addField(*form, "FORM_TYPE", "http://jabber.org/protocol/pubsub#publish-options", "hidden");
    addField(*form, "pubsub#persist_items", "true");
    addField(*form, "pubsub#max_items", "max");
    addField(*form, "pubsub#send_last_published_item", "never");
    addField(*form, "pubsub#access_model", "whitelist");
    return request;
}

std::vector<model::DisplayedElsewhere> readDisplayed(const gloox::Tag &parent, const model::Jid &own)
{
    std::vector<model::DisplayedElsewhere> found;
    const gloox::Tag *items = itemsOf(parent);
    for (const gloox::Tag *item : items ? items->children() : gloox::TagList()) {
        const model::Jid chat = jidAttribute(*item, "id");
        const gloox::Tag *displayed = item->name() == "item" ? child(*item, "displayed", ns::displayed) : nullptr;
        const gloox::Tag *upTo = displayed ? child(*displayed, "stanza-id", ns::stanzaIds) : nullptr;
        if (!upTo || chat.isNull() || !chat.isBare() || jidAttribute(*upTo, "by") != own.bare())
            continue;
        const QString id = attribute(*upTo, "id");
        if (!id.isEmpty() && id.size() <= maxId && found.size() < maxChats)
            found.push_back({chat, id});
    }
    return found;
}

const gloox::Tag *displayedEvent(const gloox::Tag &message)
{
    const gloox::Tag *event = child(message, "event", ns::pubsubEvent);
    return event && itemsOf(*event) ? event : nullptr;
}

}
