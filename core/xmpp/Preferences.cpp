#include "core/xmpp/Preferences.h"

namespace isthmus::xmpp {

namespace {

constexpr char prefs[] = "urn:isthmus:prefs:1"; // name of the node and namespace of its item
constexpr char event[] = "http://jabber.org/protocol/pubsub#event";
constexpr char publishOptions[] = "http://jabber.org/protocol/pubsub#publish-options";

void addField(gloox::Tag &form, const char *name, const QString &value, const char *type = nullptr)
{
    gloox::Tag *field = addChild(form, "field");
    setAttribute(*field, "var", QLatin1String(name));
    if (type)
        setAttribute(*field, "type", QLatin1String(type));
    addChild(*field, "value", nullptr, value);
}

}

TagPtr preferencePublication(const QString &id, const model::PublishedPreference &preference)
{
    TagPtr request = iq("set", id);
    gloox::Tag *pubsub = addChild(*request, "pubsub", ns::pubsub);
    gloox::Tag *publish = addChild(*pubsub, "publish");
    setAttribute(*publish, "node", QLatin1String(prefs));
    gloox::Tag *item = addChild(*publish, "item");
    setAttribute(*item, "id", QStringLiteral("current"));
    gloox::Tag *element = addChild(*item, "prefs", prefs);
    setAttribute(*element, "offline", preference.offline);
    setAttribute(*element, "busy", preference.busy);
    setAttribute(*element, "mode", preference.mode);
    if (!preference.mail.isNull())
        setAttribute(*element, "mail", preference.mail.toString());
    gloox::Tag *options = addChild(*pubsub, "publish-options");
    gloox::Tag *form = addChild(*options, "x", ns::dataForms);
    setAttribute(*form, "type", QStringLiteral("submit"));
    addField(*form, "FORM_TYPE", QLatin1String(publishOptions), "hidden");
    addField(*form, "pubsub#access_model", QStringLiteral("presence"));
    addField(*form, "pubsub#persist_items", QStringLiteral("true"));
    return request;
}

std::optional<model::PreferenceFound> readPreferenceEvent(const gloox::Tag &message)
{
    const gloox::Tag *published = child(message, "event", event);
    const gloox::Tag *items = published ? child(*published, "items", event) : nullptr;
    const model::Jid from = jidAttribute(message, "from");
    if (!items || from.isNull() || !from.isBare() || attribute(*items, "node") != QLatin1String(prefs))
        return std::nullopt;
    model::PreferenceFound found{from, std::nullopt};
    if (child(*items, "retract", event))
        return found;
    const gloox::Tag *item = child(*items, "item", event);
    const gloox::Tag *element = item ? child(*item, "prefs", prefs) : nullptr;
    if (!element)
        return std::nullopt;
    found.preference.emplace();
    found.preference->offline = attribute(*element, "offline");
    found.preference->busy = attribute(*element, "busy");
    found.preference->mode = attribute(*element, "mode");
    found.preference->mail = model::MailAddress::parse(attribute(*element, "mail")).valueOr({});
    return found;
}

}
