#include "core/engine/Conversations.h"
#include "core/engine/Options.h"
#include "core/engine/Timeline.h"
#include "tests/engine/ChatScene.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using model::ArrivedStanza;
using model::DeliveryStage;
using model::InstantMessage;
using model::ItemKind;
using model::SendStanza;
using Wrapper = InstantMessage::Wrapper;

namespace {

InstantMessage carbonSent(InstantMessage message)
{
    message.from = jid("alice@chat.example/other");
    message.to = jid("bob@chat.example");
    message.wrapper = Wrapper::CarbonSent;
    message.wrapperFrom = jid("alice@chat.example");
    return message;
}

}

class tst_intake : public QObject
{
    Q_OBJECT

    using Scene = ChatScene;

private Q_SLOTS:
    void aLineBecomesABubble()
    {
        Scene scene;
        scene.arrive(line("1", "hello"));
        QTRY_COMPARE(scene.texts(), QStringList{QStringLiteral("hello")});
        const model::Item &item = scene.timeline->items().front();
        QCOMPARE(item.kind, ItemKind::Bubble);
        QCOMPARE(item.direction, model::Direction::Incoming);
        QVERIFY(!item.read);
    }

    void kindsByTypeFieldAndSubject_data()
    {
        QTest::addColumn<bool>("chatType");
        QTest::addColumn<bool>("subject");
        QTest::addColumn<QString>("emailType");
        QTest::addColumn<ItemKind>("kind");
        QTest::newRow("chat without subject: a bubble") << true << false << QString() << ItemKind::Bubble;
        QTest::newRow("chat with subject: a bubble with a title") << true << true << QString() << ItemKind::TitledBubble;
        QTest::newRow("normal with subject: a mail card") << false << true << QString() << ItemKind::MailCard;
        QTest::newRow("normal without subject: a bubble") << false << false << QString() << ItemKind::Bubble;
        QTest::newRow("type field: a mail card") << true << false << QStringLiteral("email") << ItemKind::MailCard;
        QTest::newRow("unknown type field: ignored") << true << false << QStringLiteral("x") << ItemKind::Bubble;
        QTest::newRow("notice") << false << false << QStringLiteral("notice") << ItemKind::Notice;
    }
    void kindsByTypeFieldAndSubject()
    {
        QFETCH(bool, chatType);
        QFETCH(bool, subject);
        QFETCH(QString, emailType);
        QFETCH(ItemKind, kind);
        Scene scene;
        InstantMessage message = line("1", "text");
        message.type = chatType ? InstantMessage::Type::Chat : InstantMessage::Type::Normal;
        if (subject)
            message.subjects = {{QString(), QStringLiteral("Lunch")}};
        if (!emailType.isEmpty()) {
            message.emailElements = 1;
            message.email.emplace();
            message.email->type = emailType;
        }
        scene.arrive(message);
        QTRY_COMPARE(scene.timeline->items().size(), 1u);
        QCOMPARE(scene.timeline->items().front().kind, kind);
        if (subject)
            QCOMPARE(scene.timeline->items().front().subject, QStringLiteral("Lunch"));
    }

    void theSettingSaysWhichSubjectsMakeAMail_data()
    {
        QTest::addColumn<model::MailBySubject>("rule");
        QTest::addColumn<ItemKind>("single");
        QTest::newRow("all") << model::MailBySubject::All << ItemKind::MailCard;
        QTest::newRow("single messages") << model::MailBySubject::NormalOnly << ItemKind::MailCard;
        QTest::newRow("none") << model::MailBySubject::Off << ItemKind::TitledBubble;
    }
    void theSettingSaysWhichSubjectsMakeAMail()
    {
        QFETCH(model::MailBySubject, rule);
        QFETCH(ItemKind, single);
        Scene scene;
        model::Settings settings = scene.profile.engine->options().settings();
        settings.mailBySubject = rule;
        QVERIFY(wait(scene.profile.engine->options().save(settings)));
        const std::pair<InstantMessage::Type, bool> kinds[] = {{InstantMessage::Type::Normal, false},
                                                               {InstantMessage::Type::Chat, false},
                                                               {InstantMessage::Type::Normal, true}};
        const ItemKind expected[] = {single, ItemKind::TitledBubble, ItemKind::MailCard};
        for (std::size_t i = 0; i < std::size(kinds); ++i) {
            InstantMessage message = line(QByteArray::number(static_cast<int>(i)).constData(), "text");
            message.type = kinds[i].first;
            message.subjects = {{QString(), QStringLiteral("Lunch")}};
            if (kinds[i].second) {
                message.emailElements = 1;
                message.email.emplace();
                message.email->type = QStringLiteral("email");
            }
            scene.arrive(message);
            QTRY_COMPARE(scene.timeline->items().size(), i + 1);
            QCOMPARE(scene.timeline->items().back().kind, expected[i]);
            // Whatever it is taken for, what was written is read.
            QCOMPARE(scene.timeline->items().back().subject, QStringLiteral("Lunch"));
        }
    }

