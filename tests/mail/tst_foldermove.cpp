#include "tests/mail/PlayedImap.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace Qt::StringLiterals;
using base::Fault;
using test::opened;

namespace {

constexpr auto folders = "* LIST () \"/\" INBOX\r\n* LIST (\\Archive) \"/\" \"Old &APw-\"\r\n";

/// An account whose inbox (UIDVALIDITY 5) has been looked at, and what became of one move out of it.
struct Mover : test::PlayedImap {
    explicit Mover(const QByteArray &capabilities, const QByteArray &listed = folders)
        : PlayedImap(capabilities, {test::inboxCursor("1 5 12 0\n4:9\n-\n4:9 \n")})
    {
        list(listed);
        look("INBOX");
        if (listed.contains("Old &APw-")) {
            expect(R"(EXAMINE "Old &APw-")", opened(0, 8, 1));
            look("INBOX"); // to wait in
        }
    }
    void look(const QByteArray &folder)
    {
        expect("EXAMINE " + folder, opened(6, 5, 12));
        expect("FETCH 1:6 (UID FLAGS)", sixMails);
    }
    void move(std::vector<quint32> uids, const QString &use = u"\\Archive"_s, quint32 validity = 5,
              const QString &folder = u"INBOX"_s)
    {
        sync.move({folder, validity, std::move(uids), use, mayHaveMoved}, [this](const base::Result<base::Done> &result) {
            QVERIFY(!ended);
            ended = true;
            fault = result ? std::optional<Fault>() : result.error().fault;
        });
    }
    void select(const QByteArray &more = {}) { expect("SELECT INBOX", opened(6, 5, 12, more)); }
    /// What is asked about two mails of the inbox where the server has no MOVE.
    void tellsOfFourAndSeven(const QByteArray &flagsOfFour = {})
    {
        expect("UID FETCH 4,7 (UID FLAGS RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])",
               "* 1 FETCH (UID 4 FLAGS (" + flagsOfFour
                   + ") RFC822.SIZE 100 BODY[HEADER.FIELDS (MESSAGE-ID)] {23}\r\nMessage-ID:\r\n <a@b>\r\n\r\n)\r\n"
                     "* 4 FETCH (UID 7 FLAGS () RFC822.SIZE 200 BODY[HEADER.FIELDS (\"MESSAGE-ID\")] \"\")\r\n");
    }
    void seeks(const QByteArray &found)
    {
        expect(R"(EXAMINE "Old &APw-")", opened(1, 8, 2));
        expect("UID SEARCH UNDELETED HEADER Message-ID <a@b> LARGER 99 SMALLER 101", found);
    }
    [[nodiscard]] bool isDone() const { return ended && !fault; }

    static inline const QByteArray sixMails =
        "* 1 FETCH (UID 4 FLAGS ())\r\n* 2 FETCH (UID 5 FLAGS ())\r\n* 3 FETCH (UID 6 FLAGS ())\r\n"
        "* 4 FETCH (UID 7 FLAGS ())\r\n* 5 FETCH (UID 8 FLAGS ())\r\n* 6 FETCH (UID 9 FLAGS ())\r\n";
    bool ended = false;
    bool mayHaveMoved = true;
    std::optional<Fault> fault;
};

const auto copied = R"(UID COPY 4,7 "Old &APw-")";
const auto marked = "UID STORE 4,7 +FLAGS.SILENT (\\Deleted)";

}

