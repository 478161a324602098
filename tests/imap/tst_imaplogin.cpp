#include "core/imap/ImapLogin.h"
#include "core/imap/Sasl.h"

#include "tests/imap/Dialogue.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::imap;
using namespace Qt::StringLiterals;
using base::Fault;
using test::Dialogue;

namespace {

struct Login {
    explicit Login(bool greeted = false, QString password = u"pencil"_s)
        : login(connection, {u"user"_s, std::move(password), "rOprNGfwEbeRWgbNEkqO"}, greeted)
    {
        QObject::connect(&login, &ImapLogin::ready, &login, [this] { ready = true; });
        QObject::connect(&login, &ImapLogin::failed, &login, [this](const base::Error &e) { fault = e.fault; });
        login.start();
    }
    ImapConnection connection{ImapConnection::Timing{}};
    Dialogue server{connection};
    ImapLogin login;
    bool ready = false;
    std::optional<Fault> fault;
};

/// What a server that knows \p password would answer; for the other half of the exchange.
constexpr auto serverFirst = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
constexpr auto clientFinal = "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                             "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
constexpr auto serverFinal = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

QByteArray base64(const char *text)
{
    return QByteArray(text).toBase64();
}

}

class tst_imaplogin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainWithInitialResponse()
    {
        Login l;
        l.server.says("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\r\n");
        QCOMPARE(l.server.heard(), "a1 AUTHENTICATE PLAIN " + QByteArray("\0user\0pencil", 12).toBase64() + "\r\n");
        l.server.says("a1 OK [CAPABILITY IMAP4rev1 IDLE] in\r\n");
        QVERIFY(l.ready);
        QCOMPARE(l.server.heard(), QByteArray());
    }
    void plainWithoutInitialResponse()
    {
        Login l;
        l.server.says("* OK hi\r\n");
        QCOMPARE(l.server.heard(), "a1 CAPABILITY\r\n");
        l.server.says("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\na1 OK\r\n");
        QCOMPARE(l.server.heard(), "a2 AUTHENTICATE PLAIN\r\n");
        l.server.says("+ \r\n");
        QCOMPARE(l.server.heard(), QByteArray("\0user\0pencil", 12).toBase64() + "\r\n");
        l.server.says("a2 OK\r\n");
        QCOMPARE(l.server.heard(), "a3 CAPABILITY\r\n");
        l.server.says("* CAPABILITY IMAP4rev1 ENABLE QRESYNC CONDSTORE\r\na3 OK\r\n");
        QCOMPARE(l.server.heard(), "a4 ENABLE QRESYNC\r\n");
        l.server.says("* ENABLED QRESYNC\r\na4 OK\r\n");
        QVERIFY(l.ready);
    }
    /// RFC 7677 3.
    void scramIsPreferredAndVerified()
    {
        for (const qsizetype chunk : {qsizetype(1), qsizetype(1000)}) {
            Login l;
            l.server.chunk = chunk;
            l.server.says("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=SCRAM-SHA-256] hi\r\n");
            QCOMPARE(l.server.heard(),
                     "a1 AUTHENTICATE SCRAM-SHA-256 " + base64("n,,n=user,r=rOprNGfwEbeRWgbNEkqO") + "\r\n");
            l.server.says("+ " + base64(serverFirst) + "\r\n");
            QCOMPARE(l.server.heard(), base64(clientFinal) + "\r\n");
            l.server.says("+ " + base64(serverFinal) + "\r\n");
            QCOMPARE(l.server.heard(), "\r\n");
            l.server.says("a1 OK [CAPABILITY IMAP4rev1] in\r\n");
            QVERIFY(l.ready);
        }
    }
    void serverThatDoesNotKnowThePasswordIsLeft_data()
    {
        QTest::addColumn<QByteArrayList>("says");
        QTest::newRow("wrong signature") << QByteArrayList{"+ " + base64(serverFirst), "+ " + base64("v=AAAA")};
        QTest::newRow("success without signature") << QByteArrayList{"+ " + base64(serverFirst), "a1 OK in"};
        QTest::newRow("success at once") << QByteArrayList{"a1 OK in"};
        QTest::newRow("another nonce") << QByteArrayList{"+ " + base64("r=other,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")};
        QTest::newRow("our nonce alone") << QByteArrayList{"+ " + base64("r=rOprNGfwEbeRWgbNEkqO,s=W22Z,i=4096")};
        QTest::newRow("one iteration") << QByteArrayList{"+ " + base64("r=rOprNGfwEbeRWgbNEkqOx,s=W22Z,i=1")};
        QTest::newRow("endless iterations") << QByteArrayList{"+ " + base64("r=rOprNGfwEbeRWgbNEkqOx,s=W22Z,i=2147483647")};
        QTest::newRow("no salt") << QByteArrayList{"+ " + base64("r=rOprNGfwEbeRWgbNEkqOx,i=4096")};
        QTest::newRow("not Base64") << QByteArrayList{"+ ***"};
        QTest::newRow("mandatory extension") << QByteArrayList{"+ " + base64("m=x,r=rOprNGfwEbeRWgbNEkqOx,s=W22Z,i=4096")};
    }
    void serverThatDoesNotKnowThePasswordIsLeft()
    {
        QFETCH(QByteArrayList, says);
        Login l;
        l.server.says("* OK [CAPABILITY SASL-IR AUTH=SCRAM-SHA-256] hi\r\n");
        for (const QByteArray &line : says)
            l.server.says(line + "\r\n");
        QVERIFY(!l.ready);
        QCOMPARE(l.fault, std::optional(Fault::ProtocolBroken));
    }
    void refusedPasswordIsTriedOnce_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("with code") << QByteArray("NO [AUTHENTICATIONFAILED] no");
        QTest::newRow("without code") << QByteArray("NO Login failed");
    }
    void refusedPasswordIsTriedOnce()
    {
        QFETCH(QByteArray, answer);
        Login l;
        l.server.says("* OK [CAPABILITY SASL-IR AUTH=PLAIN AUTH=LOGIN] hi\r\n");
        QVERIFY(l.server.heard().startsWith("a1 AUTHENTICATE PLAIN"));
        l.server.says("a1 " + answer + "\r\n");
        QCOMPARE(l.fault, std::optional(Fault::AuthRejected));
        QCOMPARE(l.server.heard(), QByteArray()); // no LOGIN, no other mechanism
    }
    void loginOnlyWherePlainIsMissing()
    {
        Login l(false, u"pass word"_s);
        l.server.says("* OK [CAPABILITY IMAP4rev1] hi\r\n");
        QCOMPARE(l.server.heard(), "a1 LOGIN user \"pass word\"\r\n");
        Login disabled;
        disabled.server.says("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hi\r\n");
        QCOMPARE(disabled.fault, std::optional(Fault::AuthUnsupported));
        QCOMPARE(disabled.server.heard(), QByteArray());
    }
    void passwordWithLineBreakIsNotSent()
    {
        Login l(false, u"x\r\na2 DELETE INBOX"_s);
        l.server.says("* OK [CAPABILITY IMAP4rev1] hi\r\n");
        QCOMPARE(l.server.heard(), QByteArray());
        QCOMPARE(l.fault, std::optional(Fault::Malformed));
    }
    void greetings_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("PREAUTH is somebody else's session")
            << QByteArray("* PREAUTH [CAPABILITY IMAP4rev1] hi") << Fault::ProtocolBroken;
        QTest::newRow("BYE") << QByteArray("* BYE too many connections") << Fault::TryLater;
        QTest::newRow("data") << QByteArray("* 5 EXISTS") << Fault::ProtocolBroken;
    }
    void greetings()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(Fault, fault);
        Login l;
        l.server.says(greeting + "\r\n");
        QCOMPARE(l.fault, std::optional(fault));
        QCOMPARE(l.server.heard(), QByteArray());
    }
    void capabilitiesBeforeTlsAreNotBelieved()
    {
        Login l(true);
        QCOMPARE(l.server.heard(), "a1 CAPABILITY\r\n");
    }
};

ISTHMUS_TEST(tst_imaplogin)
#include "tst_imaplogin.moc"
