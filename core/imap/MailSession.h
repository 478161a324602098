#pragma once

#include "core/imap/ImapLogin.h"
#include "core/imap/Pop3Login.h"
#include "core/model/Account.h"
#include "core/wire/SecureSocket.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace isthmus::imap {

/// A logged-in IMAP connection with its socket: TLS, greeting and login happen in here, within two minutes. Made for one
/// connection.
/// Thread: the one it lives on, with an event loop.
class ImapSession : public QObject
{
    Q_OBJECT
public:
    ImapSession(const wire::WireConfig &config, const ImapConnection::Timing &timing, QObject *parent = nullptr);

    void open(const model::Endpoint &endpoint, const Credentials &credentials);
    /// Says LOGOUT and ends; closed() follows with Fault::Cancelled within two seconds.
    void close();
    [[nodiscard]] ImapConnection &connection() { return m_connection; }

Q_SIGNALS:
    void ready();
    /// Once, for every end: faults of SecureSocket, ImapLogin and ImapConnection.
    void closed(const isthmus::base::Error &error);

private:
    void finish(const base::Error &error);

    wire::SecureSocket m_socket;
    ImapConnection m_connection;
    std::unique_ptr<ImapLogin> m_login;
    QTimer m_loginLimit; ///< a server that talks for ever is as good as none
    bool m_finished = false;
};

/// The same for POP3.
class Pop3Session : public QObject
{
    Q_OBJECT
public:
    Pop3Session(const wire::WireConfig &config, Pop3Connection::Milliseconds silence, QObject *parent = nullptr);

    void open(const model::Endpoint &endpoint, const Credentials &credentials);
    void close();
    [[nodiscard]] Pop3Connection &connection() { return m_connection; }

Q_SIGNALS:
    void ready();
    void closed(const isthmus::base::Error &error);

private:
    void finish(const base::Error &error);

    wire::SecureSocket m_socket;
    Pop3Connection m_connection;
    std::unique_ptr<Pop3Login> m_login;
    QTimer m_loginLimit;
    bool m_finished = false;
};

}
