#include "core/engine/Folders.h"
#include "core/engine/MailMoves.h"
#include "core/engine/Search.h"
#include "core/engine/Threads.h"
#include "tests/engine/LockedStore.h"
#include "tests/engine/MailScene.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;
using engine::MailMoves;
using model::MoveMail;
using Target = MailMoves::Target;

/// Mails that the user archives or throws away.
class tst_moves : public QObject
{
    Q_OBJECT

    struct Scene {
        Profile profile;
        std::unique_ptr<engine::Timeline> timeline;

        static QByteArray second()
        {
            return daves("b@work.example", "In-Reply-To: <a@work.example>\n", "And tomorrow?\n")
                .replace("09:00:00", "09:05:00");
        }
        /// Two mails of one thread, in the inbox.
        explicit Scene(std::chrono::milliseconds hold = {})
        {
            profile.hold = hold;
            profile.signIn();
            arrive(profile, {model::FolderFound{QStringLiteral("INBOX"), QStringLiteral("\\Inbox")},
                             arrivedMail(1, daves("a@work.example")), arrivedMail(2, second())});
            open();
        }
        void open()
        {
            timeline = std::make_unique<engine::Timeline>(*profile.engine, person(profile, "dave@work.example"));
            QTRY_COMPARE(texts(), (QStringList{QStringLiteral("Are you free?"), QStringLiteral("And tomorrow?")}));
        }
        [[nodiscard]] QStringList texts() const
        {
            QStringList found;
            for (const model::Item &item : timeline->items())
                found.append(item.text.trimmed());
            return found;
        }
        [[nodiscard]] MailMoves &moves() const { return profile.engine->mailMoves(); }
        [[nodiscard]] std::vector<MoveMail> asked() const { return profile.mail->all<MoveMail>(); }
        [[nodiscard]] QStringList threads()
        {
            engine::Threads threads(*profile.engine);
            threads.open({profile.engine->accounts().all().front().id, {}});
            (void)comesTrue([&] { return !threads.isLoading(); });
            QStringList found;
            for (int row = 0; row < threads.rowCount(); ++row)
                found.append(QStringLiteral("%1 %2").arg(threads.row(row).excerpt).arg(threads.row(row).count));
            return found;
        }
        [[nodiscard]] std::size_t hits(const char *word)
        {
            engine::SearchWish wish;
            wish.words = QString::fromLatin1(word);
            wish.limit = 10;
            return wait(engine::Search(*profile.engine).find(wish)).valueOr({}).hits.size();
        }
        void later(std::chrono::milliseconds time)
        {
            profile.now += time;
            moves().lookAgain();
        }
    };

private Q_SLOTS:
    void whatIsThrownAwayIsGoneAtOnceAndMovedLater()
    {
        Scene scene(std::chrono::seconds(10));
        const model::ItemId newer = scene.timeline->items().back().id;
        QVERIFY(wait(scene.moves().move(newer, Target::Trash)));
        QTRY_COMPARE(scene.texts(), QStringList{QStringLiteral("Are you free?")});
        QCOMPARE(scene.threads(), QStringList{QStringLiteral("Are you free? 1")});
        QCOMPARE(scene.hits("tomorrow"), 0u);
        QCOMPARE(scene.moves().waiting().size(), 1u);
        QCOMPARE(scene.moves().waiting().front().subject, QStringLiteral("Lunch"));
        QVERIFY(scene.asked().empty());
        scene.later(std::chrono::seconds(11));
        QTRY_COMPARE(scene.asked().size(), 1u);
        QCOMPARE(scene.asked().front(), (MoveMail{QStringLiteral("INBOX"), 1, {2}, QStringLiteral("\\Trash")}));
        QVERIFY(scene.moves().waiting().empty());
        // Brought back from the trash by another program, it is a mail that has come.
        arrive(scene.profile, {model::MailVanished{QStringLiteral("INBOX"), 1, 2}});
        arrive(scene.profile, {arrivedMail(3, Scene::second())});
        QTRY_COMPARE(scene.texts().size(), 2);
        QCOMPARE(scene.hits("tomorrow"), 1u);
    }

