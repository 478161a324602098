#include "ui/accounts/ServiceLine.h"
#include "ui/accounts/ServiceText.h"
#include "ui/accounts/SignInPage.h"

#include "tests/support/TestMain.h"
#include "tests/ui/DemoValues.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace isthmus;
using accounts::SignIn;
using accounts::SignInPage;
using base::Error;
using base::Fault;
using model::Service;
using model::ServicePlan;
using Phase = model::LinkState::Phase;

namespace {

const char address[] = "alice@chat.example";

ServicePlan found(Service service, model::Protocol protocol, quint16 port)
{
    model::Endpoint endpoint;
    endpoint.protocol = protocol;
    endpoint.host = QStringLiteral("server.chat.example");
    endpoint.port = port;
    endpoint.source = model::PlanSource::Srv;
    return {service, {endpoint}, {}};
}

model::AccountPlan plan()
{
    return {found(Service::Chat, model::Protocol::Xmpp, 5223), found(Service::IncomingMail, model::Protocol::Imap, 993),
            found(Service::OutgoingMail, model::Protocol::Submission, 465)};
}

struct Page {
    SignInPage page{test::demoClock()};
    QLineEdit *address = page.findChild<QLineEdit *>(QStringLiteral("address"));
    QLineEdit *password = page.findChild<QLineEdit *>(QStringLiteral("password"));
    QPushButton *signIn = page.findChild<QPushButton *>(QStringLiteral("signInButton"));
    QPushButton *goOn = page.findChild<QPushButton *>(QStringLiteral("continueButton"));
    QString error() const
    {
        return page.findChild<QWidget *>(QStringLiteral("signInError"))
            ->findChild<QLabel *>(QStringLiteral("faultSentence"))
            ->text();
    }
    void enter()
    {
        page.show();
        QTest::keyClicks(address, QLatin1String(::address));
        QTest::keyClick(address, Qt::Key_Return);
        QTest::keyClicks(password, QStringLiteral("secret"));
    }
};

}

