#include "core/xmpp/Inflow.h"

#include "core/stanza/XmlGate.h"

#include "tests/support/TestMain.h"

using namespace isthmus;
using base::Error;
using base::Fault;
using model::ArrivedStanza;
using model::Availability;
using xmpp::Inflow;

namespace {

/// A stanza as the gate gives it.
std::shared_ptr<gloox::Tag> tag(const QByteArray &xml)
{
    stanza::XmlGate gate;
    std::shared_ptr<gloox::Tag> found;
    const auto step =
        gate.feed("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>" + xml,
                  [&](const stanza::XmlGate::Event &event) {
                      if (const auto *element = std::get_if<stanza::XmlGate::Element>(&event))
                          found = element->tag;
                  });
    if (!step || !found)
        qFatal("test stanza: %s", xml.constData());
    return found;
}

QByteArray forwarded(const QByteArray &attributes, const QByteArray &body, const QByteArray &stamp = "2026-01-02T03:04:05Z")
{
    return "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='" + stamp
           + "'/>"
             "<message xmlns='jabber:client' type='chat' "
           + attributes + "><body>" + body + "</body></message></forwarded>";
}

QByteArray archived(const QByteArray &query, const QByteArray &id, const QByteArray &body, const QByteArray &from = {},
                    const QByteArray &stamp = "2026-01-02T03:04:05Z")
{
    return "<message" + from + "><result xmlns='urn:xmpp:mam:2' queryid='" + query + "' id='" + id + "'>"
           + forwarded("from='you@b.example/x' to='me@a.example'", body, stamp) + "</result></message>";
}

QByteArray fin(const QByteArray &first, const QByteArray &last, bool complete)
{
    return QByteArray("<iq type='result' id='q'><fin xmlns='urn:xmpp:mam:2'") + (complete ? " complete='true'" : "")
           + "><set xmlns='http://jabber.org/protocol/rsm'><first>" + first + "</first><last>" + last
           + "</last></set></fin></iq>";
}

/// The moment that archived() and forwarded() tell, where nothing else is said.
const base::Timestamp stamped = base::fromMsecs(1'767'323'045'000);

/// A message with the server's id, as it comes live.
QByteArray liveLine(const QByteArray &id)
{
    return "<message from='you@b.example/x'><body>live</body><stanza-id xmlns='urn:xmpp:sid:0' id='" + id
           + "' by='me@a.example'/></message>";
}

const QByteArray list = "<query xmlns='jabber:iq:roster'><item jid='you@b.example' name='You' subscription='both'/>"
                        "<item jid='quiet@b.example' subscription='to'/><item jid='blind@b.example' subscription='from'/>"
                        "</query>";

}

class tst_inflow : public QObject
{
    Q_OBJECT
private:
    struct Collected {
        std::vector<std::pair<quint64, model::Batch>> batches;
        QList<std::pair<QString, Availability>> presences;
        int flushes = 0;
        base::Timestamp now = stamped + std::chrono::hours(1); ///< never the same twice, as a session's
        bool isSending = false;
        std::unique_ptr<Inflow> inflow;

