#include "tests/mail/LiveAccount.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>

#include <set>

using namespace isthmus;
using namespace Qt::StringLiterals;
using base::Fault;
using model::Service;
using test::ForeignMail;
using test::LiveAccount;
using test::Servers;
using Phase = model::LinkState::Phase;

/// Against a real Dovecot.
class tst_imaplive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(Servers::shared().problem().isEmpty(), qPrintable(Servers::shared().problem())); }

    void newest200OfAThousandComeFirstThenTheRest()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        for (int i = 1; i <= 1000; ++i)
            other.perform(u"append"_s,
                          {{u"raw"_s, QString::fromLatin1(LiveAccount::message("n" + QByteArray::number(i)).toBase64())}});
        QElapsedTimer timer;
        timer.start();
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.all<model::ArrivedMail>().size() >= 200, 20'000);
        qInfo("first 200 after %lld ms", timer.elapsed());
        const auto first = a.all<model::ArrivedMail>();
        std::set<QByteArray> newest;
        for (std::size_t i = 0; i < 200; ++i)
            newest.insert(first[i].raw);
        for (int i = 801; i <= 1000; ++i)
            QVERIFY(newest.count(LiveAccount::message("n" + QByteArray::number(i))));
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::ArrivedMail>().size(), size_t(1000), 20'000);
        qInfo("all 1,000 after %lld ms", timer.elapsed());
        const QJsonObject listed = other.perform(u"list"_s);
        for (const QJsonValue &mail : listed[u"mails"_s].toArray()) // nothing was marked by fetching
            QVERIFY(!mail[u"flags"_s].toVariant().toStringList().contains(u"\\Seen"_s));
    }
    void historyIsPutOffAndGoesOnWhereItStopped()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        for (int i = 1; i <= 600; ++i)
            other.perform(u"append"_s,
                          {{u"raw"_s, QString::fromLatin1(LiveAccount::message("n" + QByteArray::number(i)).toBase64())}});
        a.historyPaused = true;
        a.start();
        QTRY_COMPARE_WITH_TIMEOUT(a.backlog.waiting, quint64(400), 20'000);
        QVERIFY(a.backlog.isOpen);
        QVERIFY(a.has("n600") && a.has("n401") && !a.has("n400"));
        other.deliver(LiveAccount::message("while paused"));
        QTRY_VERIFY_WITH_TIMEOUT(a.has("while paused"), 10'000);
        QVERIFY(a.perform(model::CheckMail{}).ok()); // a look of the user's is no look at what is older
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(201));

        // It lasts over a sign-off, and over a gap of more than a first look takes.
        a.transport->stop();
        a.transport.reset();
        for (int i = 1; i <= 250; ++i)
            other.deliver(LiveAccount::message("gap" + QByteArray::number(i)));
        a.start();
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::ArrivedMail>().size(), size_t(451), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(a.backlog.waiting, quint64(400), 10'000);

        a.transport->setHistoryPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::ArrivedMail>().size(), size_t(851), 20'000);
        QTRY_VERIFY(!a.backlog.isOpen && a.backlog.waiting == 0);
        std::set<quint32> uids;
        for (const model::ArrivedMail &mail : a.all<model::ArrivedMail>())
            uids.insert(mail.uid);
        QCOMPARE(uids.size(), size_t(851)); // each once
    }
    void historyIsPutOffInTheMiddleOfAFetch()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        for (int i = 1; i <= 600; ++i)
            other.perform(u"append"_s,
                          {{u"raw"_s, QString::fromLatin1(LiveAccount::message("n" + QByteArray::number(i)).toBase64())}});
        a.fetch.batchMails = 10;
        a.storing = false; // the test stores, batch for batch
        a.start();
        for (int batch = 1; batch <= 30; ++batch) { // folders, 20 of the first look, some of the rest
            QTRY_VERIFY_WITH_TIMEOUT(a.batches >= batch, 10'000);
            if (batch == 30)
                a.transport->setHistoryPaused(true);
            a.transport->stored(quint64(batch));
        }
        a.storing = true;
        other.deliver(LiveAccount::message("new"));
        QTRY_VERIFY_WITH_TIMEOUT(a.has("new"), 10'000);
        const std::size_t here = a.all<model::ArrivedMail>().size();
        QVERIFY(here > 250 && here < 350);
        QTRY_COMPARE_WITH_TIMEOUT(a.backlog.waiting, quint64(601 - here), 10'000);
        a.transport->setHistoryPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::ArrivedMail>().size(), size_t(601), 20'000);
    }
    void newMailArrivesByIdleAndBytesAreKept_data()
    {
        QTest::addColumn<int>("incoming");
        QTest::newRow("direct TLS") << int(LiveAccount::Incoming::Imaps);
        QTest::newRow("STARTTLS") << int(LiveAccount::Incoming::ImapStartTls);
    }
    void newMailArrivesByIdleAndBytesAreKept()
    {
        QFETCH(int, incoming);
        LiveAccount a(Servers::shared(), LiveAccount::Incoming(incoming));
        ForeignMail other(a.servers, a.account);
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.isOnline(Service::IncomingMail) && !a.cursors.empty(), 10'000);
        const QByteArray raw =
            LiveAccount::message("idle", QByteArray("8-bit \xc3\xbc\r\n.dot\r\n") + QByteArray(100'000, 'x') + "\r\n");
        QElapsedTimer timer;
        timer.start();
        other.perform(u"append"_s, {{u"raw"_s, QString::fromLatin1(raw.toBase64())}});
        QTRY_VERIFY_WITH_TIMEOUT(a.has("idle"), 5000);
        qInfo("arrived after %lld ms", timer.elapsed());
        QVERIFY(a.mailWith("idle")->raw == raw);
        QVERIFY(a.mailWith("idle")->internalDate > base::fromMsecs(1'700'000'000'000));
        for (int i = 0; i < 3; ++i) { // and again, and again
            const QByteArray subject = "again" + QByteArray::number(i);
            other.deliver(LiveAccount::message(subject));
            QTRY_VERIFY_WITH_TIMEOUT(a.has(subject), 5000);
        }
    }
    void flagsGoBothWays()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        other.deliver(LiveAccount::message("flags"));
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.has("flags"), 10'000);
        const model::ArrivedMail mail = *a.mailWith("flags");
        QVERIFY(!mail.flags.contains(u"\\Seen"_s));
        other.perform(u"flag"_s, {{u"uid"_s, int(mail.uid)}, {u"flags"_s, u"\\Seen"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(!a.all<model::MailFlagsChanged>().empty(), 5000);
        QVERIFY(a.all<model::MailFlagsChanged>().back().flags.contains(u"\\Seen"_s));
        const auto done = a.perform(
            model::StoreFlags{u"INBOX"_s, mail.uidValidity, {mail.uid}, {u"\\Flagged"_s, u"$Forwarded"_s}, {u"\\Seen"_s}});
        QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().detail));
        const QStringList flags = other.waitFor(u"flags"_s)[u"flags"_s].toVariant().toStringList();
        QVERIFY(flags.contains(u"\\Flagged"_s) && flags.contains(u"$Forwarded"_s) && !flags.contains(u"\\Seen"_s));
        QCOMPARE(a.perform(model::StoreFlags{u"INBOX"_s, mail.uidValidity + 1, {mail.uid}, {u"\\Seen"_s}, {}}).error().fault,
                 Fault::Conflict);
        QCOMPARE(a.perform(model::StoreFlags{u"INBOX"_s, mail.uidValidity, {mail.uid}, {u"x) BODY[]"_s}, {}}).error().fault,
                 Fault::Malformed);
        QCOMPARE(a.perform(model::StoreFlags{u"Nowhere"_s, 1, {1}, {u"\\Seen"_s}, {}}).error().fault, Fault::NotFound);
    }
    void deletedElsewhereVanishesAndMovedIsFoundAgain()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        other.perform(u"create"_s, {{u"folder"_s, u"Work"_s}});
        for (const QByteArray subject : {"one", "two", "three"})
            other.deliver(LiveAccount::message(subject));
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.has("one") && a.has("two") && a.has("three"), 10'000);
        other.perform(u"delete"_s, {{u"uid"_s, int(a.mailWith("two")->uid)}});
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::MailVanished>().size(), size_t(1), 5000);
        QCOMPARE(a.all<model::MailVanished>()[0].uid, a.mailWith("two")->uid);
        other.perform(u"move"_s, {{u"uid"_s, int(a.mailWith("three")->uid)}, {u"to"_s, u"Work"_s}});
        QVERIFY(a.perform(model::CheckMail{}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::MailVanished>().size(), size_t(2), 5000);
        QCOMPARE(a.all<model::ArrivedMail>().back().folder, u"Work"_s);
        QCOMPARE(a.all<model::ArrivedMail>().back().raw, a.mailWith("three")->raw);
    }
    void folderMadeElsewhereIsFoundAtTheNextLook()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.isOnline(Service::IncomingMail) && !a.cursors.empty(), 10'000);
        other.perform(u"create"_s, {{u"folder"_s, u"Late"_s}});
        other.perform(u"append"_s,
                      {{u"raw"_s, QString::fromLatin1(LiveAccount::message("late").toBase64())}, {u"folder"_s, u"Late"_s}});
        QVERIFY(a.perform(model::CheckMail{}).ok());
        QVERIFY(a.has("late"));
        QCOMPARE(a.mailWith("late")->folder, u"Late"_s);
        other.deliver(LiveAccount::message("after")); // and the inbox is watched again
        QTRY_VERIFY_WITH_TIMEOUT(a.has("after"), 5000);
    }
    void whatHappenedWhileAwayIsSeenAtTheNextStart()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        for (const QByteArray subject : {"stays", "goes", "marked"})
            other.deliver(LiveAccount::message(subject));
        a.start();
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::ArrivedMail>().size(), size_t(3), 10'000);
        a.transport->stop();
        a.transport.reset();
        other.perform(u"delete"_s, {{u"uid"_s, int(a.mailWith("goes")->uid)}});
        other.perform(u"flag"_s, {{u"uid"_s, int(a.mailWith("marked")->uid)}, {u"flags"_s, u"\\Answered"_s}});
        other.deliver(LiveAccount::message("came"));
        a.arrivals.clear();
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.has("came"), 10'000);
        QCOMPARE(a.all<model::ArrivedMail>().size(), size_t(1)); // the others are known
        QCOMPARE(a.all<model::MailVanished>().size(), size_t(1));
        QCOMPARE(a.all<model::MailFlagsChanged>().size(), size_t(1));
        QCOMPARE(a.all<model::MailFlagsChanged>()[0].flags, QStringList{u"\\Answered"_s});
    }
    void newUidValidityResetsTheFolder()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        other.perform(u"create"_s, {{u"folder"_s, u"Old"_s}});
        other.perform(u"append"_s,
                      {{u"raw"_s, QString::fromLatin1(LiveAccount::message("kept").toBase64())}, {u"folder"_s, u"Old"_s}});
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.has("kept"), 10'000);
        const quint32 before = a.mailWith("kept")->uidValidity;
        // The same folder as if the server had been set up anew: other UIDVALIDITY, same mail.
        a.transport->stop();
        a.transport.reset();
        auto &cursor = a.cursors[u"imap:Old"_s].state;
        QVERIFY(cursor.startsWith("1 " + QByteArray::number(before)));
        cursor.replace("1 " + QByteArray::number(before), "1 " + QByteArray::number(before - 1));
        a.arrivals.clear();
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.has("kept"), 10'000);
        QCOMPARE(a.all<model::FolderReset>().size(), size_t(1));
        QCOMPARE(a.all<model::FolderReset>()[0].uidValidity, before);
    }
    void sentCopyIsFiledExactlyOnce()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.isOnline(Service::IncomingMail), 10'000);
        const QByteArray raw = LiveAccount::message("sent");
        for (int i = 0; i < 3; ++i) { // as after a lost answer
            const auto done = a.perform(model::AppendMail{u"\\Sent"_s, u"<sent@elsewhere.test>"_s, raw, {u"\\Seen"_s}});
            QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().detail));
        }
        const QJsonObject mail = other.waitFor(u"sent"_s, u"Sent"_s);
        QCOMPARE(ForeignMail::raw(mail), raw);
        QVERIFY(mail[u"flags"_s].toVariant().toStringList().contains(u"\\Seen"_s));
        QCOMPARE(other.perform(u"list"_s, {{u"folder"_s, u"Sent"_s}})[u"mails"_s].toArray().size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::ArrivedMail>().size(), size_t(1), 5000);
        QCOMPARE(a.all<model::ArrivedMail>()[0].folder, u"Sent"_s);
    }
    /// As discovery finds them: POP3 brings the mail while IMAP does not answer. What it cannot do waits for IMAP.
    void whilePop3StandsInCopiesWait()
    {
        test::Route route(Servers::shared());
        LiveAccount a(Servers::shared(), LiveAccount::Incoming::ImapsThenPop3s, &route);
        ForeignMail other(a.servers, a.account);
        other.deliver(LiveAccount::message("here"));
        route.fault(u"imaps"_s, u"refuse"_s);
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.has("here"), 20'000);
        QVERIFY(!a.mailWith("here")->uidl.isEmpty());
        const model::AppendMail copy{u"\\Sent"_s, u"<sent@elsewhere.test>"_s, LiveAccount::message("sent"), {}};
        QCOMPARE(a.perform(copy).error().fault, Fault::TryLater);
        route.heal(u"imaps"_s);
        QTRY_VERIFY_WITH_TIMEOUT(a.perform(model::CheckMail{}).ok() && a.perform(copy).ok(), 20'000);
        other.waitFor(u"sent"_s, u"Sent"_s);
    }
    void wrongPasswordIsTriedOnce()
    {
        LiveAccount a(Servers::shared());
        a.start(u"wrong"_s);
        QTRY_COMPARE_WITH_TIMEOUT(a.phase(Service::IncomingMail), Phase::Failed, 15'000);
        QCOMPARE(a.transport->state(Service::IncomingMail).error->fault, Fault::AuthRejected);
        QTRY_COMPARE_WITH_TIMEOUT(a.phase(Service::OutgoingMail), Phase::Failed, 15'000);
        QCOMPARE(a.transport->state(Service::OutgoingMail).error->fault, Fault::AuthRejected);
        // As the servers count them. Dovecot writes it down when the connection has ended.
        const auto refused = [&a](const QString &service) {
            const QJsonObject counts = a.servers.call(u"sign-ins"_s, {{u"address"_s, a.account.address}});
            return counts[service][u"refused"_s].toInt();
        };
        QTRY_COMPARE_WITH_TIMEOUT(refused(u"mailbox"_s), 1, 10'000);
        QCOMPARE(refused(u"submission"_s), 1);
    }
    void secondBatchWaitsForTheFirstToBeStored()
    {
        LiveAccount a(Servers::shared());
        ForeignMail other(a.servers, a.account);
        for (int i = 0; i < 5; ++i)
            other.deliver(LiveAccount::message("b" + QByteArray::number(i)));
        a.storing = false;
        a.fetch.batchMails = 2;
        a.start();
        QTRY_COMPARE_WITH_TIMEOUT(a.batches, 1, 10'000); // folders
        a.transport->stored(1);
        QTRY_COMPARE_WITH_TIMEOUT(a.batches, 2, 5000);
        QVERIFY(!QTest::qWaitFor([&] { return a.batches > 2; }, 300));
        a.storing = true;
        a.transport->stored(2);
        QTRY_COMPARE_WITH_TIMEOUT(a.all<model::ArrivedMail>().size(), size_t(5), 5000);
    }
    void cutConnectionsLoseAndDoubleNothing()
    {
        test::Route route(Servers::shared());
        LiveAccount a(Servers::shared(), LiveAccount::Incoming::Imaps, &route);
        ForeignMail other(a.servers, a.account);
        for (int i = 0; i < 40; ++i)
            other.deliver(LiveAccount::message("c" + QByteArray::number(i), QByteArray(20'000, 'x') + "\r\n"));
        a.fetch.batchMails = 5;
        route.fault(u"imaps"_s, u"cut-after"_s, {{u"bytes"_s, 300'000}, {u"direction"_s, u"from-server"_s}});
        a.start();
        QTRY_COMPARE_WITH_TIMEOUT(a.phase(Service::IncomingMail), Phase::Waiting, 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(int(a.all<model::ArrivedMail>().size()), 40, 40'000);
        QVERIFY(route.connections(u"imaps"_s) >= 3);
        std::set<quint32> uids;
        for (const auto &mail : a.all<model::ArrivedMail>())
            QVERIFY2(uids.insert(mail.uid).second, "twice");
    }
    /// Mails come while the connection is cut at moments drawn from a seed (ISTHMUS_SEED replays one).
    void mailsOutliveCutsAtSeededMoments()
    {
        const quint32 seed = qEnvironmentVariableIsSet("ISTHMUS_SEED") ? qEnvironmentVariable("ISTHMUS_SEED").toUInt()
                                                                       : QRandomGenerator::global()->generate();
        qInfo("ISTHMUS_SEED=%u", seed);
        QRandomGenerator chance(seed);
        const int mails = test::isLong() ? 300 : 60;
        const int cuts = test::isLong() ? 100 : 6;
        test::Route route(Servers::shared());
        LiveAccount a(Servers::shared(), LiveAccount::Incoming::Imaps, &route);
        ForeignMail other(a.servers, a.account);
        a.fetch.batchMails = 3;
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.isOnline(Service::IncomingMail), 10'000);
        for (int i = 0, done = 0; i < mails; ++i) {
            other.deliver(
                LiveAccount::message("s" + QByteArray::number(i), QByteArray(chance.bounded(30'000), 'x') + "\r\n"));
            if (done * mails < cuts * i && chance.bounded(2) == 0) {
                ++done;
                QTest::qWait(chance.bounded(30)); // the moment, not a wait for anything
                route.fault(u"imaps"_s, u"cut"_s);
            }
            if (chance.bounded(4) == 0) // the network is back: as the engine says it
                a.transport->start({});
        }
        const auto distinct = [&a] {
            std::set<QByteArray> raws;
            for (const auto &mail : a.all<model::ArrivedMail>())
                raws.insert(mail.raw);
            return int(raws.size());
        };
        QTRY_COMPARE_WITH_TIMEOUT(distinct(), mails, 60'000);
        QVERIFY(a.perform(model::CheckMail{}).ok());
        QCOMPARE(int(a.all<model::ArrivedMail>().size()), mails); // none twice, since each batch was stored
        QVERIFY(a.all<model::MailVanished>().empty() && a.all<model::FolderReset>().empty());
    }
    void attacksOnTheWayEndTheAttempt_data()
    {
        QTest::addColumn<int>("incoming");
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<Fault>("seen");
        using I = LiveAccount::Incoming;
        for (const QString &kind :
             {u"expired"_s, u"wrong-name"_s, u"unknown-issuer"_s, u"forged-chain"_s, u"leaf-as-ca"_s}) {
            QTest::addRow("IMAP certificate %s", qPrintable(kind))
                << int(I::Imaps) << u"imaps"_s << u"certificate"_s << QJsonObject{{u"kind"_s, kind}}
                << Fault::TlsCertificate;
            QTest::addRow("POP3 certificate %s", qPrintable(kind))
                << int(I::Pop3s) << u"pop3s"_s << u"certificate"_s << QJsonObject{{u"kind"_s, kind}}
                << Fault::TlsCertificate;
        }
        QTest::newRow("IMAP STARTTLS stripped")
            << int(I::ImapStartTls) << u"imap"_s << u"strip-starttls"_s << QJsonObject() << Fault::TlsUnavailable;
        QTest::newRow("POP3 STLS stripped")
            << int(I::Pop3StartTls) << u"pop3"_s << u"strip-starttls"_s << QJsonObject() << Fault::TlsUnavailable;
        for (const QString &segment : {u"same"_s, u"later"_s}) {
            QTest::addRow("IMAP injected, %s segment", qPrintable(segment))
                << int(I::ImapStartTls) << u"imap"_s << u"inject"_s
                << QJsonObject{{u"text"_s, u"* CAPABILITY XINJECTED\r\n"_s}, {u"segment"_s, segment}}
                << Fault::ProtocolBroken;
            QTest::addRow("POP3 injected, %s segment", qPrintable(segment))
                << int(I::Pop3StartTls) << u"pop3"_s << u"inject"_s
                << QJsonObject{{u"text"_s, u"+OK injected\r\n"_s}, {u"segment"_s, segment}} << Fault::ProtocolBroken;
        }
    }
    void attacksOnTheWayEndTheAttempt()
    {
        QFETCH(int, incoming);
        QFETCH(QString, service);
        QFETCH(QString, fault);
        QFETCH(QJsonObject, members);
        QFETCH(Fault, seen);
        test::Route route(Servers::shared());
        route.fault(service, fault, members);
        LiveAccount a(Servers::shared(), LiveAccount::Incoming(incoming), &route);
        a.start();
        const auto error = [&a] { return a.transport->state(Service::IncomingMail).error; };
        QTRY_VERIFY_WITH_TIMEOUT(error() || a.isOnline(Service::IncomingMail), 20'000);
        // An offer that was stripped alone is no harm: TLS is demanded, offered or not.
        const bool demandedTls = fault == u"strip-starttls"_s && a.isOnline(Service::IncomingMail);
        QVERIFY(demandedTls || (error() && error()->fault == seen && a.arrivals.empty()));
        const QJsonObject wire = a.servers.call(u"seen"_s, {{u"route"_s, route.id()}, {u"service"_s, service}});
        const QString said = wire[u"said"_s].toVariant().toStringList().join(u'\n') + wire[u"said"_s].toString();
        QVERIFY2(!said.contains(u"AUTH"_s) && !said.contains(u"LOGIN"_s) && !said.contains(u"PASS"_s), qPrintable(said));
    }
    void wakingOrANewNetworkEndsTheWaiting()
    {
        test::Route route(Servers::shared());
        LiveAccount a(Servers::shared(), LiveAccount::Incoming::Imaps, &route);
        route.fault(u"imaps"_s, u"refuse"_s);
        route.fault(u"submissions"_s, u"refuse"_s);
        a.start();
        // Far enough in the back-off that a soon return proves something.
        const auto waitsLong = [&a](Service service) {
            const auto state = a.transport->state(service);
            return state.phase == Phase::Waiting && state.retryAt
                   && *state.retryAt - base::systemNow() > std::chrono::seconds(6);
        };
        QTRY_VERIFY_WITH_TIMEOUT(waitsLong(Service::IncomingMail) && waitsLong(Service::OutgoingMail), 40'000);
        route.heal(u"imaps"_s);
        route.heal(u"submissions"_s);
        a.transport->wake();
        QTRY_VERIFY_WITH_TIMEOUT(a.isOnline(Service::IncomingMail) && a.isOnline(Service::OutgoingMail), 5'000);
        // What is connected is only looked at.
        const int before = route.connections(u"imaps"_s);
        a.transport->wake();
        QVERIFY(a.perform(model::CheckMail{}).ok());
        QCOMPARE(route.connections(u"imaps"_s), before);
        QVERIFY(a.isOnline(Service::IncomingMail) && a.isOnline(Service::OutgoingMail));
    }
    void stopEndsWithinTwoSeconds()
    {
        LiveAccount a(Servers::shared());
        a.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.isOnline(Service::IncomingMail), 10'000);
        QElapsedTimer timer;
        timer.start();
        a.transport->stop();
        QCOMPARE(a.phase(Service::IncomingMail), Phase::Off);
        QCOMPARE(a.perform(model::CheckMail{}).error().fault, Fault::Unreachable);
        a.transport.reset();
        a.threads.reset();
        QVERIFY(timer.elapsed() < 2000);
    }
};

ISTHMUS_TEST(tst_imaplive)
#include "tst_imaplive.moc"
