#include "core/engine/Conversations.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QAbstractItemModelTester>

using namespace isthmus;
using namespace isthmus::test;

class tst_conversations : public QObject
{
    Q_OBJECT

    static QStringList names(const engine::Conversations &list)
    {
        QStringList found;
        for (int i = 0; i < list.rowCount(); ++i)
            found.append(list.row(i).name);
        return found;
    }
    static void roster(Profile &profile, const char *address, const char *name)
    {
        profile.chat->arrive({model::RosterEntry{jid(address), QString::fromUtf8(name), model::Subscription::Both, false}});
    }

private Q_SLOTS:
    void theRosterIsListedByName()
    {
        Profile profile;
        profile.signIn();
        engine::Conversations list(*profile.engine);
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        roster(profile, "carol@chat.example", "Carol");
        roster(profile, "bob@chat.example", "Bob");
        QTRY_COMPARE(names(list), (QStringList{QStringLiteral("Bob"), QStringLiteral("Carol")}));
        QVERIFY(list.row(0).hasChat && !list.row(0).hasMail);
        QCOMPARE(list.row(0).address, QStringLiteral("bob@chat.example"));
    }

    void theNewestWordGoesFirst()
    {
        Profile profile;
        profile.signIn();
        engine::Conversations list(*profile.engine);
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const char *name : {"anna", "bob", "carol", "dora"})
            roster(profile, (QByteArray(name) + "@chat.example").constData(), name);
        QTRY_COMPARE(list.rowCount(), 4);
        model::Draft draft;
        draft.person = *profile.engine->contacts().personOf(jid("carol@chat.example"));
        draft.text = QStringLiteral("first line\nsecond");
        QVERIFY(wait(profile.engine->outbox().send(draft)));
        QTRY_COMPARE(names(list).constFirst(), QStringLiteral("carol"));
        QCOMPARE(list.row(0).lastLine, QStringLiteral("first line"));
        QCOMPARE(list.row(0).lastDirection, model::Direction::Outgoing);
        profile.now += std::chrono::seconds(1);
        draft.person = *profile.engine->contacts().personOf(jid("dora@chat.example"));
        QVERIFY(wait(profile.engine->outbox().send(draft)));
        QTRY_COMPARE(names(list), (QStringList{QStringLiteral("dora"), QStringLiteral("carol"), QStringLiteral("anna"),
                                               QStringLiteral("bob")}));
    }

    void whoIsNoLongerInTheRosterAndNeverSaidAWordIsGone()
    {
        Profile profile;
        profile.signIn();
        engine::Conversations list(*profile.engine);
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        roster(profile, "bob@chat.example", "Bob");
        roster(profile, "carol@chat.example", "Carol");
        QTRY_COMPARE(list.rowCount(), 2);
        profile.chat->arrive(
            {model::RosterReset{{{jid("carol@chat.example"), QStringLiteral("Carol"), model::Subscription::Both, false}}}});
        QTRY_COMPARE(names(list), QStringList{QStringLiteral("Carol")});
    }

    void presenceFollows()
    {
        Profile profile;
        profile.signIn();
        engine::Conversations list(*profile.engine);
        const model::PersonId bob = profile.bob();
        QTRY_COMPARE(list.rowCount(), 1);
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {model::Availability::Online, {}});
        QCOMPARE(list.row(list.indexOf(bob)).presence.availability, model::Availability::Online);
    }
};

ISTHMUS_TEST(tst_conversations)
#include "tst_conversations.moc"
