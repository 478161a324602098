#include "core/wire/SecureSocket.h"

#include "core/base/Log.h"
#include "core/wire/Resolver.h"
#include "core/wire/TrustPolicy.h"

#include <QEventLoop>
#include <QNetworkProxy>
#include <QSslCipher>
#include <QSslSocket>
#include <QTimer>

#include <functional>

namespace isthmus::wire {

using base::Error;
using base::Fault;
using base::Result;

namespace {

constexpr qsizetype maxClearOctets = 64 * 1024; // no server needs more to agree to TLS
constexpr SecureSocket::Milliseconds closeLimit{2000};
constexpr SecureSocket::Milliseconds answerLimit{500}; ///< for a peer to end first

/// What went wrong before TLS stood, from Qt's and OpenSSL's words: there is nothing better to go by.
Error handshakeError(const QString &text, model::Security security)
{
    const QString detail = QStringLiteral("TLS handshake: %1").arg(text);
    const bool tooOld =
        text.contains(QLatin1String("unsupported protocol")) || text.contains(QLatin1String("protocol version"))
        || text.contains(QLatin1String("no shared cipher")) || text.contains(QLatin1String("handshake failure"));
    // Clear text where a handshake belongs: a port without TLS, or something injected behind the go-ahead.
    if (tooOld || security == model::Security::DirectTls)
        return {Fault::TlsUnavailable, detail};
    return {Fault::ProtocolBroken, detail};
}

bool proxyResolvesNames()
{
    const QNetworkProxy proxy = QNetworkProxy::applicationProxy();
    return proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy
           && proxy.capabilities().testFlag(QNetworkProxy::HostNameLookupCapability);
}

}

class SecureSocket::Private
{
public:
    enum class State { Idle, Resolving, Connecting, Clear, Handshake, Ready, Closing };

    Private(SecureSocket *owner, const WireConfig &wireConfig);

    void begin();
    void connectNext();
    void onConnected();
    void onReadyRead();
    void talkInClear();
    void startTls();
    void onEncrypted();
    void onError(QAbstractSocket::SocketError code);
    void onDisconnected();
    void fail(const Error &error);
    void drop();
    void start(QTimer &timer, Milliseconds limit) const;
    void touch();
    bool spin(Milliseconds limit, const std::function<bool()> &done);

