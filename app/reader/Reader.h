#pragma once

#include "app/reader/Child.h"

namespace isthmus::readerapp {

/// What it is started for.
enum class Purpose { Read, LayOut };

/// By the words of the command line (reader::layOutOption).
[[nodiscard]] Purpose purposeOf(int argc, char **argv);

/// isthmus-reader from its first line to its last: warms up, takes the walls in the order that cannot be
/// changed, says which stand, and serves. Without the filter nothing is read. Gives the exit code.
[[nodiscard]] int runReader(const Job &job, Purpose purpose, FileCalls fileCalls = FileCalls::Refuse);

}
