#include "core/discovery/ServiceDiscovery.h"

#include "tests/support/Servers.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using base::Fault;
using model::Protocol;
using model::Service;

/// Against the private DNS and web servers, over TLS with their own authority.
class tst_discoverylive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &test::Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }
    void init() { m_route = std::make_unique<test::Route>(*m_servers); }
    void cleanup() { m_route.reset(); }

    void srvRecordsNameAllThreeServices()
    {
        const model::AccountPlan plan = discover(u"alice@isthmus.test");
        QCOMPARE(first(plan.chat), QStringLiteral("xmpp.isthmus.test:%1").arg(m_servers->port(QStringLiteral("xmpps"))));
        QCOMPARE(plan.chat.endpoints.at(0).certificateName, QStringLiteral("isthmus.test"));
        QCOMPARE(plan.chat.endpoints.at(0).security, model::Security::DirectTls);
        QCOMPARE(plan.chat.endpoints.at(1).security, model::Security::StartTls);
        QCOMPARE(first(plan.incoming), QStringLiteral("mail.isthmus.test:%1").arg(m_servers->port(QStringLiteral("imaps"))));
        QCOMPARE(plan.incoming.endpoints.at(0).source, model::PlanSource::Srv);
        QCOMPARE(plan.incoming.endpoints.size(), 4u);
        QCOMPARE(first(plan.outgoing),
                 QStringLiteral("mail.isthmus.test:%1").arg(m_servers->port(QStringLiteral("submissions"))));
    }
    void domainWithMailOnlyHasNoChat()
    {
        const model::AccountPlan plan = discover(u"dave@elsewhere.test");
        QCOMPARE(plan.chat.error->fault, Fault::HostNotFound);
        QVERIFY(plan.chat.endpoints.empty());
        QCOMPARE(plan.incoming.endpoints.at(0).protocol, Protocol::Imap);
        QVERIFY(!plan.outgoing.error);
    }
    void autoconfigStandsInForMissingSrvRecords()
    {
        for (const char *pattern : {"_imap*", "_pop3*", "_submission*"})
            m_route->dropNames(QString::fromLatin1(pattern));
        const model::AccountPlan plan = discover(u"alice@isthmus.test");
        QCOMPARE(plan.chat.endpoints.at(0).source, model::PlanSource::Srv);
        QCOMPARE(plan.incoming.endpoints.at(0).source, model::PlanSource::Autoconfig);
        QCOMPARE(plan.incoming.endpoints.at(0).host, QStringLiteral("mail.isthmus.test"));
        QCOMPARE(plan.incoming.endpoints.at(0).user, QStringLiteral("alice@isthmus.test"));
        QCOMPARE(plan.outgoing.endpoints.at(0).protocol, Protocol::Submission);
    }
    void autoconfigOfTheDomainItselfStandsInForItsOwnHost()
    {
        for (const char *pattern : {"_imap*", "_pop3*", "_submission*", "autoconfig.*"})
            m_route->dropNames(QString::fromLatin1(pattern));
        QCOMPARE(discover(u"alice@isthmus.test").incoming.endpoints.at(0).source, model::PlanSource::Autoconfig);
    }
    void oneServiceTakenAwayFailsAloneWithItsReason()
    {
        m_route->dropNames(QStringLiteral("_submission*"));
        m_route->dropNames(QStringLiteral("autoconfig.*"));
        m_route->dropNames(QStringLiteral("isthmus.test")); // the web server of the domain itself
        const model::AccountPlan plan = discover(u"alice@isthmus.test");
        QVERIFY(!plan.chat.error && !plan.incoming.error);
        QCOMPARE(plan.outgoing.error->fault, Fault::HostNotFound);
        QVERIFY(plan.outgoing.error->detail.contains(QStringLiteral("_submission._tcp")));
    }
    void autoconfigFromAnUntrustedServerCannotVouchForAnybody()
    {
        for (const char *pattern : {"_imap*", "_pop3*", "_submission*"})
            m_route->dropNames(QString::fromLatin1(pattern));
        // HTTPS is refused for its issuer; plain HTTP answers still, and may name hosts of the domain alone.
        const model::AccountPlan plan = discover(u"alice@isthmus.test", QString());
        QCOMPARE(plan.incoming.endpoints.at(0).host, QStringLiteral("mail.isthmus.test"));
        QCOMPARE(plan.incoming.endpoints.at(0).certificateName, QStringLiteral("mail.isthmus.test"));
    }

private:
    model::AccountPlan discover(QStringView address) { return discover(address, m_servers->caFile()); }
    model::AccountPlan discover(QStringView address, const QString &caFile)
    {
        wire::WireConfig config;
        const auto dns = wire::DnsServer::parse(m_route->dns());
        if (!dns.ok())
            return {};
        config.dns = *dns;
        config.caFile = caFile;
        discovery::ServiceDiscovery discovery(config);
        QSignalSpy found(&discovery, &port::Discovery::found);
        std::optional<base::Result<model::AccountPlan>> result;
        discovery.discover(*model::MailAddress::parse(address)).then(this, [&](const auto &r) { result = r; });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return result.has_value() && found.size() == 3; }, 60'000);
        return result && result->ok() ? result->value() : model::AccountPlan();
    }
    static QString first(const model::ServicePlan &plan)
    {
        return plan.endpoints.empty()
                   ? plan.error->detail
                   : QStringLiteral("%1:%2").arg(plan.endpoints.front().host).arg(plan.endpoints.front().port);
    }

    test::Servers *m_servers = nullptr;
    std::unique_ptr<test::Route> m_route;
};

ISTHMUS_TEST(tst_discoverylive)
#include "tst_discoverylive.moc"
