#include "core/engine/Timeline.h"

#include "tests/bench/Filling.h"
#include "tests/bench/Times.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"
#include "ui/timeline/TimelineView.h"

#include <QImage>
#include <QScrollBar>
#include <QSignalSpy>

using namespace isthmus;

namespace {

std::vector<model::Item> items(int count)
{
    std::vector<model::Item> made;
    made.reserve(static_cast<std::size_t>(count));
    for (int number = 0; number < count; ++number) {
        model::Item item;
        item.id = {number + 1};
        item.address = model::Jid::parse(test::personAddress(0)).value();
        item.at = base::fromMsecs(1'600'000'000'000 + number * 1000LL);
        item.direction = number % 3 == 0 ? model::Direction::Outgoing : model::Direction::Incoming;
        item.text = test::messageText(number % 2'000);
        if (number % 5 == 0) {
            item.channel = model::Channel::Mail;
            item.kind = model::ItemKind::MailCard;
            item.subject = item.text.left(40);
        }
        made.push_back(item);
    }
    return made;
}

void paint(timeline::TimelineView &view)
{
    QImage image(view.size(), QImage::Format_RGB32);
    view.render(&image);
}

}

/// A long conversation in the window. Printed; that the end is in sight is asserted.
class tst_timelinebench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void longConversationOpensAndScrolls()
    {
        double smallScroll = 0;
        double smallOpen = 0;
        for (const int count : {test::isLong() ? 10'000 : 1'000, test::isLong() ? 100'000 : 10'000}) {
            auto loaded = items(count);
            timeline::TimelineView view([] { return base::fromMsecs(1'800'000'000'000); });
            view.resize(900, 900);
            view.show();
            QElapsedTimer clock;
            clock.start();
            view.reset(std::move(loaded));
            paint(view);
            const double opened = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            QVERIFY(view.rowRect(count - 1).bottom() <= view.viewport()->height());
            QScrollBar &bar = *view.verticalScrollBar();
            const test::Times wheel = test::measured(500, [&](int) {
                bar.setValue(bar.value() - 120);
                paint(view);
            });
            const test::Times jump = test::measured(200, [&](int round) {
                bar.setValue(static_cast<int>(static_cast<qint64>(bar.maximum()) * ((round * 37) % 200) / 200));
                paint(view);
            });
            if (smallOpen == 0) {
                smallOpen = opened;
                smallScroll = wheel.p50;
            }
            qInfo().noquote() << count << "items: opens in" << opened << "ms (" << opened / smallOpen
                              << "times), a turn of the wheel" << wheel.words() << "(" << wheel.p50 / smallScroll
                              << "times), a jump" << jump.words();
        }
    }

    void conversationOpensFromTheStore()
    {
        test::Profile profile;
        const int count = test::isLong() ? 100'000 : 2'000;
        {
            const auto database = test::openStore(profile.path());
            test::Filling filling;
            filling.count = count;
            qInfo().noquote() << qRound(test::fill(*database, filling)) << "messages a second went in";
        }
        QElapsedTimer clock;
        clock.start();
        profile.open();
        qInfo().noquote() << "the engine opened" << count << "messages in" << clock.elapsed() << "ms";
        const auto person = profile.engine->contacts().personOf(model::Jid::parse(test::personAddress(0)).value());
        QVERIFY(person);
        clock.start();
        engine::Timeline timeline(*profile.engine, *person);
        QSignalSpy loaded(&timeline, &engine::Timeline::loaded);
        QVERIFY(loaded.wait(30'000));
        qInfo().noquote() << "first page after" << static_cast<double>(clock.nsecsElapsed()) / 1e6 << "ms";
        QSignalSpy inserted(&timeline, &engine::Timeline::itemsInserted);
        const test::Times older = test::measured(20, [&](int round) {
            timeline.loadOlder();
            QVERIFY(inserted.count() > round || inserted.wait(30'000));
        });
        qInfo().noquote() << "an older page:" << older.words();
    }
};

ISTHMUS_TEST(tst_timelinebench)
#include "tst_timelinebench.moc"