    void oneMessageOnTwoWaysIsOneItem_data()
    {
        const base::Timestamp at = base::fromMsecs(1795255200000);
        InstantMessage plain = line("1", "hello");
        InstantMessage withOrigin = plain;
        withOrigin.originId = QStringLiteral("o1");
        QTest::addColumn<QList<InstantMessage>>("ways");
        QTest::newRow("twice live with the same server id") << QList{withServerId(plain, "a1"), withServerId(plain, "a1")};
        QTest::newRow("live, then from the archive") << QList{withServerId(plain, "a1"), fromArchive(plain, "a1", at)};
        QTest::newRow("live without server id, then archive") << QList{plain, fromArchive(plain, "a1", at)};
        QTest::newRow("archive, then live") << QList{fromArchive(plain, "a1", at), withServerId(plain, "a1")};
        QTest::newRow("archive twice") << QList{fromArchive(plain, "a1", at), fromArchive(plain, "a1", at)};
        QTest::newRow("sent again after a cut, same origin-id, archived twice")
            << QList{withServerId(withOrigin, "a1"), withServerId(withOrigin, "a2"), fromArchive(withOrigin, "a1", at),
                     fromArchive(withOrigin, "a2", at)};
        QTest::newRow("carbon of an own message, then archive")
            << QList{carbonSent(plain), fromArchive(carbonSent(plain), "a1", at)};
    }
    void oneMessageOnTwoWaysIsOneItem()
    {
        QFETCH(QList<InstantMessage>, ways);
        Scene scene;
        for (const InstantMessage &message : ways)
            scene.arrive(message, message.wrapper == Wrapper::None);
        scene.settle();
        QCOMPARE(scene.texts(), QStringList{QStringLiteral("hello")});
    }

    void twoMessagesWithOneIdAreTwoItems_data()
    {
        QTest::addColumn<QList<InstantMessage>>("two");
        QTest::newRow("same id, other text") << QList{line("1", "one"), line("1", "two")};
        QTest::newRow("same origin-id, other text") << [] {
            InstantMessage one = line("1", "one");
            one.originId = QStringLiteral("o");
            InstantMessage two = line("2", "two");
            two.originId = QStringLiteral("o");
            return QList{one, two};
        }();
        QTest::newRow("same id and server id of another server") << [] {
            InstantMessage one = line("1", "one");
            one.stanzaIds = {{QStringLiteral("a1"), jid("evil.example")}};
            InstantMessage two = line("2", "two");
            two.stanzaIds = {{QStringLiteral("a1"), jid("evil.example")}};
            return QList{one, two};
        }();
        QTest::newRow("no id at all") << QList{line("", "one"), line("", "two")};
    }
    void twoMessagesWithOneIdAreTwoItems()
    {
        QFETCH(QList<InstantMessage>, two);
        Scene scene;
        for (const InstantMessage &message : two)
            scene.arrive(message);
        scene.settle();
        QCOMPARE(scene.timeline->items().size(), 2u);
    }

    void theSameIdOfAnotherSenderIsAnotherMessage()
    {
        Scene scene;
        scene.arrive(line("1", "hello"));
        scene.arrive(line("1", "hello", "eve@chat.example/x"));
        scene.settle();
        QCOMPARE(scene.timeline->items().size(), 1u);
        QVERIFY(profileHas(scene, "eve@chat.example"));
    }
    static bool profileHas(Scene &scene, const char *address)
    {
        return scene.profile.engine->contacts().personOf(jid(address)).has_value();
    }

    void ownMessagesOfOtherDevicesAppearAsOwn()
    {
        Scene scene;
        scene.arrive(carbonSent(line("c1", "from my phone")), false);
        QTRY_COMPARE(scene.timeline->items().size(), 1u);
        QCOMPARE(scene.timeline->items().front().direction, model::Direction::Outgoing);
        QCOMPARE(scene.timeline->items().front().delivery.stage, DeliveryStage::Sent);
        QVERIFY(scene.timeline->items().front().read);
    }

    void aForgedCarbonIsDropped()
    {
        Scene scene;
        InstantMessage forged = carbonSent(line("c1", "never said"));
        forged.wrapperFrom = jid("eve@chat.example");
        scene.arrive(forged, false);
        scene.settle();
        QVERIFY(scene.timeline->items().empty());
    }

