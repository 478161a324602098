#include "core/engine/Conversations.h"
#include "core/engine/Files.h"
#include "core/engine/Options.h"
#include "core/engine/OwnState.h"
#include "core/engine/Timeline.h"
#include "core/model/FileStage.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using base::Fault;
using model::AnswerFile;
using model::FileStage;

namespace {

const QByteArray data = "%PDF-1.7 figures";

model::FileOffered offer(const char *id, const char *from = "bob@chat.example")
{
    model::FileOffered offered;
    offered.offer = QString::fromLatin1(id);
    offered.from = jid(from);
    offered.file.name = QStringLiteral("figures.pdf");
    offered.file.mimeType = QStringLiteral("application/pdf");
    offered.file.bytes = static_cast<std::uint64_t>(data.size());
    offered.receivedAt = base::fromMsecs(1795255200000);
    return offered;
}

/// Alice, and bob who offers a file.
struct Offered {
    Profile profile;
    std::unique_ptr<engine::Timeline> timeline;

    Offered()
    {
        profile.signIn();
        show(profile.bob());
        profile.chat->arrive({offer("o1")});
        if (!QTest::qWaitFor([this] { return timeline->items().size() == 1; }))
            qFatal("the offer is not shown");
    }
    void show(model::PersonId person) { timeline = std::make_unique<engine::Timeline>(*profile.engine, person); }
    [[nodiscard]] model::Item item() const { return timeline->items().at(0); }
    [[nodiscard]] FileStage stage() const { return model::fileStage(item()); }
    [[nodiscard]] base::Result<base::Done> accept() const { return wait(profile.engine->files().accept(item().id)); }
    void restart()
    {
        timeline.reset();
        profile.close();
        profile.reopen();
        show(*profile.engine->contacts().personOf(jid("bob@chat.example")));
        QTRY_COMPARE(timeline->items().size(), 1u);
    }
};

}

