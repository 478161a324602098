#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QSet>

using namespace isthmus;
using namespace isthmus::test;
using model::DeliveryStage;
using model::SendMail;
using model::SendStanza;
using model::Service;
using Kind = model::Station::Kind;

// "Where is my message?": the page names the stage at which a message is, for every way to succeed, to wait
// and to fail.

class tst_journey : public QObject
{
    Q_OBJECT

    static model::ItemId send(Profile &profile, model::PersonId person, const char *subject = "")
    {
        model::Draft draft;
        draft.person = person;
        draft.text = QStringLiteral("hello");
        draft.subject = QString::fromUtf8(subject);
        if (!draft.subject.isEmpty())
            draft.kind = model::Draft::Kind::Mail;
        const auto item = wait(profile.engine->outbox().send(draft));
        if (!item)
            qFatal("not sent: %s", qPrintable(item.error().detail));
        return *item;
    }
    static model::PersonId bobWithMailbox(Profile &profile)
    {
        const model::PersonId bob = profile.bob();
        auto &contacts = profile.engine->contacts();
        (void)wait(contacts.addAddress(bob, mailAddress("bob@chat.example"), model::Evidence::Confirmed));
        if (!QTest::qWaitFor([&] { return contacts.contact(bob)->confirmedMail() != nullptr; }, 5000))
            qFatal("bob cannot be mailed");
        return bob;
    }
    static model::Journey journey(Profile &profile, model::PersonId person, model::ItemId item)
    {
        const engine::Timeline timeline(*profile.engine, person);
        auto found = wait(timeline.journey(item));
        if (!found)
            qFatal("no journey: %s", qPrintable(found.error().detail));
        return *found;
    }
    static QList<int> kinds(const model::Journey &journey)
    {
        QList<int> found;
        for (const model::Station &station : journey.stations)
            found.append(static_cast<int>(station.kind));
        return found;
    }
    static QList<int> list(std::initializer_list<Kind> kinds)
    {
        QList<int> found;
        for (Kind kind : kinds)
            found.append(static_cast<int>(kind));
        return found;
    }
    static model::ArrivedStanza receipt(const QString &id, bool displayed)
    {
        model::InstantMessage message;
        message.type = model::InstantMessage::Type::Chat;
        message.from = jid("bob@chat.example/x");
        message.to = jid("alice@chat.example");
        message.id = QStringLiteral("r-") + id + QString::number(displayed);
        (displayed ? message.displayedId : message.receivedId) = id;
        return {message, true, base::fromMsecs(1795255200000)};
    }

private Q_SLOTS:
    void aChatLineTellsEveryStageWithItsTime()
    {
        Profile profile;
        profile.signIn();
        const auto bob = profile.bob();
        const auto written = profile.now;
        const auto item = send(profile, bob);
        QTRY_COMPARE(journey(profile, bob, item).item.delivery.stage, DeliveryStage::Sent);
        const QString id = profile.chat->all<SendStanza>().front().message.id;
        profile.now += std::chrono::seconds(5);
        profile.chat->arrive({receipt(id, false)});
        QTRY_COMPARE(journey(profile, bob, item).item.delivery.stage, DeliveryStage::Delivered);
        profile.now += std::chrono::seconds(5);
        profile.chat->arrive({receipt(id, true)});
        QTRY_COMPARE(journey(profile, bob, item).item.delivery.stage, DeliveryStage::Displayed);
        const model::Journey all = journey(profile, bob, item);
        QCOMPARE(kinds(all), list({Kind::Written, Kind::Attempted, Kind::Accepted, Kind::Delivered, Kind::Displayed}));
        QCOMPARE(all.stations.front().at, written);
        QCOMPARE(all.stations.at(3).at, written + std::chrono::seconds(5));
        QCOMPARE(all.stations.at(4).at, written + std::chrono::seconds(10));
        QCOMPARE(all.item.stanzaId, id);
        QVERIFY(!all.isInOutbox);
    }

    void aMailKeepsTheServersWordsAndItsEnvelope()
    {
        Profile profile;
        profile.signIn();
        profile.mail->answer.reset();
        const auto bob = bobWithMailbox(profile);
        const auto item = send(profile, bob, "Minutes");
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        const QString accepted = QStringLiteral("250 2.0.0 queued as 4F2");
        profile.mail->answer = base::Result<model::CommandResult>(model::CommandResult{});
        profile.mail->commands.back().answer.finish(model::CommandResult{{}, accepted});
        QTRY_COMPARE(kinds(journey(profile, bob, item)),
                     list({Kind::Written, Kind::Attempted, Kind::Accepted, Kind::Filed}));
        const model::Journey all = journey(profile, bob, item);
        QCOMPARE(all.stations.at(2).words, accepted);
        QCOMPARE(all.recipients, QStringList{QStringLiteral("bob@chat.example")});
        QVERIFY(all.item.messageId.startsWith(u'<'));
    }

