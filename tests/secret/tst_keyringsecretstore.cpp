#include "core/secret/KeyringSecretStore.h"
#include "core/secret/OpenSecretStore.h"

#include "tests/secret/PrivateKeyring.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace isthmus;

/// Against a real gnome-keyring. The order of the functions matters: first no bus, then a bus without a
/// keyring, then the keyring.
class tst_keyringsecretstore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_home = m_keyring.home();
        qunsetenv("XDG_CURRENT_DESKTOP");
        qunsetenv("DESKTOP_SESSION");
        qunsetenv("KDE_FULL_SESSION");
    }
    void withoutABusSecretsStayInMemoryAndTheStoreSaysSo()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_home.toUtf8() + "/nobody");
        const auto store = openExpectingNoKeyring();
        QVERIFY(!store->isPersistent());
        store->write(m_account, m_secret).ignore();
        QCOMPARE(answer(store->read(m_account)), base::Result<QString>(m_secret));
    }
    void onABusWithoutAKeyringSecretsStayInMemory()
    {
        QCOMPARE(m_keyring.startBus(), QString());
        QVERIFY(!openExpectingNoKeyring()->isPersistent());
    }
    void withAKeyringSecretsAreKeptThere()
    {
        QCOMPARE(m_keyring.startKeyring(), QString());
        const auto store = secret::openSecretStore();
        QVERIFY(store->isPersistent());
        QCOMPARE(answer(store->read(m_account)).error().fault, base::Fault::NotFound);
        QVERIFY(answer(store->write(m_account, QStringLiteral("older"))).ok());
        QVERIFY(answer(store->write(m_account, m_secret)).ok());
        QCOMPARE(answer(store->read(m_account)), base::Result<QString>(m_secret));
    }
    void anotherServiceNameHasItsOwnSecrets()
    {
        secret::KeyringSecretStore other(QStringLiteral("isthmus-other"));
        QCOMPARE(answer(other.read(m_account)).error().fault, base::Fault::NotFound);
    }
    void noFileHoldsTheSecretReadably()
    {
        int files = 0;
        QDirIterator walk(m_home, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QFile::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(m_secret.toUtf8()), qPrintable(file.fileName()));
            QVERIFY2(!bytes.contains(m_secret.toUtf8().toBase64()), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }
    void removedSecretIsGoneAndRemovingAgainIsNoError()
    {
        secret::KeyringSecretStore store(QStringLiteral("isthmus"));
        const QString account = QStringLiteral("bob@isthmus.example");
        QVERIFY(answer(store.write(account, QStringLiteral("short-lived"))).ok());
        QVERIFY(answer(store.remove(account)).ok());
        QVERIFY(answer(store.remove(account)).ok());
        QCOMPARE(answer(store.read(account)).error().fault, base::Fault::NotFound);
        QCOMPARE(answer(store.read(m_account)), base::Result<QString>(m_secret));
    }
    void keyringThatDiedIsAFaultAndNotAHang()
    {
        m_keyring.stopKeyring();
        secret::KeyringSecretStore store(QStringLiteral("isthmus"), std::chrono::seconds(5));
        const auto result = answer(store.write(QStringLiteral("carol@isthmus.example"), m_secret));
        QVERIFY(!result.ok());
        QVERIFY(!result.error().detail.contains(m_secret));
    }
    void afterTheKeyringsRestartAnotherProgramReadsTheSecret()
    {
        QCOMPARE(m_keyring.startKeyring(), QString());
        QProcess tool;
        tool.start(QStringLiteral("secret-tool"), {QStringLiteral("lookup"), QStringLiteral("server"),
                                                   QStringLiteral("isthmus"), QStringLiteral("user"), m_account});
        QVERIFY(tool.waitForFinished(10'000));
        QCOMPARE(QString::fromUtf8(tool.readAllStandardOutput()), m_secret);
    }

private:
    std::unique_ptr<port::SecretStore> openExpectingNoKeyring()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^no keyring, passwords are kept")));
        return secret::openSecretStore();
    }
    template <typename T>
    base::Result<T> answer(const base::Task<T> &task)
    {
        std::optional<base::Result<T>> result;
        task.then(this, [&](const base::Result<T> &r) { result = r; });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return result.has_value(); }, 20'000);
        return result.value_or(base::Error{base::Fault::Timeout, QStringLiteral("the test gave up")});
    }

    test::PrivateKeyring m_keyring;
    QString m_home;
    const QString m_account = QStringLiteral("alice@isthmus.example");
    const QString m_secret = QString::fromUtf8("pässword with spaces & \"quotes\" 汉字");
};

ISTHMUS_TEST(tst_keyringsecretstore)
#include "tst_keyringsecretstore.moc"
