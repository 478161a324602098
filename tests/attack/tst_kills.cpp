#include "core/store/Database.h"
#include "tests/attack/Device.h"
#include "tests/support/Foreign.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <map>

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

/// Every point that the sources name, so that none can be forgotten here. Empty, and the test failed, where a call
/// names its point by anything but a literal.
QStringList namedPoints()
{
    static const QRegularExpression call(u"\\bcheckpoint\\((?!const char)"_s);
    static const QRegularExpression name(u"\\bcheckpoint\\(\"([^\"]+)\"\\)"_s);
    QStringList names;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s}) {
        QDirIterator files(sourcePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) {
                QTest::qFail(qPrintable(file.fileName() + u" cannot be read"_s), __FILE__, __LINE__);
                return {};
            }
            const QString text = QString::fromUtf8(file.readAll());
            const qsizetype before = names.size();
            for (auto found = name.globalMatch(text); found.hasNext();)
                names.append(found.next().captured(1));
            if (names.size() - before != text.count(call)) {
                QTest::qFail(qPrintable(u"a point without a literal name in "_s + file.fileName()), __FILE__, __LINE__);
                return {};
            }
        }
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

/// Points that no journey here passes, and why that is so. One that is passed after all has no place here.
const std::map<QString, const char *> &exceptions()
{
    static const std::map<QString, const char *> points{
        {u"imap.copied"_s,
         "this server can MOVE; mail_live.tst_movelive::moveThatWasCutOffNeitherLosesNorDoubles cuts there"},
        {u"account.removed"_s,
         "the day keeps its account; engine.tst_killedremoval::atEveryPointItIsThereOrGone kills there"},
        {u"account.secret-removed"_s, "the same"}};
    return points;
}

