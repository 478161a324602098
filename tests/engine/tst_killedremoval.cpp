#include "core/base/Checkpoint.h"
#include "core/engine/Search.h"
#include "tests/engine/MailScene.h"
#include "tests/support/TestMain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>

#include <atomic>
#include <csignal>
#include <unistd.h>

using namespace isthmus;
using namespace isthmus::test;
using Messages = engine::Accounts::Messages;

// A program that is killed at any of its named points while it removes an account. At the next start the account is
// wholly there, password and all, or gone, and then its password is gone as well.

namespace {

/// A keyring that outlives the program: a file for each password.
class FileKeyring final : public port::SecretStore
{
public:
    explicit FileKeyring(QString dir) : m_dir(std::move(dir)) {}
    base::Task<QString> read(QString account) override
    {
        QFile file(path(account));
        if (!file.open(QIODevice::ReadOnly))
            return base::Task<QString>::ready(base::Error{base::Fault::NotFound, {}});
        return base::Task<QString>::ready(QString::fromUtf8(file.readAll()));
    }
    base::Task<base::Done> write(QString account, QString secret) override
    {
        QFile file(path(account));
        if (!file.open(QIODevice::WriteOnly) || file.write(secret.toUtf8()) < 0)
            qFatal("the keyring cannot be written");
        return base::Task<base::Done>::ready(base::Done{});
    }
    base::Task<base::Done> remove(QString account) override
    {
        QFile::remove(path(account));
        return base::Task<base::Done>::ready(base::Done{});
    }
    bool isPersistent() const override { return true; }
    [[nodiscard]] QString path(const QString &account) const { return m_dir + QStringLiteral("/secret-") + account; }

private:
    QString m_dir;
};

const QString address = QStringLiteral("alice@chat.example");

void open(Profile &profile, const QString &dir)
{
    profile.keptIn = dir;
    auto parts = profile.parts();
    parts.secrets = std::make_unique<FileKeyring>(dir);
    auto opened = engine::Engine::open(std::move(parts));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    profile.engine = std::move(opened).value();
}

std::size_t hits(Profile &profile, const char *word)
{
    engine::SearchWish wish;
    wish.words = QString::fromLatin1(word);
    wish.limit = 10;
    return wait(engine::Search(*profile.engine).find(wish)).valueOr({}).hits.size();
}

}

/// The program that gets killed; run in a process of its own by tst_killedremoval.
class tst_killedremoving : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void remove()
    {
        const QString dir = qEnvironmentVariable("ISTHMUS_KILL_DIR");
        if (dir.isEmpty())
            QSKIP("runs in a process of its own");
        Profile profile;
        open(profile, dir);
        profile.goOnline();
        const int deadly = qEnvironmentVariableIntValue("ISTHMUS_KILL_AT");
        std::atomic<int> passed = 0;
        base::onCheckpoint([&](const char *) {
            if (++passed == deadly)
                ::kill(::getpid(), SIGKILL);
        });
        const auto silence = qScopeGuard([] { base::onCheckpoint({}); });
        const auto how = qEnvironmentVariableIsSet("ISTHMUS_KILL_ERASES") ? Messages::Erase : Messages::Keep;
        QVERIFY(wait(profile.engine->accounts().remove(profile.engine->accounts().all().front().id, how)));
        profile.close();
        QFile counted(dir + QStringLiteral("/points"));
        QVERIFY(counted.open(QIODevice::WriteOnly));
        counted.write(QByteArray::number(passed.load()));
    }
};

ISTHMUS_TEST(tst_killedremoving)

class tst_killedremoval : public QObject
{
    Q_OBJECT

    static void prepare(const QString &dir)
    {
        Profile profile;
        open(profile, dir);
        model::AccountPlan plan;
        plan.chat.endpoints.resize(1);
        plan.incoming.endpoints.resize(1);
        QVERIFY(wait(profile.engine->accounts().signIn(mailAddress("alice@chat.example"), QStringLiteral("secret"), plan,
                                                       true, true)));
        profile.goOnline();
        arrive(profile, {arrivedMail(1, daves("a@work.example"))});
        QVERIFY(person(profile, "dave@work.example").isValid());
    }
    /// Returns whether it came to its end.
    static bool run(const QString &dir, bool erases, int deadlyPoint)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("ISTHMUS_ROOM"));
        environment.insert(QStringLiteral("ISTHMUS_KILL_DIR"), dir);
        environment.insert(QStringLiteral("ISTHMUS_KILL_AT"), QString::number(deadlyPoint));
        if (erases)
            environment.insert(QStringLiteral("ISTHMUS_KILL_ERASES"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("tst_killedremoving")});
        if (!process.waitForFinished(30000)) {
            process.kill();
            process.waitForFinished();
        }
        const bool whole = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        if (!whole && deadlyPoint == 0)
            qWarning().noquote() << process.readAll();
        return whole;
    }
    /// Returns whether the account is there.
    static bool checkNextStart(const QString &dir, bool erases)
    {
        Profile profile;
        open(profile, dir);
        const auto &accounts = profile.engine->accounts();
        const bool isThere = !accounts.all().empty();
        const FileKeyring keyring(dir);
        const auto hasSecret = [&] { return QFile::exists(keyring.path(address)); };
        if (isThere)
            [&] { QVERIFY(hasSecret()); }();
        else
            [&] { QTRY_VERIFY(!hasSecret()); }();
        const std::size_t kept = isThere || !erases ? 1 : 0;
        [&] {
            QCOMPARE(accounts.removed().size(), isThere || erases ? 0u : 1u);
            QTRY_COMPARE(hits(profile, "free"), kept);
        }();
        profile.close();
        const bool isInAFile = [&] {
            for (const QFileInfo &info : QDir(dir).entryInfoList(QDir::Files | QDir::Hidden)) {
                QFile file(info.filePath());
                if (file.open(QIODevice::ReadOnly) && file.readAll().contains("Are you free"))
                    return true;
            }
            return false;
        }();
        [&] { QCOMPARE(isInAFile, kept == 1); }();
        return isThere;
    }

private Q_SLOTS:
    void atEveryPointItIsThereOrGone_data()
    {
        QTest::addColumn<bool>("erases");
        QTest::newRow("kept") << false;
        QTest::newRow("erased") << true;
    }
    void atEveryPointItIsThereOrGone()
    {
        QFETCH(bool, erases);
        QTemporaryDir counting;
        prepare(counting.path());
        QVERIFY(run(counting.path(), erases, 0));
        QVERIFY(!checkNextStart(counting.path(), erases));
        QFile counted(counting.filePath(QStringLiteral("points")));
        QVERIFY(counted.open(QIODevice::ReadOnly));
        const int points = counted.readAll().toInt();
        QVERIFY2(points >= 8, qPrintable(QString::number(points)));
        int there = 0;
        int gone = 0;
        for (int point = 1; point <= points; ++point) {
            QTemporaryDir dir;
            prepare(dir.path());
            static_cast<void>(run(dir.path(), erases, point));
            (checkNextStart(dir.path(), erases) ? there : gone) += 1;
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("after a kill at point %1 of %2").arg(point).arg(points)));
        }
        QVERIFY2(there > 0 && gone > 0, qPrintable(QStringLiteral("%1 %2").arg(there).arg(gone)));
    }
};

ISTHMUS_TEST(tst_killedremoval)
#include "tst_killedremoval.moc"
