#include "core/discovery/ServiceDiscovery.h"

#include "core/discovery/Autoconfig.h"
#include "core/discovery/Endpoints.h"

#include <array>

namespace isthmus::discovery {

namespace {

using model::Service;

constexpr std::array allServices{Service::Chat, Service::IncomingMail, Service::OutgoingMail};

/// Where a domain may keep its file, best first. The user's address is not sent along, as some clients do:
/// the answer must not depend on it.
std::vector<QUrl> autoconfigUrls(const QString &domain)
{
    std::vector<QUrl> urls;
    for (const QString &scheme : {QStringLiteral("https"), QStringLiteral("http")}) {
        urls.emplace_back(scheme + QStringLiteral("://autoconfig.") + domain + QStringLiteral("/mail/config-v1.1.xml"));
        urls.emplace_back(scheme + QStringLiteral("://") + domain
                          + QStringLiteral("/.well-known/autoconfig/mail/config-v1.1.xml"));
    }
    return urls;
}

bool provesItself(const model::Endpoint &endpoint)
{
    return endpoint.certificateName == endpoint.host;
}

bool isSameServer(const model::Endpoint &a, const model::Endpoint &b)
{
    return a.protocol == b.protocol && a.host == b.host && a.port == b.port && a.security == b.security;
}

}

/// One address's search; deleting it calls everything off.
class ServiceDiscovery::Search : public QObject
{
public:
    Search(ServiceDiscovery &owner, model::MailAddress address)
        : m_owner(owner),
          m_address(std::move(address)),
          m_domain(model::toAsciiDomain(m_address.domain())),
          m_urls(autoconfigUrls(m_domain))
    {}

    void start()
    {
        for (const Service service : allServices) {
            Part &part = of(service);
            const std::vector<SrvKind> kinds = srvKinds(service);
            part.unanswered = kinds.size();
            for (const SrvKind &kind : kinds)
                ask(service, kind);
        }
    }

    [[nodiscard]] base::Task<model::AccountPlan> task() const { return m_promise.task(); }

private:
    struct Part {
        std::vector<SrvAnswer> answers;
        std::size_t unanswered = 0;
        std::vector<model::Endpoint> endpoints; ///< by SRV
        bool waitsForAutoconfig = false;
        bool isSettled = false;
    };

    Part &of(Service service) { return m_parts[static_cast<std::size_t>(service)]; }

    void ask(Service service, const SrvKind &kind)
    {
        const QString name = kind.label + QLatin1Char('.') + m_domain;
        m_owner.m_resolver.srv(name).then(this,
                                          [this, service, kind](const base::Result<std::vector<wire::SrvRecord>> &records) {
                                              Part &part = of(service);
                                              part.answers.push_back({kind, records});
                                              if (--part.unanswered == 0)
                                                  srvAnswered(service);
                                          });
    }

    void srvAnswered(Service service)
    {
        Part &part = of(service);
        part.endpoints = endpointsFromSrv(part.answers, m_address);
        const bool isProven =
            !part.endpoints.empty() && std::all_of(part.endpoints.begin(), part.endpoints.end(), provesItself);
        const bool isDenied = std::all_of(part.answers.begin(), part.answers.end(), [](const SrvAnswer &answer) {
            return !answer.records.ok() && answer.records.error().fault == base::Fault::Rejected;
        });
        if (service == Service::Chat || isProven || isDenied)
            return settle(service, part.endpoints, whyNoSrv(part.answers, m_domain));
        part.waitsForAutoconfig = true;
        if (m_autoconfigDone)
            settleMail(service);
        else if (!std::exchange(m_autoconfigAsked, true))
            askNextUrl();
    }

