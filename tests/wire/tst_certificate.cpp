#include "core/wire/SecureSocket.h"
#include "core/wire/TrustPolicy.h"

#include "tests/support/TestMain.h"
#include "tests/wire/Liar.h"

#include <QSignalSpy>

using namespace isthmus;
using base::Error;
using base::Fault;
using test::Certificates;
using test::Identity;
using test::Liar;

namespace {

/// Connects to \p liar as \p name and returns why it ended, or nothing when TLS stands.
std::optional<Error> connectTo(const Liar &liar, const QString &caFile, const QString &name)
{
    wire::WireConfig config;
    config.caFile = caFile;
    wire::SecureSocket socket(config);
    socket.open({model::Protocol::Imap,
                 QStringLiteral("127.0.0.1"),
                 liar.serverPort(),
                 model::Security::DirectTls,
                 name,
                 {},
                 model::PlanSource::Manual});
    [[maybe_unused]] const bool done = QTest::qWaitFor([&] { return socket.isReady() || socket.error(); }, 20'000);
    if (socket.isReady())
        return std::nullopt;
    return socket.error().value_or(Error{Fault::Timeout, QStringLiteral("test")});
}

const QString host = QStringLiteral("chat.example");
const QStringList hostNames{QStringLiteral("DNS:chat.example")};

}

/// Attacks on the certificate: each must end with its own words and without one application octet.
class tst_certificate : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Certificates> m_authority;

