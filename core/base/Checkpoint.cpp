#include "core/base/Checkpoint.h"

#include <atomic>

namespace isthmus::base {

namespace {

std::function<void(const char *)> &listener()
{
    static std::function<void(const char *)> set;
    return set;
}

std::atomic<bool> isListening = false;

}

void checkpoint(const char *name)
{
    if (isListening.load(std::memory_order_acquire))
        listener()(name);
}

void onCheckpoint(std::function<void(const char *)> heard)
{
    isListening.store(false, std::memory_order_release);
    listener() = std::move(heard);
    isListening.store(listener() != nullptr, std::memory_order_release);
}

}
