#include "tests/servers/Wire.h"
#include "tests/support/Foreign.h"
#include "tests/support/Servers.h"
#include "tests/support/TestMain.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace isthmus::test;

/// What the chat server must have for the program's features to be shown against it.
class tst_chatserver : public QObject
{
    Q_OBJECT
    Servers &servers = Servers::shared();

private Q_SLOTS:
    void initTestCase() { QVERIFY2(servers.problem().isEmpty(), qPrintable(servers.problem())); }

    void prosodyOffersBothScrams()
    {
        Wire wire(servers.caFile(), u"isthmus.test"_s);
        const QByteArray features = openStream(wire, servers);
        QVERIFY(features.contains("<mechanism>SCRAM-SHA-256</mechanism>"));
        QVERIFY(features.contains("<mechanism>SCRAM-SHA-1</mechanism>"));
        QVERIFY(features.contains("http://jabber.org/features/iq-register"));
    }

    void chatServerHasWhatTheIssueNames()
    {
        ForeignXmpp chat(servers, servers.createAccount(u"disco"_s));
        chat.online();
        const auto ask = [&](const QString &to, const QString &kind) {
            return chat.get(to, u"<query xmlns='http://jabber.org/protocol/disco#"_s + kind + u"'/>"_s);
        };
        QVERIFY(ask(u"isthmus.test"_s, u"info"_s).contains(u"urn:xmpp:carbons:2"));
        const QString items = ask(u"isthmus.test"_s, u"items"_s);
        for (const QString &host : {u"rooms.isthmus.test"_s, u"upload.isthmus.test"_s, u"gateway.isthmus.test"_s})
            QVERIFY2(items.contains(host), qPrintable(host));
        QVERIFY(ask(u"upload.isthmus.test"_s, u"info"_s).contains(u"urn:xmpp:http:upload:0"));
        QVERIFY(ask(u"rooms.isthmus.test"_s, u"info"_s).contains(u"http://jabber.org/protocol/muc"));
    }

    void archiveHoldsWhatWasSaid()
    {
        const ServerAccount anna = servers.createAccount(u"anna"_s);
        const ServerAccount berta = servers.createAccount(u"berta"_s);
        ForeignXmpp one(servers, anna);
        one.online();
        one.send(berta.address, u"remember this"_s);
        ForeignXmpp other(servers, berta);
        other.online();
        other.takeMessage(u"remember this"_s);
        const QJsonArray archive = other.perform(u"archive"_s).value(u"messages"_s).toArray();
        QCOMPARE(archive.last().toObject().value(u"body"_s).toString(), u"remember this"_s);
    }

    void sampleContactsShowTheirMailboxes()
    {
        ForeignXmpp alice(servers, servers.sample(u"alice"_s), {u"--resource"_s, u"looks"_s});
        alice.online();
        const QString roster = alice.get({}, u"<query xmlns='jabber:iq:roster'/>"_s);
        for (const QString &name : {u"bob"_s, u"carol"_s}) {
            const QString address = servers.sample(name).address;
            QVERIFY(roster.contains(address));
            const QString card = alice.get(address, u"<vCard xmlns='vcard-temp'/>"_s);
            QVERIFY2(card.contains(u"<USERID>"_s + address), qPrintable(card));
        }
    }

