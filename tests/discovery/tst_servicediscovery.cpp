#include "core/discovery/ServiceDiscovery.h"

#include "tests/discovery/ZoneServer.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using base::Fault;
using model::Service;

/// Against a name server that says what no decent one would; the real one is met in tst_discoverylive.
class tst_servicediscovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_zone = std::make_unique<test::ZoneServer>();
        wire::WireConfig config;
        config.dns = wire::DnsServer{QHostAddress(QHostAddress::LocalHost), m_zone->port()};
        m_discovery = std::make_unique<discovery::ServiceDiscovery>(config);
    }
    void cleanup()
    {
        m_discovery.reset();
        m_zone.reset();
    }

    void allThreeServicesByDns()
    {
        offerChat();
        m_zone->set("_imaps._tcp.isthmus.example", {{1, 0, 993, "mail.isthmus.example"}});
        m_zone->set("_submissions._tcp.isthmus.example", {{1, 0, 465, "mail.isthmus.example"}});
        const model::AccountPlan plan = discover();
        QCOMPARE(plan.chat.endpoints.size(), 1u);
        QCOMPARE(plan.incoming.endpoints.at(0).certificateName, QStringLiteral("mail.isthmus.example"));
        QCOMPARE(plan.outgoing.endpoints.at(0).port, 465);
        QVERIFY(!plan.chat.error && !plan.incoming.error && !plan.outgoing.error);
        QVERIFY2(!m_zone->asked().contains("autoconfig.isthmus.example"), "DNS had settled it");
    }
    void eachServiceStandsOrFallsOnItsOwn()
    {
        offerChat();
        m_zone->setSilent("_imap._tcp.isthmus.example");
        m_zone->set("_submissions._tcp.isthmus.example", {{0, 0, 0, "."}});
        m_zone->set("_submission._tcp.isthmus.example", {{0, 0, 0, "."}});
        const model::AccountPlan plan = discover();
        QCOMPARE(plan.chat.endpoints.size(), 1u);
        QCOMPARE(plan.incoming.error->fault, Fault::Timeout);
        QCOMPARE(plan.outgoing.error->fault, Fault::Rejected);
    }
    void silentDomainHasNoServices()
    {
        const model::AccountPlan plan = discover();
        for (const Service service : {Service::Chat, Service::IncomingMail, Service::OutgoingMail}) {
            QVERIFY(plan.of(service).endpoints.empty());
            QCOMPARE(plan.of(service).error->fault, Fault::HostNotFound);
            QCOMPARE(plan.of(service).service, service);
        }
        QVERIFY(plan.incoming.error->detail.contains(QStringLiteral("https://autoconfig.isthmus.example")));
    }
    void failingNameServerMayRecover()
    {
        m_zone->setFailing("_xmpp-client._tcp.isthmus.example");
        QCOMPARE(discover().chat.error->fault, Fault::TryLater);
    }
    void servicesAreReportedOneByOneBeforeTheEnd()
    {
        offerChat();
        QSignalSpy found(m_discovery.get(), &port::Discovery::found);
        discover();
        QCOMPARE(found.size(), 3);
        QCOMPARE(found.at(0).at(0).value<model::MailAddress>(), m_alice);
        QCOMPARE(found.at(0).at(1).value<model::ServicePlan>().service, Service::Chat);
    }
    void secondCallCancelsTheFirst()
    {
        m_zone->setSilent("_xmpp-client._tcp.isthmus.example");
        std::optional<base::Result<model::AccountPlan>> first;
        m_discovery->discover(m_alice).then(this, [&](const auto &result) { first = result; });
        m_discovery->discover(*model::MailAddress::parse(u"bob@other.example")).ignore();
        QTRY_VERIFY(first.has_value());
        QCOMPARE(first->error().fault, Fault::Cancelled);
    }
    void listenerMayStartTheNextSearch()
    {
        int seen = 0;
        connect(m_discovery.get(), &port::Discovery::found, this, [&] {
            if (++seen <= 2)
                m_discovery->discover(m_alice).ignore();
        });
        m_discovery->discover(m_alice).ignore();
        QTRY_COMPARE(seen, 5);
    }
    void discoveryMayDieInTheMiddle()
    {
        m_zone->setSilent("_xmpp-client._tcp.isthmus.example");
        std::optional<base::Result<model::AccountPlan>> result;
        m_discovery->discover(m_alice).then(this, [&](const auto &r) { result = r; });
        m_discovery.reset();
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->error().fault, Fault::Cancelled);
    }

private:
    void offerChat() { m_zone->set("_xmpp-client._tcp.isthmus.example", {{1, 0, 5222, "xmpp.isthmus.example"}}); }
    model::AccountPlan discover()
    {
        std::optional<base::Result<model::AccountPlan>> result;
        m_discovery->discover(m_alice).then(this, [&](const auto &r) { result = r; });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return result.has_value(); }, 40'000);
        return result && result->ok() ? result->value() : model::AccountPlan();
    }

    const model::MailAddress m_alice = *model::MailAddress::parse(u"alice@isthmus.example");
    std::unique_ptr<test::ZoneServer> m_zone;
    std::unique_ptr<discovery::ServiceDiscovery> m_discovery;
};

ISTHMUS_TEST(tst_servicediscovery)
#include "tst_servicediscovery.moc"
