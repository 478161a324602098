#include "core/store/ItemTable.h"
#include "core/store/PersonTable.h"
#include "core/store/SearchTable.h"

#include "tests/bench/Filling.h"
#include "tests/bench/Times.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace isthmus;

namespace {

std::vector<model::ItemId> found(store::Connection &connection, const QString &query)
{
    store::SearchTerms terms;
    terms.words = query;
    terms.limit = 50;
    return store::SearchTable(connection).find(terms);
}

/// Queries of one kind, the same every time.
QStringList queries(const char *kind, int count)
{
    test::Prose prose(4711);
    QStringList made;
    while (made.size() < count) {
        const QString word = prose.word();
        if (qstrcmp(kind, "one word") == 0)
            made.append(word);
        else if (qstrcmp(kind, "two words") == 0)
            made.append(word + u' ' + prose.word());
        else if (qstrcmp(kind, "Chinese") == 0)
            made.append(prose.word(true));
        else if (word.size() >= 4)
            made.append(word.left(4));
    }
    return made;
}

}

/// What the store takes, by how much is in it. Printed; only what is found is asserted.
class tst_storebench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// From 10,000 messages on nothing that the window waits for may grow with the store.
    void growthIsFlat()
    {
        QTemporaryDir dir;
        const auto database = test::openStore(dir.filePath(QStringLiteral("store.sqlite")));
        const std::vector<int> sizes = test::isLong() ? std::vector{10'000, 30'000, 100'000} : std::vector{1'000, 4'000};
        std::map<QString, double> first;
        int stored = 0;
        for (const int size : sizes) {
            test::Filling filling;
            filling.first = stored;
            filling.count = size - stored;
            const double rate = test::fill(*database, filling);
            stored = size;
            qInfo().noquote() << size << "messages:" << qRound(rate) << "a second went in";
            const QString biggest = model::addressKey(model::Jid::parse(test::personAddress(0)).value());
            const auto measure = [&](const QString &what, int times, auto work) {
                const test::Times taken = test::measured(times, [&](int round) {
                    const auto done = database->readNow([&](store::Connection &connection) -> base::Result<base::Done> {
                        work(connection, round);
                        return base::Done{};
                    });
                    QVERIFY(done.ok());
                });
                first.try_emplace(what, taken.p50);
                qInfo().noquote() << "  " << what << taken.words() << "·" << taken.p50 / std::max(0.001, first[what])
                                  << "times the time at" << sizes.front();
            };
            measure(QStringLiteral("conversation list"), 5, [](store::Connection &connection, int) {
                for (const store::PersonRow &person : store::PersonTable(connection).all())
                    QVERIFY(store::ItemTable(connection).summary(person.homes).last);
            });
            measure(QStringLiteral("newest page"), 50, [&](store::Connection &connection, int) {
                QCOMPARE(store::ItemTable(connection).page({biggest}, std::nullopt, 50).size(), 50u);
            });
            measure(QStringLiteral("page in the middle"), 50, [&](store::Connection &connection, int round) {
                const auto at = base::fromMsecs(1'600'000'000'000 + (size / 2 + round) * 1000LL);
                QCOMPARE(store::ItemTable(connection).page({biggest}, store::ItemKey{at, model::ItemId{1}}, 50).size(), 50u);
            });
            measure(QStringLiteral("search for one word"), 100,
                    [&, words = queries("one word", 100)](store::Connection &connection, int round) {
                        Q_UNUSED(found(connection, words[round]));
                    });
        }
    }

    void searchBesideNotmuch_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("2,000") << 2'000;
        if (test::isLong()) {
            QTest::newRow("100,000") << 100'000;
            QTest::newRow("1,000,000") << 1'000'000;
        }
    }
    void searchBesideNotmuch()
    {
        QFETCH(int, size);
        QTemporaryDir dir;
        const auto database = test::openStore(dir.filePath(QStringLiteral("store.sqlite")));
        test::Filling filling;
        filling.count = size;
        const double rate = test::fill(*database, filling);
        qInfo().noquote() << size << "messages," << qRound(rate) << "a second went in, file of"
                          << (QFileInfo(dir.filePath(QStringLiteral("store.sqlite"))).size() >> 20) << "MiB";
        const bool beside = hasNotmuch() && makeNotmuch(dir, size);
        if (!beside)
            qInfo("notmuch is not compared here: it is not installed, or could not index the mails");
        for (const char *kind : {"one word", "two words", "beginning", "Chinese"}) {
            const QStringList words = queries(kind, 200);
            int hits = 0;
            const test::Times ours = test::measured(200, [&](int round) {
                const auto ids =
                    database->readNow([&](store::Connection &connection) -> base::Result<std::vector<model::ItemId>> {
                        return found(connection, words[round]);
                    });
                QVERIFY(ids.ok());
                hits += static_cast<int>(ids->size());
            });
            QVERIFY(hits > 0);
            QString line = QStringLiteral("%1: %2, %3 hits").arg(QLatin1String(kind), ours.words()).arg(hits);
            if (beside) {
                int theirHits = 0;
                const test::Times theirs = test::measured(
                    20, [&](int round) { theirHits += notmuchHits(dir, words[round], qstrcmp(kind, "beginning") == 0); });
                line += QStringLiteral(" · notmuch search: %1, %2 times ours")
                            .arg(theirs.words())
                            .arg(theirs.p50 / std::max(0.001, ours.p50), 0, 'f', 1);
            }
            qInfo().noquote() << line;
        }
    }