        Collected()
        {
            Inflow::Outlet outlet;
            outlet.batch = [this](quint64 number, const model::Batch &batch) { batches.emplace_back(number, batch); };
            outlet.presence = [this](const model::Jid &bare, const model::Presence &said) {
                presences.append({bare.toString(), said.availability});
            };
            outlet.flushSoon = [this] { ++flushes; };
            outlet.clock = [this] { return now += std::chrono::milliseconds(1); };
            outlet.isSending = [this] { return isSending; };
            inflow = std::make_unique<Inflow>(model::AccountId{5}, outlet);
            inflow->onSignedIn(*model::Jid::parse(u"me@a.example/r"), false);
        }
        quint64 message(const QByteArray &xml) { return inflow->onMessage(*tag(xml)); }
        void presence(const QByteArray &xml) { inflow->onPresence(*tag(xml)); }
        void fails(Fault fault) { inflow->onArchiveAnswer(Error{fault, {}}); }
        void answers(const QByteArray &xml) { inflow->onArchiveAnswer(tag(xml)); }
        QByteArray next(const char *id = "q")
        {
            const xmpp::TagPtr request = inflow->nextArchiveRequest(QLatin1String(id));
            return request ? QByteArray::fromStdString(request->xml()) : QByteArray();
        }
        QStringList bodies() const
        {
            QStringList texts;
            for (const auto &[number, batch] : batches) {
                for (const model::Arrival &arrival : batch.arrivals) {
                    if (const auto *stanza = std::get_if<ArrivedStanza>(&arrival))
                        texts.append(stanza->message.bodies.front().text);
                }
            }
            return texts;
        }
        /// Of archive results.
        std::vector<base::Timestamp> places() const
        {
            std::vector<base::Timestamp> found;
            for (const auto &[number, batch] : batches) {
                for (const model::Arrival &arrival : batch.arrivals) {
                    const auto *stanza = std::get_if<ArrivedStanza>(&arrival);
                    if (stanza && stanza->place)
                        found.push_back(*stanza->place);
                }
            }
            return found;
        }
        /// The store has it all.
        void stored()
        {
            for (const auto &[number, batch] : batches)
                inflow->stored(number);
        }
    };

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

