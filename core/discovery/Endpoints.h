#pragma once

#include "core/model/Account.h"
#include "core/wire/Resolver.h"

namespace isthmus::discovery {

/// One kind of SRV record and what it stands for.
struct SrvKind {
    QString label; ///< "_imaps._tcp"
    model::Protocol protocol = model::Protocol::Xmpp;
    model::Security security = model::Security::DirectTls;
};

/// The records that are asked for per service: RFC 6120 3.2.1 and XEP-0368; RFC 6186 3; RFC 8314 5.1.
[[nodiscard]] std::vector<SrvKind> srvKinds(model::Service service);

/// What the DNS said to one question.
struct SrvAnswer {
    SrvKind kind;
    base::Result<std::vector<wire::SrvRecord>> records;
};

/// Endpoints in order of trial: by the domain's priorities over all kinds (XEP-0368 2; RFC 6186 3.4), and
/// among equals IMAP before POP3 and TLS from the first byte before STARTTLS (RFC 8314 3).
[[nodiscard]] std::vector<model::Endpoint> endpointsFromSrv(const std::vector<SrvAnswer> &answers,
                                                            const model::MailAddress &address);

/// Why there is none: what may pass first, then what the domain says, then that it says nothing.
[[nodiscard]] base::Error whyNoSrv(const std::vector<SrvAnswer> &answers, const QString &domain);

/// The name that the certificate must be valid for. Who can answer our DNS or HTTP questions falsely can
/// name any host, and have a good certificate for it; so a host outside the user's domain counts only if
/// the domain itself named it over a checked connection (\p vouched). Otherwise the certificate must be
/// for the user's domain (RFC 6186 6 with RFC 6125 6; RFC 7817 3).
[[nodiscard]] QString certificateName(const QString &host, const QString &domain, bool vouched);

/// True for \p domain and what is below it; both as A-labels.
[[nodiscard]] bool isInDomain(const QString &host, const QString &domain);

}
