#pragma once

#include "tests/support/Waiting.h"

#include <QDir>
#include <QFile>

#include <atomic>
#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

namespace isthmus::test {

/// While it lives, the thread that reads the profile for the window stands still, as with a disk that does not answer: what
/// is asked for is under way for as long as somebody looks at it. It must have nothing to do when this begins.
class SlowDisk
{
public:
    SlowDisk()
    {
        struct sigaction action = {};
        action.sa_handler = standStill;
        action.sa_flags = SA_RESTART;
        if (::pipe(s_gate) != 0 || sigaction(SIGUSR2, &action, &m_before) != 0
            || ::syscall(SYS_tgkill, ::getpid(), reader(), SIGUSR2) != 0 || !comesTrue([] { return s_isStill.load(); }))
            qFatal("the reading thread does not stand still");
    }
    ~SlowDisk()
    {
        const char go = 0;
        if (::write(s_gate[1], &go, 1) != 1 || !comesTrue([] { return !s_isStill; }))
            qFatal("the reading thread does not go on");
        sigaction(SIGUSR2, &m_before, nullptr);
        ::close(s_gate[0]);
        ::close(s_gate[1]);
    }
    Q_DISABLE_COPY_MOVE(SlowDisk)

private:
    static long reader()
    {
        const QDir threads(QStringLiteral("/proc/self/task"));
        const QStringList all = threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &thread : all) {
            QFile name(threads.filePath(thread + QStringLiteral("/comm")));
            if (name.open(QFile::ReadOnly) && name.readAll().trimmed() == "store-reader")
                return thread.toLong();
        }
        return 0;
    }
    /// In the reading thread: a read() is one of the few things that a handler may do.
    static void standStill(int)
    {
        s_isStill = true;
        char go = 0;
        while (::read(s_gate[0], &go, 1) < 0) {
        }
        s_isStill = false;
    }

    inline static std::atomic<bool> s_isStill = false;
    inline static int s_gate[2] = {-1, -1};
    struct sigaction m_before = {};
};

}
