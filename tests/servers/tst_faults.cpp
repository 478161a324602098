#include "tests/servers/Wire.h"
#include "tests/support/Servers.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QSslError>

using namespace Qt::StringLiterals;
using namespace isthmus::test;

namespace {

const QString isthmusDomain = u"isthmus.test"_s;

QString said(Servers &servers, const Route &route, const QString &service)
{
    const QJsonArray lines =
        servers.call(u"seen"_s, {{u"route"_s, route.id()}, {u"service"_s, service}}).value(u"said"_s).toArray();
    return lines.isEmpty() ? QString() : lines.last().toString();
}

}

/// Every fault is what its name says, so that a test of the program that passes under it means something.
class tst_faults : public QObject
{
    Q_OBJECT
    Servers &servers = Servers::shared();

    bool greets(Wire &wire, const Route &route)
    {
        return wire.connectPlain(route.address(), servers.port(u"imap"_s)) && wire.readUntil("\r\n").startsWith("* OK");
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(servers.problem().isEmpty(), qPrintable(servers.problem())); }

    void routeWithoutFaultChangesNothing_data()
    {
        QTest::addColumn<bool>("startTls");
        for (const char *service : {"xmpps", "imaps", "pop3s", "submissions"})
            QTest::newRow(service) << false;
        for (const char *service : {"xmpp", "imap", "pop3", "submission"})
            QTest::newRow(service) << true;
    }
    void routeWithoutFaultChangesNothing()
    {
        QFETCH(bool, startTls);
        const QString service = QString::fromLatin1(QTest::currentDataTag());
        Route route(servers);
        Wire wire(servers.caFile(), isthmusDomain);
        QVERIFY(wire.connectPlain(route.address(), servers.port(service)));
        QVERIFY(!startTls || askForStartTls(wire, service));
        QVERIFY2(wire.startTls(), qPrintable(wire.problem()));
        QCOMPARE(route.connections(service), 1);
    }

    void cutResetsLiveConnectionsAndLetsNewOnesPass()
    {
        Route route(servers);
        Wire wire(servers.caFile());
        QVERIFY(greets(wire, route));
        route.fault(u"imap"_s, u"cut"_s);
        QVERIFY(wire.isCut());
        QCOMPARE(wire.socket().error(), QAbstractSocket::RemoteHostClosedError);
        Wire again(servers.caFile());
        QVERIFY(greets(again, route));
    }

    void faultsOfOneRouteDoNotTouchAnother()
    {
        Route hurt(servers);
        Route well(servers);
        Wire wire(servers.caFile());
        QVERIFY(greets(wire, well));
        hurt.fault(u"all"_s, u"refuse"_s);
        hurt.fault(u"all"_s, u"cut"_s);
        QVERIFY(wire.ask("a NOOP", "\r\n").startsWith("a OK"));
    }

    void stalledConnectionFlowsOnAfterHealing()
    {
        Route route(servers);
        Wire wire(servers.caFile());
        QVERIFY(greets(wire, route));
        route.fault(u"imap"_s, u"stall"_s);
        wire.send("a NOOP\r\n");
        QVERIFY(!wire.socket().waitForReadyRead(300));
        route.heal(u"imap"_s);
        QVERIFY(wire.readUntil("\r\n").startsWith("a OK"));
    }

    void refusedServiceComesBackAfterHealing()
    {
        Route route(servers);
        route.fault(u"imap"_s, u"refuse"_s);
        Wire wire(servers.caFile());
        QVERIFY(!wire.connectPlain(route.address(), servers.port(u"imap"_s)));
        QCOMPARE(wire.socket().error(), QAbstractSocket::ConnectionRefusedError);
        route.heal(u"imap"_s);
        Wire again(servers.caFile());
        QVERIFY(greets(again, route));
    }

