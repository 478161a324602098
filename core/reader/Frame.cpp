#include "core/reader/Frame.h"

#include <QtEndian>

namespace isthmus::reader {

namespace {

template <typename T, std::size_t N>
void put(std::array<char, N> &bytes, std::size_t at, T value)
{
    static_assert(N >= sizeof(T));
    qToLittleEndian(value, bytes.data() + at);
}

template <typename T, std::size_t N>
T get(const std::array<char, N> &bytes, std::size_t at)
{
    return qFromLittleEndian<T>(bytes.data() + at);
}

bool isKnown(std::uint32_t kind)
{
    switch (static_cast<FrameKind>(kind)) {
    case FrameKind::ReadMail:
    case FrameKind::DecodePart:
    case FrameKind::LayOut:
    case FrameKind::ReadBatch:
    case FrameKind::Ready:
    case FrameKind::Mail:
    case FrameKind::Part:
    case FrameKind::List:
    case FrameKind::Fault: return true;
    }
    return false;
}

}

std::array<char, FrameHeader::size> FrameHeader::encode() const
{
    std::array<char, size> bytes{};
    put<std::uint32_t>(bytes, 0, magic);
    put<std::uint32_t>(bytes, 4, static_cast<std::uint32_t>(kind));
    put<std::uint64_t>(bytes, 8, length);
    put<std::uint64_t>(bytes, 16, nonce);
    return bytes;
}

std::optional<FrameHeader> FrameHeader::decode(const std::array<char, size> &bytes)
{
    const auto kind = get<std::uint32_t>(bytes, 4);
    if (get<std::uint32_t>(bytes, 0) != magic || !isKnown(kind))
        return std::nullopt;
    return FrameHeader{static_cast<FrameKind>(kind), get<std::uint64_t>(bytes, 8), get<std::uint64_t>(bytes, 16)};
}

std::array<char, ChildReport::size> ChildReport::encode() const
{
    std::array<char, size> bytes{};
    put<std::uint32_t>(bytes, 0, magic);
    put<std::uint32_t>(bytes, 4, signalled ? 1 : 0);
    put<std::int32_t>(bytes, 8, code);
    put<std::uint64_t>(bytes, 16, cpuMicroseconds);
    put<std::uint64_t>(bytes, 24, peakKilobytes);
    return bytes;
}

std::optional<ChildReport> ChildReport::decode(const std::array<char, size> &bytes)
{
    const auto signalled = get<std::uint32_t>(bytes, 4);
    if (get<std::uint32_t>(bytes, 0) != magic || signalled > 1)
        return std::nullopt;
    return ChildReport{signalled == 1, get<std::int32_t>(bytes, 8), get<std::uint64_t>(bytes, 16),
                       get<std::uint64_t>(bytes, 24)};
}

}
