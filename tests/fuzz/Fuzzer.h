#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <functional>

namespace isthmus::test {

/// What one fuzz target is fed with.
struct FuzzPlan {
    const char *name = "";
    QList<QByteArray> seeds;
    QList<QByteArray> words; ///< pieces that matter to the format, put in at random places
    int inputs = 3'000;      ///< in ./check; --long runs for ten minutes instead
    qsizetype maxSize = 16'384;
    std::chrono::milliseconds slowest{2'000}; ///< one input may take, with sanitisers on a loaded machine
};

/// Feeds mutations of the seeds, the same ones every time; others with ISTHMUS_FUZZ_SEED=NUMBER, for as long as
/// ISTHMUS_FUZZ_SECONDS says. A crash is found by the sanitisers; the input that
/// did it is in results/fuzz-NAME.input, to become a seed. Fails the current test for a slow input.
void fuzz(const FuzzPlan &plan, const std::function<void(const QByteArray &)> &target);

/// Files of a folder below tests/data, as seeds.
[[nodiscard]] QList<QByteArray> seedFiles(const QString &folder);

}
