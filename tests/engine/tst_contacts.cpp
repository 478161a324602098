#include "core/engine/Timeline.h"
#include "tests/engine/MailScene.h"
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

    static void line(Profile &profile, const char *text)
    {
        model::ArrivedStanza stanza;
        stanza.message.type = model::InstantMessage::Type::Chat;
        stanza.message.from = jid("bob@chat.example/desk");
        stanza.message.to = jid("alice@chat.example");
        stanza.message.id = QString::fromLatin1(text);
        stanza.message.bodies.push_back({QString(), QString::fromUtf8(text)});
        stanza.live = true;
        stanza.receivedAt = profile.now;
        profile.chat->arrive({stanza});
    }
    static void mail(Profile &profile, quint32 uid, const QByteArray &from, const QByteArray &text)
    {
        profile.mail->arrive({arrivedMail(uid, "From: " + from + "\nTo: alice@chat.example\nMessage-ID: <"
                                                   + QByteArray::number(uid) + "@x.example>\nDate: Sat, 21 Nov 2026 10:0"
                                                   + QByteArray::number(uid) + ":00 +0000\n\n" + text + "\n")});
    }
    static QStringList texts(Profile &profile, model::PersonId person)
    {
        engine::Timeline timeline(*profile.engine, person);
        (void)comesTrue([&] { return !timeline.items().empty(); }, 1000);
        QStringList found;
        for (const model::Item &item : timeline.items())
            found.append(item.text.trimmed());
        return found;
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
        const model::Address work = mailAddress("bob@work.example");
        const model::Address home = mailAddress("bob@home.example");
        const auto other = wait(contacts.findOrAdd(work, QStringLiteral("Bob at work")));
        QVERIFY(other);
        QVERIFY(wait(contacts.addAddress(*other, home, model::Evidence::User)));
        QVERIFY(wait(contacts.setSendVia(*other, model::SendVia::MailOnly)));
        QVERIFY(wait(contacts.setMuted(*other, true)));
        QVERIFY(wait(contacts.setSendVia(bob, model::SendVia::ChatOnly)));
        line(profile, "chat");
        mail(profile, 1, "bob@work.example", "at work");
        mail(profile, 2, "bob@home.example", "at home");
        QTRY_COMPARE(texts(profile, bob), QStringList{QStringLiteral("chat")});
        QTRY_COMPARE(texts(profile, *other), (QStringList{QStringLiteral("at work"), QStringLiteral("at home")}));

        QVERIFY(wait(contacts.merge(bob, *other)));
        QCOMPARE(contacts.personOf(work), std::optional(bob));
        QVERIFY(!contacts.contact(*other));
        QTRY_COMPARE(texts(profile, bob).size(), 3);
        QCOMPARE(contacts.contact(bob)->name, QStringLiteral("Bob"));
        QCOMPARE(contacts.contact(bob)->sendVia, model::SendVia::ChatOnly);

        // Address by address, over a restart: who was joined is there again, with both.
        QVERIFY(wait(contacts.removeAddress(bob, link(*contacts.contact(bob), "mailto:bob@work.example")->id)));
        profile.reopen();
        auto &again = profile.engine->contacts();
        QVERIFY(wait(again.removeAddress(bob, link(*again.contact(bob), "mailto:bob@home.example")->id)));
        const auto apart = again.personOf(work);
        QVERIFY(apart && *apart != bob);
        QCOMPARE(again.personOf(home), apart);
        QCOMPARE(again.contact(*apart)->name, QStringLiteral("Bob at work"));
        QCOMPARE(again.contact(*apart)->sendVia, model::SendVia::MailOnly);
        QVERIFY(again.contact(*apart)->muted && !again.contact(bob)->muted);
        QCOMPARE(again.contact(bob)->sendVia, model::SendVia::ChatOnly);
        QTRY_COMPARE(texts(profile, bob), QStringList{QStringLiteral("chat")});
        QTRY_COMPARE(texts(profile, *apart), (QStringList{QStringLiteral("at work"), QStringLiteral("at home")}));
    }

    void whoIsLeftAfterASplitIsWhoItWas()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        auto &contacts = profile.engine->contacts();
        const auto other = wait(contacts.findOrAdd(mailAddress("bob@work.example"), QStringLiteral("Bob at work")));
        QVERIFY(wait(contacts.setSendVia(*other, model::SendVia::MailOnly)));
        QVERIFY(wait(contacts.merge(bob, *other)));
        QVERIFY(wait(contacts.rename(bob, QStringLiteral("Bobby"))));
        // The contact's own addresses leave what was joined to it: what it is called by now goes along.
        for (const char *key : {"mailto:bob@chat.example", "xmpp:bob@chat.example"}) {
            const auto own = contacts.contact(bob);
            QVERIFY(link(*own, key));
            QVERIFY(wait(contacts.removeAddress(bob, link(*own, key)->id)));
        }
        QCOMPARE(contacts.contact(*contacts.personOf(mailAddress("bob@chat.example")))->name,
                 QStringLiteral("bob@chat.example"));
        const auto away = contacts.personOf(jid("bob@chat.example"));
        QVERIFY(away && *away != bob);
        QCOMPARE(contacts.contact(*away)->name, QStringLiteral("Bobby"));
        QCOMPARE(contacts.contact(bob)->name, QStringLiteral("Bob at work"));
        QCOMPARE(contacts.contact(bob)->sendVia, model::SendVia::MailOnly);
        // Joined and split again: nothing is left of the first time.
        QVERIFY(wait(contacts.rename(bob, QStringLiteral("Robert"))));
        QVERIFY(wait(contacts.merge(*away, bob)));
        QVERIFY(wait(contacts.removeAddress(*away, link(*contacts.contact(*away), "mailto:bob@work.example")->id)));
        QCOMPARE(contacts.contact(*contacts.personOf(mailAddress("bob@work.example")))->name, QStringLiteral("Robert"));
        QCOMPARE(contacts.contact(*away)->name, QStringLiteral("Bobby"));
    }

    void aJoinIsProposedOnAWordOfTheirOwnAndOnNothingElse()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        auto &contacts = profile.engine->contacts();
        // Two of the same name are two.
        const auto robert = wait(contacts.findOrAdd(mailAddress("bob@work.example"), QStringLiteral("Bob")));
        QVERIFY(contacts.joinProposals().empty());
        profile.chat->arrive({model::VCardFound{jid("bob@chat.example"),
                                                QStringLiteral("Bob"),
                                                {mailAddress("bob@work.example"), mailAddress("new@x.example")}}});
        QTRY_COMPARE(contacts.joinProposals().size(), 1u);
        const auto proposal = contacts.joinProposals().front();
        QCOMPARE(proposal.person, bob);
        QCOMPARE(proposal.other, *robert);
        QCOMPARE(proposal.evidence, model::Evidence::VCard);
        QCOMPARE(proposal.address, model::Address(mailAddress("bob@work.example")));
        // Who is blocked is not let in by joining, nor asked about.
        QVERIFY(wait(contacts.setBlocked(*robert, true)));
        QTRY_VERIFY(contacts.joinProposals().empty());
        QVERIFY(wait(contacts.setBlocked(*robert, false)));
        QTRY_COMPARE(contacts.joinProposals().size(), 1u);
        // Nothing follows from it by itself.
        QCOMPARE(contacts.personOf(mailAddress("bob@work.example")), std::optional(*robert));
        QVERIFY(!contacts.contact(bob)->confirmedMail());
        // Denied: not again, not by the same word a second time, not after a restart.
        QVERIFY(wait(contacts.deny(proposal)));
        QVERIFY(contacts.joinProposals().empty());
        profile.chat->arrive(
            {model::VCardFound{jid("bob@chat.example"), QStringLiteral("Bob"), {mailAddress("bob@work.example")}}});
        profile.reopen();
        QVERIFY(profile.engine->contacts().joinProposals().empty());
    }

    void aProposalThatIsTakenJoinsAndConfirms()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        auto &contacts = profile.engine->contacts();
        mail(profile, 1, "bob@work.example", "at work");
        QTRY_VERIFY(contacts.personOf(mailAddress("bob@work.example")));
        profile.chat->arrive(
            {model::VCardFound{jid("bob@chat.example"), QStringLiteral("Bob"), {mailAddress("bob@work.example")}}});
        QTRY_COMPARE(contacts.joinProposals().size(), 1u);
        QVERIFY(wait(contacts.joinAs(contacts.joinProposals().front())));
        QVERIFY(contacts.joinProposals().empty());
        QCOMPARE(contacts.personOf(mailAddress("bob@work.example")), std::optional(bob));
        QCOMPARE(contacts.contact(bob)->confirmedMail()->address, model::Address(mailAddress("bob@work.example")));
        QTRY_COMPARE(texts(profile, bob), QStringList{QStringLiteral("at work")});

        // Split again: that is the user's word, and it counts more than the same word of the contact.
        QVERIFY(wait(contacts.removeAddress(bob, link(*contacts.contact(bob), "mailto:bob@work.example")->id)));
        profile.chat->arrive(
            {model::VCardFound{jid("bob@chat.example"), QStringLiteral("Bobby"), {mailAddress("bob@work.example")}}});
        settle(profile);
        QVERIFY(contacts.joinProposals().empty());
        QVERIFY(!link(*contacts.contact(bob), "mailto:bob@work.example"));
        // Unless the user says so.
        QVERIFY(wait(contacts.merge(bob, *contacts.personOf(mailAddress("bob@work.example")))));
        QVERIFY(link(*contacts.contact(bob), "mailto:bob@work.example"));
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
