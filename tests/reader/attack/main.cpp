#include "app/reader/Reader.h"
#include "core/reader/MailPacker.h"
#include "core/reader/Packer.h"
#include "tests/reader/attack/Planted.h"

#include <cstring>

namespace {

using namespace isthmus;
using reader::FrameKind;
using readerapp::FileCalls;
using readerapp::JobAnswer;
using Answer = std::function<void(const JobAnswer &)>;

/// Does what "X-Planted: NAME;ARGUMENT" in the first line of a mail says; false for a mail without.
bool tryPlanted(const QByteArray &mail, const Answer &answer)
{
    const QByteArray mark = "X-Planted: ";
    if (!mail.startsWith(mark))
        return false;
    const QByteArray line = mail.mid(mark.size(), mail.indexOf('\n') - mark.size()).trimmed();
    const QByteArray name = line.left(line.indexOf(';'));
    const std::string outcome = test::attempt(name.toStdString(), mail, line.mid(name.size() + 1).toULongLong());
    answer({FrameKind::Fault, reader::packFault({base::Fault::Malformed, QString::fromStdString(outcome)})});
    return true;
}

void job(FrameKind kind, const QByteArray &contents, const Answer &answer)
{
    if (kind != FrameKind::ReadBatch) {
        if (!tryPlanted(contents, answer))
            readerapp::answerTo(kind, contents, answer);
        return;
    }
    reader::Unpacker in(contents);
    const std::uint32_t count = in.u32();
    for (std::uint32_t i = 0; i < count; ++i) {
        const QByteArray mail = in.bytes(reader::maxRequestBytes);
        if (!tryPlanted(mail, answer))
            readerapp::answerTo(FrameKind::ReadMail, mail, answer);
    }
}

}

/// isthmus-reader with planted attempts. With --kill-file-calls, a child that as much as looks for a file is ended.
int main(int argc, char **argv)
{
    const bool kill = argc > 1 && std::strcmp(argv[1], "--kill-file-calls") == 0;
    return readerapp::runReader(job, readerapp::purposeOf(argc, argv), kill ? FileCalls::Kill : FileCalls::Refuse);
}
