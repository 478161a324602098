#include "core/engine/DisplayReports.h"
#include "core/engine/Options.h"
#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <functional>

using namespace isthmus;
using namespace isthmus::test;
using model::DeliveryStage;
using model::SendMail;

namespace {

const QByteArray asks = "Disposition-Notification-To: <dave@work.example>\n";

QByteArray daves(const QByteArray &id, const QByteArray &more = asks)
{
    return "From: Dave <dave@work.example>\nTo: alice@chat.example\nSubject: Plan " + id
           + "\n"
             "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <"
           + id + "@work.example>\n" + more + "\nText " + id + "\n";
}

/// What another mail program sends about \p messageId (RFC 8098), or its server (RFC 3464).
QByteArray displayReport(const QByteArray &messageId, const QByteArray &recipient = "dave@work.example")
{
    return "From: dave@work.example\nTo: alice@chat.example\nSubject: Read\nDate: Sat, 21 Nov 2026 10:00:00 +0000\n"
           "Message-ID: <mdn-"
           + recipient
           + ">\nMIME-Version: 1.0\n"
             "Content-Type: multipart/report; report-type=disposition-notification; boundary=r\n\n"
             "--r\n\nIt was shown.\n--r\nContent-Type: message/disposition-notification\n\n"
             "Final-Recipient: rfc822; "
           + recipient + "\nOriginal-Message-ID: " + messageId
           + "\n"
             "Disposition: manual-action/MDN-sent-manually; displayed\n\n--r--\n";
}

QByteArray deliveryReport(const QByteArray &messageId, const QByteArray &action, const QByteArray &status,
                          const QByteArray &recipient = "dave@work.example")
{
    return "From: postmaster@work.example\nTo: alice@chat.example\nSubject: Report\nDate: Sat, 21 Nov 2026 10:00:00 +0000\n"
           "Message-ID: <dsn-"
           + action + "-" + recipient
           + ">\nMIME-Version: 1.0\n"
             "Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n"
             "--r\n\nAbout your mail.\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.work.example\n\n"
             "Final-Recipient: rfc822; "
           + recipient + "\nAction: " + action + "\nStatus: " + status
           + "\n\n"
             "--r\nContent-Type: text/rfc822-headers\n\nMessage-ID: "
           + messageId + "\n\n--r--\n";
}

/// The same about a failure, with nothing of the mail but its ENVID.
QByteArray envelopeReport(const QByteArray &envelopeId, const QByteArray &recipient)
{
    return "From: postmaster@work.example\nTo: alice@chat.example\nSubject: Report\nDate: Sat, 21 Nov 2026 10:00:00 +0000\n"
           "Message-ID: <dsn@work.example>\nMIME-Version: 1.0\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n"
           "--r\n\nAbout your mail.\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.work.example\n"
           "Original-Envelope-Id: "
           + envelopeId + "\n\nFinal-Recipient: rfc822; " + recipient + "\nAction: failed\nStatus: 5.2.2\n\n--r--\n";
}

}

Q_DECLARE_METATYPE(std::function<QByteArray(const QByteArray &)>)

/// Reports both ways in the running engine: specification 2.11 and 2.12.
class tst_reports : public QObject
{
    Q_OBJECT

