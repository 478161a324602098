#pragma once

#include <QByteArray>

#include <optional>

namespace isthmus::test {

/// Whether this process is the one that runLonely() has started.
[[nodiscard]] bool isLonely();

/// Runs one test class of this program once more, in a network of its own: its only device is "lo", to which every address
/// in the world leads. What it said, and whether it ended well; nullopt where this system lets nobody make a network.
/// \p testClass as on the command line; \p limit in milliseconds, at which it counts as failed.
struct LonelyRun {
    bool passed = false;
    QByteArray said;
};
[[nodiscard]] std::optional<LonelyRun> runLonely(const char *testClass, int limit);

/// Packets that have gone out of that device; -1 where it cannot be read.
[[nodiscard]] qint64 packetsSent();

}
