#include "core/engine/Conversations.h"
#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QSet>

using namespace isthmus;
using namespace isthmus::test;
using model::ItemKind;

namespace {

using Mails = std::vector<base::Result<model::Mail>>;

constexpr quint32 many = 300;

QByteArray numbered(quint32 number, const QByteArray &sender = "dave@work.example")
{
    const QByteArray name = QByteArray::number(number);
    return "From: " + sender
           + "\nTo: alice@chat.example\nSubject: Minutes\nDate: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <" + name
           + "@work.example>\n\nPart " + name + "\n";
}

/// What a new folder holds; \p special takes the place of the mail with its number.
std::vector<model::Arrival> folder(quint32 special = 0, const QByteArray &lines = {})
{
    std::vector<model::Arrival> mails;
    for (quint32 i = 1; i <= many; ++i)
        mails.emplace_back(arrivedMail(i, i == special ? lines : numbered(i)));
    return mails;
}

/// The mail of the folder with that number, in the batch that holds it.
model::Mail *mailNumber(quint32 number, Mails &batch)
{
    for (auto &mail : batch) {
        if (mail && mail->messageId == QStringLiteral("<%1@work.example>").arg(number))
            return &*mail;
    }
    return nullptr;
}

}

/// A whole folder at once, as at the first sign-in: read in batches, then each mail alone, since a hostile mail could
/// falsify what a batch says of the others.
class tst_import : public QObject
{
    Q_OBJECT

