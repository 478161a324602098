#include "tests/servers/Wire.h"
#include "tests/support/Foreign.h"
#include "tests/support/Servers.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QTcpSocket>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace isthmus::test;

namespace {

QByteArray page(const Servers &servers, const QByteArray &host, const QByteArray &path)
{
    QTcpSocket socket;
    socket.connectToHost(servers.address(), 80);
    socket.write("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    while (socket.waitForReadyRead(5000)) {
    }
    return socket.readAll();
}

}

/// The servers are what the story and the live tests are shown against: here it is shown that they are there
/// and true.
class tst_servers : public QObject
{
    Q_OBJECT
    Servers &servers = Servers::shared();

private Q_SLOTS:
    void initTestCase() { QVERIFY2(servers.problem().isEmpty(), qPrintable(servers.problem())); }

    void everyServiceSpeaksTlsUnderOurAuthority_data()
    {
        QTest::addColumn<QString>("name"); // as SNI and as the name in the certificate
        QTest::addColumn<bool>("startTls");
        QTest::newRow("xmpps") << u"isthmus.test"_s << false; // XEP-0368: the domain, not the host
        QTest::newRow("upload") << u"upload.isthmus.test"_s << false;
        QTest::newRow("https") << u"autoconfig.isthmus.test"_s << false;
        for (const char *service : {"imaps", "pop3s", "submissions"})
            QTest::newRow(service) << u"mail.isthmus.test"_s << false;
        QTest::newRow("xmpp") << u"isthmus.test"_s << true;
        for (const char *service : {"imap", "pop3", "submission"})
            QTest::newRow(service) << u"mail.elsewhere.test"_s << true;
    }
    void everyServiceSpeaksTlsUnderOurAuthority()
    {
        QFETCH(QString, name);
        QFETCH(bool, startTls);
        const QString service = QString::fromLatin1(QTest::currentDataTag());
        Wire wire(servers.caFile(), name);
        QVERIFY2(wire.connectPlain(servers.address(), servers.port(service)), qPrintable(wire.problem()));
        if (startTls)
            QVERIFY(askForStartTls(wire, service));
        QVERIFY2(wire.startTls(), qPrintable(wire.problem()));
    }

    void passwordIsNeverTakenWithoutTls()
    {
        Wire imap(servers.caFile());
        QVERIFY(imap.connectPlain(servers.address(), servers.port(u"imap"_s)));
        QVERIFY(imap.readUntil("\r\n").contains("LOGINDISABLED"));
        Wire smtp(servers.caFile());
        QVERIFY(smtp.connectPlain(servers.address(), servers.port(u"submission"_s)));
        smtp.readUntil("\r\n");
        QVERIFY(!smtp.ask("EHLO test.invalid", "\r\n250 ").contains("AUTH"));
    }

