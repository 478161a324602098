#include "core/mail/SmtpSubmit.h"

#include "core/mail/SmtpSocket.h"

#include "tests/support/TestMain.h"
#include "tests/wire/Liar.h"

#include <QThread>

using namespace isthmus;
using namespace isthmus::mail;
using namespace Qt::StringLiterals;
using base::Fault;
using test::Certificates;
using test::Liar;

namespace {

constexpr auto hello = "250-liar\r\n250-AUTH PLAIN\r\n250-8BITMIME\r\n250-SIZE 100000\r\n250-DSN\r\n250 SMTPUTF8\r\n";

/// A submission server of the test's making, and our client in a thread that blocks.
struct Server {
    explicit Server(Certificates &certificates)
        : liar(certificates.issue(u"smtp"_s, {u"IP:127.0.0.1"_s})), caFile(certificates.caFile())
    {
        liar.speakTls();
        liar.onEncrypted = [this](QSslSocket &socket) { socket.write(greeting); };
        liar.onData = [this](QSslSocket &socket, const QByteArray &bytes) { take(socket, bytes); };
    }

    /// Answers command by command; `answers` has what to say to a command that begins so, else a polite default.
    void take(QSslSocket &socket, const QByteArray &bytes)
    {
        input += bytes;
        for (qsizetype end; (end = input.indexOf("\r\n")) >= 0;) {
            const QByteArray line = input.left(end);
            input.remove(0, end + 2);
            if (inData) {
                inData = line != ".";
                if (!inData)
                    say(socket, answer("."));
                continue;
            }
            commands << line;
            recipients = line.startsWith("RCPT") ? recipients + 1 : line.startsWith("MAIL") ? 0 : recipients;
            if (line.startsWith("RCPT") && recipientsAtMost > 0 && recipients > recipientsAtMost) {
                say(socket, "452 4.5.3 too many recipients\r\n");
                continue;
            }
            say(socket, answer(line));
            inData = line == "DATA" && answer(line).startsWith("354");
        }
    }
    QByteArray answer(const QByteArray &line) const
    {
        for (const auto &[begin, text] : answers) {
            if (line.startsWith(begin))
                return text;
        }
        if (line == ".")
            return "250 2.0.0 taken\r\n";
        if (line == "DATA")
            return "354 go\r\n";
        return line.startsWith("EHLO") ? hello : line.startsWith("AUTH") ? "235 in\r\n" : "250 2.1.0 ok\r\n";
    }
    void say(QSslSocket &socket, const QByteArray &text)
    {
        if (text == "close")
            socket.abort();
        else
            socket.write(text);
    }

    base::Result<model::CommandResult> submit(const model::SendMail &mail)
    {
        SmtpSetup setup;
        setup.endpoint = {
            model::Protocol::Submission, u"127.0.0.1"_s, liar.serverPort(), model::Security::DirectTls, {}, u"user"_s, {}};
        setup.password = u"geheim"_s;
        setup.nonce = "nonce";
        setup.wire.caFile = caFile;
        setup.stopped = [] { return false; };
        std::optional<base::Result<model::CommandResult>> result;
        const std::unique_ptr<QThread> thread(QThread::create([&] { result = mail::submit(setup, mail); }));
        thread->start();
        if (!QTest::qWaitFor([&] { return thread->isFinished(); }, 20'000))
            thread->wait();
        return *result;
    }
    Fault fault(const model::SendMail &mail)
    {
        const auto result = submit(mail);
        return result.ok() ? Fault::Conflict : result.error().fault; // Conflict: no fault of submission at all
    }

    Liar liar;
    QString caFile;
    QByteArray greeting = "220 liar\r\n";
    std::vector<std::pair<QByteArray, QByteArray>> answers;
    QByteArrayList commands;
    QByteArray input;
    int recipientsAtMost = 0; ///< of one mail; 0: no limit
    int recipients = 0;
    bool inData = false;
};

model::MailAddress address(const QString &text)
{
    return *model::MailAddress::parse(text);
}

model::SendMail simple()
{
    model::SendMail mail;
    mail.bytes = "Subject: x\r\n\r\nhello\r\n";
    mail.envelopeFrom = address(u"me@here.test"_s);
    mail.recipients = {address(u"you@there.test"_s)};
    return mail;
}

}

class tst_smtpsubmit : public QObject
{
    Q_OBJECT
    Certificates m_certificates;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_certificates.isReady()); }

