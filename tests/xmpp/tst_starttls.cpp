#include "core/xmpp/StartTls.h"

#include "tests/support/TestMain.h"
#include "tests/xmpp/Dialogue.h"

using namespace isthmus;
using base::Error;
using base::Fault;
using base::Result;
using wire::Preamble;
using xmpp::StartTls;

namespace {

const QByteArray offer =
    test::Dialogue::header
    + QByteArray("<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>");
const QByteArray proceed = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";

/// How SecureSocket runs a preamble: everything unconsumed is shown again. Returns what is left behind the go-ahead.
Result<QByteArray> run(const QList<QByteArray> &pieces)
{
    StartTls preamble(QStringLiteral("a.example"));
    QByteArray clear;
    for (const QByteArray &piece : pieces) {
        clear += piece;
        const Result<Preamble::Step> step = preamble.advance(clear);
        if (!step)
            return step.error();
        clear.remove(0, step->consumed);
        if (step->startTls)
            return clear;
    }
    return Error{Fault::Timeout, QStringLiteral("still waiting")};
}

}

class tst_starttls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreedAtEveryCut()
    {
        QByteArrayList octets;
        for (const char c : offer + proceed)
            octets.append(QByteArray(1, c));
        QCOMPARE(*run(octets), QByteArray());
        QCOMPARE(*run({offer, proceed}), QByteArray());
    }
    void injectedIsLeftForTheSocketToSee()
    {
        const QByteArray injected = "<stream:features><mechanisms/></stream:features>";
        QCOMPARE(*run({offer, proceed + injected}), injected);
        QCOMPARE(*run({offer, proceed + " "}), QByteArray(" "));
    }
    void refusals_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<int>("fault");
        const QByteArray none =
            test::Dialogue::header
            + QByteArray("<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism>"
                         "</mechanisms></stream:features>");
        QTest::newRow("stripped") << QByteArrayList{none} << int(Fault::TlsUnavailable);
        QTest::newRow("starttls of another namespace")
            << QByteArrayList{test::Dialogue::header
                              + QByteArray("<stream:features><starttls xmlns='urn:evil'/></stream:features>")}
            << int(Fault::TlsUnavailable);
        QTest::newRow("failure") << QByteArrayList{offer, "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"}
                                 << int(Fault::TlsUnavailable);
        QTest::newRow("proceed of another namespace")
            << QByteArrayList{offer, "<proceed xmlns='urn:evil'/>"} << int(Fault::TlsUnavailable);
        QTest::newRow("message instead") << QByteArrayList{offer, "<message><body>x</body></message>"}
                                         << int(Fault::TlsUnavailable);
        QTest::newRow("end") << QByteArrayList{offer, "</stream:stream>"} << int(Fault::ConnectionLost);
        QTest::newRow("another protocol") << QByteArrayList{"220 mail.example ESMTP\r\n"} << int(Fault::ProtocolBroken);
        QTest::newRow("unknown host") << QByteArrayList{
            test::Dialogue::header
            + QByteArray(
                "<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                "</stream:error>")} << int(Fault::Rejected);
    }
    void refusals()
    {
        QFETCH(const QByteArrayList, pieces);
        QFETCH(const int, fault);
        const Result<QByteArray> result = run(pieces);
        QVERIFY(!result);
        QCOMPARE(int(result.error().fault), fault);
    }
    void headerNamesTheDomainSafely()
    {
        QVERIFY(xmpp::streamHeader(QStringLiteral("a.example")).contains("to='a.example'"));
        QVERIFY(!xmpp::streamHeader(QStringLiteral("a'><evil/>")).contains("<evil/>"));
    }
};

ISTHMUS_TEST(tst_starttls)
#include "tst_starttls.moc"
