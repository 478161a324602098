#pragma once

#include <QByteArray>

#include <string>

namespace isthmus::test {

/// What a stranger's code might try once it has taken over the child, by name. The answer says how it went:
/// "errno 13", "done", or what was found. Many do not return. \p argument as the attempt needs.
[[nodiscard]] std::string attempt(const std::string &name, const QByteArray &contents, std::uint64_t argument);

}
