#include "core/imap/ImapSet.h"

#include "tests/support/TestMain.h"

#include <QRandomGenerator>

#include <set>

using namespace isthmus::imap;

class tst_imapset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical"); // empty: refused
        QTest::newRow("one") << QByteArray("7") << QByteArray("7");
        QTest::newRow("ranges are joined") << QByteArray("5:7,1:4,9") << QByteArray("1:7,9");
        QTest::newRow("backward range") << QByteArray("9:3") << QByteArray("3:9");
        QTest::newRow("all UIDs take no memory") << QByteArray("1:4294967295") << QByteArray("1:4294967295");
        QTest::newRow("highest UID beside others")
            << QByteArray("4294967295,4294967294,1") << QByteArray("1,4294967294:4294967295");
        QTest::newRow("zero is no UID") << QByteArray("0:3") << QByteArray();
        QTest::newRow("33 bits do not wrap") << QByteArray("4294967297") << QByteArray();
        QTest::newRow("negative") << QByteArray("-1") << QByteArray();
        QTest::newRow("star is no reply") << QByteArray("1:*") << QByteArray();
        QTest::newRow("empty member") << QByteArray("1,,2") << QByteArray();
        QTest::newRow("empty") << QByteArray("") << QByteArray();
    }
    void parses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto set = ImapSet::parse(text);
        QCOMPARE(set ? set->toBytes() : QByteArray(), canonical);
    }
    void agreesWithAPlainSetOverRandomSteps()
    {
        QRandomGenerator chance(7);
        ImapSet set;
        std::set<quint32> plain;
        for (int step = 0; step < 3000; ++step) {
            const quint32 a = 1 + chance.bounded(60);
            const quint32 b = a + chance.bounded(8);
            const bool add = chance.bounded(2) == 0;
            add ? set.add(a, b) : set.remove(a, b);
            for (quint32 uid = a; uid <= b; ++uid) {
                if (add)
                    plain.insert(uid);
                else
                    plain.erase(uid);
            }
            QCOMPARE(set.count(), quint64(plain.size()));
            const std::vector<quint32> expected(plain.rbegin(), plain.rend());
            QCOMPARE(set.newest(100), expected);
            quint32 end = 0;
            for (const auto &[first, last] : set.ranges()) { // disjoint and never touching
                QVERIFY(end == 0 || first > end + 1);
                end = last;
            }
        }
    }
    void intersection()
    {
        QCOMPARE(ImapSet::parse("1:10,20:30,40")->intersected(*ImapSet::parse("5:25,40:50")).toBytes(),
                 QByteArray("5:10,20:25,40"));
    }
};

ISTHMUS_TEST(tst_imapset)
#include "tst_imapset.moc"
