#include "core/secret/MemorySecretStore.h"

#include "tests/support/TestMain.h"

using namespace isthmus;

class tst_memorysecretstore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secretIsReadBackUntilItIsRemoved()
    {
        secret::MemorySecretStore store;
        QVERIFY(!store.isPersistent());
        const QString account = QStringLiteral("alice@isthmus.example");
        store.write(account, QStringLiteral("first")).ignore();
        store.write(account, QStringLiteral("second")).ignore();
        QCOMPARE(answer(store.read(account)), base::Result<QString>(QStringLiteral("second")));
        QCOMPARE(answer(store.read(QStringLiteral("bob@isthmus.example"))).error().fault, base::Fault::NotFound);
        store.remove(account).ignore();
        store.remove(account).ignore();
        QCOMPARE(answer(store.read(account)).error().fault, base::Fault::NotFound);
    }

private:
    base::Result<QString> answer(const base::Task<QString> &task)
    {
        std::optional<base::Result<QString>> result;
        task.then(this, [&](const base::Result<QString> &r) { result = r; });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return result.has_value(); });
        return result.value_or(base::Error{base::Fault::Timeout, {}});
    }
};

ISTHMUS_TEST(tst_memorysecretstore)
#include "tst_memorysecretstore.moc"
