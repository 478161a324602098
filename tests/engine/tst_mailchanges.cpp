#include "core/engine/Options.h"
#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using model::Reaction;
using model::SendMail;

/// Mails that change others: signs (RFC 9078), and a mail that supersedes another (specification 2.17).
class tst_mailchanges : public QObject
{
    Q_OBJECT

    static void arrive(Profile &profile, quint32 uid, const QByteArray &mail)
    {
        const auto before = profile.mail->storedBatches.size();
        profile.mail->arrive({arrivedMail(uid, mail)});
        QTRY_COMPARE(profile.mail->storedBatches.size(), before + 1);
    }
    static QByteArray sign(const QByteArray &from, const QByteArray &to, const QByteArray &id, const QByteArray &sign)
    {
        return "From: " + from
               + "\nTo: alice@chat.example\nSubject: Re: Lunch\nDate: Sat, 21 Nov 2026 09:05:00 +0000\nMessage-ID: <" + id
               + "@work.example>\nIn-Reply-To: " + to
               + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: reaction\n\n" + sign
               + "\n";
    }
    static QByteArray checked(const QByteArray &id, const QByteArray &more, const QByteArray &text)
    {
        return "Received: from out.example by chat.example with LMTP; Sat, 21 Nov 2026 09:00:01 +0000\n"
               "Authentication-Results: chat.example; dmarc=pass header.from=work.example\n"
               "Received: from out.example by chat.example with ESMTPS; Sat, 21 Nov 2026 09:00:00 +0000\n"
               "From: dave@work.example\nTo: alice@chat.example\nSubject: Minutes\nDate: Sat, 21 Nov 2026 09:00:00 +0000\n"
               "Message-ID: <"
               + id + "@work.example>\n" + more + "\n" + text + "\n";
    }
    static model::PersonId dave(Profile &profile)
    {
        const auto found =
            wait(profile.engine->contacts().findOrAdd(mailAddress("dave@work.example"), QStringLiteral("Dave")));
        return found.valueOr({});
    }

private Q_SLOTS:
    void aMailOfSignsIsPutToTheMailItAnswers()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId person = dave(profile);
        model::Draft letter;
        letter.person = person;
        letter.kind = model::Draft::Kind::Mail;
        letter.subject = QStringLiteral("Lunch");
        letter.text = QStringLiteral("At noon?");
        QVERIFY(wait(profile.engine->outbox().send(letter)));
        QTRY_COMPARE(profile.mail->all<SendMail>().size(), 1u);
        engine::Timeline timeline(*profile.engine, person);
        QTRY_COMPARE(timeline.items().size(), 1u);
        const QByteArray id = timeline.items().front().messageId.toUtf8();
        arrive(profile, 1, sign("dave@work.example", id, "r1", "\xF0\x9F\x91\x8D"));
        QTRY_COMPARE(timeline.items().front().reactions, (std::vector{Reaction{QStringLiteral("\U0001F44D"), false}}));
        // The next one of the same sender takes its place; nobody else's counts, and none is a message.
        arrive(profile, 2, sign("dave@work.example", id, "r2", "\xF0\x9F\x8E\x89"));
        QTRY_COMPARE(timeline.items().front().reactions, (std::vector{Reaction{QStringLiteral("\U0001F389"), false}}));
        QCOMPARE(timeline.items().size(), 1u);
        arrive(profile, 3, sign("erin@work.example", id, "r3", "\xF0\x9F\x91\x8E"));
        const auto erin = mailAddress("erin@work.example");
        QTRY_VERIFY(profile.engine->contacts().personOf(erin).has_value());
        engine::Timeline erins(*profile.engine, *profile.engine->contacts().personOf(erin));
        QTRY_COMPARE(erins.items().size(), 1u);
        QVERIFY(!erins.items().front().text.isEmpty()); // no empty card
        QCOMPARE(timeline.items().front().reactions.size(), 1u);
    }
    void aMailThatSupersedesAnotherTakesItsPlace_data()
    {
        QTest::addColumn<bool>("trusted");
        QTest::newRow("of a checked sender") << true;
        QTest::newRow("of anybody") << false;
    }
    void aMailThatSupersedesAnotherTakesItsPlace()
    {
        QFETCH(bool, trusted);
        Profile profile;
        profile.signIn();
        const model::PersonId person = dave(profile);
        arrive(profile, 1, checked("m1", {}, "At noon."));
        auto &options = profile.engine->options();
        QTRY_COMPARE(options.mailServers().size(), 1u);
        if (trusted) {
            QVERIFY(wait(options.decide(profile.account, QStringLiteral("chat.example"), true)));
            QTRY_COMPARE(profile.engine->accounts().all().front().trustedServers,
                         QStringList{QStringLiteral("chat.example")});
        }
        arrive(profile, 2, checked("m2", {}, "Before."));
        engine::Timeline timeline(*profile.engine, person);
        QTRY_COMPARE(timeline.items().size(), 2u);
        arrive(profile, 3, checked("m3", "Supersedes: <m2@work.example>\n", "At one."));
        const auto texts = [&timeline] {
            QStringList found;
            for (const model::Item &item : timeline.items())
                found.append(item.text);
            return found;
        };
        if (trusted) {
            QTRY_COMPARE(texts(), (QStringList{QStringLiteral("At noon."), QStringLiteral("At one.")}));
            QVERIFY(timeline.items().back().flags.contains(QStringLiteral("corrected")));
        } else {
            QTRY_COMPARE(timeline.items().size(), 3u);
        }
    }
};

ISTHMUS_TEST(tst_mailchanges)
#include "tst_mailchanges.moc"
