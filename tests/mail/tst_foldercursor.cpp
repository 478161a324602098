#include "core/mail/FolderCursor.h"

#include "tests/support/TestMain.h"

using namespace isthmus::mail;
using isthmus::imap::ImapSet;
using namespace Qt::StringLiterals;

class tst_foldercursor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas()
    {
        FolderCursor cursor{7, 4001, 99, *ImapSet::parse("3000:4000"), *ImapSet::parse("1:2999"), {}};
        QCOMPARE(FolderCursor::parse(cursor.toBytes()), std::optional(cursor));
        cursor.modSeq = 0;
        QVERIFY(cursor.noteFlags(3000, {u"\\Seen"_s, u"$x"_s}));
        QVERIFY(cursor.noteFlags(3001, {}));
        QCOMPARE(FolderCursor::parse(cursor.toBytes()), std::optional(cursor));
        QCOMPARE(FolderCursor::parse(FolderCursor().toBytes()), std::optional(FolderCursor()));
    }
    void flagsAreNewOnceInWhateverOrder()
    {
        FolderCursor cursor;
        QVERIFY(cursor.noteFlags(5, {u"\\Seen"_s, u"\\Flagged"_s}));
        QVERIFY(!cursor.noteFlags(5, {u"\\Flagged"_s, u"\\Seen"_s}));
        QVERIFY(cursor.noteFlags(5, {u"\\Seen"_s}));
        cursor.known.add(5);
        cursor.forget({5});
        QVERIFY(cursor.flags.empty());
        QVERIFY(cursor.known.isEmpty());
    }
    void whatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a word") << QByteArray("x");
        QTest::newRow("another version") << QByteArray("2 1 1 1\n-\n-\n");
        QTest::newRow("a number missing") << QByteArray("1 1 1\n-\n-\n");
        QTest::newRow("negative") << QByteArray("1 -1 1 1\n-\n-\n");
        QTest::newRow("UID 0") << QByteArray("1 1 1 1\n0\n-\n");
        QTest::newRow("a line missing") << QByteArray("1 1 1 1\n-");
        QTest::newRow("33 bits") << QByteArray("1 99999999999 1 1\n-\n-\n");
        QTest::newRow("flags of no UIDs") << QByteArray("1 1 1 1\n-\n-\nx y\n");
    }
    void whatIsNoneIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(FolderCursor::parse(bytes), std::nullopt);
    }
};

ISTHMUS_TEST(tst_foldercursor)
#include "tst_foldercursor.moc"
