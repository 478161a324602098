#include "core/engine/Conversations.h"
#include "core/engine/Folders.h"
#include "core/engine/MailMoves.h"
#include "core/engine/Search.h"
#include "tests/engine/ChatScene.h"
#include "tests/engine/LockedStore.h"
#include "tests/engine/MailScene.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;
using engine::Accounts;
using Messages = Accounts::Messages;
using Unsent = Accounts::Unsent;

namespace {

/// A keyring that says no.
class StubbornKeyring final : public port::SecretStore
{
public:
    base::Task<QString> read(QString) override { return base::Task<QString>::ready(QStringLiteral("secret")); }
    base::Task<base::Done> write(QString, QString) override { return base::Task<base::Done>::ready(base::Done{}); }
    base::Task<base::Done> remove(QString) override
    {
        return base::Task<base::Done>::ready(base::Error{base::Fault::Cancelled, QStringLiteral("locked")});
    }
    bool isPersistent() const override { return true; }
};

QStringList texts(engine::Engine &engine, model::PersonId person)
{
    engine::Timeline timeline(engine, person);
    QSignalSpy loaded(&timeline, &engine::Timeline::loaded);
    (void)loaded.wait();
    QStringList found;
    for (const model::Item &item : timeline.items())
        found.append(item.text.trimmed());
    return found;
}

}

/// Accounts that the user takes out of the program.
class tst_accountremoval : public QObject
{
    Q_OBJECT

    /// alice@chat.example with a line from bob and a mail from dave; and, if wished, a second account to whom erin wrote.
    struct Scene {
        Profile profile;
        model::AccountId first;
        model::AccountId second;
        model::PersonId bob;
        model::PersonId dave;

        explicit Scene(bool withSecond = false, std::chrono::milliseconds hold = {})
        {
            profile.hold = hold;
            profile.signIn();
            first = profile.account;
            bob = profile.bob();
            profile.chat->arrive({model::ArrivedStanza{line("l1", "hello from bob"), true, profile.now}});
            arrive(profile, {model::FolderFound{QStringLiteral("INBOX"), QStringLiteral("\\Inbox")},
                             arrivedMail(1, daves("a@work.example"))});
            dave = person(profile, "dave@work.example");
            if (withSecond)
                signInSecond();
        }
        void signInSecond()
        {
            model::AccountPlan plan;
            plan.chat.endpoints.resize(1);
            plan.incoming.endpoints.resize(1);
            plan.outgoing.endpoints.resize(1);
            const auto id =
                wait(accounts().signIn(mailAddress("alice@two.example"), QStringLiteral("other"), plan, true, true));
            if (!id)
                qFatal("%s", qPrintable(id.error().detail));
            second = *id;
            const auto areHere = [this] {
                return profile.chat && profile.mail && profile.chat->account == second && profile.mail->account == second;
            };
            QTRY_VERIFY(areHere());
            profile.goOnline();
            arrive(profile, {arrivedMail(1, daves("e@work.example", {}, "Free of charge\n").replace("dave@", "erin@"))});
            (void)person(profile, "erin@work.example");
        }
        [[nodiscard]] Accounts &accounts() const { return profile.engine->accounts(); }
        [[nodiscard]] std::size_t hits(const char *word) const
        {
            engine::SearchWish wish;
            wish.words = QString::fromLatin1(word);
            wish.limit = 10;
            return wait(engine::Search(*profile.engine).find(wish)).valueOr({}).hits.size();
        }
        [[nodiscard]] QStringList folders() const
        {
            engine::Folders folders(*profile.engine);
            QSignalSpy loaded(&folders, &engine::Folders::loaded);
            (void)loaded.wait();
            QStringList found;
            for (const engine::FolderRow &row : folders.rows())
                found.append(row.account + (row.isRemoved ? QStringLiteral(" removed ") : QStringLiteral(" "))
                             + row.folder.name);
            return found;
        }
        base::Result<model::ItemId> send(model::PersonId to, const char *text) const
        {
            model::Draft draft;
            draft.person = to;
            draft.text = QString::fromLatin1(text);
            return wait(profile.engine->outbox().send(draft));
        }
        [[nodiscard]] std::optional<model::Item> item(model::PersonId with, const char *text) const
        {
            engine::Timeline timeline(*profile.engine, with);
            QSignalSpy loaded(&timeline, &engine::Timeline::loaded);
            (void)loaded.wait();
            for (const model::Item &one : timeline.items()) {
                if (one.text.trimmed() == QLatin1String(text))
                    return one;
            }
            return std::nullopt;
        }
    };

private Q_SLOTS:
    void whatIsKeptIsReadAndFoundAndNobodyIsConnected()
    {
        Scene scene;
        QSignalSpy changed(&scene.accounts(), &Accounts::accountsChanged);
        const auto removed = wait(scene.accounts().remove(scene.first, Messages::Keep));
        QVERIFY(removed);
        QVERIFY(!removed->has_value());
        QCOMPARE(changed.size(), 1);
        QVERIFY(scene.profile.passwords.isEmpty());
        QVERIFY(!scene.profile.chat && !scene.profile.mail);
        for (int round = 0; round < 2; ++round) {
            QVERIFY(scene.accounts().all().empty());
            QCOMPARE(scene.accounts().removed().size(), 1u);
            QCOMPARE(texts(*scene.profile.engine, scene.bob), QStringList{QStringLiteral("hello from bob")});
            QCOMPARE(texts(*scene.profile.engine, scene.dave), QStringList{QStringLiteral("Are you free?")});
            QCOMPARE(scene.hits("free"), 1u);
            QCOMPARE(scene.folders(), (QStringList{QStringLiteral("alice@chat.example removed "),
                                                   QStringLiteral("alice@chat.example removed INBOX")}));
            // And after the next start, which asks nobody for a password.
            scene.profile.close();
            scene.profile.open();
            QVERIFY(!scene.profile.chat && !scene.profile.mail);
        }
    }

