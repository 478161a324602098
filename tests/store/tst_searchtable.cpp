#include "core/store/Database.h"
#include "core/store/SearchTable.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

#include <algorithm>
#include <tuple>

using namespace isthmus;

namespace {

store::ItemRow rowOf(qint64 at, const char *who, model::Channel channel, const char *text)
{
    store::ItemRow row;
    row.item.account = model::AccountId{1};
    row.item.address = model::Jid::parse(QLatin1String(who) + QStringLiteral("@b.example")).value();
    row.item.channel = channel;
    row.item.at = base::fromMsecs(at);
    row.item.text = QString::fromUtf8(text);
    return row;
}

void put(store::Connection &connection, qint64 at, const char *who, model::Channel channel, const char *text)
{
    store::ItemRow row = rowOf(at, who, channel, text);
    row.item.id = store::ItemTable(connection).insert(row);
    store::SearchTable(connection).add(row.item);
}

}

class tst_searchtable : public QObject
{
    Q_OBJECT

    std::vector<qint64> find(const char *query) { return find({QString::fromUtf8(query), {}, {}, {}, 10}); }
    std::vector<qint64> find(const store::SearchTerms &terms)
    {
        const auto found = m_database->readNow([&terms](store::Connection &c) -> base::Result<std::vector<model::ItemId>> {
            return store::SearchTable(c).find(terms);
        });
        std::vector<qint64> ids;
        if (!found)
            return {-1};
        for (model::ItemId id : *found)
            ids.push_back(id.raw);
        return ids;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<store::Database> m_database;

private Q_SLOTS:
    void initTestCase()
    {
        auto opened =
            store::Database::open({m_dir.filePath(QStringLiteral("db")), std::chrono::seconds(1), store::schemaSteps()});
        QVERIFY(opened);
        m_database = std::move(opened).value();
        const auto done = m_database->writeNow([](store::Connection &c) -> base::Result<base::Done> {
            c.run("INSERT INTO account (address_key, jid, address, display_name, endpoints, connect_chat, fetch_mail,"
                  " id_key, created_at) VALUES ('a@b.example', 'a@b.example', 'a@b.example', '', x'', 1, 1, x'', 0)");
            put(c, 3000, "bob", model::Channel::Chat, "Lunch at noon, Café Müller");
            put(c, 2000, "bob", model::Channel::Chat, "我们明天去北京开会");
            put(c, 1000, "carol", model::Channel::Mail, "noon again \"quoted\" AND OR");
            return base::Done{};
        });
        QVERIFY(done);
    }
    // The first row is the newest by its own time: a mailbox is read from its newest mail back.
    void wordsAreFoundNewestFirst() { QCOMPARE(find("noon"), (std::vector<qint64>{1, 3})); }
    void allWordsMustMatch() { QCOMPARE(find("noon lunch"), (std::vector<qint64>{1})); }
    void everyWordIsABeginning()
    {
        QCOMPARE(find("lun"), (std::vector<qint64>{1}));
        QCOMPARE(find("lun noo caf"), (std::vector<qint64>{1}));
        QVERIFY(find("unch").empty());
    }
    void channelPeopleAndTimeNarrow()
    {
        QCOMPARE(find({QStringLiteral("noon"), model::Channel::Mail, {}, {}, 10}), (std::vector<qint64>{3}));
        QCOMPARE(find({QStringLiteral("noon"), {}, {QStringLiteral("xmpp:bob@b.example")}, {}, 10}),
                 (std::vector<qint64>{1}));
        QCOMPARE(find({QStringLiteral("noon"), {}, {}, store::ItemKey{base::fromMsecs(3000), model::ItemId{1}}, 10}),
                 (std::vector<qint64>{3}));
        QCOMPARE(find({QStringLiteral("noon"), {}, {}, {}, 1}), (std::vector<qint64>{1}));
    }
    void accentsDoNotMatter() { QCOMPARE(find("cafe muller"), (std::vector<qint64>{1})); }
    void twoChineseCharactersAreFoundInsideASentence()
    {
        QCOMPARE(find("北京"), (std::vector<qint64>{2}));
        QCOMPARE(find("明天去北"), (std::vector<qint64>{2}));
        QVERIFY(find("京北").empty());
    }
    void theQueryLanguageIsNotOpenToTheUser()
    {
        for (const char *query : {"\"", "NEAR(a b)", "*", "words:x", "(", "a\"b", "-x", "^", "noon\xef\xbc\x8c"})
            QVERIFY2(find(query) != (std::vector<qint64>{-1}), query);
        QCOMPARE(find("AND"), (std::vector<qint64>{3}));
        QVERIFY(find("").empty());
        QVERIFY(find("— \"").empty());
    }
    void namesAddressesAndFilesAreFound()
    {
        const auto done = m_database->writeNow([](store::Connection &c) -> base::Result<base::Done> {
            store::ItemRow row = rowOf(500, "dora", model::Channel::Mail, "see below");
            row.item.subject = QStringLiteral("Budget");
            row.item.from = {QStringLiteral("Dora Weiß"),
                             model::MailAddress::parse(QStringLiteral("dora@work.example")).value()};
            row.item.attachments.push_back({});
            row.item.attachments.back().name = QStringLiteral("figures-2026.ods");
            row.item.id = store::ItemTable(c).insert(row);
            store::SearchTable(c).add(row.item);
            return base::Done{};
        });
        QVERIFY(done);
        for (const char *words : {"budget", "weiß", "dora@work", "figures", "below budget dora"})
            QCOMPARE(find(words), (std::vector<qint64>{4}));
    }
    /// More matches than are looked up one by one take another way through the database.
    void commonWordsAreFoundNewestFirstToo()
    {
        const auto done = m_database->writeNow([](store::Connection &c) -> base::Result<base::Done> {
            for (int i = 0; i < 2500; ++i)
                put(c, 10000 + (i * 7) % 2500, i % 2 == 0 ? "bob" : "carol", model::Channel::Chat, "common word");
            return base::Done{};
        });
        QVERIFY(done);
        const auto ids = find({QStringLiteral("comm word"), {}, {QStringLiteral("xmpp:bob@b.example")}, {}, 5});
        QCOMPARE(ids.size(), 5u);
        const auto times = m_database->readNow([&ids](store::Connection &c) -> base::Result<std::vector<qint64>> {
            std::vector<qint64> at;
            for (qint64 id : ids)
                at.push_back(base::toMsecs(store::ItemTable(c).one(model::ItemId{id})->item.at));
            return at;
        });
        QVERIFY(times);
        std::vector<qint64> expected;
        for (int i = 0; i < 2500; i += 2)
            expected.push_back(10000 + (i * 7) % 2500);
        std::sort(expected.rbegin(), expected.rend());
        expected.resize(5);
        QCOMPARE(*times, expected);
    }
    /// What was written in the order of time lies together in the index, what was not lies scattered; nobody who searches
    /// sees a difference, on no page.
    void aWayThroughCommonWordsIsTheSameHoweverTheyLie_data()
    {
        QTest::addColumn<int>("step"); // between two neighbours in time, in the order of writing
        QTest::newRow("together") << 1;
        QTest::newRow("newest first") << 5999;
        QTest::newRow("two ways at once") << 2999;
        QTest::newRow("scattered") << 1871;
    }
    void aWayThroughCommonWordsIsTheSameHoweverTheyLie()
    {
        QFETCH(int, step);
        constexpr int count = 6000;
        static int round = 0;
        const QString word = QStringLiteral("river%1").arg(QChar(u'a' + round));
        const qint64 begin = 1'000'000'000LL * ++round;
        std::vector<qint64> expected;
        QVERIFY(m_database->writeNow([&](store::Connection &c) -> base::Result<base::Done> {
            for (int i = 0; i < count; ++i) {
                const qint64 at = begin + qint64(i) * step % count;
                const bool hasIt = i % 2 == 0;
                put(c, at, "frida", model::Channel::Chat, hasIt ? qPrintable(word) : "mountain");
                if (hasIt)
                    expected.push_back(at);
            }
            return base::Done{};
        }));
        std::sort(expected.rbegin(), expected.rend());
        store::SearchTerms terms{word, {}, {}, {}, 700};
        std::vector<qint64> times;
        for (;;) { // page by page
            const auto page = m_database->readNow([&](store::Connection &c) -> base::Result<std::vector<store::ItemKey>> {
                std::vector<store::ItemKey> keys;
                for (const model::ItemId id : store::SearchTable(c).find(terms))
                    keys.push_back({store::ItemTable(c).one(id)->item.at, id});
                return keys;
            });
            QVERIFY(page);
            if (page->empty())
                break;
            for (const store::ItemKey &key : *page)
                times.push_back(base::toMsecs(key.at));
            terms.before = page->back();
        }
        QCOMPARE(times, expected);
    }
    /// After a schema step: the newest first, and with the words that they have then.
    void whatWaitsForTheIndexIsTakenIntoIt()
    {
        model::Item item;
        QVERIFY(m_database->writeNow([&item](store::Connection &c) -> base::Result<base::Done> {
            store::ItemRow row = rowOf(5, "erik", model::Channel::Chat, "waiting zeppelin");
            row.item.id = store::ItemTable(c).insert(row);
            item = row.item;
            c.run("INSERT INTO search_pending (item) VALUES (?)", row.item.id);
            return base::Done{};
        }));
        QCOMPARE(find("zeppelin"), std::vector<qint64>());
        const auto changed = m_database->writeNow([&item](store::Connection &c) -> base::Result<int> {
            store::ItemRow row = *store::ItemTable(c).one(item.id);
            row.item.text = QStringLiteral("waiting airship");
            store::ItemTable(c).update(row);
            store::SearchTable search(c);
            search.replace(item, row.item);
            const int first = search.addPending(10);
            return first * 10 + search.addPending(10);
        });
        QVERIFY(changed);
        QCOMPARE(*changed, 10);
        QCOMPARE(find("airship"), (std::vector<qint64>{item.id.raw}));
        QCOMPARE(find("zeppelin"), std::vector<qint64>());
        QVERIFY(m_database->writeNow([](store::Connection &c) -> base::Result<base::Done> {
            c.run("INSERT INTO search (search) VALUES ('integrity-check')");
            return base::Done{};
        }));
    }
    void coverageCountsWhatCouldNotBeRead()
    {
        const auto coverage = [this] {
            return *m_database->readNow([](store::Connection &c) -> base::Result<store::SearchCoverage> {
                return store::SearchTable(c).coverage();
            });
        };
        const store::SearchCoverage before = coverage();
        QCOMPARE(before.searched, before.stored);
        QVERIFY(m_database->writeNow([](store::Connection &c) -> base::Result<base::Done> {
            store::ItemRow row = rowOf(1, "dora", model::Channel::Mail, "");
            row.item.kind = model::ItemKind::Unreadable;
            std::ignore = store::ItemTable(c).insert(row);
            c.run("INSERT INTO mail (account, sha256, internal_date, state) VALUES (1, x'00', 0, 0)");
            return base::Done{};
        }));
        QCOMPARE(coverage(), (store::SearchCoverage{before.stored + 2, before.searched}));
    }
};

ISTHMUS_TEST(tst_searchtable)
#include "tst_searchtable.moc"
