#include "core/engine/Conversations.h"
#include "core/engine/Timeline.h"
#include "tests/engine/MailScene.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;
using model::ItemKind;

class tst_mailintake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMailBecomesACard()
    {
        Profile profile;
        profile.signIn();
        arrive(profile, {arrivedMail(1, daves("a@work.example"))});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        const model::Item &item = timeline.items().front();
        QCOMPARE(item.kind, ItemKind::MailCard);
        QCOMPARE(item.channel, model::Channel::Mail);
        QCOMPARE(item.subject, QStringLiteral("Lunch"));
        QCOMPARE(item.text, QStringLiteral("Are you free?"));
        QCOMPARE(item.from.name, QStringLiteral("Dave"));
        QCOMPARE(base::toXmppDateTime(item.at), QStringLiteral("2026-11-21T09:00:00Z"));
        QVERIFY(!item.read);
        QCOMPARE(profile.engine->contacts().contact(timeline.person())->name, QStringLiteral("Dave"));
    }

    void mailOfAContactInOurDomainStandsInItsConversation()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        arrive(profile, {arrivedMail(1, "From: bob@chat.example\nTo: alice@chat.example\nSubject: Hi\n"
                                        "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <b@chat.example>\n\nHello\n")});
        engine::Timeline timeline(*profile.engine, bob);
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().authenticity, model::Authenticity::None);
    }

    void theMailboxThatWroteFirstJoinsTheContactThatIsAddedLater()
    {
        Profile profile;
        profile.signIn();
        arrive(profile, {arrivedMail(1, "From: bob@chat.example\nTo: alice@chat.example\nSubject: Hi\n"
                                        "Date: Sat, 21 Nov 2026 09:00:00 +0000\n\nHello\n")});
        QVERIFY(person(profile, "bob@chat.example").isValid());
        engine::Timeline timeline(*profile.engine, profile.bob());
        QTRY_COMPARE(timeline.items().size(), 1u);
    }

    void oneMailInTwoFoldersOrTwiceIsOneItem()
    {
        Profile profile;
        profile.signIn();
        const QByteArray mail = daves("a@work.example");
        arrive(profile, {arrivedMail(1, mail), arrivedMail(1, mail)});
        arrive(profile, {arrivedMail(1, mail)});
        arrive(profile, {arrivedMail(7, mail, "Archive"), model::MailVanished{QStringLiteral("INBOX"), 1, 1}});
        settle(profile);
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
    }

    void aNewUidValidityBringsNothingTwice()
    {
        Profile profile;
        profile.signIn();
        arrive(profile, {arrivedMail(1, daves("a@work.example")), arrivedMail(2, daves("b@work.example"))});
        model::ArrivedMail again = arrivedMail(9, daves("a@work.example"));
        again.uidValidity = 2;
        arrive(profile, {model::FolderReset{QStringLiteral("INBOX"), 2}, again});
        settle(profile);
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 2u);
    }

    void theSameMailByAnotherWayIsOneItem()
    {
        // Through a list and directly: other trace fields, same sender, date and body (specification 2.5).
        Profile profile;
        profile.signIn();
        arrive(profile,
               {arrivedMail(1, daves("a@work.example")),
                arrivedMail(2, daves("a@work.example", "Received: by list.example; Sat, 21 Nov 2026 09:00:01 +0000\n"))});
        settle(profile);
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
    }

    void twoMailsWithOneMessageIdAreBothKept()
    {
        Profile profile;
        profile.signIn();
        arrive(profile, {arrivedMail(1, daves("a@work.example")),
                         arrivedMail(2, daves("a@work.example", {}, "Something else entirely\n"))});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 2u);
        QVERIFY(timeline.items().at(0).text != timeline.items().at(1).text);
    }

    void mailsAreKeptByteForByte()
    {
        Profile profile;
        profile.signIn();
        model::ArrivedMail mail = arrivedMail(1, daves("a@work.example"));
        mail.raw += QByteArray::fromHex("00ff80fe0d0a2e0d0a");
        arrive(profile, {mail});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(wait(timeline.source(timeline.items().front().id)).valueOr({}), mail.raw);
    }

    void aMailThatKillsItsReaderIsACardWithItsSource()
    {
        Profile profile;
        profile.signIn();
        engine::Conversations list(*profile.engine);
        const model::ArrivedMail poisoned = arrivedMail(1, daves("a@work.example", {}, "poison\n"));
        arrive(profile, {poisoned, arrivedMail(2, daves("b@work.example"))});
        // The next one is read all the same.
        QVERIFY(person(profile, "dave@work.example").isValid());
        QTRY_COMPARE(list.rowCount(), 2);
        const int suspicious = list.row(0).suspicious ? 0 : 1;
        QVERIFY(list.row(suspicious).suspicious);
        engine::Timeline timeline(*profile.engine, list.row(suspicious).person);
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().kind, ItemKind::Unreadable);
        QCOMPARE(wait(timeline.source(timeline.items().front().id)).valueOr({}), poisoned.raw);
    }

    void whereTheReaderCannotWorkMailIsShownAsSuchAndReadWhenItCan()
    {
        Profile profile;
        profile.readerWorks = false;
        profile.signIn();
        arrive(profile, {arrivedMail(1, daves("a@work.example"))});
        {
            engine::Conversations list(*profile.engine);
            QTRY_COMPARE(list.rowCount(), 1);
            QVERIFY(list.row(0).suspicious);
        }
        profile.readerWorks = true;
        profile.reopen();
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().kind, ItemKind::MailCard);
        engine::Conversations list(*profile.engine);
        QTRY_COMPARE(list.rowCount(), 1);
    }

    void aReaderThatCannotBeHadNowIsAskedAgainInThisRun()
    {
        Profile profile;
        profile.readerBusy = 5;
        profile.signIn();
        engine::Conversations list(*profile.engine);
        QStringList seen; // every row that was ever shown
        connect(&list, &QAbstractItemModel::rowsInserted, this, [&](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                seen.append(list.row(row).name);
        });
        arrive(profile, {arrivedMail(1, daves("a@work.example")), arrivedMail(2, daves("b@work.example"))});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 2u);
        QCOMPARE(profile.readerBusy, 0);
        // The mail was never said to be at fault.
        QCOMPARE(seen.size(), 1);
    }

    void aFolderThatABackupReplacedDoublesAndLosesNothing_data()
    {
        QTest::addColumn<quint32>("validity");
        QTest::newRow("the server says so") << quint32(2);
        QTest::newRow("numbers are given anew without a word") << quint32(1);
    }
    void aFolderThatABackupReplacedDoublesAndLosesNothing()
    {
        QFETCH(const quint32, validity);
        Profile profile;
        profile.signIn();
        const auto at = [validity](quint32 uid, const char *id) {
            model::ArrivedMail mail = arrivedMail(uid, daves(id));
            mail.uidValidity = validity;
            return mail;
        };
        arrive(profile, {arrivedMail(1, daves("a@work.example")), arrivedMail(2, daves("b@work.example"))});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 2u);
        const auto before = timeline.items();
        // The backup has the first one only, and something new under the number of the second.
        arrive(profile,
               {model::FolderReset{QStringLiteral("INBOX"), validity}, at(1, "a@work.example"), at(2, "c@work.example")});
        QTRY_COMPARE(timeline.items().size(), 3u);
        QSet<QString> ids;
        for (const model::Item &item : timeline.items())
            ids.insert(item.messageId);
        QCOMPARE(ids.size(), 3);
        for (const model::Item &item : before) {
            QVERIFY(timeline.indexOf(item.id) >= 0); // what the backup has lost is kept here
            const auto places = wait(timeline.journey(item.id)).value().places;
            QCOMPARE(places.size(), item.messageId.contains(QStringLiteral("a@work")) ? 1u : 0u);
        }
    }

    void aMailFromOneselfThatNeverLeftIsSuspicious()
    {
        Profile profile;
        profile.signIn();
        engine::Conversations list(*profile.engine);
        arrive(profile, {arrivedMail(1, "From: Alice <alice@chat.example>\nTo: alice@chat.example\nSubject: I hacked you\n"
                                        "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <x@evil.example>\n\nPay\n")});
        QTRY_COMPARE(list.rowCount(), 1);
        QVERIFY(list.row(0).suspicious);
        engine::Timeline timeline(*profile.engine, list.row(0).person);
        QTRY_COMPARE(timeline.items().size(), 1u);
        QVERIFY(timeline.items().front().flags.contains(QStringLiteral("self-spoof")));
    }

    void sentMailOfAnotherProgramStandsAsOwnWithItsRecipient()
    {
        Profile profile;
        profile.signIn();
        arrive(profile, {model::FolderFound{QStringLiteral("Sent"), QStringLiteral("\\Sent")},
                         arrivedMail(1,
                                     "From: alice@chat.example\nTo: Dave <dave@work.example>\nSubject: Yes\n"
                                     "Date: Sat, 21 Nov 2026 09:30:00 +0000\nMessage-ID: <s@chat.example>\n\nGladly\n",
                                     "Sent")});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().direction, model::Direction::Outgoing);
        QCOMPARE(timeline.items().front().delivery.stage, model::DeliveryStage::Sent);
        QVERIFY(timeline.items().front().read);
    }

    void anAnswerNamesWhatItAnswers()
    {
        Profile profile;
        profile.signIn();
        arrive(profile, {arrivedMail(1, daves("a@work.example")),
                         arrivedMail(2, daves("b@work.example", "In-Reply-To: <a@work.example>\n", "Hello?\n"))});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 2u);
        const model::Item &first = timeline.items().front();
        const model::Item &second = timeline.items().back();
        QVERIFY(second.replyTo == first.id);
        QCOMPARE(second.replyQuote, QStringLiteral("Are you free?"));
        QCOMPARE(second.thread, first.thread);
    }

    void aVCardsMailboxJoinsTheConversationWhenItIsConfirmed()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->arrive({model::VCardFound{jid("bob@chat.example"), {}, {mailAddress("dave@work.example")}}});
        arrive(profile, {arrivedMail(1, daves("a@work.example"))});
        const model::PersonId stranger = person(profile, "dave@work.example");
        QVERIFY(stranger != bob);
        QVERIFY(
            wait(profile.engine->contacts().addAddress(bob, mailAddress("dave@work.example"), model::Evidence::Confirmed)));
        engine::Timeline timeline(*profile.engine, bob);
        QTRY_COMPARE(timeline.items().size(), 1u);
    }

    void flagsGoBothWays()
    {
        Profile profile;
        profile.signIn();
        arrive(profile, {arrivedMail(1, daves("a@work.example")), arrivedMail(2, daves("b@work.example", {}, "two\n"))});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 2u);
        const auto readStates = [&] { return std::pair(timeline.items().at(0).read, timeline.items().at(1).read); };
        QCOMPARE(readStates(), std::pair(false, false));
        // Read elsewhere.
        arrive(profile, {model::MailFlagsChanged{QStringLiteral("INBOX"), 1, 1, {QStringLiteral("\\Seen")}}});
        QTRY_COMPARE(readStates(), std::pair(true, false));
        // Read here.
        timeline.markRead();
        QTRY_COMPARE(readStates(), std::pair(true, true));
        QTRY_COMPARE(profile.mail->all<model::StoreFlags>().size(), 1u);
        const model::StoreFlags command = profile.mail->all<model::StoreFlags>().front();
        QCOMPARE(command.uids, std::vector<quint32>{2});
        QCOMPARE(command.add, QStringList{QStringLiteral("\\Seen")});
        // Marked unread elsewhere.
        arrive(profile, {model::MailFlagsChanged{QStringLiteral("INBOX"), 1, 1, {}}});
        QTRY_COMPARE(readStates(), std::pair(false, true));
    }

    void whatWasReadWhileTheLinkWasDownIsToldLater()
    {
        Profile profile;
        profile.signIn();
        arrive(profile, {arrivedMail(1, daves("a@work.example"))});
        const model::PersonId dave = person(profile, "dave@work.example");
        profile.mail->goDown({model::Service::IncomingMail});
        {
            engine::Timeline timeline(*profile.engine, dave);
            QTRY_COMPARE(timeline.items().size(), 1u);
            timeline.markRead();
            QTRY_VERIFY(timeline.items().front().read);
        }
        QVERIFY(profile.mail->all<model::StoreFlags>().empty());
        profile.reopen();
        QTRY_COMPARE(profile.mail->all<model::StoreFlags>().size(), 1u);
        // Told once.
        profile.mail->goDown({model::Service::IncomingMail});
        settle(profile);
        profile.mail->goOnline({model::Service::IncomingMail});
        settle(profile);
        QCOMPARE(profile.mail->all<model::StoreFlags>().size(), 1u);
    }

    void mailsThatWereStoredButNotReadAreReadAtTheNextStart()
    {
        Profile profile;
        profile.signIn();
        profile.mail->arrive({arrivedMail(1, daves("a@work.example")), arrivedMail(2, daves("b@work.example", {}, "two\n"))},
                             {{QStringLiteral("imap:INBOX"), "2"}});
        profile.reopen();
        QCOMPARE(profile.mail->startedWith, (std::vector<model::Cursor>{{QStringLiteral("imap:INBOX"), "2"}}));
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 2u);
    }

    void anAttachmentIsDecoded()
    {
        Profile profile;
        profile.signIn();
        arrive(profile,
               {arrivedMail(1, "From: dave@work.example\nTo: alice@chat.example\nDate: Sat, 21 Nov 2026 09:00:00 +0000\n"
                               "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee.\n--x\n"
                               "Content-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment; filename=a.pdf\n"
                               "Content-Transfer-Encoding: base64\n\naGVsbG8=\n--x--\n")});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        const model::Item &item = timeline.items().front();
        QCOMPARE(item.attachments.size(), 1u);
        QCOMPARE(item.attachments.front().name, QStringLiteral("a.pdf"));
        QCOMPARE(wait(timeline.attachment(item.id, item.attachments.front().part)).valueOr({}), QByteArray("hello"));
    }

    void x44_addressesNamesAndSubjectsAreValuesNeverStatements()
    {
        Profile profile;
        profile.signIn();
        const QString evil = QStringLiteral("x'); DROP TABLE item; --\" OR 1=1 /*");
        arrive(profile, {arrivedMail(1, "From: \"Robert'); DROP TABLE person; --\" <robert'or'1'='1@work.example>\n"
                                        "To: alice@chat.example\nSubject: "
                                            + evil.toUtf8()
                                            + "\nDate: Sat, 21 Nov 2026 09:00:00 +0000\n"
                                              "Message-ID: <a';DELETE.FROM.mail;--@work.example>\n\n"
                                            + evil.toUtf8() + "\n")});
        const model::PersonId robert = person(profile, "robert'or'1'='1@work.example");
        QVERIFY(robert.isValid());
        engine::Timeline timeline(*profile.engine, robert);
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().subject, evil);
        QCOMPARE(timeline.items().front().text, evil);
        QVERIFY(wait(profile.engine->contacts().rename(robert, evil)));
        profile.reopen();
        QCOMPARE(profile.engine->contacts().contact(robert)->name, evil);
        engine::Timeline again(*profile.engine, robert);
        QTRY_COMPARE(again.items().size(), 1u);
        QCOMPARE(again.items().front().messageId, QStringLiteral("<a';DELETE.FROM.mail;--@work.example>"));
    }

    void aRemovedMailIsGoneHereAndDoesNotComeAgain()
    {
        Profile profile;
        profile.signIn();
        const model::ArrivedMail mail = arrivedMail(1, daves("a@work.example"));
        arrive(profile, {mail, arrivedMail(2, daves("b@work.example", {}, "two\n"))});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 2u);
        const model::ItemId gone =
            timeline.items().front().text == QLatin1String("two") ? timeline.items().back().id : timeline.items().front().id;
        QVERIFY(wait(timeline.remove(gone)));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().text, QStringLiteral("two"));
        QVERIFY(!wait(timeline.source(gone)));
        QVERIFY(profile.mail->all<model::StoreFlags>().empty()); // the server keeps it as it was
        // It is still in the folder, and comes in another one, too.
        arrive(profile, {mail, arrivedMail(9, daves("a@work.example"), "Archive")});
        settle(profile);
        profile.reopen();
        engine::Timeline again(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(again.items().size(), 1u);
    }

    void htmlOfAMailIsLaidOut()
    {
        Profile profile;
        profile.signIn();
        arrive(profile,
               {arrivedMail(1, "From: dave@work.example\nTo: alice@chat.example\nDate: Sat, 21 Nov 2026 09:00:00 +0000\n"
                               "MIME-Version: 1.0\nSubject: a\nContent-Type: text/html\n\n<p>See.\n"),
                arrivedMail(2, daves("b@work.example"))});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 2u);
        engine::LayoutWish wish;
        wish.width = 417;
        for (const model::Item &item : timeline.items()) {
            const auto laidOut = wait(timeline.layout(item.id, wish));
            if (item.subject == QLatin1String("a"))
                QCOMPARE(laidOut.valueOr({}), QByteArray("417"));
            else
                QVERIFY(!laidOut && laidOut.error().fault == base::Fault::NotFound);
        }
        const auto none = wait(timeline.layout({4711}, wish));
        QVERIFY(!none && none.error().fault == base::Fault::NotFound);
    }
};

ISTHMUS_TEST(tst_mailintake)
#include "tst_mailintake.moc"
