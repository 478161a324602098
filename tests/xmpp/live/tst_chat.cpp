#include "tests/support/Foreign.h"
#include "tests/xmpp/live/ChatAccount.h"

using namespace isthmus;
using base::Fault;
using isthmus::test::Route;
using model::Availability;
using test::ChatAccount;
using test::ForeignXmpp;
using test::ServerAccount;
using test::Servers;

/// Chat against a real server and another program.
class tst_chat : public QObject
{
    Q_OBJECT
private:
    Servers *m_servers = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }
    void signsInBothWays_data()
    {
        QTest::addColumn<int>("security");
        QTest::newRow("STARTTLS") << int(model::Security::StartTls);
        QTest::newRow("direct TLS") << int(model::Security::DirectTls);
    }
    void signsInBothWays()
    {
        QFETCH(const int, security);
        ChatAccount alice(*m_servers, m_servers->sample(QStringLiteral("alice")), {},
                          static_cast<model::Security>(security));
        alice.start();
        QTRY_VERIFY_WITH_TIMEOUT(alice.isOnline(), 20'000);
        QTRY_VERIFY(!alice.all<model::RosterReset>().empty());
        QStringList contacts;
        const model::RosterReset list = alice.all<model::RosterReset>().front();
        for (const model::RosterEntry &entry : list.entries)
            contacts.append(entry.jid.toString());
        contacts.sort();
        QCOMPARE(contacts, (QStringList{QStringLiteral("bob@isthmus.test"), QStringLiteral("carol@isthmus.test")}));
    }
    void chatsWithAnotherProgram()
    {
        const ServerAccount mine = m_servers->createAccount(QStringLiteral("chat"));
        const ServerAccount other = m_servers->createAccount(QStringLiteral("other"));
        m_servers->befriend(mine, other);
        ChatAccount account(*m_servers, mine);
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        ForeignXmpp peer(*m_servers, other);
        QTRY_COMPARE_WITH_TIMEOUT(account.availability(other.address), Availability::Offline, 10'000);
        peer.online();
        QTRY_COMPARE_WITH_TIMEOUT(account.availability(other.address), Availability::Online, 10'000);

        QVERIFY(account.wait(account.send(other.address, QStringLiteral("good morning"), QStringLiteral("id-1"))).ok());
        const QJsonObject arrived = peer.takeMessage(QStringLiteral("good morning"));
        QCOMPARE(arrived.value(QStringLiteral("stanza")).toString(), QStringLiteral("id-1"));

        peer.send(mine.address, QStringLiteral("to you too"));
        QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(QStringLiteral("to you too")), 10'000);
        bool received = false;
        bool displayed = false;
        const auto answered = [&] {
            for (const model::ArrivedStanza &stanza : account.all<model::ArrivedStanza>()) {
                received = received || stanza.message.receivedId == u"id-1";
                displayed = displayed || stanza.message.displayedId == u"id-1";
            }
            return received && displayed;
        };
        peer.perform(QStringLiteral("displayed"),
                     {{QStringLiteral("to"), mine.address}, {QStringLiteral("of"), QStringLiteral("id-1")}});
        peer.perform(QStringLiteral("receipt"),
                     {{QStringLiteral("to"), mine.address}, {QStringLiteral("of"), QStringLiteral("id-1")}});
        QTRY_VERIFY_WITH_TIMEOUT(answered(), 10'000);

        peer.offline();
        QTRY_COMPARE_WITH_TIMEOUT(account.availability(other.address), Availability::Offline, 10'000);
        account.transport->stop();
        QTRY_COMPARE(account.phase(), model::LinkState::Phase::Off);
        QCOMPARE(account.availability(other.address), Availability::Unknown);
    }
    void wrongPasswordFailsOnceAndForGood()
    {
        ServerAccount wrong = m_servers->sample(QStringLiteral("carol"));
        wrong.password += QStringLiteral("x");
        ChatAccount account(*m_servers, wrong);
        account.start();
        QTRY_COMPARE_WITH_TIMEOUT(account.phase(), model::LinkState::Phase::Failed, 20'000);
        QCOMPARE(account.states.back().error->fault, Fault::AuthRejected);
        // Somebody else's first attempt at a server that is not there has been followed by a second: none here.
        Route route(*m_servers);
        route.fault(QStringLiteral("xmpp"), QStringLiteral("refuse"));
        ChatAccount unlucky(*m_servers, m_servers->sample(QStringLiteral("bob")), route.address());
        unlucky.start();
        QTRY_VERIFY_WITH_TIMEOUT(unlucky.states.size() >= 3, 20'000); // connecting, waiting, connecting
        QCOMPARE(account.states.size(), 2u);                          // connecting, failed
    }
    void registeredAccountSignsIn()
    {
        const ServerAccount fresh{QStringLiteral("newcomer"), QStringLiteral("newcomer@isthmus.test"),
                                  QStringLiteral("newcomer-opens"), true};
        ChatAccount account(*m_servers, fresh);
        QVERIFY(account.registerInBand().ok());
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        QCOMPARE(account.registerInBand().error().fault, Fault::Conflict);
    }
    void vCardsGiveMailboxes()
    {
        ChatAccount alice(*m_servers, m_servers->sample(QStringLiteral("alice")));
        alice.start();
        QTRY_VERIFY_WITH_TIMEOUT(alice.isOnline(), 20'000);
        const auto result = alice.wait(alice.transport->perform(model::FetchVCard{*model::Jid::parse(u"bob@isthmus.test")}));
        QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().detail));
        QTRY_VERIFY(!alice.all<model::VCardFound>().empty());
        QCOMPARE(alice.all<model::VCardFound>().front().mailboxes.front().toString(), QStringLiteral("bob@isthmus.test"));
    }
    void archiveGivesWhatWasMissed()
    {
        const ServerAccount mine = m_servers->createAccount(QStringLiteral("missed"));
        const ServerAccount other = m_servers->createAccount(QStringLiteral("writer"));
        m_servers->befriend(mine, other);
        ChatAccount account(*m_servers, mine);
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.isOnline(), 20'000);
        ForeignXmpp peer(*m_servers, other);
        peer.online();
        peer.send(mine.address, QStringLiteral("while here"));
        QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(QStringLiteral("while here")), 10'000);
        account.transport.reset();
        for (int i = 0; i < 120; ++i)
            peer.send(mine.address, QStringLiteral("missed %1").arg(i));
        account.arrivals.clear();
        account.make();
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(QStringLiteral("missed 119")), 20'000);
        QStringList fromArchive;
        QTRY_VERIFY_WITH_TIMEOUT((fromArchive = account.bodies(), fromArchive.removeDuplicates(), fromArchive.size() >= 120),
                                 20'000);
        for (int i = 0; i < 120; ++i)
            QVERIFY2(fromArchive.contains(QStringLiteral("missed %1").arg(i)), qPrintable(QString::number(i)));
    }
    void olderPagesOfTheArchiveArePutOff()
    {
        Servers &servers = Servers::shared();
        const ServerAccount mine = servers.createAccount(QStringLiteral("older"));
        const ServerAccount other = servers.createAccount(QStringLiteral("peer"));
        servers.befriend(mine, other);
        ForeignXmpp peer(servers, other);
        peer.online();
        ForeignXmpp elsewhere(servers, mine); // else the server would keep them as undelivered, too
        elsewhere.online();
        for (int i = 0; i < 120; ++i)
            peer.send(mine.address, QStringLiteral("old %1").arg(i));
        QVERIFY(!elsewhere.takeMessage(QStringLiteral("old 119")).isEmpty());
        ChatAccount account(servers, mine);
        account.transport->setHistoryPaused(true);
        account.start();
        QTRY_VERIFY_WITH_TIMEOUT(account.backlog.isOpen, 20'000);
        QCOMPARE(account.backlog.waiting, quint64(0)); // this server does not count unless it is told to
        peer.send(mine.address, QStringLiteral("now"));
        QTRY_VERIFY_WITH_TIMEOUT(account.bodies().contains(QStringLiteral("now")), 10'000);
        QVERIFY(account.bodies().contains(QStringLiteral("old 70")) && !account.bodies().contains(QStringLiteral("old 69")));
        account.transport->setHistoryPaused(false);
        QTRY_VERIFY_WITH_TIMEOUT(!account.backlog.isOpen, 20'000);
        QStringList all = account.bodies();
        all.removeDuplicates();
        QCOMPARE(all.size(), 121);
    }
};

ISTHMUS_TEST(tst_chat)
#include "tst_chat.moc"
