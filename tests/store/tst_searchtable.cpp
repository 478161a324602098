#include "core/store/Database.h"
#include "core/store/SearchTable.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

using namespace isthmus;

class tst_searchtable : public QObject
{
    Q_OBJECT

    std::vector<qint64> find(const char *query)
    {
        const auto found = m_database->readNow([query](store::Connection &c) -> base::Result<std::vector<model::ItemId>> {
            return store::SearchTable(c).find(QString::fromUtf8(query), 10);
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
        auto opened = store::Database::open({m_dir.filePath(QStringLiteral("db")), std::chrono::seconds(1),
                                             store::schemaSteps()});
        QVERIFY(opened);
        m_database = std::move(opened).value();
        const char *texts[] = {"Lunch at noon, Café Müller", "我们明天去北京开会", "noon again \"quoted\" AND OR"};
        const auto done = m_database->writeNow([&](store::Connection &c) -> base::Result<base::Done> {
            for (qint64 i = 0; i < 3; ++i)
                store::SearchTable(c).add(model::ItemId{i + 1}, QString::fromUtf8(texts[i]));
            return base::Done{};
        });
        QVERIFY(done);
    }
    void wordsAreFoundNewestFirst() { QCOMPARE(find("noon"), (std::vector<qint64>{3, 1})); }
    void allWordsMustMatch() { QCOMPARE(find("noon lunch"), (std::vector<qint64>{1})); }
    void theLastWordIsAPrefix() { QCOMPARE(find("lun"), (std::vector<qint64>{1})); }
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
    }
};

ISTHMUS_TEST(tst_searchtable)
#include "tst_searchtable.moc"