/// Moving mails, against a server that the test plays.
class tst_foldermove : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void serverThatCanMoveIsAskedTo()
    {
        Mover a("MOVE UIDPLUS");
        a.move({7, 4, 8});
        a.select();
        QVERIFY(!a.ended);
        a.expect(R"(UID MOVE 4,7:8 "Old &APw-")", "* 1 EXPUNGE\r\n* 3 EXPUNGE\r\n* 3 EXPUNGE\r\n");
        QVERIFY(a.isDone());
        // Both folders are looked at, so that the mails are found again at once.
        a.expect("EXAMINE INBOX", opened(3, 5, 12));
        a.expect("FETCH 1:3 (UID FLAGS)",
                 "* 1 FETCH (UID 5 FLAGS ())\r\n* 2 FETCH (UID 6 FLAGS ())\r\n* 3 FETCH (UID 9 FLAGS ())\r\n");
        a.expect(R"(EXAMINE "Old &APw-")", opened(1, 8, 2));
        a.expect("FETCH 1:1 (UID)", "* 1 FETCH (UID 1)\r\n");
        a.expect("UID FETCH 1 (UID RFC822.SIZE)", "* 1 FETCH (UID 1 RFC822.SIZE 1)\r\n");
        a.expect("UID FETCH 1 (UID FLAGS INTERNALDATE BODY.PEEK[])", test::body(1, "x"));
        QCOMPARE(a.all<model::MailVanished>().size(), size_t(3));
        QCOMPARE(a.all<model::ArrivedMail>().at(0).folder, u"Old ü"_s);
    }
    void withoutMoveCopiesAreMadeBeforeAnythingIsMarked_data()
    {
        QTest::addColumn<QByteArray>("capabilities");
        QTest::addColumn<bool>("expunges");
        QTest::newRow("UIDPLUS") << QByteArray("UIDPLUS") << true;
        QTest::newRow("neither: an EXPUNGE would remove what others marked") << QByteArray() << false;
    }
    void withoutMoveCopiesAreMadeBeforeAnythingIsMarked()
    {
        QFETCH(QByteArray, capabilities);
        QFETCH(bool, expunges);
        Mover a(capabilities);
        a.move({4, 7});
        a.select();
        a.tellsOfFourAndSeven();
        a.seeks("* SEARCH\r\n"); // 7 has no Message-ID
        a.select();
        a.expect(copied, "");
        a.expect(marked, "");
        if (expunges)
            a.expect("UID EXPUNGE 4,7", "* 1 EXPUNGE\r\n* 3 EXPUNGE\r\n");
        QVERIFY(a.isDone());
        a.look("INBOX");
        QVERIFY(!a.pending.contains("EXPUNGE"));
    }
    /// Somebody may have sent two mails of one id and one size: the other one lies there.
    void firstTimeNothingIsTakenForACopy()
    {
        Mover a("UIDPLUS");
        a.mayHaveMoved = false;
        a.move({4, 7});
        a.select();
        a.tellsOfFourAndSeven();
        a.expect(copied, "");
        a.expect(marked, "");
        a.expect("UID EXPUNGE 4,7", "* 1 EXPUNGE\r\n* 3 EXPUNGE\r\n");
        QVERIFY(a.isDone());
    }
    void cutOffBehindTheCopyIsMarkedAndNotCopiedAgain()
    {
        {
            Mover a("UIDPLUS");
            a.move({4, 7});
            a.select();
            a.tellsOfFourAndSeven();
            a.seeks("");
            a.select();
            a.expect(copied, "");
            a.connection.end({Fault::ConnectionLost, u"cut"_s});
            QCOMPARE(a.fault, std::optional(Fault::ConnectionLost));
        }
        Mover a("UIDPLUS");
        a.move({4});
        a.select();
        a.expect("UID FETCH 4 (UID FLAGS RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])",
                 "* 1 FETCH (UID 4 FLAGS (\\Deleted) RFC822.SIZE 100 BODY[HEADER.FIELDS (MESSAGE-ID)] "
                 "\"Message-Id: <a@b>\")\r\n");
        a.seeks("* SEARCH 1\r\n");
        a.select();
        a.expect("UID STORE 4 +FLAGS.SILENT (\\Deleted)", "");
        a.expect("UID EXPUNGE 4", "* 1 EXPUNGE\r\n");
        QVERIFY(a.isDone());
    }
    void oneOfTwoThatWasCopiedIsLeftOutOfTheCopy()
    {
        Mover a("UIDPLUS");
        a.move({4, 7});
        a.select();
        a.tellsOfFourAndSeven();
        a.seeks("* SEARCH 1\r\n");
        a.select();
        a.expect(R"(UID COPY 7 "Old &APw-")", "");
        a.expect(marked, "");
        a.expect("UID EXPUNGE 4,7", "");
        QVERIFY(a.isDone());
    }
    /// Copies keep their flags: the next EXPUNGE in the archive would remove it.
    void markOfAnEarlierMoveIsNotCopied()
    {
        Mover a("UIDPLUS");
        a.move({4, 7});
        a.select();
        a.tellsOfFourAndSeven("\\Seen \\Deleted");
        a.seeks("");
        a.select();
        a.expect("UID STORE 4 -FLAGS.SILENT (\\Deleted)", "");
        a.expect(copied, "");
        a.expect(marked, "");
    }
    void copyThatIsRefusedMarksNothing_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("quota") << QByteArray("NO [OVERQUOTA] full") << Fault::TryLater;
        QTest::newRow("rights") << QByteArray("NO [NOPERM] no") << Fault::Rejected;
    }
    void copyThatIsRefusedMarksNothing()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Fault, fault);
        Mover a("UIDPLUS");
        a.move({4, 7});
        a.select();
        a.tellsOfFourAndSeven();
        a.expect(R"(EXAMINE "Old &APw-")", "", "NO [NOPERM] only for putting in");
        a.select();
        a.expect(copied, "", answer);
        QCOMPARE(a.fault, std::optional(fault));
        a.look("INBOX"); // and goes on
    }
    void readOnlyFolderIsLeftAsItIs()
    {
        Mover a("UIDPLUS");
        a.move({4});
        a.expect("SELECT INBOX", opened(6, 5, 12), "OK [READ-ONLY] done");
        QCOMPARE(a.fault, std::optional(Fault::Rejected));
    }
    void folderIsMadeWhereTheServerSaysSo_data()
    {
        QTest::addColumn<QByteArray>("capabilities");
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("MOVE") << QByteArray("MOVE") << QByteArray(R"(UID MOVE 4,7 "Old &APw-")");
        QTest::newRow("COPY") << QByteArray("UIDPLUS") << QByteArray(copied);
    }
    void folderIsMadeWhereTheServerSaysSo()
    {
        QFETCH(QByteArray, capabilities);
        QFETCH(QByteArray, command);
        for (const bool works : {true, false}) {
            Mover a(capabilities);
            a.move({4, 7});
            a.select();
            if (capabilities != "MOVE") {
                a.tellsOfFourAndSeven();
                a.expect(R"(EXAMINE "Old &APw-")", "", "NO [NONEXISTENT] gone");
                a.select();
            }
            a.expect(command, "", "NO [TRYCREATE] gone");
            a.expect(R"(CREATE "Old &APw-")", "");
            a.expect(command, "", works ? "OK done" : "NO [TRYCREATE] still gone"); // once
            if (works && capabilities != "MOVE") {
                a.expect(marked, "");
                a.expect("UID EXPUNGE 4,7", "");
            }
            QCOMPARE(a.isDone(), works);
            QCOMPARE(a.fault, works ? std::nullopt : std::optional(Fault::Rejected)); // not NotFound: that is the inbox
        }
    }
    void folderThatIsNotListedIsMadeAndTold_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("made") << QByteArray("OK made");
        QTest::newRow("another program was faster") << QByteArray("NO [ALREADYEXISTS] it is there");
    }
    void folderThatIsNotListedIsMadeAndTold()
    {
        QFETCH(QByteArray, answer);
        Mover a("MOVE", "* LIST () \"/\" INBOX\r\n* LIST () \"/\" Work/Archive\r\n");
        a.expect("EXAMINE Work/Archive", opened(0, 7, 1)); // not ours
        a.look("INBOX");
        a.move({4});
        a.select();
        a.expect("CREATE Archive", "", answer);
        a.expect("UID MOVE 4 Archive", "");
        QVERIFY(a.isDone());
        a.list("* LIST () \"/\" INBOX\r\n* LIST () \"/\" Archive\r\n");
        QCOMPARE(a.all<model::FolderFound>().back().folder, u"Archive"_s);
        QCOMPARE(a.all<model::FolderFound>().back().specialUse, u"\\Archive"_s);
        a.look("INBOX");
        a.expect("EXAMINE Archive", opened(0, 8, 1));
    }
    /// Such a server has no room for folders beside the inbox (the personal namespace of RFC 2342).
    void folderIsMadeBelowTheInboxWhereAllOthersAre()
    {
        Mover a("MOVE", "* LIST () \".\" INBOX\r\n* LIST (\\Drafts) \".\" INBOX.Drafts\r\n");
        a.move({4});
        a.select();
        a.expect("CREATE INBOX.Archive", "");
        a.expect("UID MOVE 4 INBOX.Archive", "");
        QVERIFY(a.isDone());
    }
    void archiveThatTheServerNamesGoesBeforeOneByName()
    {
        test::PlayedImap a("MOVE");
        a.list("* LIST () \"/\" Archive\r\n* LIST () \"/\" INBOX\r\n* LIST (\\Archive) \"/\" Old\r\n");
        for (const QByteArray folder : {"INBOX", "Old", "Archive", "INBOX"})
            a.expect("EXAMINE " + folder, opened(0, 5, 1));
        a.sync.move({u"INBOX"_s, 5, {4}, u"\\Archive"_s}, [](const auto &) {});
        a.expect("SELECT INBOX", opened(0, 5, 1));
        a.expect("UID MOVE 4 Old", "");
    }
    void otherFolderIsNotFound()
    {
        Mover a("MOVE");
        a.move({4}, u"\\Archive"_s, 6);
        a.select();
        QCOMPARE(a.fault, std::optional(Fault::NotFound));
        Mover b("MOVE");
        b.move({4}, u"\\Archive"_s, 5, u"Nowhere"_s);
        QCOMPARE(b.fault, std::optional(Fault::NotFound));
    }
    void folderThatIsReplacedBetweenTheLooksIsNotTouched()
    {
        Mover a("UIDPLUS");
        a.move({4, 7});
        a.select();
        a.tellsOfFourAndSeven();
        a.seeks("");
        a.expect("SELECT INBOX", opened(6, 6, 12));
        QCOMPARE(a.fault, std::optional(Fault::NotFound));
    }
    void whatIsGoneIsNoError()
    {
        Mover a("UIDPLUS");
        a.move({4, 7});
        a.select();
        a.expect("UID FETCH 4,7 (UID FLAGS RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])",
                 "* 2 FETCH (UID 5 FLAGS (\\Seen))\r\n"); // said unasked
        QVERIFY(a.isDone());
    }
    void manyAreMovedInPieces()
    {
        Mover a("MOVE");
        std::vector<quint32> uids;
        for (quint32 uid = 1001; uid <= 1450; ++uid)
            uids.push_back(uid);
        a.move(uids);
        a.select();
        a.expect(R"(UID MOVE 1001:1200 "Old &APw-")", "");
        a.expect(R"(UID MOVE 1201:1400 "Old &APw-")", "");
        QVERIFY(!a.ended);
        a.expect(R"(UID MOVE 1401:1450 "Old &APw-")", "");
        QVERIFY(a.isDone());
    }
    /// Found in the folder they go to, and then removed: the way without MOVE would lose them.
    void mailsThatLieThereAreLeftAlone()
    {
        Mover a("UIDPLUS");
        a.move({4}, u"\\Inbox"_s);
        QVERIFY(a.isDone());
        a.look("INBOX"); // nothing was said before
    }
    void noOtherFolderIsMade()
    {
        Mover a("MOVE");
        a.move({4}, u"\\Flagged"_s);
        QCOMPARE(a.fault, std::optional(Fault::Unsupported));
        a.look("INBOX");
    }
};

ISTHMUS_TEST(tst_foldermove)
#include "tst_foldermove.moc"
