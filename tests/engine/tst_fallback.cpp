#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using model::DeliveryStage;
using model::Item;
using model::SendMail;
using model::SendStanza;

/// What comes of the route that was given up: specification 5, failure and fallback, rule 4.
class tst_fallback : public QObject
{
    Q_OBJECT

    struct Scene {
        Profile profile;
        std::unique_ptr<engine::Timeline> timeline;

        explicit Scene(model::Availability availability)
        {
            profile.signIn();
            const model::PersonId bob = profile.bob();
            auto &contacts = profile.engine->contacts();
            const bool byMail = availability == model::Availability::Offline;
            (void)wait(contacts.addAddress(bob, mailAddress("bob@chat.example"), model::Evidence::Confirmed));
            if (byMail)
                (void)wait(contacts.setSendVia(bob, model::SendVia::OfflineMail));
            Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {availability, {}});
            const bool ready = QTest::qWaitFor([&] {
                const auto contact = contacts.contact(bob);
                return contact->confirmedMail() && contact->presence.availability == availability
                       && (contact->sendVia == model::SendVia::OfflineMail) == byMail;
            });
            if (!ready)
                qFatal("bob is not there");
            timeline = std::make_unique<engine::Timeline>(*profile.engine, bob);
        }
        void say(const char *text)
        {
            model::Draft draft;
            draft.person = timeline->person();
            draft.text = QString::fromUtf8(text);
            QVERIFY(wait(profile.engine->outbox().send(draft)));
            QTRY_COMPARE(timeline->items().size(), 1u);
        }
        [[nodiscard]] const Item &item() const { return timeline->items().front(); }
        [[nodiscard]] QString chatId() const { return profile.chat->all<SendStanza>().front().message.id; }

        void chatFails()
        {
            model::InstantMessage error;
            error.type = model::InstantMessage::Type::Error;
            error.from = jid("bob@chat.example");
            error.to = jid("alice@chat.example");
            error.id = chatId();
            error.error = model::StanzaError{QStringLiteral("service-unavailable"), QStringLiteral("cancel"), {}, {}};
            profile.chat->arrive({model::ArrivedStanza{error, true, profile.now}});
        }
        void receipt(const char *from, const char *id)
        {
            model::InstantMessage receipt;
            receipt.type = model::InstantMessage::Type::Chat;
            receipt.from = jid(from);
            receipt.to = jid("alice@chat.example");
            receipt.id = QString::fromLatin1(id);
            receipt.receivedId = chatId();
            const auto before = profile.chat->storedBatches.size();
            profile.chat->arrive({model::ArrivedStanza{receipt, true, profile.now}});
            QTRY_COMPARE(profile.chat->storedBatches.size(), before + 1);
        }
        /// The server's report about the mail.
        void report(quint32 uid, const QByteArray &messageId, const QByteArray &action, const QByteArray &status)
        {
            profile.mail->arrive({arrivedMail(
                uid, "From: postmaster@chat.example\nTo: alice@chat.example\nSubject: Report\n"
                     "Date: Sat, 21 Nov 2026 10:00:00 +0000\nMessage-ID: <dsn"
                         + QByteArray::number(uid)
                         + "@chat.example>\nMIME-Version: 1.0\n"
                           "Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n"
                           "--r\n\nAbout your mail.\n--r\nContent-Type: message/delivery-status\n\n"
                           "Reporting-MTA: dns; mx.chat.example\n\nFinal-Recipient: rfc822; bob@chat.example\nAction: "
                         + action + "\nStatus: " + status
                         + "\n\n--r\nContent-Type: text/rfc822-headers\n\nMessage-ID: " + messageId + "\n\n--r--\n")});
        }
    };

    static bool isTwice(const Item &item) { return item.flags.contains(QStringLiteral("delivered-twice")); }
    static QByteArray messageId(const QByteArray &mail)
    {
        const auto from = mail.indexOf("Message-ID: <") + 12;
        return mail.mid(from, mail.indexOf('>', from) - from + 1);
    }

