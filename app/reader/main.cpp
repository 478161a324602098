#include "app/reader/Channel.h"
#include "app/reader/ReadJob.h"
#include "app/reader/Zygote.h"

#include "core/reader/Packer.h"
#include "core/reader/Walls.h"

#include <QGuiApplication>

/// isthmus-reader: reads strangers' mails for the program, apart from it. Not for people to start.
int main(int argc, char **argv)
{
    using namespace isthmus;
    // Standard error belongs to the zygote's reports; a library's complaint among them would be a broken one.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    qputenv("QT_QPA_PLATFORM", "offscreen"); // fonts without a display
    const QGuiApplication application(argc, argv);
    readerapp::warmUp();
    reader::Packer walls;
    walls.u32(reader::Walls().encode());
    if (!readerapp::writeFrame(reader::FrameKind::Ready, 0, walls.packed()))
        return 1;
    return readerapp::runZygote();
}
