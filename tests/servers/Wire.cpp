#include "tests/servers/Wire.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUdpSocket>
#include <QtEndian>

namespace isthmus::test {

namespace {

constexpr int waitMs = 5000;
constexpr char streamHead[] = "<stream:stream to='isthmus.test' version='1.0' xmlns='jabber:client' "
                              "xmlns:stream='http://etherx.jabber.org/streams'>";

}

Wire::Wire(const QString &caFile, const QString &name)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(caFile));
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_socket.setSslConfiguration(configuration);
    m_socket.setPeerVerifyName(name);
}

bool Wire::connectPlain(const QString &address, quint16 port)
{
    m_socket.connectToHost(address, port);
    return m_socket.waitForConnected(waitMs);
}

bool Wire::startTls()
{
    m_socket.startClientEncryption();
    return m_socket.waitForEncrypted(waitMs);
}

void Wire::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

QByteArray Wire::readUntil(const QByteArray &end)
{
    while (!m_unread.contains(end)) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(waitMs))
            return {};
        m_unread += m_socket.readAll();
    }
    const qsizetype size = m_unread.indexOf(end) + end.size();
    const QByteArray found = m_unread.left(size);
    m_unread.remove(0, size);
    return found;
}

QByteArray Wire::ask(const QByteArray &line, const QByteArray &end)
{
    send(line + "\r\n");
    return readUntil(end);
}

bool Wire::isCut()
{
    return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(waitMs);
}

bool askForStartTls(Wire &wire, const QString &service)
{
    if (service == u"xmpp") {
        wire.send(streamHead);
        if (!wire.readUntil("</stream:features>").contains("<starttls"))
            return false;
        wire.send("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        return wire.readUntil("/>").contains("<proceed");
    }
    if (service == u"imap")
        return wire.readUntil("\r\n").contains(" STARTTLS") && wire.ask("a STARTTLS", "\r\n").startsWith("a OK");
    if (service == u"pop3") {
        wire.readUntil("\r\n");
        return wire.ask("CAPA", "\r\n.\r\n").contains("STLS\r\n") && wire.ask("STLS", "\r\n").startsWith("+OK");
    }
    wire.readUntil("\r\n");
    return wire.ask("EHLO test.invalid", "\r\n250 ").contains("250-STARTTLS") && !wire.readUntil("\r\n").isEmpty()
           && wire.ask("STARTTLS", "\r\n").startsWith("220");
}

QByteArray openStream(Wire &wire, const Servers &servers)
{
    // Behind sign-in the same connection gets a new stream (RFC 6120, 6.4.6).
    if (wire.socket().state() == QAbstractSocket::UnconnectedState
        && !(wire.connectPlain(servers.address(), servers.port(QStringLiteral("xmpps"))) && wire.startTls()))
        return {};
    wire.send(streamHead);
    return wire.readUntil("</stream:features>");
}

QByteArray plainSecret(const QString &name, const QString &password)
{
    return (QByteArray(1, '\0') + name.toUtf8() + QByteArray(1, '\0') + password.toUtf8()).toBase64();
}

QList<QByteArray> lookUp(const QString &dns, const QByteArray &name, quint16 type)
{
    QByteArray query = QByteArray::fromHex("123401000001000000000000");
    for (const QByteArray &label : name.split('.'))
        query += char(label.size()) + label;
    query += QByteArray("\0\0", 2) + char(type) + QByteArray("\0\1", 2);
    QUdpSocket socket;
    socket.connectToHost(dns.section(u':', 0, 0), dns.section(u':', 1).toUShort());
    socket.write(query);
    if (!socket.waitForReadyRead(waitMs))
        return {};
    const QByteArray answer = socket.readAll();
    QList<QByteArray> records;
    qsizetype at = query.size();
    for (int left = qFromBigEndian<quint16>(answer.constData() + 6); left > 0; --left) {
        // Pointer to the name, type, class, TTL, length of the data.
        const auto length = qFromBigEndian<quint16>(answer.constData() + at + 10);
        records += answer.mid(at + 12, length);
        at += 12 + length;
    }
    return records;
}

QList<quint16> srvPorts(const QString &dns, const QByteArray &name)
{
    QList<quint16> ports;
    const QList<QByteArray> records = lookUp(dns, name, 33);
    for (const QByteArray &record : records)
        ports += qFromBigEndian<quint16>(record.constData() + 4); // behind priority and weight
    return ports;
}

}
