#pragma once

#include "core/base/Result.h"
#include "core/model/Account.h"
#include "core/wire/WireConfig.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace isthmus::wire {

/// The clear-text talk of one protocol that ends with the server's agreement to TLS (RFC 6120 5,
/// RFC 2595, RFC 3207). Made for one connection. It sees nothing that came after TLS began.
class Preamble
{
public:
    struct Step {
        qsizetype consumed = 0; ///< octets of what was received that are dealt with
        QByteArray reply;       ///< to send now
        bool startTls = false;  ///< what was consumed ends with the server's agreement
    };

    virtual ~Preamble() = default;

    /// What we say first; empty where the server greets.
    [[nodiscard]] virtual QByteArray opening() { return {}; }
    /// \p received: everything not consumed yet. A step of nothing waits for more. Errors end the connection:
    /// Fault::TlsUnavailable when the server does not agree, ProtocolBroken when it does not speak the protocol.
    [[nodiscard]] virtual base::Result<Step> advance(QByteArrayView received) = 0;
};

/// The only way to a server: DNS, TCP, proxy, TLS, in this order, with deadlines. No application octet
/// is taken or sent before TLS stands and TrustPolicy has agreed; octets that follow the server's go-ahead in
/// clear end the connection (STARTTLS injection).
///
/// Thread: the one it lives on. With an event loop: the signals. Without (a thread that blocks): the waitFor… calls,
/// which run one. All signals come from the event loop, none from inside open().
class SecureSocket : public QObject
{
    Q_OBJECT
public:
    using Milliseconds = std::chrono::milliseconds;

    /// 0 means no limit.
    struct Limits {
        Milliseconds connect{10'000};   ///< DNS aside, for each address
        Milliseconds handshake{15'000}; ///< preamble and TLS together
        Milliseconds silence{0};        ///< nothing received and nothing taken by the peer, once ready
        Milliseconds total{0};          ///< from open() to the end
        qint64 readBuffer = 1 << 20;    ///< octets; beyond it the peer has to wait
        bool keepAlive = true;          ///< TCP's own
    };

    explicit SecureSocket(const WireConfig &config, QObject *parent = nullptr);
    ~SecureSocket() override;

    /// Connects to \p endpoint (host, port, security and certificateName count; an empty certificateName means the
    /// host). \p preamble is needed with Security::StartTls. An earlier connection is dropped without a word.
    void open(const model::Endpoint &endpoint, std::unique_ptr<Preamble> preamble, const Limits &limits);
    void open(const model::Endpoint &endpoint, std::unique_ptr<Preamble> preamble = {})
    {
        open(endpoint, std::move(preamble), Limits());
    }
    /// Sends what was written, then ends; closed(Cancelled) follows within two seconds. For half a second the peer may
    /// say its last and end first (RFC 6120 4.4): a system resets a connection that is closed with octets unread, and
    /// the peer would lose what it has not read yet. A second call changes nothing.
    void close();
    /// Ends at once; closed(Cancelled) follows. May be invoked through the event loop from another thread.
    Q_INVOKABLE void cancel();
    /// Ends at once, and nothing is signalled any more.
    void abort();

    [[nodiscard]] bool isReady() const;
    /// Why it ended; nullopt while it has not.
    [[nodiscard]] std::optional<base::Error> error() const;

    [[nodiscard]] qint64 bytesAvailable() const;
    [[nodiscard]] QByteArray read(qint64 maximum);
    [[nodiscard]] QByteArray readAll();
    /// Dropped unless ready.
    void write(const QByteArray &bytes);
    /// Octets written that the system has not taken yet.
    [[nodiscard]] qint64 bytesToWrite() const;

    void setSilenceLimit(Milliseconds limit);

    /// "TLSv1.3, TLS_AES_256_GCM_SHA384", for reports; empty before ready.
    [[nodiscard]] QString encryption() const;

    /// For threads that block. False: closed, and error() tells why; or \p limit passed.
    [[nodiscard]] bool waitForReady(Milliseconds limit);
    [[nodiscard]] bool waitForReadyRead(Milliseconds limit);
    [[nodiscard]] bool waitForWritten(Milliseconds limit);
    /// After close(): everything is with the peer, or will not be.
    bool waitForClosed(Milliseconds limit);

Q_SIGNALS:
    /// TLS stands; reading and writing may begin.
    void ready();
    void readyRead();
    /// bytesToWrite() has become less.
    void written();
    /// The end, once for each open(). What was received before may still be read.
    /// HostNotFound, Unreachable, Timeout, TlsUnavailable, TlsCertificate, ProtocolBroken, ConnectionLost, Cancelled;
    /// Storage or Malformed when the authorities' file cannot be used.
    void closed(const isthmus::base::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}
