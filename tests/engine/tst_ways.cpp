#include "core/engine/Nudges.h"
#include "core/engine/Options.h"
#include "core/engine/OwnState.h"
#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using engine::RoutePreview;
using model::AppendMail;
using model::Availability;
using model::CheckMail;
using model::DeliveryStage;
using model::PublishPreference;
using model::SendMail;
using model::SendStanza;
using model::Service;

/// Which way messages take between people: preferences, forwarding, joined lines, nudges (specification 5, 2.17).
class tst_ways : public QObject
{
    Q_OBJECT

    static void arrive(Profile &profile, const model::Arrival &arrival)
    {
        const auto before = profile.chat->storedBatches.size();
        profile.chat->arrive({arrival});
        QTRY_COMPARE(profile.chat->storedBatches.size(), before + 1);
    }
    static void present(Profile &profile, Availability availability)
    {
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {availability, {}});
    }
    static model::Draft line(model::PersonId person, const char *text)
    {
        model::Draft draft;
        draft.person = person;
        draft.text = QString::fromUtf8(text);
        return draft;
    }
    static model::Draft letter(model::PersonId person, const char *subject)
    {
        model::Draft draft = line(person, "Please read.");
        draft.kind = model::Draft::Kind::Mail;
        draft.subject = QString::fromUtf8(subject);
        return draft;
    }
    static model::PersonId bobWithMailbox(Profile &profile)
    {
        const model::PersonId bob = profile.bob();
        auto &contacts = profile.engine->contacts();
        (void)wait(contacts.addAddress(bob, mailAddress("bob@chat.example"), model::Evidence::Confirmed));
        if (!QTest::qWaitFor([&] { return contacts.contact(bob)->confirmedMail() != nullptr; }, 5000))
            qFatal("bob has no mailbox");
        return bob;
    }
    static model::PreferenceFound published(const char *offline, const char *mode = "auto", const char *mail = "")
    {
        model::PublishedPreference preference;
        preference.offline = QString::fromLatin1(offline);
        preference.busy = QStringLiteral("im");
        preference.mode = QString::fromLatin1(mode);
        preference.mail = model::MailAddress::parse(QString::fromLatin1(mail)).valueOr({});
        return {jid("bob@chat.example"), preference};
    }
    static model::ArrivedStanza said(const char *id, const char *text)
    {
        model::ArrivedStanza stanza;
        stanza.message.type = model::InstantMessage::Type::Chat;
        stanza.message.from = jid("bob@chat.example/desk");
        stanza.message.to = jid("alice@chat.example");
        stanza.message.id = QString::fromLatin1(id);
        stanza.message.bodies.push_back({QString(), QString::fromUtf8(text)});
        stanza.live = true;
        stanza.receivedAt = base::fromMsecs(1795255200000);
        return stanza;
    }
    static std::vector<model::InstantMessage> nudges(Profile &profile)
    {
        std::vector<model::InstantMessage> found;
        for (const SendStanza &sent : profile.chat->all<SendStanza>()) {
            if (sent.message.email && sent.message.email->type == QLatin1String("nudge"))
                found.push_back(sent.message);
        }
        return found;
    }
    static void change(Profile &profile, const std::function<void(model::Settings &)> &how)
    {
        model::Settings settings = profile.engine->options().settings();
        how(settings);
        QVERIFY(wait(profile.engine->options().save(settings)));
    }

