// Conversions per second each way, and MB/s over the corpora, beside GMime's plain parse of the same
// files in the same run. Prints; asserts nothing, since the machine is not ours.
//
// usage: bench_convert [FOLDER…]   (default: the mail corpora, where they are)

#include "core/compose/MailWriter.h"
#include "core/html/HtmlToText.h"
#include "core/interworking/ImToMail.h"
#include "core/mime/MailReader.h"
#include "tests/interworking/Fixture.h"

#include <gmime/gmime.h>

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace isthmus;
using namespace isthmus::interworking;

namespace {

constexpr int rounds = 5; // the median of as many, interleaved

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double measured(const std::function<void()> &work)
{
    const double start = cpuSeconds();
    work();
    return std::max(cpuSeconds() - start, 1e-9);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

long peakKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toLong();
    }
    return 0;
}

std::vector<QByteArray> readFolders(const QStringList &folders)
{
    std::vector<QByteArray> mails;
    for (const QString &folder : folders) {
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                mails.push_back(file.readAll());
        }
    }
    return mails;
}

void parseWithGMime(const QByteArray &mail)
{
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(mail.constData(), static_cast<size_t>(mail.size()));
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    if (GMimeMessage *message = g_mime_parser_construct_message(parser, nullptr))
        g_object_unref(message);
    g_object_unref(parser);
    g_object_unref(stream);
}

mime::PlainText plainText(const QString &source)
{
    html::HtmlText text = html::htmlToText(source);
    return {std::move(text.text), text.linkMismatch, text.truncated};
}

void report(const char *what, double seconds, std::size_t count, double megabytes)
{
    std::printf("%-34s %9.0f /cpu-s %8.1f MB/cpu-s\n", what, static_cast<double>(count) / seconds, megabytes / seconds);
}

void benchMails(const std::vector<QByteArray> &mails)
{
    double megabytes = 0;
    for (const QByteArray &mail : mails)
        megabytes += static_cast<double>(mail.size()) / 1e6;
    const Ctx ctx = test::client();
    std::vector<double> plain;
    std::vector<double> reading;
    std::vector<double> converting;
    for (int round = 0; round < rounds; ++round) {
        std::vector<model::Mail> values;
        values.reserve(mails.size());
        plain.push_back(measured([&] {
            for (const QByteArray &mail : mails)
                parseWithGMime(mail);
        }));
        reading.push_back(measured([&] {
            for (const QByteArray &mail : mails)
                values.push_back(mime::readMail(mail, plainText).valueOr({}));
        }));
        converting.push_back(measured([&] {
            for (const model::Mail &mail : values)
                static_cast<void>(mailToIm(mail, ctx));
        }));
    }
    std::printf("%zu mails, %.1f MB, median of %d\n", mails.size(), megabytes, rounds);
    report("GMime, plain parse", median(plain), mails.size(), megabytes);
    report("our reader, all texts as values", median(reading), mails.size(), megabytes);
    report("mail to message, values only", median(converting), mails.size(), megabytes);
    report("mail to message, from bytes", median(reading) + median(converting), mails.size(), megabytes);
    std::printf("from bytes / GMime's plain parse: %.2f of its speed\n",
                median(plain) / (median(reading) + median(converting)));
}

void benchMessages()
{
    constexpr std::size_t count = 20000;
    const Ctx ctx = test::gateway();
    const model::InstantMessage message = test::messageToBob(QString(QStringLiteral("Are you free at noon? ")).repeated(20));
    double bytes = 0;
    std::vector<double> values;
    std::vector<double> writing;
    for (int round = 0; round < rounds; ++round) {
        values.push_back(measured([&] {
            for (std::size_t i = 0; i < count; ++i)
                static_cast<void>(imToMail(message, ctx));
        }));
        bytes = 0;
        writing.push_back(measured([&] {
            for (std::size_t i = 0; i < count; ++i) {
                const tomail::Result result = imToMail(message, ctx);
                bytes +=
                    static_cast<double>(compose::composeMail(std::get<tomail::Convert>(result).mail).valueOr({}).size());
            }
        }));
    }
    std::printf("%zu messages\n", count);
    report("message to mail, values only", median(values), count, bytes / 1e6);
    report("message to mail, to bytes", median(writing), count, bytes / 1e6);
}

}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    g_mime_init();
    QStringList folders = application.arguments().mid(1);
    if (folders.isEmpty()) {
        const QString corpora = QString::fromLocal8Bit(qgetenv("ISTHMUS_SOURCE")) + QStringLiteral("/../shared/corpora/");
        for (const char *name :
             {"cpython", "gmime", "kmime", "messagelib", "mikel-mail", "mime4j", "notmuch", "rspamd", "sisimai"})
            folders << corpora + QLatin1String(name);
    }
    const std::vector<QByteArray> mails = readFolders(folders);
    if (mails.empty())
        std::printf("no mails found; name a folder\n");
    else
        benchMails(mails);
    benchMessages();
    std::printf("peak memory %ld kB\n", peakKilobytes());
    return 0;
}
