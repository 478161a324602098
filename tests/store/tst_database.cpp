#include "core/store/AccountTable.h"
#include "core/store/CursorTable.h"
#include "core/store/Database.h"
#include "core/store/MailTable.h"
#include "tests/support/TestMain.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace isthmus;
using base::Fault;

namespace {

using Opened = base::Result<std::unique_ptr<store::Database>>;

Opened openAt(const QString &path)
{
    return store::Database::open({path, std::chrono::milliseconds(200), store::schemaSteps()});
}

base::Result<base::Done> saveAccount(store::Connection &connection)
{
    model::Account account;
    account.jid = model::Jid::parse(u"a@b.example").value();
    account.address = model::MailAddress::parse(u"a@b.example").value();
    (void)store::AccountTable(connection).save(account, base::Timestamp{});
    return base::Done{};
}

int countAccounts(store::Database &database)
{
    return database
        .readNow([](store::Connection &connection) -> base::Result<int> {
            return static_cast<int>(store::AccountTable(connection).all().size());
        })
        .valueOr(-1);
}

/// A mail of \p bytes, with its cursor, in one transaction.
base::Result<base::Done> saveMail(store::Connection &connection, int number, qsizetype bytes)
{
    model::ArrivedMail mail;
    mail.folder = QStringLiteral("INBOX");
    mail.uid = static_cast<quint32>(number);
    mail.raw = QByteArray(bytes, 'x') + QByteArray::number(number);
    (void)store::MailTable(connection).arrived(model::AccountId{1}, mail);
    store::CursorTable(connection).save(model::AccountId{1}, {QStringLiteral("imap:INBOX"), QByteArray::number(number)});
    return base::Done{};
}

int savedMails(store::Database &database)
{
    return database
        .readNow([](store::Connection &connection) -> base::Result<int> {
            return static_cast<int>(store::MailTable(connection).arrivedRows(100000).size());
        })
        .valueOr(-1);
}

int cursor(store::Database &database)
{
    return database
        .readNow([](store::Connection &connection) -> base::Result<int> {
            const auto cursors = store::CursorTable(connection).of(model::AccountId{1});
            return cursors.empty() ? 0 : cursors.front().state.toInt();
        })
        .valueOr(-1);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

/// Another process, for tst_database: holds a profile, writes until killed, or writes until the disk is full.
class tst_databasechild : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void work()
    {
        const QString path = qEnvironmentVariable("ISTHMUS_CHILD_DB");
        if (path.isEmpty())
            QSKIP("runs in a process of its own");
        const QByteArray role = qgetenv("ISTHMUS_CHILD_ROLE");
        if (role == "full") {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{2 << 20, 2 << 20}; // half of it is the schema
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        }
        auto opened = openAt(path);
        QVERIFY(opened);
        QVERIFY((*opened)->writeNow(saveAccount));
        if (role == "hold")
            waitForEver();
        int number = 0;
        std::optional<base::Error> failure;
        while (!failure) {
            ++number;
            auto done = (*opened)->writeNow([number](store::Connection &c) { return saveMail(c, number, 20000); });
            if (!done)
                failure = done.error();
            else if (number % 3 == 0)
                say("saved " + QByteArray::number(number));
        }
        say("fault " + base::faultName(failure->fault).toUtf8() + ' ' + failure->detail.toUtf8());
        // What was saved before can be read, and the next small thing fails or not, but harms nothing.
        say("readable " + QByteArray::number(savedMails(**opened)));
    }

private:
    static void say(const QByteArray &line)
    {
        ::printf("%s\n", line.constData());
        ::fflush(stdout);
    }
    static void waitForEver()
    {
        say("holding");
        while (true)
            ::pause();
    }
};

ISTHMUS_TEST(tst_databasechild)

class tst_database : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    [[nodiscard]] QString path() const
    {
        return m_dir.filePath(QLatin1String(QTest::currentTestFunction()) + QStringLiteral(".sqlite"));
    }
    void startChild(QProcess &process, const char *role) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("ISTHMUS_ROOM"));
        environment.insert(QStringLiteral("ISTHMUS_CHILD_DB"), path());
        environment.insert(QStringLiteral("ISTHMUS_CHILD_ROLE"), QLatin1String(role));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("tst_databasechild")});
        QVERIFY(process.waitForStarted());
    }
    static bool waitForLine(QProcess &process, const QByteArray &start, QByteArray *line = nullptr)
    {
        QByteArray all;
        while (process.state() == QProcess::Running || process.bytesAvailable() > 0) {
            while (process.canReadLine()) {
                const QByteArray next = process.readLine();
                if (next.startsWith(start)) {
                    if (line)
                        *line = next.trimmed();
                    return true;
                }
            }
            if (!process.waitForReadyRead(10000))
                return false;
        }
        return false;
    }

