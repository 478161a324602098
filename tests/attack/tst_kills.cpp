#include "core/store/Database.h"
#include "tests/attack/Device.h"
#include "tests/support/Foreign.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace isthmus;
using namespace isthmus::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray mailFrom(const QString &sender, const QString &subject)
{
    return QStringLiteral("From: %1\r\nTo: someone@isthmus.test\r\nSubject: %2\r\nMessage-ID: <%2@in.isthmus.test>\r\n"
                          "Date: Sat, 21 Nov 2026 09:00:00 +0000\r\n\r\nText of %2.\r\n")
        .arg(sender, subject)
        .toUtf8();
}

/// One day with a program that dies again and again, and with what is owed to its user at the end.
class Day
{
public:
    explicit Day(Servers &servers)
        : m_mine(servers.createAccount(u"killed"_s)),
          m_other(servers.createAccount(u"peer"_s)),
          m_device(servers, m_mine, m_profile.path()),
          m_chat(servers, m_other),
          m_mail(servers, m_other),
          m_mailbox(servers, m_mine)
    {
        servers.befriend(m_mine, m_other);
        m_chat.online();
    }
    Device &device() { return m_device; }

    /// A line and a mail come in, whether the program runs or not.
    void somethingComes()
    {
        const QString number = QString::number(++m_in);
        m_chat.send(m_mine.address, u"line in "_s + number);
        m_mailbox.deliver(mailFrom(m_other.address, u"mail-in-"_s + number));
        m_expected += {u"line in "_s + number, u"mail-in-"_s + number};
    }
    /// The user writes a line and a mail. What the program did not live to keep, the user writes again.
    void userWrites()
    {
        const QString number = QString::number(++m_out);
        m_toWrite += {u"line out "_s + number, u"mail-out-"_s + number};
        write();
    }
    /// Nothing is missing, and nothing of ours waits any more.
    bool isSettled()
    {
        const std::vector<Shown> shown = m_device.shown(m_other.address);
        if (shown.size() < static_cast<std::size_t>(m_expected.size()))
            return false;
        return std::all_of(shown.begin(), shown.end(), [](const Shown &item) {
            return !item.own || item.stage == "sent"_L1 || item.stage == "delivered"_L1;
        });
    }
    /// Until it is settled or dead.
    bool settle(int msecs)
    {
        [[maybe_unused]] const bool inTime = QTest::qWaitFor([this] { return !m_device.isAlive() || isSettled(); }, msecs);
        return m_device.isAlive() && isSettled();
    }
    /// The last start: all is made good, then everything is counted, here and on the other side.
    void reckon()
    {
        QVERIFY(m_device.begin());
        write();
        const bool settled = settle(60'000);
        const std::vector<Shown> all = m_device.shown(m_other.address);
        const QString shown = lostOrDoubled(textsOf(all), m_expected);
        for (const Shown &item : all) {
            if (shown.contains(item.text))
                qInfo().noquote() << item.text << item.stage << item.at << item.ids;
        }
        QVERIFY2(shown.isEmpty(), qPrintable(shown));
        QVERIFY2(settled, "something of ours still waits");
        checkOtherSide();
        QVERIFY(m_device.quit() >= 0);
        QCOMPARE(m_device.integrity(), u"ok"_s);
        // What is shown is what is on disk.
        QVERIFY(m_device.begin());
        const QString again = lostOrDoubled(textsOf(m_device.shown(m_other.address)), m_expected);
        QVERIFY2(again.isEmpty(), qPrintable(again));
    }

private:
    void write()
    {
        while (!m_toWrite.isEmpty() && m_device.isAlive()) {
            const QString text = m_toWrite.front();
            const QStringList there = textsOf(m_device.shown(m_other.address));
            if (!m_device.isAlive())
                return;
            const bool isLine = text.startsWith("line"_L1);
            if (!there.contains(text)
                && !(isLine ? m_device.sendChat(m_other.address, text) : m_device.sendMail(m_other.address, text)))
                return;
            m_toWrite.removeFirst();
            m_expected.append(text);
        }
    }
    /// One message may be sent again with its id after a kill, so that none is lost; by its id it is one.
    void checkOtherSide()
    {
        QStringList wanted;
        for (const QString &text : std::as_const(m_expected)) {
            if (text.contains("out"_L1))
                wanted.append(text);
        }
        const auto lines = wanted.filter(u"line"_s);
        QSet<std::pair<QString, QString>> ids;
        int repeated = 0;
        const auto take = [&] {
            QStringList found;
            ids.clear();
            repeated = 0;
            for (const QJsonObject &event : m_chat.events()) {
                const QString body = event.value(u"body"_s).toString();
                if (body.isEmpty())
                    continue;
                const std::pair key(body, event.value(u"stanza"_s).toString());
                repeated += ids.contains(key) ? 1 : 0;
                if (!ids.contains(key))
                    found.append(body);
                ids.insert(key);
            }
            return found;
        };
        QTRY_VERIFY_WITH_TIMEOUT(take().size() >= lines.size(), 15'000);
        const QString chat = lostOrDoubled(take(), lines);
        QVERIFY2(chat.isEmpty(), qPrintable(u"other side: "_s + chat));
        const QString inbox =
            lostOrDoubled(subjects(m_mail, u"INBOX"_s, wanted.filter(u"mail"_s).size()), wanted.filter(u"mail"_s));
        QVERIFY2(inbox.isEmpty(), qPrintable(u"other side: "_s + inbox));
        const QString sent =
            lostOrDoubled(subjects(m_mailbox, u"Sent"_s, wanted.filter(u"mail"_s).size()), wanted.filter(u"mail"_s));
        QVERIFY2(sent.isEmpty(), qPrintable(u"folder Sent: "_s + sent));
        qInfo("%d lines came a second time, with the id of the first", repeated);
    }
    /// Of the mails of a folder; those with one Message-ID are one.
    static QStringList subjects(ForeignMail &mailbox, const QString &folder, qsizetype atLeast)
    {
        QStringList found;
        QSet<QString> ids;
        const QJsonArray mails =
            mailbox.perform(u"wait"_s, {{u"folder"_s, folder}, {u"count"_s, int(atLeast)}}).value(u"mails"_s).toArray();
        for (const QJsonValue &mail : mails) {
            const QJsonObject fields = mail[u"fields"_s].toObject();
            const QString id = fields.value(u"message-id"_s).toString();
            if (!ids.contains(id) || folder == "Sent"_L1)
                found.append(fields.value(u"subject"_s).toString());
            ids.insert(id);
        }
        return found;
    }

    ServerAccount m_mine;
    ServerAccount m_other;
    QTemporaryDir m_profile;
    Device m_device;
    ForeignXmpp m_chat;
    ForeignMail m_mail;
    ForeignMail m_mailbox;
    QStringList m_expected;
    QStringList m_toWrite;
    int m_in = 0;
    int m_out = 0;
};

}

/// The whole program is killed, again and again: nothing is lost, nothing is there twice, nothing is damaged.
class tst_kills : public QObject
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
    /// Each name once, at a seeded passing; in ./check --long at each of its first passings.
    void atEveryNamedPoint()
    {
        QRandomGenerator random(seedOfThisRun());
        Day day(*m_servers);
        QVERIFY(day.device().begin());
        day.somethingComes();
        day.userWrites();
        QVERIFY(day.settle(30'000));
        const QJsonObject points = day.device().points();
        QVERIFY2(points.size() >= 18, qPrintable(QString::number(points.size())));
        QStringList reached;
        for (const QString &name : points.keys()) {
            if (name.startsWith("schema"_L1))
                continue; // passed at the first start of a profile only: atEverySchemaStep
            const int passings = std::min(points.value(name).toInt(), isLong() ? 12 : 1);
            for (int i = 0; i < passings; ++i) {
                const int passing = isLong() ? i + 1 : 1 + int(random.bounded(std::min(points.value(name).toInt(), 3)));
                day.somethingComes();
                if (day.device().begin(name + u':' + QString::number(passing)))
                    day.userWrites();
                day.settle(10'000);
                if (!day.device().isAlive())
                    reached.append(name);
                day.device().kill();
            }
        }
        reached.removeDuplicates();
        qInfo().noquote() << "killed at" << reached.join(u' ');
        QVERIFY2(reached.size() >= points.size() * 7 / 10, qPrintable(reached.join(u' ')));
        day.reckon();
    }
    void atSeededMoments()
    {
        QRandomGenerator random(seedOfThisRun());
        Day day(*m_servers);
        const int kills = isLong() ? 200 : 20;
        for (int i = 0; i < kills; ++i) {
            if (random.bounded(2) == 0)
                day.somethingComes();
            if (day.device().begin({}, 50 + int(random.bounded(2'000)))) {
                if (random.bounded(2) == 0)
                    day.somethingComes();
                day.userWrites();
            }
            [[maybe_unused]] const bool dead = QTest::qWaitFor([&] { return !day.device().isAlive(); }, 10'000);
            QVERIFY(dead);
            if (i % 5 == 4) {
                day.device().kill();
                QCOMPARE(day.device().integrity(), u"ok"_s);
            }
        }
        day.reckon();
    }
    /// An old profile is brought up to date by a program that dies on the way: it is the old one or the new one.
    void atEverySchemaStep()
    {
        const auto steps = store::schemaSteps();
        QTemporaryDir old;
        const QString database = old.filePath(u"isthmus.sqlite"_s);
        {
            auto made = store::Database::open({database, std::chrono::seconds(1), steps.first(1)});
            QVERIFY(made);
            QVERIFY((*made)->writeNow([](store::Connection &connection) -> base::Result<base::Done> {
                connection.run(
                    "INSERT INTO account (address_key, jid, address, display_name, endpoints, connect_chat,"
                    " fetch_mail, id_key, created_at) VALUES ('a@b.example', 'a@b.example', 'a@b.example', '', x'', 0, 0, x'', 0)");
                for (int i = 0; i < 500; ++i)
                    connection.run(
                        "INSERT INTO item (account, home, address, direction, channel, kind, at, subject, text, extra,"
                        " stage, fault_detail, server_text, fell_back, read, thread, stanza_id, archive_id, message_id,"
                        " digest) VALUES (1, 'xmpp:b@b.example', 'xmpp:b@b.example', 0, 0, 0, 0, '', ?, x'', 0, '', '', 0,"
                        " 0, '', '', '', '', x'')",
                        QStringLiteral("kept %1").arg(i));
                return base::Done{};
            }));
        }
        QTemporaryDir counting;
        Device whole(*m_servers, {}, counting.path());
        QVERIFY(QFile::copy(database, counting.filePath(u"isthmus.sqlite"_s)));
        QVERIFY(whole.begin());
        const QJsonObject points = whole.points();
        whole.kill();
        int killed = 0;
        for (const QString &name : points.keys()) {
            if (!name.startsWith("schema"_L1))
                continue;
            for (int passing = 1; passing <= points.value(name).toInt(); ++passing) {
                QTemporaryDir profile;
                QVERIFY(QFile::copy(database, profile.filePath(u"isthmus.sqlite"_s)));
                Device device(*m_servers, {}, profile.path());
                QVERIFY(!device.begin(name + u':' + QString::number(passing)));
                ++killed;
                QVERIFY2(device.begin(), qPrintable(name));
                QVERIFY(device.quit() >= 0);
                QCOMPARE(device.rows(u"item"_s), 500);
                QCOMPARE(device.integrity(), u"ok"_s);
            }
        }
        QVERIFY2(killed >= 5, qPrintable(QString::number(killed)));
    }
};

ISTHMUS_TEST(tst_kills)
#include "tst_kills.moc"
