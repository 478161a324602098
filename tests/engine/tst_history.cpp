#include "core/engine/History.h"

#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;
using engine::History;
using model::Service;

/// What is still on the servers, and putting it off.
class tst_history : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pausingReachesAllLinksAndIsKept()
    {
        Profile profile;
        profile.signIn();
        History *history = &profile.engine->history();
        QVERIFY(!history->isPaused() && !profile.chat->historyPaused && !profile.mail->historyPaused);
        QSignalSpy changed(history, &History::changed);
        QVERIFY(wait(history->setPaused(true)).ok());
        QVERIFY(history->isPaused() && profile.chat->historyPaused && profile.mail->historyPaused);
        QCOMPARE(changed.size(), 1);
        profile.close();
        profile.reopen();
        history = &profile.engine->history();
        QVERIFY(history->isPaused() && profile.chat->historyPaused && profile.mail->historyPaused);
        QVERIFY(wait(history->setPaused(false)).ok());
        QVERIFY(!profile.chat->historyPaused && !profile.mail->historyPaused);
    }
    void whatAllLinksWaitForIsSummedUp()
    {
        Profile profile;
        profile.signIn();
        const History &history = profile.engine->history();
        QCOMPARE(history.waiting(), History::Waiting());
        QSignalSpy changed(&history, &History::changed);
        Q_EMIT profile.mail->backlogChanged(Service::IncomingMail, {1'200, true});
        Q_EMIT profile.chat->backlogChanged(Service::Chat, {0, true}); // an archive that does not count
        QCOMPARE(history.waiting(), (History::Waiting{1'200, 0, true}));
        QCOMPARE(changed.size(), 1);
        Q_EMIT profile.chat->backlogChanged(Service::Chat, {30, true});
        Q_EMIT profile.mail->backlogChanged(Service::IncomingMail, {});
        QCOMPARE(history.waiting(), (History::Waiting{0, 30, true}));
        Q_EMIT profile.chat->backlogChanged(Service::Chat, {});
        QCOMPARE(history.waiting(), History::Waiting());
    }
};

ISTHMUS_TEST(tst_history)
#include "tst_history.moc"
