#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using model::Evidence;

class tst_contacts : public QObject
{
    Q_OBJECT

    static const model::AddressLink *link(const model::Contact &contact, const char *key)
    {
        for (const model::AddressLink &link : contact.links) {
            if (model::addressKey(link.address) == QLatin1String(key))
                return &link;
        }
        return nullptr;
    }

private Q_SLOTS:
    void aRosterEntryInOurDomainHasTheSameMailboxUnconfirmed()
    {
        Profile profile;
        profile.signIn();
        const auto contact = profile.engine->contacts().contact(profile.bob());
        QVERIFY(contact);
        QCOMPARE(contact->name, QStringLiteral("Bob"));
        QCOMPARE(contact->subscription, model::Subscription::Both);
        QVERIFY(link(*contact, "xmpp:bob@chat.example"));
        QCOMPARE(link(*contact, "xmpp:bob@chat.example")->evidence, Evidence::Roster);
        QVERIFY(link(*contact, "mailto:bob@chat.example"));
        QCOMPARE(link(*contact, "mailto:bob@chat.example")->evidence, Evidence::SameAddress);
        QVERIFY(!contact->confirmedMail());
    }

    void aRosterEntryElsewhereHasNoMailboxByItself()
    {
        Profile profile;
        profile.signIn();
        profile.chat->arrive({model::RosterEntry{jid("eve@other.example"), {}, model::Subscription::Both, false}});
        QTRY_VERIFY(profile.engine->contacts().personOf(jid("eve@other.example")));
        QVERIFY(!profile.engine->contacts().personOf(mailAddress("eve@other.example")));
    }

    void aVCardOnlyClaimsAMailboxUntilTheUserConfirmsIt()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->arrive(
            {model::VCardFound{jid("bob@chat.example"), QStringLiteral("Robert"), {mailAddress("bob@work.example")}}});
        auto &contacts = profile.engine->contacts();
        QTRY_VERIFY(link(*contacts.contact(bob), "mailto:bob@work.example"));
        QCOMPARE(link(*contacts.contact(bob), "mailto:bob@work.example")->evidence, Evidence::VCard);
        QVERIFY(!contacts.personOf(mailAddress("bob@work.example")));
        QCOMPARE(contacts.contact(bob)->name, QStringLiteral("Bob"));

        QVERIFY(wait(contacts.addAddress(bob, mailAddress("bob@work.example"), Evidence::Confirmed)));
        QTRY_COMPARE(contacts.personOf(mailAddress("bob@work.example")), std::optional(bob));
        QCOMPARE(contacts.contact(bob)->confirmedMail()->address, model::Address(mailAddress("bob@work.example")));
    }

    void contactsVCardsAreAskedForOnce()
    {
        Profile profile;
        profile.signIn();
        (void)profile.bob();
        profile.chat->arrive({model::RosterEntry{jid("stranger@chat.example"), {}, model::Subscription::None, false}});
        (void)profile.bob();
        QTRY_COMPARE(profile.chat->all<model::FetchVCard>().size(), 1u);
        QCOMPARE(profile.chat->all<model::FetchVCard>().front().jid, jid("bob@chat.example"));
    }

    void anAddressOfAnotherContactIsAConflict()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        auto &contacts = profile.engine->contacts();
        const auto carol = wait(contacts.findOrAdd(mailAddress("carol@else.example"), QStringLiteral("Carol")));
        QVERIFY(carol);
        const auto result = wait(contacts.addAddress(bob, mailAddress("carol@else.example"), Evidence::User));
        QVERIFY(!result);
        QCOMPARE(result.error().fault, base::Fault::Conflict);
    }

    void mergeAndSplitMoveAddressesAndNothingElse()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        auto &contacts = profile.engine->contacts();
        const auto other = wait(contacts.findOrAdd(mailAddress("bob@work.example"), QStringLiteral("Bob at work")));
        QVERIFY(other);
        QVERIFY(wait(contacts.merge(bob, *other)));
        QTRY_COMPARE(contacts.personOf(mailAddress("bob@work.example")), std::optional(bob));
        QTRY_VERIFY(!contacts.contact(*other));

        const model::LinkId work = link(*contacts.contact(bob), "mailto:bob@work.example")->id;
        QVERIFY(wait(contacts.removeAddress(bob, work)));
        QTRY_VERIFY(contacts.personOf(mailAddress("bob@work.example")) != std::optional(bob));
        QVERIFY(contacts.personOf(mailAddress("bob@work.example")));
    }

    void presenceIsKnownWhileTheLinkIsUp()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        const auto availability = [&] { return profile.engine->contacts().contact(bob)->presence.availability; };
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {model::Availability::Away, {}});
        QCOMPARE(availability(), model::Availability::Away);
        profile.chat->goDown({model::Service::Chat});
        QCOMPARE(availability(), model::Availability::Unknown);
    }

    void everythingIsThereAfterARestart()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        QVERIFY(wait(profile.engine->contacts().setSendVia(bob, model::SendVia::OfflineMail)));
        QVERIFY(wait(profile.engine->contacts().rename(bob, QStringLiteral("Bobby"))));
        profile.reopen();
        const auto contact = profile.engine->contacts().contact(bob);
        QVERIFY(contact);
        QCOMPARE(contact->name, QStringLiteral("Bobby"));
        QCOMPARE(contact->sendVia, model::SendVia::OfflineMail);
    }
};

ISTHMUS_TEST(tst_contacts)
#include "tst_contacts.moc"
