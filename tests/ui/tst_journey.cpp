#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"
#include "ui/shell/JourneyText.h"
#include "ui/shell/MainWindow.h"
#include "ui/timeline/TimelineView.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>

using namespace isthmus;
using model::DeliveryStage;
using model::Station;
using shell::JourneyText;

namespace {

model::Journey journeyAt(DeliveryStage stage, model::Channel channel = model::Channel::Chat)
{
    model::Journey journey;
    journey.item.id = model::ItemId{42};
    journey.item.address = test::jid("bob@chat.example");
    journey.item.direction = model::Direction::Outgoing;
    journey.item.channel = channel;
    journey.item.delivery.stage = stage;
    journey.item.stanzaId = QStringLiteral("id-1");
    return journey;
}

QString answer(const model::Journey &journey)
{
    return JourneyText::answer(journey, QStringLiteral("Bob"));
}

}

class tst_journey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAnswerClaimsNoMoreThanIsKnown()
    {
        QVERIFY(
            answer(journeyAt(DeliveryStage::Sent)).contains(QStringLiteral("Your chat server has it. No device of Bob")));
        QVERIFY(answer(journeyAt(DeliveryStage::Sent, model::Channel::Mail))
                    .contains(QStringLiteral("Nobody has confirmed its arrival")));
        QVERIFY(answer(journeyAt(DeliveryStage::Delivered)).contains(QStringLiteral("a device of Bob has confirmed it")));
        QVERIFY(answer(journeyAt(DeliveryStage::Displayed)).contains(QStringLiteral("was shown to Bob")));
        QVERIFY(answer(journeyAt(DeliveryStage::Sending)).contains(QStringLiteral("not confirmed it yet")));
        model::Journey waiting = journeyAt(DeliveryStage::Queued);
        QVERIFY(answer(waiting).contains(QStringLiteral("as soon as chat is connected")));
        waiting.linkIsUp = true;
        waiting.nextAttempt = base::fromMsecs(1795255200000);
        waiting.givesUpAt = base::fromMsecs(1795255200000 + 172800000);
        waiting.item.delivery.error = base::Error{base::Fault::TryLater, {}};
        QVERIFY(answer(waiting).contains(QStringLiteral("The last attempt did not succeed; the next one is at")));
        QVERIFY(answer(waiting).contains(QStringLiteral("it counts as failed")));
        model::Journey failed = journeyAt(DeliveryStage::Failed, model::Channel::Mail);
        failed.item.delivery.error = base::Error{base::Fault::Rejected, QStringLiteral("550")};
        QVERIFY(answer(failed).contains(QStringLiteral("did not arrive and is kept")));
        model::Journey incoming = journeyAt(DeliveryStage::None);
        incoming.item.direction = model::Direction::Incoming;
        incoming.item.read = false;
        QVERIFY(answer(incoming).contains(QStringLiteral("not read it yet")));
    }

    void everyStationHasWordsOfItsOwn()
    {
        QSet<QString> words;
        for (int kind = 0; kind <= static_cast<int>(Station::Kind::ReadElsewhere); ++kind) {
            model::Journey journey = journeyAt(DeliveryStage::Sent);
            journey.stations.push_back({static_cast<Station::Kind>(kind), base::fromMsecs(1795255200000),
                                        model::Channel::Chat, QStringLiteral("250 ok")});
            const QString line = JourneyText::stations(journey).constFirst();
            QVERIFY2(line.contains(QStringLiteral("2026-11-21")) && line.endsWith(QStringLiteral(": “250 ok”")),
                     qPrintable(line));
            QVERIFY2(!words.contains(line), qPrintable(line));
            words.insert(line);
        }
    }

    void thePageOpensByKeyAndIsReadable()
    {
        test::Profile profile;
        profile.signIn();
        (void)profile.bob();
        shell::WindowSetup setup;
        setup.settingsPath = profile.dir.filePath(QStringLiteral("window.ini"));
        setup.clock = [&profile] { return profile.now; };
        shell::MainWindow window(*profile.engine, setup);
        window.resize(1180, 780);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *list = window.findChild<QListView *>(QStringLiteral("conversations"));
        QTRY_COMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClicks(window.findChild<QWidget *>(QStringLiteral("messageText")), QStringLiteral("Hello Bob"));
        QTest::keyClick(window.findChild<QWidget *>(QStringLiteral("messageText")), Qt::Key_Return);
        auto *view = window.findChild<timeline::TimelineView *>(QStringLiteral("timeline"));
        QTRY_VERIFY(view->count() == 1 && view->item(0).delivery.stage == DeliveryStage::Sent);
        view->setCurrentRow(0);
        QTest::keyClick(view, Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY(window.findChild<QDialog *>(QStringLiteral("journeyDialog")));
        auto *dialog = window.findChild<QDialog *>(QStringLiteral("journeyDialog"));
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("journeyAnswer"))
                    ->text()
                    .contains(QStringLiteral("Your chat server has it")));
        auto *stations = dialog->findChild<QListWidget *>(QStringLiteral("journeyStations"));
        QCOMPARE(stations->count(), 3);
        QVERIFY(stations->item(0)->text().contains(QStringLiteral("written down on this computer")));
        QVERIFY(stations->item(2)->text().contains(QStringLiteral("confirmed that it has it")));
        QCOMPARE(QAccessible::queryAccessibleInterface(stations)->text(QAccessible::Name), QStringLiteral("Its way"));
        dialog->grab().save(test::buildPath(QStringLiteral("pictures/journey.png")));
        dialog->findChild<QPushButton *>(QStringLiteral("copyJourney"))->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(view->item(0).stanzaId));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!window.findChild<QDialog *>(QStringLiteral("journeyDialog")));
    }
};

ISTHMUS_TEST(tst_journey)
#include "tst_journey.moc"
