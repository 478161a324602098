#include "core/discovery/Endpoints.h"

#include "tests/support/TestMain.h"

using namespace isthmus;
using model::Protocol;
using model::Security;

namespace {

const model::MailAddress alice = *model::MailAddress::parse(u"Alice@isthmus.example");

discovery::SrvAnswer answer(const char16_t *label, std::vector<wire::SrvRecord> records)
{
    for (const auto service : {model::Service::Chat, model::Service::IncomingMail, model::Service::OutgoingMail}) {
        for (const discovery::SrvKind &kind : discovery::srvKinds(service)) {
            if (kind.label == QStringView(label))
                return {kind, std::move(records)};
        }
    }
    qFatal("no such label");
}

discovery::SrvAnswer refusal(const char16_t *label, base::Fault fault)
{
    discovery::SrvAnswer made = answer(label, {});
    made.records = base::Error{fault, QStringLiteral("why")};
    return made;
}

wire::SrvRecord record(const char16_t *target, quint16 port, quint16 priority)
{
    return {QString::fromUtf16(target), port, priority, 0};
}

QStringList inWords(const std::vector<model::Endpoint> &endpoints)
{
    QStringList words;
    for (const model::Endpoint &endpoint : endpoints)
        words += QStringLiteral("%1:%2").arg(endpoint.host).arg(endpoint.port);
    return words;
}

}

class tst_endpoints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chatRecordsOfBothKindsAreMixedByPriority()
    {
        const auto endpoints = discovery::endpointsFromSrv(
            {answer(u"_xmpps-client._tcp", {record(u"b.example", 443, 20), record(u"a.example", 5223, 5)}),
             answer(u"_xmpp-client._tcp", {record(u"c.example", 5222, 10), record(u"d.example", 5222, 20)})},
            alice);
        QCOMPARE(inWords(endpoints), QStringList({QStringLiteral("a.example:5223"), QStringLiteral("c.example:5222"),
                                                  QStringLiteral("b.example:443"), QStringLiteral("d.example:5222")}));
        QCOMPARE(endpoints[0].security, Security::DirectTls);
        QCOMPARE(endpoints[1].security, Security::StartTls);
    }
    void chatCertificateIsForTheDomainWhereverTheServerRuns()
    {
        const auto endpoints =
            discovery::endpointsFromSrv({answer(u"_xmpp-client._tcp", {record(u"xmpp.hoster.example", 5222, 1)})}, alice);
        QCOMPARE(endpoints.at(0).certificateName, QStringLiteral("isthmus.example"));
        QCOMPARE(endpoints.at(0).user, QStringLiteral("alice"));
        QCOMPARE(endpoints.at(0).source, model::PlanSource::Srv);
    }
    void mailIsOrderedByPriorityThenImapThenDirectTls()
    {
        const auto endpoints = discovery::endpointsFromSrv(
            {answer(u"_imap._tcp", {record(u"i.example", 143, 10)}), answer(u"_imaps._tcp", {record(u"i.example", 993, 10)}),
             answer(u"_pop3s._tcp", {record(u"p.example", 995, 10)}), answer(u"_pop3._tcp", {record(u"p.example", 110, 1)})},
            alice);
        QCOMPARE(inWords(endpoints), QStringList({QStringLiteral("p.example:110"), QStringLiteral("i.example:993"),
                                                  QStringLiteral("i.example:143"), QStringLiteral("p.example:995")}));
        QCOMPARE(endpoints[0].protocol, Protocol::Pop3);
        QCOMPARE(endpoints[1].user, QStringLiteral("Alice@isthmus.example"));
    }
    void certificateNameOfMail_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("vouched");
        QTest::addColumn<QString>("name");
        const QString domain = QStringLiteral("isthmus.example");
        QTest::newRow("the domain itself") << domain << false << domain;
        QTest::newRow("a host of the domain") << "mail.isthmus.example" << false << "mail.isthmus.example";
        QTest::newRow("another domain, by unsigned DNS: only a certificate for ours will do")
            << "mail.hoster.example" << false << domain;
        QTest::newRow("another domain, named by ours over TLS") << "mail.hoster.example" << true << "mail.hoster.example";
        QTest::newRow("a name that only ends alike") << "evilisthmus.example" << false << domain;
        QTest::newRow("the domain as a part of another") << "isthmus.example.evil.example" << false << domain;
    }
    void certificateNameOfMail()
    {
        QFETCH(QString, host);
        QFETCH(bool, vouched);
        QTEST(discovery::certificateName(host, QStringLiteral("isthmus.example"), vouched), "name");
    }
    void whyThereIsNone_data()
    {
        using base::Fault;
        QTest::addColumn<Fault>("first");
        QTest::addColumn<Fault>("second");
        QTest::addColumn<Fault>("expected");
        QTest::newRow("no records") << Fault::HostNotFound << Fault::HostNotFound << Fault::HostNotFound;
        QTest::newRow("denied by the domain") << Fault::HostNotFound << Fault::Rejected << Fault::Rejected;
        QTest::newRow("silence may pass") << Fault::Rejected << Fault::Timeout << Fault::Timeout;
        QTest::newRow("a failing server may recover") << Fault::TryLater << Fault::HostNotFound << Fault::TryLater;
    }
    void whyThereIsNone()
    {
        QFETCH(base::Fault, first);
        QFETCH(base::Fault, second);
        const auto why = discovery::whyNoSrv({refusal(u"_xmpps-client._tcp", first), refusal(u"_xmpp-client._tcp", second)},
                                             QStringLiteral("isthmus.example"));
        QTEST(why.fault, "expected");
        QVERIFY(why.detail.contains(QStringLiteral("isthmus.example")));
    }
};

ISTHMUS_TEST(tst_endpoints)
#include "tst_endpoints.moc"
