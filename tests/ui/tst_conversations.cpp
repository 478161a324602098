#include "ui/conversations/ConversationPane.h"

#include "tests/support/TestMain.h"
#include "tests/ui/DemoValues.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using namespace isthmus;
using conversations::ConversationFilter;
using conversations::ConversationPane;
using conversations::Shown;
using model::PersonId;

class tst_conversations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAreSpokenWhole_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("name");
        QTest::newRow("unread mail") << 0 << "Bob Miller, online, 2 unread, e-mail, Minutes of Tuesday, 10:02";
        QTest::newRow("own last line") << 1 << "Carol Jensen, away, chat, You: see you, 08:40";
        QTest::newRow("mail only has no presence") << 2 << "Money & Sons, e-mail, Your receipt for order 4711, Yesterday";
        QTest::newRow("failed") << 5 << "Erik, offline, last message failed, chat, Did it arrive?, 2 Nov 2026";
        QTest::newRow("nothing said yet")
            << 6 << "Fatima Al-Zahra with a name that is longer than the list is wide, away for long, no messages yet";
    }
    void rowsAreSpokenWhole()
    {
        QFETCH(int, row);
        const auto rows = test::demoModel(test::demoRows());
        ConversationFilter filter(test::demoClock());
        filter.setSourceModel(rows.get());
        QTEST(filter.index(row, 0).data(Qt::AccessibleTextRole).toString(), "name");
    }

    void filtersAndWordsNarrowTheList()
    {
        const auto rows = test::demoModel(test::demoRows());
        ConversationFilter filter(test::demoClock());
        const QAbstractItemModelTester tester(&filter);
        filter.setSourceModel(rows.get());
        QCOMPARE(filter.rowCount(), 7);
        filter.setShown(Shown::Unread);
        QCOMPARE(filter.rowCount(), 2);
        filter.setShown(Shown::Chats);
        QCOMPARE(filter.rowCount(), 5);
        filter.setShown(Shown::All);
        filter.setWords(QStringLiteral("shop receipt"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setWords(QStringLiteral("nobody"));
        QCOMPARE(filter.rowCount(), 0);
    }

    void readingDoesNotMakeTheRowVanish()
    {
        auto values = test::demoRows();
        const auto rows = test::demoModel(values);
        ConversationFilter filter(test::demoClock());
        filter.setSourceModel(rows.get());
        filter.setShown(Shown::Unread);
        filter.setKept({1});
        values[0].unread = 0;
        rows->item(0)->setData(QVariant::fromValue(values[0]), engine::Conversations::RowRole);
        QCOMPARE(filter.rowCount(), 2);
    }

    void keysSearchChooseAndOpen()
    {
        const auto rows = test::demoModel(test::demoRows());
        ConversationPane pane(rows.get(), test::demoClock());
        pane.show();
        QSignalSpy chosen(&pane, &ConversationPane::chosen);
        QSignalSpy activated(&pane, &ConversationPane::activated);
        auto *search = pane.findChild<QLineEdit *>(QStringLiteral("search"));
        pane.focusSearch();
        QTest::keyClicks(search, QStringLiteral("car"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().at(0).value<PersonId>(), PersonId{2});
        QCOMPARE(chosen.count(), 1);
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
        auto *list = pane.findChild<QListView *>(QStringLiteral("conversations"));
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(pane.current(), PersonId{3});
    }

    // A screen reader selects without making current (libraries/accessibility.md).
    void selectingOpensTheConversation()
    {
        const auto rows = test::demoModel(test::demoRows());
        ConversationPane pane(rows.get(), test::demoClock());
        pane.show();
        QSignalSpy chosen(&pane, &ConversationPane::chosen);
        auto *list = pane.findChild<QListView *>(QStringLiteral("conversations"));
        list->selectionModel()->select(list->model()->index(3, 0), QItemSelectionModel::ClearAndSelect);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().at(0).value<PersonId>(), PersonId{4});
    }

    void emptyListSaysWhy()
    {
        const auto rows = test::demoModel({});
        ConversationPane pane(rows.get(), test::demoClock());
        pane.show();
        QVERIFY(pane.findChild<QWidget *>(QStringLiteral("noConversations"))->isVisible());
    }
};

ISTHMUS_TEST(tst_conversations)
#include "tst_conversations.moc"
