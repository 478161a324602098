#include "tests/engine/MailScene.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;

/// Mails that lie elsewhere in the mailbox than they did.
class tst_mailmoves : public QObject
{
    Q_OBJECT

    /// How many messages stand in all conversations together.
    static std::size_t shown(Profile &profile, const engine::Conversations &list)
    {
        std::size_t count = 0;
        for (int row = 0; row < list.rowCount(); ++row) {
            engine::Timeline timeline(*profile.engine, list.row(row).person);
            QSignalSpy loaded(&timeline, &engine::Timeline::loaded);
            loaded.wait();
            count += timeline.items().size();
        }
        return count;
    }

private Q_SLOTS:
    void aMoveIsNoNewMailAndNoLoss()
    {
        Profile profile;
        profile.signIn();
        const model::ArrivedMail before = arrivedMail(1, daves("a@work.example"));
        arrive(profile, {model::FolderFound{QStringLiteral("Archive"), QStringLiteral("\\Archive")}, before});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        const model::Item item = timeline.items().front();
        timeline.markRead();
        QTRY_VERIFY(timeline.items().front().read);
        int changes = 0;
        connect(&timeline, &engine::Timeline::itemsInserted, this, [&] { ++changes; });
        connect(&timeline, &engine::Timeline::itemsRemoved, this, [&] { ++changes; });
        // Gone from one folder, come to another; in whichever order a server tells it.
        model::ArrivedMail moved = before;
        moved.folder = QStringLiteral("Archive");
        moved.uid = 70;
        moved.flags = {QStringLiteral("\\Seen")};
        const model::MailVanished gone{before.folder, before.uidValidity, before.uid};
        arrive(profile, {gone});
        arrive(profile, {moved});
        const auto places = [&] { return wait(timeline.journey(item.id)).value().places; };
        QTRY_COMPARE(places().size(), 1u);
        QCOMPARE(places().front().folder, QStringLiteral("Archive"));
        model::ArrivedMail back = before;
        back.uid = 2;
        back.flags = moved.flags;
        arrive(profile, {back});
        arrive(profile, {model::MailVanished{moved.folder, moved.uidValidity, moved.uid}});
        QTRY_VERIFY(places().size() == 1 && places().front().uid == 2);
        QCOMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().id, item.id);
        QVERIFY(timeline.items().front().read);
        QCOMPARE(changes, 0);
    }

    void aMoveThatAltersTheOctetsIsOneItem_data()
    {
        QTest::addColumn<bool>("goneFirst");
        QTest::newRow("expunged, then found") << true;
        QTest::newRow("found, then expunged") << false;
    }
    void aMoveThatAltersTheOctetsIsOneItem()
    {
        QFETCH(bool, goneFirst);
        Profile profile;
        profile.signIn();
        const model::ArrivedMail before = arrivedMail(1, daves("a@work.example"));
        arrive(profile, {model::FolderFound{QStringLiteral("Archive"), QStringLiteral("\\Archive")}, before});
        engine::Timeline timeline(*profile.engine, person(profile, "dave@work.example"));
        QTRY_COMPARE(timeline.items().size(), 1u);
        const model::Item item = timeline.items().front();
        QSignalSpy inserted(&timeline, &engine::Timeline::itemsInserted);
        QSignalSpy removed(&timeline, &engine::Timeline::itemsRemoved);
        model::ArrivedMail moved =
            arrivedMail(70, daves("a@work.example", "X-Moved: yes\n", "Are you free? \n\n"), "Archive");
        moved.raw.replace("free? \r\n", "free? \n");
        const model::MailVanished gone{before.folder, before.uidValidity, before.uid};
        if (goneFirst) {
            arrive(profile, {gone});
            arrive(profile, {moved});
        } else {
            arrive(profile, {moved});
            arrive(profile, {gone});
        }
        const auto places = [&] { return wait(timeline.journey(item.id)).value().places; };
        QTRY_VERIFY(places().size() == 1 && places().front().folder == u"Archive");
        settle(profile);
        QCOMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().id, item.id);
        QVERIFY(!timeline.items().front().read);
        // What is said of the mail where it lies now is said of the item, and what we say goes there.
        timeline.markRead();
        QTRY_COMPARE(profile.mail->all<model::StoreFlags>().size(), 1u);
        QCOMPARE(profile.mail->all<model::StoreFlags>().front().folder, QStringLiteral("Archive"));
        arrive(profile, {model::MailFlagsChanged{moved.folder, moved.uidValidity, moved.uid, {}}});
        QTRY_VERIFY(!timeline.items().front().read);
        // And found there once more, after the folder's numbers have begun anew.
        moved.uidValidity = 2;
        moved.uid = 1;
        arrive(profile, {model::FolderReset{moved.folder, 2}, moved});
        settle(profile);
        QCOMPARE(places().size(), 1u);
        QCOMPARE(inserted.size() + removed.size(), 0);
    }

    void whoUsesAnIdOfAMailThatWasMovedHidesNothing_data()
    {
        QTest::addColumn<QByteArray>("mail");
        const QByteArray mail = daves("a@work.example");
        QTest::newRow("other words") << daves("a@work.example", {}, "Pay this now\n");
        QTest::newRow("more words") << daves("a@work.example", {}, "Are you free?\nThen pay this now\n");
        QTest::newRow("other sender") << QByteArray(mail).replace("From: Dave <dave@", "From: Dave <eve@");
        QTest::newRow("other date") << QByteArray(mail).replace("21 Nov", "20 Nov");
    }
    void whoUsesAnIdOfAMailThatWasMovedHidesNothing()
    {
        QFETCH(QByteArray, mail);
        Profile profile;
        profile.signIn();
        engine::Conversations list(*profile.engine);
        arrive(profile, {arrivedMail(1, daves("a@work.example"))});
        arrive(profile, {model::MailVanished{QStringLiteral("INBOX"), 1, 1}});
        arrive(profile, {arrivedMail(2, mail, "Archive")});
        settle(profile);
        QTRY_COMPARE(shown(profile, list), 3u); // with that of settle()
    }
};

ISTHMUS_TEST(tst_mailmoves)
#include "tst_mailmoves.moc"
