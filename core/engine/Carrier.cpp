#include "core/engine/Carrier.h"

#include "core/base/Checkpoint.h"
#include "core/base/Sha256.h"
#include "core/engine/Bridge.h"
#include "core/engine/StanzaReader.h"
#include "core/interworking/LargeText.h"
#include "core/store/ValueCodec.h"

#include <QTimer>

namespace isthmus::engine {

using base::Error;
using base::Fault;
using interworking::toim::Mode;
using model::CommandResult;
using model::InstantMessage;

namespace {

/// As fast as a receiver may limit what it takes (specification 4.1, 4.5).
constexpr std::size_t burst = 20;
constexpr std::chrono::milliseconds pace{100};

constexpr QLatin1String textType("text/plain; charset=utf-8");

bool isWithoutService(Fault fault)
{
    return fault == Fault::Unsupported || fault == Fault::NotFound;
}

Error noUrl()
{
    return {Fault::ProtocolBroken, QStringLiteral("an upload without an address")};
}

/// A file as a message of its own: the URL as text, and what tells a program what it is (specification 2.9).
InstantMessage fileMessage(const InstantMessage &whole, const model::Attachment &file, int number)
{
    InstantMessage message;
    message.type = whole.type;
    message.from = whole.from;
    message.to = whole.to;
    message.id = whole.id + QStringLiteral("-a%1").arg(number);
    message.originId = message.id;
    message.thread = whole.thread;
    message.bodies = {{QString(), file.url}};
    message.files = {file};
    return message;
}

}

struct Carrier::Journey {
    store::OutboxRow row;
    InstantMessage message; ///< as it was said
    QString text;
    std::vector<model::OutgoingFile> files;
    model::Attachments uploaded;
    interworking::Ctx ctx;
    std::vector<InstantMessage> parts;
    std::size_t next = 0;
    base::Promise<CommandResult> promise;
};

Carrier::Carrier(Engine::Private &engine) : m_engine(engine) {}
Carrier::~Carrier() = default;

base::Task<CommandResult> Carrier::carry(const store::OutboxRow &row)
{
    auto ride = std::make_shared<Journey>();
    ride->row = row;
    const model::Account *account = m_engine.account(row.account);
    auto message = store::decode<InstantMessage>(row.command);
    if (!message || !account) {
        ride->promise.finish(Error{Fault::Storage, QStringLiteral("the queued message is damaged")});
        return ride->promise.task();
    }
    ride->message = std::move(*message);
    if (!row.parts.isEmpty()) {
        ride->parts = store::decode<store::Parts>(row.parts).value_or(store::Parts{}).stanzas;
        ride->next = static_cast<std::size_t>(std::max(0, row.partsSent));
        sendNext(ride);
        return ride->promise.task();
    }
    if (!ride->message.bodies.empty())
        ride->text = ride->message.bodies.front().text;
    if (auto draft = store::decode<model::Draft>(row.draft))
        ride->files = std::move(draft->files);
    const LongTexts &settings = m_engine.longTexts;
    ride->ctx = contextFor(*account, m_engine.parts.clock());
    ride->ctx.policy.pagerMax = settings.pagerMax;
    ride->ctx.policy.segSoftMax = settings.segmentsAtMost;
    if (settings.inBand) {
        // Whether the other side takes it, its server says when it is asked.
        ride->ctx.policy.large = interworking::Policy::Large::Ibb;
        ride->ctx.peer =
            interworking::Peer{model::Jid::parse(ride->message.to.bare().toString() + QStringLiteral("/x")).valueOr({}),
                               {interworking::ns::email, interworking::ns::ibb}};
    }
    uploadFiles(ride);
    return ride->promise.task();
}

void Carrier::upload(const Ride &ride, model::UploadFile file, std::function<void(const QString &url)> done)
{
    m_engine.links->perform(ride->row.account, std::move(file))
        .then(this, [ride, done = std::move(done)](const base::Result<CommandResult> &result) {
            if (result && !result->url.isEmpty())
                done(result->url);
            else
                ride->promise.finish(result ? noUrl() : result.error());
        });
}

void Carrier::uploadFiles(const Ride &ride)
{
    if (ride->uploaded.size() == ride->files.size()) {
        layOut(ride);
        return;
    }
    const model::OutgoingFile &file = ride->files[ride->uploaded.size()];
    model::Attachment named;
    named.name = file.name;
    named.mimeType = file.mimeType.isEmpty() ? QStringLiteral("application/octet-stream") : file.mimeType.toLower();
    named.bytes = static_cast<std::uint64_t>(file.data.size());
    named.sha256 = base::sha256(file.data);
    upload(ride, {named.name, named.mimeType, file.data}, [this, ride, named](const QString &url) mutable {
        named.url = url;
        ride->uploaded.push_back(named);
        uploadFiles(ride);
    });
}

void Carrier::layOut(const Ride &ride)
{
    if (ride->text.isEmpty() && !ride->uploaded.empty()) {
        depart(ride);
        return;
    }
    const QString lang = ride->message.bodies.empty() ? QString() : ride->message.bodies.front().lang;
    interworking::LaidOut laidOut = interworking::layOutText(ride->message, lang, ride->text, {}, ride->ctx);
    ride->parts = std::move(laidOut.stanzas);
    switch (laidOut.mode) {
    case Mode::Pager:
    case Mode::Segments: depart(ride); break;
    case Mode::Ibb: sendInBand(ride); break;
    case Mode::Link: uploadText(ride); break;
    }
}

void Carrier::sendInBand(const Ride &ride)
{
    // Our archive gives back the announcement: it is to be known again.
    m_engine
        .write([item = ride->row.item, digest = stanzaDigest(ride->parts.front())](store::Connection &connection,
                                                                                   Changes &) -> base::Result<base::Done> {
            store::ItemTable items(connection);
            if (auto row = items.one(item)) {
                row->digest = digest;
                items.update(*row);
            }
            return base::Done{};
        })
        .then(this, [this, ride](const base::Result<base::Done> &) {
            m_engine.links->perform(ride->row.account, model::SendInBand{ride->parts.front(), ride->text})
                .then(this, [this, ride](const base::Result<CommandResult> &result) {
                    if (!result && isWithoutService(result.error().fault)) {
                        ride->ctx.policy.large = interworking::Policy::Large::Segments; // once (4.4)
                        layOut(ride);
                        return;
                    }
                    ride->parts.clear();
                    if (!result || ride->uploaded.empty())
                        ride->promise.finish(result);
                    else
                        depart(ride);
                });
        });
}

void Carrier::uploadText(const Ride &ride)
{
    const QByteArray utf8 = ride->text.toUtf8();
    m_engine.links->perform(ride->row.account, model::UploadFile{QStringLiteral("message.txt"), textType, utf8})
        .then(this, [this, ride, utf8](const base::Result<CommandResult> &result) {
            const interworking::Policy &policy = ride->ctx.policy;
            if (!result && isWithoutService(result.error().fault) && policy.segSoftMax > 0
                && utf8.size() <= interworking::segmentsMaxBytes(policy.pagerMax)) {
                // Nothing is lost only because it is long.
                ride->ctx.policy.segSoftMax = 0;
                layOut(ride);
                return;
            }
            if (!result || result->url.isEmpty()) {
                ride->promise.finish(result ? noUrl() : result.error());
                return;
            }
            InstantMessage &stanza = ride->parts.front();
            stanza = interworking::withLink(stanza, result->url, {});
            stanza.files.back().name = QStringLiteral("message.txt");
            stanza.files.back().bytes = static_cast<std::uint64_t>(utf8.size());
            stanza.files.back().sha256 = base::sha256(utf8);
            depart(ride);
        });
}

/// What leaves is known: it is written down, then it goes.
void Carrier::depart(const Ride &ride)
{
    int number = 0;
    for (const model::Attachment &file : ride->uploaded) {
        InstantMessage stanza = fileMessage(ride->message, file, ++number);
        if (ride->parts.empty() && ride->text.isEmpty()) {
            stanza.id = stanza.originId = ride->message.id;
            stanza.receiptRequest = ride->message.receiptRequest;
            stanza.markable = ride->message.markable;
        }
        ride->parts.push_back(std::move(stanza));
    }
    if (ride->parts.size() == 1 && ride->parts.front() == ride->message) {
        m_engine.links->perform(ride->row.account, model::SendStanza{ride->message, ride->row.attempts > 0})
            .then(this, [ride](const base::Result<CommandResult> &result) { ride->promise.finish(result); });
        return;
    }
    m_engine
        .write([row = ride->row, parts = ride->parts, files = ride->uploaded](store::Connection &connection,
                                                                              Changes &changes) -> base::Result<base::Done> {
            store::OutboxTable(connection).setParts(row.id, store::encode(store::Parts{parts}));
            store::ItemTable items(connection);
            if (auto shown = items.one(row.item)) {
                // Segments come back from the archive as the text that they are parts of.
                if (!parts.front().segment && parts.front().id == shown->item.stanzaId)
                    shown->digest = stanzaDigest(parts.front());
                if (!files.empty())
                    shown->item.attachments = files;
                items.update(*shown);
                changes.add(row.item, shown->home, Changes::What::Changed);
            }
            return base::Done{};
        })
        .then(this, [this, ride](const base::Result<base::Done> &written) {
            if (written)
                sendNext(ride);
            else
                ride->promise.finish(written.error());
        });
}

void Carrier::sendNext(const Ride &ride)
{
    if (ride->next >= ride->parts.size()) {
        ride->promise.finish(CommandResult{});
        return;
    }
    m_engine.links->perform(ride->row.account, model::SendStanza{ride->parts[ride->next], ride->row.attempts > 0})
        .then(this, [this, ride](const base::Result<CommandResult> &result) {
            if (!result) {
                ride->promise.finish(result.error());
                return;
            }
            ++ride->next;
            base::checkpoint("outbox.part-sent");
            arrived(ride);
        });
}

void Carrier::arrived(const Ride &ride)
{
    m_engine
        .write([row = ride->row, sent = static_cast<int>(ride->next)](store::Connection &connection,
                                                                      Changes &) -> base::Result<base::Done> {
            store::OutboxTable outbox(connection);
            const auto queued = outbox.byItem(row.item);
            // The other side has refused a part: the others need not go (specification 4.3).
            if (!queued || queued->state != store::OutboxState::Sending)
                return Error{Fault::Cancelled, QStringLiteral("no longer to be sent")};
            outbox.setPartsSent(row.id, sent);
            return base::Done{};
        })
        .then(this, [this, ride](const base::Result<base::Done> &written) {
            if (!written)
                ride->promise.finish(written.error());
            else if (ride->next < burst)
                sendNext(ride);
            else
                QTimer::singleShot(pace, this, [this, ride] { sendNext(ride); });
        });
}

}
