#include "core/mail/SmtpSocket.h"

#include <QElapsedTimer>

namespace isthmus::mail {

using base::Error;
using base::Fault;

namespace {

constexpr SmtpSocket::Milliseconds tick{250};
constexpr quint64 maxReceived = 1 << 20; // octets of answers in one connection
constexpr qint64 maxUnsent = 256 * 1024;
constexpr qsizetype maxLine = 4096;

class SmtpStartTls final : public wire::Preamble
{
public:
    base::Result<Step> advance(QByteArrayView received) override
    {
        const qsizetype end = received.indexOf('\n');
        if (end > maxLine || (end < 0 && received.size() > maxLine) || m_lines > 100)
            return Error{Fault::ProtocolBroken, QStringLiteral("smtp: clear-text talk before TLS is too long")};
        if (end < 0)
            return Step{};
        ++m_lines;
        const QByteArray line = received.first(end).trimmed().toByteArray().toUpper();
        if (line.size() < 3 || (line.size() > 3 && line[3] != ' ' && line[3] != '-'))
            return Error{Fault::ProtocolBroken, QStringLiteral("smtp: no SMTP before TLS")};
        m_offered = m_offered || (m_asked == Asked::Hello && line.mid(4) == "STARTTLS");
        if (line.size() > 3 && line[3] == '-')
            return Step{end + 1, {}, false};
        return takeAnswer(line.left(3), end + 1);
    }

private:
    enum class Asked { Nothing, Hello, Tls };

    base::Result<Step> takeAnswer(const QByteArray &code, qsizetype consumed)
    {
        const QByteArray wanted = m_asked == Asked::Hello ? "250" : "220";
        if (code != wanted) {
            const bool busy = code.startsWith('4') && m_asked != Asked::Tls;
            return Error{busy                        ? Fault::TryLater
                         : m_asked == Asked::Nothing ? Fault::ProtocolBroken
                                                     : Fault::TlsUnavailable,
                         QStringLiteral("smtp: %1 before TLS").arg(QString::fromLatin1(code))};
        }
        switch (m_asked) {
        case Asked::Nothing: m_asked = Asked::Hello; return Step{consumed, "EHLO [127.0.0.1]\r\n", false};
        case Asked::Hello:
            if (!m_offered)
                return Error{Fault::TlsUnavailable, QStringLiteral("smtp: STARTTLS is not offered")};
            m_asked = Asked::Tls;
            return Step{consumed, "STARTTLS\r\n", false};
        case Asked::Tls: break;
        }
        return Step{consumed, {}, true};
    }

    Asked m_asked = Asked::Nothing;
    bool m_offered = false;
    int m_lines = 0;
};

}

std::unique_ptr<wire::Preamble> smtpStartTls()
{
    return std::make_unique<SmtpStartTls>();
}

SmtpSocket::SmtpSocket(const wire::WireConfig &config, const model::Endpoint &endpoint, std::function<bool()> stopped)
    : m_socket(config), m_endpoint(endpoint), m_stopped(std::move(stopped))
{}

void SmtpSocket::open()
{
    const bool startTls = m_endpoint.security == model::Security::StartTls;
    m_socket.open(m_endpoint, startTls ? smtpStartTls() : nullptr);
    wait([this](Milliseconds limit) { return m_socket.waitForReady(limit); });
    if (startTls)
        m_unread = "220 encrypted\r\n";
}

/// Calls \p step in short turns until it succeeds; throws when the connection ended, on silence and when told to stop.
void SmtpSocket::wait(const std::function<bool(Milliseconds)> &step)
{
    QElapsedTimer since;
    since.start();
    while (!step(tick)) {
        if (m_stopped())
            throw SmtpStop({Fault::Cancelled, QStringLiteral("smtp: stopped")});
        if (const auto error = m_socket.error())
            throw SmtpStop(*error);
        if (Milliseconds(since.elapsed()) > m_patience)
            throw SmtpStop({Fault::Timeout, QStringLiteral("smtp: server is silent")});
    }
}

void SmtpSocket::receive(std::string &buffer)
{
    while (!m_unread.contains('\n')) {
        if (m_unread.size() > maxLine)
            throw SmtpStop({Fault::TooLarge, QStringLiteral("smtp: line over the limit")});
        wait([this](Milliseconds limit) { return m_socket.waitForReadyRead(limit); });
        const QByteArray more = m_socket.read(maxLine);
        m_received += quint64(more.size());
        if (m_received > maxReceived)
            throw SmtpStop({Fault::TooLarge, QStringLiteral("smtp: answers over the limit")});
        m_unread += more;
    }
    const qsizetype length = m_unread.indexOf('\n') + 1;
    buffer = m_unread.left(length).toStdString();
    m_unread.remove(0, length);
}

size_t SmtpSocket::receiveRaw(vmime::byte_t *buffer, size_t count)
{
    std::string line;
    receive(line);
    const size_t taken = line.copy(reinterpret_cast<char *>(buffer), count);
    m_unread.prepend(QByteArray::fromStdString(line.substr(taken)));
    return taken;
}

/// What lies here before we have asked anything would be taken for the answer to what we ask next.
void SmtpSocket::refuseStaleAnswer()
{
    m_unread += m_socket.read(maxLine);
    if (m_unread.isEmpty())
        return;
    const bool leaving = m_unread.startsWith("421"); // RFC 5321 3.8: may be said at any time
    throw SmtpStop({leaving ? Fault::TryLater : Fault::ProtocolBroken, QStringLiteral("smtp: an answer to nothing")});
}

void SmtpSocket::send(const std::string &buffer)
{
    refuseStaleAnswer();
    writeData(QByteArray::fromStdString(buffer));
    flush();
}

void SmtpSocket::sendRaw(const vmime::byte_t *buffer, size_t count)
{
    send(std::string(reinterpret_cast<const char *>(buffer), count));
}

size_t SmtpSocket::sendRawNonBlocking(const vmime::byte_t *buffer, size_t count)
{
    sendRaw(buffer, count);
    return count;
}

void SmtpSocket::writeData(const QByteArray &bytes)
{
    if (const auto error = m_socket.error())
        throw SmtpStop(*error);
    m_socket.write(bytes);
    if (m_socket.bytesToWrite() > maxUnsent)
        flush();
}

void SmtpSocket::flush()
{
    wait([this](Milliseconds limit) { return m_socket.waitForWritten(limit); });
}

const std::string SmtpSocket::getPeerName() const
{
    return m_endpoint.host.toStdString();
}

}
