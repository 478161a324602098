#include "core/base/Sha256.h"
#include "core/interworking/Text.h"
#include "tests/interworking/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::interworking;
using namespace isthmus::test;
using namespace std::chrono_literals;

namespace {

const QString whole = QStringLiteral("0123456789abcdefghijABCDEFGHIJ");

model::InstantMessage part(int n, const QString &sid = QStringLiteral("s"))
{
    const int start = (n - 1) * 10;
    model::InstantMessage message = messageToBob(segmentPrefix(n, 3) + whole.mid(start, 10));
    message.id = QStringLiteral("g%1").arg(n);
    model::Fallback prefix;
    prefix.forNamespace = ns::segment;
    prefix.bodyRanges = {{0, 6}};
    message.fallbacks = {prefix};
    message.segment = model::Segment{sid, n, 3, start, start + 10, 30, base::sha256(whole.toUtf8())};
    return message;
}

const Reassembler::Failed *failed(const Reassembler::Outcome &outcome)
{
    return std::get_if<Reassembler::Failed>(&outcome);
}

}

/// Every row of table 4.3, and the limits of 4.3 and 4.5.
class tst_reassembler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anyOrderGivesOneMessage();
    void duplicateIsIgnored();
    void lateSegmentIsIgnoredForTenMinutes();
    void differentHeadDiscardsTheSet_data();
    void differentHeadDiscardsTheSet();
    void wrongLengthDiscardsTheSegmentOnly();
    void otherResourceNeedsTheSameHash();
    void gapIsShownAfterHalfAMinute();
    void silenceAndTotalTimeEndTheSet();
    void wrongHashIsRefusedAndThreeOfThemMute();
    void senderLimitNeverTouchesOthers();
    void totalLimitEvictsTheLargestHolder();
    void tailOfTheLastSegmentIsOutside();
    void zeroLengthAndBadRanks_data();
    void zeroLengthAndBadRanks();
};

void tst_reassembler::anyOrderGivesOneMessage()
{
    Reassembler reassembler;
    for (const int n : {3, 1})
        QVERIFY(std::holds_alternative<Reassembler::Kept>(reassembler.add(part(n), now)));
    model::InstantMessage last = part(2);
    last.receiptRequest = true;
    const Reassembler::Outcome outcome = reassembler.add(last, now);
    const auto *complete = std::get_if<Reassembler::Complete>(&outcome);
    QVERIFY(complete);
    QCOMPARE(complete->message.id, QStringLiteral("g1"));
    QCOMPARE(complete->lastId, QStringLiteral("g3"));
    QCOMPARE(complete->message.bodies.front().text, whole);
    QVERIFY(!complete->message.segment && complete->message.fallbacks.empty());
}

void tst_reassembler::duplicateIsIgnored()
{
    Reassembler reassembler;
    static_cast<void>(reassembler.add(part(1), now));
    const Reassembler::Outcome again = reassembler.add(part(1), now);
    QVERIFY(std::get<Reassembler::Kept>(again).duplicate);
    QCOMPARE(reassembler.heldBytes(), 10);
}

void tst_reassembler::lateSegmentIsIgnoredForTenMinutes()
{
    Reassembler reassembler;
    for (const int n : {1, 2, 3})
        static_cast<void>(reassembler.add(part(n), now));
    QVERIFY(std::get<Reassembler::Kept>(reassembler.add(part(2), now + 600s)).duplicate);
    QCOMPARE(reassembler.openSets(), 0);
    QVERIFY(!std::get<Reassembler::Kept>(reassembler.add(part(2), now + 601s)).duplicate);
}

void tst_reassembler::differentHeadDiscardsTheSet_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("total") << 0;
    QTest::newRow("of") << 1;
    QTest::newRow("hash") << 2;
    QTest::newRow("same range, other bytes") << 3;
}

