#pragma once

#include "core/imap/ImapLogin.h"
#include "core/imap/Pop3Connection.h"

#include <QObject>

namespace isthmus::imap {

/// From the greeting to the transaction state: one attempt by one mechanism (RFC 5034; USER and PASS without it).
/// Thread: the connection's. Faults as of ImapLogin.
class Pop3Login : public QObject
{
    Q_OBJECT
public:
    Pop3Login(Pop3Connection &connection, Credentials credentials, bool greeted, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void ready();
    void failed(const isthmus::base::Error &error);

private:
    void askCapabilities();
    void authenticate(const QByteArray &capabilities);
    void authenticateSasl(const QList<QByteArray> &mechanisms);
    void userAndPassword();
    void afterLogin(const base::Result<Pop3Answer> &answer);

    Pop3Connection &m_connection;
    Credentials m_credentials;
    bool m_greeted = false;
};

}