    void itIsTakenBackWithoutATrace()
    {
        Scene scene(std::chrono::seconds(10));
        const model::Item newer = scene.timeline->items().back();
        QVERIFY(wait(scene.moves().move(newer.id, Target::Trash)));
        QTRY_COMPARE(scene.texts().size(), 1);
        QVERIFY(wait(scene.moves().takeBack(newer.id)));
        QTRY_COMPARE(scene.texts().size(), 2);
        QCOMPARE(scene.timeline->items().back(), newer);
        QCOMPARE(scene.threads(), QStringList{QStringLiteral("And tomorrow? 2")});
        scene.later(std::chrono::seconds(11));
        settle(scene.profile);
        QVERIFY(scene.asked().empty());
    }

    void anArchivedMailStaysInTheConversation()
    {
        Scene scene;
        QVERIFY(wait(scene.moves().move(scene.timeline->items().front().id, Target::Archive)));
        QTRY_COMPARE(scene.asked().size(), 1u);
        QCOMPARE(scene.asked().front(), (MoveMail{QStringLiteral("INBOX"), 1, {1}, QStringLiteral("\\Archive")}));
        // As the server tells it: gone there, come here. It is one mail.
        arrive(scene.profile, {model::MailVanished{QStringLiteral("INBOX"), 1, 1},
                               model::FolderFound{QStringLiteral("Archive"), QStringLiteral("\\Archive")}});
        model::ArrivedMail moved = arrivedMail(9, daves("a@work.example"));
        moved.folder = QStringLiteral("Archive");
        arrive(scene.profile, {moved});
        settle(scene.profile);
        QCOMPARE(scene.texts().size(), 2);
        // It lies there now.
        const auto again = wait(scene.moves().move(scene.timeline->items().front().id, Target::Archive));
        QVERIFY(!again);
        QCOMPARE(again.error().fault, base::Fault::NotFound);
    }

    void offlineItWaitsAndOutlivesTheProgram()
    {
        Scene scene;
        scene.profile.mail->goDown({model::Service::IncomingMail});
        QVERIFY(wait(scene.moves().move(scene.timeline->items().front().id, Target::Trash)));
        QTRY_COMPARE(scene.texts().size(), 1);
        scene.timeline.reset();
        scene.profile.close();
        scene.profile.open();
        scene.profile.goOnline();
        QTRY_COMPARE(scene.asked().size(), 1u);
        QCOMPARE(scene.asked().front().uids, std::vector<quint32>{1});
        engine::Timeline after(*scene.profile.engine, person(scene.profile, "dave@work.example"));
        QTRY_COMPARE(after.items().size(), 1u);
        QCOMPARE(after.items().front().text.trimmed(), QStringLiteral("And tomorrow?"));
    }

    void aRefusalPutsItBackAndSaysSo()
    {
        Scene scene;
        QSignalSpy failed(&scene.moves(), &MailMoves::failed);
        scene.profile.mail->answer = base::Error{base::Fault::Rejected, QStringLiteral("imap MOVE: NO over quota")};
        QVERIFY(wait(scene.moves().move(scene.timeline->items().front().id, Target::Trash)));
        QTRY_COMPARE(failed.size(), 1);
        QTRY_COMPARE(scene.texts().size(), 2);
        QCOMPARE(scene.hits("free"), 1u);
    }

    void aCutIsNoRefusal()
    {
        Scene scene;
        scene.profile.mail->answer = base::Error{base::Fault::ConnectionLost, QStringLiteral("cut")};
        QVERIFY(wait(scene.moves().move(scene.timeline->items().front().id, Target::Trash)));
        QTRY_COMPARE(scene.asked().size(), 1u);
        scene.profile.mail->answer = model::CommandResult{};
        scene.profile.mail->goDown({model::Service::IncomingMail});
        scene.profile.mail->goOnline({model::Service::IncomingMail});
        QTRY_COMPARE(scene.asked().size(), 2u);
        QTRY_COMPARE(scene.hits("free"), 0u);
        QCOMPARE(scene.texts(), QStringList{QStringLiteral("And tomorrow?")});
    }