    SecureSocket *q;
    WireConfig config;
    Resolver resolver;
    State state = State::Idle;
    quint64 attempt = 0; // answers to earlier ones are stale
    model::Endpoint endpoint;
    std::unique_ptr<Preamble> preamble;
    Limits limits;
    QStringList hosts; // addresses still to try
    QSslSocket *socket = nullptr;
    QByteArray clear;
    QList<QSslError> tlsErrors;
    bool wasReady = false; // what can be read came through TLS
    std::optional<Error> ended;
    QTimer phase;
    QTimer silence;
    QTimer total;
};

SecureSocket::Private::Private(SecureSocket *owner, const WireConfig &wireConfig)
    : q(owner), config(wireConfig), resolver(wireConfig, owner), phase(owner), silence(owner), total(owner)
{
    for (QTimer *timer : {&phase, &silence, &total})
        timer->setSingleShot(true);
    QObject::connect(&phase, &QTimer::timeout, q, [this] {
        if (state == State::Connecting && !hosts.isEmpty())
            connectNext();
        else if (state == State::Closing)
            fail({Fault::Cancelled, QStringLiteral("closed")});
        else
            fail({Fault::Timeout, state == State::Connecting ? QStringLiteral("no TCP connection in time")
                                                             : QStringLiteral("TLS did not begin in time")});
    });
    QObject::connect(&silence, &QTimer::timeout, q, [this] { fail({Fault::Timeout, QStringLiteral("silence")}); });
    QObject::connect(&total, &QTimer::timeout, q, [this] { fail({Fault::Timeout, QStringLiteral("total limit")}); });
}

void SecureSocket::Private::start(QTimer &timer, Milliseconds limit) const
{
    if (limit.count() > 0)
        timer.start(limit);
    else
        timer.stop();
}

void SecureSocket::Private::touch()
{
    if (state == State::Ready)
        start(silence, limits.silence);
}

void SecureSocket::Private::begin()
{
    if (proxyResolvesNames()) {
        hosts = {endpoint.host};
        connectNext();
        return;
    }
    resolver.addresses(endpoint.host).then(q, [this, mine = attempt](const Result<QList<QHostAddress>> &found) {
        if (mine != attempt || state != State::Resolving)
            return;
        if (!found) {
            const bool unknown = found.error().fault == Fault::Malformed;
            fail({unknown ? Fault::HostNotFound : found.error().fault, found.error().detail});
            return;
        }
        for (const QHostAddress &address : *found)
            hosts.append(address.toString());
        connectNext();
    });
}

void SecureSocket::Private::connectNext()
{
    drop();
    state = State::Connecting;
    socket = new QSslSocket(q);
    socket->setReadBufferSize(limits.readBuffer);
    QObject::connect(socket, &QSslSocket::connected, q, [this] { onConnected(); });
    QObject::connect(socket, &QSslSocket::encrypted, q, [this] { onEncrypted(); });
    QObject::connect(socket, &QSslSocket::readyRead, q, [this] { onReadyRead(); });
    QObject::connect(socket, &QSslSocket::disconnected, q, [this] { onDisconnected(); });
    QObject::connect(socket, &QSslSocket::errorOccurred, q, [this](QAbstractSocket::SocketError code) { onError(code); });
    QObject::connect(socket, &QSslSocket::sslErrors, q, [this](const QList<QSslError> &errors) { tlsErrors = errors; });
    QObject::connect(socket, &QSslSocket::encryptedBytesWritten, q, [this] {
        touch();
        if (state == State::Ready)
            Q_EMIT q->written();
    });
    start(phase, limits.connect);
    socket->connectToHost(hosts.takeFirst(), endpoint.port);
}

void SecureSocket::Private::onConnected()
{
    if (limits.keepAlive)
        socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    start(phase, limits.handshake);
    if (endpoint.security == model::Security::DirectTls) {
        startTls();
        return;
    }
    state = State::Clear;
    socket->write(preamble->opening());
}

void SecureSocket::Private::onReadyRead()
{
    if (state == State::Clear) {
        talkInClear();
    } else if (state == State::Ready) {
        touch();
        Q_EMIT q->readyRead();
    } else if (state == State::Closing) {
        socket->readAll(); // nobody wants it any more; unread, it would cost the peer what we wrote
    }
}

void SecureSocket::Private::talkInClear()
{
    clear += socket->readAll();
    while (state == State::Clear) {
        const Result<Preamble::Step> step = preamble->advance(clear);
        if (!step) {
            fail(step.error());
            return;
        }
        clear.remove(0, step->consumed);
        socket->write(step->reply);
        if (step->startTls) {
            if (!clear.isEmpty() || socket->bytesAvailable() > 0)
                fail({Fault::ProtocolBroken, QStringLiteral("clear text behind the go-ahead for TLS")});
            else
                startTls();
            return;
        }
        if (step->consumed == 0 || clear.isEmpty())
            break;
    }
    if (clear.size() > maxClearOctets)
        fail({Fault::ProtocolBroken, QStringLiteral("too much clear text before TLS")});
}

void SecureSocket::Private::startTls()
{
    const Result<TrustPolicy> policy = TrustPolicy::load(config);
    if (!policy) {
        fail(policy.error());
        return;
    }
    state = State::Handshake;
    QSslConfiguration tls = policy->configuration();
    // XEP-0368: says which protocol is meant where several share a port.
    if (endpoint.protocol == model::Protocol::Xmpp && endpoint.security == model::Security::DirectTls)
        tls.setAllowedNextProtocols({QByteArrayLiteral("xmpp-client")});
    socket->setSslConfiguration(tls);
    socket->setPeerVerifyName(endpoint.certificateName); // also what SNI asks for
    socket->startClientEncryption();
}

void SecureSocket::Private::onEncrypted()
{
    const Result<base::Done> verdict =
        TrustPolicy::judge(socket->sslHandshakeErrors(), socket->peerCertificate(), endpoint.certificateName);
    if (!verdict) {
        fail(verdict.error());
        return;
    }
    phase.stop();
    preamble.reset();
    state = State::Ready;
    wasReady = true;
    touch();
    Q_EMIT q->ready();
    if (state == State::Ready && socket && socket->bytesAvailable() > 0)
        Q_EMIT q->readyRead();
}

void SecureSocket::Private::onError(QAbstractSocket::SocketError code)
{
    const QString text = socket->errorString();
    switch (state) {
    case State::Connecting:
        if (!hosts.isEmpty())
            connectNext();
        else
            fail({code == QAbstractSocket::HostNotFoundError ? Fault::HostNotFound : Fault::Unreachable, text});
        break;
    case State::Clear: fail({Fault::ConnectionLost, QStringLiteral("before TLS: %1").arg(text)}); break;
    case State::Handshake: {
        const Result<base::Done> verdict =
            TrustPolicy::judge(tlsErrors, socket->peerCertificate(), endpoint.certificateName);
        if (!tlsErrors.isEmpty() && !verdict)
            fail(verdict.error());
        else if (code == QAbstractSocket::RemoteHostClosedError)
            fail({Fault::ConnectionLost, QStringLiteral("during the TLS handshake: %1").arg(text)});
        else
            fail(handshakeError(text, endpoint.security));
        break;
    }
    case State::Ready:
        // A peer that has closed: what it sent before is still to be read; onDisconnected() follows.
        if (code != QAbstractSocket::RemoteHostClosedError)
            fail({Fault::ConnectionLost, text});
        break;
    case State::Closing:
    case State::Idle:
    case State::Resolving: break;
    }
}

void SecureSocket::Private::onDisconnected()
{
    if (state == State::Closing)
        fail({Fault::Cancelled, QStringLiteral("closed")});
    else if (state == State::Ready)
        fail({Fault::ConnectionLost, QStringLiteral("the peer closed the connection")});
}

/// The end of this attempt. The socket stays for those who still want to read what came.
void SecureSocket::Private::fail(const Error &error)
{
    if (state == State::Idle)
        return;
    state = State::Idle;
    phase.stop();
    silence.stop();
    total.stop();
    preamble.reset();
    ended = error;
    qCDebug(base::logWire) << "connection to port" << endpoint.port << "ended:" << base::faultName(error.fault);
    QMetaObject::invokeMethod(
        q,
        [this, mine = attempt, error] {
            if (mine != attempt)
                return;
            if (socket && error.fault != Fault::ConnectionLost)
                drop();
            Q_EMIT q->closed(error);
        },
        Qt::QueuedConnection);
    if (socket && error.fault != Fault::ConnectionLost)
        socket->abort();
}

void SecureSocket::Private::drop()
{
    if (!socket)
        return;
    QObject::disconnect(socket, nullptr, q, nullptr);
    socket->abort();
    socket->deleteLater();
    socket = nullptr;
}

bool SecureSocket::Private::spin(Milliseconds limit, const std::function<bool()> &done)
{
    QEventLoop loop;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(q, &SecureSocket::ready, &loop, &QEventLoop::quit);
    QObject::connect(q, &SecureSocket::readyRead, &loop, &QEventLoop::quit);
    QObject::connect(q, &SecureSocket::written, &loop, &QEventLoop::quit);
    QObject::connect(q, &SecureSocket::closed, &loop, &QEventLoop::quit);
    timer.start(limit);
    // In a thread that was told to quit, no loop runs any more and no timer fires: exec() gives -1 at once.
    while (!done() && !ended && timer.isActive()) {
        if (loop.exec(QEventLoop::ExcludeUserInputEvents) < 0)
            break;
    }
    return done();
}

SecureSocket::SecureSocket(const WireConfig &config, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, config))
{}

