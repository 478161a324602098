#include "core/engine/SaidAt.h"

#include <algorithm>

namespace isthmus::engine {

using Wrapper = model::InstantMessage::Wrapper;

namespace {

/// Servers often stamp whole seconds (XEP-0082 leaves the fraction out at will), which says less than it seems to.
std::chrono::milliseconds roundingOf(base::Timestamp stamp)
{
    return stamp == std::chrono::floor<std::chrono::seconds>(stamp) ? std::chrono::milliseconds(999)
                                                                    : std::chrono::milliseconds(0);
}

}

SaidAt saidAt(const model::ArrivedStanza &stanza, const model::Account &account)
{
    const model::InstantMessage &message = stanza.message;
    const base::Timestamp receivedAt = stanza.receivedAt;
    if (stanza.place)
        return {*stanza.place, std::chrono::milliseconds(0)};
    // What the own server held back for this stream comes behind what came on it before, whatever the two clocks say.
    constexpr std::chrono::seconds betweenClocks{3};
    if (message.wrapper != Wrapper::None && message.forwardedAt) {
        return {std::min(*message.forwardedAt, receivedAt),
                message.wrapper == Wrapper::Archive ? roundingOf(*message.forwardedAt) : betweenClocks};
    }
    for (const model::InstantMessage::Delay &delay : message.delays) {
        const bool own = delay.from == account.jid.bare() || delay.from.toString() == account.jid.domain();
        const bool sender = delay.from == message.from.bare() || delay.from.toString() == message.from.domain();
        if (!delay.from.isNull() && (own || sender))
            return {std::min(delay.stamp, receivedAt), own ? betweenClocks : roundingOf(delay.stamp)};
    }
    return {receivedAt, std::chrono::milliseconds(0)};
}

}