/// Files that are sent in the chat connection, from the offer to the saved octets (specification 2.9).
class tst_files : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOfferWaitsForTheUsersWord()
    {
        Offered offered;
        const model::Item item = offered.item();
        QCOMPARE(offered.stage(), FileStage::Offered);
        QCOMPARE(item.attachments.front().name, QStringLiteral("figures.pdf"));
        QVERIFY(!item.read);
        QVERIFY(offered.profile.chat->all<AnswerFile>().empty());
        QVERIFY(!wait(offered.timeline->attachment(item.id, QString())));
        engine::Conversations list(*offered.profile.engine);
        QTRY_VERIFY(list.rowCount() == 1 && list.row(0).lastLine == QStringLiteral("figures.pdf"));
    }

    void whatTheUserWantsIsKept()
    {
        Offered offered;
        QVERIFY(offered.accept());
        QCOMPARE(offered.profile.chat->all<AnswerFile>(), (std::vector<AnswerFile>{{QStringLiteral("o1"), true}}));
        QTRY_COMPARE(offered.stage(), FileStage::Coming);
        QCOMPARE(offered.accept().error().fault, Fault::Conflict); // once is enough
        offered.profile.chat->arrive({model::FileReceived{QStringLiteral("o1"), data}});
        QTRY_COMPARE(offered.stage(), FileStage::Here);
        const auto saved = wait(offered.timeline->attachment(offered.item().id, offered.item().attachments.front().part));
        QVERIFY(saved);
        QCOMPARE(*saved, data);
        offered.restart();
        QCOMPARE(offered.stage(), FileStage::Here);
        QCOMPARE(*wait(offered.timeline->attachment(offered.item().id, QString())), data);
    }

    void whatTheUserDoesNotWantIsDeclined()
    {
        Offered offered;
        QVERIFY(wait(offered.profile.engine->files().decline(offered.item().id)));
        QCOMPARE(offered.profile.chat->all<AnswerFile>(), (std::vector<AnswerFile>{{QStringLiteral("o1"), false}}));
        QTRY_COMPARE(offered.stage(), FileStage::Declined);
        QCOMPARE(offered.accept().error().fault, Fault::NotFound);
    }

    void aNoCountsWithoutAConnection()
    {
        Offered offered;
        offered.profile.chat->answer = base::Result<model::CommandResult>(base::Error{Fault::Unreachable, {}});
        QCOMPARE(offered.accept().error().fault, Fault::Unreachable);
        QCOMPARE(offered.stage(), FileStage::Offered); // it can be said again
        QVERIFY(wait(offered.profile.engine->files().decline(offered.item().id)));
        QTRY_COMPARE(offered.stage(), FileStage::Declined);
    }

    void whatIsOfferedNoLongerSaysSo()
    {
        Offered offered;
        offered.profile.chat->answer = base::Result<model::CommandResult>(base::Error{Fault::NotFound, {}});
        QCOMPARE(offered.accept().error().fault, Fault::NotFound);
        QTRY_COMPARE(offered.stage(), FileStage::Withdrawn);
    }

    void whatBreaksOffSaysSo_data()
    {
        QTest::addColumn<FileStage>("stage");
        QTest::newRow("broken") << FileStage::Broken;
        QTest::newRow("wrong hash") << FileStage::WrongHash;
    }
    void whatBreaksOffSaysSo()
    {
        QFETCH(const FileStage, stage);
        Offered offered;
        QVERIFY(offered.accept());
        offered.profile.chat->arrive({model::FileEnded{QStringLiteral("o1"), stage}});
        QTRY_COMPARE(offered.stage(), stage);
        // What comes after that is nobody's.
        offered.profile.chat->arrive({model::FileReceived{QStringLiteral("o1"), data}, offer("o2")});
        QTRY_COMPARE(offered.timeline->items().size(), 2u);
        QCOMPARE(offered.stage(), stage);
        QVERIFY(!wait(offered.timeline->attachment(offered.item().id, QString())));
    }

    void aRestartSaysWhatWasDiscarded_data()
    {
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<FileStage>("stage");
        QTest::newRow("offered") << false << FileStage::Withdrawn;
        QTest::newRow("coming") << true << FileStage::Broken;
    }
    void aRestartSaysWhatWasDiscarded()
    {
        QFETCH(const bool, accepted);
        QFETCH(const FileStage, stage);
        Offered offered;
        if (accepted) {
            QVERIFY(offered.accept());
            QTRY_COMPARE(offered.stage(), FileStage::Coming);
        }
        offered.restart();
        QTRY_COMPARE(offered.stage(), stage);
        QCOMPARE(offered.accept().error().fault, Fault::NotFound);
    }

    void aStrangersOfferIsALine()
    {
        Offered offered;
        model::FileOffered refused = offer("o2", "eve@evil.example");
        refused.refused = true;
        offered.profile.chat->arrive({refused});
        const model::Jid eve = jid("eve@evil.example");
        QTRY_VERIFY(offered.profile.engine->contacts().personOf(eve));
        offered.show(*offered.profile.engine->contacts().personOf(eve));
        QTRY_COMPARE(offered.timeline->items().size(), 1u);
        QCOMPARE(offered.stage(), FileStage::Refused);
        QCOMPARE(offered.accept().error().fault, Fault::NotFound);
        QVERIFY(offered.profile.chat->all<AnswerFile>().empty());
    }

    void anotherAccountsWordIsNotThisOnes()
    {
        Offered offered;
        QVERIFY(offered.accept());
        offered.profile.chat->arrive({model::FileReceived{QStringLiteral("o9"), data}, offer("o2")});
        QTRY_COMPARE(offered.timeline->items().size(), 2u);
        QCOMPARE(offered.stage(), FileStage::Coming);
    }

    void whileBusyTheFileGoesToTheOwnMailboxToo()
    {
        Offered offered;
        Profile &profile = offered.profile;
        model::Settings settings = profile.engine->options().settings();
        settings.forwardWhileBusy = true;
        QVERIFY(wait(profile.engine->options().save(settings)));
        profile.engine->ownState().setPresence({model::Availability::DoNotDisturb, {}});
        QVERIFY(offered.accept());
        QVERIFY(profile.mail->all<model::AppendMail>().empty()); // an offer is no file
        profile.chat->arrive({model::FileReceived{QStringLiteral("o1"), data}});
        QTRY_COMPARE(profile.mail->all<model::AppendMail>().size(), 1u);
        const model::AppendMail copy = profile.mail->all<model::AppendMail>().front();
        QVERIFY2(copy.bytes.contains("multipart/mixed") && copy.bytes.contains("Content-Type: application/pdf"),
                 copy.bytes.constData());
        QVERIFY(copy.bytes.contains("figures.pdf") && copy.bytes.contains(data.toBase64()));
        // The copy that is found in the mailbox is no second message.
        model::ArrivedMail found;
        found.folder = QStringLiteral("INBOX");
        found.uidValidity = 1;
        found.uid = 7;
        found.internalDate = profile.now;
        found.raw = copy.bytes;
        profile.mail->arrive({found});
        profile.chat->arrive({offer("o2")});
        QTRY_COMPARE(offered.timeline->items().size(), 2u);
        QCOMPARE(offered.stage(), FileStage::Here);
        engine::Conversations list(*profile.engine);
        QTRY_COMPARE(list.rowCount(), 1);
    }
};

ISTHMUS_TEST(tst_files)
#include "tst_files.moc"
