#include "tests/secret/PrivateKeyring.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

namespace isthmus::test {

namespace {

constexpr int patienceMs = 10'000;

void end(std::unique_ptr<QProcess> &process)
{
    if (!process)
        return;
    process->terminate();
    if (!process->waitForFinished(patienceMs)) {
        process->kill();
        process->waitForFinished(patienceMs);
    }
    process.reset();
}

/// Reads lines of \p process until one contains \p word.
bool awaitLine(QProcess &process, const QByteArray &word, QByteArray *line)
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < patienceMs) {
        while (process.canReadLine()) {
            *line = process.readLine().trimmed();
            if (line->contains(word))
                return true;
        }
        if (!process.waitForReadyRead(patienceMs))
            return false;
    }
    return false;
}

}

PrivateKeyring::PrivateKeyring() = default;

PrivateKeyring::~PrivateKeyring()
{
    // The client library's connection raises SIGTERM when its bus goes away, as is right for a desktop
    // program at the end of a session; this test ends the session itself.
    std::signal(SIGTERM, SIG_IGN);
    end(m_keyring);
    end(m_bus);
}

std::unique_ptr<QProcess> PrivateKeyring::spawn(const QString &program, const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), m_home.path());
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::SeparateChannels);
    // A test that is killed leaves nothing behind either.
    process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process->start(program, arguments);
    return process;
}

QString PrivateKeyring::startBus()
{
    QFile config(m_home.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QFile::WriteOnly))
        return config.errorString();
    config.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\""
                 " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
                 "<busconfig><type>session</type><listen>unix:path="
                 + m_home.filePath(QStringLiteral("bus")).toUtf8()
                 + "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\"/>"
                   "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n");
    config.close();
    m_bus = spawn(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--print-address=1"),
                                                  QStringLiteral("--config-file=") + config.fileName()});
    QByteArray address;
    if (!awaitLine(*m_bus, "unix:path=", &address))
        return QStringLiteral("dbus-daemon: ") + QString::fromUtf8(m_bus->readAllStandardError());
    m_address = QString::fromUtf8(address);
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    return {};
}

QString PrivateKeyring::startKeyring()
{
    m_keyring = spawn(QStringLiteral("gnome-keyring-daemon"),
                      {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets"),
                       QStringLiteral("--control-directory=") + m_home.path()});
    m_keyring->write("login password");
    m_keyring->closeWriteChannel();
    // It is ready when it has taken its name, a moment after it has printed its control folder.
    const QString connection = QStringLiteral("waiting for the keyring");
    const auto isUp = [bus = QDBusConnection::connectToBus(m_address, connection)] {
        return bus.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.secrets")).value();
    };
    const bool up = QTest::qWaitFor(isUp, patienceMs);
    QDBusConnection::disconnectFromBus(connection);
    return up ? QString() : QStringLiteral("gnome-keyring-daemon: ") + QString::fromUtf8(m_keyring->readAllStandardError());
}

void PrivateKeyring::stopKeyring()
{
    end(m_keyring);
}

}
