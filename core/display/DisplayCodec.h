#pragma once

#include "core/base/Result.h"
#include "core/display/DisplayList.h"

namespace isthmus::display {

/// What a list may hold; more is refused on reading and cut before writing (libraries: 20 newsletters
/// took 0.7 MB together, one hostile mail 20 MB).
struct DisplayLimits {
    int maxSide = 200'000; ///< pixels, of the list and of any coordinate
    std::uint32_t maxOps = 200'000;
    std::uint32_t maxRuns = 200'000;
    std::uint32_t maxFonts = 1'000;
    std::uint32_t maxLinks = 10'000;
    std::uint32_t maxPictures = 500;
    std::uint32_t maxRemote = 2'000;
    std::uint64_t maxPictureBytes = 48ULL << 20; ///< all pictures together, decoded
    std::uint32_t maxText = 4'096;               ///< octets of UTF-8 of one text, url or family
};

/// Little-endian, lengths before contents. The list must be valid; limits are not applied here.
[[nodiscard]] QByteArray encode(const DisplayList &list);

/// The only way from foreign bytes to a DisplayList. Refuses with Fault::Malformed or TooLarge: counts
/// beyond what the remaining bytes can hold, invalid UTF-8, indices out of range, unbalanced clips,
/// pictures whose size and bytes disagree, links of other schemes, bytes left over. Never reads past the end.
[[nodiscard]] base::Result<DisplayList> decode(const QByteArray &bytes, const DisplayLimits &limits = {});

}
