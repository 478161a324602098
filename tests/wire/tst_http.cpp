#include "core/wire/Http.h"

#include "tests/support/TestMain.h"
#include "tests/wire/Liar.h"
#include "tests/wire/NameServer.h"

using namespace isthmus;
using namespace std::chrono_literals;
using base::Fault;
using base::Result;
using test::Certificates;
using test::Liar;
using wire::Http;
using wire::HttpResponse;

namespace {

Result<HttpResponse> wait(const base::Task<HttpResponse> &task)
{
    QObject context;
    std::optional<Result<HttpResponse>> result;
    task.then(&context, [&](Result<HttpResponse> r) { result = std::move(r); });
    [[maybe_unused]] const bool finished = QTest::qWaitFor([&] { return result.has_value(); }, 20'000);
    return result ? *result : Result<HttpResponse>(Fault::Unsupported, QStringLiteral("never ended"));
}

QByteArray ok(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + QByteArray::number(body.size())
           + "\r\nSet-Cookie: a=b\r\n\r\n" + body;
}

}

class tst_http : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Certificates> m_authority;
    test::Identity m_identity;
    std::unique_ptr<test::NameServer> m_names;

    [[nodiscard]] wire::WireConfig config() const
    {
        wire::WireConfig c = m_names->config();
        c.caFile = m_authority->caFile();
        return c;
    }
    static QUrl url(const Liar &liar, const QString &scheme, const QString &path = QStringLiteral("/config.xml"))
    {
        return QUrl(QStringLiteral("%1://web.example:%2%3").arg(scheme).arg(liar.serverPort()).arg(path));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_authority = std::make_unique<Certificates>();
        m_identity = m_authority->issue(QStringLiteral("web"), {QStringLiteral("DNS:web.example")});
        QVERIFY(m_authority->isReady());
        m_names = std::make_unique<test::NameServer>();
        m_names->addA("web.example", QByteArray("\x7f\0\0\1", 4));
        m_names->addA("other.example", QByteArray("\x7f\0\0\1", 4));
    }
    void nameComesFromThePrivateServerAndStandsInTheRequest()
    {
        Liar liar(m_identity);
        liar.speakTls();
        liar.onData = [](QSslSocket &socket, const QByteArray &) { socket.write(ok("<a/>")); };
        Http http(config());
        const auto response = wait(http.get(url(liar, QStringLiteral("https"))));
        QVERIFY2(response.ok(), response ? "" : qPrintable(response.error().detail));
        QCOMPARE(response->body, QByteArray("<a/>"));
        QCOMPARE(response->contentType, QStringLiteral("text/xml"));
        QVERIFY(liar.received.contains("Host: web.example:" + QByteArray::number(liar.serverPort())));
    }
    void requestTellsNothingAboutTheUser()
    {
        Liar liar(m_identity);
        liar.onData = [](QSslSocket &socket, const QByteArray &) { socket.write(ok("x")); };
        Http http(config());
        QVERIFY(wait(http.get(url(liar, QStringLiteral("http")))).ok());
        QVERIFY(wait(http.get(url(liar, QStringLiteral("http")))).ok());
        QVERIFY(!liar.received.contains("Cookie"));
        QVERIFY(!liar.received.contains("Mozilla"));
        QVERIFY(liar.received.contains("Accept-Language: *"));
    }
    void certificateForAnotherNameIsRefused()
    {
        Liar liar(m_identity);
        liar.speakTls();
        Http http(config());
        QUrl other = url(liar, QStringLiteral("https"));
        other.setHost(QStringLiteral("other.example"));
        QCOMPARE(wait(http.get(other)).error().fault, Fault::TlsCertificate);
        QCOMPARE(liar.received, QByteArray());
    }
    void tooLargeIsRefused()
    {
        Liar liar(m_identity);
        liar.onData = [](QSslSocket &socket, const QByteArray &) { socket.write(ok(QByteArray(100'000, 'x'))); };
        Http http(config());
        Http::Limits limits;
        limits.octets = 50'000;
        QCOMPARE(wait(http.get(url(liar, QStringLiteral("http")), limits)).error().fault, Fault::TooLarge);
    }
    void bodyWithoutEndIsRefused()
    {
        Liar liar(m_identity);
        liar.onData = [](QSslSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\n\r\n");
            for (int i = 0; i < 100; ++i)
                socket.write(QByteArray(20'000, 'x'));
        };
        Http http(config());
        QCOMPARE(wait(http.get(url(liar, QStringLiteral("http")))).error().fault, Fault::TooLarge);
    }
    void silentServerIsATimeout()
    {
        Liar liar(m_identity);
        Http http(config());
        Http::Limits limits;
        limits.total = 200ms;
        QCOMPARE(wait(http.get(url(liar, QStringLiteral("http")), limits)).error().fault, Fault::Timeout);
    }
    void statuses_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("fault");
        QTest::newRow("missing") << QByteArray("404 Not Found") << int(Fault::NotFound);
        QTest::newRow("gone") << QByteArray("410 Gone") << int(Fault::NotFound);
        QTest::newRow("log in") << QByteArray("401 Unauthorized") << int(Fault::AuthRejected);
        QTest::newRow("forbidden") << QByteArray("403 Forbidden") << int(Fault::Rejected);
        QTest::newRow("busy") << QByteArray("429 Too Many Requests") << int(Fault::TryLater);
        QTest::newRow("broken") << QByteArray("503 Service Unavailable") << int(Fault::TryLater);
    }
    void statuses()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const int, fault);
        Liar liar(m_identity);
        liar.onData = [&](QSslSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 " + line + "\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n");
        };
        Http http(config());
        QCOMPARE(int(wait(http.get(url(liar, QStringLiteral("http")))).error().fault), fault);
    }
    void redirectIsFollowed()
    {
        Liar liar(m_identity);
        liar.onData = [](QSslSocket &socket, const QByteArray &bytes) {
            socket.write(bytes.contains("GET /moved")
                             ? ok("here")
                             : "HTTP/1.1 302 Found\r\nLocation: /moved\r\nContent-Length: 0\r\n\r\n");
        };
        Http http(config());
        const auto response = wait(http.get(url(liar, QStringLiteral("http"))));
        QVERIFY(response.ok());
        QCOMPARE(response->body, QByteArray("here"));
        QCOMPARE(response->url.path(), QStringLiteral("/moved"));
    }
    void redirectCircleEnds()
    {
        Liar liar(m_identity);
        liar.onData = [](QSslSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
        };
        Http http(config());
        QCOMPARE(wait(http.get(url(liar, QStringLiteral("http")))).error().fault, Fault::Rejected);
    }
    void redirectOutOfTlsIsRefused()
    {
        Liar liar(m_identity);
        liar.speakTls();
        liar.onData = [](QSslSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 302 Found\r\nLocation: http://web.example/\r\nContent-Length: 0\r\n\r\n");
        };
        Http http(config());
        QCOMPARE(wait(http.get(url(liar, QStringLiteral("https")))).error().fault, Fault::Rejected);
    }
    void redirectToAFileIsRefused()
    {
        Liar liar(m_identity);
        liar.onData = [](QSslSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");
        };
        Http http(config());
        QVERIFY(!wait(http.get(url(liar, QStringLiteral("http")))).ok());
    }
    void putSendsItsBodyAndHeaders()
    {
        Liar liar(m_identity);
        liar.speakTls();
        liar.onData = [](QSslSocket &socket, const QByteArray &bytes) {
            if (bytes.endsWith("the file"))
                socket.write("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        };
        Http http(config());
        const auto response = wait(http.put(url(liar, QStringLiteral("https")), "the file",
                                            {{"Authorization", "Bearer t"}, {"Content-Type", "text/plain"}}, {}));
        QVERIFY(response.ok());
        QCOMPARE(response->status, 201);
        QVERIFY(liar.received.contains("Authorization: Bearer t\r\n"));
    }
    void endsWithTheObject()
    {
        Liar liar(m_identity);
        auto http = std::make_unique<Http>(config());
        const auto task = http->get(url(liar, QStringLiteral("http")));
        QTRY_VERIFY(liar.connections > 0);
        http.reset();
        QCOMPARE(wait(task).error().fault, Fault::Cancelled);
    }
    void nonHttpAddressIsMalformed()
    {
        Http http(config());
        QCOMPARE(wait(http.get(QUrl(QStringLiteral("file:///etc/passwd")))).error().fault, Fault::Malformed);
        QCOMPARE(wait(http.get(QUrl(QStringLiteral("https://")))).error().fault, Fault::Malformed);
    }
};

ISTHMUS_TEST(tst_http)
#include "tst_http.moc"
