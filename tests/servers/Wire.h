#pragma once

#include "tests/support/Servers.h"

#include <QByteArray>
#include <QList>
#include <QSslSocket>

namespace isthmus::test {

/// A plain client with blocking dialogues, trusting the instance's authority alone. Nothing of the tested
/// program: the servers are judged here, not our wire.
class Wire
{
public:
    explicit Wire(const QString &caFile, const QString &name = QStringLiteral("mail.isthmus.test"));

    bool connectPlain(const QString &address, quint16 port);
    /// Handshakes over the connection that there is. False with problem() when the certificate is not right.
    bool startTls();
    void send(const QByteArray &bytes);
    /// Reads until `end` has come; what came, or an empty array after five seconds or at the end of the
    /// connection.
    QByteArray readUntil(const QByteArray &end);
    /// Sends a line and reads until `end`.
    QByteArray ask(const QByteArray &line, const QByteArray &end);
    /// Waits for the other side to end the connection.
    bool isCut();
    [[nodiscard]] QString problem() const { return m_socket.errorString(); }
    [[nodiscard]] QSslSocket &socket() { return m_socket; }

private:
    QSslSocket m_socket;
    QByteArray m_unread;
};

/// Brings a STARTTLS service to the point where TLS begins. False if it is not offered or not granted.
bool askForStartTls(Wire &wire, const QString &service);

/// Opens a stream over direct TLS; the features that the server offers, or nothing.
QByteArray openStream(Wire &wire, const Servers &servers);
/// The secret of SASL PLAIN (RFC 4616) as it goes over the line.
QByteArray plainSecret(const QString &name, const QString &password);

/// Asks a DNS server, given as ADDRESS:PORT (RFC 1035): the answer records of this type for a name, each as
/// its data with the names in it as they are on the wire.
QList<QByteArray> lookUp(const QString &dns, const QByteArray &name, quint16 type);
/// The ports of the SRV records of a name (RFC 2782).
QList<quint16> srvPorts(const QString &dns, const QByteArray &name);

}
