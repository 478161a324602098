#include "app/instance/Instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

namespace isthmus::instance {

namespace {

constexpr int patienceMs = 3000;
constexpr qint64 longestRequest = 256 * 1024;
constexpr int mostLinks = 50;
const QByteArray answer = QByteArrayLiteral("ok\n");

bool isPrivate(const QFileInfo &folder)
{
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    return folder.isDir() && !folder.isSymLink() && folder.ownerId() == ::getuid() && !(folder.permissions() & others);
}

bool isSameUser(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
           && peer.uid == ::getuid();
}

bool isLink(const QString &text)
{
    return text.startsWith(QLatin1String("mailto:")) || text.startsWith(QLatin1String("xmpp:"));
}

}

QString Instance::socketPath(const QString &profile)
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (runtime.isEmpty() || !isPrivate(QFileInfo(runtime)))
        return {};
    const QString canonical = QFileInfo(profile).canonicalFilePath();
    const QByteArray name = (canonical.isEmpty() ? QDir::cleanPath(profile) : canonical).toUtf8();
    return QStringLiteral("%1/isthmus-%2")
        .arg(runtime, QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(24)));
}

bool Instance::handOver(const QString &profile, const QStringList &links)
{
    const QString path = socketPath(profile);
    if (path.isEmpty())
        return false;
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(patienceMs) || !isSameUser(socket))
        return false;
    QString token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    if (token.isEmpty())
        token = qEnvironmentVariable("DESKTOP_STARTUP_ID");
    const QJsonObject request{{QStringLiteral("links"), QJsonArray::fromStringList(links)},
                              {QStringLiteral("token"), token}};
    socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    while (socket.bytesAvailable() < answer.size()) {
        if (!socket.waitForReadyRead(patienceMs))
            return false;
    }
    return socket.read(answer.size()) == answer;
}

bool Instance::listen(const QString &profile)
{
    const QString path = socketPath(profile);
    if (path.isEmpty())
        return false;
    QLocalServer::removeServer(path);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &Instance::greet);
    return m_server.listen(path);
}

void Instance::greet()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isSameUser(*socket)) {
            socket->abort();
            continue;
        }
        QTimer::singleShot(patienceMs, socket, &QLocalSocket::abort);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > longestRequest)
                    socket->abort();
                return;
            }
            const QJsonObject request = QJsonDocument::fromJson(socket->readLine(longestRequest)).object();
            if (!request.value(QLatin1String("links")).isArray()) {
                socket->abort();
                return;
            }
            QStringList links;
            const QJsonArray given = request.value(QLatin1String("links")).toArray();
            for (const QJsonValue &link : given) {
                if (isLink(link.toString()) && links.size() < mostLinks)
                    links.append(link.toString());
            }
            socket->write(answer);
            socket->flush();
            socket->disconnectFromServer();
            Q_EMIT startedAgain(links, request.value(QLatin1String("token")).toString());
        });
        if (socket->canReadLine())
            Q_EMIT socket->readyRead();
    }
}

}
