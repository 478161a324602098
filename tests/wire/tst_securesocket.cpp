#include "core/wire/SecureSocket.h"

#include "tests/support/TestMain.h"
#include "tests/wire/Liar.h"
#include "tests/wire/NameServer.h"

#include <QSignalSpy>
#include <QThread>

using namespace isthmus;
using namespace std::chrono_literals;
using base::Error;
using base::Fault;
using base::Result;
using test::Certificates;
using test::Liar;
using wire::Preamble;
using wire::SecureSocket;

namespace {

/// The smallest STARTTLS there is: we ask, "OK" agrees, every other line refuses.
class AskForTls : public Preamble
{
public:
    QByteArray opening() override { return "STARTTLS\r\n"; }
    Result<Step> advance(QByteArrayView received) override
    {
        const qsizetype end = received.indexOf('\n');
        if (end < 0)
            return Step{};
        if (received.first(end) == "OK\r")
            return Step{end + 1, {}, true};
        return Error{Fault::TlsUnavailable, QStringLiteral("refused")};
    }
};

const QString host = QStringLiteral("mail.example");

}

class tst_securesocket : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Certificates> m_authority;
    test::Identity m_identity;

    [[nodiscard]] wire::WireConfig config() const
    {
        wire::WireConfig c;
        c.caFile = m_authority->caFile();
        return c;
    }
    static model::Endpoint endpoint(quint16 port, model::Security security = model::Security::DirectTls)
    {
        return {model::Protocol::Imap, QStringLiteral("127.0.0.1"), port, security, host, {}, model::PlanSource::Manual};
    }
    /// Runs the STARTTLS of \p liar to its end.
    Error endOf(Liar &liar, SecureSocket::Limits limits = {})
    {
        SecureSocket socket(config());
        QSignalSpy closed(&socket, &SecureSocket::closed);
        QSignalSpy ready(&socket, &SecureSocket::ready);
        socket.open(endpoint(liar.serverPort(), model::Security::StartTls), std::make_unique<AskForTls>(), limits);
        [[maybe_unused]] const bool ended = QTest::qWaitFor([&] { return !closed.isEmpty(); }, 20'000);
        return ready.isEmpty() && !closed.isEmpty() ? closed.first().first().value<Error>()
                                                    : Error{Fault::Unsupported, QStringLiteral("was ready")};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_authority = std::make_unique<Certificates>();
        m_identity = m_authority->issue(QStringLiteral("server"), {QStringLiteral("DNS:mail.example")});
        QVERIFY(m_authority->isReady());
    }

    // STARTTLS under attack.
    void startTlsThatIsAgreedBecomesReady()
    {
        Liar liar(m_identity);
        liar.onData = [](QSslSocket &socket, const QByteArray &bytes) {
            if (bytes == "STARTTLS\r\n") {
                socket.write("OK\r\n");
                socket.startServerEncryption();
            } else {
                socket.write("echo " + bytes);
            }
        };
        SecureSocket socket(config());
        socket.open(endpoint(liar.serverPort(), model::Security::StartTls), std::make_unique<AskForTls>());
        socket.write("too early");
        QTRY_VERIFY(socket.isReady());
        QVERIFY(socket.encryption().startsWith(QStringLiteral("TLSv1.")));
        socket.write("hello");
        QTRY_COMPARE(socket.bytesAvailable(), 10);
        QCOMPARE(socket.readAll(), QByteArray("echo hello"));
        QVERIFY(!liar.received.contains("too early"));
    }
    void x34_startTlsStrippedIsUnavailable()
    {
        Liar liar(m_identity);
        liar.onData = [](QSslSocket &socket, const QByteArray &) { socket.write("NO such command\r\n"); };
        QCOMPARE(endOf(liar).fault, Fault::TlsUnavailable);
    }
    void x34_startTlsInjectedInTheSameSegmentIsBroken()
    {
        Liar liar(m_identity);
        liar.onData = [](QSslSocket &socket, const QByteArray &) {
            socket.write("OK\r\n* CAPABILITY XINJECTED\r\n");
            socket.startServerEncryption();
        };
        QCOMPARE(endOf(liar).fault, Fault::ProtocolBroken);
    }
    void startTlsInjectedInALaterSegmentIsBroken()
    {
        Liar liar(m_identity);
        int segment = 0;
        liar.onData = [&](QSslSocket &socket, const QByteArray &) {
            // The second segment goes when the client's handshake has begun: it is surely not the first one's.
            if (++segment == 1)
                socket.write("OK\r\n");
            else
                socket.write("* CAPABILITY XINJECTED\r\n");
        };
        QCOMPARE(endOf(liar).fault, Fault::ProtocolBroken);
        QVERIFY(segment >= 2);
    }
    void clearTextWithoutEndIsBroken()
    {
        Liar liar(m_identity);
        liar.onConnect = [](QSslSocket &socket) { socket.write(QByteArray(200'000, 'x')); };
        QCOMPARE(endOf(liar).fault, Fault::ProtocolBroken);
    }
    void serverThatNeverAgreesIsATimeout()
    {
        Liar liar(m_identity);
        SecureSocket::Limits limits;
        limits.handshake = 100ms;
        QCOMPARE(endOf(liar, limits).fault, Fault::Timeout);
    }
    void handshakeThatHangsIsATimeout()
    {
        Liar liar(m_identity);
        bool agreed = false;
        liar.onData = [&](QSslSocket &socket, const QByteArray &) {
            if (!std::exchange(agreed, true))
                socket.write("OK\r\n");
        };
        SecureSocket::Limits limits;
        limits.handshake = 300ms;
        QCOMPARE(endOf(liar, limits).fault, Fault::Timeout);
    }
    void connectionCutBeforeTlsIsLost()
    {
        Liar liar(m_identity);
        liar.onData = [](QSslSocket &socket, const QByteArray &) { socket.disconnectFromHost(); };
        QCOMPARE(endOf(liar).fault, Fault::ConnectionLost);
    }

    // Direct TLS.
    void clearServerBehindDirectTlsIsUnavailable()
    {
        Liar liar(m_identity);
        liar.onConnect = [](QSslSocket &socket) { socket.write("* OK IMAP4rev1 ready, no TLS here\r\n"); };
        SecureSocket socket(config());
        socket.open(endpoint(liar.serverPort()));
        QTRY_VERIFY(socket.error());
        QCOMPARE(socket.error()->fault, Fault::TlsUnavailable);
    }
    void oldTlsIsUnavailable()
    {
        Liar liar(m_identity);
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        liar.protocol = QSsl::TlsV1_1;
        QT_WARNING_POP
        liar.speakTls();
        SecureSocket socket(config());
        socket.open(endpoint(liar.serverPort()));
        QTRY_VERIFY(socket.error());
        QCOMPARE(socket.error()->fault, Fault::TlsUnavailable);
    }
    void nobodyThereIsUnreachable()
    {
        quint16 port = 0;
        {
            Liar liar(m_identity);
            port = liar.serverPort();
        }
        SecureSocket socket(config());
        QSignalSpy closed(&socket, &SecureSocket::closed);
        socket.open(endpoint(port));
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<Error>().fault, Fault::Unreachable);
    }
    void unknownHostIsNotFound()
    {
        test::NameServer names;
        SecureSocket socket(names.config());
        model::Endpoint nowhere = endpoint(1);
        nowhere.host = QStringLiteral("nowhere.example");
        socket.open(nowhere);
        QTRY_VERIFY(socket.error());
        QCOMPARE(socket.error()->fault, Fault::HostNotFound);
    }
    void secondAddressIsTriedWhenTheFirstRefuses()
    {
        test::NameServer names;
        Liar liar(m_identity); // listens on 127.0.0.1 alone
        liar.speakTls();
        names.addA("imap.mail.example", QByteArray("\x7f\0\0\x63", 4));
        names.addA("imap.mail.example", QByteArray("\x7f\0\0\1", 4));
        wire::WireConfig both = names.config();
        both.caFile = m_authority->caFile();
        SecureSocket socket(both);
        model::Endpoint named = endpoint(liar.serverPort());
        named.host = QStringLiteral("imap.mail.example");
        socket.open(named);
        QTRY_VERIFY(socket.isReady());
    }

    // Once ready.
    void silenceIsATimeout()
    {
        Liar liar(m_identity);
        liar.speakTls();
        SecureSocket socket(config());
        SecureSocket::Limits limits;
        limits.silence = 100ms;
        socket.open(endpoint(liar.serverPort()), {}, limits);
        QTRY_VERIFY(socket.isReady());
        QTRY_VERIFY(socket.error());
        QCOMPARE(socket.error()->fault, Fault::Timeout);
    }
    void totalLimitEndsAChattyServerToo()
    {
        Liar liar(m_identity);
        liar.speakTls();
        liar.onData = [](QSslSocket &socket, const QByteArray &bytes) { socket.write(bytes); };
        SecureSocket socket(config());
        SecureSocket::Limits limits;
        limits.silence = 5s;
        limits.total = 300ms;
        QObject::connect(&socket, &SecureSocket::ready, &socket, [&] { socket.write("x"); });
        QObject::connect(&socket, &SecureSocket::readyRead, &socket, [&] { socket.write(socket.readAll()); });
        socket.open(endpoint(liar.serverPort()), {}, limits);
        QTRY_VERIFY(socket.error());
        QCOMPARE(socket.error()->fault, Fault::Timeout);
    }
    void slowReaderMakesThePeerWaitAndLosesNothing()
    {
        constexpr qint64 octets = 8 << 20;
        Liar liar(m_identity);
        liar.speakTls();
        liar.onEncrypted = [](QSslSocket &socket) {
            socket.write(QByteArray(octets, 'm'));
            socket.disconnectFromHost();
        };
        SecureSocket socket(config());
        QSignalSpy closed(&socket, &SecureSocket::closed);
        SecureSocket::Limits limits;
        limits.readBuffer = 64 * 1024;
        socket.open(endpoint(liar.serverPort()), {}, limits);
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        qint64 received = 0;
        // All the way the peer is faster than this reader: a socket without bounds shows itself.
        while (received < octets) {
            QVERIFY(QTest::qWaitFor([&] { return socket.bytesAvailable() > 0; }));
            QCoreApplication::processEvents();
            QVERIFY(socket.bytesAvailable() <= 128 * 1024);
            received += socket.read(32 * 1024).size();
        }
        QCOMPARE(received, octets);
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<Error>().fault, Fault::ConnectionLost);
    }
    /// Once; and twice: a session that was stopped is often destroyed a moment later, and says its good-bye only once.
    void whatWasWrittenBeforeCloseArrives_data()
    {
        QTest::addColumn<bool>("twice");
        QTest::newRow("closed") << false;
        QTest::newRow("closed twice") << true;
    }
    void whatWasWrittenBeforeCloseArrives()
    {
        QFETCH(bool, twice);
        Liar liar(m_identity);
        liar.speakTls();
        SecureSocket socket(config());
        QSignalSpy closed(&socket, &SecureSocket::closed);
        socket.open(endpoint(liar.serverPort()));
        QTRY_VERIFY(socket.isReady());
        socket.write(QByteArray(300'000, 'q'));
        socket.close();
        if (twice)
            socket.close();
        socket.write("after");
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<Error>().fault, Fault::Cancelled);
        QTRY_COMPARE(liar.received.size(), 300'000);
    }
    /// The system resets a connection that is closed with octets unread, and the peer then loses what it had not read:
    /// the good-bye of an XMPP session among them.
    void whatWasWrittenBeforeCloseArrivesAtAPeerThatIsSpeaking()
    {
        Liar liar(m_identity);
        liar.speakTls();
        liar.onEncrypted = [](QSslSocket &socket) { socket.write(QByteArray(4'000'000, 's')); };
        bool saidLast = false;
        liar.onData = [&](QSslSocket &socket, const QByteArray &) {
            if (!std::exchange(saidLast, liar.received.size() >= 300'000) && saidLast)
                socket.disconnectFromHost();
        };
        SecureSocket socket(config());
        QSignalSpy closed(&socket, &SecureSocket::closed);
        socket.open(endpoint(liar.serverPort()));
        QTRY_VERIFY(socket.isReady() && socket.bytesAvailable() > 0);
        socket.write(QByteArray(300'000, 'q'));
        socket.close();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<Error>().fault, Fault::Cancelled);
        QCOMPARE(liar.received.size(), 300'000);
    }
    void aPeerThatDoesNotEndIsLeft()
    {
        Liar liar(m_identity);
        liar.speakTls();
        SecureSocket socket(config());
        QSignalSpy closed(&socket, &SecureSocket::closed);
        socket.open(endpoint(liar.serverPort()));
        QTRY_VERIFY(socket.isReady());
        socket.close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, 2000);
        QCOMPARE(closed.first().first().value<Error>().fault, Fault::Cancelled);
    }
    void cancelEndsEveryPhase_data()
    {
        QTest::addColumn<int>("phase");
        QTest::newRow("before anything happened") << 0;
        QTest::newRow("in the clear") << 1;
        QTest::newRow("ready") << 2;
    }
    void cancelEndsEveryPhase()
    {
        QFETCH(const int, phase);
        Liar liar(m_identity);
        if (phase == 2)
            liar.speakTls();
        SecureSocket socket(config());
        QSignalSpy closed(&socket, &SecureSocket::closed);
        if (phase == 2)
            socket.open(endpoint(liar.serverPort()));
        else
            socket.open(endpoint(liar.serverPort(), model::Security::StartTls), std::make_unique<AskForTls>());
        if (phase > 0)
            QTRY_VERIFY(phase == 1 ? !liar.received.isEmpty() : socket.isReady());
        socket.cancel();
        QCOMPARE(closed.size(), 0);
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<Error>().fault, Fault::Cancelled);
        QCOMPARE(socket.bytesAvailable(), 0);
    }
    void abortSaysNothingAndOpensAnew()
    {
        Liar liar(m_identity);
        liar.speakTls();
        SecureSocket socket(config());
        QSignalSpy closed(&socket, &SecureSocket::closed);
        socket.open(endpoint(liar.serverPort()));
        QTRY_VERIFY(socket.isReady());
        socket.abort();
        QVERIFY(!socket.isReady());
        socket.open(endpoint(liar.serverPort()));
        QTRY_VERIFY(socket.isReady());
        QCOMPARE(closed.size(), 0);
        QCOMPARE(liar.connections, 2);
    }
    void socketMayBeDeletedInItsOwnSignal()
    {
        Liar liar(m_identity);
        liar.speakTls();
        liar.onEncrypted = [](QSslSocket &socket) { socket.write("hello"); };
        auto *socket = new SecureSocket(config());
        bool deleted = false;
        QObject::connect(socket, &SecureSocket::readyRead, this, [&] {
            socket->deleteLater();
            socket->abort();
            deleted = true;
        });
        socket->open(endpoint(liar.serverPort()));
        QTRY_VERIFY(deleted);
    }
    void threadThatBlocksCanWait()
    {
        Liar liar(m_identity);
        liar.speakTls();
        liar.onData = [](QSslSocket &socket, const QByteArray &bytes) { socket.write("echo " + bytes); };
        QByteArray answer;
        const std::unique_ptr<QThread> worker(QThread::create([&, to = endpoint(liar.serverPort()), with = config()] {
            SecureSocket socket(with);
            socket.open(to);
            if (!socket.waitForReady(10s))
                return;
            socket.write("hello");
            if (socket.waitForWritten(10s) && socket.waitForReadyRead(10s))
                answer = socket.readAll();
        }));
        worker->start();
        QTRY_VERIFY_WITH_TIMEOUT(worker->isFinished(), 20'000);
        QCOMPARE(answer, QByteArray("echo hello"));
    }
    void waitEndsWithTheConnection()
    {
        Liar liar(m_identity);
        liar.speakTls();
        liar.onEncrypted = [](QSslSocket &socket) { socket.disconnectFromHost(); };
        SecureSocket socket(config());
        socket.open(endpoint(liar.serverPort()));
        QVERIFY(!socket.waitForReadyRead(20s));
        QVERIFY(socket.error());
    }
};

ISTHMUS_TEST(tst_securesocket)
#include "tst_securesocket.moc"