    void streamCanBeManagedAndResumed()
    {
        const ServerAccount account = servers.createAccount(u"smacks"_s);
        Wire wire(servers.caFile(), u"isthmus.test"_s);
        QVERIFY(!openStream(wire, servers).isEmpty());
        wire.send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
                  + plainSecret(account.name, account.password) + "</auth>");
        QVERIFY(wire.readUntil("/>").contains("<success"));
        QVERIFY(openStream(wire, servers).contains("urn:xmpp:sm:3"));
        wire.send("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        QVERIFY(wire.readUntil("</iq>").contains("<jid>"));
        wire.send("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        const QByteArray enabled = wire.readUntil("/>");
        QVERIFY2(enabled.contains("<enabled") && enabled.contains("resume="), enabled.constData());
    }

    void carbonsReachTheOtherDevice()
    {
        const ServerAccount anna = servers.createAccount(u"anna"_s);
        const ServerAccount berta = servers.createAccount(u"berta"_s);
        ForeignXmpp desk(servers, anna, {u"--resource"_s, u"desk"_s});
        ForeignXmpp phone(servers, anna, {u"--resource"_s, u"phone"_s});
        desk.online();
        phone.online();
        phone.send(berta.address, u"from the phone"_s);
        desk.take(u"message"_s, {{u"body"_s, u"from the phone"_s}, {u"carbon"_s, u"sent"_s}});
    }

    void receiptsAndMarkersComeBack()
    {
        const ServerAccount anna = servers.createAccount(u"anna"_s);
        const ServerAccount berta = servers.createAccount(u"berta"_s);
        ForeignXmpp one(servers, anna);
        ForeignXmpp other(servers, berta);
        one.online();
        other.online();
        other.perform(u"auto"_s, {{u"answers"_s, QJsonArray{u"receipt"_s, u"displayed"_s}}});
        const QString id = one.send(berta.address, u"seen?"_s, {{u"receipt"_s, true}, {u"markable"_s, true}});
        one.take(u"message"_s, {{u"receipt"_s, id}});
        one.take(u"message"_s, {{u"displayed"_s, id}});
    }

    void uploadTakesAFileAndGivesItBack()
    {
        ForeignXmpp chat(servers, servers.createAccount(u"upload"_s));
        chat.online();
        const QString slot = chat.get(u"upload.isthmus.test"_s, u"<request xmlns='urn:xmpp:http:upload:0' filename='a.txt' "
                                                                "size='5' content-type='text/plain'/>"_s);
        const auto url = [&](const QString &element) {
            return QUrl(QRegularExpression(u'<' + element + u" url=\"([^\"]+)"_s).match(slot).captured(1));
        };
        const QString secret = QRegularExpression(u"Authorization\">([^<]+)"_s).match(slot).captured(1);
        QCOMPARE(url(u"put"_s).port(), int(servers.port(u"upload"_s)));
        Wire put(servers.caFile(), u"upload.isthmus.test"_s);
        QVERIFY(put.connectPlain(servers.address(), servers.port(u"upload"_s)) && put.startTls());
        put.send("PUT " + url(u"put"_s).path(QUrl::FullyEncoded).toUtf8()
                 + " HTTP/1.1\r\nHost: upload.isthmus.test\r\n"
                   "Authorization: "
                 + secret.toUtf8() + "\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello");
        QVERIFY(put.readUntil("\r\n").contains(" 201 "));
        Wire get(servers.caFile(), u"upload.isthmus.test"_s);
        QVERIFY(get.connectPlain(servers.address(), servers.port(u"upload"_s)) && get.startTls());
        get.send("GET " + url(u"get"_s).path(QUrl::FullyEncoded).toUtf8()
                 + " HTTP/1.1\r\nHost: upload.isthmus.test\r\n\r\n");
        QVERIFY(!get.readUntil("hello").isEmpty());
    }

    void roomCarriesWhatIsSaidInIt()
    {
        const ServerAccount anna = servers.createAccount(u"anna"_s);
        const QString room = anna.name + u"@rooms.isthmus.test"_s;
        ForeignXmpp chat(servers, anna);
        chat.online();
        chat.perform(u"raw"_s, {{u"xml"_s, u"<presence to='"_s + room
                                               + u"/anna'><x xmlns='http://jabber.org/protocol/muc'/></presence>"_s}});
        chat.take(u"presence"_s, {{u"from"_s, QString(room + u"/anna"_s)}});
        chat.send(room, u"to all"_s, {{u"type"_s, u"groupchat"_s}});
        QCOMPARE(chat.takeMessage(u"to all"_s).value(u"from"_s).toString(), room + u"/anna"_s);
    }

    void componentSignsInWithItsSecret()
    {
        const QJsonObject component = servers.description().value(u"component"_s).toObject();
        Wire wire({});
        QVERIFY(wire.connectPlain(servers.address(), servers.port(u"component"_s)));
        wire.send("<stream:stream to='" + component.value(u"domain"_s).toString().toUtf8()
                  + "' xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams'>");
        QVERIFY(!wire.readUntil("<stream:stream").isEmpty());
        const QString head = QString::fromUtf8(wire.readUntil(">"));
        const QString id = QRegularExpression(u" id=['\"]([^'\"]+)"_s).match(head).captured(1);
        const QByteArray secret = id.toUtf8() + component.value(u"secret"_s).toString().toUtf8();
        wire.send("<handshake>" + QCryptographicHash::hash(secret, QCryptographicHash::Sha1).toHex() + "</handshake>");
        QVERIFY(wire.readUntil(">").startsWith("<handshake"));
    }
};

ISTHMUS_TEST(tst_chatserver)
#include "tst_chatserver.moc"
