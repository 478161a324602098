#include "core/xmpp/InBand.h"

#include "core/interworking/Errors.h"
#include "core/interworking/Names.h"
#include "core/stanza/MessageCodec.h"
#include "core/xmpp/GlooxClient.h"

#include <algorithm>

namespace isthmus::xmpp {

using base::Error;
using base::Fault;
namespace ibb = interworking::ibb;

namespace {

constexpr std::size_t mostResources = 4; ///< that are asked whether they take a session
constexpr auto keepAnnouncement = ibb::totalTimeout + ibb::announceTtl;

model::StanzaError errorIn(const gloox::Tag &iq)
{
    model::StanzaError found;
    const gloox::Tag *error = child(iq, "error", ns::client);
    if (!error)
        return found;
    found.type = attribute(*error, "type");
    for (const gloox::Tag *condition : error->children()) {
        if (stanza::namespaceOf(*condition) == ns::stanzaErrors && condition->name() != "text")
            found.condition = QString::fromStdString(condition->name());
    }
    return found;
}

bool takesSessions(const gloox::Tag &answer)
{
    const gloox::Tag *query = child(answer, "query", ns::discoInfo);
    QStringList features;
    for (const gloox::Tag *feature :
         query ? stanza::childrenOf(*query, "feature", ns::discoInfo) : std::vector<const gloox::Tag *>())
        features.append(attribute(*feature, "var"));
    return features.contains(interworking::ns::email) && features.contains(interworking::ns::ibb);
}

/// The message as it would have come if it had fitted.
model::InstantMessage withText(model::InstantMessage message, const QString &text)
{
    const QString lang = message.bodies.empty() ? QString() : message.bodies.front().lang;
    message.bodies = {{lang, text}};
    std::erase_if(message.fallbacks,
                  [](const model::Fallback &fallback) { return fallback.forNamespace == interworking::ns::email; });
    message.email->large.reset();
    if (message.email->type.isEmpty()) {
        message.email.reset(); // a line of chat
        message.emailElements = 0;
    }
    return message;
}

}

std::optional<ibb::Request> readInBand(const gloox::Tag &iq, bool &isMalformed)
{
    isMalformed = false;
    if (const gloox::Tag *open = child(iq, "open", ns::inBand)) {
        const auto size = stanza::number(attribute(*open, "block-size"), 65535);
        const QString stanza = attribute(*open, "stanza");
        isMalformed = !size || attribute(*open, "sid").isEmpty() || (!stanza.isEmpty() && stanza != u"iq");
        if (!isMalformed)
            return ibb::Open{attribute(*open, "sid"), static_cast<int>(*size)};
    } else if (const gloox::Tag *data = child(iq, "data", ns::inBand)) {
        const auto seq = stanza::number(attribute(*data, "seq"), 65535);
        const auto bytes = QByteArray::fromBase64Encoding(text(data).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        isMalformed = !seq || !bytes || attribute(*data, "sid").isEmpty();
        if (!isMalformed)
            return ibb::Data{attribute(*data, "sid"), static_cast<quint16>(*seq), *bytes};
    } else if (const gloox::Tag *close = child(iq, "close", ns::inBand)) {
        isMalformed = attribute(*close, "sid").isEmpty();
        if (!isMalformed)
            return ibb::Close{attribute(*close, "sid")};
    }
    return std::nullopt;
}

void writeInBand(gloox::Tag &iq, const ibb::Request &request)
{
    if (const auto *open = std::get_if<ibb::Open>(&request)) {
        gloox::Tag *tag = addChild(iq, "open", ns::inBand);
        setAttribute(*tag, "sid", open->sid);
        setAttribute(*tag, "block-size", QString::number(open->blockSize));
        setAttribute(*tag, "stanza", QStringLiteral("iq"));
    } else if (const auto *data = std::get_if<ibb::Data>(&request)) {
        gloox::Tag *tag = addChild(iq, "data", ns::inBand, QString::fromLatin1(data->bytes.toBase64()));
        setAttribute(*tag, "sid", data->sid);
        setAttribute(*tag, "seq", QString::number(data->seq));
    } else {
        setAttribute(*addChild(iq, "close", ns::inBand), "sid", std::get<ibb::Close>(request).sid);
    }
}

struct InBand::Sending {
    model::SendInBand command;
    Done done;
    model::Jid peer;
    QString sid;
    std::optional<ibb::Sender> sender;
    bool isOver = false;
};

InBand::InBand(Outlet outlet) : m_outlet(std::move(outlet)) {}
InBand::~InBand() = default;

void InBand::send(const model::SendInBand &command, std::vector<model::Jid> resources, Done done)
{
    const model::InstantMessage &announcement = command.announcement;
    if (!announcement.email || !announcement.email->large) {
        done(Error{Fault::Malformed, QStringLiteral("nothing is announced")});
        return;
    }
    const Ride ride = std::make_shared<Sending>();
    ride->command = command;
    ride->sid = announcement.email->large->sid;
    ride->done = std::move(done);
    m_sending.push_back(ride);
    if (resources.size() > mostResources)
        resources.resize(mostResources);
    std::reverse(resources.begin(), resources.end());
    findPeer(ride, std::move(resources));
}

void InBand::findPeer(const Ride &ride, std::vector<model::Jid> resources)
{
    const std::shared_ptr<GlooxClient> client = m_outlet.client();
    if (!client || resources.empty()) {
        end(ride, Error{client ? Fault::Unsupported : Fault::ConnectionLost, QStringLiteral("nobody takes a session")});
        return;
    }
    const model::Jid candidate = resources.back();
    resources.pop_back();
    const TagPtr request = iq("get", client->newId(), candidate);
    addChild(*request, "query", ns::discoInfo);
    client->request(*request, candidate, [this, ride, candidate, resources](const IqTable::Answer &answer) {
        if (ride->isOver)
            return;
        const bool cut =
            !answer && (answer.error().fault == Fault::ConnectionLost || answer.error().fault == Fault::Cancelled);
        if (cut)
            end(ride, answer.error());
        else if (answer && takesSessions(**answer))
            announce(ride, candidate);
        else
            findPeer(ride, resources);
    });
}

void InBand::announce(const Ride &ride, const model::Jid &peer)
{
    ride->peer = peer;
    ride->sender.emplace(ride->sid, ride->command.text.toUtf8(), m_outlet.clock());
    model::InstantMessage announcement = ride->command.announcement;
    announcement.to = peer; // the session is between these two resources
    if (const std::shared_ptr<GlooxClient> client = m_outlet.client())
        client->sendStanza(*stanza::toTag(announcement));
    step(ride);
}

void InBand::step(const Ride &ride)
{
    const std::shared_ptr<GlooxClient> client = m_outlet.client();
    if (ride->isOver)
        return;
    const std::optional<ibb::Request> request = client ? ride->sender->next(m_outlet.clock()) : std::nullopt;
    if (!request) {
        if (ride->sender->end() != ibb::Sender::End::Running)
            finish(ride);
        return;
    }
    const TagPtr stanza = iq("set", client->newId(), ride->peer);
    writeInBand(*stanza, *request);
    const QString id = attribute(*stanza, "id");
    client->request(
        *stanza, ride->peer,
        [this, ride, id](const IqTable::Answer &answer) {
            if (ride->isOver)
                return;
            const std::shared_ptr<GlooxClient> now = m_outlet.client();
            const gloox::Tag *current = now ? now->current() : nullptr;
            if (answer) {
                ride->sender->onResult(m_outlet.clock());
            } else if (current && attribute(*current, "id") == id) {
                ride->sender->onError(errorIn(*current), m_outlet.clock());
            } else if (answer.error().fault != Fault::Timeout) {
                end(ride, answer.error());
                return;
            }
            step(ride);
        },
        ibb::iqTimeout);
}

void InBand::finish(const Ride &ride)
{
    switch (ride->sender->end()) {
    case ibb::Sender::End::Done: end(ride, base::Done{}); break;
    case ibb::Sender::End::FallBack:
        end(ride, Error{Fault::Unsupported, QStringLiteral("the session was not taken")});
        break;
    case ibb::Sender::End::Failed:
    case ibb::Sender::End::Running: end(ride, Error{Fault::Rejected, QStringLiteral("the session broke off")}); break;
    }
}

void InBand::end(const Ride &ride, const base::Result<base::Done> &result)
{
    if (std::exchange(ride->isOver, true))
        return;
    std::erase(m_sending, ride);
    ride->done(result);
}

void InBand::onMessage(const model::InstantMessage &message, bool isKnown)
{
    if (message.wrapper != model::InstantMessage::Wrapper::None || !message.delays.empty() || message.error)
        return;
    const base::Timestamp now = m_outlet.clock();
    std::erase_if(m_announced, [&](const Announced &one) { return now - one.at > keepAnnouncement; });
    if (m_receiver.announced(message, isKnown, now))
        m_announced.push_back({message, now});
}

bool InBand::onRequest(const gloox::Tag &stanza)
{
    const std::shared_ptr<GlooxClient> client = m_outlet.client();
    bool isMalformed = false;
    const std::optional<ibb::Request> request = readInBand(stanza, isMalformed);
    if (!client || (!request && !isMalformed))
        return false;
    const model::Jid from = jidAttribute(stanza, "from");
    if (!request) {
        client->sendStanza(*errorFor(stanza, interworking::stanzaError(QStringLiteral("bad-request"))));
        return true;
    }
    if (const auto *close = std::get_if<ibb::Close>(&*request)) {
        for (const Ride &ride : std::vector<Ride>(m_sending)) {
            if (!ride->sender || ride->peer != from || ride->sid != close->sid)
                continue;
            client->sendStanza(*resultFor(stanza));
            ride->sender->onClose();
            step(ride);
            return true;
        }
    }
    const ibb::Receiver::Answer answer = m_receiver.on(from, *request, m_outlet.clock());
    client->sendStanza(answer.error ? *errorFor(stanza, *answer.error) : *resultFor(stanza));
    follow(answer);
    return true;
}

/// What came of a request, or of silence, beside its answer.
void InBand::follow(const ibb::Receiver::Answer &answer)
{
    const std::shared_ptr<GlooxClient> client = m_outlet.client();
    if (answer.close && client) {
        const TagPtr close = iq("set", client->newId(), answer.from);
        writeInBand(*close, *answer.close);
        client->request(*close, answer.from, [](const IqTable::Answer &) {});
    }
    const auto announced = std::find_if(m_announced.begin(), m_announced.end(), [&](const Announced &one) {
        return one.message.from == answer.from && one.message.id == answer.announceId;
    });
    if (announced == m_announced.end())
        return;
    if (answer.message && client) {
        model::InstantMessage error;
        error.type = model::InstantMessage::Type::Error;
        error.to = answer.from;
        error.id = answer.announceId;
        error.error = answer.message;
        client->sendStanza(*stanza::toTag(error));
    }
    if (answer.text) {
        model::InstantMessage whole = withText(std::move(announced->message), *answer.text);
        m_announced.erase(announced);
        m_outlet.arrived(std::move(whole));
    } else if (answer.message) {
        m_announced.erase(announced);
    }
}

void InBand::tick()
{
    const base::Timestamp now = m_outlet.clock();
    for (const ibb::Receiver::Answer &ended : m_receiver.expire(now))
        follow(ended);
    std::erase_if(m_announced, [&](const Announced &one) { return now - one.at > keepAnnouncement; });
    for (const Ride &ride : std::vector<Ride>(m_sending)) {
        if (!ride->sender)
            continue;
        ride->sender->tick(now);
        if (ride->sender->end() != ibb::Sender::End::Running)
            finish(ride);
    }
}

void InBand::onLost()
{
    m_receiver = ibb::Receiver();
    m_announced.clear();
    for (const Ride &ride : std::vector<Ride>(m_sending))
        end(ride, Error{Fault::ConnectionLost, QStringLiteral("the session was cut off")});
}

}
