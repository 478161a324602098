#include "core/imap/MailSession.h"

#include "core/imap/StartTls.h"

namespace isthmus::imap {

namespace {

constexpr std::chrono::minutes loginLimit{2};
constexpr qint64 readAtOnce = 256 * 1024; ///< octets; between two such pieces other connections have their turn

bool wantsStartTls(const model::Endpoint &endpoint)
{
    return endpoint.security == model::Security::StartTls;
}

}

MailSession::MailSession(const wire::WireConfig &config, QObject *parent) : QObject(parent), m_socket(config)
{
    m_loginLimit.setSingleShot(true);
    connect(this, &MailSession::ready, &m_loginLimit, &QTimer::stop);
    connect(&m_loginLimit, &QTimer::timeout, this, [this] {
        finish({base::Fault::Timeout, QStringLiteral("mail: log-in takes too long")});
    });
}

template <typename Connection>
void MailSession::join(Connection &connection)
{
    connect(&connection, &Connection::outgoing, &m_socket, &wire::SecureSocket::write);
    connect(&connection, &Connection::ended, this, &MailSession::finish);
    connect(&m_socket, &wire::SecureSocket::readyRead, this, [this, &connection] {
        connection.receive(m_socket.read(readAtOnce));
        if (m_socket.bytesAvailable() > 0)
            QMetaObject::invokeMethod(&m_socket, &wire::SecureSocket::readyRead, Qt::QueuedConnection);
    });
    connect(&m_socket, &wire::SecureSocket::closed, this, [this, &connection](const base::Error &error) {
        connection.receive(m_socket.readAll());
        connection.end(error);
    });
}

template <typename Login>
void MailSession::begin(Login &login, const model::Endpoint &endpoint, std::unique_ptr<wire::Preamble> preamble)
{
    connect(&login, &Login::ready, this, &MailSession::ready);
    connect(&login, &Login::failed, this, &MailSession::finish);
    connect(&m_socket, &wire::SecureSocket::ready, &login, &Login::start);
    m_loginLimit.start(loginLimit);
    m_socket.open(endpoint, std::move(preamble));
}

void MailSession::finish(const base::Error &error)
{
    if (std::exchange(m_finished, true))
        return;
    m_loginLimit.stop();
    m_socket.abort();
    endConnection(error);
    Q_EMIT closed(error);
}

ImapSession::ImapSession(const wire::WireConfig &config, const ImapConnection::Timing &timing, QObject *parent)
    : MailSession(config, parent), m_connection(timing)
{
    join(m_connection);
}

void ImapSession::open(const model::Endpoint &endpoint, const Credentials &credentials)
{
    m_login = std::make_unique<ImapLogin>(m_connection, credentials, wantsStartTls(endpoint));
    begin(*m_login, endpoint, wantsStartTls(endpoint) ? imapStartTls() : nullptr);
}

void ImapSession::close()
{
    m_connection.setListening(false);
    m_connection.run(ImapCommand("LOGOUT"), [](const base::Result<ImapStatus> &) {});
    m_socket.close();
}

Pop3Session::Pop3Session(const wire::WireConfig &config, Pop3Connection::Milliseconds silence, QObject *parent)
    : MailSession(config, parent), m_connection(silence)
{
    join(m_connection);
}

void Pop3Session::open(const model::Endpoint &endpoint, const Credentials &credentials)
{
    m_login = std::make_unique<Pop3Login>(m_connection, credentials, wantsStartTls(endpoint));
    begin(*m_login, endpoint, wantsStartTls(endpoint) ? pop3StartTls() : nullptr);
}

void Pop3Session::close()
{
    m_connection.run({"QUIT"}, [](const base::Result<Pop3Answer> &) {});
    m_socket.close();
}

}
