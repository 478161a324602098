#include "core/imap/ImapConnection.h"

#include "tests/imap/Dialogue.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::imap;
using base::Fault;
using test::Dialogue;

namespace {

struct Line {
    ImapConnection connection{ImapConnection::Timing{}};
    Dialogue server{connection};
    QByteArrayList answers; ///< "a1 OK", "! ConnectionLost"

    void run(const char *name, const ImapCommand &command)
    {
        connection.run(command, [this, name](const base::Result<ImapStatus> &r) {
            answers << QByteArray(name)
                           + (r ? r->condition == ImapCondition::Ok ? " OK" : " NO"
                                : " !" + base::faultName(r.error().fault).toLatin1());
        });
    }
    void offer(const QByteArray &capabilities) { server.says("* CAPABILITY " + capabilities + "\r\n"); }
};

}

class tst_imapconnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commandsArePipelinedAndAnsweredByTag()
    {
        Line l;
        l.run("one", ImapCommand("NOOP"));
        l.run("two", ImapCommand("UID FETCH").word("1:5 FLAGS"));
        QCOMPARE(l.server.heard(), "a1 NOOP\r\na2 UID FETCH 1:5 FLAGS\r\n");
        l.server.says("a2 OK x\r\n* 4 EXISTS\r\na1 NO y\r\n");
        QCOMPARE(l.answers, (QByteArrayList{"two OK", "one NO"}));
        QCOMPARE(l.server.data().size(), size_t(1));
    }
    void selectStandsAlone()
    {
        Line l;
        l.run("noop", ImapCommand("NOOP"));
        l.run("select", ImapCommand("SELECT", ImapCommand::Order::Alone).string("INBOX"));
        l.run("fetch", ImapCommand("FETCH").word("1 FLAGS"));
        QCOMPARE(l.server.heard(), "a1 NOOP\r\n");
        l.server.says("a1 OK\r\n");
        QCOMPARE(l.server.heard(), "a2 SELECT INBOX\r\n");
        l.server.says("a2 OK\r\n");
        QCOMPARE(l.server.heard(), "a3 FETCH 1 FLAGS\r\n");
    }
    void argumentsCannotEndTheCommand_data()
    {
        QTest::addColumn<QByteArray>("argument");
        QTest::newRow("CRLF") << QByteArray("x\r\na9 DELETE INBOX");
        QTest::newRow("LF") << QByteArray("x\na9 DELETE INBOX");
        QTest::newRow("CR") << QByteArray("x\ra9");
        QTest::newRow("NUL") << QByteArray("x\0y", 3);
    }
    void argumentsCannotEndTheCommand()
    {
        QFETCH(QByteArray, argument);
        Line l;
        l.run("word", ImapCommand("A").word(argument));
        l.run("string", ImapCommand("A").string(argument));
        l.run("secret", ImapCommand("A").secret(argument));
        l.run("literal", ImapCommand("A").literal(QByteArray("x\0y", 3)));
        QCOMPARE(l.server.heard(), QByteArray());
        QCOMPARE(l.answers,
                 (QByteArrayList{"word !Malformed", "string !Malformed", "secret !Malformed", "literal !Malformed"}));
    }
    void stringsAreWrittenAsTheyNeed()
    {
        Line l;
        l.run("x",
              ImapCommand("A").string("plain").string("two words").string("q\"b\\").string("").string("NIL").string("a%b"));
        QCOMPARE(l.server.heard(), "a1 A plain \"two words\" \"q\\\"b\\\\\" \"\" \"NIL\" \"a%b\"\r\n");
        l.run("y", ImapCommand("A").string("Entw\xc3\xbcrfe"));
        QCOMPARE(l.server.heard(), "a2 A {9}\r\n");
    }
    void untaggedLineBeforeTheContinuationOfAnAppend_data()
    {
        QTest::addColumn<qsizetype>("chunk");
        QTest::newRow("whole") << qsizetype(1000);
        QTest::newRow("byte by byte") << qsizetype(1);
    }
    void untaggedLineBeforeTheContinuationOfAnAppend()
    {
        QFETCH(qsizetype, chunk);
        Line l;
        l.server.chunk = chunk;
        l.run("append", ImapCommand("APPEND").string("Sent").literal("a\r\nb"));
        l.run("noop", ImapCommand("NOOP"));
        QCOMPARE(l.server.heard(), "a1 APPEND Sent {4}\r\n");
        l.server.says("* 3 EXISTS\r\n* FOO\r\n");
        QCOMPARE(l.server.heard(), QByteArray());
        l.server.says("+ go\r\n");
        QCOMPARE(l.server.heard(), "a\r\nb\r\na2 NOOP\r\n");
        l.server.says("a1 OK [APPENDUID 1 2] x\r\na2 OK\r\n");
        QCOMPARE(l.answers, (QByteArrayList{"append OK", "noop OK"}));
    }
    void refusedLiteralIsNotSent()
    {
        Line l;
        l.run("append", ImapCommand("APPEND").string("Sent").literal("hello"));
        QCOMPARE(l.server.heard(), "a1 APPEND Sent {5}\r\n");
        l.server.says("a1 NO [TRYCREATE] no\r\n");
        l.run("noop", ImapCommand("NOOP"));
        QCOMPARE(l.server.heard(), "a2 NOOP\r\n");
        QCOMPARE(l.answers, QByteArrayList{"append NO"});
    }
    void literalPlusAndMinusSendAtOnce()
    {
        Line l;
        l.offer("IMAP4rev1 LITERAL+");
        l.run("a", ImapCommand("APPEND").literal("hello"));
        QCOMPARE(l.server.heard(), "a1 APPEND {5+}\r\nhello\r\n");
        l.offer("IMAP4rev1 LITERAL-");
        l.run("b", ImapCommand("APPEND").literal("hello"));
        QCOMPARE(l.server.heard(), "a2 APPEND {5+}\r\nhello\r\n");
        l.run("c", ImapCommand("APPEND").literal(QByteArray(4097, 'x')));
        QCOMPARE(l.server.heard(), "a3 APPEND {4097}\r\n");
    }
    void secretsAndLiteralsAreMaskedForLogs()
    {
        const QByteArray text = ImapCommand("LOGIN").secret("alice").secret("geheim").literal("body").logText();
        QVERIFY(!text.contains("alice") && !text.contains("geheim") && !text.contains("body"));
    }
    void idleEndsByItselfForACommandAndBeginsAgain()
    {
        Line l;
        l.offer("IDLE");
        l.connection.setListening(true);
        QCOMPARE(l.server.heard(), "a1 IDLE\r\n");
        l.server.says("+ idling\r\n* 5 EXISTS\r\n");
        QCOMPARE(l.server.data().size(), size_t(2));
        l.run("noop", ImapCommand("NOOP"));
        QCOMPARE(l.server.heard(), "DONE\r\n");
        l.server.says("* 6 EXISTS\r\na1 OK done\r\n");
        QCOMPARE(l.server.heard(), "a2 NOOP\r\n");
        l.server.says("a2 OK\r\n");
        QCOMPARE(l.answers, QByteArrayList{"noop OK"});
        QCOMPARE(l.server.heard(), "a3 IDLE\r\n");
    }
    void untaggedLineBeforeTheContinuationOfIdle()
    {
        for (const qsizetype chunk : {qsizetype(1), qsizetype(1000)}) {
            Line l;
            l.server.chunk = chunk;
            l.offer("IDLE");
            l.connection.setListening(true);
            l.run("noop", ImapCommand("NOOP")); // before the "+": DONE must wait for it
            QCOMPARE(l.server.heard(), "a1 IDLE\r\n");
            l.server.says("* 7 EXISTS\r\n");
            QCOMPARE(l.server.heard(), QByteArray());
            l.server.says("+ idling\r\n");
            QCOMPARE(l.server.heard(), "DONE\r\n");
            l.server.says("a1 OK\r\n");
            QCOMPARE(l.server.heard(), "a2 NOOP\r\n");
        }
    }
    void idleIsRenewedAndPolledWhereItIsMissing()
    {
        ImapConnection::Timing timing;
        timing.renewIdle = std::chrono::milliseconds(5);
        timing.poll = std::chrono::milliseconds(5);
        ImapConnection connection(timing);
        Dialogue server(connection);
        server.says("* CAPABILITY IDLE\r\n");
        connection.setListening(true);
        server.says("+\r\n");
        QByteArray heard;
        QTRY_VERIFY((heard += server.heard()).contains("DONE"));
        server.says("a1 NO not today\r\n"); // refused: from now on NOOP
        QTRY_VERIFY((heard += server.heard()).contains("NOOP"));
        QCOMPARE(heard, "a1 IDLE\r\nDONE\r\na2 NOOP\r\n");
    }
    void framingErrorsEndTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("no reply") << QByteArray("220 mail.example ESMTP\r\n") << Fault::ProtocolBroken;
        QTest::newRow("answer to nothing") << QByteArray("a77 OK done\r\n") << Fault::ProtocolBroken;
        QTest::newRow("literal nobody asked for") << QByteArray("* 1 FETCH (BODY[] {70000}\r\n") << Fault::TooLarge;
        QTest::newRow("literal 4 GB") << QByteArray("* 1 FETCH (BODY[] {4294967297}\r\n") << Fault::TooLarge;
        QTest::newRow("negative literal") << QByteArray("* 1 FETCH (BODY[] {-1}\r\n") << Fault::ProtocolBroken;
        QTest::newRow("line of 10 MB") << "* " + QByteArray(10 << 20, 'x') << Fault::TooLarge;
    }
    void framingErrorsEndTheConnection()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Fault, fault);
        Line l;
        l.run("noop", ImapCommand("NOOP"));
        l.run("next", ImapCommand("NOOP"));
        l.server.says(bytes);
        QVERIFY(l.server.end());
        QCOMPARE(l.server.end()->fault, fault);
        QCOMPARE(l.answers.size(), 2);
        l.server.says("a1 OK\r\n"); // nothing is believed any more
        QCOMPARE(l.answers.size(), 2);
        l.run("late", ImapCommand("NOOP"));
        QCOMPARE(l.answers.last(), "late !ConnectionLost");
    }
    void unknownRepliesDoNotEndTheConnection()
    {
        for (const qsizetype chunk : {qsizetype(1), qsizetype(1000)}) {
            Line l;
            l.server.chunk = chunk;
            l.run("noop", ImapCommand("NOOP"));
            l.server.says(
                "* FOO\r\n* ESEARCH (TAG \"x\") COUNT 3\r\n* THREAD (1)(2 (3))\r\n* LIST (((\r\n* 1 FETCH (X {3}\r\na)b)\r\n"
                "+ what\r\n* VANISHED 0\r\na1 OK\r\n");
            QCOMPARE(l.answers, QByteArrayList{"noop OK"});
            QVERIFY(!l.server.end());
        }
    }
    void largeLiteralIsTakenWhereItWasAskedFor()
    {
        Line l;
        l.run("fetch", ImapCommand("UID FETCH").word("1 BODY.PEEK[]").allowLiterals(100'000));
        l.server.says("* 1 FETCH (UID 1 BODY[] {100000}\r\n" + QByteArray(100'000, 'x') + ")\r\na1 OK\r\n");
        QCOMPARE(l.answers, QByteArrayList{"fetch OK"});
        l.server.says("* 1 FETCH (UID 1 BODY[] {100000}\r\n");
        QVERIFY(l.server.end());
    }
    void silenceEndsAConnectionThatOwesAnAnswer()
    {
        ImapConnection::Timing timing;
        timing.silence = std::chrono::milliseconds(20);
        ImapConnection connection(timing);
        Dialogue server(connection);
        std::optional<Fault> fault;
        connection.run(ImapCommand("NOOP"), [&](const base::Result<ImapStatus> &r) { fault = r.error().fault; });
        QTRY_COMPARE(fault, std::optional(Fault::Timeout));
    }
    void goodbyeIsTheReason()
    {
        Line l;
        l.run("noop", ImapCommand("NOOP"));
        l.server.says("* BYE shutting down\r\n");
        l.connection.end({Fault::ConnectionLost, QStringLiteral("closed")});
        QVERIFY(l.server.end()->detail.contains(QStringLiteral("shutting down")));
    }
    void connectionMayBeDeletedInAnAnswer()
    {
        auto *connection = new ImapConnection(ImapConnection::Timing{});
        connection->run(ImapCommand("NOOP"), [&](const base::Result<ImapStatus> &) { delete connection; });
        connection->run(ImapCommand("NOOP"), [](const base::Result<ImapStatus> &) {});
        connection->receive("a1 OK\r\na2 OK\r\n");
    }
    void refusalsHaveTheirMeaning_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("password") << QByteArray("NO [AUTHENTICATIONFAILED] x") << Fault::AuthRejected;
        QTest::newRow("busy") << QByteArray("NO [UNAVAILABLE] x") << Fault::TryLater;
        QTest::newRow("no folder") << QByteArray("NO [NONEXISTENT] x") << Fault::NotFound;
        QTest::newRow("no") << QByteArray("NO x") << Fault::Rejected;
        QTest::newRow("bad") << QByteArray("BAD x") << Fault::ProtocolBroken;
    }
    void refusalsHaveTheirMeaning()
    {
        QFETCH(QByteArray, line);
        QFETCH(Fault, fault);
        ImapConnection connection{ImapConnection::Timing{}};
        std::optional<Fault> seen;
        connection.run(ImapCommand("NOOP"), [&](const base::Result<ImapStatus> &r) { seen = accepted(r).error().fault; });
        connection.receive("a1 " + line + "\r\n");
        QCOMPARE(seen, std::optional(fault));
    }
};

ISTHMUS_TEST(tst_imapconnection)
#include "tst_imapconnection.moc"
