#include "core/display/DisplayCodec.h"

#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using namespace isthmus;
using namespace isthmus::display;

namespace {

DisplayList sample()
{
    DisplayList list;
    list.width = 500;
    list.height = 300;
    list.fonts = {{QStringLiteral("DejaVu Sans"), 14, true, false, true, false}};
    list.pictures = {{2, 1, QByteArray(8, 'x')}};
    list.ops = {FillOp{{0, 0, 500, 300}, 0xffffffff, 4},
                ClipOp{{0, 0, 100, 100}},
                TextOp{4, 20, 0, 0xff000000, QStringLiteral("Grüße")},
                PictureOp{{0, 0, 2, 1}, 0},
                UnclipOp{},
                StrokeOp{{1, 1, 10, 10}, 0xff112233, 2, 3}};
    list.links = {{QStringLiteral("https://example.org/"), true}};
    list.runs = {{QStringLiteral("Grüße"), {4, 6, 40, 16}, 0, true}, {QStringLiteral(" x"), {44, 6, 9, 16}, -1, false}};
    list.remotePictures = {{QStringLiteral("https://t.example/p.gif"), QStringLiteral("t.example")}};
    return list;
}

/// The sample with one thing made wrong, as bytes.
QByteArray broken(const std::function<void(DisplayList &)> &change)
{
    DisplayList list = sample();
    change(list);
    return encode(list);
}

}

class tst_displaycodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        const auto read = decode(encode(sample()));
        QVERIFY(read.ok());
        QCOMPARE(read.value(), sample());
    }
    void everyTruncationIsRefused()
    {
        const QByteArray whole = encode(sample());
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!decode(whole.left(size)).ok(), qPrintable(QString::number(size)));
        QVERIFY(!decode(whole + 'x').ok());
    }
    void liesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("font index out of range") << broken([](DisplayList &l) { std::get<TextOp>(l.ops[2]).font = 1; });
        QTest::newRow("picture index out of range")
            << broken([](DisplayList &l) { std::get<PictureOp>(l.ops[3]).picture = 9; });
        QTest::newRow("picture bytes do not fit its size") << broken([](DisplayList &l) { l.pictures[0].width = 3; });
        QTest::newRow("picture of no size") << broken([](DisplayList &l) { l.pictures[0] = {0, 0, {}}; });
        QTest::newRow("clip never closed") << broken([](DisplayList &l) { l.ops.erase(l.ops.begin() + 4); });
        QTest::newRow("clip closed twice") << broken([](DisplayList &l) { l.ops.push_back(UnclipOp{}); });
        QTest::newRow("clip closed before it is opened") << broken([](DisplayList &l) { std::swap(l.ops[1], l.ops[4]); });
        QTest::newRow("link index out of range") << broken([](DisplayList &l) { l.runs[0].link = 1; });
        QTest::newRow("link index below -1") << broken([](DisplayList &l) { l.runs[0].link = -2; });
        QTest::newRow("javascript link") << broken(
            [](DisplayList &l) { l.links[0].url = QStringLiteral("javascript:alert(1)"); });
        QTest::newRow("file link") << broken([](DisplayList &l) { l.links[0].url = QStringLiteral("file:///etc/passwd"); });
        QTest::newRow("coordinate out of range") << broken([](DisplayList &l) { std::get<TextOp>(l.ops[2]).x = 300'000; });
        QTest::newRow("negative width") << broken([](DisplayList &l) { l.width = -1; });
        QTest::newRow("giant font") << broken([](DisplayList &l) { l.fonts[0].pixelSize = 5'000; });
        QTest::newRow("font of no size") << broken([](DisplayList &l) { l.fonts[0].pixelSize = 0; });
        QTest::newRow("text over the limit") << broken([](DisplayList &l) { l.runs[1].text = QString(5'000, u'a'); });
        QTest::newRow("invalid UTF-8") << encode(sample()).replace("Gr\xC3\xBC", "Gr\xC3\x28");
        QTest::newRow("another magic") << QByteArray("DLS2") + encode(sample()).mid(4);
        QTest::newRow("count that promises more than is there") << encode(DisplayList{}).replace(12, 4, "\xff\xff\xff\x7f");
    }
    void liesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!decode(bytes).ok());
    }
    void anyFlippedByteIsReadOrRefusedWithoutHarm()
    {
        const QByteArray whole = encode(sample());
        QRandomGenerator random(4711);
        const int rounds = test::isLong() ? 200'000 : 20'000;
        for (int i = 0; i < rounds; ++i) {
            QByteArray bytes = whole;
            for (int flips = random.bounded(1, 4); flips > 0; --flips)
                bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
            const auto read = decode(bytes);
            if (read.ok())
                QVERIFY(decode(encode(read.value())).ok());
        }
    }
    void copiedTextHasLineEndsBetweenBlocks()
    {
        DisplayList list;
        list.runs = {{QStringLiteral("one"), {0, 0, 10, 10}, -1, true},
                     {QStringLiteral(" two"), {10, 0, 10, 10}, -1, false},
                     {QStringLiteral("three"), {0, 20, 10, 10}, -1, true}};
        QCOMPARE(list.text(), QStringLiteral("one two\nthree"));
        QCOMPARE(list.text(1, 1), QStringLiteral(" two"));
        QCOMPARE(list.runAt({12, 5}), 1);
        QCOMPARE(list.runAt({400, 5}), 1);
        QCOMPARE(list.runAt({5, 25}), 2);
    }
};

ISTHMUS_TEST(tst_displaycodec)
#include "tst_displaycodec.moc"