    void plainMailSaysNothingThatItNeedNot()
    {
        Server s(m_certificates);
        QVERIFY(s.submit(simple()).ok());
        QCOMPARE(s.commands,
                 (QByteArrayList{"EHLO [127.0.0.1]", "AUTH PLAIN " + QByteArray("\0user\0geheim", 12).toBase64(),
                                 "MAIL FROM:<me@here.test> SIZE=21", "RCPT TO:<you@there.test>", "DATA", "QUIT"}));
    }
    void tooManyRecipientsAreTakenInSeveralTurns()
    {
        Server s(m_certificates);
        s.recipientsAtMost = 2;
        s.answers = {{"RCPT TO:<r1@", "550 5.1.1 no such user\r\n"}};
        model::SendMail mail = simple();
        mail.recipients.clear();
        for (int n = 0; n < 5; ++n)
            mail.recipients.push_back(address(u"r%1@there.test"_s.arg(n)));
        const auto result = s.submit(mail);
        QVERIFY(result.ok());
        QCOMPARE(s.commands.count("DATA"), 3);
        QCOMPARE(result->recipients.size(), 5u);
        for (const model::RecipientResult &one : result->recipients)
            QCOMPARE(one.accepted, one.recipient != address(u"r1@there.test"_s));
    }
    void whatSomeHaveIsNotSentThemTwice()
    {
        Server s(m_certificates);
        s.recipientsAtMost = 1;
        model::SendMail mail = simple();
        mail.recipients.push_back(address(u"other@there.test"_s));
        s.answers = {{"RCPT TO:<other@", "421 4.3.2 going down\r\n"}};
        const auto result = s.submit(mail);
        QVERIFY(result.ok());
        QCOMPARE(result->recipients.size(), 2u);
        QVERIFY(result->recipients.front().accepted && !result->recipients.back().accepted);
    }
    void extensionsAreUsedWhereNeeded_data()
    {
        QTest::addColumn<model::SendMail>("mail");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        model::SendMail mail = simple();
        mail.bytes = "Subject: x\r\n\r\n\xc3\xbc\r\n";
        QTest::newRow("8-bit content") << mail << QByteArray("MAIL FROM:<me@here.test> SIZE=18 BODY=8BITMIME")
                                       << QByteArray("RCPT TO:<you@there.test>");
        mail = simple();
        mail.recipients = {address(u"jürgen@there.test"_s)};
        QTest::newRow("international local part") << mail << QByteArray("MAIL FROM:<me@here.test> SIZE=21 SMTPUTF8")
                                                  << QByteArray("RCPT TO:<j\xc3\xbcrgen@there.test>");
        mail.recipients = {address(u"you@bücher.test"_s)};
        QTest::newRow("international domain is no reason")
            << mail << QByteArray("MAIL FROM:<me@here.test> SIZE=21") << QByteArray("RCPT TO:<you@xn--bcher-kva.test>");
        mail = simple();
        mail.dsnNotify = u"SUCCESS,FAILURE"_s;
        mail.envelopeId = u"id+1=a b"_s;
        QTest::newRow("DSN") << mail << QByteArray("MAIL FROM:<me@here.test> SIZE=21 ENVID=id+2B1+3Da+20b")
                             << QByteArray("RCPT TO:<you@there.test> NOTIFY=SUCCESS,FAILURE");
        mail = simple();
        mail.envelopeFrom = {};
        QTest::newRow("null reverse-path")
            << mail << QByteArray("MAIL FROM:<> SIZE=21") << QByteArray("RCPT TO:<you@there.test>");
        mail = simple();
        mail.recipients = {address(u"\"a b\\\"> c\"@there.test"_s)};
        QTest::newRow("quoted local part")
            << mail << QByteArray("MAIL FROM:<me@here.test> SIZE=21") << QByteArray("RCPT TO:<\"a b\\\"> c\"@there.test>");
    }
    void extensionsAreUsedWhereNeeded()
    {
        QFETCH(model::SendMail, mail);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        Server s(m_certificates);
        QVERIFY(s.submit(mail).ok());
        QCOMPARE(s.commands.at(2), from);
        QCOMPARE(s.commands.at(3), to);
    }
    void whatTheServerCannotTakeIsACertainFailure_data()
    {
        QTest::addColumn<QByteArray>("extensions");
        QTest::addColumn<model::SendMail>("mail");
        QTest::addColumn<Fault>("fault");
        model::SendMail mail = simple();
        mail.recipients = {address(u"jürgen@there.test"_s)};
        QTest::newRow("no SMTPUTF8") << QByteArray("250-x\r\n250 AUTH PLAIN\r\n") << mail << Fault::Unsupported;
        mail = simple();
        mail.bytes = "Subject: x\r\n\r\n\xc3\xbc\r\n";
        QTest::newRow("no 8BITMIME") << QByteArray("250-x\r\n250 AUTH PLAIN\r\n") << mail << Fault::Unsupported;
        QTest::newRow("too large") << QByteArray("250-x\r\n250-SIZE 5\r\n250 AUTH PLAIN\r\n") << simple() << Fault::TooLarge;
        QTest::newRow("no log-in") << QByteArray("250 x\r\n") << simple() << Fault::AuthUnsupported;
        QTest::newRow("a log-in we do not know")
            << QByteArray("250-x\r\n250 AUTH CRAM-MD5\r\n") << simple() << Fault::AuthUnsupported;
    }
    void whatTheServerCannotTakeIsACertainFailure()
    {
        QFETCH(QByteArray, extensions);
        QFETCH(model::SendMail, mail);
        QFETCH(Fault, fault);
        Server s(m_certificates);
        s.answers = {{"EHLO", extensions}};
        QCOMPARE(s.fault(mail), fault);
        QVERIFY(!s.commands.contains("DATA"));
    }
    void injectionThroughAnyFieldIsRefused_data()
    {
        QTest::addColumn<model::SendMail>("mail");
        model::SendMail mail = simple();
        mail.envelopeId = u"x\r\nRCPT TO:<evil@x.test>"_s;
        QTest::newRow("ENVID") << mail;
        mail = simple();
        mail.dsnNotify = u"NEVER\r\nRCPT TO:<evil@x.test>"_s;
        QTest::newRow("NOTIFY") << mail;
        mail.dsnNotify = u"NEVER,SUCCESS"_s;
        QTest::newRow("NOTIFY that contradicts itself") << mail;
        mail = simple();
        mail.recipients.push_back({});
        QTest::newRow("empty recipient") << mail;
        mail = simple();
        mail.recipients.clear();
        QTest::newRow("no recipient") << mail;
        for (const auto &[name, bytes] : {std::pair("bare LF", QByteArray("a\r\n\r\nb\nc\r\n")),
                                          {"bare CR", QByteArray("a\r\n\r\nb\rc\r\n")},
                                          {"LF dot LF", QByteArray("a\r\n\r\nb\n.\nMAIL FROM:<x>\r\n")},
                                          {"CR dot CR", QByteArray("a\r\n\r\nb\r.\rc\r\n")},
                                          {"CR at the end", QByteArray("a\r\n\r\nb\r")},
                                          {"NUL", QByteArray("a\r\n\r\nb\0c\r\n", 11)}}) {
            mail = simple();
            mail.bytes = bytes;
            QTest::newRow(name) << mail;
        }
    }
    void injectionThroughAnyFieldIsRefused()
    {
        QFETCH(model::SendMail, mail);
        Server s(m_certificates);
        QCOMPARE(s.fault(mail), Fault::Malformed);
        QCOMPARE(s.liar.connections, 0); // not even asked
    }
    /// Addresses are valid by construction: what mail.md found in emailAddress cannot be made here.
    void addressesWithLineBreaksCannotBeMade()
    {
        for (const QString &text : {u"bob@there.test\r\nRCPT TO:<evil@x.test>"_s, u"\"a\r\nb\"@there.test"_s,
                                    u"a>b@there.test"_s, u"a b@there.test"_s})
            QVERIFY(!model::MailAddress::parse(text).ok());
        QVERIFY(!model::MailAddress::fromParts(u"bob", u"there.test>\r\nRCPT TO:<evil").ok());
        QVERIFY(!model::MailAddress::fromParts(u"bob\r\n", u"there.test").ok());
    }
    void passwordWithLineBreakStaysInsideBase64()
    {
        Server s(m_certificates);
        QVERIFY(s.submit(simple()).ok());
        for (const QByteArray &command : s.commands)
            QVERIFY(!command.contains("geheim"));
    }
    void refusals_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("greeting for later") << QByteArray("greeting") << QByteArray("421 busy\r\n") << Fault::TryLater;
        QTest::newRow("greeting refusal") << QByteArray("greeting") << QByteArray("554 no\r\n") << Fault::Rejected;
        QTest::newRow("another protocol") << QByteArray("greeting") << QByteArray("* OK imap\r\n") << Fault::ProtocolBroken;
        QTest::newRow("password") << QByteArray("AUTH") << QByteArray("535 5.7.8 no\r\n") << Fault::AuthRejected;
        QTest::newRow("log-in for later") << QByteArray("AUTH") << QByteArray("454 4.7.0 later\r\n") << Fault::TryLater;
        QTest::newRow("sender for later") << QByteArray("MAIL") << QByteArray("451 later\r\n") << Fault::TryLater;
        QTest::newRow("sender") << QByteArray("MAIL") << QByteArray("550 no\r\n") << Fault::Rejected;
        QTest::newRow("recipient") << QByteArray("RCPT") << QByteArray("550 5.1.1 nobody\r\n") << Fault::Rejected;
        QTest::newRow("recipient for later")
            << QByteArray("RCPT") << QByteArray("450 4.2.0 greylisted\r\n") << Fault::TryLater;
        QTest::newRow("service ends at a recipient") << QByteArray("RCPT") << QByteArray("421 bye\r\n") << Fault::TryLater;
        QTest::newRow("no data") << QByteArray("DATA") << QByteArray("554 no\r\n") << Fault::Rejected;
        QTest::newRow("content") << QByteArray(".") << QByteArray("554 5.6.0 no\r\n") << Fault::Rejected;
        QTest::newRow("content too large") << QByteArray(".") << QByteArray("552 too large\r\n") << Fault::TooLarge;
        QTest::newRow("content for later") << QByteArray(".") << QByteArray("451 later\r\n") << Fault::TryLater;
        QTest::newRow("lost before DATA") << QByteArray("RCPT") << QByteArray("close") << Fault::Unreachable;
        QTest::newRow("lost behind the final dot") << QByteArray(".") << QByteArray("close") << Fault::ConnectionLost;
        QTest::newRow("rubbish behind the final dot") << QByteArray(".") << QByteArray("what?\r\n") << Fault::ConnectionLost;
        QTest::newRow("endless answer") << QByteArray("MAIL") << QByteArray("250-x\r\n").repeated(200'000)
                                        << Fault::TooLarge;
        QTest::newRow("endless line") << QByteArray("MAIL") << "250-" + QByteArray(100'000, 'x') << Fault::TooLarge;
        QTest::newRow("code out of range") << QByteArray("MAIL") << QByteArray("999 x\r\n") << Fault::ProtocolBroken;
        QTest::newRow("codes that differ")
            << QByteArray("MAIL") << QByteArray("250-x\r\n550 y\r\n") << Fault::ProtocolBroken;
        QTest::newRow("stale answer") << QByteArray("MAIL") << QByteArray("250 ok\r\n250 injected\r\n")
                                      << Fault::ProtocolBroken;
        QTest::newRow("stale 354") << QByteArray("RCPT") << QByteArray("250 ok\r\n354 go\r\n") << Fault::ProtocolBroken;
    }
    void refusals()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, answer);
        QFETCH(Fault, fault);
        Server s(m_certificates);
        if (command == "greeting")
            s.greeting = answer;
        s.answers = {{command, answer}};
        QCOMPARE(s.fault(simple()), fault);
        QCOMPARE(s.liar.connections, 1); // dropped after any error
    }
    void recipientsHaveTheirOwnResults()
    {
        Server s(m_certificates);
        s.answers = {{"RCPT TO:<bad", "550 5.1.1 no such \x1b[31muser\r\n"},
                     {"RCPT TO:<late", "450-4.2.0 try\r\n450 4.2.0 later\r\n"}};
        model::SendMail mail = simple();
        mail.recipients = {address(u"bad@x.test"_s), address(u"good@x.test"_s), address(u"late@x.test"_s)};
        const auto result = s.submit(mail);
        QVERIFY(result.ok());
        const auto &r = result->recipients;
        QCOMPARE(r.size(), size_t(3));
        QVERIFY(!r[0].accepted && r[1].accepted && !r[2].accepted);
        QCOMPARE(r[0].code, 550);
        QCOMPARE(r[0].enhanced, u"5.1.1"_s);
        QVERIFY(!r[0].text.contains(QChar(0x1b)));
        QCOMPARE(r[2].code, 450);
    }
    void dotsAreDoubledAndNothingElseChanges_data()
    {
        QTest::addColumn<QByteArray>("mail");
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("plain") << QByteArray("a\r\n") << QByteArray("a\r\n.\r\n");
        QTest::newRow("dots") << QByteArray(".\r\n..\r\n.a\r\na.\r\n") << QByteArray("..\r\n...\r\n..a\r\na.\r\n.\r\n");
        QTest::newRow("no line end at the end") << QByteArray("a\r\n.b") << QByteArray("a\r\n..b\r\n.\r\n");
        QTest::newRow("empty") << QByteArray() << QByteArray(".\r\n");
        QTest::newRow("empty lines") << QByteArray("\r\n\r\n") << QByteArray("\r\n\r\n.\r\n");
    }
    void dotsAreDoubledAndNothingElseChanges()
    {
        QFETCH(QByteArray, mail);
        QFETCH(QByteArray, data);
        const auto octets = dataOctets(mail);
        QVERIFY(octets.ok());
        QCOMPARE(*octets, data);
    }
    void startTlsTalk_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<int>("fault");
        const int none = -1, broken = int(Fault::ProtocolBroken), noTls = int(Fault::TlsUnavailable),
                  later = int(Fault::TryLater);
        QTest::newRow("agrees") << QByteArray("220 hi\r\n250-x\r\n250 STARTTLS\r\n220 go\r\n") << true << none;
        QTest::newRow("greets in lines") << QByteArray("220-hi\r\n220 ho\r\n250-x\r\n250 STARTTLS\r\n220 go\r\n") << true
                                         << none;
        QTest::newRow("stripped") << QByteArray("220 hi\r\n250-x\r\n250 SIZE 5\r\n220 go\r\n") << false << noTls;
        QTest::newRow("refuses") << QByteArray("220 hi\r\n250-x\r\n250 STARTTLS\r\n454 no\r\n") << false << noTls;
        QTest::newRow("busy") << QByteArray("421 later\r\n") << false << later;
        QTest::newRow("another protocol") << QByteArray("* OK hi\r\n") << false << broken;
        QTest::newRow("endless") << QByteArray("220-hi\r\n").repeated(200) << false << broken;
        QTest::newRow("endless line") << QByteArray(5000, '2') << false << broken;
    }
    void startTlsTalk()
    {
        QFETCH(QByteArray, server);
        QFETCH(bool, tls);
        QFETCH(int, fault);
        for (const qsizetype chunk : {qsizetype(1), qsizetype(1 << 20)}) {
            const auto preamble = smtpStartTls();
            QByteArray buffer;
            bool began = false;
            int seen = -1;
            for (qsizetype i = 0; i < server.size() && !began && seen < 0; i += chunk) {
                buffer += server.mid(i, chunk);
                for (qsizetype taken = 1; taken > 0 && !began && seen < 0;) {
                    const auto step = preamble->advance(buffer);
                    seen = step ? -1 : int(step.error().fault);
                    taken = step ? step->consumed : 0;
                    began = step && step->startTls;
                    buffer.remove(0, taken);
                }
            }
            QCOMPARE(began, tls);
            QCOMPARE(seen, fault);
        }
    }
};

ISTHMUS_TEST(tst_smtpsubmit)
#include "tst_smtpsubmit.moc"