class tst_signin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesFillInOneByOne()
    {
        Page p;
        QSignalSpy wanted(&p.page, &SignInPage::discoveryWanted);
        p.enter();
        QCOMPARE(wanted.count(), 1);
        const auto asked = test::demoMailbox(address);
        QCOMPARE(p.page.line(Service::Chat).text(), QStringLiteral("Looking for it…"));
        p.page.showService(asked, plan().incoming);
        QCOMPARE(p.page.line(Service::IncomingMail).text(),
                 QStringLiteral("IMAP at server.chat.example, port 993, encrypted from the start (TLS), found in DNS"));
        QCOMPARE(p.page.line(Service::Chat).text(), QStringLiteral("Looking for it…"));
        p.page.showService(test::demoMailbox("other@late.example"), plan().chat);
        QCOMPARE(p.page.line(Service::Chat).text(), QStringLiteral("Looking for it…"));
    }

    void lineThatFailsSaysWhyAndTheOthersStand()
    {
        Page p;
        p.enter();
        QSignalSpy wish(&p.page, &SignInPage::signInRequested);
        auto partly = plan();
        partly.chat = {Service::Chat, {}, Error{Fault::HostNotFound, QStringLiteral("no SRV record")}};
        p.page.showPlan(test::demoMailbox(address), partly);
        const QString text = p.page.line(Service::Chat).text();
        QVERIFY2(text.contains(QStringLiteral("The provider does not say where this service is.")), qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("SRV record"))); // technical part unfolds
        QVERIFY(p.page.line(Service::Chat).findChild<QLineEdit *>(QStringLiteral("host"))->isVisible());
        QVERIFY(!p.page.line(Service::OutgoingMail).findChild<QLineEdit *>(QStringLiteral("host"))->isVisible());
        QTest::mouseClick(p.signIn, Qt::LeftButton);
        QCOMPARE(wish.count(), 1);
        const auto entered = wish.first().at(0).value<SignIn>();
        QVERIFY(entered.plan.chat.endpoints.empty());
        QCOMPARE(entered.plan.incoming.endpoints.size(), std::size_t{1});
        QCOMPARE(entered.password, QStringLiteral("secret"));
    }

    void serverByHandReplacesWhatWasFound()
    {
        Page p;
        p.enter();
        auto partly = plan();
        partly.incoming = {Service::IncomingMail, {}, Error{Fault::HostNotFound, {}}};
        p.page.showPlan(test::demoMailbox(address), partly);
        QSignalSpy wish(&p.page, &SignInPage::signInRequested);
        auto &line = p.page.line(Service::IncomingMail);
        line.findChild<QLineEdit *>(QStringLiteral("host"))->setText(QStringLiteral("mail.chat.example"));
        line.findChild<QComboBox *>(QStringLiteral("protocol"))->setCurrentIndex(1);
        QTest::mouseClick(p.signIn, Qt::LeftButton);
        QCOMPARE(wish.count(), 1);
        const auto endpoint = wish.first().at(0).value<SignIn>().plan.incoming.endpoints.front();
        QCOMPARE(endpoint.protocol, model::Protocol::Pop3);
        QCOMPARE(endpoint.port, quint16{995});
        QCOMPARE(endpoint.source, model::PlanSource::Manual);
        QCOMPARE(endpoint.user, QLatin1String(address));
        QCOMPARE(endpoint.certificateName, QStringLiteral("mail.chat.example"));
    }

    void byHandBeginsWithWhatWasFound()
    {
        Page p;
        p.enter();
        p.page.showPlan(test::demoMailbox(address), plan());
        QSignalSpy wish(&p.page, &SignInPage::signInRequested);
        auto &line = p.page.line(Service::IncomingMail);
        auto *host = line.findChild<QLineEdit *>(QStringLiteral("host"));
        auto *port = line.findChild<QLineEdit *>(QStringLiteral("port"));
        auto *security = line.findChild<QComboBox *>(QStringLiteral("security"));
        QTest::mouseClick(line.findChild<QToolButton *>(QStringLiteral("byHand")), Qt::LeftButton);
        QCOMPARE(host->text(), QStringLiteral("server.chat.example"));
        QCOMPARE(port->text(), QStringLiteral("993"));
        QTest::mouseClick(p.signIn, Qt::LeftButton); // looked at and left as it was: what was found holds
        QCOMPARE(wish.count(), 1);
        QVERIFY(wish.takeFirst().at(0).value<SignIn>().plan == plan());

        // Another address brings its own.
        auto other = plan();
        other.incoming.endpoints.front().host = QStringLiteral("other.chat.example");
        line.setEditable(true); // as after an attempt that failed
        line.reset();
        QVERIFY(host->text().isEmpty());
        line.showFound(other.incoming);
        QCOMPARE(host->text(), QStringLiteral("other.chat.example"));
        // The port that goes with what was found goes with it, too.
        security->setFocus();
        QTest::keyClick(security, Qt::Key_Down);
        QCOMPARE(port->text(), QString());
        QCOMPARE(port->placeholderText(), QStringLiteral("143"));
        // What was typed stays.
        host->setText(QStringLiteral("typed.chat.example"));
        line.reset();
        line.showFound(other.incoming);
        QCOMPARE(host->text(), QStringLiteral("typed.chat.example"));
    }

    void chatCertificateIsForTheAddressesDomain()
    {
        const auto endpoint = accounts::manualEndpoint(model::Protocol::Xmpp, QStringLiteral("Host.Example"), {},
                                                       model::Security::StartTls, test::demoMailbox(address));
        QCOMPARE(endpoint->certificateName, QStringLiteral("chat.example"));
        QCOMPARE(endpoint->host, QStringLiteral("host.example"));
        QCOMPARE(endpoint->port, quint16{5222});
    }

    void wrongPortIsSaidWhereItIs()
    {
        Page p;
        p.enter();
        p.page.showPlan(test::demoMailbox(address), plan());
        auto &line = p.page.line(Service::Chat);
        line.findChild<QToolButton *>(QStringLiteral("byHand"))->setChecked(true);
        line.findChild<QLineEdit *>(QStringLiteral("host"))->setText(QStringLiteral("host.example"));
        line.findChild<QLineEdit *>(QStringLiteral("port"))->setText(QStringLiteral("70000"));
        QSignalSpy wish(&p.page, &SignInPage::signInRequested);
        QTest::mouseClick(p.signIn, Qt::LeftButton);
        QCOMPARE(wish.count(), 0);
        QVERIFY(line.text().contains(QStringLiteral("The port is a number")));
    }

    void signInWaitsForDiscovery()
    {
        Page p;
        p.enter();
        QSignalSpy wish(&p.page, &SignInPage::signInRequested);
        QTest::keyClick(p.password, Qt::Key_Return);
        QTRY_VERIFY(!p.signIn->isEnabled());
        QCOMPARE(wish.count(), 0);
        p.page.showPlan(test::demoMailbox(address), plan());
        QCOMPARE(wish.count(), 1);
    }

    void missingEntriesAreSaid()
    {
        Page p;
        p.page.show();
        QTest::mouseClick(p.signIn, Qt::LeftButton);
        QVERIFY(p.error().contains(QStringLiteral("no complete address")));
        p.address->setText(QLatin1String(address));
        QTest::mouseClick(p.signIn, Qt::LeftButton);
        QVERIFY(p.error().contains(QStringLiteral("password")));
    }

    void refusedPasswordIsSaidOnceAndAskedAgain()
    {
        Page p;
        p.enter();
        p.page.showPlan(test::demoMailbox(address), plan());
        QTest::mouseClick(p.signIn, Qt::LeftButton);
        p.page.showSignedIn();
        const model::LinkState refused{Phase::Failed, Error{Fault::AuthRejected, {}}, {}};
        for (const Service service : {Service::Chat, Service::IncomingMail, Service::OutgoingMail})
            p.page.showLink(service, refused);
        QVERIFY(p.error().contains(QStringLiteral("refused")));
        QCOMPARE(p.signIn->text(), QStringLiteral("Try again"));
        QVERIFY(p.signIn->isVisible() && p.signIn->isEnabled());
        QSignalSpy again(&p.page, &SignInPage::passwordRetried);
        p.password->setText(QStringLiteral("better"));
        QTest::mouseClick(p.signIn, Qt::LeftButton);
        QCOMPARE(again.count(), 1);
        QCOMPARE(again.first().at(0).toString(), QStringLiteral("better"));
    }

    void allConnectedOpensTheWindowByItself()
    {
        Page p;
        p.enter();
        p.page.showPlan(test::demoMailbox(address), plan());
        QTest::mouseClick(p.signIn, Qt::LeftButton);
        p.page.showSignedIn();
        QSignalSpy on(&p.page, &SignInPage::continued);
        const model::LinkState online{Phase::Online, {}, {}};
        p.page.showLink(Service::Chat, online);
        p.page.showLink(Service::IncomingMail, online);
        QCOMPARE(on.count(), 0);
        QVERIFY(p.goOn->isVisible());
        p.page.showLink(Service::OutgoingMail, online);
        QCOMPARE(on.count(), 1);
    }

    void secretsAreSpokenOfPlainly()
    {
        Page p;
        auto *secrets = p.page.findChild<QLabel *>(QStringLiteral("secrets"));
        p.page.setSecretsPersist(false);
        QVERIFY(secrets->text().contains(QStringLiteral("forgotten when Isthmus is closed")));
        p.page.setSecretsPersist(true);
        QVERIFY(secrets->text().contains(QStringLiteral("system keyring")));
    }
};

ISTHMUS_TEST(tst_signin)
#include "tst_signin.moc"
