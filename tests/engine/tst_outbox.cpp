#include "core/engine/Timeline.h"
#include "tests/engine/LockedStore.h"
#include "tests/support/TestMain.h"

#include <atomic>

using namespace isthmus;
using namespace isthmus::test;
using engine::RoutePreview;
using model::DeliveryStage;
using model::SendStanza;
using model::Service;

namespace {

/// Hears, while it lives, each time that the engine says that it could not store an answer.
class RefusalsHeard
{
public:
    RefusalsHeard()
    {
        s_count = 0;
        s_before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &text) {
            if (text.contains(QLatin1String("a server's answer was not stored")))
                ++s_count;
            s_before(type, context, text);
        });
    }
    ~RefusalsHeard() { qInstallMessageHandler(s_before); }
    Q_DISABLE_COPY_MOVE(RefusalsHeard)
    [[nodiscard]] int count() const { return s_count; }

private:
    static inline QtMessageHandler s_before = nullptr;
    static inline std::atomic<int> s_count = 0;
};

}

class tst_outbox : public QObject
{
    Q_OBJECT

    static model::Draft line(model::PersonId person, const char *text)
    {
        model::Draft draft;
        draft.person = person;
        draft.text = QString::fromUtf8(text);
        return draft;
    }

private Q_SLOTS:
    void aChatLineCarriesItsIdsAndAsksForReceipts()
    {
        Profile profile;
        profile.signIn();
        const auto item = wait(profile.engine->outbox().send(line(profile.bob(), "hello")));
        QVERIFY(item);
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        const model::InstantMessage sent = profile.chat->all<SendStanza>().front().message;
        QCOMPARE(sent.to, jid("bob@chat.example"));
        QCOMPARE(sent.type, model::InstantMessage::Type::Chat);
        QCOMPARE(sent.originId, sent.id);
        QVERIFY(!sent.id.isEmpty() && sent.receiptRequest && sent.markable);
        QCOMPARE(sent.bodies.front().text, QStringLiteral("hello"));
    }

