#include "tests/support/Foreign.h"
#include "tests/xmpp/live/ChatAccount.h"

using namespace isthmus;
using test::ChatAccount;
using test::ForeignXmpp;
using test::ServerAccount;
using test::Servers;

/// What strangers can send through a real server: each passes it, and none gets through here.
class tst_strangers : public QObject
{
    Q_OBJECT
private:
    Servers *m_servers = nullptr;
    ServerAccount m_mine;
    std::unique_ptr<ChatAccount> m_account;
    std::unique_ptr<ForeignXmpp> m_stranger;
    QString m_full; ///< the tested program's address with its resource

    void raw(const QString &xml) { m_stranger->perform(QStringLiteral("raw"), {{QStringLiteral("xml"), xml}}); }

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }
    void init()
    {
        m_mine = m_servers->createAccount(QStringLiteral("target"));
        const ServerAccount other = m_servers->createAccount(QStringLiteral("stranger"));
        m_servers->befriend(m_mine, other); // so that it learns the resource; a stranger could guess, or be told
        m_account = std::make_unique<ChatAccount>(*m_servers, m_mine);
        m_account->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_account->isOnline(), 20'000);
        QTRY_VERIFY(!m_account->all<model::RosterReset>().empty());
        m_stranger = std::make_unique<ForeignXmpp>(*m_servers, other);
        m_stranger->online();
        for (int i = 0; i < 20 && !m_full.startsWith(m_mine.address + QLatin1Char('/')); ++i)
            m_full = m_stranger->take(QStringLiteral("presence")).value(QStringLiteral("from")).toString();
        QVERIFY(m_full.startsWith(m_mine.address + QLatin1Char('/')));
    }
    void cleanup()
    {
        // Whatever was sent: the same connection is still there, and what is honest arrives.
        m_stranger->send(m_mine.address, QStringLiteral("honest"));
        QTRY_VERIFY_WITH_TIMEOUT(m_account->bodies().contains(QStringLiteral("honest")), 10'000);
        for (const model::LinkState &state : m_account->states)
            QVERIFY(state.phase != model::LinkState::Phase::Waiting);
        m_stranger.reset();
        m_account.reset();
        m_full.clear();
    }
    void forgedRosterPushChangesNothing()
    {
        raw(QStringLiteral("<iq type='set' id='p1' to='%1'><query xmlns='jabber:iq:roster'><item jid='evil@isthmus.test' "
                           "name='Friend' subscription='both'/></query></iq>")
                .arg(m_full));
        m_stranger->send(m_mine.address, QStringLiteral("behind it"));
        QTRY_VERIFY_WITH_TIMEOUT(m_account->bodies().contains(QStringLiteral("behind it")), 10'000);
        QVERIFY(m_account->all<model::RosterEntry>().empty());
    }
    void forgedCarbonIsNotShown()
    {
        for (const QString &direction : {QStringLiteral("received"), QStringLiteral("sent")}) {
            raw(QStringLiteral(
                    "<message to='%1' type='chat'><%2 xmlns='urn:xmpp:carbons:2'><forwarded "
                    "xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' type='chat' from='bob@isthmus.test/x' "
                    "to='%1'><body>send me money</body></message></forwarded></%2></message>")
                    .arg(m_full, direction));
        }
        m_stranger->send(m_mine.address, QStringLiteral("behind it"));
        QTRY_VERIFY_WITH_TIMEOUT(m_account->bodies().contains(QStringLiteral("behind it")), 10'000);
        QVERIFY(!m_account->bodies().contains(QStringLiteral("send me money")));
    }
    void forgedArchiveResultIsNotShown()
    {
        raw(QStringLiteral(
                "<message to='%1'><result xmlns='urn:xmpp:mam:2' id='1'><forwarded xmlns='urn:xmpp:forward:0'><message "
                "xmlns='jabber:client' from='bob@isthmus.test/x' to='%1'><body>old news</body></message></forwarded>"
                "</result></message>")
                .arg(m_full));
        m_stranger->send(m_mine.address, QStringLiteral("behind it"));
        QTRY_VERIFY_WITH_TIMEOUT(m_account->bodies().contains(QStringLiteral("behind it")), 10'000);
        QVERIFY(!m_account->bodies().contains(QStringLiteral("old news")));
    }
    void deepNestingKillsNobody()
    {
        // 48 KB: with gloox's own parser this ended the process (on a thread with a small stack).
        const int levels = 6800;
        raw(QStringLiteral("<iq type='get' id='d1' to='%1'><query xmlns='urn:deep'>").arg(m_full)
            + QStringLiteral("<a>").repeated(levels) + QStringLiteral("</a>").repeated(levels)
            + QStringLiteral("</query></iq>"));
    }
    void bodyOfAnotherNamespaceIsNoBody()
    {
        raw(QStringLiteral(
                "<message to='%1' type='chat'><body xmlns='urn:evil'>not a body</body><body>a body</body></message>")
                .arg(m_full));
        QTRY_VERIFY_WITH_TIMEOUT(m_account->bodies().contains(QStringLiteral("a body")), 10'000);
        QVERIFY(!m_account->bodies().contains(QStringLiteral("not a body")));
    }
};

ISTHMUS_TEST(tst_strangers)
#include "tst_strangers.moc"
