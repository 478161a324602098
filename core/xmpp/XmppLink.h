#pragma once

#include "core/base/Error.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <variant>

namespace isthmus::xmpp {

/// Decides what a connection does next: pure, so that every way through it stands in a table of its test.
/// Endpoints are tried in order; when all have failed, or a connection was lost, it waits with back-off. A wrong password
/// or a bad certificate ends it: trying again would lock the account, or lead into a trap.
namespace link {

struct Off {
    bool operator==(const Off &) const = default;
};
struct Connecting {
    std::size_t endpoint = 0;
    int failures = 0; ///< rounds without success
    bool operator==(const Connecting &) const = default;
};
struct Online {
    std::size_t endpoint = 0;
    bool operator==(const Online &) const = default;
};
struct Waiting {
    base::Error error;
    int failures = 0;
    std::chrono::milliseconds wait{0};
    bool operator==(const Waiting &) const = default;
};
struct Failed {
    base::Error error;
    bool operator==(const Failed &) const = default;
};
using State = std::variant<Off, Connecting, Online, Waiting, Failed>;

struct Start {};
struct Stop {};
struct SignedIn {};
struct Ended {
    base::Error error;
};
struct RetryDue {};
using Event = std::variant<Start, Stop, SignedIn, Ended, RetryDue>;

/// The next state. \p endpoints: how many there are; \p jitter in [0, 1).
[[nodiscard]] State next(const State &state, const Event &event, std::size_t endpoints, double jitter);

/// Faults after which only the user can help.
[[nodiscard]] bool isFinal(base::Fault fault);

}

}
