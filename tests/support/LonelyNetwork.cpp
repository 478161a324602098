#include "tests/support/LonelyNetwork.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

namespace isthmus::test {

namespace {

const char *const inside = "ISTHMUS_TEST_LONELY";

}

bool isLonely()
{
    return qEnvironmentVariableIsSet(inside);
}

std::optional<LonelyRun> runLonely(const char *testClass, int limit)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(inside), QStringLiteral("1"));
    environment.remove(QStringLiteral("ISTHMUS_ROOM")); // or its result would be taken for that of the outer one
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("unshare"),
                  {QStringLiteral("--map-root-user"), QStringLiteral("--net"), QStringLiteral("sh"), QStringLiteral("-c"),
                   QStringLiteral("PATH=$PATH:/usr/sbin:/sbin; ip link set lo up && ip route add local default dev lo"
                                  " && { ip -6 route add local ::/0 dev lo || true; } && exec \"$0\" \"$1\""),
                   QCoreApplication::applicationFilePath(), QString::fromLatin1(testClass)});
    const bool ended = process.waitForFinished(limit);
    LonelyRun run{ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, process.readAll()};
    if (run.said.contains("unshare failed"))
        return std::nullopt;
    return run;
}

qint64 packetsSent()
{
    QFile file(QStringLiteral("/proc/net/dev"));
    if (!file.open(QFile::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.first() == "lo:" && columns.size() > 10)
            return columns[10].toLongLong();
    }
    return -1;
}

}
