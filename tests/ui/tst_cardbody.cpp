#include "core/display/DisplayCodec.h"
#include "tests/support/TestMain.h"
#include "tests/ui/DemoValues.h"
#include "tests/ui/Painted.h"
#include "ui/theme/Appearance.h"
#include "ui/timeline/TimelineView.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QSignalSpy>

#include <functional>

using namespace isthmus;
using timeline::TimelineView;

namespace {

constexpr QRgb paint = 0xffc81e5a; // in no theme

/// A coloured ground, two paragraphs, the second one a link that names another host.
display::DisplayList newsletter(int width, int height)
{
    display::DisplayList list;
    list.width = width;
    list.height = height;
    list.fonts.push_back({QStringLiteral("Noto Sans"), 15, false, false, false, false});
    list.ops.emplace_back(display::FillOp{{0, 0, width, height}, paint, 0});
    list.ops.emplace_back(display::TextOp{10, 30, 0, 0xffffffff, QStringLiteral("Spring offers")});
    list.runs.push_back({QStringLiteral("Spring "), {10, 14, 50, 20}, -1, true});
    list.runs.push_back({QStringLiteral("offers"), {60, 14, 50, 20}, -1, false});
    list.runs.push_back({QStringLiteral("bank.example"), {10, 54, 90, 20}, 0, true});
    list.links.push_back({QStringLiteral("https://user@evil.example/a?b=1&c=2"), true});
    list.remotePictures.push_back({QStringLiteral("https://track.example/1.gif"), QStringLiteral("track.example")});
    return list;
}

model::Item mailCard(int id)
{
    model::Item item;
    item.id = {id};
    item.address = test::demoMailbox("shop@work.example");
    item.at = test::demoNow();
    item.channel = model::Channel::Mail;
    item.kind = model::ItemKind::MailCard;
    item.subject = QStringLiteral("Offers");
    item.text = QStringLiteral("The text of the mail");
    item.mail = {id};
    return item;
}

/// A view whose mails are laid out by a function instead of the reader.
struct Shown {
    using Answer = std::function<base::Result<QByteArray>(const engine::LayoutWish &)>;

    explicit Shown(Answer given, std::vector<model::Item> items = {mailCard(1)})
        : view(test::demoClock()), asked(&view, &TimelineView::bodyWanted), answer(std::move(given))
    {
        QObject::connect(&view, &TimelineView::bodyWanted, &view, [this](model::ItemId id, const engine::LayoutWish &wish) {
            lastWish = wish;
            view.setBody(id, wish, answer(wish));
        });
        view.resize(700, 760);
        view.show();
        view.reset(std::move(items));
    }
    /// Where the painted body begins; nothing if it is not painted.
    [[nodiscard]] QPoint corner()
    {
        const QImage image = view.viewport()->grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == paint)
                    return {x, y};
            }
        }
        return {};
    }

    TimelineView view;
    QSignalSpy asked;
    Answer answer;
    engine::LayoutWish lastWish;
};

Shown::Answer listOfHeight(int height)
{
    return [height](const engine::LayoutWish &wish) { return display::encode(newsletter(wish.width, height)); };
}

}

