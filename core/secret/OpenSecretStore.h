#pragma once

#include "core/port/SecretStore.h"

#include <chrono>
#include <memory>

namespace isthmus::secret {

/// The keyring if it answers a look-up within \p limit, memory for this session if not; isPersistent()
/// of what comes back says which, and the log why. Runs an event loop meanwhile: for the start of the
/// program, before the window opens. A keyring that is locked answers too, so nobody is asked to unlock it.
[[nodiscard]] std::unique_ptr<port::SecretStore> openSecretStore(const QString &service = QStringLiteral("isthmus"),
                                                                 std::chrono::milliseconds limit = std::chrono::seconds(3));

}
