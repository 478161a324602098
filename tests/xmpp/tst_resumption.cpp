#include "tests/support/TestMain.h"
#include "tests/xmpp/Dialogue.h"

using namespace isthmus;
using base::Fault;
using test::Dialogue;
using Tickets = std::vector<quint64>;

namespace {

const QByteArray features = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><sm xmlns='urn:xmpp:sm:3'/>";

QByteArray resumed(int handled)
{
    return "<resumed xmlns='urn:xmpp:sm:3' previd='resume-me' h='" + QByteArray::number(handled) + "'/>";
}

}

/// Stream management on the wire (XEP-0198): every trap of gloox's own, and lies about numbers.
class tst_resumption : public QObject
{
    Q_OBJECT
private:
    /// The connection is cut, and a new one asks for resumption.
    static void cut(Dialogue &dialogue)
    {
        dialogue.client->lose({Fault::ConnectionLost, QStringLiteral("cut")});
        dialogue.open();
        dialogue.logIn(features);
    }

private Q_SLOTS:
    void sentIsFinishedByTheServersWord()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.send("m1", 1);
        dialogue.send("m2", 2);
        dialogue.client->requestAcknowledgement();
        QVERIFY(dialogue.take().endsWith("<r xmlns='urn:xmpp:sm:3'/>"));
        QVERIFY(dialogue.acknowledged.empty());
        dialogue.says("<a xmlns='urn:xmpp:sm:3' h='1'/>");
        QCOMPARE(dialogue.acknowledged, Tickets{1});
        QVERIFY(dialogue.take().endsWith("<r xmlns='urn:xmpp:sm:3'/>")); // one is still open
        dialogue.says("<a xmlns='urn:xmpp:sm:3' h='2'/>");
        QCOMPARE(dialogue.acknowledged, (Tickets{1, 2}));
        QVERIFY(dialogue.take().isEmpty());
    }
    void anAnswerThatWasUnderWayProvesNothing()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.client->requestAcknowledgement();
        QVERIFY(dialogue.take().endsWith("<r xmlns='urn:xmpp:sm:3'/>"));
        dialogue.client->requestFreshAcknowledgement(); // the network changed: the server may have answered before
        QVERIFY(dialogue.take().isEmpty());
        dialogue.says("<a xmlns='urn:xmpp:sm:3' h='0'/>");
        QVERIFY(dialogue.take().endsWith("<r xmlns='urn:xmpp:sm:3'/>"));
        QVERIFY(dialogue.client->isAcknowledgementOpen());
        dialogue.says("<a xmlns='urn:xmpp:sm:3' h='0'/>");
        QVERIFY(dialogue.take().isEmpty());
        QVERIFY(!dialogue.client->isAcknowledgementOpen());
        // Nothing is open: the question itself is fresh.
        dialogue.client->requestFreshAcknowledgement();
        QVERIFY(dialogue.take().endsWith("<r xmlns='urn:xmpp:sm:3'/>"));
        dialogue.says("<a xmlns='urn:xmpp:sm:3' h='0'/>");
        QVERIFY(dialogue.take().isEmpty());
    }
    void withoutStreamManagementAPingFinishes()
    {
        Dialogue dialogue;
        dialogue.signInPlainly();
        dialogue.send("m1", 1);
        dialogue.client->requestAcknowledgement();
        const QByteArray id = dialogue.lastId();
        dialogue.send("m2", 2);
        dialogue.says("<iq type='error' id='" + id + "'><error type='cancel'/></iq>");
        QCOMPARE(dialogue.acknowledged, Tickets{1});
        dialogue.says("<iq type='result' id='" + dialogue.lastId() + "'/>");
        QCOMPARE(dialogue.acknowledged, (Tickets{1, 2}));
    }
    void resumesAgainAndAgain()
    {
        Dialogue dialogue;
        dialogue.signIn();
        const QString bound = dialogue.client->boundJid().toString();
        QVERIFY(!bound.isEmpty());
        for (int round = 1; round <= 4; ++round) {
            const QByteArray id = "m" + QByteArray::number(round);
            dialogue.send(id.constData(), static_cast<quint64>(round));
            cut(dialogue);
            QVERIFY(dialogue.take().contains("<resume xmlns='urn:xmpp:sm:3' previd='resume-me' h='0'/>"));
            dialogue.says(resumed(round - 1));
            QCOMPARE(dialogue.signedIn, QList<bool>{true});
            // Still who we were: copies from other devices and the list's pushes are known as ours by it.
            QCOMPARE(dialogue.client->boundJid().toString(), bound);
            const QByteArray written = dialogue.take();
            QCOMPARE(written.count("<message"), 1);
            QVERIFY(written.contains("id='" + id + "'"));
            dialogue.says("<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(round) + "'/>");
            QCOMPARE(dialogue.acknowledged.size(), static_cast<std::size_t>(round));
        }
        QVERIFY(dialogue.uncertain.empty());
    }
    void whatHadArrivedIsNotSentAgain()
    {
        Dialogue dialogue;
        dialogue.signIn();
        for (quint64 i = 1; i <= 3; ++i)
            dialogue.send(QByteArray("m" + QByteArray::number(i)).constData(), i);
        cut(dialogue);
        dialogue.take();
        dialogue.says(resumed(2));
        QCOMPARE(dialogue.acknowledged, (Tickets{1, 2}));
        const QByteArray written = dialogue.take();
        QCOMPARE(written.count("<message"), 1);
        QVERIFY(written.contains("id='m3'"));
    }
    void refusedResumptionStartsANewSession_data()
    {
        QTest::addColumn<QByteArray>("failed");
        QTest::addColumn<Tickets>("acknowledged");
        QTest::addColumn<Tickets>("uncertain");
        QTest::newRow("without a number") << QByteArray(
            "<failed xmlns='urn:xmpp:sm:3'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>")
                                          << Tickets{} << Tickets{1, 2};
        QTest::newRow("with a number") << QByteArray("<failed xmlns='urn:xmpp:sm:3' h='1'/>") << Tickets{1} << Tickets{2};
        QTest::newRow("with a number too high")
            << QByteArray("<failed xmlns='urn:xmpp:sm:3' h='9'/>") << Tickets{} << Tickets{1, 2};
    }
    void refusedResumptionStartsANewSession()
    {
        QFETCH(const QByteArray, failed);
        QFETCH(const Tickets, acknowledged);
        QFETCH(const Tickets, uncertain);
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.send("m1", 1);
        dialogue.send("m2", 2);
        cut(dialogue);
        dialogue.says(failed);
        QCOMPARE(dialogue.acknowledged, acknowledged);
        QCOMPARE(dialogue.uncertain, uncertain);
        dialogue.bind();
        dialogue.says("<enabled xmlns='urn:xmpp:sm:3' id='other' resume='1'/>");
        QCOMPARE(dialogue.signedIn, QList<bool>{false});
        QVERIFY(!dialogue.written.contains("<message"));
        QCOMPARE(dialogue.streams.resumeId(), QStringLiteral("other"));
    }
    void nothingIsSentBeforeTheAnswerToResumption()
    {
        Dialogue dialogue;
        dialogue.signIn();
        cut(dialogue);
        QVERIFY(!dialogue.client->isOnline());
        dialogue.client->requestAcknowledgement();
        QVERIFY(!dialogue.take().contains("<r xmlns"));
    }
    void wrongSessionIsNotResumed()
    {
        Dialogue dialogue;
        dialogue.signIn();
        cut(dialogue);
        dialogue.says("<resumed xmlns='urn:xmpp:sm:3' previd='another' h='0'/>");
        QCOMPARE(dialogue.ended->fault, Fault::ProtocolBroken);
    }
    void moreAcknowledgedThanSentIsBroken()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.send("m1", 1);
        dialogue.says("<a xmlns='urn:xmpp:sm:3' h='2'/>");
        QCOMPARE(dialogue.ended->fault, Fault::ProtocolBroken);
        QVERIFY(dialogue.acknowledged.empty());
    }
    void oldAcknowledgementIsHarmless()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.send("m1", 1);
        dialogue.send("m2", 2);
        dialogue.says("<a xmlns='urn:xmpp:sm:3' h='2'/><a xmlns='urn:xmpp:sm:3' h='1'/>");
        QVERIFY(!dialogue.ended);
        QCOMPARE(dialogue.acknowledged, (Tickets{1, 2}));
    }
    void onlyWhatIsStoredIsAcknowledged()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.nextBatch = 7;
        dialogue.says("<message from='you@b.example'><body>a</body></message>");
        dialogue.nextBatch = 8;
        dialogue.says("<message from='you@b.example'><body>b</body></message><presence from='you@b.example/x'/>");
        dialogue.says("<r xmlns='urn:xmpp:sm:3'/>");
        QCOMPARE(dialogue.take(), QByteArray("<a xmlns='urn:xmpp:sm:3' h='0'/>"));
        dialogue.streams.stored(8);
        dialogue.client->acknowledgeProgress();
        QCOMPARE(dialogue.take(), QByteArray()); // the first one is missing
        dialogue.streams.stored(7);
        dialogue.client->acknowledgeProgress();
        QCOMPARE(dialogue.take(), QByteArray("<a xmlns='urn:xmpp:sm:3' h='3'/>"));
    }
    void whatWasNotStoredIsAskedForAgain()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.nextBatch = 7;
        dialogue.says("<message from='you@b.example'><body>a</body></message>");
        dialogue.client->lose({Fault::ConnectionLost, QStringLiteral("cut")});
        dialogue.streams.stored(7); // too late: the server will send it again, and count it
        dialogue.open();
        dialogue.logIn(features);
        QVERIFY(dialogue.written.contains("h='0'"));
        dialogue.says(resumed(0));
        dialogue.says("<message from='you@b.example'><body>a</body></message>");
        dialogue.streams.stored(7);
        QCOMPARE(dialogue.streams.handled(), 1u);
    }
    void stanzasBeforeEnabledAreNotCounted()
    {
        Dialogue dialogue;
        dialogue.logIn(features);
        dialogue.bind();
        dialogue.says("<message from='you@b.example'><body>a</body></message>");
        dialogue.says("<enabled xmlns='urn:xmpp:sm:3'/>");
        QCOMPARE(dialogue.streams.handled(), 0u);
        QVERIFY(!dialogue.streams.canResume());
        QCOMPARE(dialogue.signedIn, QList<bool>{false});
    }
    void answersOfTheLibraryAreCountedToo()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says("<iq type='get' id='p' from='a.example'><ping xmlns='urn:xmpp:ping'/></iq>");
        QCOMPARE(dialogue.streams.sentCount(), 1u);
    }
    void cutInsideAStanzaDoesNotHurtTheNextConnection_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("tag") << QByteArray("<mess");
        QTest::newRow("attribute") << QByteArray("<message id='a");
        QTest::newRow("entity") << QByteArray("<message><body>&am");
        QTest::newRow("CDATA") << QByteArray("<message><body><![CDATA[ x");
        QTest::newRow("character") << QByteArray("<message><body>\xf0\x9f");
    }
    void cutInsideAStanzaDoesNotHurtTheNextConnection()
    {
        QFETCH(const QByteArray, piece);
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says(piece);
        cut(dialogue);
        dialogue.says(resumed(0));
        QCOMPARE(dialogue.signedIn, QList<bool>{true});
    }
};

ISTHMUS_TEST(tst_resumption)
#include "tst_resumption.moc"
