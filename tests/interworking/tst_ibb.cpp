#include "core/base/Sha256.h"
#include "core/interworking/Errors.h"
#include "core/interworking/Ibb.h"
#include "core/interworking/Text.h"
#include "tests/interworking/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::interworking;
using namespace isthmus::interworking::ibb;
using namespace isthmus::test;
using namespace std::chrono_literals;

namespace {

const model::Jid peer = jid(QStringLiteral("bob@friend.example/pc"));

model::InstantMessage announcement(const QByteArray &text, const QString &sid = QStringLiteral("s"))
{
    model::InstantMessage message = messageToBob();
    message.from = peer;
    message.id = QStringLiteral("announce");
    message.email.emplace();
    message.email->large = {sid, static_cast<std::uint64_t>(text.size()), base::sha256(text), QStringLiteral("ibb")};
    return message;
}

Receiver opened(const QByteArray &text)
{
    Receiver receiver;
    receiver.announced(announcement(text), true, now);
    static_cast<void>(receiver.on(peer, Open{QStringLiteral("s")}, now));
    return receiver;
}

}

/// In-band sessions: specification 4.4 and the limits of 4.5.
class tst_ibb : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoHundredKilobytesGoThrough();
    void sequenceNumbersWrap();
    void smallerBlocksAreTried();
    void tooLargeFallsBack();
    void peerThatIsGoneFallsBack();
    void refusalOfTheContentFails();
    void silenceEndsTheSender();
    void outOfSequenceCloses();
    void blockOverTheAgreedSizeIsRefused();
    void wrongDigestIsAnError();
    void announcementExpires();
    void idleSessionEnds();
    void fiveAnnouncementsAMinute();
    void openingAnewCountsToo();
};

void tst_ibb::twoHundredKilobytesGoThrough()
{
    const QByteArray text = QByteArray("word \n").repeated(34000);
    Receiver receiver;
    QVERIFY(receiver.announced(announcement(text), true, now));
    Sender sender(QStringLiteral("s"), text, now);
    int requests = 0;
    Receiver::Answer answer;
    while (const std::optional<Request> request = sender.next(now)) {
        QVERIFY(!sender.next(now)); // window 1
        answer = receiver.on(peer, *request, now);
        QVERIFY(!answer.error);
        sender.onResult(now);
        ++requests;
    }
    QCOMPARE(sender.end(), Sender::End::Done);
    QCOMPARE(answer.announceId, QStringLiteral("announce"));
    QCOMPARE(answer.text->toUtf8(), text);
    QCOMPARE(requests, 2 + (204000 + 4095) / 4096);
}

void tst_ibb::sequenceNumbersWrap()
{
    Sender sender(QStringLiteral("s"), QByteArray(4096 * 65537, 'x'), now);
    static_cast<void>(sender.next(now));
    sender.onResult(now);
    quint16 last = 0;
    for (int i = 0; i < 65537; ++i) {
        last = std::get<Data>(*sender.next(now)).seq;
        sender.onResult(now);
    }
    QCOMPARE(last, 0);
}

void tst_ibb::smallerBlocksAreTried()
{
    Sender sender(QStringLiteral("s"), "text", now);
    QCOMPARE(std::get<Open>(*sender.next(now)).blockSize, 4096);
    sender.onError(stanzaError(QStringLiteral("resource-constraint")), now);
    QCOMPARE(std::get<Open>(*sender.next(now)).blockSize, 2048);
    sender.onError(stanzaError(QStringLiteral("resource-constraint")), now);
    QCOMPARE(std::get<Open>(*sender.next(now)).blockSize, 1024);
    sender.onError(stanzaError(QStringLiteral("resource-constraint")), now);
    QCOMPARE(sender.end(), Sender::End::FallBack);
}

void tst_ibb::tooLargeFallsBack()
{
    Receiver receiver;
    model::InstantMessage huge = announcement("x");
    huge.email->large->size = 2u << 20;
    QVERIFY(receiver.announced(huge, true, now));
    const Receiver::Answer answer = receiver.on(peer, Open{QStringLiteral("s")}, now);
    QCOMPARE(answer.error->condition, QStringLiteral("resource-constraint"));
    QCOMPARE(answer.error->type, QStringLiteral("modify"));
    Sender sender(QStringLiteral("s"), "x", now);
    static_cast<void>(sender.next(now));
    sender.onError(*answer.error, now);
    QCOMPARE(sender.end(), Sender::End::FallBack);
}

