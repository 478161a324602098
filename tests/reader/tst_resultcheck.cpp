#include "core/reader/MailPacker.h"
#include "core/reader/Packer.h"
#include "core/reader/ResultCheck.h"

#include "tests/reader/SampleMail.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>
#include <QtEndian>

using namespace isthmus;
using base::Fault;
using reader::ResultCheck;

class tst_resultcheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldSurvivesTheWire()
    {
        const model::Mail mail = test::fullMail();
        const auto checked = ResultCheck::mail(reader::packMail(mail));
        QVERIFY2(checked.ok(), checked.ok() ? "" : qPrintable(checked.error().detail));
        QVERIFY(*checked == mail);
        QVERIFY(*ResultCheck::mail(reader::packMail({})) == model::Mail());
    }
    void answerCutAnywhereIsRefused()
    {
        const QByteArray whole = reader::packMail(test::fullMail());
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!ResultCheck::mail(whole.left(length)).ok());
    }
    void octetsLeftOverAreRefused() { QVERIFY(!ResultCheck::mail(reader::packMail(test::fullMail()) + '\0').ok()); }
    void answerWithAnyOctetChangedIsRefusedOrWellFormed()
    {
        const QByteArray whole = reader::packMail(test::fullMail());
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
                QByteArray changed = whole;
                changed[at] = static_cast<char>(value);
                const auto checked = ResultCheck::mail(changed);
                if (checked.ok())
                    QVERIFY(*ResultCheck::mail(reader::packMail(*checked)) == *checked);
            }
        }
    }
    void everyFourOctetsAsAHugeCountAreRefusedOrHarmless()
    {
        // Wherever a length or a count stands, the largest ones must not be believed.
        const QByteArray whole = reader::packMail(test::fullMail());
        for (qsizetype at = 0; at + 4 <= whole.size(); ++at) {
            for (const std::uint32_t count : {0xFFFFFFFFU, 0x7FFFFFFFU, 0x10000000U, 10'000U}) {
                QByteArray changed = whole;
                qToLittleEndian(count, changed.data() + at);
                static_cast<void>(ResultCheck::mail(changed));
            }
        }
    }
    void randomAnswersNeverHarm()
    {
        // Bounded fuzzing from valid answers; the seed is printed, so that a finding can be played again.
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        const QByteArray whole = reader::packMail(test::fullMail());
        const int rounds = test::isLong() ? 2'000'000 : 20'000;
        int accepted = 0;
        for (int round = 0; round < rounds; ++round) {
            QByteArray changed = whole;
            for (int change = random.bounded(1, 6); change > 0; --change) {
                const int at = random.bounded(static_cast<int>(changed.size()));
                switch (random.bounded(4)) {
                case 0: changed[at] = static_cast<char>(random.bounded(256)); break;
                case 1: changed.remove(at, random.bounded(1, 9)); break;
                case 2: changed.insert(at, QByteArray(random.bounded(1, 9), static_cast<char>(random.bounded(256)))); break;
                default: changed.replace(at, 4, whole.mid(random.bounded(static_cast<int>(whole.size())), 4));
                }
                if (changed.isEmpty())
                    changed = whole;
            }
            accepted += ResultCheck::mail(changed).ok() ? 1 : 0;
        }
        QVERIFY(accepted < rounds);
    }
    void lieIsRefused_data()
    {
        QTest::addColumn<model::Mail>("mail");
        QTest::addColumn<Fault>("fault");
        const auto row = [](const char *reason, Fault fault, const std::function<void(model::Mail &)> &lie) {
            model::Mail mail = test::fullMail();
            lie(mail);
            QTest::newRow(reason) << mail << fault;
        };
        row("section that is a path", Fault::Malformed, [](auto &m) { m.root.section = QStringLiteral("../../etc"); });
        row("hash of another length", Fault::Malformed, [](auto &m) { m.rawSha256 = QByteArray(20, 'x'); });
        row("hash too long", Fault::TooLarge, [](auto &m) { m.bodySha256 = QByteArray(64, 'x'); });
        row("control character in a text", Fault::Malformed,
            [](auto &m) { m.root.children[0].text = QStringLiteral("\x1b]0;title\a"); });
        row("carriage return in a text", Fault::Malformed,
            [](auto &m) { m.root.children[0].text = QStringLiteral("a\rb"); });
        row("parts of a leaf", Fault::Malformed, [](auto &m) { m.root.mimeType = QStringLiteral("text/plain"); });
        row("date beyond the year 9999", Fault::Malformed, [](auto &m) { m.date = base::fromMsecs(1LL << 60); });
        row("mailbox without an address", Fault::Malformed, [](auto &m) { m.from[0].address = {}; });
        row("negative count of hops", Fault::TooLarge, [](auto &m) { m.receivedCount = -1; });
        row("too many references", Fault::TooLarge, [](auto &m) { m.references.assign(20'000, QString()); });
        row("too long a subject", Fault::TooLarge, [](auto &m) { m.subject = QString(600'000, u'x'); });
        row("too deep a tree", Fault::TooLarge, [](auto &m) {
            for (int depth = 0; depth < 100; ++depth) {
                model::MailPart outer;
                outer.mimeType = QStringLiteral("multipart/mixed");
                outer.children.push_back(std::move(m.root));
                m.root = std::move(outer);
            }
        });
    }
    void lieIsRefused()
    {
        QFETCH(model::Mail, mail);
        const auto checked = ResultCheck::mail(reader::packMail(mail));
        QVERIFY(!checked.ok());
        QTEST(checked.error().fault, "fault");
    }
    void textThatIsNotUtf8IsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("lone continuation") << QByteArray("\x80");
        QTest::newRow("cut sequence") << QByteArray("\xe2\x82");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80");
    }
    void textThatIsNotUtf8IsRefused()
    {
        QFETCH(QByteArray, bytes);
        reader::Packer packer;
        packer.bytes(bytes);
        reader::Unpacker unpacker(packer.packed());
        QCOMPARE(unpacker.string(100), QString());
        QCOMPARE(unpacker.finish()->fault, Fault::Malformed);
    }
    void refusalIsTakenOnlyIfItIsOne_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<Fault>("fault");
        const auto refusal = [](int fault, const QByteArray &detail) {
            reader::Packer packer;
            packer.u8(static_cast<std::uint8_t>(fault));
            packer.bytes(detail);
            return packer.packed();
        };
        QTest::newRow("too large") << refusal(static_cast<int>(Fault::TooLarge), "parts") << Fault::TooLarge;
        QTest::newRow("a fault that is not its to give")
            << refusal(static_cast<int>(Fault::AuthRejected), "") << Fault::ProtocolBroken;
        QTest::newRow("no fault at all") << refusal(200, "") << Fault::ProtocolBroken;
        QTest::newRow("line end for the log")
            << refusal(static_cast<int>(Fault::Malformed), "a\nb") << Fault::ProtocolBroken;
        QTest::newRow("nothing") << QByteArray() << Fault::ProtocolBroken;
    }
    void refusalIsTakenOnlyIfItIsOne()
    {
        QFETCH(QByteArray, contents);
        QTEST(ResultCheck::fault(contents).fault, "fault");
    }
    void refusalOfTheReaderIsAlwaysFitForTheLog()
    {
        const base::Error error{Fault::Malformed, QString::fromUtf8("bad\r\nthing ü\x1b")};
        QCOMPARE(ResultCheck::fault(reader::packFault(error)).fault, Fault::Malformed);
    }
};

ISTHMUS_TEST(tst_resultcheck)
#include "tst_resultcheck.moc"