    void blackHoleAnswersNobody()
    {
        Route route(servers);
        Wire live(servers.caFile());
        QVERIFY(greets(live, route));
        route.fault(u"imap"_s, u"black-hole"_s);
        live.send("a NOOP\r\n");
        QSslSocket late;
        late.connectToHost(route.address(), servers.port(u"imap"_s));
        QVERIFY(!late.waitForConnected(600));
        QCOMPARE(late.error(), QAbstractSocket::SocketTimeoutError); // neither let in nor refused
        QCOMPARE(live.socket().bytesAvailable(), 0);
        late.abort();
        route.heal(u"imap"_s);
        Wire again(servers.caFile());
        QVERIFY(greets(again, route));
    }

    void cutAfterCountsBytesOfItsDirection_data()
    {
        QTest::addColumn<QString>("direction");
        QTest::newRow("what the server says") << u"from-server"_s;
        QTest::newRow("what the client says") << u"to-server"_s;
    }
    void cutAfterCountsBytesOfItsDirection()
    {
        QFETCH(QString, direction);
        Route route(servers);
        route.fault(u"imap"_s, u"cut-after"_s, {{u"bytes"_s, 4}, {u"direction"_s, direction}});
        Wire wire(servers.caFile());
        QVERIFY(wire.connectPlain(route.address(), servers.port(u"imap"_s)));
        if (direction == u"to-server")
            QVERIFY(wire.readUntil("\r\n").startsWith("* OK"));
        wire.send("a NOOP\r\n");
        QVERIFY(wire.isCut());
    }

    void splitArrivesInPiecesAndWhole()
    {
        Route route(servers);
        route.fault(u"imap"_s, u"split"_s, {{u"size"_s, 1}});
        Wire wire(servers.caFile());
        QVERIFY(greets(wire, route));
        QVERIFY(wire.ask("a NOOP", "\r\n").startsWith("a OK"));
    }

