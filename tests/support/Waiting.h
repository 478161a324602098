#pragma once

#include <functional>

namespace isthmus::test {

/// Runs the event loop until \p isTrue or \p limit milliseconds have passed, and gives the last answer. \p isTrue is asked after
/// every event and each millisecond; QTest::qWaitFor asks every ten, which adds up where a test has thousands of steps.
[[nodiscard]] bool comesTrue(const std::function<bool()> &isTrue, int limit = 5000);

}
