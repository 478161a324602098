#include "core/display/DisplayCodec.h"
#include "core/display/DisplayPainter.h"
#include "core/html/HtmlToText.h"
#include "core/mime/MailReader.h"
#include "core/reader/ReaderPool.h"

#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <gmime/gmime.h>
#include <unistd.h>

using namespace isthmus;

namespace {

void addText(GMimeObject *, GMimeObject *part, gpointer octets)
{
    if (!GMIME_IS_TEXT_PART(part))
        return;
    char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
    *static_cast<std::size_t *>(octets) += text ? std::strlen(text) : 0;
    g_free(text);
}

/// The peer: GMime's plain parse, subject and text parts as UTF-8; without guard, hashes, HTML and values.
std::size_t readByGMime(const std::vector<QByteArray> &mails)
{
    std::size_t octets = 0;
    for (const QByteArray &raw : mails) {
        GMimeStream *stream = g_mime_stream_mem_new_with_buffer(raw.constData(), static_cast<std::size_t>(raw.size()));
        GMimeParser *parser = g_mime_parser_new_with_stream(stream);
        if (GMimeMessage *message = g_mime_parser_construct_message(parser, nullptr)) {
            const char *subject = g_mime_message_get_subject(message);
            octets += subject ? std::strlen(subject) : 0;
            g_mime_message_foreach(message, addText, &octets);
            g_object_unref(message);
        }
        g_object_unref(parser);
        g_object_unref(stream);
    }
    return octets;
}

}

