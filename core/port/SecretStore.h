#pragma once

#include "core/base/Task.h"

#include <QString>

namespace isthmus::port {

/// Keeps passwords: the system keyring, or memory for this session. Thread: the engine's.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// \p account is the bare address. Fault::NotFound when there is none.
    [[nodiscard]] virtual base::Task<QString> read(QString account) = 0;
    [[nodiscard]] virtual base::Task<base::Done> write(QString account, QString secret) = 0;
    [[nodiscard]] virtual base::Task<base::Done> remove(QString account) = 0;
    /// False: what is written is forgotten when the program ends, and the window says so.
    [[nodiscard]] virtual bool isPersistent() const = 0;
};

}
