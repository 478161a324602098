#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QSignalSpy>

using namespace isthmus;
using namespace isthmus::test;
using model::LinkState;
using model::Service;

class tst_accounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signingInKeepsAccountAndPasswordApart()
    {
        Profile profile;
        profile.signIn();
        QCOMPARE(profile.engine->accounts().all().size(), 1u);
        QCOMPARE(profile.passwords.value(QStringLiteral("alice@chat.example")), QStringLiteral("secret"));
        QCOMPARE(profile.engine->accounts().all().front().idKey.size(), 32);
        profile.close();
        QFile file(profile.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
    }

    /// After a session whose password was kept in memory alone: no server refused anything.
    void withoutAPasswordNobodyIsAsked()
    {
        Profile profile;
        profile.signIn();
        const model::AccountId account = profile.engine->accounts().all().front().id;
        profile.close();
        profile.passwords.clear();
        profile.chat = nullptr;
        profile.open();
        for (const auto service : {Service::Chat, Service::IncomingMail, Service::OutgoingMail}) {
            QTRY_VERIFY(profile.engine->accounts().state(account, service).error.has_value());
            QCOMPARE(profile.engine->accounts().state(account, service).error->fault, base::Fault::PasswordNeeded);
        }
        QVERIFY(!profile.chat);
    }

    void x43_noPasswordIsInTheProfileOrInALog()
    {
        static QStringList said;
        const QtMessageHandler before =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) { said.append(line); });
        Profile profile;
        const QString password = QStringLiteral("corr\u00e8ct-h\u00f6rse-staple");
        profile.open();
        model::AccountPlan plan;
        plan.chat.endpoints.resize(1);
        plan.incoming.endpoints.resize(1);
        const auto id =
            wait(profile.engine->accounts().signIn(mailAddress("alice@chat.example"), password, plan, true, true));
        profile.goOnline();
        const auto changed = id ? wait(profile.engine->accounts().changePassword(*id, password)) : id.error();
        profile.chat->goDown({Service::Chat}, LinkState::Phase::Failed);
        profile.close();
        qInstallMessageHandler(before);
        QVERIFY(id && changed);
        QCOMPARE(profile.passwords.value(QStringLiteral("alice@chat.example")), password);
        for (const QString &line : std::as_const(said))
            QVERIFY2(!line.contains(password), qPrintable(line));
        int files = 0;
        for (const QFileInfo &info : QDir(profile.dir.path()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++files;
            for (const QByteArray &form :
                 {password.toUtf8(), password.toUtf8().toBase64(), password.toLatin1(),
                  QByteArray(reinterpret_cast<const char *>(password.utf16()), password.size() * 2)})
                QVERIFY2(!bytes.contains(form), qPrintable(info.fileName()));
        }
        QVERIFY(files > 0);
    }

    void aSecondStartConnectsByItselfFromTheStoredCursors()
    {
        Profile profile;
        profile.signIn();
        profile.chat->arrive({}, {{QStringLiteral("xmpp:archive"), QByteArray("a-17")}});
        QTRY_COMPARE(profile.chat->storedBatches.size(), 1u);
        const QByteArray idKey = profile.engine->accounts().all().front().idKey;
        profile.reopen();
        QCOMPARE(profile.chat->startedWith, (std::vector<model::Cursor>{{QStringLiteral("xmpp:archive"), "a-17"}}));
        QCOMPARE(profile.engine->accounts().all().front().idKey, idKey);
    }

    void startOptionsAreKept()
    {
        Profile profile;
        profile.signIn();
        QVERIFY(wait(profile.engine->accounts().setStartOptions(profile.account, false, true)));
        profile.close();
        profile.open();
        QTRY_VERIFY(profile.mail && profile.mail->started);
        QVERIFY(profile.chat && !profile.chat->started);
        profile.engine->accounts().connectNow(profile.account);
        QTRY_VERIFY(profile.chat->started);
    }

    void whereNoMailIsFetchedAtStartItIsSentAndFetchedOnTheUsersWord()
    {
        Profile profile;
        profile.signIn();
        profile.mail->arrive({}, {{QStringLiteral("imap:INBOX"), QByteArray("7")}});
        QTRY_COMPARE(profile.mail->storedBatches.size(), 1u);
        QVERIFY(wait(profile.engine->accounts().setStartOptions(profile.account, true, false)));
        profile.close();
        profile.open();
        QTRY_VERIFY(profile.mail && profile.mail->startedSending);
        QVERIFY(!profile.mail->started);
        profile.engine->accounts().checkMail();
        QTRY_VERIFY(profile.mail->started);
        QCOMPARE(profile.mail->startedWith, (std::vector<model::Cursor>{{QStringLiteral("imap:INBOX"), "7"}}));
        // Once it is fetched, the same word looks for more.
        profile.mail->goOnline({model::Service::IncomingMail});
        profile.engine->accounts().checkMail();
        QTRY_COMPARE(profile.mail->all<model::CheckMail>().size(), 1u);
    }

    void withoutAStoredPasswordTheLinksSaySo()
    {
        Profile profile;
        profile.signIn();
        profile.close();
        profile.passwords.clear();
        profile.open();
        const auto phase = [&] { return profile.engine->accounts().state(profile.account, Service::Chat).phase; };
        QTRY_COMPARE(phase(), LinkState::Phase::Failed);
        QVERIFY(wait(profile.engine->accounts().changePassword(profile.account, QStringLiteral("new"))));
        profile.goOnline();
        QCOMPARE(phase(), LinkState::Phase::Online);
        QCOMPARE(profile.passwords.value(QStringLiteral("alice@chat.example")), QStringLiteral("new"));
    }

    void linkStatesAreReported()
    {
        Profile profile;
        profile.signIn();
        QSignalSpy spy(&profile.engine->accounts(), &engine::Accounts::stateChanged);
        profile.chat->goDown({Service::Chat});
        QCOMPARE(spy.size(), 1);
        QCOMPARE(profile.engine->accounts().state(profile.account, Service::Chat).phase, LinkState::Phase::Waiting);
        QCOMPARE(profile.engine->accounts().state(profile.account, Service::OutgoingMail).phase, LinkState::Phase::Online);
    }
};

ISTHMUS_TEST(tst_accounts)
#include "tst_accounts.moc"
