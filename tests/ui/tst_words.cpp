#include "ui/shell/JourneyText.h"
#include "ui/timeline/ItemAction.h"
#include "ui/widgets/FaultText.h"
#include "ui/widgets/Words.h"

#include "tests/support/TestMain.h"
#include "tests/ui/DemoValues.h"

#include <QSet>

using namespace isthmus;
using base::Fault;
using widgets::Doing;
using widgets::faultText;
using widgets::Words;

class tst_words : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFaultHasItsSentence_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Doing>("doing");
        for (int f = 0; f <= static_cast<int>(Fault::AccountRemoved); ++f) {
            for (int d = 0; d <= static_cast<int>(Doing::Storing); ++d)
                QTest::addRow("%s while doing %d", qPrintable(base::faultName(static_cast<Fault>(f))), d)
                    << static_cast<Fault>(f) << static_cast<Doing>(d);
        }
    }
    void everyFaultHasItsSentence()
    {
        QFETCH(Fault, fault);
        QFETCH(Doing, doing);
        const auto text = faultText(fault, doing);
        QVERIFY(text.happened.endsWith(u'.'));
        QVERIFY(text.kept.endsWith(u'.'));
        QVERIFY(text.remedy.isEmpty() || text.remedy.endsWith(u'.'));
        QVERIFY(!text.sentence().contains(u'%'));
        QVERIFY(!text.sentence().contains(base::faultName(fault)));
    }

    /// As Database::open() gives them.
    void profileThatCannotBeOpenedSaysWhyAndWhatToDo()
    {
        QSet<QString> said;
        QSet<QString> toDo;
        for (const Fault fault : {Fault::Storage, Fault::Conflict, Fault::Malformed, Fault::Unsupported}) {
            said.insert(faultText(fault, Doing::OpeningProfile).happened);
            toDo.insert(faultText(fault, Doing::OpeningProfile).remedy);
        }
        QCOMPARE(said.size(), 4);
        QCOMPARE(toDo.size(), 4);
        QCOMPARE(faultText(Fault::Malformed, Doing::OpeningProfile).happened,
                 QStringLiteral("The file with your messages is damaged."));
        QCOMPARE(faultText(Fault::Unsupported, Doing::OpeningProfile).remedy, QStringLiteral("Start that version."));
    }

    void wrongPasswordUnreachableHostAndBadCertificateReadDifferently()
    {
        QSet<QString> sentences;
        for (const Fault fault : {Fault::AuthRejected, Fault::Unreachable, Fault::HostNotFound, Fault::TlsCertificate,
                                  Fault::TlsUnavailable, Fault::Timeout, Fault::PasswordNeeded})
            sentences.insert(faultText(fault, Doing::IncomingMail).happened);
        QCOMPARE(sentences.size(), 7);
        QCOMPARE(faultText(Fault::AuthRejected, Doing::Chat).happened,
                 QStringLiteral("The chat server refused this address and password."));
    }

    void presenceHasWords()
    {
        QSet<QString> words;
        for (int i = 0; i <= static_cast<int>(model::Availability::DoNotDisturb); ++i)
            words.insert(Words::presence(static_cast<model::Availability>(i)));
        QCOMPARE(words.size(), 6);
    }

    void deliveryTellsRouteAndState_data()
    {
        QTest::addColumn<model::Channel>("channel");
        QTest::addColumn<model::DeliveryStage>("stage");
        QTest::addColumn<bool>("fellBack");
        QTest::addColumn<QString>("words");
        using model::Channel;
        using model::DeliveryStage;
        QTest::newRow("incoming has none") << Channel::Chat << DeliveryStage::None << false << "";
        QTest::newRow("chat delivered") << Channel::Chat << DeliveryStage::Delivered << false << "chat, delivered";
        QTest::newRow("chat read") << Channel::Chat << DeliveryStage::Displayed << false << "chat, read";
        QTest::newRow("mail sent") << Channel::Mail << DeliveryStage::Sent << false << "e-mail, sent";
        QTest::newRow("waiting") << Channel::Mail << DeliveryStage::Queued << false << "e-mail, waiting for connection";
        QTest::newRow("fallback to mail") << Channel::Mail << DeliveryStage::Sent << true
                                          << QStringLiteral("chat failed → e-mail, sent");
        QTest::newRow("fallback to chat") << Channel::Chat << DeliveryStage::Sent << true
                                          << QStringLiteral("e-mail failed → chat, sent");
    }
    void deliveryTellsRouteAndState()
    {
        QFETCH(model::Channel, channel);
        QFETCH(model::DeliveryStage, stage);
        QFETCH(bool, fellBack);
        model::Item item;
        item.channel = channel;
        item.delivery.stage = stage;
        item.delivery.fellBack = fellBack;
        QTEST(Words::delivery(item), "words");
    }

    void deliveredTwiceIsSaid()
    {
        model::Item item;
        QCOMPARE(timeline::noteText(item), QString());
        item.flags = QStringList{QStringLiteral("delivered-twice")};
        QCOMPARE(timeline::noteText(item), QStringLiteral("Delivered twice: by chat and by e-mail."));
        QVERIFY(timeline::spokenText(item, QStringLiteral("Bob")).contains(timeline::noteText(item)));
        using model::Channel;
        const auto said = [](Channel channel) {
            model::Journey journey;
            journey.stations = {{model::Station::Kind::Doubled, {}, channel, {}}};
            return shell::JourneyText::stations(journey).join(QString());
        };
        QVERIFY(said(Channel::Chat).endsWith(QStringLiteral("chat had delivered it after all: it has arrived twice")));
        QVERIFY(said(Channel::Mail).endsWith(QStringLiteral("e-mail had delivered it after all: it has arrived twice")));
    }

    void daysAreNamedAsPeopleNameThem_data()
    {
        QTest::addColumn<int>("hoursAgo");
        QTest::addColumn<QString>("day");
        QTest::newRow("an hour ago") << 1 << "Today";
        QTest::newRow("across midnight") << 11 << "Yesterday";
        QTest::newRow("two days") << 48 << "Tuesday";
        QTest::newRow("a week has the same name of day") << 24 * 7 << "Thursday, 12 November 2026";
        QTest::newRow("tomorrow is a date") << -24 << "Friday, 20 November 2026";
    }
    void daysAreNamedAsPeopleNameThem()
    {
        QFETCH(int, hoursAgo);
        const auto now = test::demoNow();
        QTEST(Words::day(now - std::chrono::hours(hoursAgo), now), "day");
    }

    void waitingLinkSaysWhenItTriesAgain()
    {
        model::LinkState state;
        state.phase = model::LinkState::Phase::Waiting;
        state.retryAt = test::demoNow() + std::chrono::seconds(30);
        QCOMPARE(Words::linkPhase(state, test::demoNow()), QStringLiteral("waiting, next attempt in 30 second(s)"));
        QCOMPARE(Words::linkPhase(state, test::demoNow() + std::chrono::hours(1)),
                 QStringLiteral("waiting, will try again"));
    }
};

ISTHMUS_TEST(tst_words)
#include "tst_words.moc"
