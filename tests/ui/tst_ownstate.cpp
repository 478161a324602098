#include "core/engine/OwnState.h"
#include "tests/support/TestMain.h"
#include "tests/ui/AccessibleTree.h"
#include "tests/ui/ShownWindow.h"
#include "ui/shell/HistoryLine.h"
#include "ui/shell/OwnStateButton.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>

using namespace isthmus;
using model::Service;
using Shown = test::ShownWindow;

/// What the window says of the user's own side: the state that contacts see, and what is still on the servers.
class tst_ownstate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ownStateStandsAboveTheListAndIsChangedThere()
    {
        Shown shown;
        auto *own = shown.child<shell::OwnStateButton>("ownState");
        QTRY_COMPARE(own->accessibleName(), QStringLiteral("My state: online, alice@chat.example"));
        QVERIFY(own->isVisible());
        QVERIFY(own->mapTo(shown.window.get(), QPoint()).y()
                < shown.child<QLineEdit>("search")->mapTo(shown.window.get(), QPoint()).y());
        // By keyboard: the menu opens below it, and its third entry is taken.
        own->setFocus(Qt::TabFocusReason);
        auto *menu = shown.window->findChild<QMenu *>(QStringLiteral("stateMenu"));
        QTimer::singleShot(0, menu, [menu] {
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QTest::keyClick(own, Qt::Key_Space);
        QTRY_COMPARE(own->accessibleName(), QStringLiteral("My state: do not disturb, alice@chat.example"));
        QCOMPARE(shown.profile.engine->ownState().presence().availability, model::Availability::DoNotDisturb);
        QVERIFY(shown.window->findChild<QAction *>(QStringLiteral("stateBusy"))->isChecked());
        // Nobody is seen by contacts while no chat server is connected, whatever was chosen.
        shown.profile.chat->goDown({Service::Chat});
        QTRY_COMPARE(own->accessibleName(), QStringLiteral("My state: offline, alice@chat.example"));
        shown.profile.chat->goDown({Service::Chat}, model::LinkState::Phase::Connecting);
        QTRY_COMPARE(own->accessibleName(), QStringLiteral("My state: Connecting…, alice@chat.example"));
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
    }
    void tabGoesAsTheEyeDoes()
    {
        Shown shown;
        (void)shown.openBob();
        auto *own = shown.child<QWidget>("ownState");
        own->setFocus(Qt::TabFocusReason);
        for (const char *next : {"search", "addContact", "all", "conversations"}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), QLatin1String(next));
        }
    }
    void ownStateIsInSightInBothLayouts()
    {
        Shown shown;
        auto *own = shown.child<shell::OwnStateButton>("ownState");
        for (const char *layout : {"layoutMail", "layoutConversations", "layoutMail"}) {
            shown.window->findChild<QAction *>(QLatin1String(layout))->trigger();
            QTRY_VERIFY2(own->isVisible() && own->width() > 100, layout);
            QVERIFY2(shown.window->rect().contains(own->mapTo(shown.window.get(), own->rect().center())), layout);
        }
    }
    void anEmptyListSaysWhatIsTrue()
    {
        Shown shown;
        const auto *words = shown.child<QWidget>("noConversations");
        const auto says = [words](const char *text) {
            for (const QLabel *label : words->findChildren<QLabel *>()) {
                if (label->text().contains(QLatin1String(text)))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(says("Add a contact, or write an e-mail"));
        shown.profile.chat->goDown({Service::Chat});
        shown.profile.mail->goDown({Service::IncomingMail, Service::OutgoingMail});
        QTRY_VERIFY(says("once an account is connected"));
        shown.profile.mail->goOnline({Service::IncomingMail});
        QTRY_VERIFY(says("Add a contact, or write an e-mail"));
    }
    void whatIsStillOnTheServersIsToldAndPutOff()
    {
        Shown shown;
        auto *line = shown.child<shell::HistoryLine>("historyLine");
        auto *words = line->findChild<QLabel *>(QStringLiteral("historyWords"));
        auto *pause = line->findChild<QToolButton *>(QStringLiteral("pauseHistory"));
        auto *bar = line->findChild<QProgressBar *>(QStringLiteral("historyBar"));
        QVERIFY(!line->isVisible());
        Q_EMIT shown.profile.mail->backlogChanged(Service::IncomingMail, {1'200, true});
        QTRY_VERIFY(line->isVisible());
        QCOMPARE(words->text(), QStringLiteral("Still being fetched: 1,200 older e-mail(s)"));
        QCOMPARE(bar->value(), 0);
        Q_EMIT shown.profile.chat->backlogChanged(Service::Chat, {1, true});
        Q_EMIT shown.profile.mail->backlogChanged(Service::IncomingMail, {600, true});
        QTRY_COMPARE(words->text(), QStringLiteral("Still being fetched: 600 older e-mail(s) and 1 older chat message(s)"));
        QCOMPARE(bar->value(), 499); // of 1,201, 601 are to come
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());

        QCOMPARE(pause->accessibleName(), QStringLiteral("Pause fetching older messages"));
        pause->setFocus(Qt::TabFocusReason);
        QTest::keyClick(pause, Qt::Key_Space);
        QTRY_COMPARE(words->text(),
                     QStringLiteral("Left on the server for now: 600 older e-mail(s) and 1 older chat message(s)"));
        QVERIFY(shown.profile.mail->historyPaused && shown.profile.chat->historyPaused);
        QCOMPARE(pause->accessibleName(), QStringLiteral("Go on fetching older messages"));
        QCOMPARE(QApplication::focusWidget(), pause);
        shown.picture("history-paused.png");
        // The menu, and so the palette, says and does the same.
        auto *command = shown.window->findChild<QAction *>(QStringLiteral("fetchOlder"));
        QVERIFY(!command->isChecked());
        command->trigger();
        QTRY_VERIFY(!shown.profile.mail->historyPaused && command->isChecked());

        // Without a connection nothing is being fetched.
        shown.profile.mail->goDown({Service::IncomingMail});
        QTRY_COMPARE(words->text(), QStringLiteral("Still being fetched: 1 older chat message(s)"));
        shown.profile.mail->goOnline({Service::IncomingMail});
        QTRY_VERIFY(words->text().contains(QStringLiteral("600 older e-mail(s)")));

        Q_EMIT shown.profile.mail->backlogChanged(Service::IncomingMail, {});
        Q_EMIT shown.profile.chat->backlogChanged(Service::Chat, {0, true});
        QTRY_COMPARE(words->text(), QStringLiteral("Still being fetched: older chat messages"));
        Q_EMIT shown.profile.chat->backlogChanged(Service::Chat, {});
        QTRY_VERIFY(!line->isVisible());
    }
};

ISTHMUS_TEST(tst_ownstate)
#include "tst_ownstate.moc"