SecureSocket::~SecureSocket()
{
    d->drop();
}

void SecureSocket::open(const model::Endpoint &endpoint, std::unique_ptr<Preamble> preamble, const Limits &limits)
{
    Q_ASSERT(endpoint.security == model::Security::DirectTls || preamble);
    abort();
    d->endpoint = endpoint;
    if (d->endpoint.certificateName.isEmpty())
        d->endpoint.certificateName = endpoint.host;
    d->preamble = std::move(preamble);
    d->limits = limits;
    d->ended.reset();
    d->state = Private::State::Resolving;
    d->start(d->total, limits.total);
    QMetaObject::invokeMethod(
        this,
        [this, mine = d->attempt] {
            if (mine == d->attempt && d->state == Private::State::Resolving)
                d->begin();
        },
        Qt::QueuedConnection);
}

void SecureSocket::close()
{
    if (d->state == Private::State::Closing)
        return; // what was written is still on its way
    if (d->state != Private::State::Ready) {
        cancel();
        return;
    }
    d->state = Private::State::Closing;
    d->silence.stop();
    d->start(d->phase, closeLimit);
    d->socket->readAll();
    QTimer::singleShot(answerLimit, d->socket, [socket = d->socket] { socket->disconnectFromHost(); });
}

void SecureSocket::cancel()
{
    d->fail({Fault::Cancelled, QStringLiteral("cancelled")});
}

