#include "core/secret/MemorySecretStore.h"

namespace isthmus::secret {

base::Task<QString> MemorySecretStore::read(QString account)
{
    const auto found = m_secrets.constFind(account);
    if (found == m_secrets.cend())
        return base::Task<QString>::ready({base::Fault::NotFound, QStringLiteral("no secret in this session")});
    return base::Task<QString>::ready(*found);
}

base::Task<base::Done> MemorySecretStore::write(QString account, QString secret)
{
    m_secrets.insert(std::move(account), std::move(secret));
    return base::Task<base::Done>::ready(base::Done{});
}

base::Task<base::Done> MemorySecretStore::remove(QString account)
{
    m_secrets.remove(account);
    return base::Task<base::Done>::ready(base::Done{});
}

}
