#include "core/engine/Bridge.h"

#include <algorithm>

namespace isthmus::engine {

using interworking::Ctx;
using interworking::MapRow;
using store::MessageLink;

namespace {

constexpr int threadRows = 20; ///< as many as References may name (specification 2.6)

void add(Ctx &ctx, const std::vector<MessageLink> &links, const model::Account &account)
{
    for (const MessageLink &link : links) {
        MapRow row = mapRow(link, account);
        if (std::find(ctx.messageMap.begin(), ctx.messageMap.end(), row) == ctx.messageMap.end())
            ctx.messageMap.push_back(std::move(row));
        if (link.inbound && !link.messageId.isEmpty()) {
            ctx.seen.push_back({link.messageId, account.jid.bare(), link.from, link.date,
                                static_cast<interworking::Verdict>(link.verdict), link.bodySha256});
        }
    }
}

}

Ctx contextFor(const model::Account &account, base::Timestamp now)
{
    Ctx ctx;
    ctx.role = interworking::Role::Client;
    ctx.now = now;
    ctx.own = account.jid.bare();
    ctx.imDomains = QStringList{account.jid.domain()};
    ctx.gatewayDomain = interworking::localGatewayDomain;
    ctx.domainMap.push_back(
        {account.jid.domain(), model::toAsciiDomain(account.address.domain()), interworking::DomainRow::Direction::Both});
    ctx.addressMap.push_back({account.jid.bare(), account.address, interworking::AddressRow::Kind::Constructed, true});
    if (!account.displayName.isEmpty())
        ctx.names.insert(account.jid.bare().toString(), account.displayName);
    ctx.idKey = account.idKey;
    ctx.trustedAuthservIds = account.trustedServers;
    ctx.ownHosts = account.trustedServers;
    return ctx;
}

MapRow mapRow(const MessageLink &link, const model::Account &account)
{
    MapRow row;
    row.messageId = link.messageId;
    row.stanzaId = link.stanzaId;
    row.local = account.jid.bare();
    row.remote = link.remote;
    row.thread = link.thread;
    row.author = link.author;
    row.subject = link.subject;
    row.generatedSubject = link.generatedSubject;
    row.references.assign(link.references.begin(), link.references.end());
    row.recipients = link.recipients;
    row.digest = link.digest;
    row.request = link.request;
    row.receipted = link.receipted;
    row.markable = link.markable;
    row.inbound = link.inbound;
    row.dnt = link.dnt;
    row.at = link.at;
    return row;
}

MessageLink messageLink(const MapRow &row, const model::Account &account)
{
    MessageLink link;
    link.account = account.id;
    link.messageId = row.messageId;
    link.stanzaId = row.stanzaId;
    link.thread = row.thread;
    link.remote = row.remote;
    link.author = row.author;
    link.subject = row.subject;
    link.generatedSubject = row.generatedSubject;
    link.references = QStringList(row.references.begin(), row.references.end());
    link.recipients = row.recipients;
    link.digest = row.digest;
    link.request = row.request;
    link.receipted = row.receipted;
    link.markable = row.markable;
    link.inbound = row.inbound;
    link.dnt = row.dnt;
    link.at = row.at;
    return link;
}

void addRows(Ctx &ctx, store::Connection &connection, const model::Account &account, const std::vector<QString> &messageIds)
{
    store::MessageMapTable table(connection);
    QStringList threads;
    for (const QString &id : messageIds) {
        const std::vector<MessageLink> links = table.byMessageId(account.id, id);
        for (const MessageLink &link : links)
            threads.append(link.thread);
        add(ctx, links, account);
    }
    threads.removeDuplicates();
    for (const QString &thread : std::as_const(threads))
        addThread(ctx, connection, account, thread, {});
}

void addThread(Ctx &ctx, store::Connection &connection, const model::Account &account, const QString &thread,
               const QString &stanzaId)
{
    store::MessageMapTable table(connection);
    if (!thread.isEmpty())
        add(ctx, table.byThread(account.id, thread, threadRows), account);
    if (!stanzaId.isEmpty())
        add(ctx, table.byStanzaId(account.id, stanzaId), account);
}

}