void tst_ibb::peerThatIsGoneFallsBack()
{
    Sender sender(QStringLiteral("s"), "x", now);
    static_cast<void>(sender.next(now));
    sender.onError({QStringLiteral("recipient-unavailable"), QStringLiteral("wait"), {}, {}}, now);
    QCOMPARE(sender.end(), Sender::End::FallBack);
}

void tst_ibb::refusalOfTheContentFails()
{
    Sender sender(QStringLiteral("s"), "x", now);
    static_cast<void>(sender.next(now));
    sender.onError(stanzaError(QStringLiteral("forbidden")), now);
    QCOMPARE(sender.end(), Sender::End::Failed);
}

void tst_ibb::silenceEndsTheSender()
{
    Sender opening(QStringLiteral("s"), "x", now);
    static_cast<void>(opening.next(now));
    opening.tick(now + 30s);
    QCOMPARE(opening.end(), Sender::End::Running);
    opening.tick(now + 31s);
    QCOMPARE(opening.end(), Sender::End::FallBack);
    Sender sending(QStringLiteral("s"), "x", now);
    static_cast<void>(sending.next(now));
    sending.onResult(now);
    static_cast<void>(sending.next(now));
    sending.tick(now + 31s);
    QCOMPARE(sending.end(), Sender::End::Failed);
}

void tst_ibb::outOfSequenceCloses()
{
    Receiver receiver = opened("abcdef");
    const Receiver::Answer answer = receiver.on(peer, Data{QStringLiteral("s"), 1, "abc"}, now);
    QCOMPARE(answer.error->condition, QStringLiteral("unexpected-request"));
    QVERIFY(answer.close);
    QCOMPARE(receiver.on(peer, Close{QStringLiteral("s")}, now).error->condition, QStringLiteral("item-not-found"));
}

void tst_ibb::blockOverTheAgreedSizeIsRefused()
{
    Receiver receiver = opened(QByteArray(9000, 'x'));
    QCOMPARE(receiver.on(peer, Data{QStringLiteral("s"), 0, QByteArray(4097, 'x')}, now).error->condition,
             QStringLiteral("bad-request"));
}

void tst_ibb::wrongDigestIsAnError()
{
    Receiver receiver = opened("abc");
    QVERIFY(!receiver.on(peer, Data{QStringLiteral("s"), 0, "abX"}, now).error);
    const Receiver::Answer answer = receiver.on(peer, Close{QStringLiteral("s")}, now);
    QVERIFY(!answer.error && !answer.text);
    QCOMPARE(answer.message->condition, QStringLiteral("not-acceptable"));
    QCOMPARE(answer.announceId, QStringLiteral("announce"));
}

void tst_ibb::announcementExpires()
{
    Receiver receiver;
    QVERIFY(receiver.announced(announcement("abc"), true, now));
    QCOMPARE(receiver.on(peer, Open{QStringLiteral("s")}, now + 61s).error->condition, QStringLiteral("not-acceptable"));
}

void tst_ibb::idleSessionEnds()
{
    Receiver receiver = opened("abc");
    QVERIFY(receiver.expire(now + 120s).empty());
    const std::vector<Receiver::Answer> ended = receiver.expire(now + 121s);
    QCOMPARE(ended.size(), 1u);
    QCOMPARE(ended.front().close->sid, QStringLiteral("s"));
}

void tst_ibb::fiveAnnouncementsAMinute()
{
    Receiver receiver;
    for (int i = 0; i < 5; ++i)
        QVERIFY(receiver.announced(announcement("x", QString::number(i)), true, now));
    QVERIFY(!receiver.announced(announcement("x", QStringLiteral("6")), true, now));
    QVERIFY(receiver.announced(announcement("x", QStringLiteral("7")), true, now + 61s));
}

void tst_ibb::openingAnewCountsToo()
{
    Receiver receiver = opened("text"); // one, for its announcement
    const auto openAgain = [&](base::Timestamp when) { return receiver.on(peer, Open{QStringLiteral("s")}, when).error; };
    for (int i = 0; i < 4; ++i)
        QVERIFY(!openAgain(now));
    QCOMPARE(openAgain(now)->condition, QStringLiteral("resource-constraint"));
    QVERIFY(!openAgain(now + 61s));
}

ISTHMUS_TEST(tst_ibb)
#include "tst_ibb.moc"
