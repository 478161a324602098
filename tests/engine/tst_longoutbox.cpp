#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using model::CommandResult;
using model::DeliveryStage;
using model::InstantMessage;
using model::SendInBand;
using model::SendStanza;
using model::UploadFile;

namespace {

QString longText(int bytes)
{
    QString text;
    for (int n = 0; text.toUtf8().size() < bytes; ++n)
        text += QStringLiteral("Line %1: naïve, 漢字.\n").arg(n);
    return text;
}

const CommandResult uploaded{{}, {}, {}, QStringLiteral("https://up.chat.example/x/message.txt")};

}

class tst_longoutbox : public QObject
{
    Q_OBJECT

    struct Scene {
        Profile profile;
        std::unique_ptr<engine::Timeline> timeline;
        explicit Scene(const engine::LongTexts &settings = {})
        {
            profile.signIn();
            timeline = std::make_unique<engine::Timeline>(*profile.engine, profile.bob());
            profile.engine->outbox().setLongTexts(settings);
            profile.chat->answer.reset(); // the test answers
        }
        void say(const QString &text)
        {
            model::Draft draft;
            draft.person = timeline->person();
            draft.text = text;
            QVERIFY(wait(profile.engine->outbox().send(draft)));
            QTRY_VERIFY(!timeline->items().empty());
        }
        /// The command with this number of those that send something.
        [[nodiscard]] PlayedServer::Taken *sent(std::size_t number) const
        {
            for (PlayedServer::Taken &taken : profile.chat->commands) {
                const bool sends = std::holds_alternative<SendStanza>(taken.command)
                                   || std::holds_alternative<UploadFile>(taken.command)
                                   || std::holds_alternative<SendInBand>(taken.command);
                if (sends && number-- == 0)
                    return &taken;
            }
            return nullptr;
        }
        /// Waits for it and answers it.
        template <typename Kind>
        Kind answer(std::size_t number, const base::Result<CommandResult> &result = CommandResult{})
        {
            PlayedServer::Taken *found = nullptr;
            const bool came = QTest::qWaitFor([&] { return (found = sent(number)) != nullptr; }, 5000);
            if (!came)
                qFatal("no command %zu", number);
            auto &taken = *found;
            if (!std::holds_alternative<Kind>(taken.command))
                qFatal("command %zu is another one", number);
            taken.answer.finish(result);
            return std::get<Kind>(taken.command);
        }
        [[nodiscard]] const model::Item &item() const { return timeline->items().front(); }
    };
    static engine::LongTexts inParts()
    {
        engine::LongTexts settings;
        settings.segmentsAtMost = 0;
        return settings;
    }

private Q_SLOTS:
    void theLongestTextInOneMessageIsASetting_data()
    {
        QTest::addColumn<int>("atMost");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("more than the text has") << 1600 << true;
        QTest::newRow("as it comes") << engine::LongTexts{}.pagerMax << false;
    }
    void theLongestTextInOneMessageIsASetting()
    {
        QFETCH(int, atMost);
        QFETCH(bool, isWhole);
        engine::LongTexts settings;
        settings.pagerMax = atMost;
        Scene scene(settings);
        const QString text = longText(1500);
        scene.say(text);
        const auto first = scene.answer<SendStanza>(0).message;
        QCOMPARE(first.bodies.front().text == text, isWhole);
        QCOMPARE(first.segment.has_value(), !isWhole);
    }