    void wrongCertificateIsRefusedForItsOwnReason_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QList<QSslError::SslError>>("reasons");
        using Reasons = QList<QSslError::SslError>;
        QTest::newRow("expired") << u"expired"_s << Reasons{QSslError::CertificateExpired};
        QTest::newRow("not yet valid") << u"not-yet-valid"_s << Reasons{QSslError::CertificateNotYetValid};
        QTest::newRow("made out to another host") << u"wrong-name"_s << Reasons{QSslError::HostNameMismatch};
        QTest::newRow("issuer that nobody trusts")
            << u"unknown-issuer"_s << Reasons{QSslError::SelfSignedCertificateInChain};
        QTest::newRow("signed by itself") << u"self-signed"_s << Reasons{QSslError::SelfSignedCertificate};
        QTest::newRow("issuer with our authority's name only")
            << u"forged-chain"_s << Reasons{QSslError::SelfSignedCertificateInChain, QSslError::CertificateSignatureFailed};
        QTest::newRow("leaf that signs") << u"leaf-as-ca"_s
                                         << Reasons{QSslError::InvalidCaCertificate, QSslError::CertificateUntrusted,
                                                    QSslError::InvalidPurpose};
    }
    void wrongCertificateIsRefusedForItsOwnReason()
    {
        QFETCH(QString, kind);
        QFETCH(QList<QSslError::SslError>, reasons);
        Route route(servers);
        for (const QString &service : {u"imaps"_s, u"xmpps"_s, u"imap"_s, u"xmpp"_s, u"submission"_s, u"pop3"_s}) {
            route.fault(service, u"certificate"_s, {{u"kind"_s, kind}});
            Wire wire(servers.caFile(), isthmusDomain);
            QVERIFY(wire.connectPlain(route.address(), servers.port(service)));
            const bool direct = service.size() == 5; // imaps, xmpps
            QVERIFY2(direct || askForStartTls(wire, service), qPrintable(service));
            QVERIFY2(!wire.startTls(), qPrintable(service));
            const QList<QSslError> errors = wire.socket().sslHandshakeErrors();
            const auto fits = [&](const QSslError &error) { return reasons.contains(error.error()); };
            QVERIFY2(std::any_of(errors.begin(), errors.end(), fits), qPrintable(service + u": "_s + wire.problem()));
        }
    }

    void rightCertificateThroughTheSameProxyIsTaken()
    {
        Route route(servers);
        for (const QString &service : {u"imaps"_s, u"imap"_s, u"xmpp"_s}) {
            route.fault(service, u"certificate"_s, {{u"kind"_s, u"good"_s}});
            Wire wire(servers.caFile(), isthmusDomain);
            QVERIFY(wire.connectPlain(route.address(), servers.port(service)));
            QVERIFY(service == u"imaps" || askForStartTls(wire, service));
            QVERIFY2(wire.startTls(), qPrintable(service + u": "_s + wire.problem()));
        }
    }

    void strippedStartTlsIsNotOfferedAndAPasswordIsInvited_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<QByteArray>("bait");
        QTest::newRow("imap") << QByteArray() << QByteArray("\r\n") << QByteArray("AUTH=PLAIN");
        QTest::newRow("pop3") << QByteArray("CAPA\r\n") << QByteArray("\r\n.\r\n") << QByteArray("SASL PLAIN");
        QTest::newRow("submission") << QByteArray("EHLO x\r\n") << QByteArray("250 ") << QByteArray("AUTH PLAIN");
        QTest::newRow("xmpp") << QByteArray("<stream:stream to='isthmus.test' version='1.0' xmlns='jabber:client' "
                                            "xmlns:stream='http://etherx.jabber.org/streams'>")
                              << QByteArray("</stream:features>") << QByteArray("<mechanism>PLAIN</mechanism>");
    }
    void strippedStartTlsIsNotOfferedAndAPasswordIsInvited()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(QByteArray, end);
        QFETCH(QByteArray, bait);
        const QString service = QString::fromLatin1(QTest::currentDataTag());
        Route route(servers);
        route.fault(service, u"strip-starttls"_s);
        Wire wire(servers.caFile());
        QVERIFY(wire.connectPlain(route.address(), servers.port(service)));
        if (!greeting.isEmpty() && service != u"xmpp")
            wire.readUntil("\r\n");
        wire.send(greeting);
        const QByteArray offer = wire.readUntil(end);
        QVERIFY2(offer.contains(bait), offer.constData());
        QVERIFY(!offer.contains("STARTTLS") && !offer.contains("STLS") && !offer.contains("<starttls"));
        QCOMPARE(said(servers, route, service).toLatin1(), greeting); // what a leak would be looked for in
    }

    void injectedTextFollowsTheGoAhead_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::newRow("same segment") << u"same"_s;
        QTest::newRow("later segment") << u"later"_s;
    }
    void injectedTextFollowsTheGoAhead()
    {
        QFETCH(QString, segment);
        Route route(servers);
        route.fault(u"imap"_s, u"inject"_s, {{u"text"_s, u"* OK you are signed in\r\n"_s}, {u"segment"_s, segment}});
        Wire wire(servers.caFile());
        QVERIFY(wire.connectPlain(route.address(), servers.port(u"imap"_s)));
        wire.readUntil("\r\n");
        wire.send("a STARTTLS\r\n");
        QVERIFY(wire.readUntil("\r\n").startsWith("a OK"));
        QCOMPARE(wire.readUntil("\r\n"), QByteArray("* OK you are signed in\r\n"));
    }

    void droppedNamesAreGoneForThisRouteAlone()
    {
        Route route(servers);
        route.dropNames(u"_imap*"_s);
        QCOMPARE(srvPorts(route.dns(), "_imaps._tcp.isthmus.test"), {});
        QCOMPARE(srvPorts(route.dns(), "_submissions._tcp.isthmus.test"), {servers.port(u"submissions"_s)});
        QCOMPARE(srvPorts(servers.dns(), "_imaps._tcp.isthmus.test"), {servers.port(u"imaps"_s)});
        route.restoreNames();
        QCOMPARE(srvPorts(route.dns(), "_imaps._tcp.isthmus.test"), {servers.port(u"imaps"_s)});
    }
};

ISTHMUS_TEST(tst_faults)
#include "tst_faults.moc"
