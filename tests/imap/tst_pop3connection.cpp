#include "core/imap/Pop3Connection.h"
#include "core/imap/Pop3Login.h"

#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::imap;
using namespace Qt::StringLiterals;
using base::Fault;

namespace {

struct Line {
    Line()
    {
        QObject::connect(&connection, &Pop3Connection::outgoing, &context, [this](const QByteArray &b) { sent += b; });
        QObject::connect(&connection, &Pop3Connection::ended, &context, [this](const base::Error &e) { end = e.fault; });
    }
    void says(const QByteArray &bytes, qsizetype chunk = 1 << 20)
    {
        for (qsizetype i = 0; i < bytes.size(); i += chunk)
            connection.receive(QByteArrayView(bytes).sliced(i, std::min(chunk, bytes.size() - i)));
    }
    void run(const Pop3Connection::Command &command)
    {
        connection.run(command, [this](const base::Result<Pop3Answer> &a) { answers.push_back(a); });
    }
    QByteArray heard() { return std::exchange(sent, {}); }

    Pop3Connection connection{std::chrono::seconds(60)};
    QObject context;
    QByteArray sent;
    std::optional<Fault> end;
    std::vector<base::Result<Pop3Answer>> answers;
};

}

class tst_pop3connection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bodiesAreUnstuffedAndOtherwiseUntouched_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("a\r\nb\r\n.\r\n") << QByteArray("a\r\nb\r\n");
        QTest::newRow("empty") << QByteArray(".\r\n") << QByteArray();
        QTest::newRow("dot lines") << QByteArray("..\r\n...\r\n..a\r\n.\r\n") << QByteArray(".\r\n..\r\n.a\r\n");
        QTest::newRow("first line stuffed") << QByteArray("..x\r\n.\r\n") << QByteArray(".x\r\n");
        QTest::newRow("dot with bare LF is text") << QByteArray("a\n.\nb\r\n.\r\n") << QByteArray("a\n.\nb\r\n");
        QTest::newRow("CRLF dot bare LF is stuffing, not the end")
            << QByteArray("a\r\n.\nb\r\n.\r\n") << QByteArray("a\r\n\nb\r\n");
        QTest::newRow("NUL is kept") << QByteArray("a\0b\r\n.\r\n", 8) << QByteArray("a\0b\r\n", 5);
        QTest::newRow("lone CR") << QByteArray("a\rb\r\r\n.\r\n") << QByteArray("a\rb\r\r\n");
        QTest::newRow("dot CR text") << QByteArray("a\r\n.\rb\r\n.\r\n") << QByteArray("a\r\n\rb\r\n");
        QTest::newRow("dot CR CR") << QByteArray("a\r\n.\r\r\n.\r\n") << QByteArray("a\r\n\r\r\n");
        QTest::newRow("+OK in a body") << QByteArray("+OK\r\n-ERR\r\n.\r\n") << QByteArray("+OK\r\n-ERR\r\n");
    }
    void bodiesAreUnstuffedAndOtherwiseUntouched()
    {
        QFETCH(QByteArray, wire);
        QFETCH(QByteArray, body);
        const QByteArray stream = "+OK\r\n" + wire;
        for (qsizetype split = 0; split <= stream.size(); ++split) {
            Line l;
            l.run({"RETR 1", true});
            l.says(stream.left(split));
            l.says(stream.mid(split));
            QCOMPARE(l.answers.size(), size_t(1));
            QCOMPARE(l.answers[0]->body, body);
            QCOMPARE(l.end, std::nullopt);
        }
    }
    void fiveThousandDotLinesAndALongLine()
    {
        QByteArray body, wire;
        const auto line = [&](const QByteArray &text) {
            body += text + "\r\n";
            wire += (text.startsWith('.') ? "." : "") + text + "\r\n";
        };
        for (int i = 0; i < 5000; ++i)
            line(QByteArray(1 + i % 4, '.') + (i % 3 ? "x" : ""));
        line(QByteArray(200'000, 'y'));
        wire += ".\r\n";
        Line l;
        l.run({"RETR 1", true});
        l.says("+OK\r\n" + wire, 1460);
        QCOMPARE(l.answers.size(), size_t(1));
        QVERIFY(l.answers[0]->body == body);
    }
    void bodyOverTheLimitEnds()
    {
        Line l;
        l.run({"RETR 1", true, 1000});
        l.says("+OK\r\n" + QByteArray(1001, 'x'), 100);
        QCOMPARE(l.end, std::optional(Fault::TooLarge));
    }
    void linesThatAreNoAnswerEnd_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("another protocol") << QByteArray("* OK imap\r\n") << Fault::ProtocolBroken;
        QTest::newRow("nearly") << QByteArray("+OKAY\r\n") << Fault::ProtocolBroken;
        QTest::newRow("plus nobody waits for") << QByteArray("+ abc\r\n") << Fault::ProtocolBroken;
        QTest::newRow("empty") << QByteArray("\r\n") << Fault::ProtocolBroken;
        QTest::newRow("endless line") << QByteArray(9000, 'x') << Fault::TooLarge;
    }
    void linesThatAreNoAnswerEnd()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Fault, fault);
        for (const qsizetype chunk : {qsizetype(1), qsizetype(100'000)}) {
            Line l;
            l.run({"NOOP"});
            l.says(bytes, chunk);
            QCOMPARE(l.end, std::optional(fault));
        }
    }
    void answerNobodyAskedForEnds()
    {
        Line l;
        l.run({"NOOP"});
        l.says("+OK\r\n+OK injected\r\n");
        QCOMPARE(l.answers.size(), size_t(1));
        QCOMPARE(l.end, std::optional(Fault::ProtocolBroken));
    }
    void argumentsCannotEndTheCommand()
    {
        Line l;
        l.run({"USER x\r\nDELE 1"});
        l.run({QByteArray("USER x\0y", 8)});
        QCOMPARE(l.heard(), QByteArray());
        QCOMPARE(l.answers.at(0).error().fault, Fault::Malformed);
        QCOMPARE(l.answers.at(1).error().fault, Fault::Malformed);
    }
    void listingNumbersAreNeverIndexes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("entries");
        QTest::newRow("plain") << QByteArray("1 a\r\n2 b\r\n") << 2;
        QTest::newRow("zero") << QByteArray("0 a\r\n2 b\r\n") << 1;
        QTest::newRow("gap is a deleted message") << QByteArray("1 a\r\n3 b\r\n") << 2;
        QTest::newRow("negative") << QByteArray("-1 a\r\n") << 0;
        QTest::newRow("100,000,000") << QByteArray("100000000 a\r\n") << 0;
        QTest::newRow("4,000,000,000") << QByteArray("4000000000 a\r\n") << 0;
        QTest::newRow("twice") << QByteArray("1 a\r\n1 b\r\n") << 1;
        QTest::newRow("no text") << QByteArray("1\r\n2 \r\n") << 0;
        QTest::newRow("long") << "1 " + QByteArray(71, 'x') << 0;
        QTest::newRow("control characters") << QByteArray("1 a\tb\r\n2 \x1b\r\n") << 0;
    }
    void listingNumbersAreNeverIndexes()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, entries);
        QCOMPARE(int(parsePop3Listing(body, 3).size()), entries);
    }
    void loginByPlainOnce()
    {
        Line l;
        Pop3Login login(l.connection, {u"user"_s, u"pass"_s, "nonce"}, false);
        std::optional<Fault> fault;
        connect(&login, &Pop3Login::failed, &login, [&](const base::Error &e) { fault = e.fault; });
        login.start();
        l.says("+OK hi\r\n");
        QCOMPARE(l.heard(), "CAPA\r\n");
        l.says("+OK\r\nUSER\r\nSASL PLAIN LOGIN\r\n.\r\n");
        QCOMPARE(l.heard(), "AUTH PLAIN " + QByteArray("\0user\0pass", 10).toBase64() + "\r\n");
        l.says("-ERR [AUTH] no\r\n");
        QCOMPARE(fault, std::optional(Fault::AuthRejected));
        QCOMPARE(l.heard(), QByteArray());
    }
    void loginByUserWhereSaslIsMissing()
    {
        Line l;
        Pop3Login login(l.connection, {u"user"_s, u"pass"_s, "nonce"}, true);
        bool ready = false;
        connect(&login, &Pop3Login::ready, &login, [&] { ready = true; });
        login.start();
        l.says("-ERR what\r\n");
        QCOMPARE(l.heard(), "CAPA\r\nUSER user\r\n");
        l.says("+OK\r\n");
        QCOMPARE(l.heard(), "PASS pass\r\n");
        l.says("+OK\r\n");
        QVERIFY(ready);
    }
    void longSecretIsSentBehindAContinuation()
    {
        Line l;
        Pop3Login login(l.connection, {u"user"_s, QString(600, u'x'), "nonce"}, true);
        login.start();
        l.says("+OK\r\nSASL PLAIN\r\n.\r\n");
        QCOMPARE(l.heard(), "CAPA\r\nAUTH PLAIN\r\n");
        l.says("+ \r\n");
        QVERIFY(l.heard().size() > 800);
    }
};

ISTHMUS_TEST(tst_pop3connection)
#include "tst_pop3connection.moc"
