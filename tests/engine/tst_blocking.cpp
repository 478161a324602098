#include "core/engine/Conversations.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using model::SetBlocked;

class tst_blocking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void muteAndBlockAreKept()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        QVERIFY(wait(profile.engine->contacts().setMuted(bob, true)));
        QVERIFY(wait(profile.engine->contacts().setBlocked(bob, true)));
        QTRY_VERIFY(profile.engine->contacts().contact(bob)->blocked);
        profile.close();
        profile.open();
        QVERIFY(profile.engine->contacts().contact(bob)->muted);
        QVERIFY(profile.engine->contacts().contact(bob)->blocked);
        engine::Conversations list(*profile.engine);
        QTRY_COMPARE(list.rowCount(), 1);
        QVERIFY(list.row(0).blocked && list.row(0).muted);
    }

    void theServerIsAskedNowOrWhenItIsBack()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        QVERIFY(wait(profile.engine->contacts().setBlocked(bob, true)));
        QCOMPARE(profile.chat->all<SetBlocked>(), (std::vector<SetBlocked>{{{jid("bob@chat.example")}, true}}));
        QVERIFY(wait(profile.engine->contacts().setBlocked(bob, false)));
        QCOMPARE(profile.chat->all<SetBlocked>().back(), (SetBlocked{{jid("bob@chat.example")}, false}));
        QTRY_VERIFY(!profile.engine->contacts().contact(bob)->blocked);

        profile.chat->goDown({model::Service::Chat});
        const std::size_t asked = profile.chat->all<SetBlocked>().size();
        QVERIFY(wait(profile.engine->contacts().setBlocked(bob, true)));
        QTRY_VERIFY(profile.engine->contacts().contact(bob)->blocked);
        QCOMPARE(profile.chat->all<SetBlocked>().size(), asked);
        profile.chat->goOnline({model::Service::Chat});
        QTRY_COMPARE(profile.chat->all<SetBlocked>().size(), asked + 1);
        QCOMPARE(profile.chat->all<SetBlocked>().back(), (SetBlocked{{jid("bob@chat.example")}, true}));
    }

    void blockingHoldsHereWhateverTheServerSays()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->answer = base::Error{base::Fault::Unsupported, QStringLiteral("feature-not-implemented")};
        QVERIFY(wait(profile.engine->contacts().setBlocked(bob, true)));
        QTRY_VERIFY(profile.engine->contacts().contact(bob)->blocked);
        // A server that never blocked has nothing to lift.
        QVERIFY(wait(profile.engine->contacts().setBlocked(bob, false)));
        QTRY_VERIFY(!profile.engine->contacts().contact(bob)->blocked);
    }

    void unblockingFailsAsAWhole()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        QVERIFY(wait(profile.engine->contacts().setBlocked(bob, true)));
        QTRY_VERIFY(profile.engine->contacts().contact(bob)->blocked);
        profile.chat->answer = base::Error{base::Fault::Rejected, QStringLiteral("not-allowed")};
        const auto refused = wait(profile.engine->contacts().setBlocked(bob, false));
        QVERIFY(!refused && refused.error().fault == base::Fault::Rejected);
        profile.chat->goDown({model::Service::Chat});
        const auto offline = wait(profile.engine->contacts().setBlocked(bob, false));
        QVERIFY(!offline && offline.error().fault == base::Fault::Unreachable);
        QVERIFY(profile.engine->contacts().contact(bob)->blocked);
    }
};

ISTHMUS_TEST(tst_blocking)
#include "tst_blocking.moc"
