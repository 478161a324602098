#include "tests/ui/PrivateBus.h"

#include <QFile>

#include <csignal>
#include <sys/prctl.h>

namespace isthmus::test {

namespace {

constexpr int patienceMs = 10'000;

}

PrivateBus::PrivateBus()
{
    QFile config(m_home.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QFile::WriteOnly))
        qFatal("no place for the bus");
    config.write(
        "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\""
        " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
        "<busconfig><type>session</type><listen>unix:path="
        + m_home.filePath(QStringLiteral("bus")).toUtf8()
        + "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
          "<allow own=\"*\"/></policy></busconfig>\n");
    config.close();
    // A test that is killed leaves nothing behind either.
    m_daemon.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--print-address=1"),
                                                   QStringLiteral("--config-file=") + config.fileName()});
    while (!m_daemon.canReadLine()) {
        if (!m_daemon.waitForReadyRead(patienceMs))
            qFatal("dbus-daemon: %s", m_daemon.readAllStandardError().constData());
    }
    m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
}

PrivateBus::~PrivateBus()
{
    for (const QString &name : std::as_const(m_names))
        QDBusConnection::disconnectFromBus(name);
    m_daemon.terminate();
    if (!m_daemon.waitForFinished(patienceMs))
        m_daemon.kill();
    m_daemon.waitForFinished(patienceMs);
}

QDBusConnection PrivateBus::connect()
{
    static int number = 0;
    m_names.append(QStringLiteral("private%1").arg(++number));
    const QDBusConnection connection = QDBusConnection::connectToBus(m_address, m_names.last());
    if (!connection.isConnected())
        qFatal("the private bus does not answer");
    return connection;
}

}
