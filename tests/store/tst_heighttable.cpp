#include "core/store/Database.h"
#include "core/store/HeightTable.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

using namespace isthmus;
using model::ItemId;
using model::RowHeight;

namespace {

/// A profile with so many items, numbered from 1.
struct Filled {
    QTemporaryDir dir;
    std::unique_ptr<store::Database> database;

    explicit Filled(int items)
    {
        auto opened = store::Database::open(
            {dir.filePath(QStringLiteral("db")), std::chrono::milliseconds(200), store::schemaSteps()});
        if (!opened)
            qFatal("no database");
        database = std::move(*opened);
        const auto filled = database->writeNow([items](store::Connection &connection) -> base::Result<base::Done> {
            connection.run(
                "INSERT INTO account (address_key, jid, address, display_name, endpoints, connect_chat, fetch_mail,"
                " id_key, created_at) VALUES ('a@b.example', 'a@b.example', 'a@b.example', '', x'', 1, 1, x'', 0)");
            for (int i = 0; i < items; ++i) {
                connection.run(
                    "INSERT INTO item (account, home, address, direction, channel, kind, at, subject, text, extra, stage,"
                    " fault_detail, server_text, fell_back, read, thread, stanza_id, archive_id, message_id, digest)"
                    " VALUES (1, 'xmpp:b@b.example', 'xmpp:b@b.example', 0, 0, 0, 0, '', '', x'', 0, '', '', 0, 0, '', '', '',"
                    " '', x'')");
            }
            return base::Done{};
        });
        if (!filled)
            qFatal("no items");
    }
    [[nodiscard]] bool keep(const std::vector<RowHeight> &heights, int limit = store::HeightTable::rowsKept) const
    {
        return database
            ->writeNow([&](store::Connection &connection) -> base::Result<base::Done> {
                store::HeightTable(connection, limit).keep(heights);
                return base::Done{};
            })
            .ok();
    }
    [[nodiscard]] std::vector<RowHeight> of(const std::vector<ItemId> &items) const
    {
        return database
            ->readNow([&](store::Connection &connection) -> base::Result<std::vector<RowHeight>> {
                return store::HeightTable(connection).of(items);
            })
            .valueOr({});
    }
};

}

class tst_heighttable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLastHeightOfAnItemIsKeptWithItsForm()
    {
        const Filled filled(3);
        const std::int64_t form = std::numeric_limits<std::int64_t>::min() + 5; // every bit of it counts
        QVERIFY(filled.keep({{{1}, form, 40}, {{2}, form, 700}}));
        QCOMPARE(filled.of({{2}, {3}, {1}}), (std::vector<RowHeight>{{{2}, form, 700}, {{1}, form, 40}}));
        QVERIFY(filled.keep({{{1}, 7, 44}}));
        QCOMPARE(filled.of({{1}, {2}}), (std::vector<RowHeight>{{{1}, 7, 44}, {{2}, form, 700}}));
    }

    void anItemThatIsGoneTakesItsHeightAlong()
    {
        const Filled filled(2);
        QVERIFY(filled.keep({{{1}, 7, 40}, {{2}, 7, 50}}));
        QVERIFY(filled.database->writeNow([](store::Connection &connection) -> base::Result<base::Done> {
            connection.run("DELETE FROM item WHERE id = 1");
            return base::Done{};
        }));
        // It went while its height was on the way: the others are kept.
        QVERIFY(filled.keep({{{1}, 7, 41}, {{2}, 7, 51}}));
        QCOMPARE(filled.of({{1}, {2}}), (std::vector<RowHeight>{{{2}, 7, 51}}));
    }

    void theOldestGoAboveTheLimit()
    {
        const Filled filled(6);
        QVERIFY(filled.keep({{{1}, 7, 1}, {{2}, 7, 2}, {{3}, 7, 3}, {{4}, 7, 4}}, 4));
        QVERIFY(filled.keep({{{1}, 7, 11}}, 4)); // now the newest
        QVERIFY(filled.keep({{{5}, 7, 5}, {{6}, 7, 6}}, 4));
        const std::vector<RowHeight> left = filled.of({{1}, {2}, {3}, {4}, {5}, {6}});
        QVERIFY(left.size() <= 4 && left.size() >= 3);
        QCOMPARE(left.front(), (RowHeight{{1}, 7, 11}));
        QCOMPARE(left.back(), (RowHeight{{6}, 7, 6}));
        QVERIFY(filled.of({{2}, {3}}).empty());
    }
};

ISTHMUS_TEST(tst_heighttable)
#include "tst_heighttable.moc"
