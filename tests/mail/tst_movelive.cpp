#include "core/imap/MailSession.h"
#include "core/imap/Sasl.h"
#include "core/mail/FolderMove.h"

#include "tests/mail/LiveAccount.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>

using namespace isthmus;
using namespace Qt::StringLiterals;
using base::Fault;
using test::ForeignMail;
using test::LiveAccount;
using test::Servers;

namespace {

/// A folder as another program sees it.
struct Seen {
    Seen(ForeignMail &other, const QString &folder)
    {
        const QJsonObject list = other.perform(u"list"_s, {{u"folder"_s, folder}});
        uidValidity = quint32(list[u"uidvalidity"_s].toInteger());
        for (const QJsonValue &mail : list[u"mails"_s].toArray()) {
            uids.push_back(quint32(mail[u"uid"_s].toInt()));
            if (mail[u"flags"_s].toVariant().toStringList().contains(u"\\Deleted"_s))
                ++deleted;
            else
                subjects += mail[u"fields"_s][u"subject"_s].toString();
        }
        subjects.sort();
    }
    quint32 uidValidity = 0;
    std::vector<quint32> uids;
    QStringList subjects; ///< of those not marked \Deleted
    int deleted = 0;
};

}

/// Moving mails, in a real Dovecot.
class tst_movelive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(Servers::shared().problem().isEmpty(), qPrintable(Servers::shared().problem())); }

    void mailIsMovedThereAndBack()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        for (const QByteArray subject : {"stays", "moved"})
            other.deliver(LiveAccount::message(subject));
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.has("stays") && a.has("moved"), 10'000);
        const model::ArrivedMail first = *a.mailWith("moved");
        const auto move = [&](const QString &folder, quint32 validity, quint32 uid, const QString &use) {
            a.arrivals.clear();
            const auto done = a.perform(model::MoveMail{folder, validity, {uid}, use});
            QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().detail));
            QVERIFY(a.perform(model::MoveMail{folder, validity, {uid}, use}).ok()); // as after a lost answer
            QVERIFY(a.perform(model::CheckMail{}).ok());
        };
        // What the engine knows a move by: gone here, and come there with the same octets.
        const auto isToldAsMove = [&](const model::ArrivedMail &before, const QString &to) {
            const auto gone = a.all<model::MailVanished>();
            const auto come = a.all<model::ArrivedMail>();
            return gone == std::vector{model::MailVanished{before.folder, before.uidValidity, before.uid}}
                   && come.size() == 1 && come[0].folder == to && come[0].raw == before.raw;
        };
        QCOMPARE(a.perform(model::MoveMail{u"INBOX"_s, first.uidValidity + 1, {first.uid}, u"\\Trash"_s}).error().fault,
                 Fault::NotFound);
        move(u"INBOX"_s, first.uidValidity, first.uid, u"\\Archive"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isToldAsMove(first, u"Archive"_s), 5000);
        const model::ArrivedMail archived = *a.mailWith("moved");
        QCOMPARE(Seen(other, u"Archive"_s).subjects, QStringList{u"moved"_s});
        QCOMPARE(Seen(other, u"INBOX"_s).subjects, QStringList{u"stays"_s});
        // The trash is not fetched: the mail is gone, and where it lies only the server knows.
        move(u"Archive"_s, archived.uidValidity, archived.uid, u"\\Trash"_s);
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::MailVanished>().size(), size_t(1), 5000);
        QVERIFY(a.all<model::ArrivedMail>().empty());
        QVERIFY(Seen(other, u"Archive"_s).uids.empty());
        const Seen trash(other, u"Trash"_s);
        QCOMPARE(trash.subjects, QStringList{u"moved"_s});
        move(u"Trash"_s, trash.uidValidity, trash.uids.at(0), u"\\Inbox"_s);
        QTRY_VERIFY_WITH_TIMEOUT(a.has("moved"), 5000);
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(1));
        QCOMPARE(a.mailWith("moved")->folder, u"INBOX"_s);
        QVERIFY(a.mailWith("moved")->raw == first.raw);
        QCOMPARE(Seen(other, u"INBOX"_s).subjects, (QStringList{u"moved"_s, u"stays"_s}));
        QVERIFY(Seen(other, u"Trash"_s).uids.empty());
    }

    /// Dovecot as if it had no MOVE, and a move that was cut off when one of two mails had been copied.
    void moveThatWasCutOffNeitherLosesNorDoubles_data()
    {
        QTest::addColumn<QByteArray>("capabilities");
        QTest::addColumn<int>("leftBehind");
        QTest::newRow("UIDPLUS") << QByteArray("UIDPLUS") << 0;
        QTest::newRow("neither") << QByteArray("IDLE") << 2;
    }
    void moveThatWasCutOffNeitherLosesNorDoubles()
    {
        QFETCH(QByteArray, capabilities);
        QFETCH(int, leftBehind);
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        for (const QByteArray subject : {"copied", "not copied"})
            other.deliver(LiveAccount::message(subject));
        const Seen before(other, u"INBOX"_s);
        QCOMPARE(before.uids.size(), size_t(2));

        wire::WireConfig wire;
        wire.caFile = a.servers.caFile();
        imap::ImapSession session(wire, {});
        bool ready = false;
        connect(&session, &imap::ImapSession::ready, this, [&] { ready = true; });
        session.open(a.modelAccount().plan.incoming.endpoints.front(),
                     {a.account.address, a.account.password, imap::randomNonce()});
        QTRY_VERIFY_WITH_TIMEOUT(ready, 10'000);
        imap::ImapConnection &connection = session.connection();
        bool copied = false;
        connection.run(imap::ImapCommand("SELECT", imap::ImapCommand::Order::Alone).string("INBOX"), [](const auto &) {});
        connection.run(imap::ImapCommand("UID COPY").word(QByteArray::number(before.uids[0])).string("Archive"),
                       [&](const auto &answer) { copied = imap::accepted(answer).ok(); });
        QTRY_VERIFY_WITH_TIMEOUT(copied, 5000);

        connection.receive("* CAPABILITY IMAP4rev1 " + capabilities + "\r\n");
        const mail::Folder inbox{"INBOX", u"INBOX"_s, u"\\Inbox"_s};
        const mail::Folder archive{"Archive", u"Archive"_s, u"\\Archive"_s};
        const auto move = [&](const mail::Folder &from, const mail::Folder &to, const Seen &what) {
            std::optional<base::Result<base::Done>> end;
            mail::moveMails(connection, &session, from, to, false,
                            {from.name, what.uidValidity, what.uids, to.specialUse, true},
                            [&end](const auto &result) { end = result; });
            return test::comesTrue([&] { return end.has_value(); }, 10'000) && end->ok();
        };
        const QStringList both{u"copied"_s, u"not copied"_s};
        for (int i = 0; i < 2; ++i) { // the second as after a lost answer
            QVERIFY(move(inbox, archive, before));
            const Seen there(other, u"Archive"_s), here(other, u"INBOX"_s);
            QCOMPARE(there.subjects, both);
            QCOMPARE(there.deleted, 0);
            QCOMPARE(here.subjects, QStringList());
            QCOMPARE(here.deleted, leftBehind);
        }
        // Back, where those that could only be marked are no copies.
        QVERIFY(move(archive, inbox, Seen(other, u"Archive"_s)));
        QCOMPARE(Seen(other, u"INBOX"_s).subjects, both);
        QCOMPARE(Seen(other, u"Archive"_s).subjects, QStringList());
    }
};

ISTHMUS_TEST(tst_movelive)
#include "tst_movelive.moc"
