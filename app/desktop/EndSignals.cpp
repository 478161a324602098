#include "app/desktop/EndSignals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace isthmus::desktop {

namespace {

constexpr std::array endSignals{SIGTERM, SIGINT, SIGHUP};

// What a signal handler may do is little (signal-safety(7)): it wakes the event loop through a pipe.
volatile std::sig_atomic_t writeEnd = -1;

void wake(int number)
{
    [[maybe_unused]] const auto written = ::write(writeEnd, "", 1);
    std::signal(number, SIG_DFL); // who asks again does not want to wait
}

}

EndSignals::EndSignals(QObject *parent) : QObject(parent)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals kill, as they did
    m_readEnd = ends[0];
    writeEnd = ends[1];
    auto *notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT endWanted();
    });
    struct sigaction action = {};
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
    for (const int number : endSignals) {
        struct sigaction before = {};
        if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) // nohup(1)
            ::sigaction(number, &action, nullptr);
    }
}

EndSignals::~EndSignals()
{
    if (m_readEnd < 0)
        return;
    for (const int number : endSignals) {
        struct sigaction now = {};
        if (::sigaction(number, nullptr, &now) == 0 && now.sa_handler == wake)
            std::signal(number, SIG_DFL);
    }
    ::close(m_readEnd);
    ::close(writeEnd);
    writeEnd = -1;
}

}