    void theArchivedCopyOfWhatWeSentIsTheSameItemAndProvesIt()
    {
        Scene scene;
        scene.profile.chat->answer.reset(); // the acknowledgement never comes
        QVERIFY(scene.say("hello").isValid());
        QTRY_COMPARE(scene.profile.chat->all<SendStanza>().size(), 1u);
        InstantMessage copy = scene.profile.chat->all<SendStanza>().front().message;
        copy.from = jid("alice@chat.example/this");
        copy.lang = copy.bodies.front().lang = QStringLiteral("en"); // as servers complete it
        scene.arrive(fromArchive(copy, "a1", scene.profile.now), false);
        QTRY_COMPARE(scene.timeline->items().front().delivery.stage, DeliveryStage::Sent);
        QCOMPARE(scene.timeline->items().size(), 1u);
        // Proven, it does not go again.
        scene.profile.chat->commands.back().answer.finish(base::Error{base::Fault::ConnectionLost, {}});
        scene.settle();
        QCOMPARE(scene.profile.chat->all<SendStanza>().size(), 1u);
    }

    void receiptsMoveTheStateForwardAndNeverBack()
    {
        Scene scene;
        QVERIFY(scene.say("hello").isValid());
        const auto stage = [&] { return scene.timeline->items().front().delivery.stage; };
        QTRY_VERIFY(!scene.timeline->items().empty());
        QTRY_COMPARE(stage(), DeliveryStage::Sent);
        InstantMessage displayed = line("r1", "");
        displayed.bodies.clear();
        displayed.displayedId = scene.sentId();
        scene.arrive(displayed);
        QTRY_COMPARE(stage(), DeliveryStage::Displayed);
        InstantMessage received = line("r2", "");
        received.bodies.clear();
        received.receivedId = scene.sentId();
        scene.arrive(received);
        scene.settle();
        QCOMPARE(stage(), DeliveryStage::Displayed);
    }

    void receiptsCountOnlyFromTheOneItWasSentTo()
    {
        Scene scene;
        QVERIFY(scene.say("hello").isValid());
        QTRY_VERIFY(!scene.timeline->items().empty());
        QTRY_COMPARE(scene.timeline->items().front().delivery.stage, DeliveryStage::Sent);
        InstantMessage received = line("r1", "", "eve@chat.example/x");
        received.bodies.clear();
        received.receivedId = scene.sentId();
        received.displayedId = scene.sentId();
        scene.arrive(received);
        scene.settle();
        QCOMPARE(scene.timeline->items().front().delivery.stage, DeliveryStage::Sent);
    }

