#include "core/engine/Conversations.h"
#include "core/engine/Drafts.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;

namespace {

model::TypedDraft letter()
{
    model::TypedDraft draft;
    draft.kind = model::Draft::Kind::Mail;
    draft.user = model::Channel::Mail;
    draft.to = QStringLiteral("Carol <carol@ex"); // half an address is kept as it is
    draft.cc = QStringLiteral("dave@example.org");
    draft.subject = QStringLiteral("Minutes");
    draft.text = QStringLiteral("Dear Carol,\n");
    draft.files = {{QStringLiteral("a.pdf"), QStringLiteral("application/pdf"), QStringLiteral("/tmp/a.pdf")}};
    return draft;
}

model::TypedDraft line(const char *text)
{
    model::TypedDraft draft;
    draft.text = QString::fromUtf8(text);
    return draft;
}

}

class tst_drafts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasTypedOutlivesTheProgram()
    {
        Profile profile;
        profile.signIn();
        const auto bob = profile.bob();
        QVERIFY(wait(profile.engine->drafts().keep(bob, line("half a sent"))));
        QVERIFY(wait(profile.engine->drafts().keep({}, letter())));
        profile.reopen();
        QVERIFY(profile.engine->drafts().find(bob) == line("half a sent"));
        QVERIFY(profile.engine->drafts().find({}) == letter());
        QVERIFY(wait(profile.engine->drafts().keep(bob, line(""))));
        profile.reopen();
        QVERIFY(!profile.engine->drafts().find(bob));
        QVERIFY(profile.engine->drafts().find({}) == letter());
    }

    void whatIsSentIsNoDraft()
    {
        Profile profile;
        profile.signIn();
        const auto bob = profile.bob();
        QVERIFY(wait(profile.engine->drafts().keep(bob, line("hello"))));
        model::Draft draft;
        draft.person = bob;
        draft.text = QStringLiteral("hello");
        QVERIFY(wait(profile.engine->outbox().send(draft, engine::Outbox::Source::Composer)));
        QVERIFY(!profile.engine->drafts().find(bob));
        profile.reopen();
        QVERIFY(!profile.engine->drafts().find(bob));
    }

    void anAnswerFromElsewhereLeavesTheDraft()
    {
        Profile profile;
        profile.signIn();
        const auto bob = profile.bob();
        QVERIFY(wait(profile.engine->drafts().keep(bob, line("unfinished"))));
        model::Draft draft;
        draft.person = bob;
        draft.text = QStringLiteral("yes");
        QVERIFY(wait(profile.engine->outbox().send(draft)));
        profile.reopen();
        QVERIFY(profile.engine->drafts().find(bob) == line("unfinished"));
    }

    void personsThatAreJoinedAndSplitKeepEachDraft()
    {
        Profile profile;
        profile.signIn();
        const auto bob = profile.bob();
        const auto other = wait(profile.engine->contacts().findOrAdd(mailAddress("b@work.example"), QStringLiteral("B")));
        QVERIFY(other);
        QTRY_VERIFY(profile.engine->contacts().contact(*other).has_value());
        QVERIFY(wait(profile.engine->drafts().keep(bob, line("older"))));
        profile.now += std::chrono::seconds(1);
        QVERIFY(wait(profile.engine->drafts().keep(*other, line("newer"))));
        QVERIFY(wait(profile.engine->contacts().merge(bob, *other)));
        QTRY_VERIFY(profile.engine->contacts().personOf(mailAddress("b@work.example")) == bob);
        QVERIFY(profile.engine->drafts().find(bob) == line("newer"));
        // When that one is gone, the other one is still there.
        QVERIFY(wait(profile.engine->drafts().keep(bob, line(""))));
        QVERIFY(profile.engine->drafts().find(bob) == line("older"));
    }

    void theListMarksIt()
    {
        Profile profile;
        profile.signIn();
        const auto bob = profile.bob();
        engine::Conversations list(*profile.engine);
        QTRY_COMPARE(list.rowCount(), 1);
        QVERIFY(!list.row(0).hasDraft);
        QVERIFY(wait(profile.engine->drafts().keep(bob, line("one\ntwo"))));
        QTRY_VERIFY(list.row(0).hasDraft);
        QCOMPARE(list.row(0).draftLine, QStringLiteral("one"));
        QVERIFY(wait(profile.engine->drafts().keep(bob, line(""))));
        QTRY_VERIFY(!list.row(0).hasDraft);

        // A mail that was opened and not begun says nothing; a file alone does.
        model::TypedDraft mail;
        mail.kind = model::Draft::Kind::Mail;
        mail.files = {{QStringLiteral("minutes.pdf"), QStringLiteral("application/pdf"), QStringLiteral("/minutes.pdf")}};
        QVERIFY(wait(profile.engine->drafts().keep(bob, mail)));
        QTRY_COMPARE(list.row(0).draftLine, QStringLiteral("minutes.pdf"));
        mail.files.clear();
        mail.to = QStringLiteral("bob@chat.example");
        QVERIFY(wait(profile.engine->drafts().keep(bob, mail)));
        QTRY_VERIFY(!list.row(0).hasDraft);
        QVERIFY(profile.engine->drafts().find(bob) == mail);
    }
};

ISTHMUS_TEST(tst_drafts)
#include "tst_drafts.moc"
