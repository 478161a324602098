#include "core/xmpp/FileSessions.h"

#include "core/interworking/Errors.h"
#include "core/xmpp/GlooxClient.h"
#include "core/xmpp/InBand.h"

#include <algorithm>

namespace isthmus::xmpp {

using base::Error;
using base::Fault;
using interworking::stanzaError;
using model::FileStage;
namespace ibb = interworking::ibb;

namespace {

using By = FileProposal::By;
using Flaw = FileProposal::Flaw;

TagPtr refusal(const gloox::Tag &iq, const char *condition, const char *more = nullptr, const char *moreNs = nullptr)
{
    TagPtr answer = errorFor(iq, stanzaError(QLatin1String(condition)));
    if (more)
        addChild(*answer->findChild("error"), more, moreNs);
    return answer;
}

/// XEP-0095 4.3: who rejects a stream says so.
TagPtr declined(const gloox::Tag &iq)
{
    return errorFor(iq, {QStringLiteral("forbidden"), QStringLiteral("cancel"), {}, {}});
}

bool isProven(const QByteArray &bytes, const std::vector<FileHash> &hashes)
{
    return std::all_of(hashes.begin(), hashes.end(),
                       [&](const FileHash &hash) { return QCryptographicHash::hash(bytes, hash.algorithm) == hash.digest; });
}

/// The sid of an in-band request, also of one that is malformed otherwise.
QString streamOf(const gloox::Tag &iq)
{
    for (const char *name : {"open", "data", "close"}) {
        if (const gloox::Tag *tag = child(iq, name, ns::inBand))
            return attribute(*tag, "sid");
    }
    return {};
}

}

bool FileSessions::onRequest(const gloox::Tag &iq)
{
    if (!m_outlet.client())
        return false;
    if (const gloox::Tag *jingle = child(iq, "jingle", ns::jingle)) {
        onJingle(iq, *jingle);
        return true;
    }
    if (const gloox::Tag *si = child(iq, "si", ns::streamInitiation)) {
        consider(iq, readStreamInitiation(*si));
        return true;
    }
    return onInBand(iq);
}

void FileSessions::consider(const gloox::Tag &iq, std::optional<FileProposal> proposal)
{
    const model::Jid peer = jidAttribute(iq, "from");
    if (!m_outlet.isContact(peer.bare())) {
        // As if nobody were here (RFC 6121 8.5.2.2): a stranger learns nothing.
        reply(refusal(iq, "service-unavailable"));
        if (proposal && proposal->flaw == Flaw::None && m_strangers.take({}, m_outlet.clock()))
            tellRefused(peer, *proposal);
        return;
    }
    if (!proposal || peer.isBare()) {
        reply(refusal(iq, "bad-request"));
    } else if (find(peer, proposal->session)) {
        reply(refusal(iq, "conflict"));
    } else if (isTooMuch(peer, *proposal) || !m_rate.take(peer.bare(), m_outlet.clock())) {
        reply(refusal(iq, "resource-constraint"));
    } else if (proposal->flaw != Flaw::None || !proposal->file.blocked.isEmpty()) {
        turnDown(iq, *proposal);
        if (proposal->flaw == Flaw::None)
            tellRefused(peer, *proposal);
    } else {
        const Held session = std::make_shared<Session>();
        session->offer = m_outlet.client()->newId();
        session->peer = peer;
        session->proposal = *std::move(proposal);
        if (session->proposal.by == By::StreamInitiation)
            session->request.reset(iq.clone());
        else
            reply(resultFor(iq)); // XEP-0166 6.3.1: received, not accepted
        enter(session, Step::Offered);
        m_sessions.push_back(session);
        m_outlet.arrived(model::FileOffered{session->offer, peer.bare(), session->proposal.file, false, m_outlet.clock()});
    }
}

bool FileSessions::isTooMuch(const model::Jid &peer, const FileProposal &proposal) const
{
    const auto waiting = std::count_if(m_sessions.begin(), m_sessions.end(), [&](const Held &one) {
        return one->peer.bare() == peer.bare() && one->step == Step::Offered;
    });
    return waiting >= mostOffers || findStream(peer, proposal.stream);
}

/// What needs no question: it is not for us, or more than we take.
void FileSessions::turnDown(const gloox::Tag &iq, const FileProposal &proposal)
{
    if (proposal.by == By::StreamInitiation) {
        if (proposal.flaw == Flaw::NoFile)
            reply(refusal(iq, "bad-request", "bad-profile", ns::streamInitiation));
        else if (proposal.flaw == Flaw::NoStream)
            reply(refusal(iq, "bad-request", "no-valid-streams", ns::streamInitiation));
        else if (proposal.flaw == Flaw::NoSize)
            reply(refusal(iq, "bad-request"));
        else
            reply(declined(iq));
        return;
    }
    reply(resultFor(iq));
    const Held session = std::make_shared<Session>();
    session->peer = jidAttribute(iq, "from");
    session->proposal = proposal;
    if (proposal.flaw == Flaw::NoFile)
        terminate(session, "unsupported-applications");
    else if (proposal.flaw == Flaw::Request)
        terminate(session, "failed-application", "file-not-available"); // XEP-0234 9.1
    else if (proposal.flaw == Flaw::NoSize)
        terminate(session, "failed-application");
    else if (proposal.file.blocked == u"size")
        terminate(session, "media-error", "file-too-large"); // XEP-0234 9.2
    else
        terminate(session, "decline");
}

void FileSessions::tellRefused(const model::Jid &peer, const FileProposal &proposal)
{
    m_outlet.arrived(model::FileOffered{m_outlet.client()->newId(), peer.bare(), proposal.file, true, m_outlet.clock()});
}

void FileSessions::onJingle(const gloox::Tag &iq, const gloox::Tag &jingle)
{
    const QString action = attribute(jingle, "action");
    if (action == u"session-initiate") {
        consider(iq, readJingleProposal(jingle));
        return;
    }
    const Held session = find(jidAttribute(iq, "from"), attribute(jingle, "sid"));
    if (!session || session->proposal.by != By::Jingle) {
        reply(refusal(iq, "item-not-found", "unknown-session", ns::jingleErrors));
        return;
    }
    const bool isKnown = action.startsWith(u"transport-") || action == u"session-terminate" || action == u"content-remove"
                         || action == u"session-info";
    if (!isKnown) {
        reply(refusal(iq, "feature-not-implemented"));
        return;
    }
    reply(resultFor(iq));
    if (action == u"session-terminate") {
        onTerminate(session);
    } else if (action == u"content-remove") {
        terminate(session, "cancel"); // XEP-0234 6.5: its only content is gone
        onTerminate(session);
    } else if (action == u"session-info") {
        for (const FileHash &hash : readChecksum(jingle))
            session->proposal.hashes.push_back(hash);
        if (session->step == Step::Checking)
            conclude(session);
    } else {
        onTransport(session, action, jingle);
    }
}

void FileSessions::onTransport(const Held &session, const QString &action, const gloox::Tag &jingle)
{
    if (action == u"transport-accept" && session->step == Step::Replacing) {
        accept(session);
    } else if (action == u"transport-reject" && session->step == Step::Replacing) {
        terminate(session, "unsupported-transports");
        end(session, FileStage::Broken);
    } else if (action == u"transport-replace") {
        // XEP-0260 3: the initiator may find by itself that only in-band bytestreams are left.
        const gloox::Tag *content = child(jingle, "content", ns::jingle);
        FileProposal changed = session->proposal;
        const bool isOurs = content && session->step != Step::Coming && session->step != Step::Checking
                            && readInBandTransport(*content, changed) && !findStream(session->peer, changed.stream);
        if (isOurs)
            session->proposal = changed;
        send(session, isOurs ? "transport-accept" : "transport-reject", [&](gloox::Tag &answer) {
            if (isOurs)
                addContent(answer, session->proposal, false);
            else if (content)
                answer.addChild(content->clone());
        });
        if (isOurs && session->step == Step::Replacing)
            accept(session); // our own proposal crossed with it
    }
}

void FileSessions::onTerminate(const Held &session)
{
    session->isOver = true;
    // Who sent it all may end the session before, or instead of, the bytestream.
    const bool isProvable = !session->proposal.hashFollows || !session->proposal.hashes.empty();
    if (session->bytes && session->bytes->isWhole() && isProvable)
        conclude(session);
    else
        end(session, session->step == Step::Offered ? FileStage::Withdrawn : FileStage::Broken);
}

bool FileSessions::onInBand(const gloox::Tag &iq)
{
    const Held session = findStream(jidAttribute(iq, "from"), streamOf(iq));
    // What was not accepted is for nobody: InBand answers that there is no such session.
    if (!session || (session->step != Step::Awaited && session->step != Step::Coming))
        return false;
    bool isMalformed = false;
    const std::optional<ibb::Request> request = readInBand(iq, isMalformed);
    if (!request) {
        reply(refusal(iq, "bad-request"));
        breakOff(session, "failed-transport");
        end(session, FileStage::Broken);
    } else if (const auto *opening = std::get_if<ibb::Open>(&*request)) {
        open(session, iq, *opening);
    } else if (const auto *data = std::get_if<ibb::Data>(&*request)) {
        take(session, iq, *data);
    } else if (session->step == Step::Coming) {
        reply(resultFor(iq));
        conclude(session);
    } else {
        reply(refusal(iq, "item-not-found"));
    }
    return true;
}

void FileSessions::open(const Held &session, const gloox::Tag &iq, const ibb::Open &open)
{
    const bool again = session->step == Step::Coming; // it starts at 0 (4.4)
    const bool tooOften = again && !m_rate.take(session->peer.bare(), m_outlet.clock());
    if (open.blockSize < 1 || open.blockSize > session->proposal.blockSize || tooOften) {
        reply(refusal(iq, "resource-constraint"));
        return;
    }
    session->bytes.emplace(static_cast<qint64>(session->proposal.file.bytes), open.blockSize, m_outlet.clock());
    enter(session, Step::Coming);
    reply(resultFor(iq));
}

void FileSessions::take(const Held &session, const gloox::Tag &iq, const ibb::Data &data)
{
    if (session->step != Step::Coming) {
        reply(refusal(iq, "item-not-found"));
        return;
    }
    const std::optional<model::StanzaError> error = session->bytes->take(data, m_outlet.clock());
    reply(error ? errorFor(iq, *error) : resultFor(iq));
    if (!error)
        return;
    const bool tooLong = error->condition == u"not-acceptable";
    breakOff(session, tooLong ? "media-error" : "failed-transport", tooLong ? "file-too-large" : nullptr);
    end(session, FileStage::Broken);
}

/// Ends the bytestream from this side, and with it the session.
void FileSessions::breakOff(const Held &session, const char *reason, const char *more)
{
    const std::shared_ptr<GlooxClient> client = m_outlet.client();
    if (client && session->step == Step::Coming) {
        const TagPtr close = iq("set", client->newId(), session->peer);
        writeInBand(*close, ibb::Close{session->proposal.stream});
        client->request(*close, session->peer, [](const IqTable::Answer &) {});
    }
    terminate(session, reason, more);
}

void FileSessions::conclude(const Held &session)
{
    const FileProposal &proposal = session->proposal;
    if (!session->bytes->isWhole()) {
        terminate(session, "failed-transport");
        end(session, FileStage::Broken);
    } else if (proposal.hashFollows && proposal.hashes.empty()) {
        enter(session, Step::Checking);
    } else if (!isProven(session->bytes->bytes(), proposal.hashes)) {
        terminate(session, "media-error");
        end(session, FileStage::WrongHash);
    } else {
        terminate(session, "success");
        std::erase(m_sessions, session);
        m_outlet.arrived(model::FileReceived{session->offer, session->bytes->bytes()});
    }
}

base::Result<base::Done> FileSessions::answer(const model::AnswerFile &command)
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(), [&](const Held &one) {
        return one->offer == command.offer && (!command.accept || one->step == Step::Offered);
    });
    if (found == m_sessions.end())
        return Error{Fault::NotFound, QStringLiteral("no such offer")};
    const Held session = *found;
    if (!command.accept) {
        if (session->step == Step::Offered)
            decline(session, "decline");
        else
            breakOff(session, "cancel"); // XEP-0234 6.5
        std::erase(m_sessions, session);
        return base::Done{};
    }
    if (!mayCome(session->peer))
        return Error{Fault::TryLater, QStringLiteral("another file is coming")};
    if (session->proposal.stream.isEmpty()) {
        session->proposal.stream = m_outlet.client()->newId();
        session->proposal.blockSize = ibb::blockSizeFirst;
        enter(session, Step::Replacing);
        send(session, "transport-replace", [&](gloox::Tag &jingle) { addContent(jingle, session->proposal, false); });
    } else {
        accept(session);
    }
    return base::Done{};
}