void SecureSocket::abort()
{
    ++d->attempt;
    d->fail({Fault::Cancelled, QStringLiteral("aborted")});
    ++d->attempt; // and its signal is stale
    d->resolver.cancel();
    d->drop();
    d->wasReady = false;
    d->hosts.clear();
    d->clear.clear();
    d->tlsErrors.clear();
}

bool SecureSocket::isReady() const
{
    return d->state == Private::State::Ready;
}

std::optional<Error> SecureSocket::error() const
{
    return d->ended;
}

qint64 SecureSocket::bytesAvailable() const
{
    return d->wasReady && d->socket ? d->socket->bytesAvailable() : 0;
}

QByteArray SecureSocket::read(qint64 maximum)
{
    return bytesAvailable() > 0 ? d->socket->read(maximum) : QByteArray();
}

QByteArray SecureSocket::readAll()
{
    return bytesAvailable() > 0 ? d->socket->readAll() : QByteArray();
}

void SecureSocket::write(const QByteArray &bytes)
{
    if (d->state == Private::State::Ready)
        d->socket->write(bytes);
}

qint64 SecureSocket::bytesToWrite() const
{
    return d->socket ? d->socket->bytesToWrite() + d->socket->encryptedBytesToWrite() : 0;
}

void SecureSocket::setSilenceLimit(Milliseconds limit)
{
    d->limits.silence = limit;
    d->touch();
}

QString SecureSocket::encryption() const
{
    if (!isReady())
        return {};
    const QSslCipher cipher = d->socket->sessionCipher();
    return QStringLiteral("%1, %2").arg(cipher.protocolString(), cipher.name());
}

bool SecureSocket::waitForReady(Milliseconds limit)
{
    return d->spin(limit, [this] { return isReady(); });
}

bool SecureSocket::waitForReadyRead(Milliseconds limit)
{
    return d->spin(limit, [this] { return bytesAvailable() > 0; });
}

bool SecureSocket::waitForWritten(Milliseconds limit)
{
    return d->spin(limit, [this] { return isReady() && bytesToWrite() == 0; });
}

bool SecureSocket::waitForClosed(Milliseconds limit)
{
    d->spin(limit, [] { return false; });
    return d->ended.has_value();
}

}
