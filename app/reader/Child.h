#pragma once

#include "app/reader/Filter.h"
#include "app/reader/ReadJob.h"

#include <functional>

namespace isthmus::readerapp {

using Job = std::function<void(reader::FrameKind, const QByteArray &, const std::function<void(const JobAnswer &)> &)>;

/// What the zygote measured of itself before it locked up; a child's limits are on top of it.
struct Baseline {
    std::uint64_t addressSpace = 0; ///< octets
    std::uint64_t data = 0;
};
[[nodiscard]] Baseline measureBaseline();

/// A child's whole life: limits itself by the size of the request, locks itself, reads the request, does the
/// job, answers, ends. \p zygote is the process that forked it.
[[noreturn]] void runChild(const Job &job, const Filter &filter, const Baseline &baseline, int zygote);

}
