#include "core/engine/Conversations.h"
#include "core/engine/Options.h"
#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;
using engine::Options;

namespace {

/// A mail that chat.example received, with what its server says about the sender.
QByteArray received(const QByteArray &from, const QByteArray &results, const QByteArray &id,
                    const QByteArray &server = "chat.example")
{
    return "Received: from out.example by chat.example with LMTP; Sat, 21 Nov 2026 09:00:01 +0000\n"
           "Authentication-Results: "
           + server + "; " + results
           + "\n"
             "Received: from out.example by chat.example with ESMTPS; Sat, 21 Nov 2026 09:00:00 +0000\n"
             "From: "
           + from
           + "\nTo: alice@chat.example\nSubject: Money\nDate: Sat, 21 Nov 2026 09:00:00 +0000\n"
             "Message-ID: <"
           + id + "@x.example>\n\nPlease.\n";
}

}

/// Specification 7.2 in the running engine: whose word about a sender counts, and what follows from it.
class tst_authenticity : public QObject
{
    Q_OBJECT

    static void arrive(Profile &profile, quint32 uid, const QByteArray &mail)
    {
        const auto before = profile.mail->storedBatches.size();
        profile.mail->arrive({arrivedMail(uid, mail)});
        QTRY_COMPARE(profile.mail->storedBatches.size(), before + 1);
    }
    static void trustServer(Profile &profile)
    {
        arrive(profile, 900, received("first@x.example", "dmarc=none header.from=x.example", "first"));
        auto &options = profile.engine->options();
        QTRY_COMPARE(options.mailServers().size(), 1u);
        QVERIFY(wait(options.decide(profile.account, QStringLiteral("chat.example"), true)));
        QTRY_COMPARE(options.mailServers().front().trust, Options::MailServer::Trust::Trusted);
    }
    /// The one item of a conversation.
    static model::Item onlyItem(Profile &profile, model::PersonId person)
    {
        engine::Timeline timeline(*profile.engine, person);
        if (!QTest::qWaitFor([&] { return timeline.items().size() == 1; }, 5000))
            return {};
        return timeline.items().front();
    }
    static model::PersonId suspicious(Profile &profile)
    {
        engine::Conversations list(*profile.engine);
        model::PersonId found;
        const auto look = [&] {
            for (int i = 0; i < list.rowCount(); ++i) {
                if (list.row(i).suspicious)
                    found = list.row(i).person;
            }
            return found.isValid();
        };
        return QTest::qWaitFor(look, 5000) ? found : model::PersonId{};
    }

private Q_SLOTS:
    void theServerIsProposedAndBelievedOnceTheUserConfirmsIt()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        arrive(profile, 1, received("bob@chat.example", "dkim=pass header.d=chat.example", "a"));
        QCOMPARE(onlyItem(profile, bob).authenticity, model::Authenticity::None);
        auto &options = profile.engine->options();
        QTRY_COMPARE(options.mailServers().size(), 1u);
        QCOMPARE(options.mailServers().front().name, QStringLiteral("chat.example"));
        QCOMPARE(options.mailServers().front().trust, Options::MailServer::Trust::Undecided);

        QVERIFY(wait(options.decide(profile.account, QStringLiteral("chat.example"), true)));
        QTRY_COMPARE(options.mailServers().front().trust, Options::MailServer::Trust::Trusted);
        arrive(profile, 2, received("bob@chat.example", "dkim=pass header.d=chat.example", "b"));
        engine::Timeline timeline(*profile.engine, bob);
        QTRY_COMPARE(timeline.items().size(), 2u);
        QCOMPARE(timeline.items().back().authenticity, model::Authenticity::Pass);
        // It is asked once, and believed after a restart, too.
        profile.reopen();
        QCOMPARE(profile.engine->options().mailServers().front().trust, Options::MailServer::Trust::Trusted);
        QCOMPARE(profile.engine->accounts().all().front().trustedServers, QStringList{QStringLiteral("chat.example")});
    }

    void aRefusedServerIsNotBelieved()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        trustServer(profile);
        auto &options = profile.engine->options();
        QVERIFY(wait(options.decide(profile.account, QStringLiteral("chat.example"), false)));
        QTRY_COMPARE(options.mailServers().front().trust, Options::MailServer::Trust::Refused);
        arrive(profile, 1, received("bob@chat.example", "dmarc=fail header.from=chat.example", "a"));
        QCOMPARE(onlyItem(profile, bob).authenticity, model::Authenticity::None);
    }

    void x06_aServerThatIsNotTheAccountsIsNotEvenProposed()
    {
        Profile profile;
        profile.signIn();
        arrive(profile, 1, received("bob@chat.example", "dmarc=pass header.from=chat.example", "a", "mx.evil.test"));
        arrive(profile, 2, received("carol@chat.example", "dmarc=pass header.from=chat.example", "b"));
        QTRY_COMPARE(profile.engine->options().mailServers().size(), 1u);
        QCOMPARE(profile.engine->options().mailServers().front().name, QStringLiteral("chat.example"));
    }

    void x03_whatFailsIsNotInTheContactsConversationButClaimsToBeIt()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        trustServer(profile);
        arrive(profile, 1, received("Bob <bob@chat.example>", "dmarc=fail header.from=chat.example", "a"));
        const model::PersonId other = suspicious(profile);
        QVERIFY(other.isValid() && other != bob);
        const model::Item item = onlyItem(profile, other);
        QCOMPARE(item.authenticity, model::Authenticity::Fail);
        QCOMPARE(item.claims, QStringLiteral("Bob"));
        engine::Timeline timeline(*profile.engine, bob);
        QSignalSpy loaded(&timeline, &engine::Timeline::loaded);
        QVERIFY(loaded.wait());
        QVERIFY(timeline.items().empty());
    }

    void x05_x14_namesAndDomainsThatLookLikeAContactsAreFlagged_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QString>("flag");
        QTest::newRow("name") << QByteArray("Bob <b@elsewhere.example>") << QStringLiteral("name-collision");
        QTest::newRow("name with another o")
            << QByteArray("=?utf-8?Q?B=D0=BEb?= <b@elsewhere.example>") << QStringLiteral("name-collision");
        QTest::newRow("domain") << QByteArray("Somebody <x@ch=D0=B0t.example>").replace("=D0=B0", "\xd0\xb0")
                                << QStringLiteral("lookalike");
    }
    void x05_x14_namesAndDomainsThatLookLikeAContactsAreFlagged()
    {
        QFETCH(QByteArray, from);
        QFETCH(QString, flag);
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        arrive(profile, 1, received(from, "none", "a"));
        engine::Conversations list(*profile.engine);
        QTRY_COMPARE(list.rowCount(), 2);
        const int row = list.row(0).person == bob ? 1 : 0;
        const model::Item item = onlyItem(profile, list.row(row).person);
        QVERIFY2(item.flags.contains(flag), qPrintable(item.flags.join(u' ')));
    }
};

ISTHMUS_TEST(tst_authenticity)
#include "tst_authenticity.moc"
