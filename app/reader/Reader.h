#pragma once

#include "app/reader/Child.h"

namespace isthmus::readerapp {

/// isthmus-reader from its first line to its last: warms up, takes the walls in the order that cannot be
/// changed, says which stand, and serves. Without the filter nothing is read. Gives the exit code.
[[nodiscard]] int runReader(const Job &job, FileCalls fileCalls = FileCalls::Refuse);

}