void tst_reassembler::differentHeadDiscardsTheSet()
{
    QFETCH(int, what);
    Reassembler reassembler;
    static_cast<void>(reassembler.add(part(1), now));
    model::InstantMessage other = what == 3 ? part(1) : part(2);
    if (what == 0)
        other.segment->total = 40;
    else if (what == 1)
        other.segment->of = 4;
    else if (what == 2)
        other.segment->sha256 = QByteArray(32, 'x');
    else
        other.bodies.front().text.replace(u'5', u'!');
    const Reassembler::Outcome outcome = reassembler.add(other, now);
    QVERIFY(failed(outcome));
    QCOMPARE(failed(outcome)->error.condition, QStringLiteral("not-acceptable"));
    QCOMPARE(failed(outcome)->id, QStringLiteral("g1"));
    QVERIFY(failed(outcome)->text.startsWith(u"0123456789"));
    QCOMPARE(reassembler.openSets(), 0);
}

void tst_reassembler::wrongLengthDiscardsTheSegmentOnly()
{
    Reassembler reassembler;
    static_cast<void>(reassembler.add(part(1), now));
    model::InstantMessage shorter = part(2);
    shorter.bodies.front().text.chop(1);
    const Reassembler::Outcome outcome = reassembler.add(shorter, now);
    QCOMPARE(failed(outcome)->error.condition, QStringLiteral("bad-request"));
    QCOMPARE(reassembler.openSets(), 1);
}

void tst_reassembler::otherResourceNeedsTheSameHash()
{
    Reassembler reassembler;
    static_cast<void>(reassembler.add(part(1), now));
    model::InstantMessage other = part(2);
    other.from = jid(alice + QStringLiteral("/phone"));
    model::InstantMessage forged = other;
    forged.segment->sha256 = QByteArray(32, 'x');
    QVERIFY(failed(reassembler.add(forged, now)));
    QCOMPARE(reassembler.openSets(), 1);
    QVERIFY(std::holds_alternative<Reassembler::Kept>(reassembler.add(other, now)));
}

void tst_reassembler::gapIsShownAfterHalfAMinute()
{
    Reassembler reassembler;
    static_cast<void>(reassembler.add(part(1), now));
    static_cast<void>(reassembler.add(part(3), now));
    QVERIFY(reassembler.gaps(now + 30s).empty());
    const std::vector<Reassembler::Failed> gaps = reassembler.gaps(now + 31s);
    QCOMPARE(gaps.size(), 1u);
    QCOMPARE(gaps.front().text, QStringLiteral("0123456789[part 2 missing]\nABCDEFGHIJ"));
    QCOMPARE(reassembler.openSets(), 1); // it may still come
}

void tst_reassembler::silenceAndTotalTimeEndTheSet()
{
    Reassembler reassembler;
    static_cast<void>(reassembler.add(part(1), now));
    QVERIFY(reassembler.expire(now + 300s).empty());
    const std::vector<Reassembler::Failed> over = reassembler.expire(now + 301s);
    QCOMPARE(over.size(), 1u);
    QCOMPARE(over.front().error.condition, QStringLiteral("remote-server-timeout"));
    QCOMPARE(over.front().error.type, QStringLiteral("wait"));
    QCOMPARE(over.front().id, QStringLiteral("g1"));

    Reassembler slow;
    static_cast<void>(slow.add(part(1), now));
    static_cast<void>(slow.add(part(2), now + 299s));
    static_cast<void>(slow.add(part(2), now + 598s)); // a duplicate keeps nothing alive
    QCOMPARE(slow.expire(now + 600s).size(), 1u);
}

void tst_reassembler::wrongHashIsRefusedAndThreeOfThemMute()
{
    Reassembler reassembler;
    for (int round = 0; round < 4; ++round) {
        Reassembler::Outcome outcome = Reassembler::Kept{};
        for (const int n : {1, 2, 3}) {
            model::InstantMessage message = part(n, QStringLiteral("s%1").arg(round));
            message.segment->sha256 = QByteArray(32, 'x');
            outcome = reassembler.add(message, now);
        }
        QVERIFY(failed(outcome));
        QCOMPARE(failed(outcome)->error.condition,
                 round < 3 ? QStringLiteral("not-acceptable") : QStringLiteral("policy-violation"));
    }
    QVERIFY(failed(reassembler.add(part(1), now + 3600s)));
    QVERIFY(!failed(reassembler.add(part(1), now + 3601s)));
}

