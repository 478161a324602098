#include "tests/support/TestMain.h"
#include "tests/ui/ShownWindow.h"
#include "ui/shell/ConversationView.h"
#include "ui/timeline/TimelineView.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace isthmus;
using Shown = test::ShownWindow;

class tst_search : public QObject
{
    Q_OBJECT

    static void say(Shown &shown, model::PersonId person, const QString &text)
    {
        shown.profile.now += std::chrono::seconds(1);
        model::Draft draft;
        draft.person = person;
        draft.text = text;
        QVERIFY(test::wait(shown.profile.engine->outbox().send(draft)));
    }
    /// Bob's conversation, whose first line is far back; and a mail from Dora.
    static void fill(Shown &shown)
    {
        const model::PersonId bob = shown.profile.bob();
        shown.profile.chat->goDown({model::Service::Chat});
        say(shown, bob, QStringLiteral("Do you know the lighthouse?"));
        for (int i = 0; i < 70; ++i)
            say(shown, bob, QStringLiteral("line %1").arg(i));
        shown.profile.mail->arrive({test::arrivedMail(1, "From: Dora <dora@work.example>\nTo: alice@chat.example\n"
                                                         "Subject: 北京之行\nMessage-ID: <f1@work.example>\n"
                                                         "Content-Type: text/plain; charset=utf-8\n"
                                                         "Date: Sat, 21 Nov 2026 09:00:00 +0000\n\n"
                                                         "Photos of the lighthouse.\n")});
        auto *list = shown.child<QListView>("conversations");
        QTRY_COMPARE(list->model()->rowCount(), 2);
    }
    static QStringList found(const Shown &shown)
    {
        const QAbstractItemModel *model = shown.child<QListView>("found")->model();
        QStringList rows;
        for (int i = 0; i < model->rowCount(); ++i)
            rows.append(model->index(i, 0).data(Qt::AccessibleTextRole).toString());
        return rows;
    }

private Q_SLOTS:
    void everythingIsSearchedByKeyboardAndTheItemIsShown()
    {
        Shown shown;
        fill(shown);
        QTest::keyClick(shown.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *words = shown.child<QLineEdit>("searchEverything");
        QCOMPARE(QApplication::focusWidget(), words);
        QTest::keyClicks(words, QStringLiteral("light"));
        QTRY_COMPARE(found(shown),
                     (QStringList{QStringLiteral("Bob, from you, chat, Do you know the lighthouse?, 10:00"),
                                  QStringLiteral("Dora, e-mail, 北京之行, Photos of the lighthouse., 09:00")}));
        QCOMPARE(shown.child<QLabel>("searchCoverage")->text(),
                 QStringLiteral("Newest first. All 72 messages on this computer were searched."));
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
        shown.picture("search.png");
        QTest::keyClick(words, Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), shown.child<QListView>("found"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        auto *view = shown.child<timeline::TimelineView>("timeline");
        QTRY_COMPARE(view->currentRow(), 0);
        QCOMPARE(view->item(0).text, QStringLiteral("Do you know the lighthouse?"));
        QCOMPARE(QApplication::focusWidget(), view);
        QVERIFY(view->viewport()->rect().intersects(view->rowRect(0)));
        QVERIFY(!shown.child<QWidget>("searchPane")->isVisible());
    }

    void chineseIsFoundAndTheChannelNarrows()
    {
        Shown shown;
        fill(shown);
        QTest::keyClick(shown.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *words = shown.child<QLineEdit>("searchEverything");
        words->setText(QStringLiteral("北京"));
        QTRY_COMPARE(found(shown).size(), 1);
        QVERIFY(found(shown).first().startsWith(QStringLiteral("Dora, e-mail, 北京之行")));
        words->setText(QStringLiteral("lighthouse"));
        QTRY_COMPARE(found(shown).size(), 2);
        shown.child<QToolButton>("foundMail")->click();
        QTRY_COMPARE(found(shown).size(), 1);
        QVERIFY(found(shown).first().startsWith(QStringLiteral("Dora")));
        shown.child<QToolButton>("foundChats")->click();
        QTRY_VERIFY(found(shown).size() == 1 && found(shown).first().startsWith(QStringLiteral("Bob")));
    }

    void olderOnesComeWhenTheEndIsNear()
    {
        Shown shown;
        fill(shown);
        QTest::keyClick(shown.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        shown.child<QLineEdit>("searchEverything")->setText(QStringLiteral("line"));
        auto *list = shown.child<QListView>("found");
        QTRY_COMPARE(list->model()->rowCount(), 50);
        list->scrollToBottom();
        QTRY_COMPARE(list->model()->rowCount(), 70);
        QVERIFY(found(shown).first().contains(QStringLiteral("line 69")));
        QVERIFY(found(shown).last().contains(QStringLiteral("line 0")));
    }

    void escapeLeadsBackAndNothingFoundIsSaid()
    {
        Shown shown;
        fill(shown);
        shown.openBob();
        QTest::keyClick(shown.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *words = shown.child<QLineEdit>("searchEverything");
        QTest::keyClicks(words, QStringLiteral("nowhere"));
        QTRY_COMPARE(shown.child<QLabel>("nothingFound")->text(), QStringLiteral("No message matches."));
        QVERIFY(shown.child<QLabel>("nothingFound")->isVisible());
        QTest::keyClick(words, Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), shown.child<timeline::TimelineView>("timeline"));
    }

    void wordsForPeopleBecomeWordsForMessages()
    {
        Shown shown;
        fill(shown);
        QTest::keyClick(shown.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *people = shown.child<QLineEdit>("search");
        QVERIFY(!shown.child<QToolButton>("searchInMessages")->isVisible());
        QTest::keyClicks(people, QStringLiteral("know light"));
        QVERIFY(shown.child<QToolButton>("searchInMessages")->isVisible());
        QTest::keyClick(people, Qt::Key_Return);
        QTRY_COMPARE(found(shown).size(), 1);
        QVERIFY(found(shown).first().startsWith(QStringLiteral("Bob")));
    }

    void findHereGoesBeyondWhatIsLoaded()
    {
        Shown shown;
        fill(shown);
        auto *list = shown.child<QListView>("conversations");
        for (int row = 0; row < 2; ++row) {
            if (list->model()->index(row, 0).data().toString() == QStringLiteral("Bob"))
                list->setCurrentIndex(list->model()->index(row, 0));
        }
        auto *view = shown.child<timeline::TimelineView>("timeline");
        QTRY_COMPARE(view->count(), 50);
        QTest::keyClick(shown.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *words = shown.child<QLineEdit>("find");
        QTest::keyClicks(words, QStringLiteral("lighthouse"));
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_VERIFY(view->currentRow() >= 0 && view->item(view->currentRow()).text.contains(QStringLiteral("lighthouse")));
        QTRY_COMPARE(shown.child<QLabel>("findResult")->text(), QStringLiteral("Found, 10:00"));
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE(shown.child<QLabel>("findResult")->text(), QStringLiteral("No more matches"));
    }
};

ISTHMUS_TEST(tst_search)
#include "tst_search.moc"
