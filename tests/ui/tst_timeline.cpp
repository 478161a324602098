#include "core/model/FileStage.h"
#include "ui/timeline/Folding.h"
#include "ui/timeline/HeightIndex.h"
#include "ui/timeline/TimelineView.h"

#include "tests/support/TestMain.h"
#include "tests/ui/DemoValues.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace isthmus;
using timeline::ItemAction;
using timeline::TimelineView;

namespace {

std::vector<model::Item> lines(int count, int firstId = 1)
{
    std::vector<model::Item> items;
    for (int i = 0; i < count; ++i) {
        model::Item item;
        item.id = {firstId + i};
        item.address = test::demoJid("bob@chat.example");
        item.at = test::demoNow() + std::chrono::seconds(firstId + i);
        item.text = QStringLiteral("Line %1").arg(firstId + i);
        item.direction = i % 3 == 0 ? model::Direction::Outgoing : model::Direction::Incoming;
        items.push_back(item);
    }
    return items;
}

std::unique_ptr<TimelineView> shownView(std::vector<model::Item> items)
{
    auto view = std::make_unique<TimelineView>(test::demoClock());
    view->setPerson(QStringLiteral("Bob"), QStringLiteral("bob@chat.example"));
    view->resize(700, 600);
    view->show();
    view->reset(std::move(items));
    return view;
}

QAccessibleInterface *listOf(TimelineView &view)
{
    return QAccessible::queryAccessibleInterface(&view);
}

}