private Q_SLOTS:
    void whatIsWrittenIsThereAfterARestart()
    {
        {
            auto database = openAt(path());
            QVERIFY(database);
            QVERIFY((*database)->writeNow(saveAccount));
        }
        auto database = openAt(path());
        QVERIFY(database);
        QCOMPARE(countAccounts(**database), 1);
    }

    void writesThatWereHandedOverAreFinishedBeforeTheEnd()
    {
        {
            auto database = openAt(path());
            QVERIFY((*database)->writeNow(saveAccount));
            for (int i = 1; i <= 50; ++i)
                (*database)->write([i](store::Connection &c) { return saveMail(c, i, 1000); }).ignore();
        }
        auto database = openAt(path());
        QCOMPARE(savedMails(**database), 50);
        QCOMPARE(cursor(**database), 50);
    }

    void anErrorRollsEverythingBack()
    {
        auto database = openAt(path());
        const auto result = (*database)->writeNow([](store::Connection &connection) -> base::Result<base::Done> {
            (void)saveAccount(connection);
            return base::Error{Fault::Cancelled, QStringLiteral("changed my mind")};
        });
        QCOMPARE(result.error().fault, Fault::Cancelled);
        QCOMPARE(countAccounts(**database), 0);
    }

    void aFailureOfSqliteBecomesAnErrorAndRollsBack()
    {
        auto database = openAt(path());
        const auto result = (*database)->writeNow([](store::Connection &connection) -> base::Result<base::Done> {
            (void)saveAccount(connection);
            connection.run("INSERT INTO cursor (account, stream, state) VALUES (99, '', x'')");
            return base::Done{};
        });
        QVERIFY(!result);
        QCOMPARE(result.error().fault, Fault::Conflict);
        QCOMPARE(countAccounts(**database), 0);
    }

    void typesAndRulesOfTheTablesAreEnforced_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("text in a number") << QByteArray("INSERT INTO search_pending (item) VALUES ('x')");
        QTest::newRow("null where something must be")
            << QByteArray("INSERT INTO person (name, name_source) VALUES (NULL, 0)");
        QTest::newRow("an item of no account") << QByteArray(
            "INSERT INTO item (account, home, address, direction, channel, kind, at, subject, text, extra, stage,"
            " fault_detail, server_text, fell_back, read, thread, stanza_id, archive_id, message_id, digest)"
            " VALUES (7, '', '', 0, 0, 0, 0, '', '', x'', 0, '', '', 0, 0, '', '', '', '', x'')");
    }
    void typesAndRulesOfTheTablesAreEnforced()
    {
        QFETCH(QByteArray, sql);
        QTemporaryDir dir;
        auto database = openAt(dir.filePath(QStringLiteral("db")));
        QVERIFY(database);
        const auto result = (*database)->writeNow([sql](store::Connection &connection) -> base::Result<base::Done> {
            connection.runOnce(QString::fromUtf8(sql));
            return base::Done{};
        });
        QVERIFY(!result);
    }

    void theReadingSideCannotWrite()
    {
        auto database = openAt(path());
        const auto result = (*database)->readNow(saveAccount);
        QVERIFY(!result);
        QCOMPARE(result.error().fault, Fault::Storage);
    }

    void aSecondProcessIsTurnedAwayAndTheFirstGoesOn()
    {
        QProcess first;
        startChild(first, "hold");
        QVERIFY(waitForLine(first, "holding"));
        const auto second = openAt(path());
        QVERIFY(!second);
        QCOMPARE(second.error().fault, Fault::Conflict);
        QVERIFY(second.error().detail.contains(QStringLiteral("another Isthmus")));
        // However the first one ends, the profile is free.
        first.kill();
        QVERIFY(first.waitForFinished());
        auto third = openAt(path());
        QVERIFY(third);
        QCOMPARE(countAccounts(**third), 1);
    }

    void killedWhileWritingRowsAreWholeAndMatchTheirCursor()
    {
        for (int round = 1; round <= 5; ++round) {
            QFile::remove(path());
            QProcess writer;
            startChild(writer, "write");
            QVERIFY(waitForLine(writer, "saved " + QByteArray::number(3 * round)));
            writer.kill();
            QVERIFY(writer.waitForFinished());
            auto database = openAt(path());
            QVERIFY(database);
            const int mails = savedMails(**database);
            QVERIFY(mails >= 3 * round);
            QCOMPARE(cursor(**database), mails);
            database->reset();
            for (const char *rest : {"-wal", "-shm", ".lock"})
                QFile::remove(path() + QLatin1String(rest));
        }
    }

    void aFullDiskIsAClearErrorAndLosesNothing()
    {
        QProcess writer;
        startChild(writer, "full");
        QByteArray line;
        QVERIFY(waitForLine(writer, "fault ", &line));
        QVERIFY2(line.startsWith("fault Storage"), line.constData());
        QVERIFY2(line.contains("disk"), line.constData());
        QVERIFY(waitForLine(writer, "readable ", &line));
        const int readable = line.mid(9).toInt();
        QVERIFY(readable > 10);
        QVERIFY(writer.waitForFinished());
        // With room again, all that was said to be saved is there, and it goes on.
        auto database = openAt(path());
        QVERIFY2(database.ok(), database.ok() ? "" : qPrintable(database.error().detail));
        QCOMPARE(savedMails(**database), readable);
        QCOMPARE(cursor(**database), readable);
        QVERIFY((*database)->writeNow([](store::Connection &c) { return saveMail(c, 9999, 20000); }));
    }

    void aReadOnlyProfileIsAClearError()
    {
        {
            auto database = openAt(path());
            QVERIFY((*database)->writeNow(saveAccount));
        }
        const QByteArray before = contentOf(path());
        // Permissions bind nobody who is root: be somebody else for a moment.
        const bool root = ::geteuid() == 0;
        QVERIFY(::chmod(qPrintable(m_dir.path()), 0555) == 0);
        QVERIFY(::chmod(qPrintable(path()), 0444) == 0);
        if (root)
            QCOMPARE(::seteuid(65534), 0);
        const auto opened = openAt(path());
        if (root)
            QCOMPARE(::seteuid(0), 0);
        QVERIFY(::chmod(qPrintable(m_dir.path()), 0755) == 0);
        QVERIFY(!opened);
        QCOMPARE(opened.error().fault, Fault::Storage);
        QVERIFY2(opened.error().detail.contains(QStringLiteral("cannot be written")), qPrintable(opened.error().detail));
        QCOMPARE(contentOf(path()), before);
    }

    void aDamagedFileIsRecognisedAndLeftAsItIs_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<bool>("clean");
        QTest::newRow("header overwritten") << 0 << true;
        QTest::newRow("a page overwritten, after an unclean end") << 4096 * 3 << false;
    }
    void aDamagedFileIsRecognisedAndLeftAsItIs()
    {
        QFETCH(int, from);
        QFETCH(bool, clean);
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("db"));
        {
            auto database = openAt(file);
            QVERIFY((*database)->writeNow(saveAccount));
        }
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.seek(from));
        damaged.write(QByteArray(4096 * 2, '\x5a'));
        damaged.close();
        if (!clean)
            QVERIFY(QFile::resize(file + QStringLiteral(".lock"), 0));
        const QByteArray before = contentOf(file);
        const auto opened = openAt(file);
        QVERIFY(!opened);
        QCOMPARE(opened.error().fault, Fault::Malformed);
        QVERIFY2(opened.error().detail.contains(QStringLiteral("damaged")), qPrintable(opened.error().detail));
        QCOMPARE(contentOf(file), before);
    }

    void anotherProgramsLockEndsInAnErrorNotInWaitingForEver()
    {
        auto database = openAt(path());
        QVERIFY(database);
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(path());
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec(QStringLiteral("BEGIN IMMEDIATE")));
            const auto result = (*database)->writeNow(saveAccount);
            QVERIFY(!result);
            QCOMPARE(result.error().fault, Fault::Storage);
            QVERIFY2(result.error().detail.contains(QStringLiteral("locked")), qPrintable(result.error().detail));
            QVERIFY(query.exec(QStringLiteral("ROLLBACK")));
            other.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        QVERIFY((*database)->writeNow(saveAccount));
    }

    void equalOctetsAreOneMailInManyPlaces()
    {
        auto database = openAt(path());
        QVERIFY((*database)->writeNow(saveAccount));
        const auto result = (*database)->writeNow([](store::Connection &connection) -> base::Result<base::Done> {
            store::MailTable mails(connection);
            model::ArrivedMail mail;
            mail.folder = QStringLiteral("INBOX");
            mail.uid = 1;
            mail.raw = "same";
            const model::MailId first = mails.arrived(model::AccountId{1}, mail);
            mail.folder = QStringLiteral("Archive");
            const model::MailId second = mails.arrived(model::AccountId{1}, mail);
            mail.raw = "other";
            mail.uid = 2;
            const model::MailId third = mails.arrived(model::AccountId{1}, mail);
            const bool right = first == second && third != first && mails.places(first).size() == 2;
            return right ? base::Result<base::Done>(base::Done{}) : base::Error{Fault::Malformed, {}};
        });
        QVERIFY(result);
    }
};

ISTHMUS_TEST(tst_database)
#include "tst_database.moc"
