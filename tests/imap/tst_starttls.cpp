#include "core/imap/StartTls.h"

#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace Qt::StringLiterals;
using base::Fault;

namespace {

struct Outcome {
    QByteArray sent;
    bool tls = false;
    std::optional<Fault> fault;
    qsizetype left = 0; ///< octets behind the go-ahead
};

/// Plays \p bytes to the preamble as SecureSocket does, arriving in pieces of \p chunk.
Outcome play(wire::Preamble &preamble, const QByteArray &bytes, qsizetype chunk)
{
    Outcome outcome{preamble.opening(), false, {}, 0};
    QByteArray buffer;
    for (qsizetype i = 0; i < bytes.size() && !outcome.tls && !outcome.fault; i += chunk) {
        buffer += bytes.mid(i, chunk);
        while (!outcome.tls && !outcome.fault && !buffer.isEmpty()) {
            const auto step = preamble.advance(buffer);
            if (!step) {
                outcome.fault = step.error().fault;
                break;
            }
            if (step->consumed == 0)
                break;
            buffer.remove(0, step->consumed);
            outcome.sent += step->reply;
            outcome.tls = step->startTls;
        }
    }
    outcome.left = buffer.size();
    return outcome;
}

}

class tst_starttls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void talk_data()
    {
        QTest::addColumn<bool>("imap");
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<QByteArray>("client");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<int>("fault"); // -1: none
        const auto row = [](const char *name, bool imap, QByteArray server, QByteArray client, bool tls, int fault) {
            QTest::newRow(name) << imap << server << client << tls << fault;
        };
        const int none = -1, broken = int(Fault::ProtocolBroken), noTls = int(Fault::TlsUnavailable);
        row("imap agrees", true, "* OK hi\r\ns OK go\r\n", "s STARTTLS\r\n", true, none);
        row("imap says more before", true, "* OK hi\r\n* CAPABILITY X\r\n* OK note\r\ns OK go\r\n", "s STARTTLS\r\n", true,
            none);
        row("imap refuses", true, "* OK hi\r\ns NO no\r\n", "s STARTTLS\r\n", false, noTls);
        row("imap does not know it", true, "* OK hi\r\ns BAD what\r\n", "s STARTTLS\r\n", false, noTls);
        row("imap PREAUTH", true, "* PREAUTH hi\r\n", "", false, noTls);
        row("imap goodbye", true, "* BYE hi\r\n", "", false, broken);
        row("imap agrees before asked", true, "s OK go\r\n", "", false, broken);
        row("imap other tag", true, "* OK hi\r\nt OK go\r\n", "s STARTTLS\r\n", false, broken);
        row("another protocol", true, "220 smtp\r\n", "", false, broken);
        row("endless greeting", true, QByteArray(9000, 'x'), "", false, broken);
        row("endless talk", true, "* OK hi\r\n" + QByteArray("* OK more\r\n").repeated(60), "s STARTTLS\r\n", false, broken);
        row("pop3 agrees", false, "+OK hi\r\n+OK go\r\n", "STLS\r\n", true, none);
        row("pop3 refuses", false, "+OK hi\r\n-ERR no\r\n", "STLS\r\n", false, noTls);
        row("pop3 another protocol", false, "* OK hi\r\n", "", false, broken);
    }
    void talk()
    {
        QFETCH(bool, imap);
        QFETCH(QByteArray, server);
        QFETCH(QByteArray, client);
        QFETCH(bool, tls);
        QFETCH(int, fault);
        for (const qsizetype chunk : {qsizetype(1), qsizetype(7), qsizetype(1 << 20)}) {
            const auto preamble = imap ? imap::imapStartTls() : imap::pop3StartTls();
            const Outcome outcome = play(*preamble, server, chunk);
            QCOMPARE(outcome.sent, client);
            QCOMPARE(outcome.tls, tls);
            QCOMPARE(outcome.fault ? int(*outcome.fault) : -1, fault);
        }
    }
    void octetsBehindTheGoAheadStayUnconsumedForTheSocketToRefuse()
    {
        const auto preamble = imap::imapStartTls();
        const Outcome outcome = play(*preamble, "* OK hi\r\ns OK go\r\n* CAPABILITY XINJECTED\r\n", 1 << 20);
        QVERIFY(outcome.tls);
        QCOMPARE(outcome.left, qsizetype(24));
    }
};

ISTHMUS_TEST(tst_starttls)
#include "tst_starttls.moc"