private Q_SLOTS:
    void aLateReceiptAfterTheMailIsToldAsDeliveredTwice()
    {
        Scene scene(model::Availability::Online);
        scene.say("hello");
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Sent);
        scene.chatFails();
        QTRY_COMPARE(scene.profile.mail->all<SendMail>().size(), 1u);
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Sent);
        QCOMPARE(scene.item().channel, model::Channel::Mail);
        // Somebody else's word is none.
        scene.receipt("eve@chat.example/x", "r1");
        scene.receipt("bob@chat.example/phone", "r2");
        QTRY_VERIFY(isTwice(scene.item()));
        scene.receipt("bob@chat.example/phone", "r3");
        const auto journey = wait(scene.timeline->journey(scene.item().id));
        QVERIFY(journey.ok());
        int doubled = 0;
        for (const model::Station &station : journey->stations)
            doubled += station.kind == model::Station::Kind::Doubled ? 1 : 0;
        QCOMPARE(doubled, 1);
        // Nothing is sent for it, and the mail is what the item is.
        QCOMPARE(scene.item().channel, model::Channel::Mail);
        QCOMPARE(scene.profile.mail->all<SendMail>().size(), 1u);
        QCOMPARE(scene.profile.chat->all<SendStanza>().size(), 1u);
    }

    void aLateReceiptKeepsTheMailThatHasNotLeft()
    {
        Scene scene(model::Availability::Online);
        scene.say("hello");
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Sent);
        scene.profile.mail->answer = base::Error{base::Fault::TryLater, QStringLiteral("smtp DATA: 451 4.7.1 greylisted")};
        scene.chatFails();
        QTRY_VERIFY(scene.item().channel == model::Channel::Mail && scene.item().delivery.stage == DeliveryStage::Queued
                    && scene.item().delivery.error);
        scene.receipt("bob@chat.example/phone", "r1");
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Delivered);
        QCOMPARE(scene.item().channel, model::Channel::Chat);
        QVERIFY(!isTwice(scene.item()) && !scene.item().delivery.fellBack);
        // Its time comes, and it stays.
        scene.profile.mail->answer = model::CommandResult{};
        const auto attempts = scene.profile.mail->all<SendMail>().size();
        scene.profile.now += std::chrono::hours(1);
        scene.profile.engine->outbox().lookAgain();
        model::Draft marker;
        marker.person = scene.timeline->person();
        marker.text = QStringLiteral("marker");
        QVERIFY(wait(scene.profile.engine->outbox().send(marker)));
        QTRY_COMPARE(scene.profile.chat->all<SendStanza>().size(), 2u);
        QCOMPARE(scene.profile.mail->all<SendMail>().size(), attempts);
        // Nor does a copy of it come among the sent mail.
        QVERIFY(scene.profile.mail->all<model::AppendMail>().empty());
    }

    void aLateReportOfTheMailIsToldAndItsFailureIsNot()
    {
        Scene scene(model::Availability::Offline);
        scene.profile.mail->answer = base::Error{base::Fault::Rejected, QStringLiteral("smtp RCPT: 550 5.1.1 no such user")};
        scene.say("hello");
        QTRY_COMPARE(scene.profile.chat->all<SendStanza>().size(), 1u);
        QTRY_COMPARE(scene.item().delivery.stage, DeliveryStage::Sent);
        QCOMPARE(scene.item().channel, model::Channel::Chat);
        const QByteArray id = messageId(scene.profile.mail->all<SendMail>().front().bytes);
        scene.report(1, id, "failed", "5.1.1");
        scene.report(2, id, "delivered", "2.0.0");
        QTRY_VERIFY(isTwice(scene.item()));
        QCOMPARE(scene.item().delivery.stage, DeliveryStage::Sent);
        QCOMPARE(scene.item().channel, model::Channel::Chat);
    }
};

ISTHMUS_TEST(tst_fallback)
#include "tst_fallback.moc"
