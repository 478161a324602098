#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <grp.h>
#include <seccomp.h>
#include <string>
#include <sys/prctl.h>
#include <unistd.h>
#include <vector>

/// isthmus-reader-world [WORD…] PROGRAM [ARGUMENT…]: starts PROGRAM in a world as some systems are.
///   user         as an ordinary user
///   no-unshare   namespaces are refused, as in a container
///   no-landlock  the kernel has no Landlock
///   no-filter    the kernel has no system call filter
///   blind        it says that it takes the filter, and does not: what the tests must notice
///   own          keeps PROGRAM as a child with a mail that never ends, prints its number, and waits to be killed
namespace {

struct Rule {
    const char *word;
    int call;
    int error;
    int option; ///< first argument, or -1 for any
};

const std::vector<Rule> rules{{"no-unshare", SCMP_SYS(unshare), EPERM, -1},
                              {"no-landlock", 444, ENOSYS, -1},
                              {"no-filter", SCMP_SYS(prctl), EINVAL, PR_SET_SECCOMP},
                              {"blind", SCMP_SYS(prctl), 0, PR_SET_SECCOMP},
                              {"blind", SCMP_SYS(uname), EACCES, -1}};

int addRule(scmp_filter_ctx context, const Rule &rule)
{
    const std::uint32_t action = SCMP_ACT_ERRNO(static_cast<unsigned>(rule.error));
    if (rule.option < 0)
        return seccomp_rule_add(context, action, rule.call, 0);
    return seccomp_rule_add(context, action, rule.call, 1, SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(rule.option)));
}

bool becomeUser()
{
    constexpr unsigned someone = 54321;
    return ::setgroups(0, nullptr) == 0 && ::setresgid(someone, someone, someone) == 0
           && ::setresuid(someone, someone, someone) == 0;
}

/// A ReadMail frame with a mail that sleeps.
void sendSleepingMail(int pipe)
{
    const std::string mail = "X-Planted: sleep;0\r\n";
    const std::array<std::uint64_t, 3> header{1ULL << 32 | 0x31445249, mail.size(), 1};
    if (::write(pipe, header.data(), sizeof header) < 0 || ::write(pipe, mail.data(), mail.size()) < 0)
        std::perror("write");
}

[[noreturn]] void own(char **program)
{
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (::pipe(input.data()) != 0 || ::pipe(output.data()) != 0)
        ::_exit(6);
    const pid_t reader = ::fork();
    if (reader == 0) {
        ::dup2(input[0], STDIN_FILENO);
        ::dup2(output[1], STDOUT_FILENO);
        ::execv(program[0], program);
        ::_exit(7);
    }
    std::array<char, 28> ready{};
    for (std::size_t have = 0; have < ready.size();) {
        const ssize_t count = ::read(output[0], ready.data() + have, ready.size() - have);
        if (count <= 0)
            ::_exit(8);
        have += static_cast<std::size_t>(count);
    }
    sendSleepingMail(input[1]);
    std::printf("%d\n", reader);
    std::fflush(stdout);
    while (true)
        ::pause();
}

}

int main(int argc, char **argv)
{
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_ALLOW);
    seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ALLOW);
    bool anyRule = false;
    bool asUser = false;
    bool asOwner = false;
    int next = 1;
    for (; next < argc && argv[next][0] != '/'; ++next) {
        const std::string word = argv[next];
        asUser = asUser || word == "user";
        asOwner = asOwner || word == "own";
        for (const Rule &rule : rules) {
            if (word == rule.word && addRule(context, rule) == 0)
                anyRule = true;
        }
    }
    if (next >= argc)
        return 2;
    if (asOwner)
        own(argv + next);
    // Opened before the change of user, who may not be able to reach the build's folder.
    const int program = ::open(argv[next], O_RDONLY | O_CLOEXEC);
    if (program < 0 || (asUser && ::geteuid() == 0 && !becomeUser()))
        return 3;
    if (anyRule && (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || seccomp_load(context) != 0))
        return 4;
    seccomp_release(context);
    ::fexecve(program, argv + next, environ);
    std::perror("fexecve");
    return 5;
}
