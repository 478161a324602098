#include "core/stanza/XmlGate.h"
#include "tests/attack/Device.h"
#include "tests/support/Foreign.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <ctime>
#include <unistd.h>

using namespace isthmus;
using namespace isthmus::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtOnce = 50; // a page of the archive: one transaction

/// What a process has used of the processors, and the most memory it has had.
struct Usage {
    double seconds = 0;
    double megabytes = 0;
};

Usage usageOf(qint64 process)
{
    Usage usage;
    QFile stat(u"/proc/%1/stat"_s.arg(process));
    if (stat.open(QIODevice::ReadOnly)) {
        const QByteArray line = stat.readAll();
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        usage.seconds =
            double(fields.value(11).toLongLong() + fields.value(12).toLongLong()) / double(::sysconf(_SC_CLK_TCK));
    }
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                usage.megabytes = double(line.mid(6).trimmed().split(' ').front().toLong()) / 1024;
        }
    }
    return usage;
}

/// The profile's database, looked at from outside while the program writes it.
class Look
{
public:
    explicit Look(const Device &device) : Look(device.profile() + u"/isthmus.sqlite"_s, true) {}
    Look(const QString &path, bool readOnly) : m_name(u"look-"_s + path)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        database.setDatabaseName(path);
        if (readOnly)
            database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        database.open();
    }
    ~Look() { QSqlDatabase::removeDatabase(m_name); }
    Q_DISABLE_COPY_MOVE(Look)
    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name); }
    [[nodiscard]] int items() const
    {
        QSqlQuery query(database());
        return query.exec(u"SELECT count(*) FROM item"_s) && query.next() ? query.value(0).toInt() : 0;
    }

private:
    QString m_name;
};

/// Seconds to put the rows that are in \p from into tables of the same make, and nothing else.
double rawInserts(const Look &from)
{
    QTemporaryDir dir;
    const Look to(dir.filePath(u"raw.sqlite"_s), false);
    const auto run = [&to](const QString &statement) {
        QSqlQuery query(to.database());
        if (!query.exec(statement))
            qWarning().noquote() << query.lastError().text() << statement;
    };
    run(u"PRAGMA journal_mode = WAL"_s);
    run(u"PRAGMA synchronous = FULL"_s);
    std::vector<std::pair<QString, std::vector<QVariantList>>> tables;
    for (const QString &table : {u"stanza"_s, u"item"_s}) {
        QSqlQuery schema(from.database());
        schema.exec(
            u"SELECT sql FROM sqlite_master WHERE tbl_name = '%1' AND sql IS NOT NULL AND type IN ('table', 'index') ORDER BY type DESC"_s
                .arg(table));
        while (schema.next())
            run(schema.value(0).toString());
        QSqlQuery rows(from.database());
        rows.exec(u"SELECT * FROM "_s + table);
        const int columns = rows.record().count();
        tables.emplace_back(u"INSERT INTO %1 VALUES (?%2)"_s.arg(table, u", ?"_s.repeated(columns - 1)),
                            std::vector<QVariantList>());
        while (rows.next()) {
            QVariantList values;
            for (int i = 0; i < columns; ++i)
                values.append(rows.value(i));
            tables.back().second.push_back(std::move(values));
        }
    }
    QElapsedTimer timer;
    timer.start();
    for (const auto &[statement, rows] : tables) {
        QSqlQuery insert(to.database());
        insert.prepare(statement);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i % rowsAtOnce == 0)
                run(u"BEGIN"_s);
            for (int column = 0; column < rows[i].size(); ++column)
                insert.bindValue(column, rows[i][column]);
            insert.exec();
            if (i % rowsAtOnce == rowsAtOnce - 1 || i + 1 == rows.size())
                run(u"COMMIT"_s);
        }
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