    void whatHasNotLeftIsCountedAndStandsWhereItWasWritten()
    {
        Scene scene(false, std::chrono::minutes(1));
        scene.profile.chat->goDown({model::Service::Chat});
        const auto mail = scene.item(scene.dave, "Are you free?");
        QVERIFY(mail && scene.send(scene.bob, "not said yet") && scene.send(scene.dave, "not written yet"));
        QVERIFY(wait(scene.profile.engine->mailMoves().move(mail->id, engine::MailMoves::Target::Trash)));
        QCOMPARE(wait(scene.accounts().unsent(scene.first)).valueOr({}), (Unsent{1, 1, 1}));
        QVERIFY(wait(scene.accounts().remove(scene.first, Messages::Keep)));
        // What was thrown away, and not yet on the server, is there again.
        QVERIFY(scene.item(scene.dave, "Are you free?"));
        for (const auto &[person, text] : {std::pair(scene.bob, "not said yet"), {scene.dave, "not written yet"}}) {
            const auto left = scene.item(person, text);
            QVERIFY(left);
            QCOMPARE(left->delivery.stage, model::DeliveryStage::Failed);
            QCOMPARE(left->delivery.error->fault, base::Fault::AccountRemoved);
        }
        // What failed has not been sent, either, and is lost if it is erased later.
        QCOMPARE(wait(scene.accounts().unsent(scene.first)).valueOr({}), (Unsent{1, 1, 0}));
        // Its server cannot be asked for anything any more.
        const auto moved = wait(scene.profile.engine->mailMoves().move(mail->id, engine::MailMoves::Target::Trash));
        QVERIFY(!moved);
        QCOMPARE(moved.error().fault, base::Fault::AccountRemoved);
    }

