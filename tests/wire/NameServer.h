#pragma once

#include "core/wire/WireConfig.h"

#include <QHash>
#include <QNetworkDatagram>
#include <QUdpSocket>
#include <QtEndian>

#include <functional>

namespace isthmus::test {

/// A DNS server on loopback with the answers that a test gives it (RFC 1035 4). Names it does not know do not exist.
class NameServer : public QUdpSocket
{
public:
    enum Type : quint16 { A = 1, Mx = 15, Aaaa = 28, Srv = 33 };
    enum Code : quint8 { NoError = 0, ServFail = 2, NxDomain = 3, Refused = 5 };

    NameServer()
    {
        bind(QHostAddress::LocalHost, 0);
        connect(this, &QUdpSocket::readyRead, this, [this] {
            while (hasPendingDatagrams())
                answer(receiveDatagram());
        });
    }

    [[nodiscard]] wire::WireConfig config() const
    {
        wire::WireConfig c;
        c.dns = wire::DnsServer{QHostAddress(QHostAddress::LocalHost), localPort()};
        return c;
    }

    void addSrv(const QByteArray &name, quint16 priority, quint16 weight, quint16 port, const QByteArray &target)
    {
        m_records[{name, Srv}].append(number(priority) + number(weight) + number(port) + labels(target));
    }
    void addMx(const QByteArray &name, quint16 preference, const QByteArray &target)
    {
        m_records[{name, Mx}].append(number(preference) + labels(target));
    }
    void addA(const QByteArray &name, const QByteArray &fourOctets) { m_records[{name, A}].append(fourOctets); }

    Code failWith = NoError; ///< answer everything so
    bool isSilent = false;
    int questions = 0;

private:
    static QByteArray number(quint16 value)
    {
        QByteArray bytes(2, '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    }
    static QByteArray labels(const QByteArray &name)
    {
        QByteArray bytes;
        for (const QByteArray &label : name.split('.')) {
            if (!label.isEmpty())
                bytes += static_cast<char>(label.size()) + label;
        }
        return bytes + '\0';
    }

    void answer(const QNetworkDatagram &datagram)
    {
        ++questions;
        const QByteArray query = datagram.data();
        if (isSilent || query.size() < 17)
            return;
        QByteArray name;
        qsizetype at = 12;
        while (at < query.size() && query.at(at) != 0) {
            const int length = query.at(at);
            name += (name.isEmpty() ? "" : ".") + query.mid(at + 1, length);
            at += length + 1;
        }
        const quint16 type = qFromBigEndian<quint16>(query.constData() + at + 1);
        const QByteArray question = query.mid(12, at + 5 - 12);
        const QList<QByteArray> found = m_records.value({name.toLower(), type});
        bool known = false;
        for (auto it = m_records.keyBegin(); it != m_records.keyEnd(); ++it)
            known = known || it->first == name.toLower();
        const Code code = failWith != NoError ? failWith : known ? NoError : NxDomain;
        QByteArray reply = query.left(2) + '\x81' + static_cast<char>(0x80 | code) + number(1)
                           + number(code == NoError ? static_cast<quint16>(found.size()) : 0) + number(0) + number(0)
                           + question;
        if (code == NoError) {
            for (const QByteArray &data : found) {
                reply += number(0xC00C) + number(type) + number(1) + number(0) + number(60)
                         + number(static_cast<quint16>(data.size())) + data;
            }
        }
        writeDatagram(datagram.makeReply(reply));
    }

    QHash<std::pair<QByteArray, quint16>, QList<QByteArray>> m_records;
};

}
