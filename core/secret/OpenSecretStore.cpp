#include "core/secret/OpenSecretStore.h"

#include "core/base/Log.h"
#include "core/secret/KeyringSecretStore.h"
#include "core/secret/MemorySecretStore.h"

#include <QEventLoop>

namespace isthmus::secret {

namespace {

/// What a look-up of a name that nobody stores gives; NotFound means that the keyring works.
base::Error probe(KeyringSecretStore &keyring)
{
    base::Error outcome{base::Fault::NotFound, {}};
    QEventLoop loop;
    keyring.read(QStringLiteral("isthmus-probe")).then(&loop, [&](const base::Result<QString> &answer) {
        if (!answer.ok())
            outcome = answer.error();
        loop.quit();
    });
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    return outcome;
}

}

std::unique_ptr<port::SecretStore> openSecretStore(const QString &service, std::chrono::milliseconds limit)
{
    KeyringSecretStore probed(service, limit);
    const base::Error outcome = probe(probed);
    if (outcome.fault == base::Fault::NotFound)
        return std::make_unique<KeyringSecretStore>(service);
    qCWarning(base::logEngine).noquote() << "no keyring, passwords are kept for this session only:"
                                         << base::faultName(outcome.fault) << outcome.detail;
    return std::make_unique<MemorySecretStore>();
}

}
