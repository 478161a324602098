#include "core/xmpp/Roster.h"

#include <optional>

namespace isthmus::xmpp {

using base::Error;
using base::Fault;
using base::Result;
using model::RosterEntry;
using model::Subscription;

namespace {

std::optional<RosterEntry> readItem(const gloox::Tag &item)
{
    RosterEntry entry;
    entry.jid = jidAttribute(item, "jid").bare();
    if (entry.jid.isNull())
        return std::nullopt;
    entry.name = attribute(item, "name");
    const QString subscription = attribute(item, "subscription");
    entry.removed = subscription == u"remove";
    entry.subscription = subscription == u"both"   ? Subscription::Both
                         : subscription == u"to"   ? Subscription::To
                         : subscription == u"from" ? Subscription::From
                                                   : Subscription::None;
    return entry;
}

}

model::RosterReset Roster::reset(const gloox::Tag &query)
{
    m_entries.clear();
    model::RosterReset all;
    for (const gloox::Tag *item : query.children()) {
        if (!is(*item, "item", ns::roster))
            continue;
        const std::optional<RosterEntry> entry = readItem(*item);
        if (entry && !entry->removed) {
            m_entries.insert(entry->jid, *entry);
            all.entries.push_back(*entry);
        }
    }
    return all;
}

Result<RosterEntry> Roster::push(const gloox::Tag &query)
{
    const gloox::Tag *item = child(query, "item", ns::roster);
    const std::optional<RosterEntry> entry = item ? readItem(*item) : std::nullopt;
    if (!entry || query.children().size() != 1)
        return Error{Fault::Malformed, QStringLiteral("roster push")};
    if (entry->removed)
        m_entries.remove(entry->jid);
    else
        m_entries.insert(entry->jid, *entry);
    return *entry;
}

bool Roster::showsPresence(const model::Jid &bare) const
{
    const Subscription subscription = m_entries.value(bare).subscription;
    return subscription == Subscription::To || subscription == Subscription::Both;
}

std::vector<model::Jid> Roster::contacts() const
{
    return {m_entries.keyBegin(), m_entries.keyEnd()};
}

TagPtr rosterRequest(const QString &id)
{
    TagPtr request = iq("get", id);
    addChild(*request, "query", ns::roster);
    return request;
}

TagPtr presenceTo(const model::Jid &jid, const char *type)
{
    auto stanza = std::make_unique<gloox::Tag>("presence");
    setAttribute(*stanza, "to", jid.bare().toString());
    setAttribute(*stanza, "type", QLatin1String(type));
    return stanza;
}

TagPtr rosterChange(const QString &id, const model::Jid &jid, const QString &name, bool remove)
{
    TagPtr request = iq("set", id);
    gloox::Tag *item = addChild(*addChild(*request, "query", ns::roster), "item");
    setAttribute(*item, "jid", jid.bare().toString());
    if (remove)
        setAttribute(*item, "subscription", QStringLiteral("remove"));
    else if (!name.isEmpty())
        setAttribute(*item, "name", name);
    return request;
}

TagPtr blockingChange(const QString &id, const std::vector<model::Jid> &jids, bool blocked)
{
    Q_ASSERT(!jids.empty());
    TagPtr request = iq("set", id);
    gloox::Tag *list = addChild(*request, blocked ? "block" : "unblock", ns::blocking);
    for (const model::Jid &jid : jids)
        setAttribute(*addChild(*list, "item"), "jid", jid.bare().toString());
    return request;
}

}
