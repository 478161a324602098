#pragma once

#include "core/imap/ImapLogin.h"
#include "core/imap/Pop3Login.h"
#include "core/model/Account.h"
#include "core/wire/SecureSocket.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace isthmus::imap {

/// A logged-in connection with its socket: TLS, greeting and login happen in here, within two minutes. Made for one
/// connection, by ImapSession or Pop3Session.
/// Thread: the one it lives on, with an event loop.
class MailSession : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void ready();
    /// Once, for every end: faults of SecureSocket, the login and the connection.
    void closed(const isthmus::base::Error &error);

protected:
    MailSession(const wire::WireConfig &config, QObject *parent);

    /// Joins the protocol's connection to the socket. To be called once, by the constructor.
    template <typename Connection>
    void join(Connection &connection);
    /// Lets \p login speak as soon as the socket is encrypted, and opens that.
    template <typename Login>
    void begin(Login &login, const model::Endpoint &endpoint, std::unique_ptr<wire::Preamble> preamble);

    wire::SecureSocket m_socket;

private:
    void finish(const base::Error &error);
    /// Tells the protocol's connection that it is over.
    virtual void endConnection(const base::Error &error) = 0;

    QTimer m_loginLimit; ///< a server that talks for ever is as good as none
    bool m_finished = false;
};

/// A MailSession that speaks IMAP.
class ImapSession final : public MailSession
{
    Q_OBJECT
public:
    ImapSession(const wire::WireConfig &config, const ImapConnection::Timing &timing, QObject *parent = nullptr);

    void open(const model::Endpoint &endpoint, const Credentials &credentials);
    /// Says LOGOUT and ends; closed() follows with Fault::Cancelled within two seconds.
    void close();
    [[nodiscard]] ImapConnection &connection() { return m_connection; }

private:
    void endConnection(const base::Error &error) override { m_connection.end(error); }

    ImapConnection m_connection;
    std::unique_ptr<ImapLogin> m_login;
};

/// A MailSession that speaks POP3.
class Pop3Session final : public MailSession
{
    Q_OBJECT
public:
    Pop3Session(const wire::WireConfig &config, Pop3Connection::Milliseconds silence, QObject *parent = nullptr);

    void open(const model::Endpoint &endpoint, const Credentials &credentials);
    /// Says QUIT and ends; closed() follows with Fault::Cancelled within two seconds.
    void close();
    [[nodiscard]] Pop3Connection &connection() { return m_connection; }

private:
    void endConnection(const base::Error &error) override { m_connection.end(error); }

    Pop3Connection m_connection;
    std::unique_ptr<Pop3Login> m_login;
};

}
