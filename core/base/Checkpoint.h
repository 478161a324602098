#pragma once

#include <functional>

namespace isthmus::base {

/// A moment of which the program claims that being killed there loses nothing and doubles nothing, by name:
/// "store.commit", "outbox.sending", "smtp.content-sent". Does nothing unless a test listens. Thread: any.
void checkpoint(const char *name);

/// From now on \p listener hears of every checkpoint, on the thread that passes it; an empty one ends that.
/// Tests end the process there. Set before the first thread that could pass one begins.
void onCheckpoint(std::function<void(const char *name)> listener);

}
