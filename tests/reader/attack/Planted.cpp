#include "tests/reader/attack/Planted.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <linux/bpf.h>
#include <map>
#include <netinet/in.h>
#include <sched.h>
#include <stdexcept>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

namespace isthmus::test {

namespace {

std::string outcome(long result)
{
    return result < 0 ? "errno " + std::to_string(errno) : "done";
}

long raw(long number, long a = 0, long b = 0, long c = 0, long d = 0, long e = 0, long f = 0)
{
    return ::syscall(number, a, b, c, d, e, f);
}

long pointer(const void *address)
{
    return reinterpret_cast<long>(address);
}

/// A call of the x32 interface: the same numbers with one bit, which filters have been known to forget.
long x32Open()
{
    return raw(0x40000000L + SYS_open, pointer("/etc/passwd"), O_RDONLY);
}

long openat2()
{
    const std::array<std::uint64_t, 3> how{};
    return raw(437, AT_FDCWD, pointer("/etc/passwd"), pointer(how.data()), sizeof how);
}

long connectUnix()
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd < 0)
        return fd;
    sockaddr_un address{AF_UNIX, "/run/dbus/system_bus_socket"};
    return ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address);
}

long sendDatagram()
{
    // Without a socket of its own: perhaps one was left open.
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(53);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::sendto(0, "x", 1, 0, reinterpret_cast<const sockaddr *>(&address), sizeof address);
}

long execute()
{
    char program[] = "/bin/true";
    char *const arguments[] = {program, nullptr};
    return ::execve(program, arguments, environ);
}

long forkOnce()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    return child;
}

long clone3()
{
    std::array<std::uint64_t, 8> arguments{};
    arguments[4] = SIGCHLD;
    const long child = raw(SYS_clone3, pointer(arguments.data()), sizeof arguments);
    if (child == 0)
        ::_exit(0);
    return child;
}

long readOther()
{
    char byte = 0;
    const iovec here{&byte, 1};
    const iovec there{&byte, 1};
    return raw(SYS_process_vm_readv, ::getppid(), pointer(&here), 1, pointer(&there), 1, 0);
}

long mapExecutable()
{
    void *page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? -1 : 0;
}

long makeExecutable()
{
    void *page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? -1 : ::mprotect(page, 4096, PROT_READ | PROT_EXEC);
}

long raiseLimits()
{
    const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
    return ::setrlimit(RLIMIT_CPU, &more);
}

long loadBpf()
{
    bpf_attr attributes{};
    attributes.map_type = BPF_MAP_TYPE_ARRAY;
    return raw(SYS_bpf, BPF_MAP_CREATE, pointer(&attributes), sizeof attributes);
}

long typeIntoTerminal()
{
    return ::ioctl(0, TIOCSTI, "x");
}

using Call = std::function<long()>;

const std::map<std::string, Call> &calls()
{
    static const std::map<std::string, Call> all{
        {"open", [] { return raw(SYS_openat, AT_FDCWD, pointer("/etc/passwd"), O_RDONLY); }},
        {"old open", [] { return raw(SYS_open, pointer("/etc/passwd"), O_RDONLY); }},
        {"create", [] { return raw(SYS_openat, AT_FDCWD, pointer("/tmp/isthmus-planted"), O_CREAT | O_WRONLY, 0600); }},
        {"environ file", [] { return raw(SYS_openat, AT_FDCWD, pointer("/proc/self/environ"), O_RDONLY); }},
        {"stat", [] { return raw(SYS_newfstatat, AT_FDCWD, pointer("/root"), pointer(nullptr), 0); }},
        {"openat2", openat2},
        {"x32 open", x32Open},
        {"inet socket", [] { return ::socket(AF_INET, SOCK_STREAM, 0); }},
        {"unix socket", connectUnix},
        {"socket pair",
         [] {
             int pair[2];
             return ::socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
         }},
        {"connect",
         [] {
             sockaddr_in a{};
             return ::connect(0, reinterpret_cast<sockaddr *>(&a), sizeof a);
         }},
        {"sendto", sendDatagram},
        {"execve", execute},
        {"fork", forkOnce},
        {"clone3", clone3},
        {"ptrace parent", [] { return raw(SYS_ptrace, 0x4206, ::getppid(), 0, 0); }},
        {"ptrace init", [] { return raw(SYS_ptrace, 0x4206, 1, 0, 0); }},
        {"kill parent", [] { return raw(SYS_kill, ::getppid(), 0); }},
        {"process_vm_readv", readOther},
        {"io_uring",
         [] {
             std::array<char, 120> p{};
             return raw(SYS_io_uring_setup, 1, pointer(p.data()));
         }},
        {"memfd", [] { return raw(SYS_memfd_create, pointer("x"), 0); }},
        {"executable mmap", mapExecutable},
        {"executable mprotect", makeExecutable},
        {"bpf", loadBpf},
        {"unshare", [] { return raw(SYS_unshare, CLONE_NEWNS); }},
        {"setrlimit", raiseLimits},
        {"TIOCSTI", typeIntoTerminal},
        {"chdir", [] { return raw(SYS_chdir, pointer("/")); }},
        {"unlink", [] { return raw(SYS_unlink, pointer("/tmp/isthmus-planted")); }},
        {"dup", [] { return raw(SYS_dup, 1); }},
        {"pidfd", [] { return raw(SYS_pidfd_open, 1, 0); }},
        {"userfaultfd", [] { return raw(SYS_userfaultfd, 0); }},
        {"keyctl", [] { return raw(SYS_keyctl, 0, -3, 0); }},
        {"setuid", [] { return raw(SYS_setuid, 0); }},
        {"sigaction", [] { return raw(SYS_rt_sigaction, SIGXCPU, 0, 0, 8); }},
        {"another filter", [] { return raw(SYS_seccomp, 1, 0, 0); }},
        {"wait for others", [] { return raw(SYS_wait4, -1, 0, 1, 0); }},
    };
    return all;
}

