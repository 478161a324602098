#include "core/secret/KeyringSecretStore.h"

#include "core/secret/KeyringError.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

namespace isthmus::secret {

namespace {

/// Starts the job, which deletes itself when it ends. After the limit the caller gets its answer, and
/// the job is left to end in its own time: QtKeychain cannot take one back.
template <typename T, typename F>
base::Task<T> run(QKeychain::Job *job, const QString &key, std::chrono::milliseconds limit, F resultOf)
{
    const base::Promise<T> promise;
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [promise, resultOf](QKeychain::Job *ended) { promise.finish(resultOf(*ended)); });
    QTimer::singleShot(limit, job, [promise] {
        promise.finish(base::Error{base::Fault::Timeout, QStringLiteral("keyring: no answer")});
    });
    job->start();
    return promise.task();
}

}

KeyringSecretStore::KeyringSecretStore(QString service, std::chrono::milliseconds limit)
    : m_service(std::move(service)), m_limit(limit)
{}

base::Task<QString> KeyringSecretStore::read(QString account)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    return run<QString>(job, account, m_limit, [](const QKeychain::Job &ended) -> base::Result<QString> {
        if (ended.error() != QKeychain::NoError)
            return keyringError(ended);
        return static_cast<const QKeychain::ReadPasswordJob &>(ended).textData();
    });
}

base::Task<base::Done> KeyringSecretStore::write(QString account, QString secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret);
    return run<base::Done>(job, account, m_limit, [](const QKeychain::Job &ended) -> base::Result<base::Done> {
        if (ended.error() != QKeychain::NoError)
            return keyringError(ended);
        return base::Done{};
    });
}

base::Task<base::Done> KeyringSecretStore::remove(QString account)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    return run<base::Done>(job, account, m_limit, [](const QKeychain::Job &ended) -> base::Result<base::Done> {
        if (ended.error() != QKeychain::NoError && ended.error() != QKeychain::EntryNotFound)
            return keyringError(ended);
        return base::Done{};
    });
}

}
