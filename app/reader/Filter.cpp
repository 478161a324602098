#include "app/reader/Filter.h"

#include <cerrno>
#include <csignal>
#include <initializer_list>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace isthmus::readerapp {

namespace {

struct Release {
    void operator()(void *context) const { seccomp_release(context); }
};
using Context = std::unique_ptr<void, Release>;

/// read and write are the whole of what a child needs from the world; the rest is memory and time.
constexpr std::initializer_list<int> plainCalls{SCMP_SYS(read),
                                                SCMP_SYS(write),
                                                SCMP_SYS(close),
                                                SCMP_SYS(lseek),
                                                SCMP_SYS(brk),
                                                SCMP_SYS(munmap),
                                                SCMP_SYS(mremap),
                                                SCMP_SYS(madvise),
                                                SCMP_SYS(futex),
                                                SCMP_SYS(exit),
                                                SCMP_SYS(exit_group),
                                                SCMP_SYS(rt_sigreturn),
                                                SCMP_SYS(rt_sigprocmask),
                                                SCMP_SYS(restart_syscall),
                                                SCMP_SYS(clock_gettime),
                                                SCMP_SYS(clock_nanosleep),
                                                SCMP_SYS(getrandom),
                                                SCMP_SYS(sched_yield),
                                                SCMP_SYS(gettid),
                                                SCMP_SYS(getpid)};

/// What libraries ask for without needing it: a charset table, a plugin, a configuration file.
constexpr std::initializer_list<int> fileCallList{
    SCMP_SYS(open),       SCMP_SYS(openat),     SCMP_SYS(stat),   SCMP_SYS(lstat),     SCMP_SYS(fstat),
    SCMP_SYS(newfstatat), SCMP_SYS(statx),      SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),   SCMP_SYS(readlinkat), SCMP_SYS(getcwd)};

/// The same for facts about the system.
constexpr std::initializer_list<int> refusedCalls{SCMP_SYS(prctl), SCMP_SYS(sysinfo), SCMP_SYS(uname),
                                                  SCMP_SYS(sched_getaffinity), SCMP_SYS(tgkill)};

/// What the zygote needs beside: one way to fork, waiting, and locking its children.
constexpr std::initializer_list<int> zygoteCalls{
    SCMP_SYS(wait4), SCMP_SYS(poll),    SCMP_SYS(seccomp), SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),  SCMP_SYS(getppid), SCMP_SYS(prctl)};

bool addPlain(scmp_filter_ctx context, std::uint32_t action, std::initializer_list<int> calls)
{
    for (const int call : calls) {
        if (seccomp_rule_add(context, action, call, 0) != 0)
            return false;
    }
    return true;
}

/// Memory may be had, but never to execute, and never from a file.
bool addMemory(scmp_filter_ctx context)
{
    return seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
                            SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS))
               == 0
           && seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
                  == 0;
}

/// fork() as the C library makes it, and nothing else that clone can do; limits of the caller alone.
bool addForking(scmp_filter_ctx context)
{
    constexpr scmp_datum_t forkFlags = CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID | SIGCHLD;
    return seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_EQ, forkFlags)) == 0
           && seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_EQ, 0)) == 0
           && addPlain(context, SCMP_ACT_ALLOW, zygoteCalls);
}

/// libseccomp writes programs to files only; one in memory will do.
std::optional<std::vector<sock_filter>> exported(scmp_filter_ctx context)
{
    const int file = memfd_create("filter", MFD_CLOEXEC);
    if (file < 0)
        return std::nullopt;
    std::vector<sock_filter> program;
    bool done = seccomp_export_bpf(context, file) == 0;
    const off_t size = ::lseek(file, 0, SEEK_END);
    done = done && size > 0 && ::lseek(file, 0, SEEK_SET) == 0;
    if (done) {
        program.resize(static_cast<std::size_t>(size) / sizeof(sock_filter));
        const std::size_t octets = program.size() * sizeof(sock_filter);
        done = ::read(file, program.data(), octets) == static_cast<ssize_t>(octets);
    }
    ::close(file);
    return done ? std::optional(std::move(program)) : std::nullopt;
}

std::optional<std::vector<sock_filter>> compiled(FileCalls fileCalls, bool forZygote)
{
    const Context context(seccomp_init(SCMP_ACT_KILL_PROCESS));
    if (!context)
        return std::nullopt;
    const std::uint32_t refuse = SCMP_ACT_ERRNO(EACCES);
    bool done = seccomp_attr_set(context.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0
                && seccomp_attr_set(context.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0
                && addPlain(context.get(), SCMP_ACT_ALLOW, plainCalls) && addMemory(context.get());
    if (fileCalls == FileCalls::Refuse)
        done = done && addPlain(context.get(), refuse, fileCallList);
    for (const int call : refusedCalls) {
        if (!(forZygote && call == SCMP_SYS(prctl)))
            done = done && seccomp_rule_add(context.get(), refuse, call, 0) == 0;
    }
    if (forZygote)
        done = done && addForking(context.get());
    return done ? exported(context.get()) : std::nullopt;
}

bool install(const std::vector<sock_filter> &program)
{
    const sock_fprog filter{static_cast<unsigned short>(program.size()), const_cast<sock_filter *>(program.data())};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

}

std::optional<Filter> Filter::compile(FileCalls fileCalls)
{
    auto zygote = compiled(fileCalls, true);
    auto child = compiled(fileCalls, false);
    if (!zygote || !child)
        return std::nullopt;
    Filter filter;
    filter.m_zygote = *std::move(zygote);
    filter.m_child = *std::move(child);
    return filter;
}

bool Filter::lockZygote() const
{
    if (!install(m_zygote))
        return false;
    // A call that never fails otherwise shows that the filter is really there.
    utsname name{};
    return ::uname(&name) == -1 && errno == EACCES;
}

bool Filter::lockChild() const
{
    return install(m_child);
}

}