    void whatHasNotLeftGoesFromAnotherAccount()
    {
        Scene scene;
        scene.profile.mail->goDown({model::Service::OutgoingMail});
        const auto sent = scene.send(scene.dave, "written before");
        QVERIFY(sent);
        QVERIFY(wait(scene.accounts().remove(scene.first, Messages::Keep)));
        // Without any account it is said, and stays.
        auto &outbox = scene.profile.engine->outbox();
        const auto refused = wait(outbox.retry(*sent));
        QVERIFY(!refused);
        QCOMPARE(refused.error().fault, base::Fault::AccountRemoved);
        model::Draft draft;
        draft.person = scene.dave;
        QCOMPARE(outbox.preview(draft).outcome, engine::RoutePreview::Outcome::Refused);
        QCOMPARE(outbox.preview(draft).reason, engine::RoutePreview::Reason::NoAccount);
        QVERIFY(!wait(outbox.send(draft)));
        scene.signInSecond();
        QVERIFY(wait(outbox.retry(*sent)));
        QTRY_COMPARE(scene.profile.mail->all<model::SendMail>().size(), 1u);
        const model::SendMail mail = scene.profile.mail->all<model::SendMail>().front();
        QCOMPARE(mail.envelopeFrom, mailAddress("alice@two.example"));
        QVERIFY(mail.bytes.contains("From: alice@two.example\r\n"));
        QVERIFY(!mail.bytes.contains("alice@chat.example"));
        const auto shown = [&] { return scene.item(scene.dave, "written before"); };
        QTRY_COMPARE(shown()->delivery.stage, model::DeliveryStage::Sent);
        QCOMPARE(shown()->account, scene.second);
    }

    void anErasedAccountLeavesTheOtherAsItWas()
    {
        Scene scene(true);
        engine::Conversations list(*scene.profile.engine);
        QTRY_COMPARE(list.rowCount(), 3);
        engine::Timeline open(*scene.profile.engine, scene.dave);
        QTRY_COMPARE(open.items().size(), 1u);
        QVERIFY(wait(scene.accounts().remove(scene.first, Messages::Erase)));
        QTRY_COMPARE(list.rowCount(), 1);
        QCOMPARE(list.row(0).address, QStringLiteral("erin@work.example"));
        QTRY_VERIFY(open.items().empty());
        QTRY_VERIFY(!scene.profile.engine->contacts().contact(scene.bob));
        QTRY_VERIFY(!scene.profile.engine->contacts().contact(scene.dave));
        QCOMPARE(scene.accounts().all().size(), 1u);
        QVERIFY(scene.accounts().removed().empty());
        QCOMPARE(scene.profile.passwords.keys(), QStringList{QStringLiteral("alice@two.example")});
        QTRY_COMPARE(scene.hits("free"), 1u); // the index is made anew
        QCOMPARE(scene.hits("hello"), 0u);
        QCOMPARE(scene.folders(),
                 (QStringList{QStringLiteral("alice@two.example "), QStringLiteral("alice@two.example INBOX")}));
        // The other one works on: what comes is shown, what is written leaves.
        arrive(scene.profile, {arrivedMail(2, daves("f@work.example", {}, "Still here?\n").replace("dave@", "erin@"))});
        QTRY_COMPARE(scene.hits("still"), 1u);
        QVERIFY(scene.send(person(scene.profile, "erin@work.example"), "Yes"));
        QTRY_COMPARE(scene.profile.mail->all<model::SendMail>().size(), 1u);
    }

    /// The words of an erased account are in no file of the profile.
    void whatIsErasedIsNotInTheProfile()
    {
        Scene scene(true);
        QVERIFY(wait(scene.accounts().remove(scene.first, Messages::Erase)));
        QTRY_COMPARE(scene.hits("charge"), 1u);
        scene.profile.close();
        for (const QFileInfo &info : QDir(scene.profile.dir.path()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const char *words : {"hello from bob", "dave@work.example", "bob@chat.example", "Are you free"})
                QVERIFY2(!bytes.contains(words), qPrintable(info.fileName() + QLatin1Char(' ') + QLatin1String(words)));
        }
    }

    void whatWasKeptCanBeErasedLater()
    {
        Scene scene(true);
        QVERIFY(wait(scene.accounts().remove(scene.first, Messages::Keep)));
        QVERIFY(wait(scene.accounts().remove(scene.first, Messages::Erase)));
        QVERIFY(scene.accounts().removed().empty());
        QTRY_VERIFY(!scene.profile.engine->contacts().contact(scene.dave));
        const auto again = wait(scene.accounts().remove(scene.first, Messages::Erase));
        QVERIFY(!again);
        QCOMPARE(again.error().fault, base::Fault::NotFound);
    }

