#include "tests/reader/Cage.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QProcess>
#include <QRegularExpression>

using namespace isthmus;

namespace {

/// Calls that a child must not survive.
const char *const forbidden[] = {"openat2",
                                 "x32 open",
                                 "inet socket",
                                 "unix socket",
                                 "socket pair",
                                 "connect",
                                 "sendto",
                                 "execve",
                                 "fork",
                                 "clone3",
                                 "ptrace parent",
                                 "ptrace init",
                                 "kill parent",
                                 "process_vm_readv",
                                 "io_uring",
                                 "memfd",
                                 "executable mmap",
                                 "executable mprotect",
                                 "bpf",
                                 "unshare",
                                 "setrlimit",
                                 "TIOCSTI",
                                 "chdir",
                                 "unlink",
                                 "dup",
                                 "pidfd",
                                 "userfaultfd",
                                 "keyctl",
                                 "setuid",
                                 "sigaction",
                                 "another filter",
                                 "wait for others"};

/// Calls that libraries make too, and that are told no.
const char *const refused[] = {"open", "old open", "create", "environ file", "stat"};

}

/// The table of planted attempts, in each combination of walls: a stranger's code in the child.
class tst_cage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLoggingCategory::setFilterRules(QStringLiteral("isthmus.reader.warning=false")); }
    void cleanup() { QLoggingCategory::setFilterRules({}); }

    void forbiddenCallsEndTheChildAndTheNextMailIsRead_data() { worldRows(); }
    void forbiddenCallsEndTheChildAndTheNextMailIsRead()
    {
        QFETCH(QStringList, world);
        test::Cage cage(world);
        for (const char *name : forbidden) {
            const QString outcome = cage.attempt(QString::fromLatin1(name));
            QVERIFY2(outcome.contains(QStringLiteral("forbidden system call")),
                     qPrintable(QString::fromLatin1(name) + QStringLiteral(" -> ") + outcome));
            QVERIFY2(cage.answersTheNext(), name);
        }
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/isthmus-planted")));
    }
    void filesAreRefused_data() { worldRows(); }
    void filesAreRefused()
    {
        QFETCH(QStringList, world);
        test::Cage cage(world);
        for (const char *name : refused)
            QCOMPARE(cage.attempt(QString::fromLatin1(name)), QStringLiteral("errno 13"));
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/isthmus-planted")));
        QVERIFY(cage.answersTheNext());
    }
    void withTheFilterSwitchedOffTheTableIsRed()
    {
        test::Cage cage({QStringLiteral("blind")}, std::chrono::seconds(5));
        QVERIFY2(cage.answersTheNext(), "the world pretends that the filter stands");
        for (const char *name : forbidden) {
            const QString outcome = cage.attempt(QString::fromLatin1(name));
            QVERIFY2(!outcome.contains(QStringLiteral("forbidden system call")), name);
        }
    }
    void logSaysWhichWallsStand_data()
    {
        QTest::addColumn<QStringList>("world");
        QTest::addColumn<QString>("missing");
        const auto row = [](const char *name, const char *word, const char *missing) {
            QTest::newRow(name) << QStringList{QString::fromLatin1(word)} << QString::fromLatin1(missing);
        };
        row("container", "no-unshare", "own network");
        row("older kernel", "no-landlock", "Landlock");
    }
    void logSaysWhichWallsStand()
    {
        QFETCH(QStringList, world);
        QFETCH(QString, missing);
        const QString line = QStringLiteral("^mail reader ready, walls: system call filter, .*; without: %1$").arg(missing);
        QTest::ignoreMessage(QtInfoMsg, QRegularExpression(line));
        test::Cage cage(world);
        QVERIFY(cage.answersTheNext());
    }
    void withoutAFilterNothingIsRead()
    {
        test::Cage cage({QStringLiteral("no-filter")});
        const auto mail = cage.read("Subject: x\r\n\r\ntext\r\n");
        QVERIFY(!mail.ok());
        QCOMPARE(mail.error().fault, base::Fault::Unsupported);
        QCOMPARE(cage.read("Subject: x\r\n\r\n").error().fault, base::Fault::Unsupported);
    }
    void environmentHoldsNothingOfOurs()
    {
        qputenv("ISTHMUS_SECRET", "must not be seen");
        test::Cage cage({});
        const QString environment = cage.attempt(QStringLiteral("environment"));
        qunsetenv("ISTHMUS_SECRET");
        const QStringList allowed{QStringLiteral("LC_ALL"),
                                  QStringLiteral("TZ"),
                                  QStringLiteral("QT_QPA_PLATFORM"),
                                  QStringLiteral("QT_NO_GLIB"),
                                  QStringLiteral("QT_ENABLE_REGEXP_JIT"),
                                  QStringLiteral("FONTCONFIG_FILE")};
        for (const QString &entry : environment.split(u'|', Qt::SkipEmptyParts))
            QVERIFY2(allowed.contains(entry.section(u'=', 0, 0)), qPrintable(entry));
    }
    void costlyMailEndsInsideItsLimits_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("endless loop: processor time") << "loop"
                                                      << "Timeout: mail reader: too much work";
        QTest::newRow("eats memory") << "memory"
                                     << "TooLarge: mail reader: too much memory";
        QTest::newRow("sleeps for ever: the watchdog") << "sleep"
                                                       << "Timeout: mail reader: no answer in time";
        QTest::newRow("waits for the next mail's octets") << "steal next"
                                                          << "Timeout: mail reader: no answer in time";
        QTest::newRow("stack without end") << "stack"
                                           << "ProtocolBroken: mail reader: ended by signal 11";
        QTest::newRow("crash") << "crash"
                               << "ProtocolBroken: mail reader: ended by signal 11";
        QTest::newRow("exception") << "throw"
                                   << "ProtocolBroken: mail reader: ended with code 7";
        QTest::newRow("ends without a word") << "exit"
                                             << "Timeout: mail reader: no answer in time";
        QTest::newRow("ends with a wrong code") << "exit 1"
                                                << "ProtocolBroken: mail reader: ended with code 1";
        QTest::newRow("floods the pipe") << "flood"
                                         << "ProtocolBroken: mail reader: wrong frame";
        QTest::newRow("answers for another request") << "wrong nonce"
                                                     << "ProtocolBroken: mail reader: wrong frame";
        QTest::newRow("announces a terabyte") << "huge frame"
                                              << "ProtocolBroken: mail reader: wrong frame";
        QTest::newRow("answers twice") << "frame of nothing"
                                       << "ProtocolBroken: mail reader: octets after the frame";
        QTest::newRow("says it is ready") << "frame of ready"
                                          << "ProtocolBroken: mail reader: wrong frame";
        QTest::newRow("short answer") << "short frame"
                                      << "Timeout: mail reader: no answer in time";
    }
    void costlyMailEndsInsideItsLimits()
    {
        QFETCH(QString, name);
        QFETCH(QString, outcome);
        const bool isQuiet = outcome.contains(QStringLiteral("in time"));
        test::Cage cage({}, isQuiet ? std::chrono::seconds(5) : std::chrono::seconds(30));
        QVERIFY(cage.answersTheNext());
        const QString seen = cage.attempt(name, QByteArray(100'000, 'x'));
        QVERIFY2(seen.startsWith(outcome), qPrintable(seen));
        QVERIFY(cage.answersTheNext());
    }
    void childCannotForgeTheZygotesReport()
    {
        test::Cage cage({});
        QCOMPARE(cage.attempt(QStringLiteral("forge report")), QStringLiteral("errno 9"));
        QVERIFY(cage.answersTheNext());
    }
    void mailCannotReadThePreviousOne()
    {
        test::Cage cage({});
        const QByteArray secret = "SECRET-OF-THE-PREVIOUS-MAIL";
        QVERIFY(cage.read("Subject: x\r\n\r\n" + (secret + "\r\n").repeated(50)).ok());
        QByteArray terces = secret;
        std::reverse(terces.begin(), terces.end());
        const QString find = QStringLiteral("find ") + QString::fromLatin1(terces);
        QCOMPARE(cage.attempt(find), QStringLiteral("not there"));
        // The search itself works: it finds what the mail itself holds.
        QCOMPARE(cage.attempt(find, secret), QStringLiteral("found"));
    }
    void programThatIsKilledLeavesNoReaderBehind()
    {
        // The owner starts a reader that sleeps in a mail, says who its zygote is, and is killed.
        QProcess owner;
        owner.start(test::buildPath(QStringLiteral("tests/isthmus-reader-world")),
                    {QStringLiteral("own"), test::buildPath(QStringLiteral("tests/isthmus-reader-attack"))});
        QVERIFY(owner.waitForReadyRead(20'000));
        const QString zygote = QStringLiteral("/proc/") + QString::fromLatin1(owner.readLine().trimmed());
        QString child;
        QTRY_VERIFY_WITH_TIMEOUT(!(child = childOf(zygote)).isEmpty(), 20'000);
        QVERIFY(QFile::exists(zygote) && QFile::exists(child));
        owner.kill();
        QVERIFY(owner.waitForFinished());
        QTRY_VERIFY(!isAlive(zygote) && !isAlive(child));
    }
    void mailThatBreaksABatchCostsOnlyItself_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<base::Fault>("fault");
        QTest::newRow("crash") << "crash" << base::Fault::ProtocolBroken;
        QTest::newRow("forbidden call") << "inet socket" << base::Fault::ProtocolBroken;
        QTest::newRow("endless loop") << "loop" << base::Fault::Timeout;
        QTest::newRow("memory") << "memory" << base::Fault::TooLarge;
        QTest::newRow("early end") << "exit 1" << base::Fault::ProtocolBroken;
        QTest::newRow("more answers than mails") << "frame of nothing" << base::Fault::ProtocolBroken;
    }
    void mailThatBreaksABatchCostsOnlyItself()
    {
        QFETCH(QString, name);
        QFETCH(base::Fault, fault);
        test::Cage cage({});
        std::vector<QByteArray> raws;
        for (int i = 0; i < 30; ++i)
            raws.push_back("Subject: " + QByteArray::number(i) + "\r\n\r\ntext\r\n");
        const QList<std::size_t> hostile =
            fault == base::Fault::Timeout ? QList<std::size_t>{10} : QList<std::size_t>{10, 29};
        for (const std::size_t index : hostile)
            raws[index] = test::Cage::planted(name);
        const auto mails = cage.readMany(raws);
        QCOMPARE(mails.size(), raws.size());
        for (std::size_t i = 0; i < raws.size(); ++i) {
            if (hostile.contains(i)) {
                QVERIFY(!mails[i].ok());
                QCOMPARE(mails[i].error().fault, fault);
            } else {
                QVERIFY2(mails[i].ok(), qPrintable(QString::number(i)));
                QCOMPARE(mails[i]->subject, QString::number(i));
            }
        }
    }
    void attackCodeIsNotInTheShippedProgram()
    {
        for (const QByteArray &mark : {QByteArray("/tmp/isthmus-planted"), QByteArray("--kill-file-calls")}) {
            QVERIFY(bytesOf(QStringLiteral("tests/isthmus-reader-attack")).contains(mark));
            QVERIFY(!bytesOf(QStringLiteral("isthmus-reader")).contains(mark));
        }
    }

private:
    static QString childOf(const QString &process)
    {
        QFile file(process + QStringLiteral("/task/") + process.section(u'/', -1) + QStringLiteral("/children"));
        const QByteArray first = file.open(QFile::ReadOnly) ? file.readAll().split(' ').first() : QByteArray();
        return first.isEmpty() ? QString() : QStringLiteral("/proc/") + QString::fromLatin1(first);
    }
    static bool isAlive(const QString &process)
    {
        // A zombie that nobody has reaped yet is dead.
        QFile file(process + QStringLiteral("/stat"));
        return file.open(QFile::ReadOnly) && !file.readAll().contains(") Z ");
    }
    static void worldRows()
    {
        QTest::addColumn<QStringList>("world");
        for (const auto &[name, words] : test::worlds())
            QTest::newRow(qPrintable(name)) << words;
    }
    static QByteArray bytesOf(const QString &program)
    {
        QFile file(test::buildPath(program));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
};

ISTHMUS_TEST(tst_cage)
#include "tst_cage.moc"
