#pragma once

#include "core/reader/Walls.h"

namespace isthmus::readerapp {

/// The walls beside the filter, each of which a system may refuse; together with the order in which they
/// have to be taken (see Reader.cpp). All of it in one thread, once.

/// Closes what was inherited beyond the standard streams, and leaves nothing in the environment but what the
/// libraries must find.
void shedInheritance();

/// A network namespace of its own, with nothing in it: directly, or inside a user namespace.
[[nodiscard]] bool leaveNetwork();

/// Gives up root's identity if we have it. True: we are nobody special.
[[nodiscard]] bool becomeOrdinaryUser();
[[nodiscard]] bool dropCapabilities();
/// Landlock with no exceptions: no path may be opened, no TCP port used, no abstract socket, no signal beyond.
[[nodiscard]] bool closeFileSystem();
/// Limits that hold for the zygote too; a child's own follow in Child.cpp.
void limitZygote();
/// The kernel ends us when \p parent, which must be the one that started us, ends; and nobody may look in.
[[nodiscard]] bool bindToParent(int parent);

}
