#include "core/xmpp/Upload.h"

#include "core/xmpp/GlooxClient.h"

#include <algorithm>

namespace isthmus::xmpp {

using base::Error;
using base::Fault;

namespace {

constexpr std::size_t mostItems = 16;
constexpr std::chrono::minutes uploadLimit{10};

QUrl safeUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool safe = url.isValid() && url.scheme() == u"https" && !url.host().isEmpty() && url.userInfo().isEmpty();
    return safe ? url : QUrl();
}

bool isAllowedHeader(const QString &name)
{
    static const QStringList allowed{QStringLiteral("authorization"), QStringLiteral("cookie"), QStringLiteral("expires")};
    return allowed.contains(name.toLower());
}

Error withoutService()
{
    return {Fault::Unsupported, QStringLiteral("the chat server takes no files")};
}

bool isCut(Fault fault)
{
    return fault == Fault::ConnectionLost || fault == Fault::Cancelled || fault == Fault::Timeout;
}

}

struct Upload::Errand {
    std::weak_ptr<GlooxClient> client;
    model::UploadFile file;
    Done done;
};

std::optional<std::uint64_t> readUploadService(const gloox::Tag &info)
{
    const gloox::Tag *query = child(info, "query", ns::discoInfo);
    if (!query)
        return std::nullopt;
    bool isService = false;
    for (const gloox::Tag *feature : stanza::childrenOf(*query, "feature", ns::discoInfo))
        isService |= attribute(*feature, "var") == QLatin1String(ns::upload);
    if (!isService)
        return std::nullopt;
    // The limit stands in a form of XEP-0128, one of several perhaps.
    for (const gloox::Tag *form : stanza::childrenOf(*query, "x", ns::dataForms)) {
        QString type;
        QString most;
        for (const gloox::Tag *field : stanza::childrenOf(*form, "field", ns::dataForms)) {
            const QString value = text(child(*field, "value", ns::dataForms));
            if (attribute(*field, "var") == u"FORM_TYPE")
                type = value;
            else if (attribute(*field, "var") == u"max-file-size")
                most = value;
        }
        if (type == QLatin1String(ns::upload))
            return stanza::number(most, std::numeric_limits<std::uint64_t>::max() / 2).value_or(0);
    }
    return 0;
}

base::Result<UploadSlot> readUploadSlot(const gloox::Tag &answer)
{
    const gloox::Tag *slot = child(answer, "slot", ns::upload);
    const gloox::Tag *put = slot ? child(*slot, "put", ns::upload) : nullptr;
    const gloox::Tag *get = slot ? child(*slot, "get", ns::upload) : nullptr;
    UploadSlot found;
    found.put = put ? safeUrl(attribute(*put, "url")) : QUrl();
    found.get = get ? safeUrl(attribute(*get, "url")) : QUrl();
    if (found.put.isEmpty() || found.get.isEmpty())
        return Error{Fault::Malformed, QStringLiteral("an upload slot that is not https")};
    for (const gloox::Tag *header : stanza::childrenOf(*put, "header", ns::upload)) {
        const QString name = attribute(*header, "name").trimmed();
        QString value = text(header);
        value.remove(u'\r').remove(u'\n');
        if (isAllowedHeader(name))
            found.headers.append({name.toLatin1(), value.toUtf8()});
    }
    return found;
}

Upload::Upload(const wire::WireConfig &config, QObject *parent) : QObject(parent), m_config(config) {}

void Upload::put(const std::shared_ptr<GlooxClient> &client, const model::Jid &server, const model::UploadFile &file,
                 Done done)
{
    const Run run = std::make_shared<Errand>(Errand{client, file, std::move(done)});
    if (m_service) {
        askSlot(run);
        return;
    }
    const TagPtr request = iq("get", client->newId(), server);
    addChild(*request, "query", ns::discoItems);
    client->request(*request, server, [this, run](const IqTable::Answer &answer) {
        std::vector<model::Jid> items;
        const gloox::Tag *query = answer ? child(**answer, "query", ns::discoItems) : nullptr;
        for (const gloox::Tag *item :
             query ? stanza::childrenOf(*query, "item", ns::discoItems) : std::vector<const gloox::Tag *>()) {
            const model::Jid jid = jidAttribute(*item, "jid");
            if (!jid.isNull() && items.size() < mostItems)
                items.push_back(jid);
        }
        if (!answer && isCut(answer.error().fault)) {
            run->done(answer.error());
            return;
        }
        std::reverse(items.begin(), items.end());
        askItem(run, std::move(items));
    });
}

void Upload::askItem(const Run &run, std::vector<model::Jid> items)
{
    const std::shared_ptr<GlooxClient> client = run->client.lock();
    if (items.empty() || !client) {
        run->done(client ? withoutService() : Error{Fault::ConnectionLost, QStringLiteral("signed out")});
        return;
    }
    const model::Jid item = items.back();
    items.pop_back();
    const TagPtr request = iq("get", client->newId(), item);
    addChild(*request, "query", ns::discoInfo);
    client->request(*request, item, [this, run, item, items](const IqTable::Answer &answer) {
        if (!answer && isCut(answer.error().fault) && answer.error().fault != Fault::Timeout) {
            run->done(answer.error());
            return;
        }
        if (const auto most = answer ? readUploadService(**answer) : std::nullopt) {
            m_service = Service{item, *most};
            askSlot(run);
        } else {
            askItem(run, items);
        }
    });
}

void Upload::askSlot(const Run &run)
{
    const std::shared_ptr<GlooxClient> client = run->client.lock();
    if (!client) {
        run->done(Error{Fault::ConnectionLost, QStringLiteral("signed out")});
        return;
    }
    const auto size = static_cast<std::uint64_t>(run->file.data.size());
    if (m_service->most > 0 && size > m_service->most) {
        run->done(
            Error{Fault::TooLarge, QStringLiteral("the chat server takes files up to %1 octets").arg(m_service->most)});
        return;
    }
    const TagPtr request = iq("get", client->newId(), m_service->jid);
    gloox::Tag *wish = addChild(*request, "request", ns::upload);
    setAttribute(*wish, "filename", run->file.name);
    setAttribute(*wish, "size", QString::number(size));
    if (!run->file.mimeType.isEmpty())
        setAttribute(*wish, "content-type", run->file.mimeType);
    client->request(*request, m_service->jid, [this, run](const IqTable::Answer &answer) {
        if (!answer) {
            run->done(answer.error());
            return;
        }
        const base::Result<UploadSlot> slot = readUploadSlot(**answer);
        if (slot)
            fill(run, *slot);
        else
            run->done(slot.error());
    });
}

void Upload::fill(const Run &run, const UploadSlot &slot)
{
    wire::Http::Headers headers = slot.headers;
    if (!run->file.mimeType.isEmpty())
        headers.append({"Content-Type", run->file.mimeType.toLatin1()});
    wire::Http::Limits limits;
    limits.total = uploadLimit;
    if (!m_http)
        m_http = std::make_unique<wire::Http>(m_config);
    m_http->put(slot.put, run->file.data, headers, limits)
        .then(this, [run, get = slot.get](const base::Result<wire::HttpResponse> &answer) {
            if (answer)
                run->done(get.toString(QUrl::FullyEncoded));
            else
                run->done(answer.error());
        });
}

}
