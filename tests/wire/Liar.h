#pragma once

#include "tests/wire/Certificates.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

#include <functional>

namespace isthmus::test {

/// A server on loopback that does what a test tells it, lies included. Connections start in clear; the script
/// decides when, and whether, TLS begins.
class Liar : public QTcpServer
{
public:
    using Script = std::function<void(QSslSocket &)>;
    using DataScript = std::function<void(QSslSocket &, const QByteArray &)>;

    explicit Liar(Identity identity) : m_identity(std::move(identity)) { listen(QHostAddress::LocalHost); }

    Script onConnect = [](QSslSocket &) {};
    Script onEncrypted = [](QSslSocket &) {};
    DataScript onData = [](QSslSocket &, const QByteArray &) {};

    /// A liar that speaks TLS from the first octet.
    void speakTls()
    {
        onConnect = [](QSslSocket &socket) { socket.startServerEncryption(); };
    }

    QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater;
    int connections = 0;
    QByteArray received;       ///< everything, clear and decrypted
    QPointer<QSslSocket> last; ///< the newest connection

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(m_identity.chain);
        tls.setPrivateKey(m_identity.key);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setProtocol(protocol);
        socket->setSslConfiguration(tls);
        ++connections;
        last = socket;
        connect(socket, &QSslSocket::encrypted, this, [this, socket] { onEncrypted(*socket); });
        connect(socket, &QSslSocket::readyRead, this, [this, socket] {
            const QByteArray bytes = socket->readAll();
            received += bytes;
            onData(*socket, bytes);
        });
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        onConnect(*socket);
    }

private:
    Identity m_identity;
};

}