    static model::PersonId person(Profile &profile, const char *address)
    {
        const model::Address mailbox = mailAddress(address);
        if (!QTest::qWaitFor([&] { return profile.engine->contacts().personOf(mailbox).has_value(); }, 10'000))
            return {};
        return *profile.engine->contacts().personOf(mailbox);
    }
    /// The whole conversation, once it has so many items.
    static std::vector<model::Item> items(Profile &profile, std::size_t count, const char *address = "dave@work.example")
    {
        engine::Timeline timeline(*profile.engine, person(profile, address));
        const bool came = QTest::qWaitFor(
            [&] {
                timeline.loadOlder();
                return timeline.items().size() == count && timeline.atBeginning();
            },
            20'000);
        return came ? timeline.items() : std::vector<model::Item>();
    }
    static QSet<QString> texts(const std::vector<model::Item> &items)
    {
        QSet<QString> found;
        for (const model::Item &item : items)
            found.insert(item.text);
        return found;
    }
    /// The folder has come and been read in batches; then the reader ended.
    static void readTogether(Profile &profile, std::vector<model::Arrival> mails = folder())
    {
        profile.signIn();
        profile.requests->endsBeforeAlone = true;
        profile.mail->arrive(std::move(mails), {{QStringLiteral("imap:INBOX"), "300"}});
        QTRY_COMPARE(profile.mail->storedBatches.size(), 1u);
        QTRY_COMPARE(profile.requests->together, (std::vector<std::size_t>{128, 128, 44}));
        QTRY_VERIFY(profile.requests->notRead > 0); // only then the last batch is stored
    }
    /// The program is started again, and reads on.
    static void readOn(Profile &profile, std::size_t alone = many)
    {
        profile.requests->endsBeforeAlone = false;
        profile.reopen();
        QTRY_COMPARE_WITH_TIMEOUT(profile.requests->alone.size(), alone, 20'000);
    }

private Q_SLOTS:
    void aFolderIsShownBeforeAMailOfItWasReadAlone()
    {
        Profile profile;
        readTogether(profile);
        const auto shown = items(profile, many);
        QCOMPARE(texts(shown).size(), int(many));
        QVERIFY(profile.requests->alone.empty());
        // Each is read alone afterwards, and nothing of it changes.
        readOn(profile);
        QCOMPARE(profile.mail->startedWith, (std::vector<model::Cursor>{{QStringLiteral("imap:INBOX"), "300"}}));
        QCOMPARE(profile.requests->together.size(), 3u);
        QCOMPARE(items(profile, many), shown);
    }

    void aNewMailIsReadAloneAtOnce()
    {
        Profile profile;
        profile.signIn();
        profile.mail->arrive({arrivedMail(1, numbered(1))});
        QCOMPARE(items(profile, 1).size(), 1u);
        QCOMPARE(profile.requests->alone.size(), 1u);
        QVERIFY(profile.requests->together.empty());
    }

    void aNewMailAndWhatIsLookedAtComeBeforeTheRestOfTheFolder()
    {
        Profile profile;
        readTogether(profile, folder(250, numbered(250, "erin@work.example")));
        QCOMPARE(items(profile, 1, "erin@work.example").size(), 1u);
        profile.requests->endsBeforeAlone = false;
        profile.mail->arrive({arrivedMail(400, numbered(400, "frank@work.example"))});
        QTRY_COMPARE_WITH_TIMEOUT(profile.requests->alone.size(), many + 1, 20'000);
        QVERIFY(profile.requests->alone[0].contains("frank"));
        QVERIFY(profile.requests->alone[1].contains("erin"));
    }

    void whatAHostileMailSaysOfItsNeighboursIsPutRight_data()
    {
        using Lie = std::function<void(model::Mail &, const model::Mail &)>;
        QTest::addColumn<Lie>("lie");
        QTest::newRow("another sender") << Lie([](model::Mail &mail, const model::Mail &) {
            mail.from = {{QStringLiteral("Eve"), mailAddress("eve@evil.example")}};
        });
        QTest::newRow("another text") << Lie(
            [](model::Mail &mail, const model::Mail &) { mail.root.text = QStringLiteral("Send money"); });
        QTest::newRow("a copy of another") << Lie([](model::Mail &mail, const model::Mail &other) { mail = other; });
        QTest::newRow("from oneself") << Lie([](model::Mail &mail, const model::Mail &) {
            mail.from = {{QString(), mailAddress("alice@chat.example")}};
        });
        QTest::newRow("a report") << Lie([](model::Mail &mail, const model::Mail &) {
            mail.root.mimeType = QStringLiteral("multipart/report");
            mail.root.reportType = QStringLiteral("delivery-status");
            mail.deliveryStatus.resize(1);
        });
    }
    void whatAHostileMailSaysOfItsNeighboursIsPutRight()
    {
        QFETCH(const std::function<void(model::Mail &, const model::Mail &)>, lie);
        Profile profile;
        bool lied = false;
        profile.requests->falsify = [&](Mails &batch) {
            model::Mail *victim = mailNumber(20, batch);
            const model::Mail *other = mailNumber(60, batch);
            if (!victim || !other)
                return;
            lie(*victim, *other);
            lied = true;
        };
        readTogether(profile);
        QVERIFY(lied);
        readOn(profile);
        const auto shown = items(profile, many);
        QCOMPARE(texts(shown).size(), int(many));
        QVERIFY(texts(shown).contains(QStringLiteral("Part 20")));
        engine::Conversations list(*profile.engine);
        QTRY_COMPARE(list.rowCount(), 1);
    }

    void aRefusalInABatchIsNotBelieved()
    {
        Profile profile;
        profile.requests->falsify = [](Mails &batch) {
            batch[7] = base::Error{base::Fault::Malformed, QStringLiteral("a lie")};
        };
        readTogether(profile);
        readOn(profile);
        QCOMPARE(texts(items(profile, many)).size(), int(many));
    }

    void aMailThatKillsItsReaderTakesNoOtherWithIt()
    {
        Profile profile;
        readTogether(profile, folder(20, numbered(20) + "poison\n"));
        readOn(profile);
        QCOMPARE(items(profile, many - 1).size(), many - 1);
        engine::Conversations list(*profile.engine);
        QTRY_COMPARE(list.rowCount(), 2); // the other one is the suspicious
        QVERIFY(list.row(0).suspicious || list.row(1).suspicious);
    }

    void aReaderThatCannotBeHadSaysNothingAboutTheMails()
    {
        Profile profile;
        profile.readerBusy = 200;
        profile.signIn();
        profile.mail->arrive(folder());
        QCOMPARE(texts(items(profile, many)).size(), int(many));
        QTRY_COMPARE_WITH_TIMEOUT(profile.requests->alone.size(), std::size_t(many), 20'000);
        engine::Conversations list(*profile.engine);
        QTRY_COMPARE(list.rowCount(), 1);
        QCOMPARE(profile.readerBusy, 0);
    }

    void whatIsRemovedBeforeItWasReadAloneDoesNotComeAgain()
    {
        Profile profile;
        readTogether(profile);
        const auto shown = items(profile, many);
        QCOMPARE(shown.size(), many);
        {
            engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
            QVERIFY(wait(timeline.remove(shown.back().id)));
        }
        readOn(profile, many - 1);
        QCOMPARE(items(profile, many - 1).size(), many - 1);
    }
};

ISTHMUS_TEST(tst_import)
#include "tst_import.moc"
