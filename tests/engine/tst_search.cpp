#include "core/engine/Search.h"
#include "core/engine/Timeline.h"
#include "core/store/Database.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;

class tst_search : public QObject
{
    Q_OBJECT

    static model::ItemId say(Profile &profile, model::PersonId person, const QString &text)
    {
        profile.now += std::chrono::seconds(1);
        model::Draft draft;
        draft.person = person;
        draft.text = text;
        return wait(profile.engine->outbox().send(draft)).valueOr(model::ItemId{});
    }

private Q_SLOTS:
    void bothChannelsStandInOneListNewestFirst()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        const model::ItemId chat = say(profile, bob, QStringLiteral("Shall we meet about the budget?"));
        profile.mail->arrive({arrivedMail(1, "From: Dora <dora@work.example>\nTo: alice@chat.example\nSubject: Figures\n"
                                             "Message-ID: <f1@work.example>\nDate: Sat, 21 Nov 2026 09:00:00 +0000\n\n"
                                             "The budget for next year.\n")});
        engine::Search search(*profile.engine);
        engine::SearchWish wish;
        wish.words = QStringLiteral("budg");
        std::optional<engine::SearchPage> page;
        QTRY_VERIFY((page = *wait(search.find(wish)))->hits.size() == 2);
        QCOMPARE(page->hits[0].item, chat);
        QCOMPARE(page->hits[0].person, bob);
        QCOMPARE(page->hits[0].name, QStringLiteral("Bob"));
        QCOMPARE(page->hits[0].channel, model::Channel::Chat);
        QCOMPARE(page->hits[1].name, QStringLiteral("Dora"));
        QCOMPARE(page->hits[1].subject, QStringLiteral("Figures"));
        QCOMPARE(page->hits[1].excerpt, QStringLiteral("The budget for next year."));
        QCOMPARE(page->hits[1].marks, (std::vector<std::pair<int, int>>{{4, 4}}));
        QVERIFY(!page->more);
        QCOMPARE(page->stored, 2);
        QCOMPARE(page->searched, 2);
        // The sender's name is a word of the mail too.
        wish.words = QStringLiteral("dora budget");
        QCOMPARE(wait(search.find(wish))->hits.size(), 1u);
        wish = {QStringLiteral("budget"), model::Channel::Mail, {}, {}, 50};
        QCOMPARE(wait(search.find(wish))->hits.size(), 1u);
        wish = {QStringLiteral("budget"), {}, bob, {}, 50};
        QCOMPARE(wait(search.find(wish))->hits.size(), 1u);
    }

    void whatANewerSchemaMadeWaitIsFoundAfterTheStart()
    {
        Profile profile;
        profile.signIn();
        const model::ItemId said = say(profile, profile.bob(), QStringLiteral("About the budget"));
        profile.close();
        {
            const auto database = store::Database::open({profile.path(), std::chrono::seconds(5), store::schemaSteps()});
            QVERIFY(database);
            QVERIFY((*database)->writeNow([](store::Connection &connection) -> base::Result<base::Done> {
                connection.run("INSERT INTO search (search) VALUES ('delete-all')");
                connection.run("INSERT INTO search_pending (item) SELECT id FROM item");
                return base::Done{};
            }));
        }
        profile.reopen();
        engine::Search search(*profile.engine);
        engine::SearchWish wish;
        wish.words = QStringLiteral("budget");
        QTRY_COMPARE(wait(search.find(wish))->hits.size(), 1u);
        const auto page = wait(search.find(wish));
        QCOMPARE(page->hits.front().item, said);
        QCOMPARE(page->searched, page->stored);
    }

    void pagesFollowEachOther()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        std::vector<model::ItemId> said;
        for (int i = 0; i < 7; ++i)
            said.insert(said.begin(), say(profile, bob, QStringLiteral("word %1").arg(i)));
        engine::Search search(*profile.engine);
        engine::SearchWish wish{QStringLiteral("word"), {}, {}, {}, 3};
        std::vector<model::ItemId> found;
        for (int pages = 0; pages < 3; ++pages) {
            const auto page = wait(search.find(wish));
            QVERIFY(page);
            QCOMPARE(page->more, pages < 2);
            for (const engine::SearchHit &hit : page->hits)
                found.push_back(hit.item);
            wish.before = {page->hits.back().at, page->hits.back().item};
        }
        QCOMPARE(found, said);
    }

    void whatIsOvertakenIsNotLookedFor()
    {
        Profile profile;
        profile.signIn();
        say(profile, profile.bob(), QStringLiteral("hello"));
        engine::Search search(*profile.engine);
        // The reading thread is busy with the first one at most.
        std::vector<base::Task<engine::SearchPage>> tasks;
        for (const char *typed : {"h", "he", "hel", "hell", "hello"})
            tasks.push_back(search.find({QLatin1String(typed), {}, {}, {}, 50}));
        QCOMPARE(wait(tasks.back())->hits.size(), 1u);
        for (std::size_t i = 0; i + 1 < tasks.size(); ++i) {
            const auto earlier = wait(tasks[i]);
            QVERIFY(earlier.ok() || earlier.error().fault == base::Fault::Cancelled);
        }
    }

    void excerptShowsTheFirstMatch_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("excerpt");
        QTest::addColumn<QString>("marked");
        QTest::newRow("no match in the text") << "Only the\nsubject  matched"
                                              << "minutes"
                                              << "Only the subject matched"
                                              << "";
        QTest::newRow("beginning of a word") << "Lunch at noon"
                                             << "no"
                                             << "Lunch at noon"
                                             << "no";
        QTest::newRow("not inside a word") << "casino at noon"
                                           << "no"
                                           << "casino at noon"
                                           << "no";
        QTest::newRow("accents") << "bei Café Müller"
                                 << "cafe MULLER"
                                 << "bei Café Müller"
                                 << "Café|Müller";
        QTest::newRow("Chinese") << "我们明天去北京开会"
                                 << "北京"
                                 << "我们明天去北京开会"
                                 << "北京";
        QTest::newRow("far away") << QString(QString(500, QLatin1Char('x'))
                                             + QStringLiteral(" and then a word that is looked for here"))
                                  << "looked"
                                  << "… and then a word that is looked for here"
                                  << "looked";
    }
    void excerptShowsTheFirstMatch()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        const auto [excerpt, marks] = engine::excerptOf(text, words, 160);
        QTEST(excerpt, "excerpt");
        QStringList marked;
        for (const auto &[start, length] : marks)
            marked.append(excerpt.mid(start, length));
        QTEST(marked.join(QLatin1Char('|')), "marked");
    }

    void anItemFarBackIsReached()
    {
        Profile profile;
        profile.signIn();
        const model::PersonId bob = profile.bob();
        profile.chat->goDown({model::Service::Chat});
        const model::ItemId first = say(profile, bob, QStringLiteral("the first"));
        for (int i = 0; i < 120; ++i)
            say(profile, bob, QString::number(i));
        const auto other = wait(profile.engine->contacts().findOrAdd(jid("eve@chat.example"), QStringLiteral("Eve")));
        QVERIFY(other);
        QTRY_VERIFY(profile.engine->contacts().contact(*other));
        const model::ItemId elsewhere = say(profile, *other, QStringLiteral("elsewhere"));
        // Asked before the first page is there.
        engine::Timeline timeline(*profile.engine, bob);
        QVERIFY(wait(timeline.reach(first)));
        QCOMPARE(timeline.indexOf(first), 0);
        QCOMPARE(timeline.items().size(), 121u);
        engine::Timeline again(*profile.engine, bob);
        QTRY_COMPARE(again.items().size(), 50u);
        const auto missing = wait(again.reach(elsewhere));
        QVERIFY(!missing && missing.error().fault == base::Fault::NotFound);
        QCOMPARE(again.items().size(), 50u);
    }
};

ISTHMUS_TEST(tst_search)
#include "tst_search.moc"
