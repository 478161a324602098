#pragma once

#include <QByteArray>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace isthmus::reader {

/// What a frame between the program and isthmus-reader holds. Requests are small numbers, answers large ones.
enum class FrameKind : std::uint32_t {
    ReadMail = 1,   ///< octets of a mail
    DecodePart = 2, ///< section number, then octets of a mail
    LayOut = 3,     ///< packed port::LayoutWish, then octets of a mail
    ReadBatch = 4,  ///< mails, each with its length before it; each is answered by a frame of its own, in order
    Ready = 0x80,   ///< the reader has locked itself: walls reached
    Mail = 0x81,    ///< a packed model::Mail
    Part = 0x82,    ///< a leaf's decoded octets
    Fault = 0x83,   ///< why the mail was refused
    List = 0x84,    ///< an encoded display::DisplayList
};

/// 24 octets, little-endian: magic, kind, length of what follows, nonce. The answer repeats the request's
/// nonce, so that left-over octets of a child that died cannot answer the next request.
struct FrameHeader {
    static constexpr std::size_t size = 24;
    static constexpr std::uint32_t magic = 0x31445249; // "IRD1"

    FrameKind kind = FrameKind::ReadMail;
    std::uint64_t length = 0;
    std::uint64_t nonce = 0;
    bool operator==(const FrameHeader &) const = default;

    [[nodiscard]] std::array<char, size> encode() const;
    /// nullopt unless the magic is right and the kind is one of the above. The length is not judged here.
    [[nodiscard]] static std::optional<FrameHeader> decode(const std::array<char, size> &bytes);
};

/// How a child ended, said by the zygote on its standard error, which no child can write to.
struct ChildReport {
    static constexpr std::size_t size = 32;
    static constexpr std::uint32_t magic = 0x52445249; // "IRDR"

    bool signalled = false; ///< by a signal; otherwise it exited
    std::int32_t code = 0;  ///< signal number or exit code
    std::uint64_t cpuMicroseconds = 0;
    std::uint64_t peakKilobytes = 0;
    bool operator==(const ChildReport &) const = default;

    [[nodiscard]] std::array<char, size> encode() const;
    [[nodiscard]] static std::optional<ChildReport> decode(const std::array<char, size> &bytes);
};

/// Exit codes of a child.
enum class ChildExit : int { Done = 0, Memory = 4, BadRequest = 5, NoFilter = 6, Exception = 7 };

/// What a request may cost and an answer may weigh: the same numbers on both sides of the wall.
inline constexpr std::uint64_t maxRequestBytes = 64ULL << 20;
/// Last on the command line of a reader that lays mails out. Without it, it only reads them: it loads neither fonts nor
/// picture decoders, so it starts in a fifth of the time, and who breaks it has less to work with.
inline constexpr char layOutOption[] = "--layout";
inline constexpr std::uint64_t maxBatchMails = 64;
inline constexpr std::uint64_t maxBatchAnswerBytes = 64ULL << 20; // of all answers together
inline constexpr std::uint64_t maxMailAnswerBytes = 16ULL << 20;
inline constexpr std::uint64_t maxPartAnswerBytes = 64ULL << 20;
inline constexpr std::uint64_t maxFaultAnswerBytes = 4096;
inline constexpr std::uint64_t maxListAnswerBytes = 64ULL << 20; // pictures are in it, decoded

/// Processor time of one child: 2 s and 0.2 s for each MiB.
[[nodiscard]] constexpr std::chrono::milliseconds cpuBudget(std::uint64_t requestBytes)
{
    return std::chrono::milliseconds(2000 + 200 * requestBytes / (1 << 20));
}

/// Time by the clock after which the program ends a reader; generous, since other programs compute too.
[[nodiscard]] constexpr std::chrono::milliseconds wallBudget(std::uint64_t requestBytes)
{
    return 3 * cpuBudget(requestBytes) + std::chrono::seconds(2);
}

/// Memory that one child may add to what the zygote has.
[[nodiscard]] constexpr std::uint64_t memoryBudget(std::uint64_t requestBytes)
{
    return (256ULL << 20) + 6 * requestBytes;
}

}
