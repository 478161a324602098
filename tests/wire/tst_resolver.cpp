#include "core/wire/Resolver.h"

#include "tests/support/TestMain.h"
#include "tests/wire/NameServer.h"

using namespace isthmus::wire;
using isthmus::base::Fault;
using isthmus::base::Result;
using isthmus::test::NameServer;

namespace {

/// Runs a task to its end on the event loop.
template <typename T>
Result<T> wait(const isthmus::base::Task<T> &task)
{
    QObject context;
    std::optional<Result<T>> result;
    task.then(&context, [&](Result<T> r) { result = std::move(r); });
    [[maybe_unused]] const bool finished = QTest::qWaitFor([&] { return result.has_value(); }, 30'000);
    return result ? *result : Result<T>(Fault::Timeout, QStringLiteral("test"));
}

}

class tst_resolver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void srvRecordsComeByPriority()
    {
        NameServer server;
        server.addSrv("_xmpps-client._tcp.chat.example", 20, 0, 5223, "Backup.chat.example");
        server.addSrv("_xmpps-client._tcp.chat.example", 5, 0, 443, "first.chat.example");
        Resolver resolver(server.config());
        const auto found = wait(resolver.srv(QStringLiteral("_xmpps-client._tcp.chat.example")));
        QVERIFY(found.ok());
        QCOMPARE(found->size(), 2u);
        QCOMPARE(found->at(0), (SrvRecord{QStringLiteral("first.chat.example"), 443, 5, 0}));
        QCOMPARE(found->at(1), (SrvRecord{QStringLiteral("backup.chat.example"), 5223, 20, 0}));
    }
    void srvRecordsOfOnePriorityAreDrawnByWeight()
    {
        const std::vector<SrvRecord> records{
            {QStringLiteral("a"), 1, 1, 10}, {QStringLiteral("b"), 1, 1, 90}, {QStringLiteral("c"), 1, 0, 0}};
        const auto low = inTrialOrder(records, [] { return 0.05; });
        QCOMPARE(low.at(0).target, QStringLiteral("c"));
        QCOMPARE(low.at(1).target, QStringLiteral("a"));
        const auto high = inTrialOrder(records, [] { return 0.5; });
        QCOMPARE(high.at(1).target, QStringLiteral("b"));
        QCOMPARE(high.size(), 3u);
    }
    void serviceThatIsDeniedIsNotTheSameAsNone()
    {
        NameServer server;
        server.addSrv("_imap._tcp.mail.example", 0, 0, 0, ".");
        Resolver resolver(server.config());
        QCOMPARE(wait(resolver.srv(QStringLiteral("_imap._tcp.mail.example"))).error().fault, Fault::Rejected);
        QCOMPARE(wait(resolver.srv(QStringLiteral("_pop3._tcp.mail.example"))).error().fault, Fault::HostNotFound);
    }
    void nameWithoutRecordOfTheTypeIsNotFound()
    {
        NameServer server;
        server.addA("mail.example", QByteArray("\x7f\0\0\1", 4));
        Resolver resolver(server.config());
        QCOMPARE(wait(resolver.mx(QStringLiteral("mail.example"))).error().fault, Fault::HostNotFound);
    }
    void failingServerIsNotTakenForAMissingName_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("server failure") << int(NameServer::ServFail);
        QTest::newRow("refused") << int(NameServer::Refused);
    }
    void failingServerIsNotTakenForAMissingName()
    {
        QFETCH(const int, code);
        NameServer server;
        server.failWith = static_cast<NameServer::Code>(code);
        Resolver resolver(server.config());
        QCOMPARE(wait(resolver.srv(QStringLiteral("_imap._tcp.mail.example"))).error().fault, Fault::TryLater);
        QCOMPARE(wait(resolver.addresses(QStringLiteral("mail.example"))).error().fault, Fault::TryLater);
    }
    void addressesComeFromThePrivateServer()
    {
        NameServer server;
        server.addA("imap.mail.example", QByteArray("\x7f\0\0\5", 4));
        Resolver resolver(server.config());
        const auto found = wait(resolver.addresses(QStringLiteral("imap.mail.example")));
        QVERIFY(found.ok());
        QCOMPARE(*found, QList<QHostAddress>{QHostAddress(QStringLiteral("127.0.0.5"))});
    }
    void addressLiteralAsksNobody()
    {
        NameServer server;
        Resolver resolver(server.config());
        const auto found = wait(resolver.addresses(QStringLiteral("::1")));
        QCOMPARE(*found, QList<QHostAddress>{QHostAddress(QHostAddress::LocalHostIPv6)});
        QCOMPARE(server.questions, 0);
    }
    void mailExchangersComeByPreference()
    {
        NameServer server;
        server.addMx("mail.example", 20, "b.mail.example");
        server.addMx("mail.example", 10, "a.mail.example");
        Resolver resolver(server.config());
        const auto found = wait(resolver.mx(QStringLiteral("mail.example")));
        QCOMPARE(found->at(0).target, QStringLiteral("a.mail.example"));
    }
    void openLookupEndsAtCancel()
    {
        NameServer server;
        server.isSilent = true;
        Resolver resolver(server.config());
        const auto task = resolver.srv(QStringLiteral("_imap._tcp.mail.example"));
        resolver.cancel();
        QCOMPARE(wait(task).error().fault, Fault::Cancelled);
    }
    void openLookupEndsWithTheResolver()
    {
        NameServer server;
        server.isSilent = true;
        auto resolver = std::make_unique<Resolver>(server.config());
        const auto task = resolver->addresses(QStringLiteral("mail.example"));
        resolver.reset();
        QCOMPARE(wait(task).error().fault, Fault::Cancelled);
    }
    void silentServerIsATimeout()
    {
        NameServer server;
        server.isSilent = true;
        Resolver resolver(server.config());
        QCOMPARE(wait(resolver.srv(QStringLiteral("_imap._tcp.mail.example"))).error().fault, Fault::Timeout);
        QVERIFY(server.questions >= 2);
    }
    void serverAddressIsReadWithAndWithoutPort_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::newRow("plain") << QStringLiteral("127.0.0.1") << QStringLiteral("127.0.0.1") << 53;
        QTest::newRow("port") << QStringLiteral("127.0.0.1:5353") << QStringLiteral("127.0.0.1") << 5353;
        QTest::newRow("IPv6") << QStringLiteral("::1") << QStringLiteral("::1") << 53;
        QTest::newRow("IPv6 and port") << QStringLiteral("[::1]:5353") << QStringLiteral("::1") << 5353;
        QTest::newRow("a name") << QStringLiteral("dns.example:53") << QString() << 0;
        QTest::newRow("port too large") << QStringLiteral("127.0.0.1:70000") << QString() << 0;
        QTest::newRow("empty") << QString() << QString() << 0;
    }
    void serverAddressIsReadWithAndWithoutPort()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, address);
        QFETCH(const int, port);
        const auto server = DnsServer::parse(text);
        QCOMPARE(server.ok(), !address.isEmpty());
        if (server) {
            QCOMPARE(server->address, QHostAddress(address));
            QCOMPARE(int(server->port), port);
        }
    }
};

ISTHMUS_TEST(tst_resolver)
#include "tst_resolver.moc"