    void partsLeaveInOrderAndTheRestAfterACut()
    {
        Scene scene(inParts());
        const QString text = longText(5'000);
        scene.say(text);
        QString together;
        const auto add = [&](const InstantMessage &part) {
            const QString body = part.bodies.front().text;
            together += body.mid(body.indexOf(QLatin1Char(' ')) + 1);
        };
        const InstantMessage first = scene.answer<SendStanza>(0).message;
        QVERIFY(first.segment && first.segment->n == 1 && !first.receiptRequest);
        add(first);
        add(scene.answer<SendStanza>(1).message);
        // Nobody knows whether the third was taken.
        scene.answer<SendStanza>(2, base::Error{base::Fault::ConnectionLost, {}});
        scene.profile.chat->goDown({model::Service::Chat});
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Queued);
        scene.profile.chat->goOnline({model::Service::Chat});
        std::size_t number = 3;
        InstantMessage last = scene.answer<SendStanza>(number).message;
        QCOMPARE(last.segment->n, 3);
        QCOMPARE(last.id, scene.profile.chat->all<SendStanza>().at(2).message.id);
        add(last);
        while (last.segment->n < last.segment->of) {
            last = scene.answer<SendStanza>(++number).message;
            add(last);
        }
        QCOMPARE(together, text);
        QVERIFY(last.receiptRequest);
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Sent);
        QCOMPARE(scene.item().text, text);
        // The receipt for the last one counts for the message.
        InstantMessage receipt;
        receipt.type = InstantMessage::Type::Chat;
        receipt.from = jid("bob@chat.example/phone");
        receipt.to = jid("alice@chat.example");
        receipt.receivedId = last.id;
        scene.profile.chat->arrive({model::ArrivedStanza{receipt, true, scene.profile.now}});
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Delivered);
    }

    void anErrorForAPartEndsTheRest()
    {
        Scene scene(inParts());
        scene.say(longText(5'000));
        const InstantMessage first = scene.answer<SendStanza>(0).message;
        scene.answer<SendStanza>(1);
        QTRY_VERIFY(scene.sent(2));
        InstantMessage error;
        error.type = InstantMessage::Type::Error;
        error.from = jid("bob@chat.example");
        error.to = jid("alice@chat.example");
        error.id = scene.profile.chat->all<SendStanza>().at(1).message.id;
        error.error = model::StanzaError{QStringLiteral("not-acceptable"), QStringLiteral("modify"), {}, {}};
        scene.profile.chat->arrive({model::ArrivedStanza{error, true, scene.profile.now}});
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Failed);
        scene.answer<SendStanza>(2);
        scene.profile.chat->answer = CommandResult{};
        // The next message of the conversation is not held up, and no further part comes before it.
        model::Draft next;
        next.person = scene.timeline->person();
        next.text = QStringLiteral("next");
        QVERIFY(wait(scene.profile.engine->outbox().send(next)));
        QTRY_COMPARE(scene.profile.chat->all<SendStanza>().size(), 4u);
        QCOMPARE(scene.profile.chat->all<SendStanza>().back().message.bodies.front().text, QStringLiteral("next"));
    }

    void aVeryLongTextBecomesALink()
    {
        Scene scene;
        const QString text = longText(100'000);
        scene.say(text);
        const UploadFile file = scene.answer<UploadFile>(0, uploaded);
        QCOMPARE(QString::fromUtf8(file.data), text);
        QVERIFY(file.mimeType.startsWith(QStringLiteral("text/plain")));
        const InstantMessage message = scene.answer<SendStanza>(1, base::Error{base::Fault::ConnectionLost, {}}).message;
        const QString body = message.bodies.front().text;
        QVERIFY(body.endsWith(QStringLiteral("\n[message continues: %1]").arg(uploaded.url)));
        QVERIFY(text.startsWith(body.left(body.lastIndexOf(QLatin1Char('\n')))));
        QVERIFY(!message.segment && message.files.front().url == uploaded.url && message.receiptRequest);
        // It is not put there again only because the answer was lost.
        scene.profile.chat->goDown({model::Service::Chat});
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Queued);
        scene.profile.chat->goOnline({model::Service::Chat});
        QCOMPARE(scene.answer<SendStanza>(2).message, message);
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Sent);
        QCOMPARE(scene.item().text, text);
        // Our archive gives it back as it left: it is the same message.
        InstantMessage archived = message;
        archived.wrapper = InstantMessage::Wrapper::Archive;
        archived.wrapperFrom = jid("alice@chat.example");
        archived.archiveId = QStringLiteral("a1");
        archived.archiveQueryId = QStringLiteral("q");
        archived.forwardedAt = scene.profile.now;
        InstantMessage later = archived;
        later.id = later.originId = later.archiveId = QStringLiteral("later");
        later.files.clear();
        later.bodies = {{QString(), QStringLiteral("later")}};
        scene.profile.chat->arrive({model::ArrivedStanza{archived, false, scene.profile.now},
                                    model::ArrivedStanza{later, false, scene.profile.now}});
        QTRY_COMPARE(scene.timeline->items().size(), 2u);
        QCOMPARE(scene.timeline->items().back().text, QStringLiteral("later"));
    }

    void withoutAnUploadServiceItGoesInPartsIfItCan()
    {
        Scene scene;
        scene.say(longText(20'000));
        scene.answer<UploadFile>(0, base::Error{base::Fault::Unsupported, {}});
        QVERIFY(scene.answer<SendStanza>(1).message.segment);
        Scene tooLong;
        tooLong.say(longText(100'000));
        tooLong.answer<UploadFile>(0, base::Error{base::Fault::Unsupported, {}});
        QTRY_COMPARE(tooLong.item().delivery.stage, DeliveryStage::Failed);
    }

    void aSessionIsTriedOnce()
    {
        engine::LongTexts settings;
        settings.inBand = true;
        Scene scene(settings);
        const QString text = longText(5'000);
        scene.say(text);
        const SendInBand session = scene.answer<SendInBand>(0, base::Error{base::Fault::Unsupported, {}});
        QCOMPARE(session.text, text);
        QVERIFY(session.announcement.email && session.announcement.email->large && session.announcement.receiptRequest);
        const InstantMessage part = scene.answer<SendStanza>(1).message;
        QVERIFY(part.segment);
        QCOMPARE(part.id, session.announcement.id);
        QVERIFY(!part.email);
    }

    void filesFollowTheTextAsLinks()
    {
        Scene scene;
        model::Draft draft;
        draft.person = scene.timeline->person();
        draft.text = QStringLiteral("two files");
        draft.files = {{QStringLiteral("a.txt"), QStringLiteral("text/plain"), "aaa"},
                       {QStringLiteral("../b"), QString(), "bb"}};
        QVERIFY(wait(scene.profile.engine->outbox().send(draft)));
        QTRY_COMPARE(scene.timeline->items().size(), 1u);
        QCOMPARE(scene.item().attachments.size(), 2u);
        scene.answer<UploadFile>(0, CommandResult{{}, {}, {}, QStringLiteral("https://up.chat.example/a.txt")});
        QCOMPARE(scene.answer<UploadFile>(1, CommandResult{{}, {}, {}, QStringLiteral("https://up.chat.example/b")}).data,
                 QByteArray("bb"));
        QCOMPARE(scene.answer<SendStanza>(2).message.bodies.front().text, QStringLiteral("two files"));
        const InstantMessage file = scene.answer<SendStanza>(3).message;
        QCOMPARE(file.bodies.front().text, QStringLiteral("https://up.chat.example/a.txt"));
        QCOMPARE(file.files.front().name, QStringLiteral("a.txt"));
        QCOMPARE(file.files.front().bytes, 3u);
        scene.answer<SendStanza>(4);
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Sent);
        QTRY_COMPARE(scene.item().attachments.front().url, QStringLiteral("https://up.chat.example/a.txt"));
    }
};

ISTHMUS_TEST(tst_longoutbox)
#include "tst_longoutbox.moc"
