#include "core/engine/Folders.h"
#include "core/engine/Threads.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;
using namespace std::chrono_literals;

namespace {

/// A mail of "a mail program": \p answers is the Message-ID that it answers, or empty.
model::ArrivedMail mailOf(quint32 uid, const char *from, const QByteArray &subject, const QByteArray &answers = {},
                          const char *folder = "INBOX")
{
    const QByteArray number = QByteArray::number(uid);
    const QByteArray minute = QByteArray::number(uid % 60).rightJustified(2, '0');
    const QByteArray hour = QByteArray::number(uid / 60).rightJustified(2, '0');
    QByteArray head = "From: " + QByteArray(from) + "\nTo: alice@chat.example\nSubject: " + subject
                      + "\nDate: Fri, 20 Nov 2026 " + hour + ":" + minute + ":00 +0000\nMessage-ID: <m" + number
                      + "@work.example>\n";
    if (!answers.isEmpty())
        head += "In-Reply-To: " + answers + "\nReferences: " + answers + "\n";
    return arrivedMail(uid, head + "\nText of " + number + ".\n", folder);
}

void findFolders(Profile &profile)
{
    const auto found = [](const char *name, const char *use) {
        return model::FolderFound{QString::fromLatin1(name), QString::fromLatin1(use)};
    };
    profile.mail->arrive({found("Projects", ""), found("Sent", "\\Sent"), found("INBOX", "\\Inbox"), found("Junk", "\\Junk"),
                          found("Archive", "\\Archive")});
}

QStringList linesOf(const engine::Folders &folders)
{
    QStringList lines;
    for (const engine::FolderRow &row : folders.rows())
        lines.append(QStringLiteral("%1 %2").arg(row.isAccount() ? row.account : row.folder.name).arg(row.folder.unread));
    return lines;
}

QStringList linesOf(const engine::Threads &threads)
{
    QStringList lines;
    for (const engine::ThreadRow &row : threads.rows())
        lines.append(QStringLiteral("%1: %2 of %3").arg(row.subject).arg(row.unread).arg(row.count));
    return lines;
}

model::MailList listOf(const engine::Folders &folders, const char *name)
{
    for (const engine::FolderRow &row : folders.rows()) {
        if (row.folder.name == QLatin1String(name))
            return row.key();
    }
    return {};
}

QStringList strings(std::initializer_list<const char *> words)
{
    QStringList list;
    for (const char *word : words)
        list.append(QString::fromUtf8(word));
    return list;
}

}