    void signingInAgainGoesOnWhereItEnded()
    {
        Scene scene;
        const auto before = scene.profile.mail->storedBatches.size();
        scene.profile.mail->arrive({}, {{QStringLiteral("INBOX"), "7"}});
        QTRY_COMPARE(scene.profile.mail->storedBatches.size(), before + 1);
        QVERIFY(wait(scene.accounts().remove(scene.first, Messages::Keep)));
        model::AccountPlan plan;
        plan.chat.endpoints.resize(1);
        plan.incoming.endpoints.resize(1);
        const auto id =
            wait(scene.accounts().signIn(mailAddress("alice@chat.example"), QStringLiteral("new"), plan, true, true));
        QCOMPARE(id.valueOr({}), scene.first);
        scene.profile.goOnline();
        QVERIFY(scene.accounts().removed().empty());
        QCOMPARE(scene.profile.mail->startedWith.size(), 1u);
        QCOMPARE(scene.profile.mail->startedWith.front().state, QByteArray("7"));
        // The same mail once more is the same mail.
        arrive(scene.profile, {arrivedMail(1, daves("a@work.example"))});
        settle(scene.profile);
        QCOMPARE(texts(*scene.profile.engine, scene.dave), QStringList{QStringLiteral("Are you free?")});
        QCOMPARE(scene.profile.passwords.value(QStringLiteral("alice@chat.example")), QStringLiteral("new"));
        scene.profile.reopen();
        QCOMPARE(scene.profile.passwords.value(QStringLiteral("alice@chat.example")), QStringLiteral("new"));
    }

    void aKeyringThatSaysNoIsAskedAtTheNextStart()
    {
        Scene scene;
        scene.profile.close();
        auto parts = scene.profile.parts();
        parts.secrets = std::make_unique<StubbornKeyring>();
        scene.profile.engine = std::move(engine::Engine::open(std::move(parts))).value();
        const auto removed = wait(scene.accounts().remove(scene.first, Messages::Keep));
        QVERIFY(removed);
        QVERIFY(removed->has_value()); // the account is gone, and what is left is said
        QCOMPARE((*removed)->fault, base::Fault::Cancelled);
        QVERIFY(scene.accounts().all().empty());
        QVERIFY(!scene.profile.passwords.isEmpty());
        scene.profile.close();
        scene.profile.open();
        QTRY_VERIFY(scene.profile.passwords.isEmpty());
    }

    void onAFullDiskNothingChanges()
    {
        Scene scene;
        {
            const LockedStore locked(scene.profile);
            const auto removed = scene.accounts().remove(scene.first, Messages::Erase);
            std::optional<base::Error> error;
            QObject context;
            removed.then(&context, [&](const base::Result<std::optional<base::Error>> &result) {
                if (!result)
                    error = result.error();
            });
            QTRY_VERIFY_WITH_TIMEOUT(error, 15000);
            QCOMPARE(error->fault, base::Fault::Storage);
        }
        QCOMPARE(scene.accounts().all().size(), 1u);
        QCOMPARE(scene.profile.passwords.size(), 1);
        QTRY_VERIFY(scene.profile.chat->started && scene.profile.mail->started);
        QCOMPARE(scene.hits("free"), 1u);
    }

    /// What was on its way into the store when the account went.
    void whatArrivesMeanwhileHoldsNothingUp()
    {
        Scene scene(true);
        // The second account's transports are those at hand.
        const auto removing = scene.accounts().remove(scene.second, Messages::Erase);
        scene.profile.mail->arrive({arrivedMail(9, daves("late@work.example", {}, "too late\n"))});
        QVERIFY(wait(removing));
        QCOMPARE(scene.hits("late"), 0u);
        QVERIFY(scene.accounts().all().size() == 1u && scene.accounts().all().front().id == scene.first);
        scene.profile.reopen();
        arrive(scene.profile, {arrivedMail(9, daves("next@work.example", {}, "in time\n"))});
        QTRY_COMPARE(scene.hits("time"), 1u);
    }

    /// A reader that has not read everything yet does so after the account was removed.
    void whatHadArrivedIsReadAfterwards()
    {
        Scene scene;
        scene.profile.readerBusy = 1;
        arrive(scene.profile, {arrivedMail(2, daves("b@work.example", {}, "read later\n"))});
        QVERIFY(wait(scene.accounts().remove(scene.first, Messages::Keep)));
        QTRY_COMPARE(scene.hits("later"), 1u);
    }
};

ISTHMUS_TEST(tst_accountremoval)
#include "tst_accountremoval.moc"
