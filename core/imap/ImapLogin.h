#pragma once

#include "core/imap/ImapConnection.h"

#include <QObject>

namespace isthmus::imap {

struct Credentials {
    QString user;
    QString password;
    QByteArray nonce; ///< from randomNonce()
};

/// From the greeting to the state in which folders can be opened: capabilities, one login attempt by one mechanism, and
/// QRESYNC or CONDSTORE enabled where offered. Thread: the connection's.
class ImapLogin : public QObject
{
    Q_OBJECT
public:
    /// \p greeted: the greeting was taken before TLS began.
    ImapLogin(ImapConnection &connection, Credentials credentials, bool greeted, QObject *parent = nullptr);

    /// Does nothing but wait unless the server was greeted already.
    void start();

Q_SIGNALS:
    void ready();
    /// AuthRejected: the server refused the password, and will not be asked again with it. AuthUnsupported: no
    /// mechanism in common. ProtocolBroken: no IMAP server, or one that already has somebody logged in (PREAUTH:
    /// whoever that is, it is not our user). TryLater: it has no time.
    void failed(const isthmus::base::Error &error);

private:
    void takeGreeting(const ImapData &data);
    void askCapabilities(void (ImapLogin::*next)());
    void authenticate();
    void authenticateSasl();
    void loginPlain();
    void afterLogin(const base::Result<ImapStatus> &answer);
    void enable();

    ImapConnection &m_connection;
    Credentials m_credentials;
    bool m_greeted = false;
};

}