class tst_mailbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foldersAreListedWithWhatIsUnread()
    {
        Profile profile;
        profile.signIn();
        engine::Folders folders(*profile.engine);
        const QAbstractItemModelTester tester(&folders, QAbstractItemModelTester::FailureReportingMode::QtTest);
        findFolders(profile);
        QTRY_COMPARE(linesOf(folders), strings({"alice@chat.example 0", "INBOX 0", "Sent 0", "Archive 0", "Projects 0"}));
        model::ArrivedMail seen = mailOf(3, "carol@work.example", "Seen");
        seen.flags = {QStringLiteral("\\Seen")};
        profile.mail->arrive({mailOf(1, "bob@work.example", "One"), mailOf(2, "bob@work.example", "Two"), seen,
                              mailOf(4, "dave@work.example", "Plan", {}, "Projects")});
        QTRY_COMPARE(linesOf(folders), strings({"alice@chat.example 3", "INBOX 2", "Sent 0", "Archive 0", "Projects 1"}));
        // Gone from the folder on the server: not there any longer, but still among all.
        profile.mail->arrive({model::MailVanished{QStringLiteral("INBOX"), 1, 2}});
        QTRY_COMPARE(linesOf(folders), strings({"alice@chat.example 3", "INBOX 1", "Sent 0", "Archive 0", "Projects 1"}));
    }

    void answersStandWithWhatTheyAnswerAndTheNewestThreadFirst()
    {
        Profile profile;
        profile.signIn();
        engine::Folders folders(*profile.engine);
        engine::Threads threads(*profile.engine);
        const QAbstractItemModelTester tester(&threads, QAbstractItemModelTester::FailureReportingMode::QtTest);
        findFolders(profile);
        profile.mail->arrive({mailOf(1, "bob@work.example", "Minutes"), mailOf(2, "carol@work.example", "Photos"),
                              mailOf(3, "dave@work.example", "Plan", {}, "Projects")});
        QTRY_COMPARE(folders.rowCount(), 5);
        QVERIFY(!threads.isLoading());
        threads.open(listOf(folders, "INBOX"));
        QVERIFY(threads.isLoading());
        QTRY_COMPARE(linesOf(threads), strings({"Photos: 1 of 1", "Minutes: 1 of 1"}));
        QVERIFY(!threads.isLoading());
        profile.mail->arrive({mailOf(4, "bob@work.example", "Re: Minutes", "<m1@work.example>")});
        QTRY_COMPARE(linesOf(threads), strings({"Re: Minutes: 2 of 2", "Photos: 1 of 1"}));
        const engine::ThreadRow row = threads.row(0);
        QCOMPARE(row.excerpt, QStringLiteral("Text of 4."));
        QCOMPARE(row.address, QStringLiteral("bob@work.example"));
        QVERIFY(row.firstUnread && *row.firstUnread != row.newest);
        QCOMPARE(row.toRead(), *row.firstUnread);
        // What goes away takes no other row from its place.
        const QSignalSpy moved(&threads, &QAbstractItemModel::rowsMoved);
        const QSignalSpy removed(&threads, &QAbstractItemModel::rowsRemoved);
        profile.mail->arrive(
            {model::MailVanished{QStringLiteral("INBOX"), 1, 1}, model::MailVanished{QStringLiteral("INBOX"), 1, 4}});
        QTRY_COMPARE(linesOf(threads), strings({"Photos: 1 of 1"}));
        QCOMPARE(removed.size(), 1);
        QVERIFY(moved.isEmpty());
        threads.open(listOf(folders, "Projects"));
        QTRY_COMPARE(linesOf(threads), strings({"Plan: 1 of 1"}));
        threads.open({profile.account, {}});
        QTRY_COMPARE(linesOf(threads), strings({"Re: Minutes: 2 of 2", "Plan: 1 of 1", "Photos: 1 of 1"}));
    }

    void theSameMailInAFolderTwiceIsOneMail()
    {
        Profile profile;
        profile.signIn();
        engine::Folders folders(*profile.engine);
        engine::Threads threads(*profile.engine);
        findFolders(profile);
        model::ArrivedMail again = mailOf(1, "bob@work.example", "Minutes");
        again.uid = 7;
        profile.mail->arrive({mailOf(1, "bob@work.example", "Minutes"), again});
        QTRY_COMPARE(linesOf(folders).value(1), QStringLiteral("INBOX 1"));
        threads.open(listOf(folders, "INBOX"));
        QTRY_COMPARE(linesOf(threads), strings({"Minutes: 1 of 1"}));
    }

    void readingOneMailLeavesTheOthersUnread()
    {
        Profile profile;
        profile.signIn();
        engine::Folders folders(*profile.engine);
        engine::Threads threads(*profile.engine);
        findFolders(profile);
        profile.mail->arrive({mailOf(1, "bob@work.example", "Minutes"),
                              mailOf(2, "bob@work.example", "Re: Minutes", "<m1@work.example>"),
                              mailOf(3, "bob@work.example", "Other")});
        QTRY_COMPARE(linesOf(folders).value(1), QStringLiteral("INBOX 3"));
        threads.open(listOf(folders, "INBOX"));
        QTRY_COMPARE(linesOf(threads), strings({"Other: 1 of 1", "Re: Minutes: 2 of 2"}));
        threads.markRead(threads.row(1).toRead());
        QTRY_COMPARE(linesOf(threads), strings({"Other: 1 of 1", "Re: Minutes: 1 of 2"}));
        QCOMPARE(threads.row(1).toRead(), threads.row(1).newest);
        QTRY_COMPARE(linesOf(folders).value(1), QStringLiteral("INBOX 2"));
        const std::vector<model::StoreFlags> told{{QStringLiteral("INBOX"), 1, {1}, {QStringLiteral("\\Seen")}, {}}};
        QTRY_COMPARE(profile.mail->all<model::StoreFlags>(), told);
    }

    void olderThreadsComePageByPageAndAMailFarBackIsReached()
    {
        Profile profile;
        profile.signIn();
        engine::Folders folders(*profile.engine);
        engine::Threads threads(*profile.engine);
        findFolders(profile);
        std::vector<model::Arrival> mails;
        for (quint32 i = 1; i <= 250; ++i)
            mails.emplace_back(mailOf(i, "bob@work.example", "Number " + QByteArray::number(i)));
        profile.mail->arrive(mails);
        QTRY_COMPARE_WITH_TIMEOUT(linesOf(folders).value(1), QStringLiteral("INBOX 250"), 20000);
        threads.open(listOf(folders, "INBOX"));
        QTRY_COMPARE(threads.rowCount(), 100);
        QCOMPARE(threads.row(0).subject, QStringLiteral("Number 250"));
        QTRY_VERIFY(threads.canFetchMore({}));
        threads.fetchMore({});
        QTRY_COMPARE(threads.rowCount(), 200);
        QTRY_VERIFY(threads.canFetchMore({}));
        threads.fetchMore({});
        QTRY_COMPARE(threads.rowCount(), 250);
        QVERIFY(!threads.canFetchMore({}));
        const model::ItemId oldest = threads.row(249).newest;
        engine::Threads others(*profile.engine);
        const auto row = wait(others.reach(oldest));
        QVERIFY(row);
        QCOMPARE(*row, 249);
        QCOMPARE(others.list(), listOf(folders, "INBOX"));
        QCOMPARE(wait(others.reach(model::ItemId{99999})).error().fault, base::Fault::NotFound);
    }

    void whatLiesInNoFolderIsReachedAmongAllOfItsAccount()
    {
        Profile profile;
        profile.signIn();
        engine::Threads threads(*profile.engine);
        model::Draft draft;
        draft.account = profile.account;
        draft.kind = model::Draft::Kind::Mail;
        draft.to = {{QString(), mailAddress("dave@work.example")}};
        draft.subject = QStringLiteral("Hello");
        draft.text = QStringLiteral("Text");
        const auto sent = wait(profile.engine->outbox().send(draft));
        QVERIFY(sent);
        QCOMPARE(wait(threads.reach(*sent)).valueOr(-1), 0);
        QCOMPARE(threads.list(), (model::MailList{profile.account, {}}));
        QCOMPARE(threads.row(0).direction, model::Direction::Outgoing);
    }

    void whatChangesWhileNotFollowingIsReadAfterwards()
    {
        Profile profile;
        profile.signIn();
        engine::Folders folders(*profile.engine);
        engine::Threads threads(*profile.engine);
        findFolders(profile);
        profile.mail->arrive({mailOf(1, "bob@work.example", "Minutes")});
        QTRY_COMPARE(linesOf(folders).value(1), QStringLiteral("INBOX 1"));
        threads.open(listOf(folders, "INBOX"));
        QTRY_COMPARE(threads.rowCount(), 1);
        threads.setFollowing(false);
        profile.mail->arrive({mailOf(2, "bob@work.example", "Photos")});
        QTRY_COMPARE(linesOf(folders).value(1), QStringLiteral("INBOX 2"));
        QCOMPARE(threads.rowCount(), 1);
        folders.setFollowing(false);
        threads.setFollowing(true);
        profile.mail->arrive({mailOf(3, "bob@work.example", "Photos, too")});
        QTRY_COMPARE(threads.rowCount(), 3);
        QCOMPARE(linesOf(folders).value(1), QStringLiteral("INBOX 2"));
        folders.setFollowing(true);
        QTRY_COMPARE(linesOf(folders).value(1), QStringLiteral("INBOX 3"));
        QTRY_COMPARE(linesOf(threads), strings({"Photos, too: 1 of 1", "Photos: 1 of 1", "Minutes: 1 of 1"}));
    }

    void presenceFollows()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        QVERIFY(wait(profile.engine->contacts().addAddress(bob, model::Address(mailAddress("bob@work.example")),
                                                           model::Evidence::Confirmed)));
        engine::Threads threads(*profile.engine);
        profile.mail->arrive({mailOf(1, "bob@work.example", "Minutes")});
        threads.open({profile.account, {}});
        QTRY_COMPARE(threads.rowCount(), 1);
        QCOMPARE(threads.row(0).person, bob);
        QVERIFY(threads.row(0).hasChat);
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {model::Availability::Away, {}});
        QCOMPARE(threads.row(0).presence.availability, model::Availability::Away);
    }
};

ISTHMUS_TEST(tst_mailbox)
#include "tst_mailbox.moc"