private Q_SLOTS:
    void preferencesArePublishedWhenTheUserHasSome()
    {
        Profile profile;
        profile.signIn();
        QVERIFY(profile.chat->all<PublishPreference>().empty());
        change(profile, [](model::Settings &settings) { settings.offlineToMailbox = true; });
        QTRY_COMPARE(profile.chat->all<PublishPreference>().size(), 1u);
        const model::PublishedPreference said = profile.chat->all<PublishPreference>().front().preference;
        QCOMPARE(said.offline, QStringLiteral("mailbox"));
        QCOMPARE(said.busy, QStringLiteral("im"));
        QCOMPARE(said.mode, QStringLiteral("auto"));
        QCOMPARE(said.mail, mailAddress("alice@chat.example"));
        // Nothing else is said again; at the next log-in what holds is.
        change(profile, [](model::Settings &settings) { settings.joinLines = false; });
        QCOMPARE(profile.chat->all<PublishPreference>().size(), 1u);
        profile.reopen();
        QTRY_COMPARE(profile.chat->all<PublishPreference>().size(), 1u);
    }

    void aContactsPublishedPreferenceDecidesWhereTheUserHasNot()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = bobWithMailbox(profile);
        auto &contacts = profile.engine->contacts();
        present(profile, Availability::Offline);
        QTRY_COMPARE(profile.engine->outbox().preview(line(bob, "x")).rule, QStringLiteral("R18"));
        arrive(profile, published("mailbox"));
        QTRY_COMPARE(profile.engine->outbox().preview(line(bob, "x")).rule, QStringLiteral("R17"));
        QVERIFY(wait(contacts.setSendVia(bob, model::SendVia::ChatOnly)));
        QTRY_COMPARE(profile.engine->outbox().preview(line(bob, "x")).rule, QStringLiteral("R8"));
        QVERIFY(wait(contacts.setSendVia(bob, model::SendVia::Automatic)));
        arrive(profile, published("store", "mail-only"));
        QTRY_COMPARE(profile.engine->outbox().preview(line(bob, "x")).rule, QStringLiteral("R6"));
        arrive(profile, model::PreferenceFound{jid("bob@chat.example"), std::nullopt});
        QTRY_COMPARE(profile.engine->outbox().preview(line(bob, "x")).rule, QStringLiteral("R18"));
    }

    void x46_aPublishedMailboxIsOnlyClaimed()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = bobWithMailbox(profile);
        arrive(profile, published("mailbox", "mail-only", "mallory@evil.example"));
        auto &contacts = profile.engine->contacts();
        QTRY_VERIFY(contacts.contact(bob)->published.has_value());
        QCOMPARE(profile.engine->outbox().preview(line(bob, "x")).address, QStringLiteral("bob@chat.example"));
        const auto links = contacts.contact(bob)->links;
        const auto claimed = std::find_if(links.begin(), links.end(), [](const model::AddressLink &link) {
            return link.evidence == model::Evidence::Published;
        });
        QVERIFY(claimed != links.end() && !claimed->isConfirmed());
        QVERIFY(!contacts.personOf(mailAddress("mallory@evil.example")).has_value());
        // Once the user has confirmed it, it is the one that the contact named.
        QVERIFY(wait(contacts.addAddress(bob, mailAddress("mallory@evil.example"), model::Evidence::Confirmed)));
        QTRY_COMPARE(profile.engine->outbox().preview(line(bob, "x")).address, QStringLiteral("mallory@evil.example"));
    }

    void aStrangersPreferenceIsNotEvenKept()
    {
        Profile profile;
        profile.signIn();
        model::PreferenceFound stranger = published("mailbox");
        stranger.jid = jid("stranger@chat.example");
        const auto person = wait(profile.engine->contacts().findOrAdd(stranger.jid, QStringLiteral("Stranger")));
        arrive(profile, stranger);
        (void)profile.bob(); // read after it
        QVERIFY(!profile.engine->contacts().contact(*person)->published.has_value());
    }

    void whileBusyLinesGoToTheOwnMailboxToo()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        change(profile, [](model::Settings &settings) { settings.forwardWhileBusy = true; });
        engine::Timeline timeline(*profile.engine, bob);
        arrive(profile, said("one", "Are you there?"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QVERIFY(!timeline.items().front().read);
        QVERIFY(profile.mail->all<AppendMail>().empty());

        profile.engine->ownState().setPresence({Availability::DoNotDisturb, {}});
        QTRY_COMPARE(profile.chat->all<model::SetPresence>().size(), 1u);
        arrive(profile, said("two", "Then later."));
        QTRY_COMPARE(profile.mail->all<AppendMail>().size(), 1u);
        const AppendMail copy = profile.mail->all<AppendMail>().front();
        QCOMPARE(copy.specialUse, QStringLiteral("\\Inbox"));
        QVERIFY(copy.flags.isEmpty());
        QVERIFY(copy.bytes.contains("\r\nThen later.\r\n"));
        QVERIFY(copy.bytes.contains("From: Bob <alice@chat.example>"));
        QVERIFY(copy.bytes.contains("Auto-Submitted: auto-generated"));
        QTRY_COMPARE(timeline.items().size(), 2u);
        QTRY_VERIFY(timeline.items().back().read);
        QVERIFY(profile.mail->all<SendMail>().empty()); // nothing is submitted in somebody else's name

        // The copy that is found in the mailbox is no second message; and mails are not forwarded as chat was.
        model::ArrivedMail found;
        found.folder = QStringLiteral("INBOX");
        found.uidValidity = 1;
        found.uid = 7;
        found.internalDate = profile.now;
        found.raw = copy.bytes;
        profile.mail->arrive({found});
        model::ArrivedStanza mailBorn = said("three", "From a gateway");
        mailBorn.message.emailElements = 1;
        mailBorn.message.email.emplace();
        mailBorn.message.email->type = QStringLiteral("email");
        arrive(profile, mailBorn);
        QTRY_COMPARE(timeline.items().size(), 3u);
        QCOMPARE(profile.mail->all<AppendMail>().size(), 1u);
    }

    void linesToAMailboxAreJoinedWhileTheyWait()
    {
        Profile profile;
        profile.hold = std::chrono::seconds(10);
        profile.signIn();
        const auto dave =
            wait(profile.engine->contacts().findOrAdd(mailAddress("dave@work.example"), QStringLiteral("Dave")));
        engine::Timeline timeline(*profile.engine, *dave);
        const auto first = wait(profile.engine->outbox().send(line(*dave, "One")));
        profile.now += std::chrono::seconds(4);
        const auto second = wait(profile.engine->outbox().send(line(*dave, "Two")));
        QVERIFY(first && second && *first == *second);
        QTRY_COMPARE(timeline.items().size(), 1u);
        QTRY_COMPARE(timeline.items().front().text, QStringLiteral("One\nTwo"));
        QCOMPARE(timeline.items().front().delivery.stage, DeliveryStage::Held);
        // The moment does not begin anew with each line.
        QVERIFY(timeline.items().front().delivery.due == profile.now + std::chrono::seconds(6));
        QVERIFY(wait(profile.engine->outbox().sendNow(*first)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        QVERIFY(profile.mail->all<SendMail>().front().bytes.contains("\r\n\r\nOne\r\nTwo\r\n"));
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        // What is written after it has left is a mail of its own.
        const auto third = wait(profile.engine->outbox().send(line(*dave, "Three")));
        QVERIFY(third && *third != *first);
    }

    void lettersAndOtherPeoplesLinesAreNotJoined()
    {
        Profile profile;
        profile.hold = std::chrono::seconds(10);
        profile.signIn();
        const auto dave =
            wait(profile.engine->contacts().findOrAdd(mailAddress("dave@work.example"), QStringLiteral("Dave")));
        const auto erin =
            wait(profile.engine->contacts().findOrAdd(mailAddress("erin@work.example"), QStringLiteral("Erin")));
        std::set<qint64> items;
        for (const model::Draft &draft :
             {line(*dave, "One"), letter(*dave, "Letter"), line(*dave, "Two"), line(*erin, "One")})
            items.insert(wait(profile.engine->outbox().send(draft)).valueOr({}).raw);
        QCOMPARE(items.size(), 4u);
        // Nor where the user does not want it.
        change(profile, [](model::Settings &settings) { settings.joinLines = false; });
        items.insert(wait(profile.engine->outbox().send(line(*erin, "Two"))).valueOr({}).raw);
        QCOMPARE(items.size(), 5u);
    }

    void afterAMailItsRecipientCanBeToldByChat_data()
    {
        QTest::addColumn<int>("consent");
        QTest::addColumn<int>("availability");
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("sent");
        QTest::newRow("ask") << int(model::Consent::Ask) << int(Availability::Online) << 1 << 0;
        QTest::newRow("always") << int(model::Consent::Always) << int(Availability::Away) << 0 << 1;
        QTest::newRow("never") << int(model::Consent::Never) << int(Availability::Online) << 0 << 0;
        QTest::newRow("nobody there") << int(model::Consent::Always) << int(Availability::Offline) << 0 << 0;
    }
    void afterAMailItsRecipientCanBeToldByChat()
    {
        QFETCH(int, consent);
        QFETCH(int, availability);
        QFETCH(int, asked);
        QFETCH(int, sent);
        Profile profile;
        profile.signIn();
        const model::PersonId bob = bobWithMailbox(profile);
        present(profile, static_cast<Availability>(availability));
        change(profile, [consent](model::Settings &settings) { settings.nudge = static_cast<model::Consent>(consent); });
        engine::Timeline timeline(*profile.engine, bob);
        QVERIFY(wait(profile.engine->outbox().send(letter(bob, "Minutes"))));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        auto &waiting = profile.engine->nudges();
        QTRY_COMPARE(int(waiting.questions().size()), asked);
        QTRY_COMPARE(int(nudges(profile).size()), sent);
        if (asked == 1) {
            QCOMPARE(waiting.questions().front().subject, QStringLiteral("Minutes"));
            waiting.answer(waiting.questions().front().item, true);
            QVERIFY(waiting.questions().empty());
            QCOMPARE(nudges(profile).size(), 1u);
        }
        for (const model::InstantMessage &nudge : nudges(profile)) {
            QCOMPARE(nudge.to, jid("bob@chat.example"));
            QCOMPARE(nudge.email->messageId, timeline.items().front().messageId);
            QVERIFY(!nudge.id.isEmpty());
        }
    }

    void goingOnlineLooksForMail()
    {
        Profile profile;
        profile.signIn();
        QTRY_COMPARE(profile.mail->all<CheckMail>().size(), 1u);
        profile.chat->goDown({Service::Chat});
        profile.chat->goOnline({Service::Chat});
        QTRY_COMPARE(profile.mail->all<CheckMail>().size(), 2u);
        profile.engine->accounts().checkMail(); // and by hand at any time
        QCOMPARE(profile.mail->all<CheckMail>().size(), 3u);
    }

    void theStateIsSaidAndSaidAgainAfterACut()
    {
        Profile profile;
        profile.signIn();
        QVERIFY(profile.chat->all<model::SetPresence>().empty());
        profile.engine->ownState().setPresence({Availability::Away, QStringLiteral("Lunch")});
        QCOMPARE(profile.chat->all<model::SetPresence>().size(), 1u);
        profile.chat->goDown({Service::Chat});
        profile.chat->goOnline({Service::Chat});
        QCOMPARE(profile.chat->all<model::SetPresence>().size(), 2u);
        QCOMPARE(profile.chat->all<model::SetPresence>().back().presence.availability, Availability::Away);
    }
};

ISTHMUS_TEST(tst_ways)
#include "tst_ways.moc"