private:
    static bool hasNotmuch() { return !QStandardPaths::findExecutable(QStringLiteral("notmuch")).isEmpty(); }

    static int run(const QTemporaryDir &dir, const QStringList &arguments, QByteArray *output = nullptr)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTMUCH_CONFIG"), dir.filePath(QStringLiteral("notmuch-config")));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("notmuch"), arguments);
        if (!process.waitForFinished(3'600'000))
            return -1;
        if (output)
            *output = process.readAllStandardOutput();
        return process.exitCode();
    }

    /// The same messages as files, indexed.
    static bool makeNotmuch(const QTemporaryDir &dir, int size)
    {
        const QDir mails(dir.filePath(QStringLiteral("mail/cur")));
        mails.mkpath(QStringLiteral("."));
        QDir(dir.path()).mkpath(QStringLiteral("mail/new"));
        QDir(dir.path()).mkpath(QStringLiteral("mail/tmp"));
        for (int number = 0; number < size; ++number) {
            QFile file(mails.filePath(QStringLiteral("%1:2,S").arg(number)));
            if (!file.open(QFile::WriteOnly))
                return false;
            file.write("From: a@b.example\nDate: "
                       + QDateTime::fromSecsSinceEpoch(1'600'000'000 + number).toString(Qt::RFC2822Date).toUtf8()
                       + "\nMessage-ID: <" + QByteArray::number(number)
                       + "@b.example>\nSubject: s\nMIME-Version: 1.0\n"
                         "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                       + test::messageText(number).toUtf8() + "\n");
        }
        QFile config(dir.filePath(QStringLiteral("notmuch-config")));
        if (!config.open(QFile::WriteOnly))
            return false;
        config.write("[database]\npath=" + dir.filePath(QStringLiteral("mail")).toUtf8()
                     + "\n[user]\nname=a\nprimary_email=a@b.example\n");
        config.close();
        QElapsedTimer clock;
        clock.start();
        const bool indexed = run(dir, {QStringLiteral("new"), QStringLiteral("--quiet")}) == 0;
        qInfo().noquote() << "notmuch took in" << size * 1000LL / std::max<qint64>(1, clock.elapsed()) << "a second";
        return indexed;
    }

    static int notmuchHits(const QTemporaryDir &dir, const QString &query, bool beginning)
    {
        QByteArray output;
        if (run(dir,
                {QStringLiteral("search"), QStringLiteral("--limit=50"), QStringLiteral("--output=messages"),
                 QStringLiteral("--"), beginning ? query + u'*' : query},
                &output)
            != 0)
            qFatal("notmuch search failed");
        return static_cast<int>(output.count('\n'));
    }
};

ISTHMUS_TEST(tst_storebench)
#include "tst_storebench.moc"