/// A profile as the first schema had it, with an account and 500 rows.
void makeOldProfile(const QString &path)
{
    const auto steps = store::schemaSteps();
    auto made = store::Database::open({path, std::chrono::seconds(1), steps.first(1)});
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

/// More than one stanza carries (specification 4.1): it leaves in parts.
QString longText(const QString &firstLine)
{
    return firstLine + u'\n' + u"And so on, and so on. "_s.repeated(120);
}

/// What came of chat: each whole text by its first line, put together from the parts that it came in. A stanza
/// that came twice counts once.
class Heard
{
public:
    void take(const QString &stanza, const QString &body)
    {
        if (body.isEmpty())
            return;
        if (m_stanzas.contains({body, stanza})) {
            ++m_repeated;
            return;
        }
        m_stanzas.insert({body, stanza});
        static const QRegularExpression part(u"^\\((\\d+)/(\\d+)\\) ([^\n]*)"_s);
        const QRegularExpressionMatch match = part.match(body);
        if (!match.hasMatch()) {
            m_texts.append(body);
            return;
        }
        const int number = match.captured(1).toInt();
        // The first part has the id of the whole, the others that id and their number.
        Whole &whole = m_wholes[number == 1 ? stanza : stanza.section(u"-s"_s, 0, -2)];
        if (number == 1)
            whole.firstLine = match.captured(3);
        if (++whole.parts == match.captured(2).toInt())
            m_texts.append(whole.firstLine);
    }
    [[nodiscard]] QStringList texts() const { return m_texts; }
    [[nodiscard]] int repeated() const { return m_repeated; }

private:
    struct Whole {
        QString firstLine;
        int parts = 0;
    };
    QStringList m_texts;
    QSet<std::pair<QString, QString>> m_stanzas;
    std::map<QString, Whole> m_wholes;
    int m_repeated = 0;
};

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

    /// A line, a mail and a mail for the trash come in, whether the program runs or not.
    void somethingComes()
    {
        const QString number = QString::number(++m_in);
        m_chat.send(m_mine.address, u"line in "_s + number);
        m_mailbox.deliver(mailFrom(m_other.address, u"mail-in-"_s + number));
        m_expected += {u"line in "_s + number, u"mail-in-"_s + number};
        m_mailbox.deliver(mailFrom(m_other.address, u"rubbish-"_s + number));
        m_rubbish += u"rubbish-"_s + number;
    }
    /// The user writes a line, a long text and a mail. What the program did not live to keep, the user writes again.
    void userWrites()
    {
        const QString number = QString::number(++m_out);
        m_toWrite += {u"line out "_s + number, u"long out "_s + number, u"mail-out-"_s + number};
        write();
    }
    /// Nothing is missing, and nothing of ours waits any more. What is rubbish is thrown away where it is seen.
    bool isSettled()
    {
        const std::vector<Shown> shown = m_device.shown(m_other.address);
        if (!textsOf(shown).filter(u"rubbish"_s).isEmpty()) {
            m_device.throwAway(m_other.address, u"rubbish"_s);
            return false;
        }
        if (shown.size() < static_cast<std::size_t>(m_expected.size()))
            return false;
        return std::all_of(shown.begin(), shown.end(), [](const Shown &item) {
            return !item.own || item.stage == "sent"_L1 || item.stage == "delivered"_L1;
        });
    }
    /// One run that is to end at \p deadlyPoint, with all that a day may bring. Whether it ended there.
    bool dies(const QString &deadlyPoint)
    {
        somethingComes();
        if (m_device.begin(deadlyPoint)) {
            userWrites();
            somethingComes();
            settle(10'000);
            // Behind the last answer there is still the copy to be filed.
            [[maybe_unused]] const bool dead = QTest::qWaitFor([this] { return !m_device.isAlive(); }, 3'000);
        }
        const bool died = m_device.wasKilled();
        m_device.kill();
        return died;
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
        const QString trash = lostOrDoubled(subjects(m_mailbox, u"Trash"_s, m_rubbish.size()), m_rubbish);
        QVERIFY2(trash.isEmpty(), qPrintable(u"folder Trash: "_s + trash));
        const std::vector<Shown> all = m_device.shown(m_other.address);
        const QString shown = lostOrDoubled(textsOf(all), m_expected);
        if (!settled)
            qInfo() << m_device.ask(u"state"_s) << m_device.points();
        for (const Shown &item : all) {
            const bool waits = item.own && item.stage != "sent"_L1 && item.stage != "delivered"_L1;
            if (shown.contains(item.text) || waits)
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
            if (!there.contains(text) && !send(text))
                return;
            m_toWrite.removeFirst();
            m_expected.append(text);
        }
    }
    bool send(const QString &text)
    {
        if (text.startsWith("mail"_L1))
            return m_device.sendMail(m_other.address, text);
        return m_device.sendChat(m_other.address, text.startsWith("long"_L1) ? longText(text) : text);
    }
    /// One message may be sent again with its id after a kill, so that none is lost; by its id it is one.
    void checkOtherSide()
    {
        QStringList wanted;
        for (const QString &text : std::as_const(m_expected)) {
            if (text.contains("out"_L1))
                wanted.append(text);
        }
        const QStringList mails = wanted.filter(u"mail"_s);
        const auto heard = [&] {
            Heard all;
            for (const QJsonObject &event : m_chat.events())
                all.take(event.value(u"stanza"_s).toString(), event.value(u"body"_s).toString());
            return all;
        };
        QTRY_VERIFY_WITH_TIMEOUT(heard().texts().size() >= wanted.size() - mails.size(), 15'000);
        const QString chat = lostOrDoubled(heard().texts(), wanted.filter(QRegularExpression(u"^(?!mail)"_s)));
        QVERIFY2(chat.isEmpty(), qPrintable(u"other side: "_s + chat));
        const QString inbox = lostOrDoubled(subjects(m_mail, u"INBOX"_s, mails.size()), mails);
        QVERIFY2(inbox.isEmpty(), qPrintable(u"other side: "_s + inbox));
        const QString sent = lostOrDoubled(subjects(m_mailbox, u"Sent"_s, mails.size()), mails);
        QVERIFY2(sent.isEmpty(), qPrintable(u"folder Sent: "_s + sent));
        qInfo("%d lines came a second time, with the id of the first", heard().repeated());
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
            if (!ids.contains(id) || folder != "INBOX"_L1)
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
    QStringList m_rubbish;
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

    /// A program that dies at this passing on a copy of the old profile, and what the next one finds. Whether it died.
    bool diesWhereAnOldProfileIsBroughtUpToDate(const QString &old, const QString &point, int passing)
    {
        QTemporaryDir profile;
        if (!QFile::copy(old + u"/isthmus.sqlite"_s, profile.filePath(u"isthmus.sqlite"_s)))
            return false;
        Device device(*m_servers, {}, profile.path());
        if (device.begin(point + u':' + QString::number(passing)) || !device.wasKilled())
            return false;
        const bool begun = device.begin() && device.quit() >= 0;
        if (!begun || device.rows(u"item"_s) != 500 || device.integrity() != u"ok"_s)
            QTest::qFail(qPrintable(u"the profile is not whole after a kill at "_s + point), __FILE__, __LINE__);
        return true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }
    /// Each name once, at a seeded passing; in ./check --long at each of its first passings. All that the sources
    /// name must be reached: a new point needs a journey here that passes it.
    void atEveryNamedPoint()
    {
        QRandomGenerator random(seedOfThisRun());
        const QStringList names = namedPoints();
        Day day(*m_servers);
        QVERIFY(day.device().begin());
        day.somethingComes();
        day.userWrites();
        QVERIFY(day.settle(30'000));
        const QJsonObject points = day.device().points();
        QTemporaryDir old;
        makeOldProfile(old.filePath(u"isthmus.sqlite"_s));
        QStringList missed;
        for (const QString &name : names) {
            if (exceptions().count(name) > 0) {
                QVERIFY2(!points.contains(name), qPrintable(name + u" is passed: it is no exception"_s));
                continue;
            }
            if (name.startsWith("schema"_L1)) {
                // Passed before anything can be written or come: only an old profile has something to lose here.
                if (!diesWhereAnOldProfileIsBroughtUpToDate(old.path(), name, 1))
                    missed.append(name);
                continue;
            }
            // What is passed last in a day may come less often in another, the first passing comes in each.
            const int passings = std::max(1, std::min(points.value(name).toInt(), isLong() ? 12 : 3));
            bool reached = false;
            for (int i = 0; i < (isLong() ? passings : 3) && !(reached && !isLong()); ++i) {
                const int seeded = i == 0 ? 1 + int(random.bounded(passings)) : 1;
                reached = day.dies(name + u':' + QString::number(isLong() ? i + 1 : seeded)) || reached;
            }
            if (!reached)
                missed.append(name);
        }
        qInfo().noquote() << "killed at" << names.size() - missed.size() - qsizetype(exceptions().size()) << "of"
                          << names.join(u' ');
        day.reckon();
        QVERIFY2(!names.isEmpty() && missed.isEmpty(), qPrintable(u"never reached: "_s + missed.join(u' ')));
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
        QTemporaryDir old;
        const QString database = old.filePath(u"isthmus.sqlite"_s);
        makeOldProfile(database);
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
                QVERIFY2(diesWhereAnOldProfileIsBroughtUpToDate(old.path(), name, passing), qPrintable(name));
                ++killed;
            }
        }
        QVERIFY2(killed >= 5, qPrintable(QString::number(killed)));
    }
};

ISTHMUS_TEST(tst_kills)
#include "tst_kills.moc"
