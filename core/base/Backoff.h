#pragma once

#include <algorithm>
#include <chrono>

namespace isthmus::base {

/// How long to wait before attempt number `failures + 1`: 1 s doubling to a quarter of an hour.
/// \p jitter in [0, 1) spreads clients that lost the same server; it takes away up to half the wait.
[[nodiscard]] constexpr std::chrono::milliseconds retryWait(int failures, double jitter)
{
    using std::chrono::milliseconds;
    constexpr milliseconds cap = std::chrono::minutes(15);
    if (failures <= 0)
        return milliseconds(0);
    const milliseconds full = failures > 10 ? cap : std::min<milliseconds>(cap, milliseconds(1000LL << (failures - 1)));
    return milliseconds(static_cast<long long>(static_cast<double>(full.count()) * (1.0 - jitter / 2)));
}

static_assert(retryWait(0, 0.5).count() == 0);
static_assert(retryWait(1, 0) == std::chrono::seconds(1));
static_assert(retryWait(50, 0) == std::chrono::minutes(15));

}
