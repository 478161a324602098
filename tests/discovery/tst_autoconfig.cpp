#include "core/discovery/Autoconfig.h"

#include "tests/support/TestMain.h"

using namespace isthmus;
using base::Fault;

namespace {

const model::MailAddress alice = *model::MailAddress::parse(u"alice@isthmus.example");

QByteArray server(const QByteArray &element, const QByteArray &type, const QByteArray &host, const QByteArray &port,
                  const QByteArray &socket, const QByteArray &more = {})
{
    return "<" + element + " type=\"" + type + "\"><hostname>" + host + "</hostname><port>" + port + "</port><socketType>"
           + socket + "</socketType>" + more + "</" + element + ">";
}

QByteArray file(const QByteArray &servers)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<clientConfig version=\"1.1\"><emailProvider id=\"x\">"
           "<domain>isthmus.example</domain><displayName>Isthmus</displayName>"
           + servers + "</emailProvider></clientConfig>";
}

}

class tst_autoconfig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fileWithAllKindsOfServers()
    {
        const auto found = discovery::readAutoconfig(
            file(server("incomingServer", "pop3", "mail.isthmus.example", "995", "SSL")
                 + server("incomingServer", "imap", "mail.%EMAILDOMAIN%", "143", "STARTTLS",
                          "<username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication>")
                 + server("outgoingServer", "smtp", "smtp.hoster.example", "465", "SSL",
                          "<username>%EMAILADDRESS%</username>")),
            alice, true);
        QVERIFY(found.ok());
        QCOMPARE(found->incoming.size(), 2u);
        const model::Endpoint imap{
            model::Protocol::Imap,        QStringLiteral("mail.isthmus.example"), 143,
            model::Security::StartTls,    QStringLiteral("mail.isthmus.example"), QStringLiteral("alice"),
            model::PlanSource::Autoconfig};
        QVERIFY2(found->incoming[0] == imap, "IMAP comes before POP3");
        QCOMPARE(found->incoming[1].user, QStringLiteral("alice@isthmus.example"));
        QCOMPARE(found->outgoing.size(), 1u);
        QCOMPARE(found->outgoing[0].certificateName, QStringLiteral("smtp.hoster.example"));
        QVERIFY(!found->offersWithoutTls);
    }
    void fileFromAnUncheckedConnectionCannotChooseTheCertificate()
    {
        const auto found = discovery::readAutoconfig(
            file(server("incomingServer", "imap", "imap.evil.example", "993", "SSL")), alice, false);
        QVERIFY(found.ok());
        QCOMPARE(found->incoming.at(0).certificateName, QStringLiteral("isthmus.example"));
    }
    void serverThatCannotBeUsedIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<bool>("plain");
        QTest::newRow("no encryption") << server("incomingServer", "imap", "a.example", "143", "plain") << true;
        QTest::newRow("no word on encryption") << server("incomingServer", "imap", "a.example", "143", "") << true;
        QTest::newRow("unknown protocol") << server("incomingServer", "exchange", "a.example", "443", "SSL") << false;
        QTest::newRow("protocol of the other direction")
            << server("outgoingServer", "imap", "a.example", "993", "SSL") << false;
        QTest::newRow("no port") << server("incomingServer", "imap", "a.example", "", "SSL") << false;
        QTest::newRow("port 0") << server("incomingServer", "imap", "a.example", "0", "SSL") << false;
        QTest::newRow("port beyond 16 bits") << server("incomingServer", "imap", "a.example", "65536", "SSL") << false;
        QTest::newRow("host that is none") << server("incomingServer", "imap", "a b/c", "993", "SSL") << false;
        QTest::newRow("user with a line end")
            << server("incomingServer", "imap", "a.example", "993", "SSL", "<username>a&#10;b</username>") << false;
        QTest::newRow("log-in by token only")
            << server("incomingServer", "imap", "a.example", "993", "SSL", "<authentication>OAuth2</authentication>")
            << false;
    }
    void serverThatCannotBeUsedIsLeftOut()
    {
        QFETCH(QByteArray, element);
        QFETCH(bool, plain);
        const auto found = discovery::readAutoconfig(file(element), alice, true);
        QVERIFY(found.ok());
        QCOMPARE(found->incoming.size(), 0u);
        QCOMPARE(found->outgoing.size(), 0u);
        QCOMPARE(found->offersWithoutTls, plain);
    }
    void hostileFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<Fault>("fault");
        const QByteArray good = server("incomingServer", "imap", "a.example", "993", "SSL");
        QTest::newRow("empty") << QByteArray() << Fault::Malformed;
        QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><html><body>Not found</body></html>") << Fault::Malformed;
        QTest::newRow("another document") << QByteArray("<root/>") << Fault::Malformed;
        QTest::newRow("cut off") << file(good).chopped(20) << Fault::Malformed;
        QTest::newRow("document type") << QByteArray("<!DOCTYPE clientConfig>" + file(good).mid(39)) << Fault::Malformed;
        QTest::newRow("growing entities") << QByteArray(
            "<!DOCTYPE c [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><clientConfig>&b;</clientConfig>")
                                          << Fault::Malformed;
        QTest::newRow("external entity") << QByteArray(
            "<!DOCTYPE c [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><clientConfig>&a;</clientConfig>")
                                         << Fault::Malformed;
        QTest::newRow("unknown entity") << file("&a;") << Fault::Malformed;
        QTest::newRow("deep nesting") << file(QByteArray("<a>").repeated(100) + QByteArray("</a>").repeated(100))
                                      << Fault::TooLarge;
        QTest::newRow("too many servers") << file(good.repeated(100)) << Fault::TooLarge;
        QTest::newRow("too many octets") << file(QByteArray(70'000, ' ')) << Fault::TooLarge;
        QTest::newRow("bad UTF-8") << file("<displayName>\xff\xfe</displayName>") << Fault::Malformed;
    }
    void hostileFileIsRefused()
    {
        QFETCH(QByteArray, xml);
        const auto found = discovery::readAutoconfig(xml, alice, true);
        QVERIFY(!found.ok());
        QTEST(found.error().fault, "fault");
    }
    void fileCutAnywhereIsRefusedOrComplete()
    {
        const QByteArray whole = file(server("incomingServer", "imap", "a.isthmus.example", "993", "SSL"));
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!discovery::readAutoconfig(whole.left(length), alice, true).ok());
    }
};

ISTHMUS_TEST(tst_autoconfig)
#include "tst_autoconfig.moc"
