#include "ui/shell/SleepWatch.h"

namespace isthmus::shell {

namespace {

/// What time servers correct in one step, and a busy computer's late timers, is no sleep.
constexpr std::chrono::seconds jump{20};

}

SleepWatch::SleepWatch(const QDBusConnection &bus, Clocks clocks, QObject *parent)
    : QObject(parent), m_clocks(std::move(clocks))
{
    QDBusConnection listening = bus;
    listening.connect(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
                      QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
                      SLOT(prepareForSleep(bool)));
    mark();
    connect(&m_timer, &QTimer::timeout, this, &SleepWatch::compare);
    m_timer.start(m_clocks.look);
}

std::chrono::milliseconds SleepWatch::monotonicNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

void SleepWatch::mark()
{
    m_wall = m_clocks.wall();
    m_awake = m_clocks.awake();
}

void SleepWatch::prepareForSleep(bool asleep)
{
    if (asleep)
        return;
    mark(); // said once
    Q_EMIT wokeUp();
}

void SleepWatch::compare()
{
    const auto apart = std::chrono::abs((m_clocks.wall() - m_wall) - (m_clocks.awake() - m_awake));
    mark();
    if (apart >= jump)
        Q_EMIT wokeUp();
}

}
