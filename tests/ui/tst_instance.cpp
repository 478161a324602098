#include "app/instance/Instance.h"
#include "tests/support/TestMain.h"
#include "tests/support/Waiting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace isthmus;
using instance::Instance;

class tst_instance : public QObject
{
    Q_OBJECT

    /// A second start, in a thread of its own as it is in a process of its own.
    static std::future<bool> start(const QString &profile, const QStringList &links)
    {
        return std::async(std::launch::async, [profile, links] { return Instance::handOver(profile, links); });
    }
    static bool ended(const std::future<bool> &task)
    {
        return test::comesTrue([&task] { return task.wait_for(std::chrono::seconds(0)) == std::future_status::ready; },
                               10000);
    }

    QTemporaryDir m_runtime;
    QTemporaryDir m_profiles;
    QByteArray m_before;

private Q_SLOTS:
    void initTestCase()
    {
        m_before = qgetenv("XDG_RUNTIME_DIR");
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8()); // QTemporaryDir is 0700
        for (const char *name : {"one", "two"})
            QVERIFY(QDir(m_profiles.path()).mkdir(QLatin1String(name)));
    }
    void cleanupTestCase() { qputenv("XDG_RUNTIME_DIR", m_before); }

    void aSecondStartHandsItsLinksOver()
    {
        const QString profile = m_profiles.filePath(QStringLiteral("one"));
        Instance first;
        QVERIFY(first.listen(profile));
        QSignalSpy again(&first, &Instance::startedAgain);
        auto second = start(profile, {QStringLiteral("mailto:bob@work.example?subject=Hi"),
                                      QStringLiteral("xmpp:bob@chat.example"), QStringLiteral("file:///etc/passwd")});
        QVERIFY(ended(second));
        QVERIFY(second.get());
        QTRY_COMPARE(again.size(), 1);
        // What is no link of ours goes nowhere.
        QCOMPARE(again[0][0].toStringList(), (QStringList{QStringLiteral("mailto:bob@work.example?subject=Hi"),
                                                          QStringLiteral("xmpp:bob@chat.example")}));
        auto third = start(profile, {});
        QVERIFY(ended(third));
        QVERIFY(third.get());
        QTRY_COMPARE(again.size(), 2);
    }

    void twoProfilesAreTwoPrograms()
    {
        Instance first;
        QVERIFY(first.listen(m_profiles.filePath(QStringLiteral("one"))));
        QVERIFY(!Instance::handOver(m_profiles.filePath(QStringLiteral("two")), {}));
        // One folder is one profile, however it is spelled.
        QCOMPARE(Instance::socketPath(m_profiles.filePath(QStringLiteral("two/../one/"))),
                 Instance::socketPath(m_profiles.filePath(QStringLiteral("one"))));
        Instance second;
        QVERIFY(second.listen(m_profiles.filePath(QStringLiteral("two"))));
    }

    void aSocketThatWasLeftBehindIsNoObstacle()
    {
        const QString profile = m_profiles.filePath(QStringLiteral("one"));
        const QString path = Instance::socketPath(profile);
        QFile left(path);
        QVERIFY(left.open(QFile::WriteOnly));
        left.close();
        QVERIFY(!Instance::handOver(profile, {}));
        Instance first;
        QVERIFY(first.listen(profile));
        auto second = start(profile, {});
        QVERIFY(ended(second));
        QVERIFY(second.get());
    }

    void onlyTheUserGetsIn()
    {
        const QString profile = m_profiles.filePath(QStringLiteral("one"));
        Instance first;
        QVERIFY(first.listen(profile));
        const QFileInfo door(Instance::socketPath(profile));
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(door.permissions() & others));
        // In a folder that others may enter there is no door at all.
        QVERIFY(QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                                            | QFile::ExeOther | QFile::WriteOther));
        const bool open =
            !Instance::socketPath(profile).isEmpty() && Instance::socketPath(profile).startsWith(m_runtime.path());
        QVERIFY(QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(!open);
    }

    void nonsenseIsNotListenedTo()
    {
        const QString profile = m_profiles.filePath(QStringLiteral("one"));
        Instance first;
        QVERIFY(first.listen(profile));
        QSignalSpy again(&first, &Instance::startedAgain);
        for (const QByteArray &words : {QByteArray("raise!\n"), QByteArray("{}\n"), QByteArray(400000, 'x')}) {
            QLocalSocket socket;
            socket.connectToServer(Instance::socketPath(profile));
            QVERIFY(socket.waitForConnected(5000));
            socket.write(words);
            QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        }
        QCOMPARE(again.size(), 0);
    }
};

ISTHMUS_TEST(tst_instance)
#include "tst_instance.moc"
