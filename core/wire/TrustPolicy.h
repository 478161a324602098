#pragma once

#include "core/base/Result.h"
#include "core/wire/WireConfig.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace isthmus::wire {

/// The one place that judges a certificate. There is no way to accept what it refuses.
class TrustPolicy
{
public:
    /// Fault::Storage: the authorities' file cannot be read; Malformed: there is no certificate in it.
    [[nodiscard]] static base::Result<TrustPolicy> load(const WireConfig &config);

    /// TLS 1.2 or later, the trusted authorities, peer always verified.
    [[nodiscard]] const QSslConfiguration &configuration() const { return m_configuration; }

    /// The verdict on a finished handshake: \p errors of the chain, and the name in \p certificate
    /// (RFC 9525: the alternative names count, the common name does not). Fault::TlsCertificate with a
    /// detail that says what is wrong and until when or for whom the certificate is.
    [[nodiscard]] static base::Result<base::Done> judge(const QList<QSslError> &errors, const QSslCertificate &certificate,
                                                        const QString &name);

private:
    QSslConfiguration m_configuration;
};

/// True when \p certificate is for the host or service \p name: an exact DNS name, one with a wildcard as its
/// whole leftmost label (RFC 9525 6.3), or the address itself.
[[nodiscard]] bool isCertificateFor(const QSslCertificate &certificate, const QString &name);

}
