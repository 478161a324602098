#pragma once

#include <QHash>
#include <QUdpSocket>

#include <vector>

namespace isthmus::test {

/// A DNS server on a free port of 127.0.0.1 that answers SRV questions from a table; for what a decent
/// server would never say, and for silence. Names it does not know do not exist (RFC 1035 4.1.1, code 3).
class ZoneServer : public QObject
{
public:
    struct Srv {
        quint16 priority = 0;
        quint16 weight = 0;
        quint16 port = 0;
        QByteArray target; ///< "." for none
    };
    ZoneServer();

    [[nodiscard]] quint16 port() const { return m_socket.localPort(); }
    void set(const QByteArray &name, std::vector<Srv> records) { m_srv.insert(name, std::move(records)); }
    /// These names get no answer, or one with code 2, server failure.
    void setSilent(const QByteArray &name) { m_silent += name; }
    void setFailing(const QByteArray &name) { m_failing += name; }
    [[nodiscard]] const QList<QByteArray> &asked() const { return m_asked; }

private:
    void answer();

    QUdpSocket m_socket;
    QHash<QByteArray, std::vector<Srv>> m_srv;
    QList<QByteArray> m_silent;
    QList<QByteArray> m_failing;
    QList<QByteArray> m_asked;
};

}
