#include "tests/engine/ChatScene.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;
using model::ArrivedStanza;
using model::InstantMessage;
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
};

ISTHMUS_TEST(tst_order)
#include "tst_order.moc"