    void askNextUrl()
    {
        if (m_nextUrl == m_urls.size())
            return autoconfigAnswered();
        const QUrl url = m_urls[m_nextUrl++];
        wire::Http::Limits limits;
        limits.octets = 64 * 1024;
        limits.total = std::chrono::seconds(10);
        m_owner.m_http.get(url, limits).then(this, [this, url](const base::Result<wire::HttpResponse> &response) {
            const auto read = response.ok()
                                  ? readAutoconfig(response->body, m_address, url.scheme() == QLatin1String("https"))
                                  : base::Result<Autoconfig>(response.error());
            if (read.ok()) {
                m_autoconfig = *read;
                return autoconfigAnswered();
            }
            m_autoconfigFaults += QStringLiteral("%1: %2").arg(url.toString(), base::faultName(read.error().fault));
            askNextUrl();
        });
    }

    void autoconfigAnswered()
    {
        m_autoconfigDone = true;
        for (const Service service : {Service::IncomingMail, Service::OutgoingMail}) {
            if (of(service).waitsForAutoconfig)
                settleMail(service);
        }
    }

    /// Servers that prove themselves come before those that would have to prove the user's domain.
    void settleMail(Service service)
    {
        const Part &part = of(service);
        std::vector<model::Endpoint> all = service == Service::IncomingMail ? m_autoconfig.incoming : m_autoconfig.outgoing;
        for (const model::Endpoint &endpoint : part.endpoints) {
            if (std::none_of(all.begin(), all.end(), [&](const auto &other) { return isSameServer(endpoint, other); }))
                all.push_back(endpoint);
        }
        std::stable_partition(all.begin(), all.end(), provesItself);
        base::Error why = whyNoSrv(part.answers, m_domain);
        if (m_autoconfig.offersWithoutTls)
            why = {base::Fault::TlsUnavailable, QStringLiteral("autoconfig: offered without encryption only")};
        else if (!m_autoconfigFaults.isEmpty())
            why.detail += QStringLiteral("; ") + m_autoconfigFaults.join(QStringLiteral("; "));
        settle(service, std::move(all), std::move(why));
    }

    void settle(Service service, std::vector<model::Endpoint> endpoints, base::Error why)
    {
        if (std::exchange(of(service).isSettled, true))
            return;
        model::ServicePlan &plan = m_plan.of(service);
        plan.service = service;
        plan.endpoints = std::move(endpoints);
        if (plan.endpoints.empty())
            plan.error = std::move(why);
        // By the event loop: who listens may start the next search, which deletes this one.
        QMetaObject::invokeMethod(
            this, [this, copy = plan] { Q_EMIT m_owner.found(m_address, copy); }, Qt::QueuedConnection);
        if (std::all_of(m_parts.begin(), m_parts.end(), [](const Part &part) { return part.isSettled; }))
            m_promise.finish(m_plan);
    }

    ServiceDiscovery &m_owner;
    const model::MailAddress m_address;
    const QString m_domain;
    const std::vector<QUrl> m_urls;
    std::array<Part, allServices.size()> m_parts;
    std::size_t m_nextUrl = 0;
    bool m_autoconfigAsked = false;
    bool m_autoconfigDone = false;
    Autoconfig m_autoconfig;
    QStringList m_autoconfigFaults;
    model::AccountPlan m_plan;
    base::Promise<model::AccountPlan> m_promise;
};

ServiceDiscovery::ServiceDiscovery(const wire::WireConfig &config, QObject *parent)
    : port::Discovery(parent), m_resolver(config), m_http(config)
{}

ServiceDiscovery::~ServiceDiscovery() = default;

base::Task<model::AccountPlan> ServiceDiscovery::discover(model::MailAddress address)
{
    cancel();
    if (address.isNull())
        return base::Task<model::AccountPlan>::ready({base::Fault::Malformed, QStringLiteral("no address")});
    m_search = std::make_unique<Search>(*this, std::move(address));
    m_search->start();
    return m_search->task();
}

void ServiceDiscovery::cancel()
{
    // Its abandoned promise gives Fault::Cancelled.
    m_search.reset();
    m_resolver.cancel();
    m_http.cancel();
}

}
