#include "app/reader/Layers.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace isthmus::readerapp {

namespace {

constexpr unsigned nobody = 65534;

/// linux/landlock.h of Debian 12 ends at the third version; the kernel takes what it knows.
struct LandlockRules {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scopes = 0;
};
constexpr long landlockCreate = 444;
constexpr long landlockRestrict = 446;
constexpr unsigned landlockVersionFlag = 1;

/// All rights that each version of Landlock can take away (landlock(7)).
LandlockRules everything(long version)
{
    LandlockRules rules;
    rules.files = (1ULL << 13) - 1;
    if (version >= 2)
        rules.files |= 1ULL << 13; // linking and renaming between folders
    if (version >= 3)
        rules.files |= 1ULL << 14; // truncating
    if (version >= 4)
        rules.network = 3; // binding and connecting
    if (version >= 5)
        rules.files |= 1ULL << 15; // device control
    if (version >= 6)
        rules.scopes = 3; // abstract sockets and signals
    return rules;
}

std::size_t sizeOfRules(long version)
{
    if (version < 4)
        return sizeof(std::uint64_t);
    return version < 6 ? 2 * sizeof(std::uint64_t) : sizeof(LandlockRules);
}

void limit(int resource, rlim_t most)
{
    rlimit current{};
    if (::getrlimit(static_cast<__rlimit_resource>(resource), &current) != 0)
        return;
    const rlim_t value = current.rlim_max < most ? current.rlim_max : most;
    const rlimit lowered{value, value};
    ::setrlimit(static_cast<__rlimit_resource>(resource), &lowered);
}

}

void shedInheritance()
{
    ::syscall(SYS_close_range, 3U, ~0U, 0U);
    ::clearenv();
    ::setenv("LC_ALL", "C.UTF-8", 1);
    ::setenv("TZ", "UTC", 1);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    ::setenv("QT_NO_GLIB", "1", 1);           // its main loop opens descriptors and starts threads
    ::setenv("QT_ENABLE_REGEXP_JIT", "0", 1); // it would need memory that can be executed
}

bool leaveNetwork()
{
    return ::unshare(CLONE_NEWNET) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
}

bool becomeOrdinaryUser()
{
    if (::geteuid() != 0 && ::getuid() != 0)
        return true;
    const bool dropped =
        ::setgroups(0, nullptr) == 0 && ::setresgid(nobody, nobody, nobody) == 0 && ::setresuid(nobody, nobody, nobody) == 0;
    return dropped && ::geteuid() == nobody;
}

bool dropCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> none{};
    return ::syscall(SYS_capset, &header, none.data()) == 0;
}

bool closeFileSystem()
{
    const long version = ::syscall(landlockCreate, nullptr, 0, landlockVersionFlag);
    if (version < 1)
        return false;
    const LandlockRules rules = everything(version);
    const long ruleset = ::syscall(landlockCreate, &rules, sizeOfRules(version), 0);
    if (ruleset < 0)
        return false;
    const bool closed = ::syscall(landlockRestrict, ruleset, 0) == 0;
    ::close(static_cast<int>(ruleset));
    return closed;
}

void limitZygote()
{
    // Not the number of processes: for an ordinary user it counts all of his.
    for (const int resource : {RLIMIT_CORE, RLIMIT_FSIZE, RLIMIT_MEMLOCK, RLIMIT_MSGQUEUE})
        limit(resource, 0);
    limit(RLIMIT_NOFILE, 8);
}

bool bindToParent(int parent)
{
    // After every change of identity, which would undo it.
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0)
        return false;
    return ::getppid() == parent;
}

}
