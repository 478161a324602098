#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;

class tst_timeline : public QObject
{
    Q_OBJECT

    static void say(Profile &profile, model::PersonId person, int first, int count)
    {
        for (int i = first; i < first + count; ++i) {
            model::Draft draft;
            draft.person = person;
            draft.text = QString::number(i);
            // Two of a second: order is by time, then by row.
            if (i % 2 == 0)
                profile.now += std::chrono::seconds(1);
            QVERIFY(wait(profile.engine->outbox().send(draft)));
        }
    }
    static bool isSequence(const std::vector<model::Item> &items, int first)
    {
        for (const model::Item &item : items) {
            if (item.text != QString::number(first++))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void pagesFollowEachOtherWithoutGapOrRepeat()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->goDown({model::Service::Chat});
        say(profile, bob, 0, 120);
        engine::Timeline timeline(*profile.engine, bob);
        QSignalSpy loaded(&timeline, &engine::Timeline::loaded);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(timeline.items().size(), 50u);
        QVERIFY(isSequence(timeline.items(), 70));
        QVERIFY(!timeline.atBeginning());
        timeline.loadOlder();
        QTRY_COMPARE(timeline.items().size(), 100u);
        timeline.loadOlder();
        QTRY_VERIFY(timeline.atBeginning());
        QCOMPARE(timeline.items().size(), 120u);
        QVERIFY(isSequence(timeline.items(), 0));
        // A word from now goes to the end, and the loaded window stays.
        say(profile, bob, 120, 1);
        QTRY_COMPARE(timeline.items().size(), 121u);
        QVERIFY(isSequence(timeline.items(), 0));
    }

    void itemsOfAllAddressesStandInOneOrder()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        auto &contacts = profile.engine->contacts();
        const auto other = wait(contacts.findOrAdd(jid("bob@elsewhere.example"), QStringLiteral("Bob elsewhere")));
        QVERIFY(other);
        QTRY_VERIFY(contacts.contact(*other));
        profile.chat->goDown({model::Service::Chat});
        say(profile, bob, 0, 2);
        say(profile, *other, 2, 2);
        say(profile, bob, 4, 2);
        engine::Timeline timeline(*profile.engine, bob);
        QTRY_COMPARE(timeline.items().size(), 4u);
        QVERIFY(wait(contacts.merge(bob, *other)));
        QTRY_COMPARE(timeline.items().size(), 6u);
        QVERIFY(isSequence(timeline.items(), 0));
    }
};

ISTHMUS_TEST(tst_timeline)
#include "tst_timeline.moc"