    static void arrive(Profile &profile, quint32 uid, const QByteArray &mail)
    {
        const auto before = profile.mail->storedBatches.size();
        profile.mail->arrive({arrivedMail(uid, mail)});
        QTRY_COMPARE(profile.mail->storedBatches.size(), before + 1);
    }
    static model::PersonId dave(Profile &profile)
    {
        const model::Address mailbox = mailAddress("dave@work.example");
        if (!QTest::qWaitFor([&] { return profile.engine->contacts().personOf(mailbox).has_value(); }, 5000))
            return {};
        return *profile.engine->contacts().personOf(mailbox);
    }
    static void read(Profile &profile, std::size_t items)
    {
        engine::Timeline timeline(*profile.engine, dave(profile));
        QTRY_COMPARE(timeline.items().size(), items);
        timeline.markRead();
        QTRY_VERIFY(timeline.items().back().read);
    }
    static void ask(Profile &profile)
    {
        model::Settings settings = profile.engine->options().settings();
        settings.askReports = true;
        QVERIFY(wait(profile.engine->options().save(settings)));
    }
    /// The Message-ID of a mail to dave that left here.
    static QByteArray sendToDave(Profile &profile)
    {
        const auto person =
            wait(profile.engine->contacts().findOrAdd(mailAddress("dave@work.example"), QStringLiteral("Dave")));
        model::Draft draft;
        draft.person = person.valueOr({});
        draft.kind = model::Draft::Kind::Mail;
        draft.subject = QStringLiteral("Question");
        draft.text = QStringLiteral("Well?");
        draft.to = {{QString(), mailAddress("dave@work.example")}};
        if (!wait(profile.engine->outbox().send(draft)))
            return {};
        if (!QTest::qWaitFor([&] { return !profile.mail->all<SendMail>().empty(); }, 5000))
            return {};
        const QByteArray bytes = profile.mail->all<SendMail>().front().bytes;
        const auto at = bytes.indexOf("\r\nMessage-ID: ") + 14;
        return bytes.mid(at, bytes.indexOf("\r\n", at) - at);
    }

private Q_SLOTS:
    void ownMailsAskWhereTheUserWantsItAndOnlyThere()
    {
        Profile profile;
        profile.signIn();
        QVERIFY(!sendToDave(profile).isEmpty());
        QVERIFY(!profile.mail->all<SendMail>().front().bytes.contains("Disposition-Notification-To"));
        Profile asking;
        asking.signIn();
        ask(asking);
        QVERIFY(!sendToDave(asking).isEmpty());
        const SendMail sent = asking.mail->all<SendMail>().front();
        QVERIFY(sent.bytes.contains("\r\nDisposition-Notification-To: <alice@chat.example>")
                || sent.bytes.contains("\r\nDisposition-Notification-To: alice@chat.example"));
        QCOMPARE(sent.dsnNotify, QStringLiteral("SUCCESS,FAILURE"));
    }

