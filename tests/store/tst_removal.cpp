#include "core/store/AccountTable.h"
#include "core/store/Database.h"
#include "core/store/DraftTable.h"
#include "core/store/ItemTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/PersonTable.h"
#include "core/store/RemovalTable.h"
#include "core/store/SearchTable.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace isthmus;

namespace {

constexpr base::Timestamp now{std::chrono::milliseconds(1000)};

model::MailAddress mailbox(const char *text)
{
    return model::MailAddress::parse(QString::fromLatin1(text)).value();
}

model::Account account(const char *address)
{
    model::Account one;
    one.address = mailbox(address);
    one.jid = model::Jid::parse(QString::fromLatin1(address)).value();
    one.idKey = QByteArray(32, 'k');
    return one;
}

model::ItemId put(store::Connection &connection, model::AccountId owner, const char *from, const QString &text)
{
    store::ItemRow row;
    row.item.account = owner;
    row.item.address = mailbox(from);
    row.item.channel = model::Channel::Mail;
    row.item.text = text;
    row.item.id = store::ItemTable(connection).insert(row);
    store::SearchTable(connection).add(row.item);
    return row.item.id;
}

/// Two accounts with the same kinds of rows: what is done to one must not touch the other.
struct Two {
    QTemporaryDir dir;
    std::unique_ptr<store::Database> database;
    model::AccountId gone;
    model::AccountId stays;
    model::PersonId onlyGone;  ///< known by messages of the first alone
    model::PersonId both;      ///< wrote to both
    model::PersonId named;     ///< of the first; the user named
    model::PersonId drafted;   ///< of the first; a draft waits
    model::PersonId inRosters; ///< is in both rosters