    // The archive.
    void firstStartTakesTheNewestPageThenTheOlderOnes()
    {
        Collected c;
        QVERIFY(c.inflow->isCatchingUp());
        QVERIFY(c.next().contains("<before/>"));
        QCOMPARE(c.next(), QByteArray()); // one at a time
        (void)c.message(archived("q", "a3", "three"));
        (void)c.message(archived("q", "a4", "four"));
        c.answers(fin("a3", "a4", false));
        QCOMPARE(c.bodies(), (QStringList{QStringLiteral("three"), QStringLiteral("four")}));
        QCOMPARE(c.next(), QByteArray()); // not before it is stored
        QVERIFY(c.inflow->isCatchingUp());
        c.stored();
        QVERIFY(!c.inflow->isCatchingUp()); // what is older tells nothing of what was just sent
        QVERIFY(c.next().contains("<before>a3</before>"));
        (void)c.message(archived("q", "a1", "one"));
        c.answers(fin("a1", "a1", true));
        c.stored();
        QCOMPARE(c.next(), QByteArray());
        QCOMPARE(c.batches.back().second.cursors.size(), 1u);
    }
    void nextStartTakesWhatIsNewer()
    {
        Collected before;
        (void)before.next();
        (void)before.message(archived("q", "a1", "one"));
        before.answers(fin("a1", "a1", true));
        Collected c;
        c.inflow->setCursors(before.batches.back().second.cursors);
        c.inflow->onSignedIn(*model::Jid::parse(u"me@a.example/r"), false);
        QVERIFY(c.next().contains("<after>a1</after>"));
        (void)c.message(archived("q", "a2", "two"));
        c.answers(fin("a2", "a2", false));
        c.stored();
        QVERIFY(c.next().contains("<after>a2</after>"));
        c.answers(fin("", "", true));
        c.stored();
        QCOMPARE(c.next(), QByteArray());
    }
    void liveMessageMovesTheCursorOnlyWithoutAGap()
    {
        Collected c;
        (void)c.message(liveLine("a9"));
        c.inflow->flush();
        QVERIFY(c.batches.back().second.cursors.empty()); // the archive has not been read
        (void)c.next();
        c.answers(fin("", "", true));
        (void)c.message(liveLine("a9"));
        c.inflow->flush();
        QCOMPARE(c.batches.back().second.cursors.size(), 1u);
        QVERIFY(c.batches.back().second.cursors.front().state.contains("a9"));
        (void)c.message("<message from='you@b.example/x'><body>x</body><stanza-id xmlns='urn:xmpp:sid:0' id='evil' "
                        "by='evil@e.example'/></message>");
        c.inflow->flush();
        QVERIFY(c.batches.back().second.cursors.empty());
    }
    void forgedArchiveResultIsDropped()
    {
        Collected c;
        (void)c.next();
        (void)c.message(archived("q", "a1", "forged", " from='evil@e.example'"));
        (void)c.message(archived("other", "a1", "not asked for"));
        (void)c.message(archived("", "a1", "without a query"));
        (void)c.message(archived("q", "a2", "genuine", " from='me@a.example'"));
        c.answers(fin("a2", "a2", true));
        QCOMPARE(c.bodies(), QStringList{QStringLiteral("genuine")});
    }
    void resultsAfterTheAnswerAreDropped()
    {
        Collected c;
        (void)c.next();
        c.answers(fin("", "", true));
        QCOMPARE(c.message(archived("q", "a1", "late")), 0u);
        QCOMPARE(c.bodies(), QStringList());
    }
    void pageWithoutEndEnds()
    {
        Collected c;
        (void)c.next();
        for (int i = 0; i < 1000; ++i)
            (void)c.message(archived("q", "a" + QByteArray::number(i), "x"));
        c.answers(fin("a0", "a999", false));
        QCOMPARE(c.bodies().size(), 100);
        c.stored();
        QVERIFY(!c.next().isEmpty());
        c.answers(fin("a0", "a0", false)); // never complete, and empty
        c.stored();
        QCOMPARE(c.next(), QByteArray());
    }
    void forgottenPlaceIsFoundByTime()
    {
        Collected c;
        c.inflow->setCursors({{QStringLiteral("xmpp:archive"),
                               R"({"newest":"gone","newestAt":1767323045000,"oldest":"o","complete":true})"}});
        c.inflow->onSignedIn(*model::Jid::parse(u"me@a.example/r"), false);
        QVERIFY(c.next().contains("<after>gone</after>"));
        c.fails(Fault::NotFound);
        const QByteArray request = c.next();
        QVERIFY2(request.contains("2026-01-02T03:04:05Z") && !request.contains("<after>"), request.constData());
        (void)c.message(archived("q", "n1", "new"));
        c.answers(fin("n1", "n1", true));
        QCOMPARE(c.bodies(), QStringList{QStringLiteral("new")});
    }
    void serverWithoutArchiveIsAskedOnce()
    {
        Collected c;
        QVERIFY(!c.next().isEmpty());
        c.fails(Fault::Unsupported);
        QCOMPARE(c.next(), QByteArray());
    }
    void damagedCursorStartsAnew()
    {
        Collected c;
        c.inflow->setCursors({{QStringLiteral("xmpp:archive"), "{{{"}});
        c.inflow->onSignedIn(*model::Jid::parse(u"me@a.example/r"), false);
        QVERIFY(c.next().contains("<before/>"));
    }
    void cutInThePageAsksForItAgain()
    {
        Collected c;
        (void)c.next();
        (void)c.message(archived("q", "a1", "one"));
        c.inflow->onLost();
        c.fails(Fault::ConnectionLost);
        c.inflow->onSignedIn(*model::Jid::parse(u"me@a.example/r2"), true);
        QVERIFY(c.next().contains("<before/>"));
        (void)c.message(archived("q", "a1", "one"));
        c.answers(fin("a1", "a1", true));
        QCOMPARE(c.bodies(), QStringList{QStringLiteral("one")});
    }
    // Where each result stands: every device has to show the archive's order.
    void resultsOfOneSecondStandInTheArchivesOrder()
    {
        Collected c;
        (void)c.next();
        for (const char *id : {"a3", "a4", "a5"})
            (void)c.message(archived("q", id, id));
        c.answers(fin("a3", "a5", false));
        c.stored();
        (void)c.next();
        for (const char *id : {"a1", "a2"})
            (void)c.message(archived("q", id, id));
        c.answers(fin("a1", "a2", true));
        const auto at = [](int milliseconds) { return stamped + std::chrono::milliseconds(milliseconds); };
        QCOMPARE(c.places(), (std::vector{at(0), at(1), at(2), at(-2), at(-1)}));
        // And so after a restart.
        Collected next;
        next.inflow->setCursors(c.batches.back().second.cursors);
        next.inflow->onSignedIn(*model::Jid::parse(u"me@a.example/r"), false);
        (void)next.next();
        (void)next.message(archived("q", "a6", "six"));
        (void)next.message(archived("q", "a7", "seven", {}, "2026-01-02T03:04:07Z"));
        next.answers(fin("a6", "a7", true));
        QCOMPARE(next.places(), (std::vector{at(3), at(2000)}));
    }
    void resultsStandBehindWhatCameLiveBeforeThem()
    {
        Collected c;
        (void)c.next();
        c.answers(fin("", "", true));
        c.stored();
        (void)c.message(liveLine("a1"));
        const base::Timestamp heard = c.now;
        c.inflow->onLost();
        c.inflow->onSignedIn(*model::Jid::parse(u"me@a.example/r"), true);
        // What is given again on the resumed stream does not move the cursor past what crossed with it.
        (void)c.message(liveLine("a3"));
        QVERIFY(c.next().contains("<after>a1</after>"));
        (void)c.message(archived("q", "a2", "crossed"));
        (void)c.message(archived("q", "a3", "live"));
        c.answers(fin("a2", "a3", true));
        QCOMPARE(c.places(), (std::vector{heard + std::chrono::milliseconds(1), heard + std::chrono::milliseconds(2)}));
        QVERIFY(c.places().back() < c.now);
    }
    void whatCrossesOurOwnIsPutInOrderWhenThatIsConfirmed()
    {
        Collected c;
        (void)c.next();
        c.answers(fin("", "", true));
        c.stored();
        (void)c.message(liveLine("a1"));
        const base::Timestamp heard = c.now;
        c.inflow->onConfirmed();
        QCOMPARE(c.next(), QByteArray()); // nothing was under way
        c.isSending = true;
        (void)c.message(liveLine("a3")); // was it said before ours, or after it?
        QCOMPARE(c.next(), QByteArray());
        c.isSending = false;
        (void)c.message(liveLine("a4"));
        c.inflow->onConfirmed();
        QVERIFY(c.next().contains("<after>a1</after>"));
        QVERIFY(!c.inflow->isCatchingUp()); // nothing was missed
        for (const char *id : {"a2", "a3", "a4"})
            (void)c.message(archived("q", id, id));
        c.answers(fin("a2", "a4", true));
        c.stored();
        QCOMPARE(c.places().front(), heard + std::chrono::milliseconds(1));
        // From there on the newest is known again.
        QCOMPARE(c.next(), QByteArray());
        (void)c.message(liveLine("a5"));
        c.inflow->flush();
        QVERIFY(c.batches.back().second.cursors.front().state.contains("a5"));
    }
    void orderThatCannotBeHadNowIsAskedForLater()
    {
        Collected c;
        (void)c.next();
        (void)c.message(archived("q", "a1", "one"));
        c.answers(fin("a1", "a1", false));
        c.stored();
        c.isSending = true;
        (void)c.message(liveLine("a3"));
        c.inflow->onConfirmed();
        QVERIFY(c.next().contains("<after>a1</after>"));
        c.fails(Fault::TryLater);
        QVERIFY(c.next().contains("<before>a1</before>")); // the older ones come all the same
        c.answers(fin("", "", true));
        c.stored();
        c.inflow->onConfirmed();
        QVERIFY(c.next().contains("<after>a1</after>"));
    }
    void clockBehindTheServersGivesNoPlaceInTheFuture()
    {
        Collected c;
        c.now = stamped - std::chrono::minutes(1);
        const base::Timestamp begun = c.now;
        (void)c.next();
        (void)c.message(archived("q", "a1", "one"));
        (void)c.message(archived("q", "a2", "two"));
        c.answers(fin("a1", "a2", true));
        QCOMPARE(c.places(), (std::vector{begun + std::chrono::milliseconds(1), begun + std::chrono::milliseconds(2)}));
    }

    // Contacts.
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