class tst_timeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOfferedFileAsksForTheUsersWord()
    {
        model::Item offer = lines(1).front();
        offer.direction = model::Direction::Incoming;
        offer.text.clear();
        offer.attachments = {{}};
        offer.attachments.front().name = QStringLiteral("figures.pdf");
        offer.attachments.front().bytes = 84'210;
        setFileStage(offer, model::FileStage::Offered);
        const auto view = shownView({offer});
        const auto offered = [&](ItemAction wanted) {
            const std::vector<timeline::Offer> all = view->offers(0);
            return std::any_of(all.begin(), all.end(), [&](const timeline::Offer &one) { return one.action == wanted; });
        };
        QVERIFY(offered(ItemAction::AcceptFile) && offered(ItemAction::DeclineFile));
        QVERIFY(!offered(ItemAction::OpenAttachment) && !offered(ItemAction::ShowSource));
        // By mouse as well as by the menu: both words stand in the bubble.
        QSignalSpy actions(view.get(), &TimelineView::actionRequested);
        const QRect row = view->rowRect(0);
        for (int y = row.top(); y < row.bottom(); y += 8) {
            for (int x = row.left(); x < row.right(); x += 16)
                QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {x, y});
        }
        QSet<int> clicked;
        for (const QList<QVariant> &call : actions)
            clicked.insert(static_cast<int>(call.at(1).value<ItemAction>()));
        QCOMPARE(clicked, (QSet<int>{static_cast<int>(ItemAction::AcceptFile), static_cast<int>(ItemAction::DeclineFile)}));
        QVERIFY(timeline::spokenText(offer, QStringLiteral("Bob")).contains(QStringLiteral("Offers you this file")));

        setFileStage(offer, model::FileStage::Coming);
        view->replace(0, offer);
        QVERIFY(!offered(ItemAction::AcceptFile) && offered(ItemAction::DeclineFile));
        setFileStage(offer, model::FileStage::Here);
        view->replace(0, offer);
        QVERIFY(offered(ItemAction::OpenAttachment) && !offered(ItemAction::DeclineFile));
    }

    void heightsFindRowsAndPlaces()
    {
        timeline::HeightIndex index;
        QCOMPARE(index.rowAt(0), -1);
        index.insert(0, 5, 10);
        index.set(2, 30);
        QCOMPARE(index.total(), 70);
        QCOMPARE(index.top(3), 50);
        QCOMPARE(index.rowAt(19), 1);
        QCOMPARE(index.rowAt(20), 2);
        QCOMPARE(index.rowAt(49), 2);
        QCOMPARE(index.rowAt(50), 3);
        QCOMPARE(index.rowAt(1000), 4);
        QCOMPARE(index.rowAt(-5), 0);
        index.insert(0, 2, 7);
        QCOMPARE(index.top(4), 34);
        index.remove(1, 3);
        QCOMPARE(index.count(), 4);
        QCOMPARE(index.total(), 7 + 30 + 20);
    }

    void foldingHidesNothingForGood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("folded");
        QTest::addColumn<bool>("isQuote");
        QTest::newRow("short text stays") << "one\ntwo"
                                          << "one\ntwo" << 0 << false;
        QTest::newRow("quoted tail folds with its introduction") << "Yes.\n\nOn Monday Bob wrote:\n> a\n> b\n> c"
                                                                 << "Yes." << 4 << true;
        QTest::newRow("answers between quotes stay") << "> a\nYes.\n> b\nNo."
                                                     << "> a\nYes.\n> b\nNo." << 0 << false;
        QTest::newRow("two quoted lines are not worth a fold") << "Yes.\n> a\n> b"
                                                               << "Yes.\n> a\n> b" << 0 << false;
        QTest::newRow("nothing but a quote stays") << "> a\n> b\n> c"
                                                   << "> a\n> b\n> c" << 0 << false;
        QTest::newRow("long text folds its end") << "1\n2\n3\n4\n5\n6\n7\n8"
                                                 << "1\n2\n3\n4" << 4 << false;
        QTest::newRow("three lines more than shown are shown") << "1\n2\n3\n4\n5\n6\n7"
                                                               << "1\n2\n3\n4\n5\n6\n7" << 0 << false;
    }
    void foldingHidesNothingForGood()
    {
        QFETCH(QString, text);
        const auto folded = timeline::foldText(text, 4);
        QTEST(folded.shown, "shown");
        QTEST(folded.foldedLines, "folded");
        QTEST(folded.isQuote, "isQuote");
        QVERIFY(text.startsWith(folded.shown));
    }

    void longLinesFoldToo()
    {
        const QString text = QStringLiteral("word ").repeated(100'000);
        const auto folded = timeline::foldText(text, 14);
        QVERIFY(text.startsWith(folded.shown));
        QVERIFY2(folded.shown.size() > 2'000 && folded.shown.size() < 6'000,
                 qPrintable(QString::number(folded.shown.size())));
        QCOMPARE(folded.foldedLines, 1);
        // Never inside a character.
        const QString faces = QString::fromUcs4(U"\U0001F600").repeated(50'000);
        QVERIFY(!timeline::foldText(faces, 14).shown.back().isHighSurrogate());
        QVERIFY(!timeline::foldText(QStringLiteral("a") + faces, 14).shown.back().isHighSurrogate());
    }

    void stackedMarksKeepTheirPlaces()
    {
        auto items = lines(1);
        items[0].text = u'a' + QString(QChar(0x301)).repeated(3'000) + u'z';
        const auto view = shownView(items);
        QVERIFY(view->rowRect(0).height() < 400);
        view->copy();
        view->setCurrentRow(0);
        view->copy();
        QCOMPARE(QApplication::clipboard()->text(), items[0].text);
    }

    void charactersOfNoFontKeepTheirPlaces()
    {
        auto items = lines(1);
        items[0].text =
            QStringLiteral("a") + QString::fromUcs4(U"\U0010F123\uE000\u0378").repeated(400) + QStringLiteral(" the end");
        const auto view = shownView(items);
        view->setCurrentRow(0);
        view->copy();
        QCOMPARE(QApplication::clipboard()->text(), items[0].text);
    }

    void hugeTextComesInPortions()
    {
        auto items = lines(1);
        items[0].text = QStringLiteral("a line\n").repeated(5'000) + QStringLiteral("the end");
        const auto view = shownView(items);
        QVERIFY(view->isFoldable(0));
        int before = view->rowRect(0).height();
        for (int portion = 1; portion <= 3; ++portion) {
            view->trigger(0, ItemAction::ToggleFold);
            QVERIFY(view->rowRect(0).height() > before + 10'000);
            before = view->rowRect(0).height();
        }
        view->trigger(0, ItemAction::ToggleFold);
        QVERIFY(view->rowRect(0).height() < 1'000);
        const QString most = timeline::portionOf(items[0].text, 2).shown;
        QVERIFY(items[0].text.startsWith(most));
        QCOMPARE(timeline::portionOf(items[0].text, 3).shown, items[0].text);
    }

    void opensAtTheEnd()
    {
        const auto view = shownView(lines(2000));
        QVERIFY(view->isAtEnd());
        QVERIFY(view->rowRect(1999).bottom() <= view->viewport()->height());
        QVERIFY(view->rowRect(1999).bottom() > view->viewport()->height() - 20);
    }

    void staysAtTheEndWhenMessagesCome()
    {
        const auto view = shownView(lines(200));
        view->insert(200, lines(3, 201));
        QVERIFY(view->isAtEnd());
        QVERIFY(view->rowRect(202).bottom() <= view->viewport()->height());
    }

    void whatIsInSightStaysWhenOlderMessagesAreInserted()
    {
        const auto view = shownView(lines(300, 1000));
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2);
        QVERIFY(!view->isAtEnd());
        const int row = view->rowOf({1150});
        const int before = view->rowRect(row).top();
        view->insert(0, lines(200, 500));
        QCOMPARE(view->rowRect(view->rowOf({1150})).top(), before);
    }

    void whatIsInSightStaysWhenMessagesComeBelow()
    {
        const auto view = shownView(lines(300));
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2);
        const int before = view->rowRect(150).top();
        view->insert(300, lines(5, 301));
        QCOMPARE(view->rowRect(150).top(), before);
        QVERIFY(!view->isAtEnd());
    }

    void asksForOlderMessagesNearTheBeginning()
    {
        const auto view = shownView(lines(200));
        QSignalSpy older(view.get(), &TimelineView::olderWanted);
        view->verticalScrollBar()->setValue(0);
        QCOMPARE(older.count(), 1);
    }

    void keysWalkTheItems()
    {
        const auto view = shownView(lines(100));
        view->setFocus();
        QTest::keyClick(view.get(), Qt::Key_Home);
        QCOMPARE(view->currentRow(), 0);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->currentRow(), 1);
        QTest::keyClick(view.get(), Qt::Key_PageDown);
        QVERIFY(view->currentRow() > 5);
        QVERIFY(view->viewport()->rect().intersects(view->rowRect(view->currentRow())));
        QTest::keyClick(view.get(), Qt::Key_End);
        QCOMPARE(view->currentRow(), 99);
        QTest::keyClick(view.get(), Qt::Key_Up);
        QCOMPARE(view->currentRow(), 98);
        QSignalSpy left(view.get(), &TimelineView::left);
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
    }

    void enterUnfoldsAndTheTextIsComplete()
    {
        auto items = test::demoItems();
        const auto view = shownView(items);
        const int card = view->rowOf({4});
        view->setFocus();
        view->setCurrentRow(card);
        QVERIFY(view->isFoldable(card));
        const int folded = view->rowRect(card).height();
        QTest::keyClick(view.get(), Qt::Key_Return);
        QVERIFY(view->rowRect(card).height() > folded);
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(view->rowRect(card).height(), folded);
    }

    void copyTakesTheWholeItem()
    {
        const auto items = test::demoItems();
        const auto view = shownView(items);
        view->setCurrentRow(view->rowOf({4}));
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), items[3].subject + u'\n' + items[3].text);
    }

    void mouseSelectsTextAcrossItems()
    {
        const auto view = shownView(lines(6));
        const QRect first = view->rowRect(1);
        const QRect last = view->rowRect(5);
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, {first.left() + 2, first.top() + 8});
        QTest::mouseMove(view->viewport(), {last.right() - 5, last.bottom() - 4});
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, {last.right() - 5, last.bottom() - 4});
        QCOMPARE(view->selectedText(), QStringLiteral("Line 2\nLine 3\nLine 4\nLine 5\nLine 6"));
    }

    void menuHoldsEveryPossibleAction()
    {
        const auto view = shownView(test::demoItems());
        const std::unique_ptr<QMenu> menu(view->menuFor(view->rowOf({4}), nullptr));
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts.append(action->text());
        for (const char *wanted : {"Reply", "Reply as chat", "Copy", "Show source", "Save minutes.pdf…", "Save as .eml…"})
            QVERIFY2(texts.contains(QString::fromUtf8(wanted)), wanted);
    }

    void failedItemOffersRetryAndTheOtherChannel()
    {
        const auto view = shownView(test::demoItems());
        QSignalSpy wishes(view.get(), &TimelineView::actionRequested);
        view->trigger(view->rowOf({9}), ItemAction::OtherChannel);
        QCOMPARE(wishes.count(), 1);
        QCOMPARE(timeline::actionText(ItemAction::OtherChannel, view->item(view->rowOf({9}))),
                 QStringLiteral("Send as e-mail"));
    }

    void screenReaderSeesAListOfItems()
    {
        const auto view = shownView(test::demoItems());
        QAccessibleInterface *list = listOf(*view);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Messages with Bob"));
        QCOMPARE(list->childCount(), 10);
        QAccessibleInterface *card = list->child(3);
        QCOMPARE(card->role(), QAccessible::ListItem);
        QVERIFY2(card->text(QAccessible::Name)
                     .startsWith(QStringLiteral("Bob Miller, e-mail, 09:30, Minutes of Tuesday, Hello Alice")),
                 qPrintable(card->text(QAccessible::Name)));
        QVERIFY(card->text(QAccessible::Description).contains(QStringLiteral("Sender verified")));
        QVERIFY(card->text(QAccessible::Description).contains(QStringLiteral("minutes.pdf")));
        QCOMPARE(list->child(4)->text(QAccessible::Name),
                 QStringLiteral("You, chat, 09:40, Thanks! Reading now., delivered"));
        QCOMPARE(list->child(0)->text(QAccessible::Name),
                 QStringLiteral("Bob, chat, 08:10, Hi! Are you coming on Tuesday?"));
        QCOMPARE(list->indexOfChild(card), 3);
        QCOMPARE(card->parent(), list);
        QVERIFY(list->child(10) == nullptr);
    }

    void aCardHasTheButtonsOfAMailProgram()
    {
        std::vector<model::Item> items = test::demoItems();
        model::Item mail = items.at(3);
        mail.mail = model::MailId{1};
        mail.attachments.clear();
        const auto view = shownView({mail});
        QSignalSpy wishes(view.get(), &TimelineView::actionRequested);
        const auto clickedAnywhere = [&] {
            QList<ItemAction> found;
            wishes.clear();
            for (int y = 0; y < view->viewport()->height(); y += 10) {
                for (int x = 0; x < view->viewport()->width(); x += 20)
                    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, {x, y});
            }
            for (const QList<QVariant> &wish : std::as_const(wishes)) {
                if (const auto action = wish.at(1).value<ItemAction>(); !found.contains(action))
                    found.append(action);
            }
            return found;
        };
        QCOMPARE(clickedAnywhere(), (QList{ItemAction::Reply, ItemAction::ReplyAsChat, ItemAction::ShowSource,
                                           ItemAction::Archive, ItemAction::Trash}));
        view->resize(400, 600); // what has no room is in the menu
        QCOMPARE(clickedAnywhere().first(), ItemAction::Reply);
        QVERIFY(!clickedAnywhere().contains(ItemAction::Trash));
    }

    void screenReaderCanActOnAnItem()
    {
        const auto view = shownView(test::demoItems());
        QSignalSpy wishes(view.get(), &TimelineView::actionRequested);
        QAccessibleActionInterface *actions = listOf(*view)->child(3)->actionInterface();
        QVERIFY(actions);
        QVERIFY(actions->actionNames().contains(QStringLiteral("Reply as chat")));
        actions->doAction(QStringLiteral("Reply as chat"));
        QCOMPARE(wishes.count(), 1);
        QCOMPARE(wishes.first().at(0).value<model::ItemId>(), model::ItemId{4});
        QCOMPARE(wishes.first().at(1).value<ItemAction>(), ItemAction::ReplyAsChat);
        QCOMPARE(view->currentRow(), 3);
    }

    void interfacesFollowTheMessageNotTheRow()
    {
        const auto view = shownView(lines(5, 100));
        QAccessibleInterface *third = listOf(*view)->child(2);
        const QString name = third->text(QAccessible::Name);
        view->insert(0, lines(4, 10));
        QCOMPARE(third->text(QAccessible::Name), name);
        QCOMPARE(listOf(*view)->indexOfChild(third), 6);
        view->remove(6, 1);
        QCOMPARE(listOf(*view)->childCount(), 8);
    }

    void itemsOutOfSightSayThatTheyAre()
    {
        const auto view = shownView(lines(500));
        QAccessibleInterface *list = listOf(*view);
        QVERIFY(list->child(0)->state().offscreen);
        QVERIFY(!list->child(499)->state().offscreen);
        QVERIFY(view->viewport()->rect().contains(
            QRect(view->viewport()->mapFromGlobal(list->child(499)->rect().topLeft()), list->child(499)->rect().size())));
    }

    void hundredThousandItemsOpenAtOnce()
    {
        QElapsedTimer timer;
        timer.start();
        const auto view = shownView(lines(100'000));
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(view->rowRect(99'999).bottom() <= view->viewport()->height());
    }

    void seenIsSaidOnlyInAnActiveWindowAtTheEnd()
    {
        auto view = std::make_unique<TimelineView>(test::demoClock());
        QSignalSpy seen(view.get(), &TimelineView::endSeen);
        view->resize(700, 600);
        view->reset(lines(100));
        QCOMPARE(seen.count(), 0);
        view->show();
        view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(view.get()));
        QTRY_VERIFY(seen.count() > 0);
        seen.clear();
        view->verticalScrollBar()->setValue(0);
        view->insert(100, lines(1, 101));
        QCOMPARE(seen.count(), 0);
    }
};

ISTHMUS_TEST(tst_timeline)
#include "tst_timeline.moc"
