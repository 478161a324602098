#include "tests/discovery/ZoneServer.h"

#include <QNetworkDatagram>
#include <QtEndian>

namespace isthmus::test {

namespace {

void append16(QByteArray &bytes, quint16 value)
{
    value = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&value), 2);
}

QByteArray labels(const QByteArray &name)
{
    QByteArray encoded;
    for (const QByteArray &label : name.split('.')) {
        if (label.isEmpty())
            continue;
        encoded += static_cast<char>(label.size());
        encoded += label;
    }
    return encoded + '\0';
}

}

ZoneServer::ZoneServer()
{
    connect(&m_socket, &QUdpSocket::readyRead, this, &ZoneServer::answer);
    m_socket.bind(QHostAddress::LocalHost);
}

void ZoneServer::answer()
{
    while (m_socket.hasPendingDatagrams()) {
        const QNetworkDatagram question = m_socket.receiveDatagram();
        const QByteArray bytes = question.data();
        QByteArray name;
        qsizetype at = 12;
        while (at < bytes.size() && bytes[at] != 0) {
            const qsizetype length = static_cast<uchar>(bytes[at]);
            name += (name.isEmpty() ? "" : ".") + bytes.mid(at + 1, length).toLower();
            at += length + 1;
        }
        const QByteArray section = bytes.mid(12, at + 5 - 12);
        m_asked += name;
        if (m_silent.contains(name))
            continue;
        const bool isSrv = section.size() >= 4 && static_cast<uchar>(section[section.size() - 3]) == 33;
        const std::vector<Srv> records = isSrv ? m_srv.value(name) : std::vector<Srv>();
        const bool exists = m_srv.contains(name);
        QByteArray reply = bytes.left(2);
        append16(reply, static_cast<quint16>(0x8580 | (m_failing.contains(name) ? 2 : exists ? 0 : 3)));
        append16(reply, 1);
        append16(reply, static_cast<quint16>(records.size()));
        append16(reply, 0);
        append16(reply, 0);
        reply += section;
        for (const Srv &record : records) {
            const QByteArray target = labels(record.target);
            append16(reply, 0xC00C);
            append16(reply, 33);
            append16(reply, 1);
            reply += QByteArray(4, '\0');
            append16(reply, static_cast<quint16>(6 + target.size()));
            append16(reply, record.priority);
            append16(reply, record.weight);
            append16(reply, record.port);
            reply += target;
        }
        m_socket.writeDatagram(question.makeReply(reply));
    }
}

}
