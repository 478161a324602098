#include "tests/support/TestMain.h"
#include "tests/xmpp/Dialogue.h"

using namespace isthmus;
using base::Fault;
using test::Dialogue;
using xmpp::IqTable;

namespace {

const QByteArray sasl = "urn:ietf:params:xml:ns:xmpp-sasl";

QByteArray mechanisms(const QByteArrayList &names)
{
    QByteArray xml = "<stream:features><mechanisms xmlns='" + sasl + "'>";
    for (const QByteArray &name : names)
        xml += "<mechanism>" + name + "</mechanism>";
    return xml + "</mechanisms></stream:features>";
}

}

/// The guards of one stream, each named after the attack that it stops.
class tst_glooxclient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Before log-in.
    void nothingIsTakenBeforeLogin_data()
    {
        QTest::addColumn<QByteArray>("stanza");
        QTest::newRow("message") << QByteArray("<message from='evil@e.example'><body>x</body></message>");
        QTest::newRow("presence") << QByteArray("<presence from='evil@e.example'/>");
        QTest::newRow("roster push") << QByteArray("<iq type='set' id='1'><query xmlns='jabber:iq:roster'/></iq>");
        QTest::newRow("resumed") << QByteArray("<resumed xmlns='urn:xmpp:sm:3' previd='x' h='0'/>");
        QTest::newRow("success") << QByteArray("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QTest::newRow("STARTTLS again") << QByteArray("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
    }
    void nothingIsTakenBeforeLogin()
    {
        QFETCH(const QByteArray, stanza);
        Dialogue dialogue;
        dialogue.says(Dialogue::header + stanza);
        QVERIFY(dialogue.ended);
        QCOMPARE(dialogue.ended->fault, Fault::ProtocolBroken);
        QVERIFY(dialogue.messages.isEmpty() && dialogue.presences.isEmpty() && dialogue.pushes.isEmpty());
        QVERIFY(dialogue.signedIn.isEmpty());
    }
    void nothingIsTakenDuringLogin()
    {
        Dialogue dialogue;
        dialogue.says(Dialogue::header + mechanisms({"PLAIN"}) + "<message><body>x</body></message>");
        QCOMPARE(dialogue.ended->fault, Fault::ProtocolBroken);
        QVERIFY(dialogue.messages.isEmpty());
    }
    void bestMechanismIsTaken_data()
    {
        QTest::addColumn<QByteArrayList>("offered");
        QTest::addColumn<QByteArray>("taken");
        QTest::newRow("all") << QByteArrayList{"PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-1-PLUS"}
                             << QByteArray("SCRAM-SHA-256");
        QTest::newRow("SHA-1") << QByteArrayList{"DIGEST-MD5", "SCRAM-SHA-1", "PLAIN"} << QByteArray("SCRAM-SHA-1");
        QTest::newRow("only PLAIN") << QByteArrayList{"PLAIN"} << QByteArray("PLAIN");
    }
    void bestMechanismIsTaken()
    {
        QFETCH(const QByteArrayList, offered);
        QFETCH(const QByteArray, taken);
        Dialogue dialogue;
        dialogue.says(Dialogue::header + mechanisms(offered));
        QVERIFY(dialogue.written.contains("mechanism='" + taken + "'"));
        QCOMPARE(dialogue.written.contains(QByteArray("\0me\0secret", 10).toBase64()), taken == "PLAIN");
    }
    void unknownMechanismsAreRefused()
    {
        Dialogue dialogue;
        dialogue.says(Dialogue::header + mechanisms({"DIGEST-MD5", "ANONYMOUS", "EXTERNAL"}));
        QCOMPARE(dialogue.ended->fault, Fault::AuthUnsupported);
        QVERIFY(!dialogue.written.contains("<auth"));
    }
    void successWithoutTheServersProofIsRefused()
    {
        Dialogue dialogue;
        dialogue.says(Dialogue::header + mechanisms({"SCRAM-SHA-256"}));
        dialogue.says("<success xmlns='" + sasl + "'/>");
        QCOMPARE(dialogue.ended->fault, Fault::ProtocolBroken);
    }
    void failures_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<int>("fault");
        QTest::newRow("wrong password") << QByteArray("not-authorized") << int(Fault::AuthRejected);
        QTest::newRow("disabled") << QByteArray("account-disabled") << int(Fault::AuthRejected);
        QTest::newRow("later") << QByteArray("temporary-auth-failure") << int(Fault::TryLater);
        QTest::newRow("weak") << QByteArray("mechanism-too-weak") << int(Fault::AuthUnsupported);
    }
    void failures()
    {
        QFETCH(const QByteArray, condition);
        QFETCH(const int, fault);
        Dialogue dialogue;
        dialogue.says(Dialogue::header + mechanisms({"PLAIN"}));
        dialogue.says("<failure xmlns='" + sasl + "'><" + condition + "/></failure>");
        QCOMPARE(int(dialogue.ended->fault), fault);
    }
    void dialogueSurvivesEveryCut()
    {
        Dialogue dialogue;
        const auto slowly = [&](const QByteArray &bytes) {
            for (const char c : bytes)
                dialogue.says(QByteArray(1, c));
        };
        slowly(Dialogue::header + mechanisms({"PLAIN"}));
        slowly("<success xmlns='" + sasl + "'/>");
        slowly(Dialogue::header
               + QByteArray("<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
                            "</stream:features>"));
        slowly("<iq type='result' id='" + dialogue.lastId()
               + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>me@a.example/r</jid></bind></iq>");
        slowly("<message from='you@b.example'><body>hi</body></message>");
        QCOMPARE(dialogue.signedIn, QList<bool>{false});
        QCOMPARE(dialogue.messages.size(), 1);
    }

    // Once signed in.
    void forgedRosterPushIsDropped_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<bool>("genuine");
        QTest::newRow("no from") << QByteArray() << true;
        QTest::newRow("own bare") << QByteArray("me@a.example") << true;
        QTest::newRow("stranger") << QByteArray("evil@e.example/x") << false;
        QTest::newRow("contact") << QByteArray("you@b.example") << false;
        QTest::newRow("server") << QByteArray("a.example") << false;
        QTest::newRow("look-alike") << QByteArray("me@a.example.evil") << false;
        QTest::newRow("not an address") << QByteArray("@@") << false;
    }
    void forgedRosterPushIsDropped()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const bool, genuine);
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says("<iq type='set' id='p'" + (from.isEmpty() ? QByteArray() : " from='" + from + "'")
                      + "><query xmlns='jabber:iq:roster'><item jid='x@y.example' subscription='both'/></query></iq>");
        QCOMPARE(dialogue.pushes.size(), genuine ? 1 : 0);
        QVERIFY(dialogue.take().contains(genuine ? "type='result'" : "type='error'"));
        QVERIFY(!dialogue.ended);
    }
    void forgedIqAnswerIsDropped_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<bool>("genuine");
        const QString contact = QStringLiteral("you@b.example");
        QTest::newRow("from the contact") << contact << QByteArray("you@b.example") << true;
        QTest::newRow("from another") << contact << QByteArray("evil@e.example") << false;
        QTest::newRow("from the contact's resource") << contact << QByteArray("you@b.example/x") << false;
        QTest::newRow("from nobody") << contact << QByteArray() << false;
        QTest::newRow("own account, no from") << QString() << QByteArray() << true;
        QTest::newRow("own account, own bare") << QString() << QByteArray("me@a.example") << true;
        QTest::newRow("own account, stranger") << QString() << QByteArray("evil@e.example") << false;
        QTest::newRow("server") << QStringLiteral("a.example") << QByteArray("a.example") << true;
        QTest::newRow("server, no from") << QStringLiteral("a.example") << QByteArray() << true;
        QTest::newRow("server, stranger") << QStringLiteral("a.example") << QByteArray("evil@e.example") << false;
    }
    void forgedIqAnswerIsDropped()
    {
        QFETCH(const QString, to);
        QFETCH(const QByteArray, from);
        QFETCH(const bool, genuine);
        Dialogue dialogue;
        dialogue.signIn();
        int answers = 0;
        const model::Jid jid = model::Jid::parse(to).valueOr(model::Jid());
        dialogue.client->request(*xmpp::iq("get", QStringLiteral("q1"), jid), jid,
                                 [&](const IqTable::Answer &) { ++answers; });
        dialogue.says("<iq type='result' id='q1'" + (from.isEmpty() ? QByteArray() : " from='" + from + "'") + "/>");
        QCOMPARE(answers, genuine ? 1 : 0);
        dialogue.says("<iq type='result' id='q1'" + (from.isEmpty() ? QByteArray() : " from='" + from + "'") + "/>");
        QCOMPARE(answers, genuine ? 1 : 0);
    }
    void requestWithoutAnswerTimesOut()
    {
        Dialogue dialogue;
        dialogue.signIn();
        std::optional<Fault> fault;
        dialogue.client->request(
            *xmpp::iq("get", QStringLiteral("q1")), {}, [&](const IqTable::Answer &answer) { fault = answer.error().fault; },
            std::chrono::seconds(10));
        dialogue.now += std::chrono::seconds(9);
        dialogue.client->expireRequests();
        QVERIFY(!fault);
        dialogue.now += std::chrono::seconds(2);
        dialogue.client->expireRequests();
        QCOMPARE(fault, std::optional(Fault::Timeout));
    }
    void openRequestsEndWithTheStream()
    {
        Dialogue dialogue;
        dialogue.signIn();
        std::optional<Fault> fault;
        dialogue.client->request(*xmpp::iq("get", QStringLiteral("q1")), {},
                                 [&](const IqTable::Answer &answer) { fault = answer.error().fault; });
        dialogue.says("</stream:stream>");
        QCOMPARE(fault, std::optional(Fault::ConnectionLost));
        QCOMPARE(dialogue.ended->fault, Fault::ConnectionLost);
    }
    void requestIdsCannotBeGuessed()
    {
        // The session gives random ids; here they are the test's, and gloox adds none of its own to our requests.
        Dialogue dialogue;
        dialogue.logIn("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>");
        QVERIFY(dialogue.lastId().startsWith("id"));
    }
    void malformedStanzaEndsTheStream()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says("<message><body>\xff</body></message>");
        QCOMPARE(dialogue.ended->fault, Fault::ProtocolBroken);
        QVERIFY(dialogue.messages.isEmpty());
    }
    void deepStanzaOfAStrangerIsDroppedAndCounted()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says("<iq type='get' id='d' from='evil@e.example/x'>" + QByteArray("<a>").repeated(30'000)
                      + QByteArray("</a>").repeated(30'000) + "</iq><message from='you@b.example'><body>x</body></message>");
        QVERIFY(!dialogue.ended);
        QCOMPARE(dialogue.messages.size(), 1);
        QCOMPARE(dialogue.streams.handled(), 2u); // or it would come again with every resumption
    }
    void hugeStanzaEndsTheStream()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says("<message><body>" + QByteArray(2'000'000, 'x'));
        QCOMPARE(dialogue.ended->fault, Fault::TooLarge);
        QVERIFY(dialogue.messages.isEmpty());
    }
    void streamErrorIsSaid()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says("<stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
        QCOMPARE(dialogue.ended->fault, Fault::TryLater);
        QVERIFY(dialogue.ended->detail.contains(QStringLiteral("system-shutdown")));
    }
    void discoveryIsAnsweredWithOurFeatures()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says("<iq type='get' id='d1' from='you@b.example/x'><query "
                      "xmlns='http://jabber.org/protocol/disco#info'/></iq>");
        const QByteArray answer = dialogue.take();
        QVERIFY(answer.contains("to='you@b.example/x'"));
        for (const char *feature : {"urn:xmpp:receipts", "urn:xmpp:chat-markers:0", "urn:isthmus:email:1"})
            QVERIFY2(answer.contains(feature), answer.constData());
        QVERIFY(answer.contains("category='client'") && !answer.contains("bot"));
    }
    void addressThatTheLibraryOverrunsIsKeptFromIt_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::newRow("resource of 1023 octets") << "you@b.example/" + QByteArray(1023, 'r');
        QTest::newRow("name of 1023 octets") << QByteArray(1023, 'n') + "@b.example/x";
        QTest::newRow("no address") << QByteArray("you@b@c/x");
        QTest::newRow("resource of 1024 octets") << "you@b.example/" + QByteArray(1024, 'r');
    }
    void addressThatTheLibraryOverrunsIsKeptFromIt()
    {
        QFETCH(const QByteArray, from);
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says("<iq type='get' id='l1' from='" + from + "'><ping xmlns='urn:xmpp:ping'/></iq>");
        const QByteArray answer = dialogue.take();
        QVERIFY2(answer.contains("id='l1'") && answer.contains("not-acceptable"), answer.constData());
        QVERIFY(!dialogue.ended);
    }
    void pingIsAnswered()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says("<iq type='get' id='p1' from='a.example'><ping xmlns='urn:xmpp:ping'/></iq>");
        const QByteArray answer = dialogue.take();
        QVERIFY2(answer.contains("id='p1'") && answer.contains("type='result'"), answer.constData());
    }
    void unknownRequestIsAnsweredWithAnError()
    {
        Dialogue dialogue;
        dialogue.signIn();
        dialogue.says("<iq type='get' id='u1' from='you@b.example/x'><query xmlns='urn:unknown'/></iq>");
        const QByteArray answer = dialogue.take();
        QVERIFY2(answer.contains("id='u1'") && answer.contains("type='error'"), answer.constData());
    }
};

ISTHMUS_TEST(tst_glooxclient)
#include "tst_glooxclient.moc"
