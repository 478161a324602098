#pragma once

#include <QHashFunctions>

#include <compare>
#include <cstdint>

namespace isthmus::base {

/// A row's number in the store, tagged so that rows of different tables cannot be mixed up.
/// 0 means "no row yet" and is never given out.
template <typename Tag>
struct Id {
    std::int64_t raw = 0;
    [[nodiscard]] bool isValid() const { return raw > 0; }
    auto operator<=>(const Id &) const = default;
};

template <typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.raw, seed);
}

}