    void reportsMoveAMailAsReceiptsMoveAChat()
    {
        Profile profile;
        profile.signIn();
        ask(profile);
        const QByteArray id = sendToDave(profile);
        engine::Timeline timeline(*profile.engine, dave(profile));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        arrive(profile, 1, deliveryReport(id, "delivered", "2.0.0"));
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Delivered);
        arrive(profile, 2, displayReport(id));
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Displayed);
        // A failure that comes after the proof changes nothing; and no report is a message of its own.
        arrive(profile, 3, deliveryReport(id, "failed", "5.1.1"));
        arrive(profile, 4, daves("a", {}));
        QTRY_COMPARE(timeline.items().size(), 2u);
        QCOMPARE(timeline.items().front().delivery.stage == DeliveryStage::Displayed
                     || timeline.items().back().delivery.stage == DeliveryStage::Displayed,
                 true);
    }

    void aFailedDeliveryFailsTheMailWithTheServersReason()
    {
        Profile profile;
        profile.signIn();
        const QByteArray id = sendToDave(profile);
        engine::Timeline timeline(*profile.engine, dave(profile));
        arrive(profile, 1, deliveryReport(id, "failed", "5.2.2"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Failed);
        QVERIFY(timeline.items().front().delivery.error->detail.contains(QStringLiteral("5.2.2")));
    }

    void aReportThatNamesTheMailByItsEnvelopeAloneCounts_data()
    {
        QTest::addColumn<QByteArray>("recipient");
        QTest::addColumn<std::function<QByteArray(const QByteArray &)>>("envelopeId");
        QTest::addColumn<DeliveryStage>("stage");
        using Made = std::function<QByteArray(const QByteArray &)>;
        const Made whole = [](const QByteArray &id) { return id.toHex(); };
        const Made inside = [](const QByteArray &id) { return id.mid(1).chopped(1).toHex(); };
        const Made digits = [](const QByteArray &id) { return id.mid(4, id.indexOf('@') - 4); };
        const Made upper = [digits](const QByteArray &id) { return digits(id).toUpper(); };
        const Made guessed = [](const QByteArray &) { return QByteArray(32, 'a'); };
        const Made beginning = [digits](const QByteArray &id) { return digits(id).chopped(1); };
        const QByteArray dave = "dave@work.example";
        QTest::newRow("all of its id") << dave << whole << DeliveryStage::Failed;
        QTest::newRow("without the brackets") << dave << inside << DeliveryStage::Failed;
        QTest::newRow("the digits alone") << dave << digits << DeliveryStage::Failed;
        QTest::newRow("the digits, in capitals") << dave << upper << DeliveryStage::Failed;
        QTest::newRow("for somebody it never went to")
            << QByteArray("mallory@work.example") << digits << DeliveryStage::Sent;
        QTest::newRow("guessed") << dave << guessed << DeliveryStage::Sent;
        QTest::newRow("its beginning") << dave << beginning << DeliveryStage::Sent;
        QTest::newRow("the domain is no secret")
            << dave << Made([](const QByteArray &) { return QByteArray("@"); }) << DeliveryStage::Sent;
    }
    /// Relays return no headers where they are told so, and the ENVID as they got it: by digits alone where the whole
    /// id was too long for it.
    void aReportThatNamesTheMailByItsEnvelopeAloneCounts()
    {
        QFETCH(QByteArray, recipient);
        QFETCH(std::function<QByteArray(const QByteArray &)>, envelopeId);
        QFETCH(DeliveryStage, stage);
        Profile profile;
        profile.signIn();
        ask(profile);
        const QByteArray id = sendToDave(profile);
        QVERIFY(id.startsWith("<im."));
        QCOMPARE(profile.mail->all<SendMail>().front().envelopeId.toLatin1(), id.toHex());
        engine::Timeline timeline(*profile.engine, dave(profile));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QTRY_COMPARE(timeline.items().front().delivery.stage, DeliveryStage::Sent);
        arrive(profile, 1, envelopeReport(envelopeId(id), recipient));
        arrive(profile, 2, "From: end@x.example\nDate: Sat, 21 Nov 2026 10:00:00 +0000\n\n.\n");
        const model::Address end = mailAddress("end@x.example");
        QTRY_VERIFY(profile.engine->contacts().personOf(end).has_value());
        QTRY_COMPARE(timeline.items().front().delivery.stage, stage);
    }

    void x28_forgedAndUnmatchedReportsChangeNothing_data()
    {
        QTest::addColumn<bool>("otherRecipient");
        QTest::addColumn<bool>("otherMail");
        QTest::addColumn<bool>("display");
        QTest::newRow("display, for somebody it never went to") << true << false << true;
        QTest::newRow("delivery, for somebody it never went to") << true << false << false;
        QTest::newRow("display, of another mail") << false << true << true;
        QTest::newRow("failure, of another mail") << false << true << false;
    }
    void x28_forgedAndUnmatchedReportsChangeNothing()
    {
        QFETCH(bool, otherRecipient);
        QFETCH(bool, otherMail);
        QFETCH(bool, display);
        Profile profile;
        profile.signIn();
        ask(profile);
        const QByteArray real = sendToDave(profile);
        const QByteArray id = otherMail ? QByteArray("<guessed@chat.example>") : real;
        const QByteArray recipient = otherRecipient ? "mallory@work.example" : "dave@work.example";
        arrive(profile, 1, display ? displayReport(id, recipient) : deliveryReport(id, "failed", "5.1.1", recipient));
        arrive(profile, 2, "From: end@x.example\nDate: Sat, 21 Nov 2026 10:00:00 +0000\n\n.\n");
        const model::Address end = mailAddress("end@x.example");
        QTRY_VERIFY(profile.engine->contacts().personOf(end).has_value());
        engine::Timeline timeline(*profile.engine, dave(profile));
        QTRY_VERIFY(!timeline.items().empty());
        for (const model::Item &item : timeline.items()) {
            if (item.direction == model::Direction::Outgoing)
                QCOMPARE(item.delivery.stage, DeliveryStage::Sent);
        }
    }

    void aDisplayReportLeavesOnlyWithConsentAskedOncePerCorrespondent()
    {
        Profile profile;
        profile.signIn();
        auto &reports = profile.engine->displayReports();
        arrive(profile, 1, daves("a"));
        arrive(profile, 2, daves("b"));
        read(profile, 2);
        QTRY_COMPARE(reports.questions().size(), 2u);
        QCOMPARE(reports.questions().front().name, QStringLiteral("Dave"));
        QVERIFY(profile.mail->all<SendMail>().empty());
        QVERIFY(wait(reports.answer(reports.questions().front().item, true)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 2u);
        QTRY_VERIFY(reports.questions().empty());
        const SendMail sent = profile.mail->all<SendMail>().front();
        QVERIFY(sent.envelopeFrom.isNull()); // RFC 8098 3: the null reverse-path
        QCOMPARE(sent.recipients, std::vector<model::MailAddress>{mailAddress("dave@work.example")});
        QVERIFY(sent.bytes.contains("report-type=disposition-notification")
                || sent.bytes.contains("report-type=\"disposition-notification\""));
        QVERIFY(sent.bytes.contains("Original-Message-ID: <a@work.example>"));
        QVERIFY(sent.bytes.contains("Auto-Submitted: auto-replied"));
        // The third one is not asked about, and no report goes twice.
        arrive(profile, 3, daves("c"));
        read(profile, 3);
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 3u);
        QVERIFY(reports.questions().empty());
        profile.reopen();
        read(profile, 3);
        arrive(profile, 4, daves("d"));
        read(profile, 4);
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        QVERIFY(profile.mail->all<SendMail>().front().bytes.contains("Original-Message-ID: <d@work.example>"));
    }

    void aRefusalHoldsAndSaysNothing()
    {
        Profile profile;
        profile.signIn();
        auto &reports = profile.engine->displayReports();
        arrive(profile, 1, daves("a"));
        read(profile, 1);
        QTRY_COMPARE(reports.questions().size(), 1u);
        QVERIFY(wait(reports.answer(reports.questions().front().item, false)));
        QTRY_VERIFY(reports.questions().empty());
        arrive(profile, 2, daves("b"));
        read(profile, 2);
        profile.reopen();
        QVERIFY(profile.engine->displayReports().questions().empty());
        QVERIFY(profile.mail->all<SendMail>().empty());
    }

    void theSettingSpeaksForThoseWhoWereNotAskedAbout()
    {
        Profile profile;
        profile.signIn();
        model::Settings settings;
        settings.displayReports = model::Consent::Never;
        QVERIFY(wait(profile.engine->options().save(settings)));
        arrive(profile, 1, daves("a"));
        read(profile, 1);
        // Always, too, is no consent for a sender that nobody has proven.
        settings.displayReports = model::Consent::Always;
        QVERIFY(wait(profile.engine->options().save(settings)));
        arrive(profile, 2, daves("b"));
        read(profile, 2);
        QTRY_COMPARE(profile.engine->displayReports().questions().size(), 1u);
        QCOMPARE(profile.engine->displayReports().questions().front().subject, QStringLiteral("Plan b"));
        QVERIFY(profile.mail->all<SendMail>().empty());
    }

    void x26_aReportToSomebodyElseIsAskedAboutEachTime()
    {
        Profile profile;
        profile.signIn();
        auto &reports = profile.engine->displayReports();
        arrive(profile, 1, daves("a"));
        read(profile, 1);
        QTRY_COMPARE(reports.questions().size(), 1u);
        QVERIFY(wait(reports.answer(reports.questions().front().item, true)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        arrive(profile, 2, daves("b", "Disposition-Notification-To: <victim@other.example>\n"));
        read(profile, 2);
        QTRY_COMPARE(reports.questions().size(), 1u);
        QVERIFY(reports.questions().front().elsewhere);
        QCOMPARE(reports.questions().front().to, mailAddress("victim@other.example"));
        QCOMPARE(profile.mail->all<SendMail>().size(), 1u);
    }

    void aServerThatRefusesTheNullReversePathIsLetGo()
    {
        Profile profile;
        profile.signIn();
        auto &reports = profile.engine->displayReports();
        arrive(profile, 1, daves("a"));
        read(profile, 1);
        QTRY_COMPARE(reports.questions().size(), 1u);
        profile.mail->answer = base::Result<model::CommandResult>(
            base::Error{base::Fault::Rejected, QStringLiteral("smtp MAIL: 550 5.7.1 no empty sender")});
        QVERIFY(wait(reports.answer(reports.questions().front().item, true)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        // What became of it is written behind two other writes at the latest.
        for (const char *name : {"David", "Dave"})
            QVERIFY(wait(profile.engine->contacts().rename(dave(profile), QString::fromLatin1(name))));
        // Not tried again, and nothing in the conversation speaks of it.
        profile.reopen();
        engine::Timeline timeline(*profile.engine, dave(profile));
        QTRY_COMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().delivery.stage, DeliveryStage::None);
        QVERIFY(profile.mail->all<SendMail>().empty());
    }

    void aReportWaitsForItsLink()
    {
        Profile profile;
        profile.signIn();
        auto &reports = profile.engine->displayReports();
        arrive(profile, 1, daves("a"));
        read(profile, 1);
        QTRY_COMPARE(reports.questions().size(), 1u);
        profile.mail->goDown({model::Service::OutgoingMail});
        QVERIFY(wait(reports.answer(reports.questions().front().item, true)));
        QTRY_VERIFY(reports.questions().empty());
        QVERIFY(profile.mail->all<SendMail>().empty());
        profile.reopen();
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
    }
};

ISTHMUS_TEST(tst_reports)
#include "tst_reports.moc"
