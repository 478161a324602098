#include "app/reader/Child.h"

#include "app/reader/Channel.h"
#include "app/reader/Layers.h"

#include <cstdio>
#include <exception>
#include <new>
#include <sys/resource.h>
#include <unistd.h>

namespace isthmus::readerapp {

namespace {

using reader::ChildExit;

[[noreturn]] void leave(ChildExit code)
{
    ::_exit(static_cast<int>(code));
}

bool limit(__rlimit_resource resource, rlim_t soft, rlim_t hard)
{
    const rlimit both{soft, hard};
    return ::setrlimit(resource, &both) == 0;
}

/// The signal at the soft processor limit says why it ended; nothing in here can catch it.
bool limitChild(std::uint64_t requestBytes, const Baseline &baseline)
{
    const auto budget = std::chrono::ceil<std::chrono::seconds>(reader::cpuBudget(requestBytes));
    const auto seconds = static_cast<rlim_t>(budget.count());
    const std::uint64_t memory = reader::memoryBudget(requestBytes);
    return limit(RLIMIT_CPU, seconds, seconds + 1) && limit(RLIMIT_NPROC, 0, 0)
           && limit(RLIMIT_AS, baseline.addressSpace + memory, baseline.addressSpace + memory)
           && limit(RLIMIT_DATA, baseline.data + memory, baseline.data + memory);
}

}

Baseline measureBaseline()
{
    // VmSize and VmData, in pages: the first and the sixth number (proc_pid_statm(5)).
    unsigned long size = 0;
    unsigned long data = 0;
    if (std::FILE *file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%lu %*u %*u %*u %*u %lu", &size, &data) != 2)
            size = data = 0;
        std::fclose(file);
    }
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return {size * page, data * page};
}

void runChild(const Job &job, const Filter &filter, const Baseline &baseline, int zygote)
{
    ::close(STDERR_FILENO); // reports are the zygote's alone
    if (!bindToParent(zygote))
        leave(ChildExit::BadRequest);
    const auto header = readRequestHeader();
    if (!header || !limitChild(header->length, baseline))
        leave(ChildExit::BadRequest);
    if (!filter.lockChild())
        leave(ChildExit::NoFilter);
    try {
        const auto contents = readContents(header->length);
        if (!contents)
            leave(ChildExit::BadRequest);
        job(header->kind, *contents, [&](const JobAnswer &answer) {
            if (!writeFrame(answer.kind, header->nonce, answer.contents))
                leave(ChildExit::BadRequest);
        });
        leave(ChildExit::Done);
    } catch (const std::bad_alloc &) {
        leave(ChildExit::Memory);
    } catch (const std::exception &) {
        leave(ChildExit::Exception);
    }
}

}
