#include "core/display/DisplayCodec.h"
#include "tests/ui/DemoValues.h"
#include "tests/ui/ShownWindow.h"
#include "ui/shell/ConversationView.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>

#include <functional>

using namespace isthmus;
using model::RowHeight;
using timeline::TimelineView;

// A conversation that is opened again has the scroll bar that it had, before any row out of sight is measured.

namespace {

/// Of very different heights.
std::vector<model::Item> lines(int count)
{
    std::vector<model::Item> items;
    for (int i = 0; i < count; ++i) {
        model::Item item;
        item.id = {i + 1};
        item.address = test::demoJid("bob@chat.example");
        item.at = test::demoNow() + std::chrono::seconds(i);
        item.text = QStringLiteral("Some words that are said here. ").repeated(1 + i * 7 % 23);
        item.direction = i % 3 == 0 ? model::Direction::Outgoing : model::Direction::Incoming;
        item.read = true;
        items.push_back(item);
    }
    return items;
}

constexpr QSize usual{700, 600};

std::unique_ptr<TimelineView> shownView(const std::vector<model::Item> &items, const std::vector<RowHeight> &heights = {},
                                        QSize size = usual, const QFont &font = QApplication::font())
{
    auto view = std::make_unique<TimelineView>(test::demoClock());
    view->setFont(font);
    view->setPerson(QStringLiteral("Bob"), QStringLiteral("bob@chat.example"));
    view->resize(size);
    view->show();
    view->reset(items, heights);
    return view;
}

void walkThrough(const TimelineView &view)
{
    QScrollBar *bar = view.verticalScrollBar();
    for (int i = 0; i < 10'000 && bar->value() > 0; ++i)
        bar->setValue(bar->value() - view.viewport()->height() / 2);
    bar->setValue(bar->maximum());
}

int total(const TimelineView &view)
{
    return view.verticalScrollBar()->maximum() + view.viewport()->height();
}

/// Says when a widget is about to be painted.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(std::function<void()> seen) : m_seen(std::move(seen)) {}
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_seen();
        return false;
    }

private:
    std::function<void()> m_seen;
};

constexpr int common = 72; ///< of what was never measured

}