class tst_cardbody : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mailIsPaintedAsItsSenderLaidItOut()
    {
        Shown shown(listOfHeight(200));
        QVERIFY(shown.corner().isNull());
        QTRY_VERIFY(!shown.corner().isNull());
        QCOMPARE(shown.asked.count(), 1);
        QCOMPARE(shown.lastWish.text, theme::Theme::of(shown.view.palette()).text.rgba());
        QVERIFY(!shown.lastWish.dark && !shown.lastWish.foldQuotes);
        const QImage image = shown.view.viewport()->grab().toImage();
        const QPoint corner = shown.corner();
        QCOMPARE(image.pixel(corner + QPoint(shown.lastWish.width - 1, 150)), paint);
        QVERIFY(image.pixel(corner + QPoint(shown.lastWish.width, 150)) != paint);
    }

    void tooWideMailIsScaled()
    {
        Shown shown([](const engine::LayoutWish &wish) { return display::encode(newsletter(wish.width * 3 / 2, 300)); });
        QTRY_VERIFY(!shown.corner().isNull());
        const QImage image = shown.view.viewport()->grab().toImage();
        const QPoint corner = shown.corner();
        QCOMPARE(image.pixel(corner + QPoint(shown.lastWish.width - 2, 190)), paint);
        QVERIFY(image.pixel(corner + QPoint(shown.lastWish.width - 2, 203)) != paint);
    }

    void textStaysWhereThereIsNoList_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("mail without HTML") << 0;
        QTest::newRow("list that paints nothing") << 1;
        QTest::newRow("nobody who lays out") << 2;
    }
    void textStaysWhereThereIsNoList()
    {
        QFETCH(int, kind);
        Shown shown([kind](const engine::LayoutWish &) -> base::Result<QByteArray> {
            if (kind == 1)
                return display::encode(display::DisplayList{});
            return base::Error{kind == 0 ? base::Fault::NotFound : base::Fault::Unsupported, QStringLiteral("no HTML")};
        });
        const int before = shown.view.rowRect(0).height();
        QTRY_COMPARE(shown.asked.count(), 1);
        shown.view.resize(690, 760);
        QVERIFY(test::painted(*shown.view.viewport()));
        QVERIFY(shown.corner().isNull());
        QCOMPARE(shown.view.rowRect(0).height(), before);
        QCOMPARE(shown.asked.count(), 1);
    }

    void refusedLayoutIsSaidAboveTheText_data()
    {
        QTest::addColumn<base::Fault>("fault");
        QTest::addColumn<QString>("reason");
        QTest::newRow("too much time") << base::Fault::Timeout << "took too much time or memory";
        QTest::newRow("reader died") << base::Fault::ProtocolBroken << "took too much time or memory";
        QTest::newRow("over a limit") << base::Fault::TooLarge << "too large to be shown safely";
        QTest::newRow("damaged") << base::Fault::Malformed << "damaged and cannot be read";
    }
    void refusedLayoutIsSaidAboveTheText()
    {
        QFETCH(base::Fault, fault);
        QFETCH(QString, reason);
        Shown shown([fault](const engine::LayoutWish &) -> base::Result<QByteArray> {
            return base::Error{fault, QStringLiteral("words of the reader")};
        });
        const int before = shown.view.rowRect(0).height();
        QTRY_VERIFY(shown.view.bodyFault(0));
        QVERIFY(shown.view.rowRect(0).height() > before);
        const QString said = QAccessible::queryAccessibleInterface(&shown.view)->child(0)->text(QAccessible::Description);
        QVERIFY2(said.contains(QStringLiteral("layout of this e-mail could not be shown safely")) && said.contains(reason),
                 qPrintable(said));
        QVERIFY(!said.contains(QStringLiteral("words of the reader")));
        // Its text and its source are one action away.
        QVERIFY(timeline::spokenText(shown.view.item(0), {}).contains(QStringLiteral("The text of the mail")));
        QSignalSpy wishes(&shown.view, &TimelineView::actionRequested);
        QAccessible::queryAccessibleInterface(&shown.view)
            ->child(0)
            ->actionInterface()
            ->doAction(QStringLiteral("Show source"));
        QCOMPARE(wishes.count(), 1);
        QCOMPARE(wishes.first().at(1).value<timeline::ItemAction>(), timeline::ItemAction::ShowSource);
    }

    void chatLinesAreNotAskedFor()
    {
        model::Item line = mailCard(1);
        line.channel = model::Channel::Chat;
        Shown shown(listOfHeight(200), {line, mailCard(2)});
        QTRY_COMPARE(shown.asked.count(), 1);
        QCOMPARE(shown.asked.first().first().value<model::ItemId>(), model::ItemId{2});
    }

    void highMailIsFoldedAndShownWhole()
    {
        Shown shown(listOfHeight(1500));
        QTRY_VERIFY(!shown.corner().isNull());
        const int folded = shown.view.rowRect(0).height();
        QVERIFY2(folded > 420 && folded < 700, qPrintable(QString::number(folded)));
        QVERIFY(shown.view.isFoldable(0));
        shown.view.trigger(0, timeline::ItemAction::ToggleFold);
        // Beside the scroll bar that came there is less room: scaled until it is laid out for that.
        QTRY_COMPARE(shown.view.rowRect(0).height(), folded + 1500 - 420);
        shown.view.trigger(0, timeline::ItemAction::ToggleFold);
        QTRY_COMPARE(shown.view.rowRect(0).height(), folded);
    }

    void foldedQuotationComesBack()
    {
        model::Item item = mailCard(1);
        item.text = QStringLiteral("Yes.\n\nBob wrote:\n> a\n> b\n> c");
        Shown shown(
            [](const engine::LayoutWish &wish) {
                return display::encode(newsletter(wish.width, wish.foldQuotes ? 100 : 260));
            },
            {item});
        QTRY_VERIFY(!shown.corner().isNull());
        const int folded = shown.view.rowRect(0).height();
        QVERIFY(shown.lastWish.foldQuotes);
        QVERIFY(shown.view.isFoldable(0));
        shown.view.trigger(0, timeline::ItemAction::ToggleFold);
        QTRY_COMPARE(shown.view.rowRect(0).height(), folded + 160);
    }

    void linksSayWhereTheyLead()
    {
        Shown shown(listOfHeight(200));
        QTRY_VERIFY(!shown.corner().isNull());
        QSignalSpy opened(&shown.view, &TimelineView::linkActivated);
        const QPoint link = shown.corner() + QPoint(30, 64);
        QTest::mouseMove(shown.view.viewport(), link);
        QTRY_COMPARE(shown.view.viewport()->toolTip(), QStringLiteral("https://evil.example/a?b=1&c=2"));
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, link);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().at(0).toUrl().host(), QStringLiteral("evil.example"));
        QVERIFY(opened.first().at(1).toBool());
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, link + QPoint(0, 60));
        QCOMPARE(opened.count(), 1);
    }

    void selectionTakesTheTextOfTheList()
    {
        Shown shown(listOfHeight(200));
        QTRY_VERIFY(!shown.corner().isNull());
        const QPoint corner = shown.corner();
        QTest::mousePress(shown.view.viewport(), Qt::LeftButton, {}, corner + QPoint(65, 24));
        QTest::mouseMove(shown.view.viewport(), corner + QPoint(95, 64));
        QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, {}, corner + QPoint(95, 64));
        QCOMPARE(shown.view.selectedText(), QStringLiteral("offers\nbank.example"));
        const QImage image = shown.view.viewport()->grab().toImage();
        QVERIFY(image.pixel(corner + QPoint(105, 16)) != paint);
        QCOMPARE(image.pixel(corner + QPoint(200, 100)), paint);
        QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("offers\nbank.example"));
    }

    void remotePicturesAreCountedAndNamed()
    {
        display::DisplayList list = newsletter(300, 100);
        list.remotePictures.push_back({QStringLiteral("https://track.example/2.gif"), QStringLiteral("track.example")});
        list.remotePictures.push_back({QStringLiteral("https://cdn.example/3.png"), QStringLiteral("cdn.example")});
        QCOMPARE(timeline::CardBody(list).remotePictures(),
                 QStringLiteral("3 picture(s) from track.example, cdn.example are not loaded"));
        list.remotePictures.clear();
        QVERIFY(timeline::CardBody(list).remotePictures().isEmpty());
    }

    void anotherThemeIsAnotherList()
    {
        Shown shown(listOfHeight(200));
        QTRY_VERIFY(!shown.corner().isNull());
        shown.view.setPalette(theme::Theme::get(theme::Scheme::Dark).palette());
        QVERIFY(shown.corner().isNull());
        QTRY_VERIFY(!shown.corner().isNull());
        QVERIFY(shown.lastWish.dark);
        // What was asked for in the light comes too late.
        const int height = shown.view.rowRect(0).height();
        engine::LayoutWish light = shown.lastWish;
        light.dark = false;
        shown.view.setBody({1}, light, display::encode(newsletter(light.width, 390)));
        QCOMPARE(shown.view.rowRect(0).height(), height);
    }

    void bytesThatAreNoListAreAVerdict()
    {
        Shown shown([](const engine::LayoutWish &) { return QByteArray("417"); });
        QTRY_VERIFY(shown.view.bodyFault(0));
        QVERIFY(shown.corner().isNull());
    }

    void linksReachTheAccessibilityTree()
    {
        model::Item line = mailCard(2);
        line.channel = model::Channel::Chat;
        line.kind = model::ItemKind::Bubble;
        line.text = QStringLiteral("See https://shop.example/offer now");
        Shown shown(listOfHeight(200), {mailCard(1), line});
        QTRY_VERIFY(!shown.corner().isNull());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&shown.view);
        QAccessibleInterface *card = list->child(0);
        QCOMPARE(card->childCount(), 1);
        QAccessibleInterface *link = card->child(0);
        QCOMPARE(link->role(), QAccessible::Link);
        QCOMPARE(link->text(QAccessible::Name), QStringLiteral("bank.example"));
        QCOMPARE(link->text(QAccessible::Description),
                 QStringLiteral("Misleading: leads to https://evil.example/a?b=1&c=2"));
        QCOMPARE(link->parent(), card);
        QCOMPARE(card->indexOfChild(link), 0);
        QCOMPARE(card->child(0), link);
        QVERIFY(card->text(QAccessible::Description).contains(QStringLiteral("1 link")));
        QVERIFY(link->state().linked && link->state().focusable && !link->state().offscreen);
        const QRect place(shown.view.viewport()->mapToGlobal(shown.corner() + QPoint(10, 54)), QSize(90, 20));
        QVERIFY(place.adjusted(-1, -1, 1, 1).contains(link->rect()) && link->rect().contains(place.adjusted(1, 1, -1, -1)));
        QCOMPARE(card->childAt(place.center().x(), place.center().y()), link);
        QSignalSpy opened(&shown.view, &TimelineView::linkActivated);
        link->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().at(0).toUrl().host(), QStringLiteral("evil.example"));
        QVERIFY(opened.first().at(1).toBool());
        // A chat line's too; and a link without its message is none.
        QAccessibleInterface *plain = list->child(1)->child(0);
        QCOMPARE(plain->text(QAccessible::Name), QStringLiteral("https://shop.example/offer"));
        QCOMPARE(plain->text(QAccessible::Description), QStringLiteral("Leads to https://shop.example/offer"));
        line.text = QStringLiteral("See you");
        shown.view.replace(1, line);
        QVERIFY(!plain->isValid());
        QCOMPARE(list->child(1)->childCount(), 0);
    }

    void linksAreFollowedByKeys()
    {
        model::Item line = mailCard(2);
        line.channel = model::Channel::Chat;
        line.text = QStringLiteral("https://one.example/ and https://two.example/");
        Shown shown(listOfHeight(200), {mailCard(1), line});
        QTRY_VERIFY(!shown.corner().isNull());
        shown.view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.view));
        shown.view.setFocus();
        shown.view.setCurrentRow(1);
        QSignalSpy opened(&shown.view, &TimelineView::linkActivated);
        QSignalSpy left(&shown.view, &TimelineView::left);
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QCOMPARE(shown.view.currentLink(), -1);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.currentLink(), 1);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&shown.view);
        QCOMPARE(list->focusChild(), list->child(1)->child(1));
        QVERIFY(list->focusChild()->state().focused && !list->child(1)->state().focused);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.last().at(0).toUrl(), QUrl(QStringLiteral("https://two.example/")));
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QCOMPARE(shown.view.currentLink(), -1);
        QCOMPARE(left.count(), 0);
        QTest::keyClick(&shown.view, Qt::Key_Up);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        const QImage ring = shown.view.viewport()->grab().toImage();
        QVERIFY(ring.pixel(shown.corner() + QPoint(9, 64)) != paint);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QVERIFY(opened.last().at(1).toBool());
        QCOMPARE(opened.last().at(0).toUrl().host(), QStringLiteral("evil.example"));
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
    }

    void linksThatAreFoldedAwayAreNotWalked()
    {
        Shown shown([](const engine::LayoutWish &wish) {
            display::DisplayList list = newsletter(wish.width, 1500);
            list.links.push_back({QStringLiteral("https://bottom.example/"), false});
            list.runs.push_back({QString(), {10, 1400, 90, 20}, 1, true});
            return display::encode(list);
        });
        QTRY_VERIFY(!shown.corner().isNull());
        QCOMPARE(shown.view.linksOf(0).size(), 1u);
        shown.view.trigger(0, timeline::ItemAction::ToggleFold);
        QCOMPARE(shown.view.linksOf(0).size(), 2u);
        QCOMPARE(shown.view.linksOf(0).back().text, QStringLiteral("https://bottom.example/")); // a picture's has no words
    }

    void screenReaderHearsTheText()
    {
        Shown shown(listOfHeight(200));
        QTRY_VERIFY(!shown.corner().isNull());
        QVERIFY(timeline::spokenText(shown.view.item(0), {}).contains(QStringLiteral("The text of the mail")));
    }
};

ISTHMUS_TEST(tst_cardbody)
#include "tst_cardbody.moc"
