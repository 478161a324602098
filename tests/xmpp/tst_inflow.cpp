#include "tests/support/TestMain.h"
#include "tests/xmpp/InflowScene.h"

using namespace isthmus;
using namespace isthmus::test;

namespace {

const QByteArray list = "<query xmlns='jabber:iq:roster'><item jid='you@b.example' name='You' subscription='both'/>"
                        "<item jid='quiet@b.example' subscription='to'/><item jid='blind@b.example' subscription='from'/>"
                        "</query>";

}

class tst_inflow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesOfOneTurnAreOneBatch()
    {
        Collected c;
        const quint64 first = c.message("<message from='you@b.example/x' id='1'><body>a</body></message>");
        const quint64 second = c.message("<message from='you@b.example/x' id='2'><body>b</body></message>");
        QVERIFY(first != 0);
        QCOMPARE(first, second);
        QCOMPARE(c.flushes, 1);
        c.inflow->flush();
        QCOMPARE(c.batches.size(), 1u);
        QCOMPARE(c.batches.front().first, first);
        QCOMPARE(c.batches.front().second.account, model::AccountId{5});
        QCOMPARE(c.bodies(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(c.message("<message from='you@b.example/x' id='3'><body>c</body></message>") > first);
    }
    void onlyWhatIsLiveMayBeAnswered()
    {
        Collected c;
        (void)c.message("<message from='you@b.example/x'><body>live</body></message>");
        (void)c.message("<message from='you@b.example/x'><body>late</body><delay xmlns='urn:xmpp:delay' "
                        "stamp='2026-01-02T03:04:05Z'/></message>");
        (void)c.message("<message><received xmlns='urn:xmpp:carbons:2'>"
                        + forwarded("from='you@b.example/x' to='me@a.example/other'", "carbon") + "</received></message>");
        c.inflow->flush();
        QList<bool> live;
        for (const model::Arrival &arrival : c.batches.front().second.arrivals)
            live.append(std::get<ArrivedStanza>(arrival).live);
        QCOMPARE(live, (QList<bool>{true, false, false}));
    }
    void whatOtherDevicesReadComesFromTheOwnAccountOnly()
    {
        const auto news = [](const QByteArray &from, const QByteArray &by, const QByteArray &chat = "you@b.example") {
            return "<message" + from
                   + " type='headline'><event xmlns='http://jabber.org/protocol/pubsub#event'>"
                     "<items node='urn:xmpp:mds:displayed:0'><item id='"
                   + chat
                   + "'><displayed xmlns='urn:xmpp:mds:displayed:0'>"
                     "<stanza-id xmlns='urn:xmpp:sid:0' by='"
                   + by + "' id='a7'/></displayed></item></items></event></message>";
        };
        Collected c;
        for (const char *from : {" from='you@b.example'", " from='you@b.example/x'", " from='me@a.example/other'",
                                 " from='a.example'", " from='@'"})
            QCOMPARE(c.message(news(from, "me@a.example")), 0u);
        // Of another's archive, or about no chat.
        QCOMPARE(c.message(news(" from='me@a.example'", "you@b.example")), 0u);
        QCOMPARE(c.message(news(" from='me@a.example'", "me@a.example", "you@b.example/x")), 0u);
        QCOMPARE(c.message("<message from='you@b.example/x'>" + QByteArray("<received xmlns='urn:xmpp:carbons:2'>")
                           + forwarded("from='me@a.example'", "x") + "</received></message>"),
                 0u);
        QVERIFY(c.message(news(" from='me@a.example'", "me@a.example")) != 0);
        QVERIFY(c.message(news("", "me@a.example", "third@b.example")) != 0);
        c.inflow->flush();
        QCOMPARE(c.batches.size(), 1u);
        QList<QString> chats;
        for (const model::Arrival &arrival : c.batches.front().second.arrivals) {
            const auto word = std::get<model::DisplayedElsewhere>(arrival);
            QCOMPARE(word.archiveId, QStringLiteral("a7"));
            chats.append(word.chat.toString());
        }
        QCOMPARE(chats, (QList<QString>{QStringLiteral("you@b.example"), QStringLiteral("third@b.example")}));
    }
    void contactRequestsAreHandedOverCutToALine()
    {
        Collected c;
        const auto ask = [&c](const QByteArray &xml) { c.inflow->onContactRequest(*tag(xml)); };
        ask("<presence type='subscribe' from='you@b.example/x'><nick xmlns='http://jabber.org/protocol/nick'> You\n and I </nick>"
            "<status>"
            + QByteArray(5000, 'x') + "</status></presence>");
        ask("<presence type='unsubscribe' from='you@b.example'/>");
        ask("<presence type='subscribe' from='me@a.example/other'/>");
        ask("<presence type='subscribe'/>");
        c.inflow->flush();
        QCOMPARE(c.batches.size(), 1u);
        const auto &arrivals = c.batches.front().second.arrivals;
        QCOMPARE(arrivals.size(), 2u);
        const auto asked = std::get<model::ContactAsked>(arrivals.front());
        QCOMPARE(asked.jid.toString(), QStringLiteral("you@b.example"));
        QCOMPARE(asked.nick, QStringLiteral("You and I"));
        QCOMPARE(asked.words.size(), 200);
        QVERIFY(!asked.withdrawn && std::get<model::ContactAsked>(arrivals.back()).withdrawn);
    }
    void typingIsNotStored()
    {
        Collected c;
        QCOMPARE(c.message("<message from='you@b.example/x' type='chat'><composing "
                           "xmlns='http://jabber.org/protocol/chatstates'/></message>"),
                 0u);
        QCOMPARE(
            c.message("<message from='you@b.example'><event xmlns='http://jabber.org/protocol/pubsub#event'/></message>"),
            0u);
        QVERIFY(c.message("<message from='you@b.example/x'><received xmlns='urn:xmpp:receipts' id='1'/></message>") != 0);
        QVERIFY(c.message("<message from='you@b.example/x'><displayed xmlns='urn:xmpp:chat-markers:0' id='1'/></message>")
                != 0);
    }
    void forgedCarbonIsDropped_data()
    {
        QTest::addColumn<QByteArray>("outer");
        QTest::addColumn<QByteArray>("wrapper");
        QTest::addColumn<QByteArray>("inner");
        QTest::addColumn<bool>("genuine");
        const QByteArray mine = " from='me@a.example'";
        const QByteArray sent = "from='me@a.example/other' to='you@b.example'";
        const QByteArray received = "from='you@b.example/x' to='me@a.example/other'";
        QTest::newRow("sent") << mine << QByteArray("sent") << sent << true;
        QTest::newRow("received") << mine << QByteArray("received") << received << true;
        QTest::newRow("from a stranger") << QByteArray(" from='evil@e.example'") << QByteArray("sent") << sent << false;
        QTest::newRow("from a contact") << QByteArray(" from='you@b.example'") << QByteArray("received") << received
                                        << false;
        QTest::newRow("from our server") << QByteArray(" from='a.example'") << QByteArray("sent") << sent << false;
        QTest::newRow("from our other device")
            << QByteArray(" from='me@a.example/other'") << QByteArray("sent") << sent << false;
        QTest::newRow("sent by somebody else") << mine << QByteArray("sent") << received << false;
        QTest::newRow("received by somebody else")
            << mine << QByteArray("received") << QByteArray("from='you@b.example/x' to='third@c.example'") << false;
    }
    void forgedCarbonIsDropped()
    {
        QFETCH(const QByteArray, outer);
        QFETCH(const QByteArray, wrapper);
        QFETCH(const QByteArray, inner);
        QFETCH(const bool, genuine);
        Collected c;
        const quint64 batch = c.message("<message" + outer + "><" + wrapper + " xmlns='urn:xmpp:carbons:2'>"
                                        + forwarded(inner, "hello") + "</" + wrapper + "></message>");
        QCOMPARE(batch != 0, genuine);
    }

    void rosterComesAsAWholeThenByPushes()
    {
        Collected c;
        c.inflow->onRoster(*tag(list));
        c.inflow->onRosterPush(
            *tag("<query xmlns='jabber:iq:roster'><item jid='you@b.example' subscription='remove'/></query>"));
        c.inflow->onRosterPush(
            *tag("<query xmlns='jabber:iq:roster'><item jid='a@b.example'/><item jid='c@d.example'/></query>"));
        c.inflow->flush();
        const auto &arrivals = c.batches.front().second.arrivals;
        QCOMPARE(arrivals.size(), 2u);
        QCOMPARE(std::get<model::RosterReset>(arrivals.at(0)).entries.size(), 3u);
        QVERIFY(std::get<model::RosterEntry>(arrivals.at(1)).removed);
    }
    void presenceOfTheBestResourceCounts()
    {
        Collected c;
        c.inflow->onRoster(*tag(list));
        c.presence("<presence from='you@b.example/phone'><show>away</show><priority>5</priority></presence>");
        c.presence("<presence from='you@b.example/desk'><priority>1</priority></presence>");
        c.presence("<presence from='you@b.example/bot'><priority>-1</priority></presence>");
        QCOMPARE(c.presences.last().second, Availability::Away);
        c.presence("<presence from='you@b.example/phone' type='unavailable'/>");
        QCOMPARE(c.presences.last().second, Availability::Online);
        c.presence("<presence from='you@b.example/desk' type='unavailable'/>");
        QCOMPARE(c.presences.last().second, Availability::Offline); // only the negative one is left
    }
    void whoSaysNothingIsOfflineInTheEnd()
    {
        Collected c;
        c.inflow->onRoster(*tag(list));
        c.presence("<presence from='you@b.example/x'/>");
        c.inflow->settlePresence();
        QCOMPARE(c.presences,
                 (QList<std::pair<QString, Availability>>{{QStringLiteral("you@b.example"), Availability::Online},
                                                          {QStringLiteral("quiet@b.example"), Availability::Offline}}));
    }
    void presenceOfStrangersIsNotShown()
    {
        Collected c;
        c.inflow->onRoster(*tag(list));
        c.presence("<presence from='evil@e.example/x'/>");
        c.presence("<presence from='blind@b.example/x'/>");
        c.presence("<presence from='me@a.example/other'/>");
        QVERIFY(c.presences.isEmpty());
    }
    void lostConnectionMakesEverybodyUnknown()
    {
        Collected c;
        c.inflow->onRoster(*tag(list));
        c.presence("<presence from='you@b.example/x'/>");
        c.inflow->onLost();
        QCOMPARE(c.presences.last(),
                 (std::pair<QString, Availability>{QStringLiteral("you@b.example"), Availability::Unknown}));
        c.inflow->onSignedIn(*model::Jid::parse(u"me@a.example/r"), true);
        QCOMPARE(c.presences.last(),
                 (std::pair<QString, Availability>{QStringLiteral("you@b.example"), Availability::Online}));
    }
};

ISTHMUS_TEST(tst_inflow)
#include "tst_inflow.moc"
