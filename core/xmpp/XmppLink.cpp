#include "core/xmpp/XmppLink.h"

#include "core/base/Backoff.h"

namespace isthmus::xmpp::link {

using base::Error;
using base::Fault;

namespace {

/// After this many endpoints in a row nothing is gained by the next one: the fault is not the endpoint's.
bool isTheEndpointsOwn(Fault fault)
{
    switch (fault) {
    case Fault::HostNotFound:
    case Fault::Unreachable:
    case Fault::Timeout:
    case Fault::ConnectionLost:
    case Fault::TlsUnavailable:
    case Fault::ProtocolBroken: return true;
    default: return false;
    }
}

State afterEnd(const State &state, const Error &error, std::size_t endpoints, double jitter)
{
    if (isFinal(error.fault))
        return Failed{error};
    if (const auto *connecting = std::get_if<Connecting>(&state)) {
        if (isTheEndpointsOwn(error.fault) && connecting->endpoint + 1 < endpoints)
            return Connecting{connecting->endpoint + 1, connecting->failures};
        const int failures = connecting->failures + 1;
        return Waiting{error, failures, base::retryWait(failures, jitter)};
    }
    if (std::holds_alternative<Online>(state))
        return Waiting{error, 1, base::retryWait(1, jitter)};
    return state;
}

}

bool isFinal(Fault fault)
{
    switch (fault) {
    case Fault::AuthRejected:
    case Fault::AuthUnsupported:
    case Fault::TlsCertificate:
    case Fault::Storage: // the authorities' file
    case Fault::Malformed:
    case Fault::Rejected: return true;
    default: return false;
    }
}

State next(const State &state, const Event &event, std::size_t endpoints, double jitter)
{
    if (std::holds_alternative<Stop>(event))
        return Off{};
    if (std::holds_alternative<Start>(event)) {
        const bool idle = std::holds_alternative<Off>(state) || std::holds_alternative<Failed>(state)
                          || std::holds_alternative<Waiting>(state);
        if (!idle)
            return state;
        if (endpoints == 0)
            return Failed{{Fault::NotFound, QStringLiteral("no chat service is known")}};
        return Connecting{};
    }
    if (std::holds_alternative<RetryDue>(event)) {
        const auto *waiting = std::get_if<Waiting>(&state);
        return waiting ? State(Connecting{0, waiting->failures}) : state;
    }
    if (std::holds_alternative<SignedIn>(event)) {
        const auto *connecting = std::get_if<Connecting>(&state);
        return connecting ? State(Online{connecting->endpoint}) : state;
    }
    return afterEnd(state, std::get<Ended>(event).error, endpoints, jitter);
}

}