    void receiptsAreGivenOnceToThoseWhoMayKnow_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<bool>("live");
        QTest::addColumn<int>("receipts");
        QTest::newRow("a contact, live") << QByteArray("bob@chat.example/phone") << true << 1;
        QTest::newRow("a contact, from the offline store") << QByteArray("bob@chat.example/phone") << false << 0;
        QTest::newRow("a stranger") << QByteArray("eve@chat.example/x") << true << 0;
    }
    void receiptsAreGivenOnceToThoseWhoMayKnow()
    {
        QFETCH(QByteArray, from);
        QFETCH(bool, live);
        QFETCH(int, receipts);
        Scene scene;
        InstantMessage message = line("m1", "hello", from.constData());
        message.receiptRequest = true;
        scene.arrive(message, live);
        scene.arrive(message, live);
        scene.settle();
        const auto sent = scene.profile.chat->all<SendStanza>();
        QCOMPARE(static_cast<int>(sent.size()), receipts);
        if (receipts > 0) {
            QCOMPARE(sent.front().message.receivedId, QStringLiteral("m1"));
            QCOMPARE(sent.front().message.to, jid("bob@chat.example/phone"));
        }
    }

    void anErrorFailsTheMessageThatItNames()
    {
        Scene scene;
        QVERIFY(scene.say("hello").isValid());
        QTRY_VERIFY(!scene.timeline->items().empty());
        QTRY_COMPARE(scene.timeline->items().front().delivery.stage, DeliveryStage::Sent);
        InstantMessage error = line("x", "");
        error.bodies.clear();
        error.type = InstantMessage::Type::Error;
        error.id = scene.sentId();
        error.error = model::StanzaError{
            QStringLiteral("service-unavailable"), QStringLiteral("cancel"), QStringLiteral("gone home"), {}};
        InstantMessage forged = error;
        forged.from = jid("eve@chat.example");
        scene.arrive(forged);
        scene.settle();
        QCOMPARE(scene.timeline->items().front().delivery.stage, DeliveryStage::Sent);
        scene.arrive(error);
        QTRY_COMPARE(scene.timeline->items().front().delivery.stage, DeliveryStage::Failed);
        QCOMPARE(scene.timeline->items().front().delivery.error->detail, QStringLiteral("service-unavailable"));
        QCOMPARE(scene.timeline->items().front().delivery.serverText, QStringLiteral("gone home"));
    }

    void whatAnotherDeviceHasReadIsRead()
    {
        Scene scene;
        scene.arrive(line("1", "one"));
        scene.arrive(line("2", "two"));
        scene.arrive(line("3", "three"));
        QTRY_COMPARE(scene.timeline->items().size(), 3u);
        InstantMessage marker = carbonSent(line("x", ""));
        marker.bodies.clear();
        marker.displayedId = QStringLiteral("2");
        scene.arrive(marker, false);
        QTRY_VERIFY(scene.timeline->items().at(1).read);
        QVERIFY(scene.timeline->items().at(0).read && !scene.timeline->items().at(2).read);
    }

    void answeringOnAnotherDeviceIsReadingThere()
    {
        Scene scene;
        scene.arrive(line("1", "one"));
        QTRY_COMPARE(scene.timeline->items().size(), 1u);
        scene.profile.now += std::chrono::seconds(1);
        scene.arrive(carbonSent(line("c1", "answer")), false);
        QTRY_COMPARE(scene.timeline->items().size(), 2u);
        QTRY_VERIFY(scene.timeline->items().front().read);
    }

    void readingTellsTheSenderWhoMayKnow()
    {
        Scene scene;
        InstantMessage message = line("m1", "hello");
        message.markable = true;
        scene.arrive(message);
        QTRY_COMPARE(scene.timeline->items().size(), 1u);
        scene.timeline->markRead();
        QTRY_COMPARE(scene.profile.chat->all<SendStanza>().size(), 1u);
        QCOMPARE(scene.profile.chat->all<SendStanza>().front().message.displayedId, QStringLiteral("m1"));
        QTRY_VERIFY(scene.timeline->items().front().read);
    }

    void chatStatesAndOtherControlsLeaveNoLine()
    {
        Scene scene;
        InstantMessage typing = line("1", "");
        typing.bodies.clear();
        typing.marks.chatState = true;
        scene.arrive(typing);
        InstantMessage headline = line("2", "buy");
        headline.type = InstantMessage::Type::Headline;
        scene.arrive(headline);
        scene.settle();
        QVERIFY(scene.timeline->items().empty());
    }

    void aNudgeOfAContactLooksForMailOnceAMinute()
    {
        Scene scene;
        InstantMessage nudge = line("1", "I have just sent you an e-mail");
        nudge.emailElements = 1;
        nudge.email.emplace();
        nudge.email->type = QStringLiteral("nudge");
        const auto before = scene.profile.mail->all<model::CheckMail>().size(); // that of going online
        InstantMessage stranger = nudge;
        stranger.from = jid("eve@chat.example/x");
        scene.arrive(stranger);
        scene.settle();
        QCOMPARE(scene.profile.mail->all<model::CheckMail>().size(), before);
        scene.arrive(nudge);
        scene.arrive(nudge);
        scene.settle();
        QCOMPARE(scene.profile.mail->all<model::CheckMail>().size(), before + 1);
    }

    void whatWasStoredButNotReadIsReadAtTheNextStart()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        // The engine ends right after the first transaction.
        profile.chat->arrive({ArrivedStanza{line("1", "hello"), true, profile.now}});
        profile.reopen();
        engine::Timeline timeline(*profile.engine, bob);
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().text, QStringLiteral("hello"));
    }

    void aBatchIsAcknowledgedOnlyWhenItIsStored()
    {
        Profile profile;
        profile.signIn();
        profile.chat->arrive({ArrivedStanza{line("1", "hello"), true, profile.now}});
        QVERIFY(profile.chat->storedBatches.empty());
        QTRY_COMPARE(profile.chat->storedBatches, std::vector<quint64>{1});
    }

    void theSourceOfALineCanBeSeen()
    {
        Scene scene;
        scene.arrive(line("1", "hello"));
        QTRY_COMPARE(scene.timeline->items().size(), 1u);
        const auto source = wait(scene.timeline->source(scene.timeline->items().front().id));
        QVERIFY(source);
        QVERIFY(source->contains("bob@chat.example/phone") && source->contains("hello"));
    }
};

ISTHMUS_TEST(tst_intake)
#include "tst_intake.moc"