    void onePasswordOpensEverything_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::newRow("chat and mail") << u"isthmus.test"_s;
        QTest::newRow("mail only") << u"elsewhere.test"_s;
    }
    void onePasswordOpensEverything()
    {
        QFETCH(QString, domain);
        const ServerAccount account = servers.createAccount(u"one"_s, domain);
        QCOMPARE(account.chat, domain == u"isthmus.test");
        if (account.chat)
            ForeignXmpp(servers, account).online();
        ForeignMail mail(servers, account);
        QVERIFY(!mail.send(account.address, u"to myself"_s, u"hello"_s).isEmpty());
        QVERIFY(!mail.waitFor(u"to myself"_s).isEmpty());
        Wire pop(servers.caFile());
        QVERIFY(pop.connectPlain(servers.address(), servers.port(u"pop3s"_s)) && pop.startTls());
        pop.readUntil("\r\n");
        QVERIFY(pop.ask("AUTH PLAIN " + plainSecret(account.address, account.password), "\r\n").startsWith("+OK"));
    }

    void refusedPasswordsAreCountedForEachAddress()
    {
        const ServerAccount account = servers.createAccount(u"counted"_s);
        Wire imap(servers.caFile());
        QVERIFY(imap.connectPlain(servers.address(), servers.port(u"imaps"_s)) && imap.startTls());
        imap.readUntil("\r\n");
        QVERIFY(imap.ask("a LOGIN " + account.address.toUtf8() + " wrong", "\r\n").startsWith("a NO"));
        Wire smtp(servers.caFile());
        QVERIFY(smtp.connectPlain(servers.address(), servers.port(u"submissions"_s)) && smtp.startTls());
        smtp.readUntil("\r\n");
        const QByteArray wrong = plainSecret(account.address, u"wrong"_s);
        smtp.send("EHLO x\r\nAUTH PLAIN " + wrong + "\r\n");
        QVERIFY(!smtp.readUntil("\r\n535").isEmpty());
        Wire chat(servers.caFile(), u"isthmus.test"_s);
        QVERIFY(!openStream(chat, servers).isEmpty());
        chat.send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + plainSecret(account.name, u"wrong"_s)
                  + "</auth>");
        QVERIFY(!chat.readUntil("</failure>").isEmpty());
        for (const QString &service : {u"xmpp"_s, u"mailbox"_s, u"submission"_s})
            QTRY_COMPARE(servers.refusedSignIns(service, account.address), 1);
    }

    void accountRegisteredInBandHasMailAtOnce()
    {
        const QString name = u"new-"_s + QString::number(QDateTime::currentMSecsSinceEpoch());
        const ServerAccount account{name, QString(name + u"@isthmus.test"_s), u"chosen by itself"_s};
        ForeignXmpp chat(servers, account, {u"--register"_s, u"--direct-tls"_s});
        chat.online();
        ForeignMail mail(servers, account);
        const QJsonArray folders = mail.perform(u"folders"_s).value(u"folders"_s).toArray();
        QVERIFY(folders.size() >= 5);
    }

    void dnsNamesEveryService()
    {
        QCOMPARE(srvPorts(servers.dns(), "_xmpp-client._tcp.isthmus.test"), {servers.port(u"xmpp"_s)});
        QCOMPARE(srvPorts(servers.dns(), "_xmpps-client._tcp.isthmus.test"), {servers.port(u"xmpps"_s)});
        for (const QByteArray domain : {"isthmus.test", "elsewhere.test"}) {
            for (const char *service : {"imap", "imaps", "pop3", "pop3s", "submission", "submissions"})
                QCOMPARE(srvPorts(servers.dns(), '_' + QByteArray(service) + "._tcp." + domain),
                         {servers.port(QString::fromLatin1(service))});
        }
        QVERIFY(srvPorts(servers.dns(), "_xmpp-client._tcp.elsewhere.test").isEmpty());
    }

    void dnsNamesTheMailHostsAndTheirAddress()
    {
        const quint32 address = qToBigEndian(QHostAddress(servers.address()).toIPv4Address());
        const QByteArray wanted(reinterpret_cast<const char *>(&address), 4);
        for (const QByteArray domain : {"isthmus.test", "elsewhere.test"}) {
            const QList<QByteArray> exchangers = lookUp(servers.dns(), domain, 15);
            QCOMPARE(exchangers.size(), 1);
            QVERIFY(exchangers.first().contains("\4mail"));
            QCOMPARE(lookUp(servers.dns(), "mail." + domain, 1), {wanted});
            QCOMPARE(lookUp(servers.dns(), "autoconfig." + domain, 1), {wanted});
        }
    }

    void webServerHasAutoconfigAndHostMeta()
    {
        for (const QByteArray domain : {"isthmus.test", "elsewhere.test"}) {
            const QByteArray port = "<port>" + QByteArray::number(servers.port(u"imaps"_s)) + "</port>";
            QVERIFY(page(servers, "autoconfig." + domain, "/mail/config-v1.1.xml?emailaddress=x").contains(port));
            QVERIFY(page(servers, domain, "/.well-known/autoconfig/mail/config-v1.1.xml").contains(port));
        }
        QVERIFY(page(servers, "isthmus.test", "/.well-known/host-meta").contains("urn:xmpp:alt-connections:websocket"));
        QVERIFY(page(servers, "elsewhere.test", "/.well-known/host-meta").startsWith("HTTP/1.1 404"));
    }

    void mailGoesFromEitherDomainToTheOtherAndIsOneThread()
    {
        const ServerAccount here = servers.createAccount(u"here"_s);
        const ServerAccount there = servers.createAccount(u"there"_s, u"elsewhere.test"_s);
        ForeignMail one(servers, here);
        ForeignMail other(servers, there);
        const QString id = one.send(there.address, u"Greetings"_s, u"from here"_s);
        const QJsonObject arrived = other.waitFor(u"Greetings"_s);
        QVERIFY(ForeignMail::raw(arrived).contains(id.toUtf8()));
        other.reply(arrived, u"and back"_s);
        QVERIFY(one.waitFor(u"Re: Greetings"_s).value(u"text"_s).toString().contains(u"> from here"));
        other.perform(u"append"_s,
                      {{u"raw"_s, QString::fromLatin1(ForeignMail::raw(one.waitFor(u"Re: Greetings"_s)).toBase64())}});
        QCOMPARE(other.perform(u"threads"_s).value(u"threads"_s).toArray().size(), 1);
    }

    void rawMailComesByLmtpByteForByte()
    {
        const ServerAccount account = servers.createAccount(u"raw"_s);
        const QByteArray raw = "subject:raw\r\nFrom: \"unclosed <x@y>\r\nX-Odd: \xff\xfe\r\n\r\nbody\xe4\r\n";
        ForeignMail mail(servers, account);
        mail.deliver(raw);
        QVERIFY(ForeignMail::raw(mail.waitFor(u"raw"_s)).endsWith(raw));
    }

    void mailToNobodyComesBackOrIsRefused()
    {
        const ServerAccount account = servers.createAccount(u"sender"_s);
        ForeignMail mail(servers, account);
        const QString nobody = u"nobody-at-all@isthmus.test"_s;
        const QJsonObject refused = mail.perform(u"send"_s, {{u"to"_s, nobody}, {u"subject"_s, u"x"_s}, {u"text"_s, u"x"_s}})
                                        .value(u"refused"_s)
                                        .toObject();
        QVERIFY(refused.value(nobody).toString().startsWith(u"550 5.1.1"));
        mail.send(u"bounce@elsewhere.test"_s, u"will return"_s, u"x"_s);
        const QJsonObject bounce = mail.waitFor(u"Undelivered Mail Returned to Sender"_s);
        QVERIFY(bounce.value(u"parts"_s).toArray().contains(u"message/delivery-status"_s));
    }

    void nothingListensBeyondLoopback()
    {
        QFile table(u"/proc/net/tcp"_s);
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QByteArray sockets = table.readAll();
        const QJsonObject ports = servers.description().value(u"ports"_s).toObject();
        const quint32 ours = QHostAddress(servers.address()).toIPv4Address();
        for (const QJsonValue &port : ports) {
            const QByteArray number = ':' + QByteArray::number(port.toInt(), 16).toUpper().rightJustified(4, '0');
            // Local address in host byte order, port, remote address, state LISTEN.
            const QByteArray address = QByteArray::number(qFromBigEndian(ours), 16).toUpper().rightJustified(8, '0');
            if (port.toInt() > 1024)
                QVERIFY(!sockets.contains(" 00000000" + number + " 00000000:0000 0A"));
            QVERIFY2(sockets.contains(' ' + address + number + " 00000000:0000 0A"), number.constData());
        }
    }

    void prosodyRunsAsAnOrdinaryUser()
    {
        int found = 0;
        const QFileInfoList processes = QDir(u"/proc"_s).entryInfoList({u"[0-9]*"_s}, QDir::Dirs);
        for (const QFileInfo &process : processes) {
            QFile command(process.filePath() + u"/cmdline"_s);
            if (command.open(QIODevice::ReadOnly) && command.readAll().contains(QByteArray("\0/usr/bin/prosody", 18))) {
                ++found;
                QVERIFY(process.ownerId() != 0);
            }
        }
        QVERIFY(found > 0);
    }
};

ISTHMUS_TEST(tst_servers)
#include "tst_servers.moc"
