#pragma once

#include "app/reader/Child.h"

namespace isthmus::readerapp {

/// Waits for requests, and forks a child for each, which reads exactly one frame, writes exactly one and ends.
/// The zygote itself never reads a stranger's octet. Ends, with its exit code, when standard input does.
[[nodiscard]] int runZygote(const Job &job, const Filter &filter, const Baseline &baseline);

}