    void theBubbleIsThereBeforeTheServerAnswers()
    {
        Profile profile;
        profile.signIn();
        profile.chat->answer.reset();
        engine::Timeline timeline(*profile.engine, profile.bob());
        QVERIFY(wait(profile.engine->outbox().send(line(timeline.person(), "hello"))));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sending);
        profile.chat->commands.back().answer.finish(model::CommandResult{});
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
    }

    /// Else it would be tried without end, and go a second time after a restart.
    void whatTheServerSaidIsStoredOnceTheDiskTakesIt()
    {
        Profile profile;
        profile.signIn();
        profile.chat->answer.reset();
        engine::Timeline timeline(*profile.engine, profile.bob());
        QVERIFY(wait(profile.engine->outbox().send(line(timeline.person(), "one"))));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        QVERIFY(wait(profile.engine->outbox().send(line(timeline.person(), "two"))));
        {
            const LockedStore locked(profile);
            profile.chat->commands.back().answer.finish(model::CommandResult{});
            QTRY_VERIFY_WITH_TIMEOUT(profile.engine->isDiskRefusing(), 20'000);
            profile.engine->outbox().lookAgain();
            QCOMPARE(profile.chat->all<SendStanza>().size(), 1u);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!profile.engine->isDiskRefusing(), 20'000);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 2u);
        QCOMPARE(profile.chat->all<SendStanza>().back().message.bodies.front().text, QStringLiteral("two"));
    }

    /// A store that takes everything but this is no full disk: what the server said is not forgotten for that.
    void whatTheServerSaidIsStoredOnceItsTableTakesIt()
    {
        Profile profile;
        profile.signIn();
        profile.chat->answer.reset();
        engine::Timeline timeline(*profile.engine, profile.bob());
        QVERIFY(wait(profile.engine->outbox().send(line(timeline.person(), "one"))));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        QVERIFY(wait(profile.engine->outbox().send(line(timeline.person(), "two"))));
        {
            const StubbornOutbox stubborn(profile);
            const RefusalsHeard refusals;
            profile.chat->commands.back().answer.finish(model::CommandResult{});
            QTRY_VERIFY_WITH_TIMEOUT(refusals.count() >= 3, 20'000);
            profile.engine->outbox().lookAgain();
            QVERIFY(!profile.engine->isDiskRefusing());
        }
        QTRY_COMPARE_WITH_TIMEOUT(timeline.items().front().delivery.stage, DeliveryStage::Sent, 20'000);
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 2u);
        QCOMPARE(profile.chat->all<SendStanza>().back().message.bodies.front().text, QStringLiteral("two"));
    }

    void withTheLinkDownItWaitsAndLeavesInOrderWhenTheLinkIsBack()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->goDown({Service::Chat});
        QCOMPARE(profile.engine->outbox().preview(line(bob, "x")).outcome, RoutePreview::Outcome::QueuedChat);
        for (const char *text : {"one", "two", "three"})
            QVERIFY(wait(profile.engine->outbox().send(line(bob, text))));
        QVERIFY(profile.chat->all<SendStanza>().empty());
        profile.chat->goOnline({Service::Chat});
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 3u);
        QStringList texts;
        for (const SendStanza &command : profile.chat->all<SendStanza>())
            texts.append(command.message.bodies.front().text);
        QCOMPARE(texts, (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
    }

    void anUncertainMessageGoesAgainWithTheSameId()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->answer.reset();
        engine::Timeline timeline(*profile.engine, bob);
        QVERIFY(wait(profile.engine->outbox().send(line(bob, "hello"))));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        profile.chat->commands.back().answer.finish(base::Error{base::Fault::ConnectionLost, {}});
        profile.chat->goDown({Service::Chat});
        // Queued it was before, too: what happened to it tells the second time.
        QTRY_VERIFY(timeline.items().front().delivery.error.has_value());
        QCOMPARE(timeline.items().front().delivery.stage, DeliveryStage::Queued);
        profile.chat->answer = model::CommandResult{};
        profile.chat->goOnline({Service::Chat});
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 2u);
        QCOMPARE(profile.chat->all<SendStanza>().at(0).message, profile.chat->all<SendStanza>().at(1).message);
    }

    /// Written offline, it stands at the end until it has left; then where the server has put it, among what
    /// came meanwhile.
    void anOwnLineStandsWhereTheServerHasPutIt()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->answer.reset();
        engine::Timeline timeline(*profile.engine, bob);
        QVERIFY(wait(profile.engine->outbox().send(line(bob, "mine"))));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        const auto texts = [&timeline] {
            QStringList all;
            for (const model::Item &item : timeline.items())
                all.append(item.text);
            return all;
        };
        for (const char *text : {"before", "after"}) {
            model::InstantMessage message;
            message.type = model::InstantMessage::Type::Chat;
            message.from = jid("bob@chat.example/x");
            message.to = jid("alice@chat.example");
            message.id = QString::fromLatin1(text);
            message.bodies = {{QString(), QString::fromLatin1(text)}};
            profile.now += std::chrono::seconds(10);
            profile.chat->arrive({model::ArrivedStanza{message, true, profile.now}});
        }
        QTRY_COMPARE(texts(), (QStringList{QStringLiteral("mine"), QStringLiteral("before"), QStringLiteral("after")}));
        model::CommandResult taken;
        taken.takenAt = profile.now - std::chrono::seconds(5);
        profile.chat->commands.back().answer.finish(taken);
        QTRY_COMPARE(texts(), (QStringList{QStringLiteral("before"), QStringLiteral("mine"), QStringLiteral("after")}));
    }

    void aRowThatWasUnderWayAtTheEndGoesAgainAtTheStart()
    {
        Profile profile;
        profile.signIn();
        profile.chat->answer.reset();
        QVERIFY(wait(profile.engine->outbox().send(line(profile.bob(), "hello"))));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        const model::InstantMessage first = profile.chat->all<SendStanza>().front().message;
        profile.reopen();
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        QCOMPARE(profile.chat->all<SendStanza>().front().message, first);
        QVERIFY(profile.chat->all<SendStanza>().front().mayHaveLeft);
    }

    void aRefusedMessageFailsAndGoesAgainWhenTheUserSaysSo()
    {
        Profile profile;
        profile.signIn();
        profile.chat->answer = base::Error{base::Fault::Rejected, QStringLiteral("no")};
        engine::Timeline timeline(*profile.engine, profile.bob());
        const auto item = wait(profile.engine->outbox().send(line(timeline.person(), "hello")));
        QVERIFY(item);
        QTRY_COMPARE(timeline.items().size(), 1u);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Failed);
        QCOMPARE(timeline.items().front().delivery.error->fault, base::Fault::Rejected);
        profile.chat->answer = model::CommandResult{};
        QVERIFY(wait(profile.engine->outbox().retry(*item)));
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        QCOMPARE(profile.chat->all<SendStanza>().at(0).message.id, profile.chat->all<SendStanza>().at(1).message.id);
    }

    void aWaitingMessageCanBeCalledBack()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->goDown({Service::Chat});
        engine::Timeline timeline(*profile.engine, bob);
        const auto item = wait(profile.engine->outbox().send(line(bob, "hello")));
        QVERIFY(item);
        QTRY_COMPARE(timeline.items().size(), 1u);
        QVERIFY(wait(profile.engine->outbox().cancel(*item)));
        QTRY_VERIFY(timeline.items().empty());
        profile.chat->goOnline({Service::Chat});
        QVERIFY(wait(profile.engine->outbox().send(line(bob, "other"))));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        QCOMPARE(profile.chat->all<SendStanza>().front().message.bodies.front().text, QStringLiteral("other"));
    }

    void anUnconfirmedMailboxIsNoRoute()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        auto &outbox = profile.engine->outbox();
        QVERIFY(wait(profile.engine->contacts().setSendVia(bob, model::SendVia::OfflineMail)));
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {model::Availability::Offline, {}});
        QCOMPARE(outbox.preview(line(bob, "x")).outcome, RoutePreview::Outcome::Chat);
        QVERIFY(
            wait(profile.engine->contacts().addAddress(bob, mailAddress("bob@chat.example"), model::Evidence::Confirmed)));
        QTRY_COMPARE(outbox.preview(line(bob, "x")).outcome, RoutePreview::Outcome::Mail);
        const RoutePreview preview = outbox.preview(line(bob, "x"));
        QCOMPARE(preview.rule, QStringLiteral("R17"));
        QCOMPARE(preview.reason, RoutePreview::Reason::Offline);
        QCOMPARE(preview.address, QStringLiteral("bob@chat.example"));
        QVERIFY(preview.otherRouteAllowed && preview.canFallBack);
    }

    void afterSleepWhatWasPutOffIsLookedAtAtOnce()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->answer = base::Result<model::CommandResult>(base::Error{base::Fault::ProtocolBroken, {}});
        engine::Timeline timeline(*profile.engine, bob);
        QVERIFY(wait(profile.engine->outbox().send(line(bob, "hello"))));
        QTRY_VERIFY(!timeline.items().empty() && timeline.items().front().delivery.stage == DeliveryStage::Queued
                    && timeline.items().front().delivery.error);
        profile.chat->answer = base::Result<model::CommandResult>(model::CommandResult{});
        const auto sent = profile.chat->all<SendStanza>().size();
        profile.now += std::chrono::hours(8); // the timer that waits for it stood still meanwhile
        profile.engine->wokeUp();
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        QCOMPARE(profile.chat->all<SendStanza>().size(), sent + 1);
        QCOMPARE(profile.chat->woken, 1);
        QCOMPARE(profile.mail->woken, 1);
    }

    void aClockThatIsSetBackHoldsNothingBack()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->answer = base::Result<model::CommandResult>(base::Error{base::Fault::ProtocolBroken, {}});
        engine::Timeline timeline(*profile.engine, bob);
        QVERIFY(wait(profile.engine->outbox().send(line(bob, "hello"))));
        QTRY_VERIFY(!timeline.items().empty() && timeline.items().front().delivery.stage == DeliveryStage::Queued
                    && timeline.items().front().delivery.error);
        profile.chat->answer = base::Result<model::CommandResult>(model::CommandResult{});
        profile.now -= std::chrono::hours(24 * 365);
        profile.engine->wokeUp();
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
    }
};

ISTHMUS_TEST(tst_outbox)
#include "tst_outbox.moc"
