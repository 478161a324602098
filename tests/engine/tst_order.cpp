#include "tests/engine/ChatScene.h"
#include "tests/engine/MailScene.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;
using model::ArrivedStanza;
using model::InstantMessage;
using model::SendMail;
using model::SendStanza;

/// Where in a conversation a message stands, by whichever way and whenever it came.
class tst_order : public QObject
{
    Q_OBJECT

    using Scene = ChatScene;

private Q_SLOTS:
    void theArchiveFillsGapsInOrder()
    {
        Scene scene;
        const base::Timestamp start = scene.profile.now;
        scene.profile.now += std::chrono::minutes(10);
        scene.arrive(fromArchive(line("5", "five"), "a5", start + std::chrono::seconds(5)), false);
        scene.arrive(fromArchive(line("3", "three"), "a3", start + std::chrono::seconds(3)), false);
        scene.arrive(fromArchive(line("4", "four"), "a4", start + std::chrono::seconds(4)), false);
        QTRY_COMPARE(scene.texts(), (QStringList{QStringLiteral("three"), QStringLiteral("four"), QStringLiteral("five")}));
    }

    /// What was said on both sides while the line broke: first as it was written and heard, then as the archive has it.
    void whatIsKnownTakesTheArchivesPlace()
    {
        Scene scene;
        const base::Timestamp begun = scene.profile.now;
        const auto placed = [&](const InstantMessage &message, const char *archiveId, int milliseconds) {
            const base::Timestamp place = begun + std::chrono::milliseconds(milliseconds);
            scene.arrive(ArrivedStanza{fromArchive(message, archiveId, begun), false, scene.profile.now, place});
        };
        QVERIFY(scene.say("mine").isValid());
        QTRY_COMPARE(scene.profile.chat->all<SendStanza>().size(), 1u);
        InstantMessage mine = scene.profile.chat->all<SendStanza>().front().message;
        mine.from = jid("alice@chat.example/this");
        scene.profile.now += std::chrono::seconds(5);
        scene.arrive(withServerId(line("1", "one"), "a1"));
        scene.profile.now += std::chrono::seconds(5);
        scene.arrive(line("2", "two"));
        QTRY_COMPARE(scene.texts(), (QStringList{QStringLiteral("mine"), QStringLiteral("one"), QStringLiteral("two")}));
        placed(line("2", "two"), "a2", 100);
        placed(mine, "a3", 101);
        placed(line("1", "one"), "a1", 102);
        QTRY_COMPARE(scene.texts(), (QStringList{QStringLiteral("two"), QStringLiteral("mine"), QStringLiteral("one")}));
        // What was sent twice is in the archive twice: the first counts.
        placed(mine, "a4", 104);
        scene.settle();
        QCOMPARE(scene.texts(), (QStringList{QStringLiteral("two"), QStringLiteral("mine"), QStringLiteral("one")}));
        // Also where it is the second to be told of, as on a device that was away.
        placed(line("1", "one"), "a0", 50);
        scene.settle();
        QCOMPARE(scene.texts(), (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("mine")}));
    }

    /// The archive's time differs from ours by a little: nobody who reads sees anything move.
    void whatStandsRightIsNotMoved()
    {
        Scene scene;
        scene.profile.chat->answer.reset();
        scene.arrive(withServerId(line("1", "one"), "a1"));
        scene.profile.now += std::chrono::seconds(5);
        QVERIFY(scene.say("mine").isValid());
        QTRY_COMPARE(scene.timeline->items().size(), 2u);
        QTRY_COMPARE(scene.profile.chat->all<SendStanza>().size(), 1u);
        QSignalSpy removed(scene.timeline.get(), &engine::Timeline::itemsRemoved);
        InstantMessage mine = scene.profile.chat->all<SendStanza>().front().message;
        mine.from = jid("alice@chat.example/this");
        const base::Timestamp place = scene.profile.now - std::chrono::seconds(2);
        scene.arrive(ArrivedStanza{fromArchive(mine, "a2", place), false, scene.profile.now, place});
        QTRY_COMPARE(scene.timeline->items().back().at, place);
        QCOMPARE(removed.size(), 0);
    }

    /// Many servers stamp whole seconds: what was cut off comes behind what had come within the same one.
    void aStampOfAWholeSecondDoesNotTurnTheOrder()
    {
        Scene scene;
        const base::Timestamp second = scene.profile.now;
        scene.profile.now += std::chrono::milliseconds(300);
        scene.arrive(line("1", "hello"));
        InstantMessage resent = line("2", "who is there");
        resent.delays = {{jid("alice@chat.example"), second}};
        scene.arrive(resent);
        scene.arrive(fromArchive(line("3", "me"), "a3", second), false);
        QTRY_COMPARE(scene.texts(),
                     (QStringList{QStringLiteral("hello"), QStringLiteral("who is there"), QStringLiteral("me")}));
    }

    void aDelayOfAStrangerMovesNothing()
    {
        Scene scene;
        InstantMessage message = line("1", "late");
        message.delays = {{jid("evil.example"), scene.profile.now - std::chrono::hours(24)}};
        scene.arrive(message);
        InstantMessage future = line("2", "future");
        future.delays = {{jid("bob@chat.example"), scene.profile.now + std::chrono::hours(24)}};
        scene.arrive(future);
        QTRY_COMPARE(scene.timeline->items().size(), 2u);
        for (const model::Item &item : scene.timeline->items())
            QCOMPARE(item.at, scene.profile.now);
    }

    /// A Date has whole seconds: where an own mail stands here, it stands on the devices that read its copy.
    void anOwnMailStandsByItsDate()
    {
        Profile profile;
        profile.now += std::chrono::milliseconds(1'637);
        profile.signIn();
        model::Draft draft;
        draft.kind = model::Draft::Kind::Mail;
        draft.subject = QStringLiteral("Plan");
        draft.text = QStringLiteral("Well?");
        draft.to = {{QString(), mailAddress("dave@work.example")}};
        QVERIFY(wait(profile.engine->outbox().send(draft)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        QVERIFY(profile.mail->all<SendMail>().front().bytes.contains("Date: Sat, 21 Nov 2026 10:00:01 +0000\r\n"));
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().at, base::fromMsecs(1795255201000));
    }

    /// What leaves as mail long after it was written has the time of its writing.
    void whatFallsBackToMailKeepsItsTime()
    {
        Scene scene;
        Profile &profile = scene.profile;
        QVERIFY(wait(profile.engine->contacts().addAddress(scene.timeline->person(), mailAddress("bob@chat.example"),
                                                           model::Evidence::Confirmed)));
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {model::Availability::Online, {}});
        model::Draft draft;
        draft.person = scene.timeline->person();
        draft.text = QStringLiteral("hello");
        QTRY_VERIFY(profile.engine->outbox().preview(draft).canFallBack);
        QVERIFY(wait(profile.engine->outbox().send(draft)));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        QTRY_COMPARE(scene.timeline->items().front().delivery.stage, model::DeliveryStage::Sent);
        profile.now += std::chrono::hours(3);
        InstantMessage error;
        error.type = InstantMessage::Type::Error;
        error.from = jid("bob@chat.example");
        error.to = jid("alice@chat.example");
        error.id = profile.chat->all<SendStanza>().front().message.id;
        error.error = model::StanzaError{QStringLiteral("service-unavailable"), QStringLiteral("cancel"), {}, {}};
        scene.arrive(error);
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        QVERIFY(profile.mail->all<SendMail>().front().bytes.contains("Date: Sat, 21 Nov 2026 10:00:00 +0000\r\n"));
        QCOMPARE(base::toXmppDateTime(scene.timeline->items().front().at), QStringLiteral("2026-11-21T10:00:00Z"));
    }

    /// When a mail is read is another time on each device; when it arrived is not.
    void aMailWithoutAUsableDateStandsByItsArrival_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QString>("at");
        QTest::newRow("none") << QByteArray() << QStringLiteral("2026-11-21T10:00:00Z");
        QTest::newRow("no date") << QByteArray("Date: someday\n") << QStringLiteral("2026-11-21T10:00:00Z");
        QTest::newRow("of the future") << QByteArray("Date: Sat, 21 Nov 2037 10:00:00 +0000\n")
                                       << QStringLiteral("2026-11-21T10:00:00Z");
        QTest::newRow("behind its arrival, but not of the future")
            << QByteArray("Date: Sat, 21 Nov 2026 12:00:00 +0000\n") << QStringLiteral("2026-11-21T10:00:00Z");
        QTest::newRow("a clock that runs ahead by a little")
            << QByteArray("Date: Sat, 21 Nov 2026 10:09:00 +0000\n") << QStringLiteral("2026-11-21T10:09:00Z");
    }
    void aMailWithoutAUsableDateStandsByItsArrival()
    {
        QFETCH(QByteArray, date);
        QFETCH(QString, at);
        Profile profile;
        profile.now += std::chrono::hours(5);
        profile.signIn();
        arrive(profile, {arrivedMail(1, "From: dave@work.example\nTo: alice@chat.example\n" + date + "\nHello\n")});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(base::toXmppDateTime(timeline.items().front().at), at);
    }
};

ISTHMUS_TEST(tst_order)
#include "tst_order.moc"
