#pragma once

#include <linux/filter.h>

#include <optional>
#include <vector>

namespace isthmus::readerapp {

/// What becomes of a call that would open or look at a file. Libraries probe for files as a matter of
/// course, so they are told no; the tests end the child instead, to show that nothing is even tried.
enum class FileCalls { Refuse, Kill };

/// The system call filters (seccomp). A call that is not on the list ends the process that made it.
/// The child's list is what laying out and parsing were measured to need, and nothing with which to
/// reach a file, a socket or another process.
class Filter
{
public:
    /// Both programs, made before the walls stand since libseccomp needs files for it. nullopt: this
    /// system has no such filter, and nothing may be read.
    [[nodiscard]] static std::optional<Filter> compile(FileCalls fileCalls);

    /// Locks the zygote: the child's list, and what forking and limiting children takes. False: it does not stand.
    [[nodiscard]] bool lockZygote() const;
    /// Locks a child further, for good.
    [[nodiscard]] bool lockChild() const;

private:
    std::vector<sock_filter> m_zygote;
    std::vector<sock_filter> m_child;
};

}
