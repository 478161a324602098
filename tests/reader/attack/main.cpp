#include "app/reader/Reader.h"
#include "core/reader/MailPacker.h"
#include "tests/reader/attack/Planted.h"

#include <cstring>

/// isthmus-reader with planted attempts: a mail whose first line is "X-Planted: NAME;ARGUMENT" makes its child
/// do what NAME says. With --kill-file-calls, a child that as much as looks for a file is ended.
int main(int argc, char **argv)
{
    using namespace isthmus;
    using readerapp::FileCalls;
    const auto job = [](reader::FrameKind kind, const QByteArray &contents) -> readerapp::JobAnswer {
        const QByteArray mark = "X-Planted: ";
        if (!contents.startsWith(mark))
            return readerapp::answerTo(kind, contents);
        const QByteArray line = contents.mid(mark.size(), contents.indexOf('\n') - mark.size()).trimmed();
        const QByteArray name = line.left(line.indexOf(';'));
        const std::string outcome = test::attempt(name.toStdString(), contents, line.mid(name.size() + 1).toULongLong());
        return {reader::FrameKind::Fault,
                reader::packFault({base::Fault::Malformed, QString::fromStdString(outcome)})};
    };
    const bool kill = argc > 1 && std::strcmp(argv[1], "--kill-file-calls") == 0;
    return readerapp::runReader(job, kill ? FileCalls::Kill : FileCalls::Refuse);
}