    Two()
    {
        open();
        const auto done = database->writeNow([this](store::Connection &connection) -> base::Result<base::Done> {
            fill(connection);
            return base::Done{};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    [[nodiscard]] QString path() const { return dir.filePath(QStringLiteral("db")); }
    void open()
    {
        auto opened = store::Database::open({path()});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        database = std::move(opened).value();
    }
    void fill(store::Connection &connection)
    {
        store::AccountTable accounts(connection);
        gone = accounts.save(account("alice@one.example"), now);
        stays = accounts.save(account("alice@two.example"), now);
        store::PersonTable people(connection);
        const auto person = [&](const char *address, store::NameSource source) {
            const model::PersonId id = people.add(QString::fromLatin1(address), source);
            people.own(id, mailbox(address), model::Evidence::Header, now);
            return id;
        };
        onlyGone = person("stranger@x.example", store::NameSource::Header);
        both = person("both@x.example", store::NameSource::Header);
        named = person("named@x.example", store::NameSource::User);
        drafted = person("drafted@x.example", store::NameSource::Header);
        inRosters = people.add(QStringLiteral("Roster"), store::NameSource::Roster);
        const auto jid = model::Jid::parse(QStringLiteral("r@x.example")).value();
        people.own(inRosters, jid, model::Evidence::Roster, now);
        for (const model::AccountId owner : {gone, stays})
            people.setRoster(owner, jid, QStringLiteral("Roster"), model::Subscription::Both);
        put(connection, gone, "stranger@x.example", QStringLiteral("secretword one"));
        put(connection, gone, "both@x.example", QStringLiteral("common one"));
        put(connection, stays, "both@x.example", QStringLiteral("common two"));
        put(connection, gone, "named@x.example", QStringLiteral("named one"));
        put(connection, gone, "drafted@x.example", QStringLiteral("drafted one"));
        model::TypedDraft draft;
        draft.text = QStringLiteral("half a word");
        store::DraftTable(connection).save({model::addressKey(mailbox("drafted@x.example")), draft, now});
    }
    template <typename F>
    auto write(F fn)
    {
        return database->writeNow(
            [fn](store::Connection &connection) -> base::Result<std::invoke_result_t<F, store::Connection &>> {
                return fn(connection);
            });
    }
    std::int64_t count(const char *statement) const
    {
        const auto counted = database->readNow([statement](store::Connection &connection) -> base::Result<std::int64_t> {
            store::Rows rows = connection.select(statement);
            return rows.next() ? rows.integer(0) : -1;
        });
        return counted.valueOr(-2);
    }
    bool knows(model::PersonId person) const
    {
        return database
            ->readNow([person](store::Connection &connection) -> base::Result<bool> {
                return store::PersonTable(connection).one(person).has_value();
            })
            .valueOr(false);
    }
    std::size_t found(const QString &words) const
    {
        return database
            ->readNow([words](store::Connection &connection) -> base::Result<std::size_t> {
                return store::SearchTable(connection).find({words, {}, {}, {}, 50}).size();
            })
            .valueOr(99);
    }
    [[nodiscard]] bool isInFiles(const QByteArray &words) const
    {
        for (const QFileInfo &info : QDir(dir.path()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(words))
                return true;
        }
        return false;
    }
};

}

class tst_removal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsKeptIsReadAndFoundAsBefore()
    {
        Two two;
        const auto before = two.count("SELECT count(*) FROM item");
        QVERIFY(two.write([&](store::Connection &connection) {
            store::RemovalTable(connection).keepMessages(two.gone, now);
            return base::Done{};
        }));
        QCOMPARE(two.count("SELECT count(*) FROM item"), before);
        QCOMPARE(two.found(QStringLiteral("secretword")), 1u);
        const auto accounts = two.write([](store::Connection &connection) {
            store::AccountTable table(connection);
            return std::pair(table.all(), table.removed());
        });
        QCOMPARE(accounts->first.size(), 1u);
        QCOMPARE(accounts->first.front().id, two.stays);
        QCOMPARE(accounts->second.size(), 1u);
        QCOMPARE(accounts->second.front().id, two.gone);
    }

    void signingInAgainTakesUpWhatWasKept()
    {
        Two two;
        const auto again = two.write([&](store::Connection &connection) {
            store::RemovalTable removal(connection);
            removal.keepMessages(two.gone, now);
            removal.addRest(QStringLiteral("alice@one.example"), false);
            return store::AccountTable(connection).save(account("alice@one.example"), now);
        });
        QCOMPARE(*again, two.gone);
        QCOMPARE(two.count("SELECT count(*) FROM account WHERE removed_at = 0"), 2);
        // Its new password is not taken away by the removal before.
        QCOMPARE(two.count("SELECT count(*) FROM removal_rest"), 0);
    }

    void nothingOfAnErasedAccountIsLeft()
    {
        Two two;
        const auto erased =
            two.write([&](store::Connection &connection) { return store::RemovalTable(connection).erase(two.gone); });
        QVERIFY(erased);
        QCOMPARE(erased->items.size(), 4u);
        // Every table that knows accounts: none has a row of this one.
        const auto left = two.write([&](store::Connection &connection) {
            QStringList tables;
            {
                store::Rows rows = connection.select("SELECT m.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c"
                                                     " WHERE m.type = 'table' AND c.name = 'account'");
                while (rows.next())
                    tables.append(rows.text(0));
            }
            QStringList dirty;
            for (const QString &table : tables) {
                const QString sql =
                    QStringLiteral("SELECT count(*) FROM %1 WHERE account = %2").arg(table).arg(two.gone.raw);
                if (connection.pragma(sql) != QLatin1String("0"))
                    dirty.append(table);
            }
            return std::pair(tables.size(), dirty);
        });
        QVERIFY(left->first > 10);
        QCOMPARE(left->second, QStringList());
        QCOMPARE(two.count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }

    void anItemOfTheOtherThatNamesItsMailIsNoHindrance()
    {
        Two two;
        QVERIFY(two.write([&](store::Connection &connection) {
            connection.run("INSERT INTO mail (id, account, sha256, internal_date, state) VALUES (7, ?, x'00', 0, 1)",
                           two.gone);
            connection.run("UPDATE item SET mail = 7 WHERE account = ?", two.stays);
            return base::Done{};
        }));
        QVERIFY(two.write([&](store::Connection &connection) {
            static_cast<void>(store::RemovalTable(connection).erase(two.gone));
            return base::Done{};
        }));
        QCOMPARE(two.count("SELECT count(*) FROM item WHERE mail IS NULL"), 1);
        QCOMPARE(two.count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }

    void theOtherAccountIsAsItWas()
    {
        Two two;
        QVERIFY(two.write([&](store::Connection &connection) {
            static_cast<void>(store::RemovalTable(connection).erase(two.gone));
            return base::Done{};
        }));
        QVERIFY(!two.knows(two.onlyGone));
        QVERIFY(two.knows(two.both));
        QVERIFY(two.knows(two.named));
        QVERIFY(two.knows(two.drafted));
        QVERIFY(two.knows(two.inRosters));
        QCOMPARE(two.count("SELECT count(*) FROM item"), 1);
        QCOMPARE(two.count("SELECT count(*) FROM draft"), 1);
        // Searched again when the index is made anew, and nothing else is found.
        QCOMPARE(two.found(QStringLiteral("common")), 0u);
        QVERIFY(two.write([](store::Connection &connection) { return store::SearchTable(connection).addPending(100); }));
        QCOMPARE(two.found(QStringLiteral("common")), 1u);
        QCOMPARE(two.found(QStringLiteral("secretword")), 0u);
        QCOMPARE(two.count("SELECT count(*) FROM search_pending"), 0);
    }

    void whatIsErasedIsInNoFile()
    {
        Two two;
        QVERIFY(two.isInFiles("secretword"));
        // As it is made before the schema changes.
        QVERIFY(QFile::copy(two.path(), two.path() + QStringLiteral(".before-schema-19")));
        QVERIFY(two.write([&](store::Connection &connection) {
            static_cast<void>(store::RemovalTable(connection).erase(two.gone));
            return base::Done{};
        }));
        std::optional<base::Result<base::Done>> compacted;
        QObject context;
        two.database->compact().then(&context, [&](const base::Result<base::Done> &done) { compacted = done; });
        QTRY_VERIFY(compacted);
        QVERIFY(compacted->ok());
        QVERIFY(!two.isInFiles("secretword"));
        QVERIFY(!two.isInFiles("stranger@x.example"));
        QCOMPARE(two.count("SELECT count(*) FROM item"), 1);
    }

    void aRemovalThatFailsHasNotHappened()
    {
        Two two;
        const auto before = two.count("SELECT count(*) FROM item");
        const auto failed = two.database->writeNow([&](store::Connection &connection) -> base::Result<base::Done> {
            static_cast<void>(store::RemovalTable(connection).erase(two.gone));
            return base::Error{base::Fault::Storage, QStringLiteral("no room")};
        });
        QVERIFY(!failed);
        QCOMPARE(two.count("SELECT count(*) FROM item"), before);
        QCOMPARE(two.found(QStringLiteral("secretword")), 1u);
        QVERIFY(two.knows(two.onlyGone));
    }

    void whatHasNotLeftIsCounted()
    {
        Two two;
        const auto unsent = two.write([&](store::Connection &connection) {
            const auto queue = [&](model::AccountId owner, model::Channel channel, store::OutboxState state) {
                store::OutboxRow row;
                row.account = owner;
                row.item = put(connection, owner, "both@x.example", QStringLiteral("out"));
                row.channel = channel;
                row.state = state;
                store::OutboxTable(connection).insert(row);
            };
            queue(two.gone, model::Channel::Chat, store::OutboxState::Queued);
            queue(two.gone, model::Channel::Mail, store::OutboxState::Held);
            queue(two.gone, model::Channel::Mail, store::OutboxState::Sending);
            queue(two.gone, model::Channel::Mail, store::OutboxState::Sent);
            queue(two.gone, model::Channel::Mail, store::OutboxState::Failed);
            queue(two.stays, model::Channel::Mail, store::OutboxState::Queued);
            return store::RemovalTable(connection).unsent(two.gone);
        });
        QCOMPARE(*unsent, (store::RemovalTable::Unsent{1, 3, 0})); // what failed can be tried again, and is lost as well
    }

    void whatIsToBeDoneOutsideIsNotForgotten()
    {
        Two two;
        using Rest = store::RemovalTable::Rest;
        const QString one = QStringLiteral("alice@one.example");
        const QString other = QStringLiteral("alice@two.example");
        QVERIFY(two.write([&](store::Connection &connection) {
            store::RemovalTable(connection).addRest(one, true);
            store::RemovalTable(connection).addRest(other, false);
            return base::Done{};
        }));
        two.database.reset();
        two.open();
        const auto rests = two.write([&](store::Connection &connection) {
            store::RemovalTable removal(connection);
            std::vector<std::vector<Rest>> steps{removal.rests()};
            removal.secretIsGone(one);
            steps.push_back(removal.rests());
            removal.copiesAreGone();
            steps.push_back(removal.rests());
            removal.secretIsGone(other);
            steps.push_back(removal.rests());
            return steps;
        });
        QCOMPARE(rests->at(0), (std::vector<Rest>{{one, true, true}, {other, true, false}}));
        QCOMPARE(rests->at(1), (std::vector<Rest>{{one, false, true}, {other, true, false}}));
        QCOMPARE(rests->at(2), (std::vector<Rest>{{other, true, false}}));
        QVERIFY(rests->at(3).empty());
    }
};

ISTHMUS_TEST(tst_removal)
#include "tst_removal.moc"
