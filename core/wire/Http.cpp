#include "core/wire/Http.h"

#include "core/wire/Resolver.h"
#include "core/wire/TrustPolicy.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace isthmus::wire {

using base::Error;
using base::Fault;
using base::Promise;
using base::Result;
using base::Task;

namespace {

/// Forgets every cookie.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Error statusError(int status)
{
    const QString detail = QStringLiteral("HTTP status %1").arg(status);
    if (status == 404 || status == 410)
        return {Fault::NotFound, detail};
    if (status == 401)
        return {Fault::AuthRejected, detail};
    if (status == 429 || status >= 500)
        return {Fault::TryLater, detail};
    return {Fault::Rejected, detail};
}

Error networkError(QNetworkReply::NetworkError code, const QString &text)
{
    switch (code) {
    case QNetworkReply::HostNotFoundError: return {Fault::HostNotFound, text};
    case QNetworkReply::TimeoutError: return {Fault::Timeout, text};
    case QNetworkReply::RemoteHostClosedError: return {Fault::ConnectionLost, text};
    case QNetworkReply::SslHandshakeFailedError: return {Fault::TlsUnavailable, text};
    case QNetworkReply::OperationCanceledError: return {Fault::Cancelled, text};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError: return {Fault::ProtocolBroken, text};
    default: return {Fault::Unreachable, text};
    }
}

struct Request {
    QUrl url;
    bool isPut = false;
    QByteArray body;
    Http::Headers headers;
    Http::Limits limits;
};

/// One request with its redirects. Deletes itself when it has answered.
class Exchange : public QObject
{
public:
    Exchange(QNetworkAccessManager *manager, Resolver *resolver, const QSslConfiguration &tls, Request request,
             QObject *parent);
    ~Exchange() override { finish(Error{Fault::Cancelled, QStringLiteral("cancelled")}); }

    [[nodiscard]] Task<HttpResponse> task() const { return m_promise.task(); }
    void begin();
    void finish(const Result<HttpResponse> &result);

private:
    void send(const QHostAddress &address);
    void judge(const QList<QSslError> &errors);
    void onReadyRead();
    void onFinished();
    void follow(const QUrl &target);

    QNetworkAccessManager *m_manager;
    Resolver *m_resolver;
    QSslConfiguration m_tls;
    Request m_request;
    Promise<HttpResponse> m_promise;
    QNetworkReply *m_reply = nullptr;
    QList<QHostAddress> m_addresses;
    QByteArray m_body;
    QTimer m_total;
    int m_redirects = 0;
    bool m_finished = false;
};

Exchange::Exchange(QNetworkAccessManager *manager, Resolver *resolver, const QSslConfiguration &tls, Request request,
                   QObject *parent)
    : QObject(parent), m_manager(manager), m_resolver(resolver), m_tls(tls), m_request(std::move(request))
{
    m_total.setSingleShot(true);
    connect(&m_total, &QTimer::timeout, this, [this] { finish(Error{Fault::Timeout, QStringLiteral("total limit")}); });
    if (m_request.limits.total.count() > 0)
        m_total.start(m_request.limits.total);
}

void Exchange::begin()
{
    const QString scheme = m_request.url.scheme();
    if (!m_request.url.isValid() || m_request.url.host().isEmpty() || (scheme != u"https" && scheme != u"http")) {
        finish(Error{Fault::Malformed, QStringLiteral("not an HTTP address")});
        return;
    }
    const QNetworkProxy proxy = QNetworkProxy::applicationProxy();
    if (proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy
        && proxy.capabilities().testFlag(QNetworkProxy::HostNameLookupCapability)) {
        send(QHostAddress());
        return;
    }
    m_resolver->addresses(m_request.url.host(QUrl::FullyEncoded))
        .then(this, [this](const Result<QList<QHostAddress>> &found) {
            if (m_finished)
                return;
            if (!found) {
                finish(found.error());
                return;
            }
            m_addresses = *found;
            send(m_addresses.takeFirst());
        });
}

/// The address stands in the URL, since QNetworkAccessManager would ask the system's name servers;
/// the name goes where names count: Host, SNI and the certificate.
void Exchange::send(const QHostAddress &address)
{
    const QString host = m_request.url.host(QUrl::FullyEncoded);
    QUrl url = m_request.url;
    url.setUserInfo(QString());
    url.setFragment(QString());
    if (!address.isNull())
        url.setHost(address.toString());
    QNetworkRequest request(url);
    QByteArray hostHeader =
        m_request.url.host(QUrl::FullyEncoded).contains(QLatin1Char(':')) ? '[' + host.toLatin1() + ']' : host.toLatin1();
    if (const int port = m_request.url.port(); port > 0)
        hostHeader += ':' + QByteArray::number(port);
    request.setRawHeader("Host", hostHeader);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept-Language", "*");
    request.setRawHeader("User-Agent", "Isthmus");
    request.setSslConfiguration(m_tls);
    request.setPeerVerifyName(host);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    for (const auto &[name, value] : std::as_const(m_request.headers))
        request.setRawHeader(name, value);
    m_body.clear();
    m_reply = m_request.isPut ? m_manager->put(request, m_request.body) : m_manager->get(request);
    m_reply->setReadBufferSize(256 * 1024);
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { judge({}); });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { judge(errors); });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { onReadyRead(); });
    connect(m_reply, &QNetworkReply::finished, this, [this] { onFinished(); });
}

