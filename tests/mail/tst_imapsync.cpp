#include "tests/mail/PlayedImap.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::mail;
using namespace Qt::StringLiterals;
using base::Fault;
using test::body;
using test::inboxCursor;
using test::opened;

namespace {

using Account = test::PlayedImap;

constexpr auto inboxOnly = "* LIST () \"/\" INBOX\r\n";

}

class tst_imapsync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstLookFetchesOpaqueBytesAndChangesNothing()
    {
        Account a("IDLE");
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", opened(2, 5, 12));
        a.expect("FETCH 1:2 (UID)", "* 1 FETCH (UID 10)\r\n* 2 FETCH (UID 11)\r\n");
        a.expect("UID FETCH 10:11 (UID RFC822.SIZE)",
                 "* 1 FETCH (UID 10 RFC822.SIZE 1)\r\n* 2 FETCH (UID 11 RFC822.SIZE 1)\r\n");
        a.expect("UID FETCH 10:11 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(11, "b", "\\Seen") + body(10, "a"));
        a.idles();
        const auto mails = a.all<model::ArrivedMail>();
        QCOMPARE(mails.size(), size_t(2));
        QCOMPARE(mails[1].raw, "b");
        QCOMPARE(mails[1].flags, QStringList{u"\\Seen"_s});
        QCOMPARE(a.cursors.at(u"imap:INBOX"_s), "1 5 12 0\n10:11\n-\n10 \n11 \\Seen\n");
    }
    /// libetpan leaves the outer parentheses out, and servers then say nothing at all.
    void resyncIsAskedForInItsRightForm()
    {
        Account a("IDLE ENABLE QRESYNC CONDSTORE", {inboxCursor("1 5 12 90\n1:11\n-\n")});
        a.list(inboxOnly);
        a.expect(
            "EXAMINE INBOX (QRESYNC (5 90))",
            opened(
                10, 5, 13,
                "* OK [HIGHESTMODSEQ 99] x\r\n* VANISHED (EARLIER) 2:3,50\r\n* 4 FETCH (UID 6 FLAGS (\\Seen) MODSEQ (95))\r\n"
                "* 5 FETCH (UID 600 FLAGS (\\Seen) MODSEQ (96))\r\n"));
        a.expect("UID FETCH 12:* (UID RFC822.SIZE)", "* 10 FETCH (UID 12 RFC822.SIZE 3)\r\n");
        a.expect("UID FETCH 12 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(12, "new"));
        a.idles();
        QCOMPARE(a.all<model::MailVanished>().size(), size_t(2)); // 50 was never known
        QCOMPARE(a.all<model::MailFlagsChanged>().size(), size_t(1));
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(1));
        QCOMPARE(a.cursors.at(u"imap:INBOX"_s), "1 5 13 99\n1,4:12\n-\n");
    }
    void nothingNewCostsOneCommand()
    {
        Account a("IDLE ENABLE QRESYNC CONDSTORE", {inboxCursor("1 5 12 90\n1:11\n-\n")});
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX (QRESYNC (5 90))", opened(11, 5, 12, "* OK [HIGHESTMODSEQ 90] x\r\n"));
        a.idles();
        QVERIFY(a.cursors.empty()); // and no write
    }
    void resyncThatDoesNotAddUpIsFollowedByAFullComparison()
    {
        Account a("IDLE ENABLE QRESYNC CONDSTORE", {inboxCursor("1 5 12 90\n1:11\n-\n")});
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX (QRESYNC (5 90))", opened(2, 5, 12, "* OK [HIGHESTMODSEQ 99] x\r\n"));
        a.expect("FETCH 1:2 (UID)", "* 1 FETCH (UID 4)\r\n* 2 FETCH (UID 9)\r\n");
        a.expect("UID FETCH 1:* (FLAGS) (CHANGEDSINCE 90)", "* 2 FETCH (UID 9 FLAGS (\\Seen) MODSEQ (97))\r\n");
        a.idles();
        QCOMPARE(a.all<model::MailVanished>().size(), size_t(9));
        QCOMPARE(a.all<model::MailFlagsChanged>().size(), size_t(1));
    }
    void wordsAboutTheFolderBeforeAreNotTakenForThisOne()
    {
        Account a("IDLE ENABLE QRESYNC CONDSTORE", {inboxCursor("1 5 12 90\n1:11\n-\n")});
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX (QRESYNC (5 90))",
                 "* VANISHED 1:11\r\n* 3 FETCH (UID 3 FLAGS (\\Deleted) MODSEQ (91))\r\n* OK [CLOSED] x\r\n"
                     + opened(11, 5, 12, "* OK [HIGHESTMODSEQ 90] x\r\n"));
        a.idles();
        QVERIFY(a.all<model::MailVanished>().empty());
        QVERIFY(a.all<model::MailFlagsChanged>().empty());
    }
    void condstoreAloneListsUidsAndAsksForChanges()
    {
        Account a("IDLE CONDSTORE", {inboxCursor("1 5 4 90\n1:3\n-\n")});
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX (CONDSTORE)", opened(2, 5, 4, "* OK [HIGHESTMODSEQ 95] x\r\n"));
        a.expect("FETCH 1:2 (UID)", "* 1 FETCH (UID 1)\r\n* 2 FETCH (UID 3)\r\n");
        a.expect("UID FETCH 1:* (FLAGS) (CHANGEDSINCE 90)", "* 1 FETCH (UID 1 MODSEQ (94) FLAGS (\\Answered))\r\n");
        a.idles();
        QCOMPARE(a.all<model::MailVanished>().size(), size_t(1));
        QCOMPARE(a.all<model::MailFlagsChanged>().at(0).flags, QStringList{u"\\Answered"_s});
    }
    void withoutEitherAllFlagsAreCompared()
    {
        Account a("IDLE", {inboxCursor("1 5 4 0\n1:3\n-\n1,3 \n2 \\Seen\n")});
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", opened(2, 5, 4));
        a.expect("FETCH 1:2 (UID FLAGS)", "* 1 FETCH (UID 1 FLAGS (\\Flagged))\r\n* 2 FETCH (UID 2 FLAGS (\\Seen))\r\n");
        a.idles();
        QCOMPARE(a.all<model::MailVanished>().size(), size_t(1));
        QCOMPARE(a.all<model::MailFlagsChanged>().size(), size_t(1)); // 2 has the flags that were told
        QCOMPARE(a.all<model::MailFlagsChanged>()[0].uid, 1u);
    }
    void otherUidValidityOrABackupResets_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("UIDVALIDITY") << opened(1, 6, 4);
        QTest::newRow("UIDNEXT went back: the folder was replaced by a backup") << opened(1, 5, 3);
    }
    void otherUidValidityOrABackupResets()
    {
        QFETCH(QByteArray, answer);
        Account a("IDLE", {inboxCursor("1 5 4 0\n1:3\n-\n")});
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", answer);
        a.expect("FETCH 1:1 (UID)", "* 1 FETCH (UID 1)\r\n");
        a.expect("UID FETCH 1 (UID RFC822.SIZE)", "* 1 FETCH (UID 1 RFC822.SIZE 1)\r\n");
        a.expect("UID FETCH 1 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(1, "x"));
        a.idles();
        QVERIFY(std::holds_alternative<model::FolderReset>(a.arrivals.at(1))); // behind FolderFound, before all else
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(1));
        QVERIFY(a.all<model::MailVanished>().empty());
    }
    void unreadableCursorBeginsAnew()
    {
        Account a("IDLE", {inboxCursor("rubbish")});
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", opened(0, 5, 1));
        a.idles();
        QVERIFY(a.all<model::FolderReset>().empty());
    }
    void listsAndBodiesComeInWindows()
    {
        FolderPass::Limits limits;
        limits.window = 2;
        limits.batchOctets = 10;
        Account a("IDLE", {}, limits);
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", opened(3, 5, 4));
        a.expect("FETCH 2:3 (UID)", "* 2 FETCH (UID 2)\r\n* 3 FETCH (UID 3)\r\n");
        a.expect("FETCH 1:1 (UID)", "* 1 FETCH (UID 1)\r\n");
        a.expect("UID FETCH 2:3 (UID RFC822.SIZE)",
                 "* 2 FETCH (UID 2 RFC822.SIZE 9)\r\n* 3 FETCH (UID 3 RFC822.SIZE 20)\r\n");
        a.expect("UID FETCH 3 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(3, QByteArray(20, 'x')));
        a.expect("UID FETCH 2 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(2, QByteArray(9, 'x')));
        a.expect("UID FETCH 1 (UID RFC822.SIZE)", "* 1 FETCH (UID 1 RFC822.SIZE 1)\r\n");
        a.expect("UID FETCH 1 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(1, "x"));
        a.idles();
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(3));
    }
    /// While what is older is put off, what arrives is fetched, however much, and nothing else.
    void pausedOnlyWhatIsNewerIsFetched()
    {
        Account a("IDLE", {inboxCursor("1 5 6 0\n4:5\n1:3\n4:5 \n")});
        a.sync.setHistoryPaused(true);
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", opened(6, 5, 8));
        a.expect("FETCH 1:6 (UID FLAGS)", "* 1 FETCH (UID 1 FLAGS ())\r\n* 2 FETCH (UID 2 FLAGS ())\r\n"
                                          "* 3 FETCH (UID 3 FLAGS ())\r\n* 4 FETCH (UID 4 FLAGS ())\r\n"
                                          "* 5 FETCH (UID 5 FLAGS ())\r\n* 6 FETCH (UID 7 FLAGS ())\r\n");
        a.expect("UID FETCH 7 (UID RFC822.SIZE)", "* 6 FETCH (UID 7 RFC822.SIZE 1)\r\n");
        a.expect("UID FETCH 7 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(7, "n"));
        a.idles();
        QCOMPARE(a.backlogs, (std::vector<quint64>{4, 3}));
        QVERIFY(a.cursors.at(u"imap:INBOX"_s).startsWith("1 5 8 0\n4:5,7\n1:3\n"));
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(1));
    }
    /// The oldest of the new ones first: what a cut leaves would lie below what is here, and count as old.
    void pausedWhatIsNewComesInItsOrder()
    {
        FolderPass::Limits limits;
        limits.window = 2;
        limits.batchMails = 1;
        Account a("IDLE", {inboxCursor("1 5 3 0\n2\n1\n2 \n")}, limits);
        a.sync.setHistoryPaused(true);
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", opened(5, 5, 6));
        a.expect("FETCH 4:5 (UID FLAGS)", "* 4 FETCH (UID 4 FLAGS ())\r\n* 5 FETCH (UID 5 FLAGS ())\r\n");
        a.expect("FETCH 2:3 (UID FLAGS)", "* 2 FETCH (UID 2 FLAGS ())\r\n* 3 FETCH (UID 3 FLAGS ())\r\n");
        a.expect("FETCH 1:1 (UID FLAGS)", "* 1 FETCH (UID 1 FLAGS ())\r\n");
        a.expect("UID FETCH 3:4 (UID RFC822.SIZE)",
                 "* 3 FETCH (UID 3 RFC822.SIZE 1)\r\n* 4 FETCH (UID 4 RFC822.SIZE 1)\r\n");
        a.expect("UID FETCH 3 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(3, "x"));
        a.expect("UID FETCH 4 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(4, "x"));
        a.expect("UID FETCH 5 (UID RFC822.SIZE)", "* 5 FETCH (UID 5 RFC822.SIZE 1)\r\n");
        a.expect("UID FETCH 5 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(5, "x"));
        a.idles();
        QVERIFY(a.cursors.at(u"imap:INBOX"_s).startsWith("1 5 6 0\n2:5\n1\n"));
    }
    void pausedAResetFolderIsFetchedAnew()
    {
        Account a("IDLE", {inboxCursor("1 5 6 0\n4:5\n-\n4:5 \n")});
        a.sync.setHistoryPaused(true);
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", opened(1, 6, 3));
        a.expect("FETCH 1:1 (UID)", "* 1 FETCH (UID 2)\r\n");
        a.expect("UID FETCH 2 (UID RFC822.SIZE)", "* 1 FETCH (UID 2 RFC822.SIZE 1)\r\n");
        a.expect("UID FETCH 2 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(2, "x"));
        a.idles();
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(1));
    }
    void expungedBetweenListAndFetchIsForgotten()
    {
        Account a("IDLE");
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", opened(3, 5, 4));
        a.expect("FETCH 1:3 (UID)", "* 1 FETCH (UID 1)\r\n* 2 FETCH (UID 2)\r\n* 3 FETCH (UID 3)\r\n");
        a.expect("UID FETCH 1:3 (UID RFC822.SIZE)",
                 "* 1 FETCH (UID 1 RFC822.SIZE 1)\r\n* 3 FETCH (UID 3 RFC822.SIZE 1)\r\n");
        a.expect("UID FETCH 1,3 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(3, "x"));
        a.idles();
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(1));
        QVERIFY(a.cursors.at(u"imap:INBOX"_s).startsWith("1 5 4 0\n3\n-\n"));
    }
    void damagedMailDoesNotHoldBackTheOthers()
    {
        Account a("IDLE");
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", opened(2, 5, 3));
        a.expect("FETCH 1:2 (UID)", "* 1 FETCH (UID 1)\r\n* 2 FETCH (UID 2)\r\n");
        a.expect("UID FETCH 1:2 (UID RFC822.SIZE)",
                 "* 1 FETCH (UID 1 RFC822.SIZE 1)\r\n* 2 FETCH (UID 2 RFC822.SIZE 1)\r\n");
        a.expect("UID FETCH 1:2 (UID FLAGS INTERNALDATE BODY.PEEK[])", "", "NO [SERVERBUG] damaged");
        a.expect("UID FETCH 2 (UID FLAGS INTERNALDATE BODY.PEEK[])", "", "NO [SERVERBUG] damaged");
        a.expect("UID FETCH 1 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(1, "x"));
        a.idles();
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(1));
    }
    void whatWasNotAskedForIsNotKept()
    {
        Account a("IDLE ENABLE QRESYNC CONDSTORE", {inboxCursor("1 5 12 90\n1:11\n-\n")});
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX (QRESYNC (5 90))",
                 opened(12, 5, 13, "* OK [HIGHESTMODSEQ 91] x\r\n* 1 FETCH (UID 3 BODY[] {4}\r\nevil)\r\n"));
        a.expect("UID FETCH 12:* (UID RFC822.SIZE)",
                 "* 12 FETCH (UID 12 RFC822.SIZE 3)\r\n* 1 FETCH (UID 4 BODY[] {4}\r\nevil)\r\n");
        a.expect("UID FETCH 12 (UID FLAGS INTERNALDATE BODY.PEEK[])", body(4, "evil") + body(12, "new") + body(12, "two"));
        a.idles();
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(1));
        QCOMPARE(a.all<model::ArrivedMail>()[0].raw, "new");
    }
    void everythingVanishedCostsNoMoreThanWhatWasKnown()
    {
        Account a("IDLE ENABLE QRESYNC CONDSTORE", {inboxCursor("1 5 12 90\n1:11\n-\n")});
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX (QRESYNC (5 90))",
                 opened(0, 5, 12, "* OK [HIGHESTMODSEQ 91] x\r\n* VANISHED (EARLIER) 1:4294967295\r\n"));
        a.idles();
        QCOMPARE(a.all<model::MailVanished>().size(), size_t(11));
    }
    void foldersAreNamedByUseAndOnlyMailIsFetched()
    {
        Account a("IDLE");
        a.list(
            "* LIST (\\HasNoChildren \\Drafts) \"/\" Entw&APw-rfe\r\n* LIST (\\Noselect) \"/\" Top\r\n* LIST () \"/\" Zoo\r\n"
            "* LIST () \"/\" \"Sent Items\"\r\n* LIST (\\Junk) \"/\" Junk\r\n* LIST () \"/\" inbox\r\n* LIST () \"/\" {6}\r\na\r\n b \r\n");
        a.expect("EXAMINE inbox", opened(0, 5, 1));
        a.expect("EXAMINE \"Sent Items\"", opened(0, 5, 1));
        a.expect("EXAMINE Zoo", opened(0, 5, 1));
        a.expect("EXAMINE inbox", opened(0, 5, 1)); // to wait in
        a.idles();
        std::map<QString, QString> uses;
        for (const auto &folder : a.all<model::FolderFound>())
            uses[folder.folder] = folder.specialUse;
        QCOMPARE(uses, (std::map<QString, QString>{{u"inbox"_s, u"\\Inbox"_s},
                                                   {u"Entwürfe"_s, u"\\Drafts"_s},
                                                   {u"Zoo"_s, {}},
                                                   {u"Sent Items"_s, u"\\Sent"_s},
                                                   {u"Junk"_s, u"\\Junk"_s}}));
    }
    void folderThatCannotBeOpenedIsLeftOut()
    {
        Account a("IDLE");
        a.list("* LIST () \"/\" INBOX\r\n* LIST () \"/\" Locked\r\n* LIST () \"/\" Open\r\n");
        a.expect("EXAMINE INBOX", opened(0, 5, 1));
        a.expect("EXAMINE Locked", "", "NO [NOPERM] no");
        a.expect("EXAMINE Open", opened(0, 5, 1));
        a.expect("EXAMINE INBOX", opened(0, 5, 1));
        a.idles();
        QCOMPARE(a.failure, std::nullopt);
    }
    void noInboxIsAFailure()
    {
        Account a("IDLE");
        a.list("* LIST () \"/\" Other\r\n");
        QCOMPARE(a.failure, std::optional(Fault::NotFound));
    }
    void messageIdCannotEndTheSearch()
    {
        Account a("IDLE");
        a.list("* LIST () \"/\" INBOX\r\n* LIST (\\Sent) \"/\" Sent\r\n");
        a.expect("EXAMINE INBOX", opened(0, 5, 1));
        std::optional<Fault> fault;
        a.sync.append({u"\\Sent"_s, u"<a@b>\r\na9 DELETE INBOX"_s, "x\r\n", {}},
                      [&](const auto &r) { fault = r.ok() ? Fault::Conflict : r.error().fault; });
        a.expect("EXAMINE Sent", opened(0, 5, 1)); // the look that was under way
        a.expect("EXAMINE Sent", opened(0, 5, 1));
        QCOMPARE(fault, std::optional(Fault::Malformed));
    }
    void sentFolderIsMadeWhereThereIsNone()
    {
        Account a("IDLE LITERAL+");
        a.list(inboxOnly);
        a.expect("EXAMINE INBOX", opened(0, 5, 1));
        bool done = false;
        a.pending += a.server.heard();
        const QByteArray idleTag = a.pending.left(a.pending.indexOf(' '));
        a.pending.clear();
        a.sync.append({u"\\Sent"_s, u"<a@b>"_s, "x\r\n", {u"\\Seen"_s}}, [&](const auto &r) { done = r.ok(); });
        a.server.says("+ idling\r\n");
        QCOMPARE(a.server.heard(), "DONE\r\n");
        a.server.says(idleTag + " OK\r\n");
        a.expect("CREATE Sent", "");
        a.expect("APPEND Sent (\\Seen) {3+}", "");
        QVERIFY(done);
    }
};

ISTHMUS_TEST(tst_imapsync)
#include "tst_imapsync.moc"
