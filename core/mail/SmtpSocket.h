#pragma once

#include "core/base/Error.h"
#include "core/model/Account.h"
#include "core/wire/SecureSocket.h"

#include <vmime/vmime.hpp>

#include <chrono>
#include <exception>
#include <functional>

namespace isthmus::mail {

/// How our socket's errors travel through VMime's calls; caught in SmtpSubmit.cpp.
class SmtpStop : public std::exception
{
public:
    explicit SmtpStop(base::Error why) : m_why(std::move(why)) {}
    [[nodiscard]] const base::Error &why() const { return m_why; }
    [[nodiscard]] const char *what() const noexcept override { return "smtp connection ended"; }

private:
    base::Error m_why;
};

/// VMime's socket on our own: blocking, inside TLS from the first octet that VMime sees, a line at a time, so that VMime
/// never holds an answer that was not asked for. Such an answer ends the connection when the next command is sent.
/// Thread: one that may block.
class SmtpSocket : public vmime::net::socket
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// \p stopped is asked between waits of at most a quarter of a second.
    SmtpSocket(const wire::WireConfig &config, const model::Endpoint &endpoint, std::function<bool()> stopped);

    /// Throws SmtpStop. With STARTTLS the server has greeted already, in clear: what it said is forgotten.
    void open();
    /// For the answer to come; silence of that length ends the connection.
    void setPatience(Milliseconds patience) { m_patience = patience; }
    /// Writes mail octets as they are; not a command.
    void writeData(const QByteArray &bytes);
    void flush();
    /// Throws if the server has said something that it was not asked for.
    void refuseStaleAnswer();

    void connect(const std::string &, vmime::port_t) override { open(); }
    void disconnect() override { m_socket.abort(); }
    [[nodiscard]] bool isConnected() const override { return m_socket.isReady(); }
    bool waitForRead(int) override { return true; }
    bool waitForWrite(int) override { return true; }
    void receive(std::string &buffer) override;
    size_t receiveRaw(vmime::byte_t *buffer, size_t count) override;
    void send(const std::string &buffer) override;
    void send(const char *text) override { send(std::string(text)); }
    void sendRaw(const vmime::byte_t *buffer, size_t count) override;
    size_t sendRawNonBlocking(const vmime::byte_t *buffer, size_t count) override;
    [[nodiscard]] size_t getBlockSize() const override { return 16 * 1024; }
    [[nodiscard]] unsigned int getStatus() const override { return 0; }
    [[nodiscard]] const std::string getPeerName() const override;
    [[nodiscard]] const std::string getPeerAddress() const override { return getPeerName(); }
    vmime::shared_ptr<vmime::net::timeoutHandler> getTimeoutHandler() override { return {}; }
    void setTracer(vmime::shared_ptr<vmime::net::tracer>) override {} // a tracer would print the password
    vmime::shared_ptr<vmime::net::tracer> getTracer() override { return {}; }

private:
    void wait(const std::function<bool(Milliseconds)> &step);

    wire::SecureSocket m_socket;
    model::Endpoint m_endpoint;
    std::function<bool()> m_stopped;
    Milliseconds m_patience{60'000};
    QByteArray m_unread;
    quint64 m_received = 0;
};

/// EHLO, STARTTLS and their answers in clear (RFC 3207). Nothing that the server says here is believed later.
[[nodiscard]] std::unique_ptr<wire::Preamble> smtpStartTls();

}
