#pragma once

#include "core/base/Result.h"
#include "core/base/Timestamp.h"
#include "core/interworking/Ibb.h"
#include "core/model/Batch.h"
#include "core/model/Command.h"
#include "core/xmpp/FileProposal.h"

#include <functional>
#include <memory>
#include <vector>

namespace isthmus::xmpp {

class GlooxClient;

/// Files that contacts send in the chat connection, from the offer to the last octet, of one account: Jingle file transfer
/// (XEP-0166, 0234, 0261) and stream initiation (XEP-0095, 0096), the bytes in band (XEP-0047) with the checks of
/// specification 4.4. Nothing comes without the user's word (answer()); strangers are refused, and the user is told.
/// Thread: one; its owner calls tick() every few seconds.
class FileSessions
{
public:
    struct Outlet {
        std::function<std::shared_ptr<GlooxClient>()> client; ///< nullptr while signed out
        std::function<bool(const model::Jid &bare)> isContact;
        /// FileOffered, FileReceived, FileEnded; to be stored in this order.
        std::function<void(model::Arrival)> arrived;
        base::Clock clock;
    };

    static constexpr std::chrono::minutes offerTtl{30}; ///< for the user's word
    static constexpr int mostOffers = 8;                ///< of one contact that wait for it
    static constexpr int mostComing = 2;                ///< files at a time, and one of each contact: they lie in memory

    explicit FileSessions(Outlet outlet) : m_outlet(std::move(outlet)) {}

    /// True: the <iq type='set'/> was ours, and is answered or will be.
    [[nodiscard]] bool onRequest(const gloox::Tag &iq);
    /// The user's word. See model::AnswerFile.
    [[nodiscard]] base::Result<base::Done> answer(const model::AnswerFile &command);
    /// That resource has gone: what it offered and sent goes with it.
    void onGone(const model::Jid &full);
    void tick();
    /// The stream is over, and with it every session.
    void onLost();

private:
    enum class Step : std::uint8_t {
        Offered,   ///< the user is asked
        Replacing, ///< in-band bytestreams were proposed instead
        Awaited,   ///< accepted; to be opened
        Coming,
        Checking, ///< all is there but its promised hash
    };
    struct Session {
        QString offer;
        model::Jid peer; ///< full
        FileProposal proposal;
        TagPtr request; ///< of a stream initiation: to be answered
        Step step = Step::Offered;
        base::Timestamp since{}; ///< when it came to this step
        std::optional<interworking::ibb::Incoming> bytes;
        bool isOver = false; ///< Jingle: terminated by either side
    };
    using Held = std::shared_ptr<Session>;

    void consider(const gloox::Tag &iq, std::optional<FileProposal> proposal);
    [[nodiscard]] bool isTooMuch(const model::Jid &peer, const FileProposal &proposal) const;
    void turnDown(const gloox::Tag &iq, const FileProposal &proposal);
    void tellRefused(const model::Jid &peer, const FileProposal &proposal);
    void onJingle(const gloox::Tag &iq, const gloox::Tag &jingle);
    void onTransport(const Held &session, const QString &action, const gloox::Tag &jingle);
    void onTerminate(const Held &session);
    [[nodiscard]] bool onInBand(const gloox::Tag &iq);
    void open(const Held &session, const gloox::Tag &iq, const interworking::ibb::Open &open);
    void take(const Held &session, const gloox::Tag &iq, const interworking::ibb::Data &data);
    void accept(const Held &session);
    void decline(const Held &session, const char *reason);
    /// The bytestream is closed: whole and proven, or not.
    void conclude(const Held &session);
    void end(const Held &session, model::FileStage stage);
    void enter(const Held &session, Step step);
    void send(const Held &session, const char *action, const std::function<void(gloox::Tag &jingle)> &fill);
    void breakOff(const Held &session, const char *reason, const char *more = nullptr);
    void terminate(const Held &session, const char *reason, const char *more = nullptr);
    void reply(const TagPtr &answer);
    [[nodiscard]] Held find(const model::Jid &peer, const QString &session) const;
    [[nodiscard]] Held findStream(const model::Jid &peer, const QString &stream) const;
    [[nodiscard]] bool mayCome(const model::Jid &peer) const;

    Outlet m_outlet;
    std::vector<Held> m_sessions;
    interworking::ibb::OpenRate m_rate;
    interworking::ibb::OpenRate m_strangers; ///< all of them together: a line each
};

}
