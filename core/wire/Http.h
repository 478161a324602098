#pragma once

#include "core/base/Task.h"
#include "core/wire/WireConfig.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <utility>

namespace isthmus::wire {

struct HttpResponse {
    int status = 0; ///< always 2xx
    QString contentType;
    QByteArray body;
    QUrl url; ///< where it came from in the end
    bool operator==(const HttpResponse &) const = default;
};

/// HTTP and HTTPS requests, few and small: names through Resolver, certificates through TrustPolicy, no cookies, no
/// cache, no stored log-ins, no compression, nothing that tells more about the user than the request needs.
///
/// Faults: those of Resolver and SecureSocket; NotFound for 404 and 410; AuthRejected for 401; Rejected for other 4xx
/// and for a redirect that is not followed (to another scheme than https, in a circle); TryLater for 5xx and 429;
/// TooLarge; Timeout; Malformed for an address that is none.
/// Thread: the one it was made on. Deleting it cancels what is open.
class Http : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        qint64 octets = 1 << 20;
        std::chrono::milliseconds total{20'000};
        int redirects = 3;
    };
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    explicit Http(const WireConfig &config, QObject *parent = nullptr);
    ~Http() override;

    /// Follows redirects, never from https to http.
    [[nodiscard]] base::Task<HttpResponse> get(const QUrl &url, const Limits &limits);
    [[nodiscard]] base::Task<HttpResponse> get(const QUrl &url) { return get(url, Limits()); }
    /// Follows none.
    [[nodiscard]] base::Task<HttpResponse> put(const QUrl &url, const QByteArray &body, const Headers &headers,
                                               const Limits &limits);

    /// Ends all that is open with Fault::Cancelled.
    void cancel();

private:
    class Private;
    std::unique_ptr<Private> d;
};

}
