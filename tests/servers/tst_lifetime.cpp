#include "tests/servers/Wire.h"
#include "tests/support/Foreign.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace isthmus::test;

namespace {

/// Command lines and mounts of this machine that name the folder: what a trace would look like.
QStringList traces(const QString &folder)
{
    QStringList found;
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &process : processes) {
        for (const QString &file : {u"cmdline"_s, u"mountinfo"_s}) {
            QFile proc(u"/proc/"_s + process + u'/' + file);
            if (proc.open(QIODevice::ReadOnly) && proc.readAll().contains(folder.toUtf8()))
                found += proc.fileName();
        }
    }
    if (QDir(folder).exists())
        found += folder;
    return found;
}

/// The process that runs as root for this folder, as seen from outside its namespace.
pid_t guardOf(const QString &folder)
{
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &process : processes) {
        QFile file(u"/proc/"_s + process + u"/cmdline"_s);
        const QByteArray command = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (command.startsWith("/usr/bin/python3") && command.contains(QByteArray("guard") + '\0' + folder.toUtf8()))
            return pid_t(process.toInt());
    }
    return 0;
}

int startIn(const QString &folder, qint64 owner)
{
    QProcess up;
    up.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    up.start(sourcePath(u"tests/servers/isthmus-servers"_s),
             {u"up"_s, u"--state"_s, folder, u"--owner"_s, QString::number(owner)});
    return up.waitForFinished(300'000) ? up.exitCode() : -1;
}

QJsonObject read(const QString &folder)
{
    QFile file(folder + u"/servers.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

}

/// However the end comes, nothing stays; and a server that went away comes back with what it held.
class tst_lifetime : public QObject
{
    Q_OBJECT
    QTemporaryDir m_place;

private Q_SLOTS:
    void everythingGoesWithTheOneThatIsKilled_data()
    {
        QTest::addColumn<QString>("victim");
        QTest::newRow("the owner") << u"owner"_s;
        QTest::newRow("the supervisor") << u"supervisor"_s;
        if (::geteuid() == 0)
            QTest::newRow("the part that runs as root") << u"guard"_s;
        QTest::newRow("nobody: down") << u"down"_s;
    }
    void everythingGoesWithTheOneThatIsKilled()
    {
        QFETCH(QString, victim);
        const QString folder = m_place.filePath(victim);
        QProcess owner; // stands for a test program
        owner.start(u"sleep"_s, {u"600"_s});
        QVERIFY(owner.waitForStarted());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(startIn(folder, owner.processId()), 0);
        // 3 s on a quiet machine with two processors; here others may be building.
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
        const QJsonObject description = read(folder);
        const QString address = description.value(u"address"_s).toString();
        QVERIFY(traces(folder).size() > 3);

        if (victim == u"owner")
            ::kill(pid_t(owner.processId()), SIGKILL);
        else if (victim == u"supervisor")
            ::kill(pid_t(description.value(u"pid"_s).toInt()), SIGKILL);
        else if (victim == u"guard") {
            const pid_t guard = guardOf(folder);
            QVERIFY(guard > 1);
            QCOMPARE(::kill(guard, SIGKILL), 0);
        } else
            QCOMPARE(QProcess::execute(sourcePath(u"tests/servers/isthmus-servers"_s), {u"down"_s, u"--state"_s, folder}),
                     0);
        QTRY_COMPARE_WITH_TIMEOUT(traces(folder), QStringList(), 10'000);
        const QJsonObject ports = description.value(u"ports"_s).toObject();
        for (const QString &service : {u"xmpp"_s, u"imap"_s, u"submission"_s, u"https"_s}) {
            Wire wire({});
            QVERIFY2(!wire.connectPlain(address, quint16(ports.value(service).toInt())), qPrintable(service));
        }
        owner.kill();
        owner.waitForFinished();
    }

    void twoInstancesRunAtOnceAndServersComeBackWithWhatTheyHeld()
    {
        Servers one;
        Servers other;
        QVERIFY2(one.problem().isEmpty() && other.problem().isEmpty(), qPrintable(one.problem() + other.problem()));
        QVERIFY(one.address() != other.address());
        const ServerAccount anna = one.createAccount(u"anna"_s);
        ForeignMail(one, anna).deliver("Subject: kept\r\n\r\nx\r\n");

        one.server(u"dovecot"_s, u"kill"_s);
        Wire gone(one.caFile());
        QVERIFY(!gone.connectPlain(one.address(), one.port(u"imap"_s)));
        one.server(u"prosody"_s, u"stop"_s);
        one.server(u"postfix"_s, u"kill"_s);
        for (const QString &name : {u"prosody"_s, u"dovecot"_s, u"postfix"_s})
            one.server(name, u"start"_s);
        ForeignMail mail(one, anna);
        QVERIFY(!mail.waitFor(u"kept"_s).isEmpty());
        QVERIFY(!mail.send(anna.address, u"again"_s, u"x"_s).isEmpty());
        QVERIFY(!mail.waitFor(u"again"_s).isEmpty());
        ForeignXmpp(one, anna).online();
    }
};

ISTHMUS_TEST(tst_lifetime)
#include "tst_lifetime.moc"
