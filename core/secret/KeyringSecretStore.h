#pragma once

#include "core/port/SecretStore.h"

#include <chrono>

namespace isthmus::secret {

/// Passwords in the desktop's keyring (the freedesktop.org Secret Service, or KWallet), under one
/// service name. Never falls back to a file. A locked keyring asks the user itself, so an answer may take
/// as long as a person takes; after \p limit it is Fault::Timeout.
/// Other faults: Cancelled (the user said no), Rejected, Unsupported (no keyring), Storage.
class KeyringSecretStore final : public port::SecretStore
{
public:
    explicit KeyringSecretStore(QString service, std::chrono::milliseconds limit = std::chrono::minutes(2));

    [[nodiscard]] base::Task<QString> read(QString account) override;
    [[nodiscard]] base::Task<base::Done> write(QString account, QString secret) override;
    /// Removing what is not there succeeds: afterwards it is not there.
    [[nodiscard]] base::Task<base::Done> remove(QString account) override;
    [[nodiscard]] bool isPersistent() const override { return true; }

private:
    QString m_service;
    std::chrono::milliseconds m_limit;
};

}