void Exchange::judge(const QList<QSslError> &errors)
{
    const Result<base::Done> verdict =
        TrustPolicy::judge(errors, m_reply->sslConfiguration().peerCertificate(), m_request.url.host(QUrl::FullyEncoded));
    if (!verdict)
        finish(verdict.error());
}

void Exchange::onReadyRead()
{
    m_body += m_reply->read(m_request.limits.octets + 1 - m_body.size());
    if (m_body.size() > m_request.limits.octets)
        finish(Error{Fault::TooLarge, QStringLiteral("more than %1 octets").arg(m_request.limits.octets)});
}

void Exchange::onFinished()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError code = m_reply->error();
    if (status == 0) {
        const bool refused = code == QNetworkReply::ConnectionRefusedError || code == QNetworkReply::UnknownNetworkError;
        if (refused && !m_addresses.isEmpty()) {
            m_reply->deleteLater();
            send(m_addresses.takeFirst());
        } else {
            finish(networkError(code, m_reply->errorString()));
        }
        return;
    }
    if (isRedirect(status) && !m_request.isPut) {
        follow(m_request.url.resolved(QUrl(QString::fromUtf8(m_reply->rawHeader("Location")), QUrl::StrictMode)));
        return;
    }
    if (status < 200 || status > 299) {
        finish(statusError(status));
        return;
    }
    if (code != QNetworkReply::NoError) { // cut in the middle of the body
        finish(networkError(code, m_reply->errorString()));
        return;
    }
    onReadyRead();
    if (!m_finished) {
        finish(HttpResponse{status, m_reply->header(QNetworkRequest::ContentTypeHeader).toString(), m_body, m_request.url});
    }
}

void Exchange::follow(const QUrl &target)
{
    const bool weaker = m_request.url.scheme() == u"https" && target.scheme() != u"https";
    if (weaker || ++m_redirects > m_request.limits.redirects) {
        finish(Error{Fault::Rejected, weaker ? QStringLiteral("redirect to a connection without TLS")
                                             : QStringLiteral("too many redirects")});
        return;
    }
    m_reply->deleteLater();
    m_reply = nullptr;
    m_request.url = target;
    begin();
}

void Exchange::finish(const Result<HttpResponse> &result)
{
    if (m_finished)
        return;
    m_finished = true;
    m_total.stop();
    if (m_reply) {
        disconnect(m_reply, nullptr, this, nullptr);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    m_promise.finish(result);
    deleteLater();
}

}

class Http::Private
{
public:
    explicit Private(const WireConfig &config) : resolver(config), policy(TrustPolicy::load(config))
    {
        manager.setCookieJar(new NoCookies(&manager));
    }

    Task<HttpResponse> run(Request request)
    {
        if (!policy)
            return Task<HttpResponse>::ready(policy.error());
        auto *exchange = new Exchange(&manager, &resolver, policy->configuration(), std::move(request), &exchanges);
        const Task<HttpResponse> task = exchange->task();
        exchange->begin();
        return task;
    }

    QNetworkAccessManager manager;
    Resolver resolver;
    Result<TrustPolicy> policy;
    QObject exchanges; // parent of all that are open; dies first
};

Http::Http(const WireConfig &config, QObject *parent) : QObject(parent), d(std::make_unique<Private>(config)) {}

Http::~Http() = default;

Task<HttpResponse> Http::get(const QUrl &url, const Limits &limits)
{
    return d->run({url, false, {}, {}, limits});
}

Task<HttpResponse> Http::put(const QUrl &url, const QByteArray &body, const Headers &headers, const Limits &limits)
{
    return d->run({url, true, body, headers, limits});
}

void Http::cancel()
{
    const QObjectList open = d->exchanges.children();
    for (QObject *exchange : open)
        static_cast<Exchange *>(exchange)->finish(Error{Fault::Cancelled, QStringLiteral("cancelled")});
}

}