/// What the cage costs, beside reading in process, in the same run. Numbers for the log; only their order is asserted.
class tst_cagebench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"mime4j", "mikel-mail", "kmime", "flanker", "mailparser", "rspamd"}) {
            const QString corpus = test::corpusPath(QString::fromLatin1(name));
            QDirIterator walk(corpus, QDir::Files, QDirIterator::Subdirectories);
            while (!corpus.isEmpty() && walk.hasNext() && m_mails.size() < (test::isLong() ? 2'000 : 400)) {
                QFile file(walk.next());
                if (file.open(QFile::ReadOnly) && file.size() < 100'000)
                    m_mails.push_back(file.readAll());
            }
        }
        while (m_mails.size() < 400)
            m_mails.push_back("Subject: x\r\nContent-Type: text/html\r\n\r\n<p>" + QByteArray(2'000, 'x'));
    }
    void mailsASecond()
    {
        std::array<double, 2> single{};
        for (const int processes : {1, 2}) {
            const auto pool = warmPool(processes);
            single[processes - 1] = rate(m_mails.size(), [&] { readSingly(*pool); });
            qInfo().nospace() << "memory of " << processes << " reader(s), MiB resident: " << residentMiB();
        }
        const std::vector<QByteArray> import = largeImport();
        const auto one = warmPool(1);
        const double oneZygote = rate(import.size(), [&] { readInBatches(*one, import); });
        const auto pool = warmPool(2);
        g_mime_init();
        std::vector<double> byGMime;
        std::vector<double> inProcess;
        std::vector<double> batches;
        std::vector<double> ratios;
        for (int round = 0; round < rounds; ++round) { // by turns: what else the machine does meets all of them
            byGMime.push_back(rate(import.size(), [&] { QVERIFY(readByGMime(import) > 0); }));
            inProcess.push_back(rate(import.size(), [&] { readInProcess(import); }));
            batches.push_back(rate(import.size(), [&] { readInBatches(*pool, import); }));
            ratios.push_back(batches.back() / byGMime.back());
        }
        qInfo().nospace() << "mails a second: GMime in process " << qRound(median(byGMime)) << ", our reading in process "
                          << qRound(median(inProcess)) << ", one child each " << qRound(single[0]) << " (two zygotes "
                          << qRound(single[1]) << "), batches " << qRound(oneZygote) << " (two " << qRound(median(batches))
                          << "); batches of two to GMime: median " << median(ratios) << ", best "
                          << *std::max_element(ratios.begin(), ratios.end());
        QVERIFY(median(batches) > single[1]);
    }
    void newsletterFromRequestToFirstPaint()
    {
        QByteArray html = "<style>td{padding:4px;font-family:Arial}</style><table width=600>";
        for (int row = 0; row < 300; ++row)
            html += "<tr><td bgcolor=#eeeeee><b>Item</b><td>Some words about it that fill a line or two of the letter "
                    "<a href='https://example.org/'>read on</a></tr>";
        const QByteArray raw = "Content-Type: text/html; charset=utf-8\r\n\r\n" + html;
        const auto pool = warmPool(1);
        std::optional<base::Result<QByteArray>> first;
        pool->layout(raw, {}).then(this, [&](const auto &made) { first = made; });
        QTRY_VERIFY_WITH_TIMEOUT(first.has_value(), 60'000);
        QElapsedTimer clock;
        clock.start();
        std::optional<base::Result<QByteArray>> list;
        pool->layout(raw, {}).then(this, [&](const auto &made) { list = made; });
        QTRY_VERIFY_WITH_TIMEOUT(list.has_value(), 60'000);
        QVERIFY(list->ok());
        const qint64 answered = clock.elapsed();
        const auto decoded = display::decode(**list);
        QVERIFY(decoded.ok());
        QImage card(600, 800, QImage::Format_RGB32);
        QPainter painter(&card);
        display::DisplayPainter(*decoded).paint(painter, card.rect());
        qInfo().nospace() << "newsletter of " << raw.size() / 1024 << " KiB: answered in " << answered << " ms, painted at "
                          << clock.elapsed() << " ms";
    }

private:
    static constexpr std::size_t importSize = 8'000; // so many that readers are renewed in it, as in any import
    static constexpr int rounds = 5;

    static double rate(std::size_t mails, const std::function<void()> &work)
    {
        QElapsedTimer clock;
        clock.start();
        work();
        return static_cast<double>(mails) * 1e9 / static_cast<double>(std::max<qint64>(1, clock.nsecsElapsed()));
    }
    static double median(std::vector<double> values)
    {
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    }
    [[nodiscard]] std::vector<QByteArray> largeImport() const
    {
        std::vector<QByteArray> mails;
        while (mails.size() < importSize)
            mails.push_back(m_mails[mails.size() % m_mails.size()]);
        return mails;
    }
    /// The same reading with the same values as in the cage, without it.
    static void readInProcess(const std::vector<QByteArray> &mails)
    {
        for (const QByteArray &raw : mails) {
            const auto mail = mime::readMail(raw, [](const QString &markup) {
                html::HtmlText text = html::htmlToText(markup);
                return mime::PlainText{std::move(text.text), text.linkMismatch, text.truncated, text.exceeded};
            });
            Q_UNUSED(mail);
        }
    }
    std::unique_ptr<reader::ReaderPool> warmPool(int processes)
    {
        reader::ReaderConfig config;
        config.program = test::buildPath(QStringLiteral("isthmus-reader"));
        config.processes = processes;
        auto pool = std::make_unique<reader::ReaderPool>(config);
        int answered = 0;
        for (int i = 0; i < 4 * processes; ++i)
            pool->read(m_mails[0]).then(this, [&](const auto &) { ++answered; });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return answered == 4 * processes; }, 60'000);
        return pool;
    }
    // Under an event loop of their own, as in the program: QTRY_ sleeps up to 10 ms between two looks.
    void readSingly(reader::ReaderPool &pool)
    {
        QEventLoop loop;
        std::size_t missing = m_mails.size();
        for (const QByteArray &raw : m_mails) {
            pool.read(raw).then(this, [&](const auto &) {
                if (--missing == 0)
                    loop.quit();
            });
        }
        loop.exec();
    }
    void readInBatches(reader::ReaderPool &pool, const std::vector<QByteArray> &mails)
    {
        QEventLoop loop;
        pool.readMany(mails).then(this, [&](const auto &) { loop.quit(); });
        loop.exec();
    }
    /// Of all processes that this one has started.
    static qint64 residentMiB()
    {
        qint64 pages = 0;
        QFile children(QStringLiteral("/proc/self/task/%1/children").arg(::getpid()));
        if (!children.open(QFile::ReadOnly))
            return -1;
        for (const QByteArray &child : children.readAll().simplified().split(' ')) {
            QFile statm(QStringLiteral("/proc/%1/statm").arg(QString::fromLatin1(child)));
            if (statm.open(QFile::ReadOnly))
                pages += statm.readAll().split(' ').value(1).toLongLong();
        }
        return pages * ::sysconf(_SC_PAGESIZE) >> 20;
    }

    std::vector<QByteArray> m_mails;
};

ISTHMUS_TEST(tst_cagebench)
#include "tst_cagebench.moc"