class tst_heights : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openedAgainItIsAsHighAsItWas()
    {
        const auto items = lines(400);
        const auto first = shownView(items);
        const int estimated = total(*first);
        walkThrough(*first);
        const int measured = total(*first);
        QVERIFY2(qAbs(measured - estimated) > 1000, qPrintable(QString::number(measured - estimated)));
        const std::vector<RowHeight> heights = first->takeMeasuredHeights();
        QCOMPARE(heights.size(), items.size());
        QVERIFY(first->takeMeasuredHeights().empty());

        const auto again = shownView(items, heights);
        QCOMPARE(total(*again), measured);
        for (int row = 0; row < again->count(); ++row)
            QCOMPARE(again->rowRect(row).height(), first->rowRect(row).height());
        // The hand on the scroll bar finds the same place.
        first->verticalScrollBar()->setValue(measured / 3);
        again->verticalScrollBar()->setValue(measured / 3);
        for (int row = 0; row < again->count(); ++row)
            QCOMPARE(again->rowRect(row), first->rowRect(row));
        // What turned out as it was known is not written again.
        walkThrough(*again);
        QCOMPARE(total(*again), measured);
        QVERIFY(again->takeMeasuredHeights().empty());
    }

    void olderOnesComeWithTheirHeights()
    {
        const auto items = lines(300);
        const auto first = shownView(items);
        walkThrough(*first);
        const std::vector<RowHeight> heights = first->takeMeasuredHeights();
        const std::vector<model::Item> older(items.begin(), items.begin() + 200);
        const auto again = shownView({items.begin() + 200, items.end()}, heights);
        again->insert(0, older, heights);
        walkThrough(*again); // the row that was the first no longer names its day
        QCOMPARE(total(*again), total(*first));
    }

    void otherwiseLaidOutTheyAreNotUsed_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("points");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("another width") << QSize(640, 600) << 0 << false;
        QTest::newRow("a larger font") << usual << 2 << false;
        QTest::newRow("from right to left") << usual << 0 << true;
    }
    void otherwiseLaidOutTheyAreNotUsed()
    {
        QFETCH(QSize, size);
        QFETCH(int, points);
        QFETCH(bool, mirrored);
        const auto items = lines(200);
        const auto first = shownView(items);
        walkThrough(*first);
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() + points);
        const std::vector<RowHeight> heights = first->takeMeasuredHeights();
        const auto other = shownView({}, {}, size, font);
        if (mirrored)
            other->setLayoutDirection(Qt::RightToLeft);
        other->reset(items, heights);
        QCOMPARE(other->rowRect(0).height(), common);
        QCOMPARE(other->rowRect(100).height(), common);
    }

    void theWindowMayGetItsSizeAfterItsItems()
    {
        const auto items = lines(200);
        const auto first = shownView(items);
        walkThrough(*first);
        const auto again = shownView(items, first->takeMeasuredHeights(), {300, 300});
        QVERIFY(total(*again) != total(*first));
        again->resize(usual);
        QCOMPARE(total(*again), total(*first));
    }

    void whatIsMeasuredCounts()
    {
        const auto items = lines(100);
        const auto first = shownView(items);
        walkThrough(*first);
        std::vector<RowHeight> wrong = first->takeMeasuredHeights();
        for (RowHeight &one : wrong)
            one.height += 1000;
        wrong[0].height = -5; // of no use to anybody
        const auto again = shownView(items, wrong);
        QVERIFY(total(*again) > total(*first) + 50'000);
        walkThrough(*again);
        QCOMPARE(total(*again), total(*first));
        QCOMPARE(again->takeMeasuredHeights().size(), items.size());
    }

    void whatIsUnfoldedIsFoldedTheNextTime()
    {
        auto items = lines(3);
        items[1].text = QStringLiteral("a line\n").repeated(300);
        const auto first = shownView(items);
        walkThrough(*first);
        const int folded = first->rowRect(1).height();
        first->trigger(1, timeline::ItemAction::ToggleFold);
        QVERIFY(first->rowRect(1).height() > folded + 500);
        for (const RowHeight &one : first->takeMeasuredHeights())
            QVERIFY(one.item.raw != 2 || one.height == folded);
    }

    void aMailIsAsHighAsItsSenderLaidItOut()
    {
        std::vector<model::Item> items = lines(1);
        items[0].channel = model::Channel::Mail;
        items[0].kind = model::ItemKind::MailCard;
        items[0].mail = {1};
        const auto view = shownView(items);
        QSignalSpy asked(view.get(), &TimelineView::bodyWanted);
        QTRY_COMPARE(asked.count(), 1);
        QVERIFY(view->takeMeasuredHeights().empty()); // its text is not the last word
        const auto wish = asked[0][1].value<engine::LayoutWish>();
        display::DisplayList list;
        list.width = wish.width;
        list.height = 300;
        list.ops.emplace_back(display::FillOp{{0, 0, wish.width, 300}, 0xffc81e5a, 0});
        view->setBody(items[0].id, wish, display::encode(list));
        const std::vector<RowHeight> laidOut = view->takeMeasuredHeights();
        QCOMPARE(laidOut.size(), 1u);
        QVERIFY(laidOut[0].height > 300);
        QCOMPARE(laidOut[0].height, view->rowRect(0).height());

        const auto textOnly = shownView(items);
        QSignalSpy askedToo(textOnly.get(), &TimelineView::bodyWanted);
        QTRY_COMPARE(askedToo.count(), 1);
        textOnly->setBody(items[0].id, wish, base::Error{base::Fault::NotFound, QStringLiteral("no HTML")});
        QCOMPARE(textOnly->takeMeasuredHeights().size(), 1u);
    }

    /// The whole way: to another person and back, and over the end of the program.
    void theWindowRemembersThem()
    {
        test::ShownWindow shown;
        const auto view = [&shown]() -> TimelineView & { return *shown.child<TimelineView>("timeline"); };
        const auto conversation = [&shown]() -> shell::ConversationView & {
            return *shown.child<shell::ConversationView>("conversationView");
        };
        const model::PersonId bob = shown.openBob();
        shown.profile.chat->goDown({model::Service::Chat});
        for (int i = 0; i < 40; ++i) {
            model::Draft draft;
            draft.person = bob;
            draft.text = QStringLiteral("Some words that are said here. ").repeated(1 + i * 17 % 29);
            shown.profile.now += std::chrono::seconds(1);
            QVERIFY(test::wait(shown.profile.engine->outbox().send(draft)));
        }
        QTRY_COMPARE(view().count(), 40);
        walkThrough(view());
        const int measured = total(view());
        // The first paint of what is loaded, not a later one.
        const auto totalAtFirst = [&](const auto &open) {
            int at = 0;
            FirstPaint paint([&] {
                if (at == 0 && view().count() == 40)
                    at = total(view());
            });
            view().viewport()->installEventFilter(&paint);
            open();
            (void)test::comesTrue([&] { return at != 0; }, 5000);
            return at;
        };
        conversation().openNewMail();
        QCOMPARE(view().count(), 0);
        const auto isKept = [&] {
            const engine::Timeline timeline(*shown.profile.engine, bob);
            QSignalSpy loaded(&timeline, &engine::Timeline::loaded);
            return loaded.wait(5000) && timeline.heights(0, 40).size() == 40;
        };
        QTRY_VERIFY(isKept());
        QCOMPARE(totalAtFirst([&] { conversation().open(bob); }), measured);

        shown.window.reset();
        shown.profile.close();
        shown.profile.reopen();
        shown.show();
        auto *list = shown.child<QListView>("conversations");
        QTRY_VERIFY(list->model()->rowCount() == 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTRY_COMPARE(view().count(), 40);
        QCOMPARE(total(view()), measured); // nobody has walked through it
    }
};

ISTHMUS_TEST(tst_heights)
#include "tst_heights.moc"
