#pragma once

#include "core/port/SecretStore.h"

#include <QHash>

namespace isthmus::secret {

/// Passwords in memory, for this session only: where there is no keyring. Never written anywhere.
class MemorySecretStore final : public port::SecretStore
{
public:
    [[nodiscard]] base::Task<QString> read(QString account) override;
    [[nodiscard]] base::Task<base::Done> write(QString account, QString secret) override;
    [[nodiscard]] base::Task<base::Done> remove(QString account) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

private:
    QHash<QString, QString> m_secrets;
};

}
