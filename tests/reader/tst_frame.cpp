#include "core/reader/Frame.h"

#include "tests/support/TestMain.h"

using namespace isthmus::reader;

class tst_frame : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headerSurvivesTheWire()
    {
        const FrameHeader header{FrameKind::DecodePart, 0x0102030405060708, 0xFFFEFDFCFBFAF9F8};
        QVERIFY(FrameHeader::decode(header.encode()) == header);
        QCOMPARE(QByteArray(header.encode().data(), 4), QByteArray("IRD1"));
    }
    void headerWithAnyWrongMagicOrKindIsNone()
    {
        const auto good = FrameHeader{FrameKind::Mail, 1, 2}.encode();
        for (std::size_t at = 0; at < 8; ++at) {
            for (int value = 0; value < 256; ++value) {
                auto bytes = good;
                bytes[at] = static_cast<char>(value);
                const auto decoded = FrameHeader::decode(bytes);
                QVERIFY(!decoded || static_cast<std::uint32_t>(decoded->kind) <= 4
                        || (static_cast<std::uint32_t>(decoded->kind) & ~7U) == 0x80);
                QVERIFY(at >= 4 || bytes == good || !decoded);
            }
        }
    }
    void reportSurvivesTheWire()
    {
        const ChildReport report{true, 31, 2'000'123, 77'000};
        QVERIFY(ChildReport::decode(report.encode()) == report);
        auto bytes = report.encode();
        bytes[4] = 2;
        QVERIFY(!ChildReport::decode(bytes));
    }
    void budgetsGrowWithTheMail()
    {
        QCOMPARE(cpuBudget(0).count(), 2000);
        QCOMPARE(cpuBudget(10 << 20).count(), 4000);
        QVERIFY(wallBudget(0) > cpuBudget(0));
        QVERIFY(memoryBudget(64 << 20) > memoryBudget(0));
    }
};

ISTHMUS_TEST(tst_frame)
#include "tst_frame.moc"
