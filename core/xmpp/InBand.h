#pragma once

#include "core/base/Result.h"
#include "core/base/Timestamp.h"
#include "core/interworking/Ibb.h"
#include "core/model/Command.h"
#include "core/xmpp/Xml.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace isthmus::xmpp {

class GlooxClient;

/// The request in an <iq type='set'/> (XEP-0047 2); nullopt when there is none, or its values are none that a request
/// could have: \p isMalformed then says that it was meant to be one.
[[nodiscard]] std::optional<interworking::ibb::Request> readInBand(const gloox::Tag &iq, bool &isMalformed);
/// The payload of a request, appended to \p iq.
void writeInBand(gloox::Tag &iq, const interworking::ibb::Request &request);

/// Long texts in sessions of their own (XEP-0047, specification 4.4), both ways, of one account.
/// Thread: one; its owner calls tick() every few seconds while isBusy().
class InBand
{
public:
    struct Outlet {
        std::function<std::shared_ptr<GlooxClient>()> client; ///< nullptr while signed out
        /// The message that was announced, with its whole text; to be stored like any other.
        std::function<void(model::InstantMessage)> arrived;
        base::Clock clock;
    };
    using Done = std::function<void(const base::Result<base::Done> &)>;

    explicit InBand(Outlet outlet);
    ~InBand();

    /// \p resources: full addresses that may take it, best first. \p done is called once, see model::SendInBand.
    void send(const model::SendInBand &command, std::vector<model::Jid> resources, Done done);

    /// A live message came. \p isKnown: of a contact.
    void onMessage(const model::InstantMessage &message, bool isKnown);
    /// True: it was one of ours, and is answered.
    [[nodiscard]] bool onRequest(const gloox::Tag &iq);
    void tick();
    /// The stream is over: sessions are not resumed (XEP-0047 has none).
    void onLost();
    [[nodiscard]] bool isBusy() const { return !m_sending.empty() || !m_announced.empty(); }

private:
    struct Sending;
    using Ride = std::shared_ptr<Sending>;
    struct Announced {
        model::InstantMessage message;
        base::Timestamp at{};
    };
    void findPeer(const Ride &ride, std::vector<model::Jid> resources);
    void announce(const Ride &ride, const model::Jid &peer);
    void step(const Ride &ride);
    void finish(const Ride &ride);
    void end(const Ride &ride, const base::Result<base::Done> &result);
    void follow(const interworking::ibb::Receiver::Answer &answer);

    Outlet m_outlet;
    interworking::ibb::Receiver m_receiver;
    std::vector<Ride> m_sending;
    std::vector<Announced> m_announced; ///< whose text has not come yet
};

}
