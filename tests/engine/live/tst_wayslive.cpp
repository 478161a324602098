#include "core/engine/DisplayReports.h"
#include "core/engine/Options.h"
#include "core/engine/OwnState.h"
#include "tests/engine/live/MailHousehold.h"
#include "tests/support/Foreign.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>

using namespace isthmus;
using namespace isthmus::test;
using namespace Qt::StringLiterals;
using model::DeliveryStage;

/// Reports, forwarding, preferences and nudges between this program, other programs and the real servers.
class tst_wayslive : public QObject
{
    Q_OBJECT
    Servers *m_servers = nullptr;

    static constexpr int patience = 30'000;

    /// Waits for the only own message of a conversation to come to a stage.
    static bool comesTo(engine::Timeline &timeline, DeliveryStage stage)
    {
        return QTest::qWaitFor(
            [&] {
                for (const model::Item &item : timeline.items()) {
                    if (item.direction == model::Direction::Outgoing && item.delivery.stage == stage)
                        return true;
                }
                return false;
            },
            patience);
    }
    static void change(MailHousehold &house, const std::function<void(model::Settings &)> &how)
    {
        model::Settings settings = house.engine->options().settings();
        how(settings);
        QVERIFY(wait(house.engine->options().save(settings)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }

    void anotherMailProgramsReportIsSeenOnTheMail()
    {
        const ServerAccount mine = m_servers->createAccount(u"reports"_s);
        const ServerAccount other = m_servers->createAccount(u"reader"_s);
        ForeignMail program(*m_servers, other);
        MailHousehold house(*m_servers, mine);
        QTRY_VERIFY_WITH_TIMEOUT(house.isOnline(), patience);
        change(house, [](model::Settings &settings) { settings.askReports = true; });
        model::Draft draft;
        draft.kind = model::Draft::Kind::Mail;
        draft.subject = u"Please confirm"_s;
        draft.text = u"Have you got it?"_s;
        draft.to = {{QString(), *model::MailAddress::parse(other.address)}};
        QVERIFY(wait(house.engine->outbox().send(draft)));
        engine::Timeline timeline(*house.engine, house.person(other.address));
        // The real Postfix tells that it was delivered (RFC 3461) …
        QVERIFY(comesTo(timeline, DeliveryStage::Delivered));
        const QJsonObject mail = program.waitFor(u"Please confirm"_s);
        const QJsonObject fields = mail.value(u"fields"_s).toObject();
        QVERIFY(fields.value(u"disposition-notification-to"_s).toString().contains(mine.address));
        // … and the other program that it was shown (RFC 8098).
        const QByteArray report =
            "From: " + other.address.toLatin1() + "\r\nTo: " + mine.address.toLatin1()
            + "\r\nSubject: Read\r\nDate: Sat, 21 Nov 2026 10:00:00 +0000\r\nMessage-ID: <mdn-1@reader.test>\r\nMIME-Version: 1.0\r\n"
              "Content-Type: multipart/report; report-type=disposition-notification; boundary=r\r\n\r\n--r\r\n\r\nShown.\r\n"
              "--r\r\nContent-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822; "
            + other.address.toLatin1() + "\r\nOriginal-Message-ID: " + fields.value(u"message-id"_s).toString().toLatin1()
            + "\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n\r\n--r--\r\n";
        program.perform(u"send"_s, {{u"to"_s, mine.address}, {u"raw"_s, QString::fromLatin1(report.toBase64())}});
        QVERIFY(comesTo(timeline, DeliveryStage::Displayed));
    }

    void anotherMailProgramGetsItsReportAfterConsent()
    {
        const ServerAccount mine = m_servers->createAccount(u"consents"_s);
        const ServerAccount other = m_servers->createAccount(u"curious"_s);
        ForeignMail program(*m_servers, other);
        MailHousehold house(*m_servers, mine);
        QTRY_VERIFY_WITH_TIMEOUT(house.isOnline(), patience);
        const QJsonObject sent =
            program.perform(u"send"_s, {{u"to"_s, mine.address},
                                        {u"subject"_s, u"Tell me"_s},
                                        {u"text"_s, u"when you have read this"_s},
                                        {u"fields"_s, QJsonObject{{u"Disposition-Notification-To"_s, other.address}}}});
        engine::Timeline timeline(*house.engine, house.person(other.address));
        QTRY_COMPARE_WITH_TIMEOUT(timeline.items().size(), 1u, patience);
        timeline.markRead();
        auto &reports = house.engine->displayReports();
        QTRY_COMPARE_WITH_TIMEOUT(reports.questions().size(), 1u, patience);
        QVERIFY(wait(reports.answer(reports.questions().front().item, true)));
        const QJsonObject report = program.waitFor(u"Displayed: Tell me"_s);
        const QByteArray raw = ForeignMail::raw(report);
        QVERIFY(raw.contains("Return-Path: <>"));
        QVERIFY(raw.contains("Original-Message-ID: " + sent.value(u"message_id"_s).toString().toLatin1()));
        QVERIFY(raw.contains("; displayed"));
    }

    void anotherChatProgramsReceiptsAndOursAreSeen()
    {
        const ServerAccount mine = m_servers->createAccount(u"chats"_s);
        const ServerAccount other = m_servers->createAccount(u"answers"_s);
        m_servers->befriend(mine, other);
        ForeignXmpp program(*m_servers, other);
        program.online();
        program.perform(u"auto"_s, {{u"answers"_s, QJsonArray{u"receipt"_s, u"displayed"_s}}});
        MailHousehold house(*m_servers, mine);
        QTRY_VERIFY_WITH_TIMEOUT(house.isOnline(), patience);
        engine::Timeline timeline(*house.engine, house.person(other.address));
        model::Draft draft;
        draft.person = timeline.person();
        draft.user = model::Channel::Chat;
        draft.text = u"Seen?"_s;
        QVERIFY(wait(house.engine->outbox().send(draft)));
        QVERIFY(comesTo(timeline, DeliveryStage::Displayed));
        // The other way: delivered at once, displayed when it is read.
        const QString id = program.send(mine.address, u"And this?"_s, {{u"receipt"_s, true}, {u"markable"_s, true}});
        program.take(u"message"_s, {{u"receipt"_s, id}}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(timeline.items().size(), 2u, patience);
        timeline.markRead();
        program.take(u"message"_s, {{u"displayed"_s, id}}, patience);
    }

    void whileBusyLinesAreInTheMailboxAsWell()
    {
        const ServerAccount mine = m_servers->createAccount(u"busy"_s);
        const ServerAccount other = m_servers->createAccount(u"talks"_s);
        m_servers->befriend(mine, other);
        ForeignMail mailbox(*m_servers, mine); // another mail program of the same user
        ForeignXmpp program(*m_servers, other);
        program.online();
        MailHousehold house(*m_servers, mine);
        QTRY_VERIFY_WITH_TIMEOUT(house.isOnline(), patience);
        change(house, [](model::Settings &settings) { settings.forwardWhileBusy = true; });
        house.engine->ownState().setPresence({model::Availability::DoNotDisturb, {}});
        engine::Timeline timeline(*house.engine, house.person(other.address));
        program.take(u"presence"_s, {{u"show"_s, u"dnd"_s}}, patience);
        program.send(mine.address, u"The printer is on fire."_s);
        const QJsonObject found = mailbox.perform(u"wait"_s, {}, patience).value(u"mails"_s).toArray().first().toObject();
        QVERIFY(found.value(u"text"_s).toString().contains(u"The printer is on fire."_s));
        QVERIFY(!found.value(u"flags"_s).toArray().contains(u"\\Seen"_s));
        QTRY_COMPARE_WITH_TIMEOUT(timeline.items().size(), 1u, patience);
        // The copy comes back by IMAP and is no second message.
        program.send(mine.address, u"It is out again."_s);
        QTRY_COMPARE_WITH_TIMEOUT(timeline.items().size(), 2u, patience);
        mailbox.perform(u"wait"_s, {{u"count"_s, 2}}, patience);
        QCOMPARE(timeline.items().size(), 2u);
    }

    void aPublishedPreferenceSendsLinesToTheMailboxWhileOffline()
    {
        const ServerAccount mine = m_servers->createAccount(u"writes"_s);
        const ServerAccount other = m_servers->createAccount(u"prefers"_s);
        m_servers->befriend(mine, other);
        ForeignMail mailbox(*m_servers, other);
        MailHousehold house(*m_servers, mine);
        QTRY_VERIFY_WITH_TIMEOUT(house.isOnline(), patience);
        const model::PersonId person = house.person(other.address);
        QVERIFY(wait(house.engine->contacts().addAddress(person, *model::MailAddress::parse(other.address),
                                                         model::Evidence::Confirmed)));
        {
            // The contact's own program, which publishes the wish and goes.
            MailHousehold theirs(*m_servers, other);
            QTRY_VERIFY_WITH_TIMEOUT(theirs.isOnline(), patience);
            change(theirs, [](model::Settings &settings) { settings.offlineToMailbox = true; });
            QTRY_VERIFY_WITH_TIMEOUT(house.engine->contacts().contact(person)->published.has_value(), patience);
            QCOMPARE(house.engine->contacts().contact(person)->published->offline, u"mailbox"_s);
        }
        model::Draft draft;
        draft.person = person;
        draft.text = u"Read this at home."_s;
        QTRY_COMPARE_WITH_TIMEOUT(house.engine->outbox().preview(draft).rule, u"R17"_s, patience);
        QVERIFY(wait(house.engine->outbox().send(draft)));
        const QJsonObject found = mailbox.perform(u"wait"_s, {}, patience).value(u"mails"_s).toArray().first().toObject();
        QVERIFY(found.value(u"text"_s).toString().startsWith(u"Read this at home."_s));
    }

    void aNudgeMakesTheMailboxBeChecked()
    {
        const ServerAccount mine = m_servers->createAccount(u"nudged"_s);
        const ServerAccount other = m_servers->createAccount(u"nudges"_s);
        m_servers->befriend(mine, other);
        ForeignXmpp program(*m_servers, other);
        program.online();
        MailHousehold house(*m_servers, mine, MailHousehold::Incoming::Pop3);
        QTRY_VERIFY_WITH_TIMEOUT(house.isOnline(), patience);
        engine::Timeline timeline(*house.engine, house.person(other.address));
        ForeignMail mail(*m_servers, other);
        ForeignMail inbox(*m_servers, mine);
        mail.send(mine.address, u"The plan"_s, u"As promised."_s);
        inbox.waitFor(u"The plan"_s);
        QVERIFY(timeline.items().empty()); // by POP3 it is looked for every few minutes
        program.send(mine.address, u"I have just sent you an e-mail"_s,
                     {{u"extra"_s, u"<email xmlns='urn:isthmus:email:1' type='nudge'/>"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(timeline.items().size(), 1u, patience);
        QCOMPARE(timeline.items().front().subject, u"The plan"_s);
    }
};

ISTHMUS_TEST(tst_wayslive)
#include "tst_wayslive.moc"
