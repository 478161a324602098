#include "core/wire/TrustPolicy.h"

#include "core/model/Jid.h"

#include <QDateTime>
#include <QFile>
#include <QHostAddress>
#include <QMultiMap>
#include <QSslSocket>
#include <QStringList>

#include <algorithm>

namespace isthmus::wire {

using base::Error;
using base::Fault;
using base::Result;

namespace {

QString problem(const QSslError &error, const QSslCertificate &leaf)
{
    const QSslCertificate certificate = error.certificate().isNull() ? leaf : error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return QStringLiteral("expired on %1").arg(certificate.expiryDate().toUTC().toString(Qt::ISODate));
    case QSslError::CertificateNotYetValid:
        return QStringLiteral("not valid before %1").arg(certificate.effectiveDate().toUTC().toString(Qt::ISODate));
    case QSslError::SelfSignedCertificate: return QStringLiteral("self-signed");
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted: return QStringLiteral("unknown issuer");
    case QSslError::CertificateSignatureFailed:
    case QSslError::UnableToDecryptCertificateSignature:
    case QSslError::UnableToDecodeIssuerPublicKey: return QStringLiteral("forged signature");
    case QSslError::InvalidCaCertificate:
    case QSslError::PathLengthExceeded: return QStringLiteral("signed by a certificate that is no authority");
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted: return QStringLiteral("revoked");
    case QSslError::NoPeerCertificate: return QStringLiteral("none was sent");
    default: return error.errorString();
    }
}

bool matchesPattern(const QString &pattern, const QString &host)
{
    if (!pattern.startsWith(QLatin1String("*.")))
        return model::toAsciiDomain(pattern) == host;
    const QString rest = model::toAsciiDomain(QStringView(pattern).mid(2));
    const qsizetype dot = host.indexOf(QLatin1Char('.'));
    // "*.org" would be for half the world: a wildcard needs two labels behind it.
    return dot > 0 && rest.contains(QLatin1Char('.')) && host.mid(dot + 1) == rest;
}

}

Result<TrustPolicy> TrustPolicy::load(const WireConfig &config)
{
    TrustPolicy policy;
    policy.m_configuration = QSslConfiguration::defaultConfiguration();
    policy.m_configuration.setProtocol(QSsl::TlsV1_2OrLater);
    policy.m_configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (config.caFile.isEmpty())
        return policy; // Qt takes the system's authorities, one by one as they are needed
    QFile file(config.caFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Fault::Storage, QStringLiteral("%1: %2").arg(config.caFile, file.errorString())};
    const QList<QSslCertificate> authorities = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (authorities.isEmpty())
        return Error{Fault::Malformed, QStringLiteral("%1: no PEM certificate").arg(config.caFile)};
    policy.m_configuration.setCaCertificates(authorities);
    return policy;
}

Result<base::Done> TrustPolicy::judge(const QList<QSslError> &errors, const QSslCertificate &certificate,
                                      const QString &name)
{
    QStringList problems;
    bool isNamed = !certificate.isNull() && isCertificateFor(certificate, name);
    for (const QSslError &error : errors) {
        if (error.error() == QSslError::HostNameMismatch)
            isNamed = false;
        else if (error.error() != QSslError::NoError)
            problems.append(problem(error, certificate));
    }
    if (certificate.isNull()) {
        problems.append(QStringLiteral("none was sent"));
    } else if (!isNamed) {
        const QStringList names = certificate.subjectAlternativeNames().values(QSsl::DnsEntry);
        problems.append(QStringLiteral("wrong name: it is for %1").arg(names.join(QLatin1String(", "))));
    }
    problems.removeDuplicates();
    if (problems.size() > 1)
        problems.removeAll(QSslError(QSslError::UnspecifiedError).errorString()); // says nothing beside the others
    if (problems.isEmpty())
        return base::Done{};
    return Error{Fault::TlsCertificate,
                 QStringLiteral("certificate of %1: %2").arg(name, problems.join(QLatin1String("; ")))};
}

bool isCertificateFor(const QSslCertificate &certificate, const QString &name)
{
    const QMultiMap<QSsl::AlternativeNameEntryType, QString> names = certificate.subjectAlternativeNames();
    if (const QHostAddress address(name); !address.isNull()) {
        const QStringList entries = names.values(QSsl::IpAddressEntry);
        return std::any_of(entries.begin(), entries.end(),
                           [&](const QString &entry) { return QHostAddress(entry) == address; });
    }
    const QString host = model::toAsciiDomain(name);
    const QStringList patterns = names.values(QSsl::DnsEntry);
    return !host.isEmpty() && std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
        return matchesPattern(pattern, host);
    });
}

}