void FileSessions::accept(const Held &session)
{
    enter(session, Step::Awaited);
    if (session->proposal.by == By::StreamInitiation) {
        const TagPtr answer = resultFor(*session->request);
        addChosenStream(*answer);
        reply(answer);
        return;
    }
    send(session, "session-accept", [&](gloox::Tag &jingle) {
        setAttribute(jingle, "responder", m_outlet.client()->boundJid().toString());
        addContent(jingle, session->proposal, true);
    });
}

/// The user's no, or nobody's word in time.
void FileSessions::decline(const Held &session, const char *reason)
{
    if (session->proposal.by == By::StreamInitiation)
        reply(declined(*session->request));
    else
        terminate(session, reason);
}

void FileSessions::onGone(const model::Jid &full)
{
    for (const Held &session : std::vector<Held>(m_sessions)) {
        if (session->peer == full)
            end(session, session->step == Step::Offered ? FileStage::Withdrawn : FileStage::Broken);
    }
}

void FileSessions::tick()
{
    const base::Timestamp now = m_outlet.clock();
    for (const Held &session : std::vector<Held>(m_sessions)) {
        const auto waited = now - session->since;
        switch (session->step) {
        case Step::Offered:
            if (waited > offerTtl) {
                decline(session, "timeout");
                end(session, FileStage::Withdrawn);
            }
            break;
        case Step::Replacing:
        case Step::Awaited:
            if (waited > ibb::announceTtl) {
                terminate(session, "timeout");
                end(session, FileStage::Broken);
            }
            break;
        case Step::Coming:
            if (session->bytes->isOver(now)) {
                breakOff(session, "timeout");
                end(session, FileStage::Broken);
            }
            break;
        case Step::Checking:
            if (waited > ibb::iqTimeout) { // a promise that is not kept is a wrong one
                terminate(session, "media-error");
                end(session, FileStage::WrongHash);
            }
            break;
        }
    }
}

