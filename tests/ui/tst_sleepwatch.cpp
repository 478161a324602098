#include "tests/support/TestMain.h"
#include "ui/shell/SleepWatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>

using namespace isthmus;
using shell::SleepWatch;
using namespace std::chrono_literals;

namespace {

/// A bus of the test's own, with a logind on it that says what it is told to.
class PrivateBus
{
public:
    PrivateBus()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
            qFatal("dbus-daemon does not start");
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("listening"));
        QDBusConnection::disconnectFromBus(QStringLiteral("logind"));
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    [[nodiscard]] QDBusConnection connection(const char *name) const
    {
        return QDBusConnection::connectToBus(m_address, QLatin1String(name));
    }

private:
    QProcess m_daemon;
    QString m_address;
};

void say(QDBusConnection logind, bool asleep)
{
    QDBusMessage signal =
        QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1"),
                                   QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"));
    signal << asleep;
    QVERIFY(logind.send(signal));
}

}

class tst_sleepwatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void logindsWordIsHeard()
    {
        const PrivateBus bus;
        QDBusConnection logind = bus.connection("logind");
        QVERIFY(logind.registerService(QStringLiteral("org.freedesktop.login1")));
        SleepWatch watch(bus.connection("listening"), {});
        QSignalSpy woke(&watch, &SleepWatch::wokeUp);
        say(logind, true);
        say(logind, false);
        QTRY_COMPARE(woke.size(), 1);
        say(logind, true);
        say(logind, false);
        QTRY_COMPARE(woke.size(), 2); // going to sleep is no waking: two in all
    }

    void nobodyElsesWordIsHeard()
    {
        const PrivateBus bus;
        QDBusConnection stranger = bus.connection("logind");
        SleepWatch watch(bus.connection("listening"), {});
        QSignalSpy woke(&watch, &SleepWatch::wokeUp);
        say(stranger, false);
        // What comes after it has come: the stranger's word was let pass.
        QVERIFY(stranger.registerService(QStringLiteral("org.freedesktop.login1")));
        say(stranger, false);
        QTRY_COMPARE(woke.size(), 1);
    }

    void aClockThatRanAheadMeansSleepOrWasSet()
    {
        base::Timestamp wall = base::fromMsecs(1795255200000);
        std::chrono::milliseconds awake = 1000s;
        int looks = 0;
        SleepWatch::Clocks clocks;
        clocks.wall = [&] {
            ++looks;
            return wall;
        };
        clocks.awake = [&] { return awake; };
        clocks.look = 1ms;
        SleepWatch watch(QDBusConnection(QStringLiteral("no bus")), clocks);
        QSignalSpy woke(&watch, &SleepWatch::wokeUp);
        const auto look = [&] {
            const int before = looks;
            QTRY_VERIFY(looks > before + 1);
        };
        // A late timer: both clocks went on.
        wall += 300s;
        awake += 300s;
        look();
        // A correction by a time server.
        wall -= 2s;
        look();
        QCOMPARE(woke.size(), 0);
        wall += 3600s; // asleep
        look();
        QCOMPARE(woke.size(), 1);
        wall -= 86400s; // set back
        look();
        QCOMPARE(woke.size(), 2);
    }
};

ISTHMUS_TEST(tst_sleepwatch)
#include "tst_sleepwatch.moc"
