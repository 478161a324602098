#include "core/store/Database.h"
#include "core/store/SearchTable.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace isthmus;

namespace {

using Opened = base::Result<std::unique_ptr<store::Database>>;

Opened openWith(const QString &path, std::span<const store::SchemaStep> steps)
{
    return store::Database::open({path, std::chrono::milliseconds(200), steps});
}

/// The schema as it was when the step with this version was the last.
std::span<const store::SchemaStep> upTo(int version)
{
    const auto all = store::schemaSteps();
    std::size_t count = 0;
    while (count < all.size() && all[count].version <= version)
        ++count;
    return all.first(count);
}

base::Result<base::Done> putAccountAndItem(store::Connection &connection)
{
    connection.run(
        "INSERT INTO account (address_key, jid, address, display_name, endpoints, connect_chat, fetch_mail, id_key,"
        " created_at) VALUES ('a@b.example', 'a@b.example', 'a@b.example', '', x'', 1, 1, x'', 0)");
    connection.run(
        "INSERT INTO item (account, home, address, direction, channel, kind, at, subject, text, extra, stage,"
        " fault_detail, server_text, fell_back, read, thread, stanza_id, archive_id, message_id, digest)"
        " VALUES (1, 'xmpp:b@b.example', 'xmpp:b@b.example', 0, 0, 0, 0, '', 'kept', x'', 0, '', '', 0, 0, '', '', '',"
        " '', x'')");
    return base::Done{};
}

QString keptText(store::Database &database)
{
    return database
        .readNow([](store::Connection &connection) -> base::Result<QString> {
            store::Rows rows = connection.select("SELECT text FROM item");
            return rows.next() ? rows.text(0) : QString();
        })
        .valueOr(QStringLiteral("unreadable"));
}

int versionOf(const QString &path)
{
    QFile file(path);
    // The database header keeps user_version big-endian at offset 60 (sqlite.org/fileformat.html 1.3).
    if (!file.open(QIODevice::ReadOnly) || !file.seek(60))
        return -1;
    const QByteArray octets = file.read(4);
    return static_cast<unsigned char>(octets.at(3)) + 256 * static_cast<unsigned char>(octets.at(2));
}

constexpr const char *broken[] = {"CREATE TABLE half (id INTEGER) STRICT", "CREATE TABLE item (id INTEGER) STRICT"};
constexpr const char *later[] = {"CREATE TABLE later (id INTEGER) STRICT"};

}

class tst_schema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachStepKeepsWhatIsThere_data()
    {
        QTest::addColumn<int>("from");
        const auto steps = store::schemaSteps();
        for (std::size_t i = 0; i + 1 < steps.size(); ++i)
            QTest::addRow("from %d", steps[i].version) << steps[i].version;
    }
    void eachStepKeepsWhatIsThere()
    {
        QFETCH(int, from);
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("db"));
        {
            auto old = openWith(path, upTo(from));
            QVERIFY(old);
            QVERIFY((*old)->writeNow(putAccountAndItem));
        }
        QCOMPARE(versionOf(path), from);
        const int newest = store::schemaSteps().back().version;
        {
            auto present = openWith(path, store::schemaSteps());
            QVERIFY(present);
            QCOMPARE(keptText(**present), QStringLiteral("kept"));
            QVERIFY((*present)->writeNow([](store::Connection &connection) -> base::Result<base::Done> {
                store::SearchTable(connection).add(model::ItemId{1}, QStringLiteral("kept"));
                return base::Done{};
            }));
        }
        QCOMPARE(versionOf(path), newest);
        // The copy that was made before is whole, and of the old version.
        const QString copy = path + QStringLiteral(".before-schema-%1").arg(newest);
        QCOMPARE(versionOf(copy), from);
        auto restored = openWith(copy, upTo(from));
        QVERIFY(restored);
        QCOMPARE(keptText(**restored), QStringLiteral("kept"));
    }

    void aNewProfileNeedsNoCopy()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("db"));
        QVERIFY(openWith(path, store::schemaSteps()));
        QVERIFY(QDir(dir.path()).entryList({QStringLiteral("*before-schema*")}).isEmpty());
    }

    void aStepThatFailsLeavesTheProfileAsItWas()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("db"));
        {
            auto old = openWith(path, store::schemaSteps());
            QVERIFY((*old)->writeNow(putAccountAndItem));
        }
        std::vector<store::SchemaStep> steps(store::schemaSteps().begin(), store::schemaSteps().end());
        const int newest = steps.back().version;
        steps.push_back({newest + 1, later});
        steps.push_back({newest + 2, broken});
        QVERIFY(!openWith(path, steps));
        QCOMPARE(versionOf(path), newest);
        auto again = openWith(path, store::schemaSteps());
        QVERIFY(again);
        QCOMPARE(keptText(**again), QStringLiteral("kept"));
        // Nothing of either step has stayed.
        steps.pop_back();
        again->reset();
        QVERIFY(openWith(path, steps));
    }

    void aNewerProfileIsNotTouched()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("db"));
        std::vector<store::SchemaStep> steps(store::schemaSteps().begin(), store::schemaSteps().end());
        steps.push_back({steps.back().version + 1, later});
        QVERIFY(openWith(path, steps));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        const auto opened = openWith(path, store::schemaSteps());
        QVERIFY(!opened);
        QCOMPARE(opened.error().fault, base::Fault::Unsupported);
        QVERIFY(opened.error().detail.contains(QStringLiteral("newer version")));
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    void anUnfinishedCopyOfAnEarlierAttemptIsReplaced()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("db"));
        {
            auto old = openWith(path, upTo(store::schemaSteps().front().version));
            QVERIFY((*old)->writeNow(putAccountAndItem));
        }
        const QString copy = path + QStringLiteral(".before-schema-%1").arg(store::schemaSteps().back().version);
        QFile unfinished(copy + QStringLiteral(".unfinished"));
        QVERIFY(unfinished.open(QIODevice::WriteOnly));
        unfinished.write("half a copy");
        unfinished.close();
        QVERIFY(openWith(path, store::schemaSteps()));
        QCOMPARE(versionOf(copy), store::schemaSteps().front().version);
        QVERIFY(!unfinished.exists());
    }
};

ISTHMUS_TEST(tst_schema)
#include "tst_schema.moc"