    void refuse(const Identity &identity, const QString &word, const QString &name = host)
    {
        Liar liar(identity);
        liar.speakTls();
        const std::optional<Error> error = connectTo(liar, m_authority->caFile(), name);
        QVERIFY2(error, "was accepted");
        QVERIFY2(error->fault == Fault::TlsCertificate, qPrintable(base::faultName(error->fault) + error->detail));
        QVERIFY2(error->detail.contains(word), qPrintable(error->detail));
        QCOMPARE(liar.received, QByteArray());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_authority = std::make_unique<Certificates>();
        QVERIFY(m_authority->isReady());
    }
    void genuineIsAccepted()
    {
        Liar liar(m_authority->issue(QStringLiteral("genuine"), hostNames));
        liar.speakTls();
        QCOMPARE(connectTo(liar, m_authority->caFile(), host), std::nullopt);
    }
    void genuineThroughAnIntermediateIsAccepted()
    {
        (void)m_authority->issue(QStringLiteral("between"), {QStringLiteral("DNS:ca.example")}, QStringLiteral("ca"), true);
        Liar liar(m_authority->issue(QStringLiteral("behind"), hostNames, QStringLiteral("between")));
        liar.speakTls();
        QCOMPARE(connectTo(liar, m_authority->caFile(), host), std::nullopt);
    }
    void expiredIsRefused()
    {
        refuse(m_authority->issue(QStringLiteral("expired"), hostNames, QStringLiteral("ca"), false,
                                  QStringLiteral("20200101000000Z"), QStringLiteral("20210101000000Z")),
               QStringLiteral("expired on 2021"));
    }
    void notYetValidIsRefused()
    {
        refuse(m_authority->issue(QStringLiteral("future"), hostNames, QStringLiteral("ca"), false,
                                  QStringLiteral("20480101000000Z"), QStringLiteral("20490101000000Z")),
               QStringLiteral("not valid before 2048"));
    }
    void otherNameIsRefused()
    {
        refuse(m_authority->issue(QStringLiteral("other"), {QStringLiteral("DNS:evil.example")}),
               QStringLiteral("wrong name: it is for evil.example"));
    }
    void nameOnlyInCommonNameIsRefused()
    {
        refuse(m_authority->issue(host, {QStringLiteral("DNS:evil.example")}), QStringLiteral("wrong name"));
    }
    void addressOfTheServerIsNotItsName()
    {
        refuse(m_authority->issue(QStringLiteral("address"), {QStringLiteral("IP:127.0.0.1")}),
               QStringLiteral("wrong name"));
    }
    void forgedSignatureIsRefused()
    {
        refuse(m_authority->forge(QStringLiteral("forged"), hostNames), QStringLiteral("forged signature"));
    }
    void leafAsAuthorityIsRefused()
    {
        (void)m_authority->issue(QStringLiteral("leaf"), {QStringLiteral("DNS:evil.example")});
        refuse(m_authority->issue(QStringLiteral("subleaf"), hostNames, QStringLiteral("leaf")),
               QStringLiteral("no authority"));
    }
    void unknownIssuerIsRefusedBySystemAuthorities()
    {
        Liar liar(m_authority->issue(QStringLiteral("private"), hostNames));
        liar.speakTls();
        const auto error = connectTo(liar, QString(), host);
        QVERIFY(error);
        QCOMPARE(error->fault, Fault::TlsCertificate);
        QVERIFY2(error->detail.contains(QStringLiteral("unknown issuer")), qPrintable(error->detail));
        QCOMPARE(liar.received, QByteArray());
    }
    void unreadableAuthoritiesFileIsSaid()
    {
        Liar liar(m_authority->issue(QStringLiteral("nofile"), hostNames));
        liar.speakTls();
        QCOMPARE(connectTo(liar, QStringLiteral("/nowhere/ca.pem"), host)->fault, Fault::Storage);
    }
    void serverNameIsIndicated()
    {
        // The name stands in clear in the first octets of a handshake (RFC 6066 3).
        Liar liar(Identity{});
        QByteArray hello;
        liar.onData = [&](QSslSocket &socket, const QByteArray &bytes) {
            hello += bytes;
            socket.abort();
        };
        (void)connectTo(liar, m_authority->caFile(), host);
        QVERIFY(hello.contains("chat.example"));
    }
    void names_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isFor");
        const QString wild = QStringLiteral("DNS:*.mail.example");
        QTest::newRow("exact") << QStringList{QStringLiteral("DNS:a.example")} << QStringLiteral("a.example") << true;
        QTest::newRow("case") << QStringList{QStringLiteral("DNS:A.Example")} << QStringLiteral("a.eXample") << true;
        QTest::newRow("wildcard") << QStringList{wild} << QStringLiteral("imap.mail.example") << true;
        QTest::newRow("wildcard is one label") << QStringList{wild} << QStringLiteral("a.b.mail.example") << false;
        QTest::newRow("wildcard is not none") << QStringList{wild} << QStringLiteral("mail.example") << false;
        QTest::newRow("part of a label") << QStringList{QStringLiteral("DNS:i*.mail.example")}
                                         << QStringLiteral("imap.mail.example") << false;
        QTest::newRow("whole top level") << QStringList{QStringLiteral("DNS:*.example")} << QStringLiteral("a.example")
                                         << false;
        QTest::newRow("second name") << QStringList{QStringLiteral("DNS:b.example"), QStringLiteral("DNS:a.example")}
                                     << QStringLiteral("a.example") << true;
        QTest::newRow("address") << QStringList{QStringLiteral("IP:127.0.0.1")} << QStringLiteral("127.0.0.1") << true;
        QTest::newRow("address as a name")
            << QStringList{QStringLiteral("DNS:127.0.0.1")} << QStringLiteral("127.0.0.1") << false;
        QTest::newRow("nothing asked") << QStringList{QStringLiteral("DNS:a.example")} << QString() << false;
    }
    void names()
    {
        QFETCH(const QStringList, names);
        QFETCH(const QString, host);
        QFETCH(const bool, isFor);
        static int number = 0;
        const Identity identity = m_authority->issue(QStringLiteral("names%1").arg(++number), names);
        QVERIFY(!identity.chain.isEmpty());
        QCOMPARE(wire::isCertificateFor(identity.chain.first(), host), isFor);
    }
};

ISTHMUS_TEST(tst_certificate)
#include "tst_certificate.moc"