[[noreturn]] void loopForEver()
{
    volatile std::uint64_t count = 0;
    while (true)
        count = count + 1;
}

[[noreturn]] void sleepForEver()
{
    while (true) {
        const timespec hour{3600, 0};
        ::nanosleep(&hour, nullptr);
    }
}

[[noreturn]] void eatMemory()
{
    while (true) {
        char *more = new char[1 << 20];
        std::memset(more, 1, 1 << 20);
    }
}

int overflow(int depth)
{
    volatile char frame[4096];
    frame[0] = static_cast<char>(depth);
    return depth < 0 ? 0 : overflow(depth + 1) + frame[0];
}

void putFrame(std::uint64_t magicKind, std::uint64_t length, std::uint64_t nonce)
{
    const std::array<std::uint64_t, 3> header{magicKind, length, nonce};
    static_cast<void>(!::write(1, header.data(), sizeof header));
}

constexpr std::uint64_t mailFrame = 0x81ULL << 32 | 0x31445249;

/// Where the heap began: it grows without holes from here.
const char *const heapStart = static_cast<const char *>(::sbrk(0));

/// Looks through the whole heap for a word that is spelt backwards here, so as not to find itself.
std::string findBackwards(const std::string &drow)
{
    const std::string word(drow.rbegin(), drow.rend());
    const auto *heapEnd = static_cast<const char *>(::sbrk(0));
    // One copy is this one's own.
    int copies = 0;
    for (const char *at = heapStart; at < heapEnd; ++copies) {
        const void *hit = ::memmem(at, static_cast<std::size_t>(heapEnd - at), word.data(), word.size());
        if (!hit)
            break;
        at = static_cast<const char *>(hit) + word.size();
    }
    return copies > 1 ? "found" : "not there";
}

}

std::string attempt(const std::string &name, const QByteArray &contents, std::uint64_t argument)
{
    if (const auto call = calls().find(name); call != calls().end())
        return outcome(call->second());
    if (name == "loop")
        loopForEver();
    if (name == "sleep")
        sleepForEver();
    if (name == "memory")
        eatMemory();
    if (name == "stack")
        return std::to_string(overflow(0));
    if (name == "crash")
        *static_cast<volatile int *>(nullptr) = 0;
    if (name == "exit")
        ::_exit(0);
    if (name == "exit 1")
        ::_exit(1);
    if (name == "throw")
        throw std::runtime_error("planted");
    if (name == "flood") {
        while (::write(1, contents.constData(), static_cast<std::size_t>(contents.size())) > 0) {
        }
    }
    if (name == "wrong nonce")
        putFrame(mailFrame, 0, argument + 1);
    if (name == "huge frame")
        putFrame(mailFrame, 1ULL << 40, argument);
    if (name == "frame of nothing")
        putFrame(mailFrame, 0, argument);
    if (name == "frame of ready")
        putFrame(0x80ULL << 32 | 0x31445249, 4, argument);
    if (name == "short frame") {
        putFrame(mailFrame, 100, argument);
        ::_exit(0);
    }
    if (name == "forge report") {
        const std::array<std::uint64_t, 4> report{0x52445249, 0, 0, 0};
        return outcome(::write(2, report.data(), sizeof report));
    }
    if (name == "steal next") {
        char byte = 0;
        return outcome(::read(0, &byte, 1));
    }
    if (name == "environment") {
        std::string all;
        for (char **entry = environ; *entry; ++entry)
            all += std::string(*entry) + "|";
        return all;
    }
    if (name.rfind("find ", 0) == 0)
        return findBackwards(name.substr(5));
    return "no such attempt";
}

}
