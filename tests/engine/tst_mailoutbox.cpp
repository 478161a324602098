#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using model::AppendMail;
using model::DeliveryStage;
using model::SendMail;
using model::SendStanza;
using model::Service;

class tst_mailoutbox : public QObject
{
    Q_OBJECT

    static QByteArray header(const QByteArray &mail, const char *name)
    {
        for (const QByteArray &line : mail.left(mail.indexOf("\r\n\r\n")).split('\n')) {
            if (line.startsWith(QByteArray(name) + ": "))
                return line.mid(static_cast<qsizetype>(qstrlen(name)) + 2).trimmed();
        }
        return {};
    }
    static QByteArray text(const QByteArray &mail) { return mail.mid(mail.indexOf("\r\n\r\n") + 4); }
    static model::Draft draft(model::PersonId person, const char *text, const char *subject = "")
    {
        model::Draft draft;
        draft.person = person;
        draft.text = QString::fromUtf8(text);
        draft.subject = QString::fromUtf8(subject);
        if (!draft.subject.isEmpty())
            draft.kind = model::Draft::Kind::Mail;
        return draft;
    }
    /// bob, offline, with his mailbox confirmed and "offline -> mailbox" chosen.
    static model::PersonId bobByMail(Profile &profile)
    {
        const model::PersonId bob = profile.bob();
        auto &contacts = profile.engine->contacts();
        (void)wait(contacts.addAddress(bob, mailAddress("bob@chat.example"), model::Evidence::Confirmed));
        (void)wait(contacts.setSendVia(bob, model::SendVia::OfflineMail));
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {model::Availability::Offline, {}});
        if (!QTest::qWaitFor(
                [&] {
                    return contacts.contact(bob)->confirmedMail()
                           && contacts.contact(bob)->sendVia == model::SendVia::OfflineMail;
                },
                5000))
            qFatal("bob cannot be mailed");
        return bob;
    }
    static void answerFromBob(Profile &profile, quint32 uid, const QByteArray &inReplyTo, const QByteArray &subject)
    {
        profile.mail->arrive({arrivedMail(uid, "From: Bob <bob@chat.example>\nTo: alice@chat.example\nSubject: " + subject
                                                   + "\nDate: Sat, 21 Nov 2026 11:00:00 +0000\nMessage-ID: <r"
                                                   + QByteArray::number(uid) + "@chat.example>\nIn-Reply-To: " + inReplyTo
                                                   + "\nReferences: " + inReplyTo + "\n\nFine\n")});
    }

    /// How often the server has said "later" to the first item.
    static std::size_t laterWords(const engine::Timeline &timeline)
    {
        const auto journey = wait(timeline.journey(timeline.items().front().id));
        std::size_t count = 0;
        for (const model::Station &station : journey ? journey->stations : std::vector<model::Station>())
            count += station.kind == model::Station::Kind::Deferred ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void aLineToSomebodyWhoIsAwayGoesAsACleanMail()
    {
        Profile profile;
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        QVERIFY(wait(profile.engine->outbox().send(draft(timeline.person(), "See you at noon"))));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        const SendMail sent = profile.mail->all<SendMail>().front();
        QCOMPARE(sent.envelopeFrom, mailAddress("alice@chat.example"));
        QCOMPARE(sent.recipients, std::vector<model::MailAddress>{mailAddress("bob@chat.example")});
        QCOMPARE(header(sent.bytes, "From"), QByteArray("alice@chat.example"));
        QCOMPARE(header(sent.bytes, "To"), QByteArray("bob@chat.example"));
        QCOMPARE(header(sent.bytes, "Subject"), QByteArray("Message from alice@chat.example"));
        QVERIFY(header(sent.bytes, "Date").startsWith("Sat, 21 Nov 2026 10:00:00"));
        QVERIFY(header(sent.bytes, "Message-ID").endsWith("@chat.example>"));
        QCOMPARE(text(sent.bytes), QByteArray("See you at noon\r\n"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().channel, model::Channel::Mail);
        QCOMPARE(timeline.items().front().kind, model::ItemKind::Bubble);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
    }

    void theAnswerStandsInTheSameConversationAndTheNextLineInItsThread()
    {
        Profile profile;
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        QVERIFY(wait(profile.engine->outbox().send(draft(timeline.person(), "See you at noon"))));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        const QByteArray id = header(profile.mail->all<SendMail>().front().bytes, "Message-ID");
        answerFromBob(profile, 1, id, "Re: Message from alice@chat.example");
        QTRY_COMPARE(timeline.items().size(), 2u);
        // An answer to a line is a line, without the subject that was made up.
        QCOMPARE(timeline.items().back().kind, model::ItemKind::Bubble);
        QCOMPARE(timeline.items().back().text, QStringLiteral("Fine"));
        QVERIFY(timeline.items().back().replyTo == timeline.items().front().id);

        profile.now += std::chrono::hours(2);
        QVERIFY(wait(profile.engine->outbox().send(draft(timeline.person(), "Good"))));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 2u);
        const QByteArray next = profile.mail->all<SendMail>().back().bytes;
        QCOMPARE(header(next, "In-Reply-To"), QByteArray("<r1@chat.example>"));
        QCOMPARE(header(next, "Subject"), QByteArray("Re: Message from alice@chat.example"));
        QVERIFY(next.contains(id));
    }

    void anAnswerToAMailIsThreaded()
    {
        Profile profile;
        profile.signIn();
        profile.mail->arrive({arrivedMail(1, "From: Dave <dave@work.example>\nTo: alice@chat.example\nSubject: Lunch\n"
                                             "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <a@work.example>\n"
                                             "References: <root@work.example>\n\nFree?\n")});
        QTRY_VERIFY(profile.engine->contacts().personOf(mailAddress("dave@work.example")));
        engine::Timeline timeline(*profile.engine, *profile.engine->contacts().personOf(mailAddress("dave@work.example")));
        QTRY_COMPARE(timeline.items().size(), 1u);
        model::Draft answer = draft(timeline.person(), "Yes", "Re: Lunch");
        answer.replyTo = timeline.items().front().id;
        QVERIFY(wait(profile.engine->outbox().send(answer)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        const QByteArray mail = profile.mail->all<SendMail>().front().bytes;
        QCOMPARE(header(mail, "To"), QByteArray("dave@work.example"));
        QCOMPARE(header(mail, "In-Reply-To"), QByteArray("<a@work.example>"));
        QVERIFY(mail.contains("<root@work.example>"));
        QCOMPARE(header(mail, "Subject"), QByteArray("Re: Lunch"));
        QTRY_COMPARE(timeline.items().size(), 2u);
        QVERIFY(timeline.items().back().replyTo == timeline.items().front().id);
    }

    void anAnswerAsChatNamesTheMail()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.mail->arrive(
            {arrivedMail(1, "From: bob@chat.example\nTo: alice@chat.example\nSubject: Lunch\n"
                            "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <a@chat.example>\n\nFree?\n")});
        engine::Timeline timeline(*profile.engine, bob);
        QTRY_COMPARE(timeline.items().size(), 1u);
        model::Draft answer = draft(bob, "Yes");
        answer.user = model::Channel::Chat;
        answer.replyTo = timeline.items().front().id;
        QVERIFY(wait(profile.engine->outbox().send(answer)));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        const model::InstantMessage message = profile.chat->all<SendStanza>().front().message;
        QCOMPARE(message.replyId, timeline.items().front().stanzaId);
        QCOMPARE(message.replyTo, jid("bob@chat.example"));
    }

    void theSameBytesAreQueuedSentSentAgainAndFiled()
    {
        Profile profile;
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        profile.mail->answer.reset();
        QVERIFY(wait(profile.engine->outbox().send(draft(timeline.person(), "Attached", "Minutes"))));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        QTRY_COMPARE(timeline.items().size(), 1u);
        const QByteArray queued = wait(timeline.source(timeline.items().front().id)).valueOr({});
        // The reply after the final dot is lost.
        profile.mail->commands.back().answer.finish(base::Error{base::Fault::ConnectionLost, {}});
        profile.mail->goDown({Service::OutgoingMail});
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Queued);
        profile.mail->answer = model::CommandResult{};
        profile.mail->goOnline({Service::OutgoingMail});
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 2u);
        QTRY_COMPARE(profile.mail->all<AppendMail>().size(), 1u);
        const AppendMail filed = profile.mail->all<AppendMail>().front();
        QVERIFY(!queued.isEmpty());
        QCOMPARE(profile.mail->all<SendMail>().at(0).bytes, queued);
        QCOMPARE(profile.mail->all<SendMail>().at(1).bytes, queued);
        QCOMPARE(filed.bytes, queued);
        QCOMPARE(filed.specialUse, QStringLiteral("\\Sent"));
        QCOMPARE(filed.messageId.toUtf8(), header(queued, "Message-ID"));
        QCOMPARE(filed.flags, QStringList{QStringLiteral("\\Seen")});
    }

    void theFiledCopyIsTheSameItem()
    {
        Profile profile;
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        QVERIFY(wait(profile.engine->outbox().send(draft(timeline.person(), "Text", "Minutes"))));
        QTRY_COMPARE(profile.mail->all<AppendMail>().size(), 1u);
        model::ArrivedMail copy = arrivedMail(1, {}, "Sent");
        copy.raw = profile.mail->all<AppendMail>().front().bytes;
        profile.mail->arrive({model::FolderFound{QStringLiteral("Sent"), QStringLiteral("\\Sent")}, copy});
        // And a second copy that the server filed by itself, with a field of its own.
        copy.uid = 2;
        copy.raw.prepend("X-Filed: yes\r\n");
        profile.mail->arrive({copy});
        QTRY_COMPARE(profile.mail->storedBatches.size(), 2u);
        QTRY_VERIFY(!timeline.items().empty() && timeline.items().front().mail.isValid());
        answerFromBob(profile, 1, "<none@x.example>", "Last");
        QTRY_VERIFY(timeline.items().size() >= 2u && timeline.items().back().text == QStringLiteral("Fine"));
        QCOMPARE(timeline.items().size(), 2u);
    }

    void filingWaitsForItsLinkAndHappensOnce()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = bobByMail(profile);
        profile.mail->goDown({Service::IncomingMail});
        engine::Timeline timeline(*profile.engine, bob);
        QVERIFY(wait(profile.engine->outbox().send(draft(bob, "Text", "Minutes"))));
        QTRY_VERIFY(!timeline.items().empty());
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        QVERIFY(profile.mail->all<AppendMail>().empty());
        profile.mail->goOnline({Service::IncomingMail});
        QTRY_COMPARE(profile.mail->all<AppendMail>().size(), 1u);
        QVERIFY(wait(profile.engine->outbox().send(draft(bob, "Text", "Other"))));
        QTRY_COMPARE(profile.mail->all<AppendMail>().size(), 2u);
        QVERIFY(profile.mail->all<AppendMail>().at(0).messageId != profile.mail->all<AppendMail>().at(1).messageId);
    }

    /// A full mailbox, a locked folder: the link stays, so no new one brings it up again.
    void aCopyThatCannotBeFiledNowIsFiledLater()
    {
        Profile profile;
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        profile.mail->answer.reset();
        QVERIFY(wait(profile.engine->outbox().send(draft(timeline.person(), "Text", "Minutes"))));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        profile.mail->commands.back().answer.finish(model::CommandResult{});
        QTRY_COMPARE(profile.mail->all<AppendMail>().size(), 1u);
        profile.mail->commands.back().answer.finish(base::Error{base::Fault::TryLater, QStringLiteral("imap: INUSE")});
        QTRY_COMPARE(profile.mail->all<AppendMail>().size(), 2u);
        QCOMPARE(profile.mail->all<AppendMail>().at(0), profile.mail->all<AppendMail>().at(1));
        profile.mail->commands.back().answer.finish(model::CommandResult{});
        const auto isFiled = [&] {
            const auto journey = wait(timeline.journey(timeline.items().front().id));
            return journey && std::any_of(journey->stations.begin(), journey->stations.end(), [](const auto &station) {
                       return station.kind == model::Station::Kind::Filed;
                   });
        };
        QTRY_VERIFY(isFiled());
    }

    void bccIsInTheEnvelopeOnly()
    {
        Profile profile;
        profile.signIn();
        model::Draft mail = draft({}, "Text", "Minutes");
        mail.to = {{QStringLiteral("Dave"), mailAddress("dave@work.example")}};
        mail.bcc = {{QString(), mailAddress("secret@work.example")}};
        QVERIFY(wait(profile.engine->outbox().send(mail)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        const SendMail sent = profile.mail->all<SendMail>().front();
        QCOMPARE(sent.recipients.size(), 2u);
        QVERIFY(!sent.bytes.contains("secret"));
        QVERIFY(profile.engine->contacts().personOf(mailAddress("dave@work.example")));
    }

    void refusedRecipientsAreNamed()
    {
        Profile profile;
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        model::Draft mail = draft(timeline.person(), "Text", "Minutes");
        mail.to = {{QString(), mailAddress("bob@chat.example")}, {QString(), mailAddress("gone@work.example")}};
        model::CommandResult result;
        result.recipients = {
            {mailAddress("bob@chat.example"), true, 250, {}, {}},
            {mailAddress("gone@work.example"), false, 550, QStringLiteral("5.1.1"), QStringLiteral("no such user")}};
        profile.mail->answer = result;
        QVERIFY(wait(profile.engine->outbox().send(mail)));
        QTRY_VERIFY(!timeline.items().empty());
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        const model::DeliveryState state = timeline.items().front().delivery;
        QVERIFY(state.error);
        QVERIFY(state.serverText.contains(QStringLiteral("gone@work.example: 550 5.1.1 no such user")));
        QVERIFY(!state.serverText.contains(QStringLiteral("bob@")));
    }

    void aChatThatCannotBeDeliveredFallsBackToMailOnce()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        QVERIFY(
            wait(profile.engine->contacts().addAddress(bob, mailAddress("bob@chat.example"), model::Evidence::Confirmed)));
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {model::Availability::Online, {}});
        QTRY_VERIFY(profile.engine->outbox().preview(draft(bob, "x")).canFallBack);
        engine::Timeline timeline(*profile.engine, bob);
        QVERIFY(wait(profile.engine->outbox().send(draft(bob, "hello"))));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        QTRY_VERIFY(!timeline.items().empty());
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        model::InstantMessage error;
        error.type = model::InstantMessage::Type::Error;
        error.from = jid("bob@chat.example");
        error.to = jid("alice@chat.example");
        error.id = profile.chat->all<SendStanza>().front().message.id;
        error.error = model::StanzaError{QStringLiteral("service-unavailable"), QStringLiteral("cancel"), {}, {}};
        profile.chat->arrive({model::ArrivedStanza{error, true, profile.now}});
        profile.chat->arrive({model::ArrivedStanza{error, true, profile.now}});
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        QTRY_COMPARE(timeline.items().front().channel, model::Channel::Mail);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        QVERIFY(timeline.items().front().delivery.fellBack);
        QCOMPARE(timeline.items().size(), 1u);
        // It fails there, too: no way back.
        QCOMPARE(profile.chat->all<SendStanza>().size(), 1u);
    }

    void aRefusedMailboxFallsBackToChatOnce()
    {
        Profile profile;
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        profile.mail->answer = base::Error{base::Fault::Rejected, QStringLiteral("smtp RCPT: 550 5.1.1 no such user")};
        QVERIFY(wait(profile.engine->outbox().send(draft(timeline.person(), "hello"))));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        QCOMPARE(timeline.items().front().channel, model::Channel::Chat);
        QVERIFY(timeline.items().front().delivery.fellBack);
    }

    void aServerThatSaysLaterIsAskedAgainWithTheSameBytes()
    {
        Profile profile;
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        profile.mail->answer = base::Error{base::Fault::TryLater, QStringLiteral("smtp DATA: 451 4.7.1 greylisted")};
        QVERIFY(wait(profile.engine->outbox().send(draft(timeline.person(), "hello"))));
        QTRY_VERIFY(!timeline.items().empty());
        QTRY_VERIFY(timeline.items().front().delivery.stage == DeliveryStage::Queued
                    && timeline.items().front().delivery.error);
        profile.mail->answer = model::CommandResult{};
        profile.now += std::chrono::minutes(1);
        QVERIFY(wait(profile.engine->outbox().retry(timeline.items().front().id)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 2u);
        QCOMPARE(profile.mail->all<SendMail>().at(0).bytes, profile.mail->all<SendMail>().at(1).bytes);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
    }

    void whereThePeerSaysNoNothingFallsBack()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        QVERIFY(
            wait(profile.engine->contacts().addAddress(bob, mailAddress("bob@chat.example"), model::Evidence::Confirmed)));
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {model::Availability::Online, {}});
        QTRY_VERIFY(profile.engine->outbox().preview(draft(bob, "x")).canFallBack);
        engine::Timeline timeline(*profile.engine, bob);
        QVERIFY(wait(profile.engine->outbox().send(draft(bob, "hello"))));
        QTRY_COMPARE(profile.chat->all<SendStanza>().size(), 1u);
        model::InstantMessage error;
        error.type = model::InstantMessage::Type::Error;
        error.from = jid("bob@chat.example");
        error.id = profile.chat->all<SendStanza>().front().message.id;
        error.error = model::StanzaError{QStringLiteral("forbidden"), QStringLiteral("auth"), {}, {}};
        profile.chat->arrive({model::ArrivedStanza{error, true, profile.now}});
        QTRY_VERIFY(!timeline.items().empty());
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Failed);
        QVERIFY(profile.mail->all<SendMail>().empty());
        // By the user's will it goes as mail.
        QVERIFY(wait(profile.engine->outbox().resendVia(timeline.items().front().id, model::Channel::Mail)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
    }

    void mailCanBeCalledBackWhileItIsHeld()
    {
        Profile profile;
        profile.hold = std::chrono::seconds(10);
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        const auto first = wait(profile.engine->outbox().send(draft(timeline.person(), "Text", "Minutes")));
        QVERIFY(first);
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().delivery.stage, DeliveryStage::Held);
        QVERIFY(wait(profile.engine->outbox().cancel(*first)));
        QTRY_VERIFY(timeline.items().empty());
        const auto second = wait(profile.engine->outbox().send(draft(timeline.person(), "Text", "Other")));
        QVERIFY(second);
        QVERIFY(profile.mail->all<SendMail>().empty());
        QVERIFY(wait(profile.engine->outbox().sendNow(*second)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        QCOMPARE(header(profile.mail->all<SendMail>().front().bytes, "Subject"), QByteArray("Other"));
    }

    void aFileGoesWithTheMail()
    {
        Profile profile;
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        model::Draft mail = draft(timeline.person(), "Attached", "Minutes");
        mail.files = {{QStringLiteral("../minutes.pdf"), QStringLiteral("application/pdf"), QByteArray("octets")}};
        QVERIFY(wait(profile.engine->outbox().send(mail)));
        QTRY_COMPARE(timeline.items().size(), 1u);
        const model::Item &item = timeline.items().front();
        QCOMPARE(item.attachments.size(), 1u);
        QVERIFY(!item.attachments.front().name.contains(QLatin1Char('/')));
        QCOMPARE(wait(timeline.attachment(item.id, item.attachments.front().part)).valueOr({}), QByteArray("octets"));
    }

    void aServerThatKeepsSayingLaterIsNotAskedForEver()
    {
        Profile profile;
        profile.signIn();
        engine::Timeline timeline(*profile.engine, bobByMail(profile));
        profile.mail->answer = base::Result<model::CommandResult>(
            base::Error{base::Fault::TryLater, QStringLiteral("smtp mail: 451 4.3.2 not today")});
        QVERIFY(wait(profile.engine->outbox().send(draft(timeline.person(), "Hello", "Minutes"))));
        QTRY_COMPARE(timeline.items().size(), 1u);
        const auto state = [&] { return timeline.items().front().delivery; };
        const auto attempts = [&] { return profile.mail->all<SendMail>().size(); };
        QTRY_VERIFY(state().stage == DeliveryStage::Queued && state().error);
        QCOMPARE(state().serverText, QStringLiteral("not today"));
        // A link that comes and goes is no reason to ask sooner.
        profile.mail->goOnline({Service::OutgoingMail});
        QVERIFY(wait(profile.engine->contacts().rename(timeline.person(), QStringLiteral("Bob"))));
        QCOMPARE(laterWords(timeline), std::size_t{1}); // both threads of the store have done what was asked before
        QCOMPARE(attempts(), 1u);
        // Away for a week: that is not the server's fault, and the second "later" is not the last.
        profile.now += std::chrono::hours(7 * 24);
        std::size_t tried = 1;
        while (state().stage != DeliveryStage::Failed && tried < 100) {
            profile.mail->goOnline({Service::OutgoingMail});
            ++tried;
            QTRY_COMPARE(attempts(), tried);
            QTRY_VERIFY(state().stage == DeliveryStage::Failed
                        || (state().stage == DeliveryStage::Queued && laterWords(timeline) == tried));
            profile.now += std::chrono::minutes(30);
        }
        QCOMPARE(tried, std::size_t{20});
        QCOMPARE(state().stage, DeliveryStage::Failed);
        QCOMPARE(state().serverText, QStringLiteral("not today"));
        profile.mail->goOnline({Service::OutgoingMail});
        // The user may begin anew, and then it goes.
        profile.mail->answer = base::Result<model::CommandResult>(model::CommandResult{});
        QVERIFY(wait(profile.engine->outbox().retry(timeline.items().front().id)));
        QTRY_COMPARE(state().stage, DeliveryStage::Sent);
        QCOMPARE(attempts(), 21u);
    }
};

ISTHMUS_TEST(tst_mailoutbox)
#include "tst_mailoutbox.moc"
