#pragma once

#include "core/engine/Engine.h"
#include "core/wire/WireConfig.h"

namespace isthmus::desktop {

/// Makes \p profile a folder that only its owner can read, and gives what the engine on it is built of: the
/// real transports and the reading process; no place for passwords yet. Fault::Storage.
[[nodiscard]] base::Result<engine::EngineParts> partsOfHouse(const QString &profile, const wire::WireConfig &wire);

/// Opens the engine on \p profile with these parts and the system's keyring. Runs an event loop for a
/// moment while it looks for the keyring. Faults: those of partsOfHouse() and engine::Engine::open().
[[nodiscard]] base::Result<std::unique_ptr<engine::Engine>> buildHouse(const QString &profile, const wire::WireConfig &wire);

}
