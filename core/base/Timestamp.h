#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace isthmus::base {

/// A moment in UTC with millisecond resolution. Local time exists in the window only.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where a class gets the time from; given in its constructor, so that tests own the clock.
using Clock = std::function<Timestamp()>;

[[nodiscard]] Timestamp systemNow();
[[nodiscard]] Timestamp fromMsecs(std::int64_t msecsSinceEpoch);
[[nodiscard]] std::int64_t toMsecs(Timestamp time);
[[nodiscard]] QDateTime toQDateTime(Timestamp time);

/// "2026-11-21T10:15:00Z" (XEP-0082, whole seconds).
[[nodiscard]] QString toXmppDateTime(Timestamp time);
/// XEP-0082 DateTime with or without fraction and offset; nullopt when it is none.
[[nodiscard]] std::optional<Timestamp> fromXmppDateTime(QStringView text);

}
