#include "app/reader/Reader.h"

#include "app/reader/Channel.h"
#include "app/reader/Layers.h"
#include "app/reader/WarmUp.h"
#include "app/reader/Zygote.h"

#include "core/display/FontSet.h"
#include "core/reader/Frame.h"
#include "core/reader/Packer.h"

#include <QGuiApplication>

#include <cstring>
#include <optional>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace isthmus::readerapp {

namespace {

constexpr int noFilter = static_cast<int>(reader::ChildExit::NoFilter);

/// From here on nothing can be opened. The filter comes last, since each of the others needs calls it forbids.
reader::Walls takeWalls(const Filter &filter, bool networkLeft, int parent)
{
    reader::Walls walls;
    walls.networkNamespace = networkLeft;
    limitZygote();
    walls.ordinaryUser = becomeOrdinaryUser();
    walls.noCapabilities = dropCapabilities();
    walls.noNewPrivileges = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    walls.landlock = walls.noNewPrivileges && closeFileSystem();
    if (bindToParent(parent))
        walls.filter = walls.noNewPrivileges && filter.lockZygote();
    return walls;
}

}

Purpose purposeOf(int argc, char **argv)
{
    return argc > 1 && std::strcmp(argv[argc - 1], reader::layOutOption) == 0 ? Purpose::LayOut : Purpose::Read;
}

int runReader(const Job &job, Purpose purpose, FileCalls fileCalls)
{
    const int parent = ::getppid();
    shedInheritance();
    const bool networkLeft = leaveNetwork(); // needs a single thread, so before any library starts one
    // Standard error belongs to the reports; a library's complaint among them would be a broken one.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    int argumentCount = 1;
    char name[] = "isthmus-reader";
    char *arguments[] = {name, nullptr};
    std::optional<QGuiApplication> application; // for fonts; its event loop never runs
    if (purpose == Purpose::LayOut) {
        display::useSharedFonts();
        application.emplace(argumentCount, arguments);
        warmUpLayout();
    }
    warmUpReading();
    const auto filter = Filter::compile(fileCalls);
    if (!filter)
        return noFilter;
    const Baseline baseline = measureBaseline();
    ::syscall(SYS_close_range, 3U, ~0U, 0U); // what the libraries left open
    const reader::Walls walls = takeWalls(*filter, networkLeft, parent);
    if (!walls.filter)
        return noFilter;
    reader::Packer reached;
    reached.u32(walls.encode());
    if (!writeFrame(reader::FrameKind::Ready, 0, reached.packed()))
        return 1;
    return runZygote(job, *filter, baseline);
}

}
