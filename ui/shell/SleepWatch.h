#pragma once

#include "core/base/Timestamp.h"

#include <QDBusConnection>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace isthmus::shell {

/// Hears when the computer wakes: from logind (org.freedesktop.login1.Manager, signal PrepareForSleep), and
/// where nobody tells, by the wall clock running ahead of the one that stands still in sleep, which also finds
/// a clock that was set. Thread: the window's.
class SleepWatch final : public QObject
{
    Q_OBJECT
public:
    struct Clocks {
        base::Clock wall = base::systemNow;
        /// Does not count time asleep (CLOCK_MONOTONIC) and is never set.
        std::function<std::chrono::milliseconds()> awake = monotonicNow;
        std::chrono::milliseconds look{10'000}; ///< how often the two are compared
    };

    SleepWatch(const QDBusConnection &bus, Clocks clocks, QObject *parent = nullptr);

    [[nodiscard]] static std::chrono::milliseconds monotonicNow();

Q_SIGNALS:
    void wokeUp();

private Q_SLOTS:
    void prepareForSleep(bool asleep);

private:
    void compare();
    void mark();

    Clocks m_clocks;
    base::Timestamp m_wall{};
    std::chrono::milliseconds m_awake{};
    QTimer m_timer;
};

}
