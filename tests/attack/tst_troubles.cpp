#include "tests/attack/Device.h"
#include "tests/support/Foreign.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace isthmus;
using namespace isthmus::test;
using namespace Qt::StringLiterals;

namespace {

/// One of the faults of tests/servers that a network has by itself; those that are attacks have tests of their own.
struct Trouble {
    QString service;
    QString kind;
    QJsonObject members;
    [[nodiscard]] QString name() const { return kind + u" of "_s + service; }
};

std::vector<Trouble> troublesOf(const QString &service)
{
    const auto after = [](int bytes, const QString &direction) {
        return QJsonObject{{u"bytes"_s, bytes}, {u"direction"_s, direction}};
    };
    return {{service, u"cut"_s, {}},
            {service, u"refuse"_s, {}},
            {service, u"stall"_s, {}},
            {service, u"black-hole"_s, {}},
            {service, u"cut-after"_s, after(2'000, u"to-server"_s)},
            {service, u"cut-after"_s, after(6'000, u"from-server"_s)},
            {service, u"split"_s, {{u"size"_s, 7}}}};
}

QString mailFrom(const QString &sender, const QString &subject)
{
    return QStringLiteral("From: %1\r\nTo: someone@isthmus.test\r\nSubject: %2\r\nMessage-ID: <%2@in.isthmus.test>\r\n"
                          "Date: Sat, 21 Nov 2026 09:00:00 +0000\r\n\r\nText of %2.\r\n")
        .arg(sender, subject);
}

}

/// Faults between the program and the servers, one by one and in pairs, and leaving at any moment.
class tst_troubles : public QObject
{
    Q_OBJECT
private:
    Servers *m_servers = nullptr;
    ServerAccount m_mine;
    ServerAccount m_other;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Route> m_route;
    std::unique_ptr<Device> m_device;
    std::unique_ptr<ForeignXmpp> m_chat;
    std::unique_ptr<ForeignMail> m_mailbox;
    QStringList m_expected;

    /// One of each kind: a line and a mail in, a line and a mail out.
    void exchange()
    {
        const QString number = QString::number(m_expected.size());
        m_chat->send(m_mine.address, u"line in "_s + number);
        m_mailbox->deliver(mailFrom(m_other.address, u"mail-in-"_s + number).toUtf8());
        QVERIFY(m_device->sendChat(m_other.address, u"line out "_s + number));
        QVERIFY(m_device->sendMail(m_other.address, u"mail-out-"_s + number));
        m_expected += {u"line in "_s + number, u"mail-in-"_s + number, u"line out "_s + number, u"mail-out-"_s + number};
    }
    bool isSettled()
    {
        const std::vector<Shown> shown = m_device->shown(m_other.address);
        return static_cast<qsizetype>(shown.size()) >= m_expected.size()
               && std::all_of(shown.begin(), shown.end(), [](const Shown &item) {
                      return !item.own || item.stage == "sent"_L1 || item.stage == "delivered"_L1;
                  });
    }
    int signIns()
    {
        const QJsonObject counts = m_servers->call(u"sign-ins"_s, {{u"address"_s, m_mine.address}});
        int all = 0;
        for (const auto &service : counts)
            all += service[u"taken"_s].toInt() + service[u"refused"_s].toInt();
        return all;
    }
    /// Mail goes out one connection each; those sign-ins are owed.
    void suffer(const std::vector<Trouble> &troubles, QRandomGenerator &random)
    {
        QString name;
        for (const Trouble &trouble : troubles)
            name += (name.isEmpty() ? QString() : u" and "_s) + trouble.name();
        const int before = signIns();
        for (const Trouble &trouble : troubles)
            m_route->fault(trouble.service, trouble.kind, trouble.members);
        exchange();
        QTest::qWait(200 + int(random.bounded(1'500))); // how long it lasts, not a wait for anything
        // What a black hole has swallowed is gone: no byte may come through later, as none does on a real line.
        for (const Trouble &trouble : troubles) {
            if (trouble.kind == "black-hole"_L1)
                m_route->fault(trouble.service, u"cut"_s);
        }
        m_route->heal(u"all"_s);
        exchange();
        QVERIFY2(QTest::qWaitFor([this] { return isSettled(); }, 60'000), qPrintable(u"not settled after "_s + name));
        const QString wrong = lostOrDoubled(textsOf(m_device->shown(m_other.address)), m_expected);
        QVERIFY2(wrong.isEmpty(), qPrintable(name + u": "_s + wrong));
        const int attempts = signIns() - before;
        QVERIFY2(attempts <= 30, qPrintable(QStringLiteral("%1: %2 sign-ins").arg(name).arg(attempts)));
        qInfo("%s: %d sign-ins", qPrintable(name), attempts);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }
    void init()
    {
        m_mine = m_servers->createAccount(u"trouble"_s);
        m_other = m_servers->createAccount(u"peer"_s);
        m_servers->befriend(m_mine, m_other);
        m_expected.clear();
        m_profile = std::make_unique<QTemporaryDir>();
        m_route = std::make_unique<Route>(*m_servers);
        m_device = std::make_unique<Device>(*m_servers, m_mine, m_profile->path(), m_route->dns());
        m_chat = std::make_unique<ForeignXmpp>(*m_servers, m_other);
        m_mailbox = std::make_unique<ForeignMail>(*m_servers, m_mine);
        m_chat->online();
        QVERIFY(m_device->begin());
        for (const QString &service : {u"chat"_s, u"incoming"_s, u"outgoing"_s})
            QTRY_VERIFY_WITH_TIMEOUT(m_device->isOnline(service), 20'000);
    }
    void cleanup()
    {
        m_device.reset();
        m_route.reset();
        m_chat.reset();
        m_mailbox.reset();
        m_profile.reset();
    }
    /// Each on all services at once; in ./check --long on each service alone, too.
    void oneByOne()
    {
        QRandomGenerator random(seedOfThisRun());
        for (const QString &service :
             isLong() ? QStringList{u"all"_s, u"xmpp"_s, u"xmpps"_s, u"imaps"_s, u"submissions"_s} : QStringList{u"all"_s}) {
            for (const Trouble &trouble : troublesOf(service)) {
                suffer({trouble}, random);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
    /// A program ends in the middle of a pair, and the next one finds everything.
    void inSeededPairs()
    {
        QRandomGenerator random(seedOfThisRun());
        const QStringList services{u"xmpp"_s, u"xmpps"_s, u"imaps"_s, u"submissions"_s};
        const int pairs = isLong() ? 40 : 5;
        for (int i = 0; i < pairs; ++i) {
            std::vector<Trouble> pair;
            while (pair.size() < 2) {
                const std::vector<Trouble> all = troublesOf(services[random.bounded(services.size())]);
                Trouble drawn = all[random.bounded(int(all.size()))];
                if (pair.empty() || pair.front().service != drawn.service)
                    pair.push_back(std::move(drawn));
            }
            suffer(pair, random);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(m_device->quit() >= 0);
        QCOMPARE(m_device->integrity(), u"ok"_s);
    }
    /// At a seeded moment of sign-in, sync or sending, on a good line and on a dead one: within ten seconds, five
    /// times the goal of two, and nothing is left half done.
    void leavingAtAnyMoment()
    {
        QRandomGenerator random(seedOfThisRun());
        qint64 slowest = 0;
        const int times = isLong() ? 40 : 8;
        for (int i = 0; i < times; ++i) {
            const bool dead = i % 2 == 1;
            if (dead)
                m_route->fault(u"all"_s, i % 4 == 1 ? u"black-hole"_s : u"stall"_s);
            if (m_device->isAlive() || m_device->begin())
                exchange();
            QTest::qWait(int(random.bounded(1'200))); // the moment
            const qint64 msecs = m_device->quit();
            QVERIFY2(msecs >= 0, "had to be killed");
            slowest = std::max(slowest, msecs);
            m_route->fault(u"all"_s, u"cut"_s);
            m_route->heal(u"all"_s);
            QCOMPARE(m_device->integrity(), u"ok"_s);
        }
        qInfo("slowest leave: %lld ms", static_cast<long long>(slowest));
        QVERIFY2(slowest <= 10'000, qPrintable(QString::number(slowest)));
        QVERIFY(m_device->begin());
        QVERIFY2(QTest::qWaitFor([this] { return isSettled(); }, 60'000), "not settled");
        const QString wrong = lostOrDoubled(textsOf(m_device->shown(m_other.address)), m_expected);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
};

ISTHMUS_TEST(tst_troubles)
#include "tst_troubles.moc"
