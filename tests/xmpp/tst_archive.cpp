#include "tests/support/TestMain.h"
#include "tests/xmpp/InflowScene.h"

using namespace isthmus;
using namespace isthmus::test;

/// The account's archive: what is asked for, when, and in which place in time each result stands.
class tst_archive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
    void olderPagesArePutOffAndCounted()
    {
        Collected c;
        c.inflow->setHistoryPaused(true);
        QCOMPARE(c.inflow->backlog(), model::Backlog());
        (void)c.next();
        (void)c.message(archived("q", "a8", "eight"));
        (void)c.message(archived("q", "a9", "nine"));
        c.answers(fin("a8", "a9", false, "9"));
        c.stored();
        QCOMPARE(c.inflow->backlog(), (model::Backlog{7, true}));
        QCOMPARE(c.next(), QByteArray());
        // What was missed is no history: it is asked for after each sign-in.
        const auto cursors = c.batches.back().second.cursors;
        Collected later;
        later.inflow->setHistoryPaused(true);
        later.inflow->setCursors(cursors);
        later.inflow->onSignedIn(*model::Jid::parse(u"me@a.example/r"), false);
        QCOMPARE(later.inflow->backlog(), (model::Backlog{7, true}));
        QVERIFY(later.next().contains("<after>a9</after>"));
        later.answers(fin("", "", true));
        later.stored();
        QCOMPARE(later.next(), QByteArray());
        later.inflow->setHistoryPaused(false);
        QVERIFY(later.next().contains("<before>a8</before>"));
        (void)later.message(archived("q", "a7", "seven"));
        later.answers(fin("a7", "a7", false, "10")); // the count has what came since in it: it is not taken anew
        later.stored();
        QCOMPARE(later.inflow->backlog(), (model::Backlog{6, true}));
        QVERIFY(later.next().contains("<before>a7</before>"));
        later.answers(fin("", "", true));
        QCOMPARE(later.inflow->backlog(), model::Backlog());
    }
    void archiveThatDoesNotCountIsOpenAllTheSame()
    {
        Collected c;
        (void)c.next();
        (void)c.message(archived("q", "a8", "eight"));
        c.answers(fin("a8", "a8", false));
        QCOMPARE(c.inflow->backlog(), (model::Backlog{0, true}));
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
};

ISTHMUS_TEST(tst_archive)
#include "tst_archive.moc"
