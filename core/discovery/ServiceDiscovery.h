#pragma once

#include "core/port/Discovery.h"
#include "core/wire/Http.h"
#include "core/wire/Resolver.h"

namespace isthmus::discovery {

/// Finds services by DNS SRV records (RFC 6120, XEP-0368; RFC 6186, 8314) and, for mail that these do not
/// settle, by the domain's own autoconfig file. Nobody but the domain is asked, and only endpoints with TLS
/// are found. Nothing is guessed: a domain that is silent about a service is taken to have none, and the
/// user can say otherwise by hand.
/// Faults of a service: Rejected, the domain says it has none; HostNotFound, it says nothing;
/// TlsUnavailable, it offers it in plain text only; Timeout and TryLater, the question had no answer.
/// Thread: the one it was made on.
class ServiceDiscovery final : public port::Discovery
{
    Q_OBJECT
public:
    explicit ServiceDiscovery(const wire::WireConfig &config, QObject *parent = nullptr);
    ~ServiceDiscovery() override;

    [[nodiscard]] base::Task<model::AccountPlan> discover(model::MailAddress address) override;
    void cancel() override;

private:
    class Search;

    wire::Resolver m_resolver;
    wire::Http m_http;
    std::unique_ptr<Search> m_search;
};

}
