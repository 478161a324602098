#include "core/mail/MailTransport.h"

#include "tests/mail/LiveAccount.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QtEndian>

using namespace isthmus;
using namespace Qt::StringLiterals;
using base::Fault;
using model::Service;
using test::ForeignMail;
using test::LiveAccount;
using test::Route;
using test::Servers;
using Phase = model::LinkState::Phase;

namespace {

model::MailAddress address(const QString &text)
{
    return *model::MailAddress::parse(text);
}

struct Sender : LiveAccount {
    using LiveAccount::LiveAccount;
    explicit Sender(Route *throughRoute = nullptr) : LiveAccount(Servers::shared(), Incoming::Imaps, throughRoute) {}

    [[nodiscard]] model::SendMail mail(const QByteArray &subject, const QStringList &to,
                                       const QByteArray &body = "hello\r\n")
    {
        model::SendMail mail;
        mail.bytes = "From: " + account.address.toLatin1() + "\r\nTo: " + to.join(u", "_s).toLatin1()
                     + "\r\nSubject: " + subject + "\r\nMessage-ID: <" + subject + "@x.test>\r\n\r\n" + body;
        mail.envelopeFrom = address(account.address);
        for (const QString &recipient : to)
            mail.recipients.push_back(address(recipient));
        return mail;
    }
    [[nodiscard]] bool waitForOnline()
    {
        return QTest::qWaitFor([this] { return isOnline(Service::OutgoingMail); }, 10'000);
    }
};

/// Whether somebody on this computer tries to connect there, and has no answer yet: as the kernel lists it.
bool isKnocking(const QString &host, quint16 port)
{
    constexpr int remote = 2, state = 3; // columns
    const QString there = QStringLiteral("%1:%2")
                              .arg(qbswap(QHostAddress(host).toIPv4Address()), 8, 16, QLatin1Char('0'))
                              .arg(port, 4, 16, QLatin1Char('0'))
                              .toUpper();
    QFile connections(u"/proc/net/tcp"_s);
    if (!connections.open(QIODevice::ReadOnly))
        return false;
    for (const QString &line : QString::fromLatin1(connections.readAll()).split(u'\n')) {
        const QStringList columns = line.simplified().split(u' ');
        if (columns.size() > state && columns[remote] == there && columns[state] == u"02"_s) // SYN sent
            return true;
    }
    return false;
}

/// The body of a mail as it arrived: Postfix puts fields before it.
QByteArray bodyOf(const QByteArray &raw)
{
    return raw.mid(raw.indexOf("\r\n\r\n") + 4);
}

}

/// Against a real Postfix.
class tst_smtplive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(Servers::shared().problem().isEmpty(), qPrintable(Servers::shared().problem())); }

    void sends_data()
    {
        QTest::addColumn<QString>("service");
        QTest::newRow("direct TLS") << u"submissions"_s;
        QTest::newRow("STARTTLS") << u"submission"_s;
    }
    void sends()
    {
        QFETCH(QString, service);
        Sender a;
        a.smtpService = service;
        const test::ServerAccount to = a.servers.createAccount(u"to"_s);
        ForeignMail other(a.servers, to);
        a.start();
        QVERIFY(a.waitForOnline());
        QByteArray body("\xc3\xbc 8-bit\r\n");
        for (int i = 0; i < 2000; ++i)
            body += QByteArray(1 + i % 4, '.') + (i % 3 ? "x\r\n" : "\r\n");
        const auto sent = a.perform(a.mail("dots", {to.address}, body));
        QVERIFY2(sent.ok(), sent.ok() ? "" : qPrintable(sent.error().detail));
        QCOMPARE(sent->recipients.size(), size_t(1));
        QCOMPARE(sent->recipients[0].code, 250);
        QCOMPARE(sent->recipients[0].enhanced, u"2.1.5"_s);
        QVERIFY(bodyOf(ForeignMail::raw(other.waitFor(u"dots"_s))) == body);
    }
    void oneRefusedRecipientAmongGoodOnes()
    {
        Sender a;
        const test::ServerAccount good = a.servers.createAccount(u"good"_s), well = a.servers.createAccount(u"well"_s);
        ForeignMail first(a.servers, good), second(a.servers, well);
        a.start();
        QVERIFY(a.waitForOnline());
        const auto sent = a.perform(a.mail("three", {good.address, u"refuse-me@isthmus.test"_s, well.address}));
        QVERIFY2(sent.ok(), sent.ok() ? "" : qPrintable(sent.error().detail));
        QCOMPARE(sent->recipients.size(), size_t(3));
        QVERIFY(sent->recipients[0].accepted && sent->recipients[2].accepted && !sent->recipients[1].accepted);
        QCOMPARE(sent->recipients[1].code, 550);
        QCOMPARE(first.waitFor(u"three"_s)[u"fields"_s][u"subject"_s].toString(), u"three"_s);
        second.waitFor(u"three"_s);
    }
    void refusals_data()
    {
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("5xx") << u"refuse-me@isthmus.test"_s << Fault::Rejected;
        QTest::newRow("4xx") << u"later-please@isthmus.test"_s << Fault::TryLater;
        QTest::newRow("nobody there") << u"nobody-at-all@isthmus.test"_s << Fault::Rejected;
    }
    void refusals()
    {
        QFETCH(QString, recipient);
        QFETCH(Fault, fault);
        Sender a;
        a.start();
        QVERIFY(a.waitForOnline());
        const auto sent = a.perform(a.mail("refused", {recipient}));
        QVERIFY(!sent.ok());
        QCOMPARE(sent.error().fault, fault);
        QVERIFY(a.isOnline(Service::OutgoingMail)); // that was the mail's fault, not the link's
    }
    void refusalBehindTheContentIsCertain_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("5xx") << u"554 5.7.1 not this"_s << Fault::Rejected;
        QTest::newRow("4xx") << u"451 4.7.1 not now"_s << Fault::TryLater;
    }
    void refusalBehindTheContentIsCertain()
    {
        QFETCH(QString, reply);
        QFETCH(Fault, fault);
        Sender a;
        const test::ServerAccount to = a.servers.createAccount(u"to"_s);
        a.servers.call(u"refuse-mail"_s, {{u"stage"_s, u"message"_s}, {u"reply"_s, reply}, {u"recipient"_s, to.address}});
        a.start();
        QVERIFY(a.waitForOnline());
        const auto sent = a.perform(a.mail("content", {to.address}));
        QVERIFY(!sent.ok());
        QCOMPARE(sent.error().fault, fault);
    }
    void cutBehindTheFinalDotIsUncertain()
    {
        Servers &servers = Servers::shared();
        Route route(servers);
        Sender a(&route);
        const test::ServerAccount to = servers.createAccount(u"to"_s);
        ForeignMail other(servers, to);
        const QJsonObject rule = servers.call(
            u"refuse-mail"_s, {{u"stage"_s, u"message"_s}, {u"reply"_s, u"hold"_s}, {u"recipient"_s, to.address}});
        a.start();
        QVERIFY(a.waitForOnline());
        std::optional<Fault> fault;
        a.transport->perform(a.mail("doubt", {to.address})).then(this, [&](const auto &r) {
            fault = r.ok() ? Fault::Conflict : r.error().fault;
        });
        servers.call(u"held-mail"_s, rule);
        QVERIFY(!fault);
        route.fault(u"submissions"_s, u"cut"_s);
        QTRY_COMPARE_WITH_TIMEOUT(fault, std::optional(Fault::ConnectionLost), 10'000);
        servers.call(u"accept-mail"_s, rule);
    }
    void cutBeforeTheServerSaysAWordIsCertain()
    {
        Servers &servers = Servers::shared();
        Route route(servers);
        Sender a(&route);
        a.start();
        QVERIFY(a.waitForOnline());
        route.fault(u"submissions"_s, u"cut-after"_s, {{u"bytes"_s, 100}, {u"direction"_s, u"from-server"_s}});
        const auto sent = a.perform(a.mail("cut", {a.account.address}));
        QVERIFY(!sent.ok());
        QCOMPARE(sent.error().fault, Fault::Unreachable);
        QTRY_COMPARE_WITH_TIMEOUT(a.phase(Service::OutgoingMail), Phase::Waiting, 5000);
        route.heal(u"submissions"_s);
        QVERIFY(QTest::qWaitFor([&] { return a.isOnline(Service::OutgoingMail); }, 10'000));
    }
    void wordsThatDoNotBelongIntoAMailAreRefusedBeforeTheServer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("bare LF") << QByteArray("Subject: x\r\n\r\na\n.\nMAIL FROM:<x@y.test>\r\n");
        QTest::newRow("bare CR") << QByteArray("Subject: x\r\n\r\na\r.\rb\r\n");
        QTest::newRow("LF dot CRLF") << QByteArray("Subject: x\r\n\r\na\n.\r\nb\r\n");
        QTest::newRow("NUL") << QByteArray("Subject: x\r\n\r\na\0b\r\n", 19);
    }
    void wordsThatDoNotBelongIntoAMailAreRefusedBeforeTheServer()
    {
        QFETCH(QByteArray, bytes);
        Sender a;
        a.start();
        QVERIFY(a.waitForOnline());
        model::SendMail mail = a.mail("x", {a.account.address});
        mail.bytes = bytes;
        QCOMPARE(a.perform(mail).error().fault, Fault::Malformed);
    }
    void serverThatIsGoneIsWaitedFor()
    {
        Route route(Servers::shared());
        Sender a(&route);
        route.fault(u"submissions"_s, u"refuse"_s);
        a.start();
        QTRY_COMPARE_WITH_TIMEOUT(a.phase(Service::OutgoingMail), Phase::Waiting, 15'000);
        QCOMPARE(a.transport->state(Service::OutgoingMail).error->fault, Fault::Unreachable);
        QTRY_VERIFY_WITH_TIMEOUT(a.isOnline(Service::IncomingMail), 10'000); // the other stands
        QCOMPARE(a.perform(a.mail("x", {a.account.address})).error().fault, Fault::Unreachable);
        route.heal(u"submissions"_s);
        QTRY_VERIFY_WITH_TIMEOUT(a.isOnline(Service::OutgoingMail), 15'000);
    }
    void certificatesAndStartTlsAttacksEndTheAttempt_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<Fault>("seen");
        QTest::newRow("expired") << u"submissions"_s << u"certificate"_s << QJsonObject{{u"kind"_s, u"expired"_s}}
                                 << Fault::TlsCertificate;
        QTest::newRow("forged chain") << u"submissions"_s << u"certificate"_s << QJsonObject{{u"kind"_s, u"forged-chain"_s}}
                                      << Fault::TlsCertificate;
        QTest::newRow("stripped") << u"submission"_s << u"strip-starttls"_s << QJsonObject() << Fault::TlsUnavailable;
        QTest::newRow("injected, same segment")
            << u"submission"_s << u"inject"_s
            << QJsonObject{{u"text"_s, u"250-XINJECTED\r\n250 ok\r\n"_s}, {u"segment"_s, u"same"_s}}
            << Fault::ProtocolBroken;
        QTest::newRow("injected, later segment")
            << u"submission"_s << u"inject"_s
            << QJsonObject{{u"text"_s, u"250-XINJECTED\r\n250 ok\r\n"_s}, {u"segment"_s, u"later"_s}}
            << Fault::ProtocolBroken;
    }
    void certificatesAndStartTlsAttacksEndTheAttempt()
    {
        QFETCH(QString, service);
        QFETCH(QString, fault);
        QFETCH(QJsonObject, members);
        QFETCH(Fault, seen);
        Route route(Servers::shared());
        route.fault(service, fault, members);
        Sender a(&route);
        a.smtpService = service;
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.transport->state(Service::OutgoingMail).error.has_value(), 20'000);
        QCOMPARE(a.transport->state(Service::OutgoingMail).error->fault, seen);
    }
    void stopWhileSendingEndsSoon()
    {
        Servers &servers = Servers::shared();
        Route route(servers);
        Sender a(&route);
        a.start();
        QVERIFY(a.waitForOnline());
        route.fault(u"submissions"_s, u"black-hole"_s);
        bool answered = false;
        a.transport->perform(a.mail("x", {a.account.address})).then(this, [&](const auto &) { answered = true; });
        QTRY_VERIFY(isKnocking(route.address(), servers.port(u"submissions"_s)));
        QElapsedTimer timer;
        timer.start();
        a.transport->stop();
        QTRY_VERIFY_WITH_TIMEOUT(answered, 2000);
        a.transport.reset();
        a.threads.reset();
        QVERIFY(timer.elapsed() < 2000);
    }
};

ISTHMUS_TEST(tst_smtplive)
#include "tst_smtplive.moc"
