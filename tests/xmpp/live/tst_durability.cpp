#include "tests/support/Foreign.h"
#include "tests/xmpp/live/ChatAccount.h"

#include <QRandomGenerator>

using namespace isthmus;
using namespace std::chrono_literals;
using base::Fault;
using model::LinkState;
using test::ChatAccount;
using test::ForeignXmpp;
using test::Route;
using test::ServerAccount;
using test::Servers;

namespace {

const QString xmppPort = QStringLiteral("xmpp");

}

/// Cuts, stalls and lies between the program and a real server: nothing lost, nothing twice, no endless loop.
class tst_durability : public QObject
{
    Q_OBJECT
private:
    Servers *m_servers = nullptr;
    ServerAccount m_mine;
    ServerAccount m_other;

    static QStringList withoutRepeats(QStringList texts)
    {
        texts.removeDuplicates();
        return texts;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }
    void init()
    {
        m_mine = m_servers->createAccount(QStringLiteral("durable"));
        m_other = m_servers->createAccount(QStringLiteral("peer"));
        m_servers->befriend(m_mine, m_other);
    }
    void sessionIsResumedAfterEveryCut()
    {
        Route route(*m_servers);
        ChatAccount account(*m_servers, m_mine, route.address());
        ForeignXmpp peer(*m_servers, m_other);
        peer.online();
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        QTRY_VERIFY(!account.all<model::RosterReset>().empty());
        for (int round = 0; round < 4; ++round) {
            const QString here = QStringLiteral("from here %1").arg(round);
            const QString there = QStringLiteral("from there %1").arg(round);
            const int before = route.connections(xmppPort);
            route.fault(xmppPort, QStringLiteral("cut"));
            peer.send(m_mine.address, there);
            QTRY_VERIFY_WITH_TIMEOUT(route.connections(xmppPort) > before && account.isOnline(), 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(there), 20'000);
            QVERIFY(account.wait(account.send(m_other.address, here, QStringLiteral("id%1").arg(round))).ok());
            QVERIFY(!peer.takeMessage(here).isEmpty());
        }
        // Resumed, not signed in anew: the list was not fetched again, and nothing came live twice. (The archive is read after
        // each cut all the same, for its order.)
        QCOMPARE(account.all<model::RosterReset>().size(), 1u);
        QStringList live;
        for (const model::ArrivedStanza &stanza : account.all<model::ArrivedStanza>()) {
            if (stanza.live && !stanza.message.bodies.empty())
                live.append(stanza.message.bodies.front().text);
        }
        QCOMPARE(live, withoutRepeats(live));
    }
    void messageInTheDarkIsSentAfterResumption()
    {
        Route route(*m_servers);
        xmpp::XmppTimes times;
        times.acknowledgement = 1500ms;
        ChatAccount account(*m_servers, m_mine, route.address(), model::Security::StartTls, times);
        ForeignXmpp peer(*m_servers, m_other);
        peer.online();
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        route.fault(xmppPort, QStringLiteral("black-hole"));
        const auto task = account.send(m_other.address, QStringLiteral("into the dark"), QStringLiteral("dark-1"));
        // Half open: nothing says that the connection is dead but the silence after our question.
        QTRY_VERIFY_WITH_TIMEOUT(account.phase() != LinkState::Phase::Online, 10'000);
        route.fault(xmppPort, QStringLiteral("cut"));
        route.heal(xmppPort);
        QVERIFY(account.wait(task).ok());
        QVERIFY(!peer.takeMessage(QStringLiteral("into the dark")).isEmpty());
        for (const QJsonObject &event : peer.events())
            QVERIFY(event.value(QStringLiteral("body")).toString() != u"into the dark");
    }
    void deadConnectionIsFoundWhenTheNetworkChanges()
    {
        Route route(*m_servers);
        xmpp::XmppTimes times;
        times.suspicion = 2s;
        ChatAccount account(*m_servers, m_mine, route.address(), model::Security::StartTls, times);
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        account.transport->networkReturned(); // it stands: nothing happens
        QVERIFY(account.wait(account.transport->perform(model::SetPresence{{model::Availability::Away, {}}})).ok());
        route.fault(xmppPort, QStringLiteral("black-hole"));
        account.transport->networkReturned();
        QTRY_VERIFY_WITH_TIMEOUT(account.phase() != LinkState::Phase::Online, 10'000);
        route.fault(xmppPort, QStringLiteral("cut"));
        route.heal(xmppPort);
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 30'000);
    }
    void returnedNetworkEndsTheWaiting()
    {
        Route route(*m_servers);
        route.fault(xmppPort, QStringLiteral("refuse"));
        ChatAccount account(*m_servers, m_mine, route.address());
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.states.size() >= 6 && account.phase() == LinkState::Phase::Waiting, 20'000);
        route.heal(xmppPort);
        account.transport->networkReturned();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
    }
    void everyMessageArrivesOnceThroughSeededCuts()
    {
        const quint32 seed = qEnvironmentVariableIsSet("ISTHMUS_SEED") ? qEnvironmentVariable("ISTHMUS_SEED").toUInt()
                                                                       : QRandomGenerator::system()->generate();
        qInfo("ISTHMUS_SEED=%u", seed);
        QRandomGenerator random(seed);
        const int messages = test::isLong() ? 400 : 60;
        Route route(*m_servers);
        xmpp::XmppTimes times;
        times.acknowledgement = 3s;
        ChatAccount account(*m_servers, m_mine, route.address(), model::Security::StartTls, times);
        ForeignXmpp peer(*m_servers, m_other);
        peer.online();
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        QStringList sent;
        QStringList expected;
        int uncertain = 0;
        for (int i = 0; i < messages; ++i) {
            if (random.bounded(6) == 0)
                route.fault(xmppPort, QStringLiteral("cut"));
            const QString theirs = QStringLiteral("theirs %1").arg(i);
            peer.send(m_mine.address, theirs);
            expected.append(theirs);
            QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 30'000);
            const QString body = QStringLiteral("ours %1").arg(i);
            const auto result = account.wait(account.send(m_other.address, body, QStringLiteral("cut-%1").arg(i)));
            if (result)
                sent.append(body);
            else
                ++uncertain; // refused resumption or not signed in: the outbox sends it again, with the same id
        }
        QVERIFY2(uncertain < messages / 4, qPrintable(QString::number(uncertain)));
        for (const QString &body : std::as_const(sent))
            QVERIFY2(!peer.takeMessage(body).isEmpty(), qPrintable(body));
        // Our own are in the archive as well, which tells its order after each cut.
        const auto arrived = [&account] { return withoutRepeats(account.bodies()).filter(QStringLiteral("theirs ")); };
        QTRY_COMPARE_WITH_TIMEOUT(arrived().size(), expected.size(), 20'000);
        QCOMPARE(arrived(), expected);
    }
    void refusedResumptionFallsBackToTheArchive()
    {
        Servers own;
        QVERIFY2(own.problem().isEmpty(), qPrintable(own.problem()));
        const ServerAccount mine = own.createAccount(QStringLiteral("restart"));
        const ServerAccount other = own.createAccount(QStringLiteral("peer"));
        own.befriend(mine, other);
        ChatAccount account(own, mine);
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        own.server(QStringLiteral("prosody"), QStringLiteral("kill"));
        QTRY_VERIFY_WITH_TIMEOUT(account.phase() == LinkState::Phase::Waiting, 10'000);
        QVERIFY(account.states.back().retryAt.has_value());
        own.server(QStringLiteral("prosody"), QStringLiteral("start"));
        {
            ForeignXmpp peer(own, other);
            peer.online();
            peer.send(mine.address, QStringLiteral("after the restart"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(QStringLiteral("after the restart")), 40'000);
        QTRY_VERIFY(account.all<model::RosterReset>().size() >= 2u); // a new session
    }
    void aServerRestartInTheMiddleLosesNothing()
    {
        Servers own;
        QVERIFY2(own.problem().isEmpty(), qPrintable(own.problem()));
        const ServerAccount mine = own.createAccount(QStringLiteral("restart"));
        const ServerAccount other = own.createAccount(QStringLiteral("peer"));
        own.befriend(mine, other);
        ChatAccount account(own, mine);
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        QTRY_VERIFY(account.cursors.contains(QStringLiteral("xmpp:archive")));
        // As the outbox does: what was not acknowledged goes again with the same id.
        QHash<QString, base::Task<model::CommandResult>> open;
        QStringList incoming;
        QStringList outgoing;
        {
            ForeignXmpp peer(own, other);
            peer.online();
            for (int i = 0; i < 5; ++i) {
                incoming.append(QStringLiteral("in %1").arg(i));
                outgoing.append(QStringLiteral("out-%1").arg(i));
                peer.send(mine.address, incoming.back());
            }
            QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(incoming.back()), 10'000);
            for (const QString &id : std::as_const(outgoing))
                open.insert(id, account.send(other.address, id, id));
            own.server(QStringLiteral("prosody"), QStringLiteral("kill"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(account.phase() == LinkState::Phase::Waiting, 10'000);
        own.server(QStringLiteral("prosody"), QStringLiteral("start"));
        ForeignXmpp peer(own, other);
        peer.online();
        incoming.append(QStringLiteral("after the restart"));
        peer.send(mine.address, incoming.back());
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 40'000);
        QTRY_VERIFY(account.all<model::RosterReset>().size() >= 2u); // a new session: the old one was refused
        for (auto it = open.cbegin(); it != open.cend(); ++it) {
            const auto result = account.wait(it.value());
            if (result)
                continue;
            QCOMPARE(result.error().fault, Fault::ConnectionLost);
            const auto again = account.wait(account.send(other.address, it.key(), it.key()));
            QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().detail));
        }
        QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(incoming.back()), 20'000);
        const auto mineOnly = [](QStringList texts, const QString &begin) {
            texts.removeIf([&begin](const QString &text) { return !text.startsWith(begin); });
            texts.removeDuplicates();
            return texts;
        };
        QCOMPARE(mineOnly(account.bodies(), QStringLiteral("in ")), incoming.mid(0, 5));
        // Each has one id in the archive, however often it came.
        QHash<QString, QSet<QString>> archiveIds;
        for (const model::ArrivedStanza &stanza : account.all<model::ArrivedStanza>()) {
            if (stanza.message.bodies.empty() || !incoming.contains(stanza.message.bodies.front().text))
                continue;
            for (const auto &[id, by] : stanza.message.stanzaIds)
                archiveIds[stanza.message.bodies.front().text].insert(id);
            if (!stanza.message.archiveId.isEmpty())
                archiveIds[stanza.message.bodies.front().text].insert(stanza.message.archiveId);
        }
        for (const QString &text : std::as_const(incoming))
            QCOMPARE(archiveIds.value(text).size(), 1);
    }
    void lossBeforeStoringComesAgain()
    {
        ForeignXmpp peer(*m_servers, m_other);
        peer.online();
        Route route(*m_servers);
        ChatAccount account(*m_servers, m_mine, route.address());
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        QTRY_VERIFY(account.cursors.contains(QStringLiteral("xmpp:archive")));
        account.stores = false;
        peer.send(m_mine.address, QStringLiteral("not on disk"));
        QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(QStringLiteral("not on disk")), 10'000);
        account.arrivals.clear();
        account.stores = true;
        route.fault(xmppPort, QStringLiteral("cut"));
        QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(QStringLiteral("not on disk")), 20'000);
    }
    void otherDevicesOwnMessagesAppear()
    {
        ChatAccount account(*m_servers, m_mine);
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        QTRY_VERIFY(account.cursors.contains(QStringLiteral("xmpp:archive")));
        ForeignXmpp otherDevice(*m_servers, m_mine, {QStringLiteral("--resource"), QStringLiteral("other")});
        otherDevice.online();
        otherDevice.send(m_other.address, QStringLiteral("from my other device"));
        QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(QStringLiteral("from my other device")), 10'000);
        const auto stanza = account.all<model::ArrivedStanza>().back();
        QCOMPARE(stanza.message.wrapper, model::InstantMessage::Wrapper::CarbonSent);
        QVERIFY(!stanza.live);
    }
    void whatOneDeviceReadIsToldToTheOther()
    {
        ChatAccount one(*m_servers, m_mine);
        ChatAccount other(*m_servers, m_mine);
        one.start();
        other.start();
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && other.isOnline(), 20'000);
        const model::DisplayedElsewhere word{*model::Jid::parse(m_other.address), QStringLiteral("archive-7")};
        const auto done = one.wait(one.transport->perform(model::PublishDisplayed{word.chat, word.archiveId}));
        QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().detail));
        const auto heard = [](const ChatAccount &account) { return account.all<model::DisplayedElsewhere>(); };
        QTRY_VERIFY_WITH_TIMEOUT(!heard(other).empty() && heard(other).back() == word, 10'000);
        // And to one that comes later.
        ChatAccount late(*m_servers, m_mine);
        late.start();
        QTRY_VERIFY_WITH_TIMEOUT(!heard(late).empty() && heard(late).back() == word, 20'000);
        // Nobody else may read it: the node is private.
        ForeignXmpp stranger(*m_servers, m_other);
        stranger.online();
        const QString answer =
            stranger.get(m_mine.address, QStringLiteral("<pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                                                        "<items node='urn:xmpp:mds:displayed:0'/></pubsub>"));
        QVERIFY2(answer.contains(QStringLiteral("error")) && !answer.contains(QStringLiteral("archive-7")),
                 qPrintable(answer));
    }
    void aContactRequestComesAgainUntilItIsAnswered()
    {
        const ServerAccount stranger = m_servers->createAccount(QStringLiteral("stranger"));
        ForeignXmpp asking(*m_servers, stranger);
        asking.online();
        {
            ChatAccount account(*m_servers, m_mine);
            account.start();
            QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
            asking.perform(QStringLiteral("presence"),
                           {{QStringLiteral("to"), m_mine.address}, {QStringLiteral("type"), QStringLiteral("subscribe")}});
            QTRY_COMPARE_WITH_TIMEOUT(account.all<model::ContactAsked>().size(), 1u, 10'000);
            QCOMPARE(account.all<model::ContactAsked>().front().jid.toString(), stranger.address);
            account.transport->stop();
            QTRY_VERIFY(account.phase() == LinkState::Phase::Off);
        }
        // Nobody has answered: the server says it again (RFC 6121 3.1.3).
        ChatAccount account(*m_servers, m_mine);
        account.start();
        QTRY_COMPARE_WITH_TIMEOUT(account.all<model::ContactAsked>().size(), 1u, 20'000);
        const model::Jid jid = account.all<model::ContactAsked>().front().jid;
        QVERIFY(account.wait(account.transport->perform(model::AnswerContactRequest{jid, true})));
        QVERIFY(
            !asking.take(QStringLiteral("presence"), {{QStringLiteral("type"), QStringLiteral("subscribed")}}).isEmpty());
    }
    void certificatesAreRefused_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind :
             {"expired", "not-yet-valid", "wrong-name", "unknown-issuer", "self-signed", "forged-chain", "leaf-as-ca"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void certificatesAreRefused()
    {
        QFETCH(const QString, kind);
        Route route(*m_servers);
        route.fault(xmppPort, QStringLiteral("certificate"), {{QStringLiteral("kind"), kind}});
        ChatAccount account(*m_servers, m_mine, route.address());
        account.start();
        QTRY_COMPARE_WITH_TIMEOUT(account.phase(), LinkState::Phase::Failed, 20'000);
        QCOMPARE(account.states.back().error->fault, Fault::TlsCertificate);
        QCOMPARE(route.connections(xmppPort), 1);
    }
    void strippedOrInjectedStartTlsSendsNothing_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<int>("fault");
        const QString features = QStringLiteral("<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>"
                                                "<mechanism>PLAIN</mechanism></mechanisms></stream:features>");
        QTest::newRow("stripped") << QStringLiteral("strip-starttls") << QJsonObject() << int(Fault::TlsUnavailable);
        for (const QString &segment : {QStringLiteral("same"), QStringLiteral("later")}) {
            QTest::newRow(qPrintable(QStringLiteral("injected, ") + segment))
                << QStringLiteral("inject")
                << QJsonObject{{QStringLiteral("text"), features}, {QStringLiteral("segment"), segment}}
                << int(Fault::ProtocolBroken);
        }
    }
    void strippedOrInjectedStartTlsSendsNothing()
    {
        QFETCH(const QString, kind);
        QFETCH(const QJsonObject, members);
        QFETCH(const int, fault);
        Route route(*m_servers);
        route.fault(xmppPort, kind, members);
        ChatAccount account(*m_servers, m_mine, route.address());
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.phase() == LinkState::Phase::Waiting, 20'000);
        QCOMPARE(int(account.states.back().error->fault), fault);
        for (const LinkState &state : account.states)
            QVERIFY(state.phase != LinkState::Phase::Online);
    }
    void refusedConnectionWaitsLongerEachTime()
    {
        Route route(*m_servers);
        route.fault(xmppPort, QStringLiteral("refuse"));
        ChatAccount account(*m_servers, m_mine, route.address());
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.states.size() >= 5, 20'000); // connecting, waiting, connecting, waiting, …
        QCOMPARE(account.states.at(1).phase, LinkState::Phase::Waiting);
        QCOMPARE(account.states.at(1).error->fault, Fault::Unreachable);
        route.heal(xmppPort);
        account.start(); // the network is back: at once
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
    }
    void splitIntoSingleOctetsWorks()
    {
        Route route(*m_servers);
        route.fault(xmppPort, QStringLiteral("split"), {{QStringLiteral("size"), 1}});
        xmpp::XmppTimes patient; // thousands of segments, on a loaded machine
        patient.handshake = patient.signIn = std::chrono::minutes(2);
        ChatAccount account(*m_servers, m_mine, route.address(), model::Security::StartTls, patient);
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 120'000);
    }
    void stopIsQuickInEveryState()
    {
        Route route(*m_servers);
        route.fault(xmppPort, QStringLiteral("black-hole"));
        ChatAccount account(*m_servers, m_mine, route.address());
        account.start();
        QTRY_COMPARE(account.phase(), LinkState::Phase::Connecting);
        QElapsedTimer timer;
        timer.start();
        account.transport.reset();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

ISTHMUS_TEST(tst_durability)
#include "tst_durability.moc"
