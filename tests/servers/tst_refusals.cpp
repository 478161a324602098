#include "tests/servers/Wire.h"
#include "tests/support/Foreign.h"
#include "tests/support/Servers.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace isthmus::test;

/// Postfix says no, now or for good, to one recipient or to all; and the mail whose fate the sender never
/// learns.
class tst_refusals : public QObject
{
    Q_OBJECT
    Servers &servers = Servers::shared();

    QJsonObject send(ForeignMail &mail, const QStringList &to, const QString &subject)
    {
        return mail
            .perform(u"send"_s, {{u"to"_s, QJsonArray::fromStringList(to)}, {u"subject"_s, subject}, {u"text"_s, u"x"_s}})
            .value(u"refused"_s)
            .toObject();
    }

    bool startMail(Wire &smtp, const QString &address, const ServerAccount &sender)
    {
        if (!smtp.connectPlain(address, servers.port(u"submissions"_s)) || !smtp.startTls())
            return false;
        smtp.readUntil("\r\n");
        smtp.send("EHLO x\r\n");
        smtp.readUntil("\r\n250 ");
        smtp.readUntil("\r\n");
        return smtp.ask("AUTH PLAIN " + plainSecret(sender.address, sender.password), "\r\n").startsWith("235")
               && smtp.ask("MAIL FROM:<" + sender.address.toUtf8() + '>', "\r\n").startsWith("250");
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(servers.problem().isEmpty(), qPrintable(servers.problem())); }

    void oneRecipientIsRefusedAmongGoodOnes_data()
    {
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("code");
        QTest::newRow("for good") << u"refuse5@elsewhere.test"_s << u"550 5.7.1"_s;
        QTest::newRow("for now") << u"later4@elsewhere.test"_s << u"450 4.2.1"_s;
    }
    void oneRecipientIsRefusedAmongGoodOnes()
    {
        QFETCH(QString, bad);
        QFETCH(QString, code);
        const ServerAccount sender = servers.createAccount(u"sender"_s);
        const ServerAccount receiver = servers.createAccount(u"receiver"_s, u"elsewhere.test"_s);
        ForeignMail mail(servers, sender);
        const QJsonObject refused = send(mail, {receiver.address, bad}, u"to two"_s);
        QCOMPARE(refused.keys(), {bad});
        QVERIFY(refused.value(bad).toString().startsWith(code));
        QVERIFY(!ForeignMail(servers, receiver).waitFor(u"to two"_s).isEmpty());
    }

    void wholeMailIsRefusedAsATestWishes_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QByteArray>("reply");
        for (const char *stage : {"rcpt", "data", "message"}) {
            QTest::addRow("%s, for now", stage) << QString::fromLatin1(stage) << QByteArray("451 4.3.0");
            QTest::addRow("%s, for good", stage) << QString::fromLatin1(stage) << QByteArray("554 5.6.0");
        }
    }
    void wholeMailIsRefusedAsATestWishes()
    {
        QFETCH(QString, stage);
        QFETCH(QByteArray, reply);
        const ServerAccount sender = servers.createAccount(u"sender"_s);
        const int rule =
            servers
                .call(u"refuse-mail"_s,
                      {{u"stage"_s, stage}, {u"reply"_s, QString::fromLatin1(reply + " no")}, {u"sender"_s, sender.address}})
                .value(u"rule"_s)
                .toInt();
        Wire smtp(servers.caFile());
        QVERIFY(startMail(smtp, servers.address(), sender));
        const QByteArray atRcpt = smtp.ask("RCPT TO:<" + sender.address.toUtf8() + '>', "\r\n");
        const QByteArray atData = atRcpt.startsWith("250") ? smtp.ask("DATA", "\r\n") : QByteArray();
        const QByteArray atEnd = atData.startsWith("354") ? smtp.ask("Subject: x\r\n\r\nx\r\n.", "\r\n") : QByteArray();
        const QByteArray last = stage == u"rcpt" ? atRcpt : stage == u"data" ? atData : atEnd;
        QVERIFY2(last.startsWith(reply), last.constData());
        servers.call(u"accept-mail"_s, {{u"rule"_s, rule}});
        ForeignMail mail(servers, sender);
        QVERIFY(send(mail, {sender.address}, u"after all"_s).isEmpty());
    }

    void cutBeforeTheFinalReplyLeavesTheSenderInDoubtThoughTheMailArrives()
    {
        const ServerAccount sender = servers.createAccount(u"sender"_s);
        const int rule =
            servers
                .call(u"refuse-mail"_s, {{u"stage"_s, u"message"_s}, {u"reply"_s, u"hold"_s}, {u"sender"_s, sender.address}})
                .value(u"rule"_s)
                .toInt();
        Route route(servers);
        Wire smtp(servers.caFile());
        QVERIFY(startMail(smtp, route.address(), sender));
        smtp.ask("RCPT TO:<" + sender.address.toUtf8() + '>', "\r\n");
        QVERIFY(smtp.ask("DATA", "\r\n").startsWith("354"));
        smtp.send("Subject: in doubt\r\n\r\nx\r\n.\r\n");
        servers.call(u"held-mail"_s, {{u"rule"_s, rule}});
        route.fault(u"submissions"_s, u"cut"_s);
        QVERIFY(smtp.isCut());
        servers.call(u"accept-mail"_s, {{u"rule"_s, rule}});
        QVERIFY(!ForeignMail(servers, sender).waitFor(u"in doubt"_s).isEmpty());
    }
};

ISTHMUS_TEST(tst_refusals)
#include "tst_refusals.moc"
