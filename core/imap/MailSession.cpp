#include "core/imap/MailSession.h"

#include "core/imap/StartTls.h"

namespace isthmus::imap {

namespace {

constexpr std::chrono::minutes loginLimit{2};
constexpr qint64 readAtOnce = 256 * 1024; ///< octets; between two such pieces other connections have their turn

/// The time from open() to ready().
template <typename Session, typename Finish>
void limitLogin(Session *session, QTimer &timer, Finish finish)
{
    timer.setSingleShot(true);
    QObject::connect(session, &Session::ready, &timer, &QTimer::stop);
    QObject::connect(&timer, &QTimer::timeout, session, [finish] {
        finish({base::Fault::Timeout, QStringLiteral("mail: log-in takes too long")});
    });
}

/// What both protocols do with their socket.
template <typename Session, typename Connection>
void join(Session *session, wire::SecureSocket &socket, Connection &connection)
{
    QObject::connect(&connection, &Connection::outgoing, &socket, &wire::SecureSocket::write);
    const auto pump = [session, &socket, &connection] {
        connection.receive(socket.read(readAtOnce));
        if (socket.bytesAvailable() > 0)
            QMetaObject::invokeMethod(&socket, &wire::SecureSocket::readyRead, Qt::QueuedConnection);
    };
    QObject::connect(&socket, &wire::SecureSocket::readyRead, session, pump);
    QObject::connect(&socket, &wire::SecureSocket::closed, session, [&socket, &connection](const base::Error &error) {
        connection.receive(socket.readAll());
        connection.end(error);
    });
}

}

ImapSession::ImapSession(const wire::WireConfig &config, const ImapConnection::Timing &timing, QObject *parent)
    : QObject(parent), m_socket(config), m_connection(timing)
{
    join(this, m_socket, m_connection);
    connect(&m_connection, &ImapConnection::ended, this, &ImapSession::finish);
    limitLogin(this, m_loginLimit, [this](const base::Error &error) { finish(error); });
}

void ImapSession::open(const model::Endpoint &endpoint, const Credentials &credentials)
{
    const bool startTls = endpoint.security == model::Security::StartTls;
    m_login = std::make_unique<ImapLogin>(m_connection, credentials, startTls);
    connect(m_login.get(), &ImapLogin::ready, this, &ImapSession::ready);
    connect(m_login.get(), &ImapLogin::failed, this, &ImapSession::finish);
    connect(&m_socket, &wire::SecureSocket::ready, m_login.get(), &ImapLogin::start);
    m_loginLimit.start(loginLimit);
    m_socket.open(endpoint, startTls ? imapStartTls() : nullptr);
}

void ImapSession::close()
{
    m_connection.setListening(false);
    m_connection.run(ImapCommand("LOGOUT"), [](const base::Result<ImapStatus> &) {});
    m_socket.close();
}

void ImapSession::finish(const base::Error &error)
{
    if (std::exchange(m_finished, true))
        return;
    m_loginLimit.stop();
    m_socket.abort();
    m_connection.end(error);
    Q_EMIT closed(error);
}

Pop3Session::Pop3Session(const wire::WireConfig &config, Pop3Connection::Milliseconds silence, QObject *parent)
    : QObject(parent), m_socket(config), m_connection(silence)
{
    join(this, m_socket, m_connection);
    connect(&m_connection, &Pop3Connection::ended, this, &Pop3Session::finish);
    limitLogin(this, m_loginLimit, [this](const base::Error &error) { finish(error); });
}

void Pop3Session::open(const model::Endpoint &endpoint, const Credentials &credentials)
{
    const bool startTls = endpoint.security == model::Security::StartTls;
    m_login = std::make_unique<Pop3Login>(m_connection, credentials, startTls);
    connect(m_login.get(), &Pop3Login::ready, this, &Pop3Session::ready);
    connect(m_login.get(), &Pop3Login::failed, this, &Pop3Session::finish);
    connect(&m_socket, &wire::SecureSocket::ready, m_login.get(), &Pop3Login::start);
    m_loginLimit.start(loginLimit);
    m_socket.open(endpoint, startTls ? pop3StartTls() : nullptr);
}

void Pop3Session::close()
{
    m_connection.run({"QUIT"}, [](const base::Result<Pop3Answer> &) {});
    m_socket.close();
}

void Pop3Session::finish(const base::Error &error)
{
    if (std::exchange(m_finished, true))
        return;
    m_loginLimit.stop();
    m_socket.abort();
    m_connection.end(error);
    Q_EMIT closed(error);
}

}