void FileSessions::onLost()
{
    for (const Held &session : std::vector<Held>(m_sessions))
        end(session, session->step == Step::Offered ? FileStage::Withdrawn : FileStage::Broken);
}

void FileSessions::end(const Held &session, FileStage stage)
{
    if (std::erase(m_sessions, session) > 0)
        m_outlet.arrived(model::FileEnded{session->offer, stage});
}

void FileSessions::enter(const Held &session, Step step)
{
    session->step = step;
    session->since = m_outlet.clock();
}

void FileSessions::send(const Held &session, const char *action, const std::function<void(gloox::Tag &jingle)> &fill)
{
    const std::shared_ptr<GlooxClient> client = m_outlet.client();
    if (!client)
        return;
    const TagPtr stanza = iq("set", client->newId(), session->peer);
    fill(*addJingle(*stanza, action, session->proposal));
    client->request(*stanza, session->peer, [this, session](const IqTable::Answer &answer) {
        if (!answer) // it knows the session no more, or is not there
            end(session, FileStage::Broken);
    });
}

void FileSessions::terminate(const Held &session, const char *reason, const char *more)
{
    if (session->proposal.by == By::Jingle && !std::exchange(session->isOver, true))
        send(session, "session-terminate", [&](gloox::Tag &jingle) { addReason(jingle, reason, more); });
}

void FileSessions::reply(const TagPtr &answer)
{
    if (const std::shared_ptr<GlooxClient> client = m_outlet.client())
        client->sendStanza(*answer);
}

FileSessions::Held FileSessions::find(const model::Jid &peer, const QString &session) const
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(),
                                    [&](const Held &one) { return one->peer == peer && one->proposal.session == session; });
    return found == m_sessions.end() ? nullptr : *found;
}

FileSessions::Held FileSessions::findStream(const model::Jid &peer, const QString &stream) const
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(), [&](const Held &one) {
        return !stream.isEmpty() && one->peer == peer && one->proposal.stream == stream;
    });
    return found == m_sessions.end() ? nullptr : *found;
}

bool FileSessions::mayCome(const model::Jid &peer) const
{
    int coming = 0;
    for (const Held &one : m_sessions) {
        const bool isComing = one->step != Step::Offered;
        coming += isComing ? 1 : 0;
        if (isComing && one->peer.bare() == peer.bare())
            return false;
    }
    return coming < mostComing;
}

}
