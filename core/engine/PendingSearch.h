#pragma once

#include "core/engine/EnginePrivate.h"

namespace isthmus::engine {

/// Takes into the search what a newer schema has made wait for it, a handful at a time, so that nothing else waits long.
/// Until it is done, a search says how much it looked through. Thread: the window's; the work runs on the store's.
void indexPending(Engine::Private &engine);

}
