#include "core/display/DisplayCodec.h"
#include "core/reader/ReaderPool.h"

#include "tests/support/TestMain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace isthmus;
using base::Fault;

namespace {

QByteArray mailNumber(int number)
{
    return "From: a@example.org\r\nSubject: mail " + QByteArray::number(number)
           + "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n--b\r\n"
             "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n--b--\r\n";
}

}

/// The pool with the real isthmus-reader.
class tst_readerpool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mailsAreReadInTheOtherProcess()
    {
        reader::ReaderPool pool(config());
        std::vector<std::optional<base::Result<model::Mail>>> answers(20);
        for (int i = 0; i < 20; ++i)
            pool.read(mailNumber(i)).then(this, [&answers, i](const auto &answer) { answers[i] = answer; });
        for (int i = 0; i < 20; ++i) {
            QTRY_VERIFY_WITH_TIMEOUT(answers[i].has_value(), 20'000);
            QVERIFY(answers[i]->ok());
            QCOMPARE((*answers[i])->subject, QStringLiteral("mail %1").arg(i));
        }
    }
    void whatIsSaidOfTheRawOctetsIsWhatWeKnow()
    {
        reader::ReaderPool pool(config());
        const QByteArray raw = mailNumber(1);
        const auto mail = wait(pool.read(raw));
        QVERIFY(mail.ok());
        QCOMPARE(mail->rawBytes, static_cast<std::uint64_t>(raw.size()));
        QCOMPARE(mail->rawSha256, QCryptographicHash::hash(raw, QCryptographicHash::Sha256));
    }
    void manyMailsAreReadInOrder()
    {
        reader::ReaderPool pool(config());
        std::vector<QByteArray> raws;
        for (int i = 0; i < 300; ++i)
            raws.push_back(mailNumber(i));
        raws[100] += QByteArray(2 << 20, 'x'); // too large for a batch
        raws[200].clear();
        const auto mails = wait(pool.readMany(raws));
        QVERIFY(mails.ok());
        QCOMPARE(mails->size(), raws.size());
        for (std::size_t i = 0; i < raws.size(); ++i) {
            QVERIFY((*mails)[i].ok());
            const model::Mail &mail = *(*mails)[i];
            QCOMPARE(mail.subject, i == 200 ? QString() : QStringLiteral("mail %1").arg(i));
            QCOMPARE(mail.rawBytes, static_cast<std::uint64_t>(raws[i].size()));
            QCOMPARE(mail.rawSha256, QCryptographicHash::hash(raws[i], QCryptographicHash::Sha256));
        }
        QVERIFY(wait(pool.readMany({})).ok());
    }
    void whatIsAskedForSinglyOvertakesAnImport()
    {
        reader::ReaderConfig one = config();
        one.processes = 1;
        reader::ReaderPool pool(one);
        QStringList order;
        pool.readMany(std::vector<QByteArray>(500, mailNumber(0))).then(this, [&](const auto &) {
            order += QStringLiteral("import");
        });
        pool.read(mailNumber(1)).then(this, [&](const auto &) { order += QStringLiteral("single"); });
        QTRY_COMPARE_WITH_TIMEOUT(order, QStringList({QStringLiteral("single"), QStringLiteral("import")}), 30'000);
    }
    void readerThatDiesIsReplaced()
    {
        reader::ReaderConfig one = config();
        one.processes = 1;
        reader::ReaderPool pool(one);
        QVERIFY(wait(pool.read(mailNumber(0))).ok());
        for (const QByteArray &child : childrenOfThisProcess()) {
            // A fork takes one thread along; a second one would leave its locks behind.
            const QDir tasks(QStringLiteral("/proc/%1/task").arg(QString::fromLatin1(child)));
            QCOMPARE(tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        }
        expectLog("mail reader: gone");
        for (const QByteArray &child : childrenOfThisProcess())
            ::kill(child.toInt(), SIGKILL);
        QVERIFY(wait(pool.read(mailNumber(1))).ok());
    }
    void htmlBecomesTextInTheOtherProcess()
    {
        reader::ReaderPool pool(config());
        const auto mail = wait(pool.read("From: a@example.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                                         "<p>one</p><script>no</script><p>two</p>"));
        QVERIFY(mail.ok());
        QCOMPARE(mail->root.text.value_or(QString()), QStringLiteral("one\n\ntwo"));
    }
    void htmlIsLaidOutInTheOtherProcess()
    {
        reader::ReaderPool pool(config());
        port::LayoutWish wish;
        wish.width = 400;
        wish.fontFamily = wish.monospaceFamily = QStringLiteral("DejaVu Sans");
        const QByteArray raw =
            "From: a@example.org\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
            "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>one <b>two</b></p><img src='cid:p'>\r\n"
            "--b\r\nContent-Type: image/gif\r\nContent-ID: <p>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            "R0lGODlhAQABAIABAP8AAP///yH5BAEAAAEALAAAAAABAAEAAAICRAEAOw==\r\n--b--\r\n";
        const auto bytes = wait(pool.layout(raw, wish));
        QVERIFY2(bytes.ok(), bytes.ok() ? "" : qPrintable(bytes.error().detail));
        const auto list = display::decode(*bytes);
        QVERIFY(list.ok());
        QCOMPARE(list->text(), QStringLiteral("one two"));
        QCOMPARE(list->pictures.size(), size_t(1));
        QCOMPARE(wait(pool.layout(mailNumber(1), wish)).error().fault, Fault::NotFound);
    }
    void leafIsDecoded()
    {
        reader::ReaderPool pool(config());
        QCOMPARE(wait(pool.part(mailNumber(1), QStringLiteral("2"))), base::Result<QByteArray>(QByteArray("\0\1\2", 3)));
        QCOMPARE(wait(pool.part(mailNumber(1), QStringLiteral("9"))).error().fault, Fault::NotFound);
        QCOMPARE(wait(pool.part(mailNumber(1), QStringLiteral("../x"))).error().fault, Fault::NotFound);
    }
    void largeMailPassesWithoutHoldingUpTheEventLoop()
    {
        reader::ReaderPool pool(config());
        QVERIFY(wait(pool.read(mailNumber(0))).ok());
        const QByteArray raw = mailNumber(1) + QByteArray(20 << 20, 'x');
        qint64 longest = 0;
        QElapsedTimer since;
        since.start();
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
        ticks.start(1);
        const auto mail = wait(pool.read(raw));
        QVERIFY2(mail.ok(), mail.ok() ? "" : qPrintable(mail.error().detail));
        QCOMPARE(mail->rawBytes, static_cast<std::uint64_t>(raw.size()));
        qInfo() << "longest pause of the event loop, ms:" << longest;
    }
    void mailBeyondTheLimitIsNotEvenSent()
    {
        reader::ReaderPool pool(config());
        QCOMPARE(wait(pool.read(QByteArray(65 << 20, 'x'))).error().fault, Fault::TooLarge);
    }
    void readerIsReplacedAfterSoManyChildren()
    {
        reader::ReaderConfig one = config();
        one.processes = 1;
        one.childrenPerProcess = 3;
        reader::ReaderPool pool(one);
        QSet<QByteArray> readers;
        for (int i = 0; i < 10; ++i) {
            QVERIFY(wait(pool.read(mailNumber(i))).ok());
            readers.unite(childrenOfThisProcess());
        }
        QCOMPARE(readers.size(), 4);
    }
    void readerIsReplacedAfterSoManyMailsOfBatches()
    {
        reader::ReaderConfig one = config();
        one.processes = 1;
        one.mailsPerProcess = 100;
        reader::ReaderPool pool(one);
        QSet<QByteArray> readers;
        for (int i = 0; i < 4; ++i) {
            QVERIFY(wait(pool.readMany(std::vector<QByteArray>(50, mailNumber(i)))).ok());
            readers.unite(childrenOfThisProcess());
        }
        QCOMPARE(readers.size(), 2);
    }
    void readerThatCannotBeStartedIsSaidPlainly()
    {
        reader::ReaderConfig missing = config();
        missing.program = QStringLiteral("/nonexistent/isthmus-reader");
        expectLog("could not start");
        expectLog("could not start");
        expectLog("could not start");
        expectLog("cannot be started");
        reader::ReaderPool pool(missing);
        QCOMPARE(wait(pool.read(mailNumber(1))).error().fault, Fault::TryLater);
    }
    void programThatIsNoReaderIsNotBelieved_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("silent end") << "exit 0";
        QTest::newRow("other words") << "echo hello, this is not a frame at all; sleep 10";
        QTest::newRow("flood") << "yes";
        QTest::newRow("answer before the question") << "printf 'IRD1\\201\\0\\0\\0'; printf '%016d' 0; sleep 10";
    }
    void programThatIsNoReaderIsNotBelieved()
    {
        QFETCH(QString, script);
        reader::ReaderConfig other = config();
        other.program = QStringLiteral("/bin/sh");
        other.arguments = QStringList{QStringLiteral("-c"), script};
        for (int i = 0; i < 3; ++i)
            expectLog("(could not start|wrong frame)");
        expectLog("cannot be started");
        reader::ReaderPool pool(other);
        QCOMPARE(wait(pool.read(mailNumber(1))).error().fault, Fault::TryLater);
    }
    void poolMayDieWithMailsInIt()
    {
        std::optional<base::Result<model::Mail>> answer;
        {
            reader::ReaderPool pool(config());
            pool.read(mailNumber(1)).then(this, [&](const auto &r) { answer = r; });
        }
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().fault, Fault::Cancelled);
    }

private:
    static QSet<QByteArray> childrenOfThisProcess()
    {
        QFile file(QStringLiteral("/proc/self/task/%1/children").arg(::getpid()));
        if (!file.open(QFile::ReadOnly))
            return {};
        const QByteArrayList children = file.readAll().split(' ');
        QSet<QByteArray> found(children.begin(), children.end());
        found.remove(QByteArray()); // each number is followed by a space
        // Those that lay out are started too, and serve nobody here.
        found.removeIf([](const QByteArray &child) {
            QFile words(QStringLiteral("/proc/%1/cmdline").arg(QString::fromLatin1(child)));
            return words.open(QFile::ReadOnly) && words.readAll().contains(reader::layOutOption);
        });
        return found;
    }
    static void expectLog(const char *pattern)
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QString::fromLatin1(pattern)));
    }
    static reader::ReaderConfig config()
    {
        reader::ReaderConfig made;
        made.restartWait = [](int) { return std::chrono::milliseconds(10); };
        made.program = test::buildPath(QStringLiteral("isthmus-reader"));
        return made;
    }
    template <typename T>
    base::Result<T> wait(const base::Task<T> &task)
    {
        std::optional<base::Result<T>> result;
        task.then(this, [&](const base::Result<T> &r) { result = r; });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return result.has_value(); }, 30'000);
        return result.value_or(base::Error{Fault::Cancelled, QStringLiteral("the test gave up")});
    }
};

ISTHMUS_TEST(tst_readerpool)
#include "tst_readerpool.moc"