    void whatTheServerPutsOffForEverIsPutBack()
    {
        Scene scene;
        QSignalSpy failed(&scene.moves(), &MailMoves::failed);
        scene.profile.mail->answer = base::Error{base::Fault::TryLater, QStringLiteral("imap COPY: NO [OVERQUOTA] full")};
        QVERIFY(wait(scene.moves().move(scene.timeline->items().front().id, Target::Trash)));
        for (std::size_t attempts = 1; failed.isEmpty() && attempts < 20; ++attempts) {
            QTRY_VERIFY(scene.asked().size() >= attempts || !failed.isEmpty());
            scene.moves().lookAgain();
        }
        QCOMPARE(failed.size(), 1);
        QTRY_COMPARE(scene.texts().size(), 2);
        // Only a repetition may take what lies there for its own.
        QVERIFY(!scene.asked().front().mayHaveMoved && scene.asked().back().mayHaveMoved);
    }

    void aFolderThatIsReadAnewPutsItBack()
    {
        Scene scene(std::chrono::seconds(10));
        QVERIFY(wait(scene.moves().move(scene.timeline->items().front().id, Target::Trash)));
        QTRY_COMPARE(scene.texts().size(), 1);
        arrive(scene.profile, {model::FolderReset{QStringLiteral("INBOX")}});
        QTRY_COMPARE(scene.texts().size(), 2);
        scene.later(std::chrono::seconds(11));
        settle(scene.profile);
        QVERIFY(scene.asked().empty());
        QTRY_VERIFY(scene.moves().waiting().empty());
    }

    void fromTheInboxAloneItGoesToTheArchive()
    {
        Scene scene;
        model::ArrivedMail label = arrivedMail(7, daves("a@work.example"));
        label.folder = QStringLiteral("Taxes");
        arrive(scene.profile, {model::FolderFound{QStringLiteral("Taxes"), {}}, label});
        settle(scene.profile);
        QVERIFY(wait(scene.moves().move(scene.timeline->items().front().id, Target::Archive)));
        QTRY_COMPARE(scene.asked().size(), 1u);
        QCOMPARE(scene.asked().front().folder, QStringLiteral("INBOX"));
        // Thrown away, it is so everywhere.
        QVERIFY(QTest::qWaitFor(
            [&] { return wait(scene.moves().move(scene.timeline->items().front().id, Target::Trash)).ok(); }));
        QTRY_COMPARE(scene.asked().size(), 3u);
    }

    void whatTheDiskDoesNotTakeBackCanBeTakenBackLater()
    {
        Scene scene(std::chrono::seconds(60));
        const model::ItemId newer = scene.timeline->items().back().id;
        QVERIFY(wait(scene.moves().move(newer, Target::Trash)));
        QTRY_COMPARE(scene.texts().size(), 1);
        {
            const LockedStore locked(scene.profile);
            QObject context;
            std::optional<base::Fault> refused;
            scene.moves().takeBack(newer).then(&context, [&](const base::Result<base::Done> &done) {
                refused = done ? base::Fault::Cancelled : done.error().fault;
            });
            QTRY_VERIFY_WITH_TIMEOUT(refused.has_value(), 20'000);
            QCOMPARE(*refused, base::Fault::Storage);
        }
        QCOMPARE(scene.moves().waiting().size(), 1u);
        QVERIFY(wait(scene.moves().takeBack(newer)));
        QTRY_COMPARE(scene.texts().size(), 2);
        QVERIFY(scene.moves().waiting().empty());
    }

    void whatCannotBeMovedIsSaid()
    {
        Scene scene;
        QVERIFY(!wait(scene.moves().move(model::ItemId{4711}, Target::Trash)));
        arrive(scene.profile, {model::MailVanished{QStringLiteral("INBOX"), 1, 1}});
        const auto gone = wait(scene.moves().move(scene.timeline->items().front().id, Target::Trash));
        QVERIFY(!gone);
        QCOMPARE(gone.error().fault, base::Fault::NotFound);
        QCOMPARE(scene.texts().size(), 2);
    }
};

ISTHMUS_TEST(tst_moves)
#include "tst_moves.moc"
