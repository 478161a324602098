#include "app/reader/Channel.h"
#include "app/reader/ReadJob.h"
#include "app/reader/Zygote.h"

#include "core/reader/Packer.h"
#include "core/reader/Walls.h"

/// isthmus-reader: reads strangers' mails for the program, apart from it. Not for people to start.
int main()
{
    using namespace isthmus;
    readerapp::warmUp();
    reader::Packer walls;
    walls.u32(reader::Walls().encode());
    if (!readerapp::writeFrame(reader::FrameKind::Ready, 0, walls.packed()))
        return 1;
    return readerapp::runZygote();
}