void tst_reassembler::senderLimitNeverTouchesOthers()
{
    Reassembler reassembler;
    model::InstantMessage other = part(1, QStringLiteral("carol"));
    other.from = jid(QStringLiteral("carol@chat.example/pc"));
    static_cast<void>(reassembler.add(other, now));
    for (int i = 0; i < 8; ++i)
        QVERIFY(!failed(reassembler.add(part(1, QStringLiteral("s%1").arg(i)), now)));
    const Reassembler::Outcome ninth = reassembler.add(part(1, QStringLiteral("s9")), now);
    QCOMPARE(failed(ninth)->error.condition, QStringLiteral("resource-constraint"));
    QCOMPARE(reassembler.openSets(), 9);
}

void tst_reassembler::totalLimitEvictsTheLargestHolder()
{
    Reassembler::Limits limits;
    limits.sets = 3;
    Reassembler reassembler(limits);
    static_cast<void>(reassembler.add(part(1, QStringLiteral("a1")), now));
    static_cast<void>(reassembler.add(part(1, QStringLiteral("a2")), now));
    model::InstantMessage carol = part(1, QStringLiteral("c"));
    carol.from = jid(QStringLiteral("carol@chat.example/pc"));
    static_cast<void>(reassembler.add(carol, now));
    model::InstantMessage dave = part(1, QStringLiteral("d"));
    dave.from = jid(QStringLiteral("dave@chat.example/pc"));
    QVERIFY(!failed(reassembler.add(dave, now)));
    QCOMPARE(reassembler.openSets(), 3);
    carol = part(1, QStringLiteral("c"));
    carol.from = jid(QStringLiteral("carol@chat.example/pc"));
    QVERIFY(std::get<Reassembler::Kept>(reassembler.add(carol, now)).duplicate); // hers is still there
}

void tst_reassembler::tailOfTheLastSegmentIsOutside()
{
    Reassembler reassembler;
    static_cast<void>(reassembler.add(part(1), now));
    static_cast<void>(reassembler.add(part(2), now));
    model::InstantMessage last = part(3);
    last.bodies.front().text += QStringLiteral("\n\n[attachment: a, b, 1 bytes]");
    model::Fallback tail;
    tail.forNamespace = ns::email;
    tail.bodyRanges = {{16, static_cast<int>(last.bodies.front().text.size())}};
    last.fallbacks.push_back(tail);
    const Reassembler::Outcome outcome = reassembler.add(last, now);
    QCOMPARE(std::get<Reassembler::Complete>(outcome).message.bodies.front().text, whole);
}

void tst_reassembler::zeroLengthAndBadRanks_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::newRow("zero length") << 2 << 10 << 10;
    QTest::newRow("first that does not start") << 1 << 10 << 20;
    QTest::newRow("start that is not first") << 2 << 0 << 10;
    QTest::newRow("last that does not end") << 3 << 10 << 20;
    QTest::newRow("end that is not last") << 2 << 20 << 30;
    QTest::newRow("beyond the total") << 3 << 30 << 40;
    QTest::newRow("rank above of") << 4 << 10 << 20;
}

void tst_reassembler::zeroLengthAndBadRanks()
{
    QFETCH(int, n);
    QFETCH(int, start);
    QFETCH(int, end);
    model::InstantMessage message = messageToBob(QString(end - start, u'x'));
    message.segment = model::Segment{QStringLiteral("s"), n, 3, start, end, 30, QByteArray(32, 'x')};
    Reassembler reassembler;
    QVERIFY(failed(reassembler.add(message, now)));
    QCOMPARE(reassembler.openSets(), 0);
}

ISTHMUS_TEST(tst_reassembler)
#include "tst_reassembler.moc"
