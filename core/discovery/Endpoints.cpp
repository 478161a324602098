#include "core/discovery/Endpoints.h"

#include <algorithm>
#include <tuple>

namespace isthmus::discovery {

namespace {

using model::Protocol;
using model::Security;

/// RFC 6120 6.3.8: the simple user name of an XMPP account is its localpart. RFC 6186 4: mail servers are
/// tried with the whole address.
QString userOf(Protocol protocol, const model::MailAddress &address)
{
    if (protocol != Protocol::Xmpp)
        return address.toString();
    const auto jid = model::Jid::parse(address.toString());
    return jid.ok() ? jid->local() : address.local();
}

model::Endpoint endpoint(const SrvKind &kind, const wire::SrvRecord &record, const model::MailAddress &address)
{
    const QString domain = model::toAsciiDomain(address.domain());
    model::Endpoint made;
    made.protocol = kind.protocol;
    made.host = record.target;
    made.port = record.port;
    made.security = kind.security;
    // RFC 6120 13.7.2.1 and XEP-0368 2: a chat server proves the domain, wherever it runs.
    made.certificateName = kind.protocol == Protocol::Xmpp ? domain : certificateName(record.target, domain, false);
    made.user = userOf(kind.protocol, address);
    made.source = model::PlanSource::Srv;
    return made;
}

bool isPassing(base::Fault fault)
{
    return fault == base::Fault::Timeout || fault == base::Fault::TryLater || fault == base::Fault::Unreachable;
}

}

std::vector<SrvKind> srvKinds(model::Service service)
{
    switch (service) {
    case model::Service::Chat:
        return {{QStringLiteral("_xmpps-client._tcp"), Protocol::Xmpp, Security::DirectTls},
                {QStringLiteral("_xmpp-client._tcp"), Protocol::Xmpp, Security::StartTls}};
    case model::Service::IncomingMail:
        return {{QStringLiteral("_imaps._tcp"), Protocol::Imap, Security::DirectTls},
                {QStringLiteral("_imap._tcp"), Protocol::Imap, Security::StartTls},
                {QStringLiteral("_pop3s._tcp"), Protocol::Pop3, Security::DirectTls},
                {QStringLiteral("_pop3._tcp"), Protocol::Pop3, Security::StartTls}};
    case model::Service::OutgoingMail: break;
    }
    return {{QStringLiteral("_submissions._tcp"), Protocol::Submission, Security::DirectTls},
            {QStringLiteral("_submission._tcp"), Protocol::Submission, Security::StartTls}};
}

bool isInDomain(const QString &host, const QString &domain)
{
    return !domain.isEmpty() && (host == domain || host.endsWith(QLatin1Char('.') + domain));
}

QString certificateName(const QString &host, const QString &domain, bool vouched)
{
    return vouched || isInDomain(host, domain) ? host : domain;
}

std::vector<model::Endpoint> endpointsFromSrv(const std::vector<SrvAnswer> &answers, const model::MailAddress &address)
{
    struct Ranked {
        quint16 priority = 0;
        model::Endpoint endpoint;
    };
    std::vector<Ranked> ranked;
    for (const SrvAnswer &answer : answers) {
        if (!answer.records.ok())
            continue;
        for (const wire::SrvRecord &record : *answer.records)
            ranked.push_back({record.priority, endpoint(answer.kind, record, address)});
    }
    // Stable: among equals the resolver's draw by weight stays.
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        return std::tuple(a.priority, a.endpoint.protocol, a.endpoint.security)
               < std::tuple(b.priority, b.endpoint.protocol, b.endpoint.security);
    });
    std::vector<model::Endpoint> endpoints;
    for (Ranked &one : ranked)
        endpoints.push_back(std::move(one.endpoint));
    return endpoints;
}

base::Error whyNoSrv(const std::vector<SrvAnswer> &answers, const QString &domain)
{
    QStringList labels;
    for (const SrvAnswer &answer : answers) {
        if (!answer.records.ok() && isPassing(answer.records.error().fault))
            return {answer.records.error().fault,
                    QStringLiteral("DNS, %1.%2: %3").arg(answer.kind.label, domain, answer.records.error().detail)};
        labels += answer.kind.label;
    }
    for (const SrvAnswer &answer : answers) {
        if (!answer.records.ok() && answer.records.error().fault == base::Fault::Rejected)
            return {base::Fault::Rejected,
                    QStringLiteral("DNS: %1 says that it does not offer %2").arg(domain, answer.kind.label)};
    }
    return {base::Fault::HostNotFound,
            QStringLiteral("DNS: %1 has no record for %2").arg(domain, labels.join(QStringLiteral(", ")))};
}

}
