#pragma once

#include "core/engine/Engine.h"
#include "core/wire/WireConfig.h"

namespace isthmus::desktop {

/// Makes \p profile a folder that only its owner can read, and opens the engine on it, with the real
/// transports, the reading process and the system's keyring. Runs an event loop for a moment while it
/// looks for the keyring. Faults: those of engine::Engine::open().
[[nodiscard]] base::Result<std::unique_ptr<engine::Engine>> buildHouse(const QString &profile,
                                                                       const wire::WireConfig &wire);

}