/// Seconds for the bare gate to read as many stanzas as there are.
double bareGate(const QByteArray &stanzas)
{
    stanza::XmlGate gate;
    int count = 0;
    const auto sink = [&count](const stanza::XmlGate::Event &) { ++count; };
    const std::clock_t begun = std::clock();
    const QByteArray header =
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>";
    if (!gate.feed(header, sink))
        qWarning() << "the gate refuses its stream";
    for (qsizetype at = 0; at < stanzas.size(); at += 4096) {
        if (!gate.feed(QByteArrayView(stanzas).sliced(at, std::min<qsizetype>(4096, stanzas.size() - at)), sink))
            qWarning() << "the gate refuses its stanzas";
    }
    return double(std::clock() - begun) / CLOCKS_PER_SEC;
}

QByteArray stanzaTo(const QString &address, int number)
{
    return QStringLiteral(
               "<message to='%1' type='chat' id='bench-%2'><body>Line %2 of a long conversation about nothing in"
               " particular, as people write them.</body><origin-id xmlns='urn:xmpp:sid:0' id='bench-%2'/></message>")
        .arg(address)
        .arg(number)
        .toUtf8();
}

}

/// How fast things come in, beside what the machine, the server and other programs do in the same run. Prints;
/// asserts only that everything is there, since the machine is not ours.
class tst_throughput : public QObject
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
    void chatLiveAndFromTheArchive()
    {
        const int count = isLong() ? 20'000 : 600;
        const ServerAccount mine = m_servers->createAccount(u"bench"_s);
        const ServerAccount other = m_servers->createAccount(u"peer"_s);
        m_servers->befriend(mine, other);
        QTemporaryDir profile;
        Device device(*m_servers, mine, profile.path());
        device.setServices(true, false);
        device.setHurried(false);
        QVERIFY(device.begin());
        QTRY_VERIFY_WITH_TIMEOUT(device.isOnline(u"chat"_s), 20'000);
        ForeignXmpp chat(*m_servers, other);
        chat.online();
        QByteArray all;
        const Usage before = usageOf(device.processId());
        const Look look(device);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count;) {
            QByteArray some;
            for (int end = std::min(count, i + 200); i < end; ++i)
                some += stanzaTo(mine.address, i);
            all += some;
            chat.perform(u"raw"_s, {{u"xml"_s, QString::fromUtf8(some)}});
        }
        QTRY_VERIFY_WITH_TIMEOUT(look.items() >= count, 400'000);
        const double live = double(timer.elapsed()) / 1000;
        const Usage after = usageOf(device.processId());
        const double gate = bareGate(all);
        const double rows = rawInserts(look);
        QCOMPARE(look.items(), count);
        qInfo("live, socket to store: %d stanzas in %.2f s, %.0f/s; %.2f s of processor, %.0f/s; %.0f MB", count, live,
              count / live, after.seconds - before.seconds, count / std::max(0.01, after.seconds - before.seconds),
              after.megabytes);
        qInfo("  bare gate %.0f/s; raw inserts of the same rows %.0f/s (%.1f times ours)", count / std::max(gate, 0.0001),
              count / rows, live / rows);

        QTemporaryDir fresh;
        Device second(*m_servers, mine, fresh.path());
        second.setServices(true, false);
        second.setHurried(false);
        timer.restart();
        QVERIFY(second.begin());
        const Look newcomer(second);
        QTRY_VERIFY_WITH_TIMEOUT(newcomer.items() >= count, 400'000);
        const double archive = double(timer.elapsed()) / 1000;
        const Usage used = usageOf(second.processId());
        QCOMPARE(newcomer.items(), count);
        second.kill();
        device.kill();
        ForeignXmpp pager(*m_servers, mine);
        pager.online();
        const QJsonObject pages = pager.perform(u"archive_pages"_s, {}, 400'000);
        QCOMPARE(pages.value(u"count"_s).toInt(), count);
        const double theirs = pages.value(u"seconds"_s).toDouble();
        qInfo(
            "archive, sign-in to store: %d in %.2f s, %.0f/s; %.2f s of processor, %.0f MB; server's pages to slixmpp alone %.0f/s (%.2f times ours)",
            count, archive, count / archive, used.seconds, used.megabytes, count / theirs, archive / theirs);
    }
    void mailOfAWholeFolder()
    {
        const int count = isLong() ? 10'000 : 300;
        const ServerAccount mine = m_servers->createAccount(u"bench"_s);
        ForeignMail mailbox(*m_servers, mine);
        const QByteArray raw =
            "From: Bea Example <bea@elsewhere.test>\r\nTo: " + mine.address.toUtf8()
            + "\r\nSubject: Minutes, part {n}\r\nMessage-ID: <bench-{n}@elsewhere.test>\r\nDate: Sat, 21 Nov 2026 09:00:00 +0000\r\n"
              "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
            + QByteArray("Words that were said, one after the other, as minutes have them.\r\n").repeated(40);
        mailbox.perform(u"deliver_many"_s,
                        {{u"to"_s, mine.address}, {u"raw"_s, QString::fromLatin1(raw.toBase64())}, {u"count"_s, count}},
                        400'000);
        const QJsonObject pace = mailbox.perform(u"fetch_all"_s, {}, 100'000);
        QTemporaryDir profile;
        Device device(*m_servers, mine, profile.path());
        device.setServices(false, true);
        device.setHurried(false);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(device.begin());
        const Look look(device);
        const auto stored = [&look] {
            QSqlQuery query(look.database());
            return query.exec(u"SELECT count(*) FROM mail"_s) && query.next() ? query.value(0).toInt() : 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(stored() >= count, 400'000);
        const double fetched = double(timer.elapsed()) / 1000;
        QTRY_VERIFY_WITH_TIMEOUT(look.items() >= count, 400'000);
        const double shown = double(timer.elapsed()) / 1000;
        QCOMPARE(look.items(), count);
        const Usage used = usageOf(device.processId());
        const double bare = pace.value(u"seconds"_s).toDouble();
        qInfo("mail, sign-in to all stored: %d in %.2f s, %.0f/s; read and shown after %.2f s; %.2f s of processor, %.0f MB",
              count, fetched, count / fetched, shown, used.seconds, used.megabytes);
        qInfo("  one bare FETCH of the same octets %.2f s (ours is %.1f times that)", bare, fetched / bare);
        const double other = mbsync(mine);
        if (other > 0)
            qInfo("  mbsync %.2f s (ours is %.2f times that)", other, fetched / other);
        else
            qInfo("  mbsync is not installed");
    }

private:
    /// Seconds until mbsync has the whole INBOX, each mail in a file of its own; 0 where there is no mbsync.
    double mbsync(const ServerAccount &account)
    {
        if (QStandardPaths::findExecutable(u"mbsync"_s).isEmpty())
            return 0;
        QTemporaryDir dir;
        QFile settings(dir.filePath(u"mbsyncrc"_s));
        if (!settings.open(QIODevice::WriteOnly))
            return 0;
        // Through a tunnel, since the certificate's name is in no DNS that mbsync would ask.
        settings.write(
            QStringLiteral(
                "IMAPAccount a\nTunnel \"openssl s_client -quiet -connect %1:%2 2>/dev/null\"\nUser %3\nPass %4\n"
                "AuthMechs LOGIN\n\nIMAPStore far\nAccount a\n\nMaildirStore near\nPath %5/mail/\nInbox %5/mail/INBOX\n\n"
                "Channel c\nFar :far:\nNear :near:\nPatterns INBOX\nCreate Near\nSync Pull\nSyncState %5/state\n")
                .arg(m_servers->address())
                .arg(m_servers->port(u"imaps"_s))
                .arg(account.address, account.password, dir.path())
                .toUtf8());
        settings.close();
        QDir(dir.path()).mkpath(u"mail"_s);
        QElapsedTimer timer;
        timer.start();
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(u"mbsync"_s, {u"-c"_s, settings.fileName(), u"-q"_s, u"c"_s});
        const bool done = program.waitForFinished(300'000) && program.exitCode() == 0;
        const double seconds = double(timer.elapsed()) / 1000;
        const auto files = QDir(dir.filePath(u"mail/INBOX/new"_s)).count() + QDir(dir.filePath(u"mail/INBOX/cur"_s)).count();
        if (!done)
            qWarning("mbsync failed");
        qInfo("  mbsync has %d files", int(files) - 4);
        return done ? seconds : 0;
    }
};

ISTHMUS_TEST(tst_throughput)
#include "tst_throughput.moc"
