#include "tests/mail/LiveAccount.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>

using namespace isthmus;
using namespace Qt::StringLiterals;
using base::Fault;
using model::Service;
using test::ForeignMail;
using test::LiveAccount;
using test::Servers;
using Phase = model::LinkState::Phase;

/// Against a real Dovecot.
class tst_poplive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(Servers::shared().problem().isEmpty(), qPrintable(Servers::shared().problem())); }

    void fetchesOnceAndKeepsTheCopies_data()
    {
        QTest::addColumn<int>("incoming");
        QTest::newRow("direct TLS") << int(LiveAccount::Incoming::Pop3s);
        QTest::newRow("STLS") << int(LiveAccount::Incoming::Pop3StartTls);
    }
    void fetchesOnceAndKeepsTheCopies()
    {
        QFETCH(int, incoming);
        LiveAccount a(Servers::shared(), LiveAccount::Incoming(incoming));
        ForeignMail other(a.servers, a.account);
        QByteArray dots;
        for (int i = 0; i < 3000; ++i)
            dots += QByteArray(1 + i % 4, '.') + (i % 3 ? "x\r\n" : "\r\n");
        const QByteArray raw = LiveAccount::message("dots", dots + QByteArray(200'000, 'y') + "\r\n");
        other.perform(u"append"_s, {{u"raw"_s, QString::fromLatin1(raw.toBase64())}});
        for (int i = 0; i < 6; ++i)
            other.deliver(LiveAccount::message("p" + QByteArray::number(i)));
        a.start();
        QTRY_COMPARE_WITH_TIMEOUT(int(a.all<model::ArrivedMail>().size()), 7, 10'000);
        QVERIFY(a.mailWith("dots")->raw == raw);
        QVERIFY(!a.mailWith("dots")->uidl.isEmpty());
        other.deliver(LiveAccount::message("later"));
        QTRY_VERIFY_WITH_TIMEOUT(a.perform(model::CheckMail{}).ok(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(a.has("later"), 5000);
        QCOMPARE(int(a.all<model::ArrivedMail>().size()), 8);
        a.transport->stop();
        a.transport.reset();
        a.arrivals.clear();
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.isOnline(Service::IncomingMail), 10'000);
        QVERIFY(a.perform(model::CheckMail{}).ok());
        QCOMPARE(int(a.all<model::ArrivedMail>().size()), 0);
        QCOMPARE(other.perform(u"list"_s)[u"mails"_s].toArray().size(), 8);
        QCOMPARE(a.perform(model::AppendMail{u"\\Sent"_s, u"<x@y.test>"_s, raw, {}}).error().fault, Fault::Unsupported);
        QCOMPARE(a.perform(model::MoveMail{u"INBOX"_s, 1, {1}, u"\\Trash"_s}).error().fault, Fault::Unsupported);
    }
    void historyIsPutOffAndGoesOn()
    {
        LiveAccount a(Servers::shared(), LiveAccount::Incoming::Pop3s);
        ForeignMail other(a.servers, a.account);
        for (int i = 1; i <= 300; ++i)
            other.perform(u"append"_s,
                          {{u"raw"_s, QString::fromLatin1(LiveAccount::message("n" + QByteArray::number(i)).toBase64())}});
        a.historyPaused = true;
        a.start();
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::ArrivedMail>().size(), size_t(200), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(a.backlog.waiting, quint64(100), 10'000);
        QVERIFY(a.has("n300") && a.has("n101"));
        other.deliver(LiveAccount::message("while paused"));
        QTRY_VERIFY_WITH_TIMEOUT(a.perform(model::CheckMail{}).ok(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(a.has("while paused"), 5'000);
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(201));
        a.transport->setHistoryPaused(false); // does not wait for the next look
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::ArrivedMail>().size(), size_t(301), 20'000);
        QTRY_VERIFY(!a.backlog.isOpen);
    }
    void wrongPasswordIsTriedOnce()
    {
        LiveAccount a(Servers::shared(), LiveAccount::Incoming::Pop3s);
        a.start(u"wrong"_s);
        QTRY_COMPARE_WITH_TIMEOUT(a.phase(Service::IncomingMail), Phase::Failed, 15'000);
        QCOMPARE(a.transport->state(Service::IncomingMail).error->fault, Fault::AuthRejected);
    }
};

ISTHMUS_TEST(tst_poplive)
#include "tst_poplive.moc"
