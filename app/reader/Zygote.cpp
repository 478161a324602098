#include "app/reader/Zygote.h"

#include "app/reader/Channel.h"

#include <cerrno>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace isthmus::readerapp {

namespace {

using reader::ChildReport;

ChildReport awaitEnd(pid_t child)
{
    int status = 0;
    rusage usage{};
    while (::wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    ChildReport report;
    report.signalled = WIFSIGNALED(status);
    report.code = report.signalled ? WTERMSIG(status) : WEXITSTATUS(status);
    const auto microseconds = [](const timeval &time) {
        return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000 + static_cast<std::uint64_t>(time.tv_usec);
    };
    report.cpuMicroseconds = microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
    report.peakKilobytes = static_cast<std::uint64_t>(usage.ru_maxrss);
    return report;
}

/// True when a request is there; false at the end of standard input.
bool awaitRequest()
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (::poll(&input, 1, -1) < 0) {
        if (errno != EINTR)
            return false;
    }
    return (input.revents & POLLIN) != 0;
}

}

int runZygote(const Job &job, const Filter &filter, const Baseline &baseline)
{
    const int self = ::getpid();
    while (awaitRequest()) {
        const pid_t child = ::fork();
        if (child == 0)
            runChild(job, filter, baseline, self);
        if (child < 0)
            return 1;
        const auto report = awaitEnd(child).encode();
        if (!writeAll(STDERR_FILENO, report.data(), report.size()))
            return 1;
    }
    return 0;
}

}