    void waitingSaysSinceWhenAndForWhat()
    {
        Profile profile;
        profile.signIn();
        const auto bob = bobWithMailbox(profile);
        profile.mail->goDown({Service::OutgoingMail});
        const auto item = send(profile, bob, "Minutes");
        model::Journey all = journey(profile, bob, item);
        QVERIFY(all.isInOutbox && !all.linkIsUp);
        QCOMPARE(kinds(all), list({Kind::Written}));
        profile.mail->answer = base::Result<model::CommandResult>(
            base::Error{base::Fault::TryLater, QStringLiteral("smtp mail: 451 4.7.1 greylisted")});
        profile.mail->goOnline({Service::OutgoingMail});
        QTRY_COMPARE(kinds(journey(profile, bob, item)), list({Kind::Written, Kind::Attempted, Kind::Deferred}));
        all = journey(profile, bob, item);
        QVERIFY(all.isInOutbox && all.linkIsUp && all.nextAttempt && *all.nextAttempt > profile.now && all.givesUpAt);
        QVERIFY(all.stations.back().words.contains(QStringLiteral("greylisted")));
    }

    void aFallbackTellsBothWays()
    {
        Profile profile;
        profile.signIn();
        const auto bob = bobWithMailbox(profile);
        QVERIFY(wait(profile.engine->contacts().setSendVia(bob, model::SendVia::OfflineMail)));
        QTRY_COMPARE(profile.engine->contacts().contact(bob)->sendVia, model::SendVia::OfflineMail);
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {model::Availability::Online, {}});
        const auto item = send(profile, bob);
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        model::InstantMessage bounce;
        bounce.type = model::InstantMessage::Type::Error;
        bounce.from = jid("bob@chat.example");
        bounce.to = jid("alice@chat.example");
        bounce.id = profile.chat->all<SendStanza>().front().message.id;
        bounce.error = model::StanzaError{
            QStringLiteral("service-unavailable"), QStringLiteral("cancel"), QStringLiteral("gone home"), {}};
        profile.chat->arrive({model::ArrivedStanza{bounce, true, profile.now}});
        QTRY_COMPARE(journey(profile, bob, item).item.channel, model::Channel::Mail);
        QTRY_VERIFY(kinds(journey(profile, bob, item)).contains(static_cast<int>(Kind::Filed)));
        const model::Journey all = journey(profile, bob, item);
        QCOMPARE(kinds(all), list({Kind::Written, Kind::Attempted, Kind::Accepted, Kind::Refused, Kind::Rerouted,
                                   Kind::Attempted, Kind::Accepted, Kind::Filed}));
        QCOMPARE(all.stations.at(3).channel, model::Channel::Chat);
        QCOMPARE(all.stations.at(3).words, QStringLiteral("gone home"));
        QCOMPARE(all.stations.at(5).channel, model::Channel::Mail);
    }

    void anEndInTheMiddleIsTold()
    {
        Profile profile;
        profile.signIn();
        const auto bob = profile.bob();
        profile.chat->answer.reset();
        const auto item = send(profile, bob);
        QTRY_COMPARE(journey(profile, bob, item).item.delivery.stage, DeliveryStage::Sending);
        profile.close();
        profile.open();
        QTRY_VERIFY(kinds(journey(profile, bob, item)).contains(static_cast<int>(Kind::Interrupted)));
        profile.goOnline();
        QTRY_COMPARE(journey(profile, bob, item).item.delivery.stage, DeliveryStage::Sent);
        QCOMPARE(kinds(journey(profile, bob, item)),
                 list({Kind::Written, Kind::Attempted, Kind::Interrupted, Kind::Attempted, Kind::Accepted}));
    }

    void whatCameInTellsWhenAndWhereItLies()
    {
        Profile profile;
        profile.signIn();
        profile.mail->arrive(
            {arrivedMail(7, "From: Dave <dave@work.example>\nTo: alice@chat.example\nSubject: Lunch\n"
                            "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <a@work.example>\n\nFree?\n")});
        QTRY_VERIFY(profile.engine->contacts().personOf(mailAddress("dave@work.example")));
        const auto dave = *profile.engine->contacts().personOf(mailAddress("dave@work.example"));
        engine::Timeline timeline(*profile.engine, dave);
        QTRY_COMPARE(timeline.items().size(), 1u);
        const model::Journey all = journey(profile, dave, timeline.items().front().id);
        QCOMPARE(kinds(all), list({Kind::Kept}));
        profile.now += std::chrono::minutes(3);
        timeline.markRead();
        QTRY_COMPARE(kinds(journey(profile, dave, all.item.id)), list({Kind::Kept, Kind::Read}));
        QCOMPARE(journey(profile, dave, all.item.id).stations.back().at, profile.now);
        QVERIFY(all.reachedServer == base::fromMsecs(1795255200000));
        QVERIFY((all.places == std::vector<model::Journey::Place>{{QStringLiteral("INBOX"), 1, 7}}));
        QCOMPARE(all.item.messageId, QStringLiteral("<a@work.example>"));
    }
};

ISTHMUS_TEST(tst_journey)
#include "tst_journey.moc"
