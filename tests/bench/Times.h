#pragma once

#include <QElapsedTimer>
#include <QString>

#include <algorithm>
#include <vector>

namespace isthmus::test {

/// Milliseconds that something took, many times.
struct Times {
    double p50 = 0;
    double p99 = 0;
    [[nodiscard]] QString words() const
    {
        return QStringLiteral("p50 %1 ms, p99 %2 ms").arg(p50, 0, 'f', 2).arg(p99, 0, 'f', 2);
    }
};

template <typename Work>
[[nodiscard]] Times measured(int times, Work work)
{
    std::vector<double> taken;
    for (int round = 0; round < times; ++round) {
        QElapsedTimer clock;
        clock.start();
        work(round);
        taken.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(taken.begin(), taken.end());
    const auto at = [&taken](double part) {
        return taken[std::min(taken.size() - 1, static_cast<std::size_t>(part * static_cast<double>(taken.size())))];
    };
    return {at(0.5), at(0.99)};
}

}
