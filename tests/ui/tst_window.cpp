#include "tests/engine/LockedStore.h"
#include "tests/ui/ShownWindow.h"

#include "tests/support/TestMain.h"
#include "tests/ui/AccessibleTree.h"
#include "ui/composer/Composer.h"
#include "ui/conversations/ConversationPane.h"
#include "ui/shell/ConversationView.h"
#include "ui/theme/Appearance.h"
#include "ui/timeline/TimelineView.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace isthmus;
using test::faultsOfTree;
using Shown = test::ShownWindow;

class tst_window : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyProfileOpensTheSignIn()
    {
        const Shown shown(false);
        QVERIFY(shown.child<QLineEdit>("address")->isVisible());
        QCOMPARE(QApplication::focusWidget(), shown.child<QLineEdit>("address"));
        shown.picture("signin.png");
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
    }

    void chatIsWrittenAndItsStateFollows()
    {
        Shown shown;
        shown.openBob();
        shown.presence(model::Availability::Online);
        auto *route = shown.child<QLabel>("route");
        QTRY_COMPARE(route->text(), QStringLiteral("The only way to Bob: goes as chat to bob@chat.example"));
        auto *text = shown.child<QPlainTextEdit>("messageText");
        QTest::keyClicks(text, QStringLiteral("Hello Bob"));
        QTest::keyClick(text, Qt::Key_Return);
        auto *view = shown.child<timeline::TimelineView>("timeline");
        QTRY_COMPARE(view->count(), 1);
        QVERIFY(text->toPlainText().isEmpty());
        QTRY_COMPARE(view->item(0).delivery.stage, model::DeliveryStage::Sent);
        QAccessibleInterface *item = QAccessible::queryAccessibleInterface(view)->child(0);
        QVERIFY2(item->text(QAccessible::Name).endsWith(QStringLiteral("Hello Bob, sent")),
                 qPrintable(item->text(QAccessible::Name)));
    }

    void offlineToMailboxChangesTheLine()
    {
        Shown shown;
        const auto bob = shown.openBob();
        auto &contacts = shown.profile.engine->contacts();
        QVERIFY(test::wait(
            contacts.addAddress(bob, model::Address(test::mailAddress("b@work.example")), model::Evidence::User)));
        shown.presence(model::Availability::Online);
        QTest::keyClick(shown.window.get(), Qt::Key_I, Qt::ControlModifier);
        auto *offline = shown.child<QRadioButton>("sendVia1");
        QTRY_VERIFY(offline->isVisible());
        QTest::keyClick(offline, Qt::Key_Space);
        QTRY_COMPARE(contacts.contact(bob)->sendVia, model::SendVia::OfflineMail);
        auto *route = shown.child<QLabel>("route");
        QVERIFY(route->text().contains(QStringLiteral("goes as chat to bob@chat.example")));
        shown.presence(model::Availability::Offline);
        QTRY_COMPARE(route->text(), QStringLiteral("Bob is offline: goes as mail to b@work.example"));
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
        shown.picture("window-details.png");
    }

    void aNewMailIsWrittenInTheWholePane()
    {
        Shown shown;
        shown.openBob();
        auto *text = shown.child<QPlainTextEdit>("messageText");
        auto *view = shown.child<timeline::TimelineView>("timeline");
        auto *send = shown.child<QPushButton>("send");
        QTRY_VERIFY(view->isVisible() && text->height() < 100);
        QTest::keyClick(shown.window.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(!view->isVisible() && text->height() > 400);
        QTRY_VERIFY(send->y() >= text->geometry().bottom()); // below the text, which has the whole width
        auto *route = shown.child<QLabel>("route");
        QTRY_COMPARE(route->text(), QStringLiteral("Cannot be sent yet: there is no address to send to."));
        const auto &theme = theme::Theme::of(shown.window->palette());
        QCOMPARE(route->palette().color(QPalette::WindowText), theme.text); // nobody has done anything wrong yet
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
        shown.picture("new-mail.png");
        QTest::keyClick(shown.window.get(), Qt::Key_F6); // the hidden pane is none
        QVERIFY(QApplication::focusWidget() != view);
        auto *list = shown.child<QListView>("conversations");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(view->isVisible() && text->height() < 100);
    }

    void aConversationFollowsWhomItIsJoinedWith()
    {
        Shown shown;
        const auto bob = shown.openBob();
        auto &contacts = shown.profile.engine->contacts();
        shown.profile.mail->arrive(
            {test::arrivedMail(1, "From: Dave <dave@work.example>\nTo: alice@chat.example\nSubject: Lunch\n"
                                  "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <a@work.example>\n\nFree?\n")});
        const model::Address address(test::mailAddress("dave@work.example"));
        QTRY_VERIFY(contacts.personOf(address));
        const model::PersonId dave = *contacts.personOf(address);
        auto *list = shown.child<QListView>("conversations");
        QTRY_COMPARE(list->model()->rowCount(), 2);
        auto *view = shown.child<shell::ConversationView>("conversationView");
        list->setCurrentIndex(list->model()->index(0, 0));
        QTRY_COMPARE(view->person(), dave);
        auto *text = shown.child<QPlainTextEdit>("messageText");
        QTest::keyClicks(text, QStringLiteral("At noon"));
        QVERIFY(test::wait(contacts.merge(bob, dave)));
        QTRY_COMPARE(view->person(), bob);
        QCOMPARE(text->toPlainText(), QStringLiteral("At noon"));
    }

    void newsIsSaidInTheStatusLine()
    {
        Shown shown;
        shown.openBob();
        shown.presence(model::Availability::Online);
        auto *text = shown.child<QPlainTextEdit>("messageText");
        QTest::keyClicks(text, QStringLiteral("Hello"));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY(shown.child<QLabel>("news")->text().contains(QStringLiteral("Hello, sent")));
        QVERIFY(shown.child<QLabel>("links")->text().contains(QStringLiteral("Chat connected")));
    }

    void troubleIsSaidAndGoesAway()
    {
        Shown shown;
        auto *trouble = shown.child<QWidget>("trouble")->findChild<QLabel *>(QStringLiteral("faultSentence"));
        QVERIFY(trouble->text().isEmpty());
        shown.profile.chat->goDown({model::Service::Chat});
        QTRY_VERIFY(trouble->text().startsWith(QStringLiteral("The connection was lost.")));
        shown.profile.chat->goOnline({model::Service::Chat});
        QTRY_VERIFY(trouble->text().isEmpty());
    }

    void mailThatWaitsForTheReaderIsNoSilence()
    {
        Shown shown;
        auto *trouble = shown.child<QWidget>("trouble")->findChild<QLabel *>(QStringLiteral("faultSentence"));
        shown.profile.readerBusy = 1'000'000;
        shown.profile.mail->arrive(
            {test::arrivedMail(1, "From: Dave <dave@work.example>\nTo: alice@chat.example\nSubject: Lunch\n"
                                  "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <a@work.example>\n\nFree?\n")});
        QTRY_VERIFY(trouble->text().startsWith(QStringLiteral("New e-mails cannot be opened safely just now.")));
        // What is worse is said first.
        shown.profile.chat->goDown({model::Service::Chat});
        QTRY_VERIFY(trouble->text().startsWith(QStringLiteral("The connection was lost.")));
        shown.profile.chat->goOnline({model::Service::Chat});
        QTRY_VERIFY(trouble->text().startsWith(QStringLiteral("New e-mails cannot")));
        shown.profile.readerBusy = 0;
        QTRY_VERIFY(trouble->text().isEmpty());
        QTRY_COMPARE(shown.child<QListView>("conversations")->model()->rowCount(), 1);
    }

    void aDiskThatTakesNothingIsNoSilence()
    {
        Shown shown;
        auto *trouble = shown.child<QWidget>("trouble")->findChild<QLabel *>(QStringLiteral("faultSentence"));
        {
            const test::LockedStore locked(shown.profile);
            shown.profile.mail->arrive(
                {test::arrivedMail(1, "From: Dave <dave@work.example>\nTo: alice@chat.example\nSubject: Lunch\n"
                                      "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <a@work.example>\n\nFree?\n")});
            QTRY_VERIFY_WITH_TIMEOUT(
                trouble->text().startsWith(QStringLiteral("This computer could not write to its disk.")), 20'000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(trouble->text().isEmpty(), 20'000);
        QTRY_COMPARE(shown.child<QListView>("conversations")->model()->rowCount(), 1);
    }

    void keysReachEveryPane()
    {
        Shown shown;
        shown.openBob();
        QTest::keyClick(shown.window.get(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), shown.child<QLineEdit>("search"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), shown.child<timeline::TimelineView>("timeline"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), shown.child<QPlainTextEdit>("messageText"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), shown.child<QListView>("conversations"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), shown.child<QLineEdit>("find"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), shown.child<QLineEdit>("to"));
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
    }

    void whatWasTypedIsKeptPerPerson()
    {
        Shown shown;
        shown.openBob();
        auto *text = shown.child<QPlainTextEdit>("messageText");
        QTest::keyClicks(text, QStringLiteral("half a sentence"));
        QTest::keyClick(shown.window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(text->toPlainText().isEmpty());
        auto *list = shown.child<QListView>("conversations");
        list->clearSelection();
        list->setCurrentIndex(list->model()->index(0, 0));
        QCOMPARE(text->toPlainText(), QStringLiteral("half a sentence"));
    }

    void aContactRequestIsShownAndAnsweredByKeys()
    {
        Shown shown;
        auto *bar = shown.child<QWidget>("contactRequest");
        QVERIFY(!bar->isVisible());
        for (const char *who : {"carol@chat.example", "dave@chat.example"})
            shown.profile.chat->arrive(
                {model::ContactAsked{test::jid(who), QStringLiteral("C"), QStringLiteral("hi"), false}});
        auto *words = shown.child<QLabel>("requestWords");
        QTRY_COMPARE(
            words->text(),
            QStringLiteral("carol@chat.example (calls itself “C”) asks to see when you are online. “hi” 1 more wait(s)."));
        QVERIFY(bar->isVisible());
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
        shown.picture("window-request.png");
        auto *accept = shown.child<QPushButton>("acceptRequest");
        QCOMPARE(accept->accessibleName(), QStringLiteral("Accept the request of carol@chat.example"));
        QTest::keyClick(accept, Qt::Key_Space);
        QTRY_VERIFY(words->text().startsWith(QStringLiteral("dave@chat.example")));
        QTest::keyClick(shown.child<QPushButton>("declineRequest"), Qt::Key_Space);
        QTRY_VERIFY(!bar->isVisible());
        const std::vector<model::AnswerContactRequest> expected{{test::jid("carol@chat.example"), true},
                                                                {test::jid("dave@chat.example"), false}};
        QTRY_COMPARE(shown.profile.chat->all<model::AnswerContactRequest>(), expected);
    }

    void linkOpensAMailAndSendsNothing()
    {
        Shown shown;
        shown.window->openLink(
            QUrl(QStringLiteral("mailto:dave@elsewhere.example?subject=Hello%20you&body=Line%0D%0Atwo&attach=/etc/passwd")));
        QCOMPARE(shown.child<QLineEdit>("to")->text(), QStringLiteral("dave@elsewhere.example"));
        QCOMPARE(shown.child<QLineEdit>("subject")->text(), QStringLiteral("Hello you"));
        QCOMPARE(shown.child<QPlainTextEdit>("messageText")->toPlainText(), QStringLiteral("Line\ntwo"));
        QVERIFY(shown.profile.mail->all<model::SendMail>().empty());
    }

    void everyMenuEntryHasWordsAndANameOfItsOwn()
    {
        const Shown shown;
        QSet<QString> names;
        QSet<QString> keys;
        for (const QAction *menu : shown.window->menuBar()->actions()) {
            for (const QAction *entry : menu->menu()->actions()) {
                if (entry->isSeparator())
                    continue;
                QVERIFY(!entry->text().isEmpty());
                QVERIFY2(!names.contains(entry->objectName()), qPrintable(entry->objectName()));
                names.insert(entry->objectName());
                const QString shortcut = entry->shortcut().toString();
                QVERIFY2(shortcut.isEmpty() || !keys.contains(shortcut), qPrintable(shortcut));
                keys.insert(shortcut);
            }
        }
    }

    void placeIsKeptOverARestart()
    {
        test::Profile profile;
        profile.signIn();
        const auto bob = profile.bob();
        shell::WindowSetup setup;
        setup.settingsPath = profile.dir.filePath(QStringLiteral("window.ini"));
        setup.clock = [&profile] { return profile.now; };
        {
            shell::MainWindow window(*profile.engine, setup);
            window.show();
            auto *list = window.findChild<QListView *>(QStringLiteral("conversations"));
            QTRY_COMPARE(list->model()->rowCount(), 1);
            list->setCurrentIndex(list->model()->index(0, 0));
            window.close();
        }
        shell::MainWindow window(*profile.engine, setup);
        window.show();
        auto *view = window.findChild<shell::ConversationView *>(QStringLiteral("conversationView"));
        QTRY_COMPARE(view->person(), bob);
    }
};

ISTHMUS_TEST(tst_window)
#include "tst_window.moc"
