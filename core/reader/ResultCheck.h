#pragma once

#include "core/base/Result.h"
#include "core/model/Mail.h"
#include "core/reader/Walls.h"

#include <QByteArray>

namespace isthmus::reader {

/// The only way from the reader's bytes to values. Who wrote them may be a stranger who has taken over the
/// child that read his mail, so every length, count, index, number and string is checked, and one thing
/// wrong refuses the whole. Fault::Malformed or TooLarge.
class ResultCheck
{
public:
    /// What one mail may be. Above what core/mime lets through, since decoding may lengthen texts.
    struct Limits {
        std::uint32_t field = 512 * 1024;      ///< octets of UTF-8 of one header value
        std::uint32_t name = 4096;             ///< of a type, a section number, a token
        std::uint32_t text = 16 * 1024 * 1024; ///< of one part's text
        std::uint32_t list = 10'000;           ///< elements of any list
        int parts = 10'000;                    ///< nodes of the MIME tree
        int depth = 64;
    };

    [[nodiscard]] static base::Result<model::Mail> mail(const QByteArray &bytes, const Limits &limits);
    [[nodiscard]] static base::Result<model::Mail> mail(const QByteArray &bytes) { return mail(bytes, Limits()); }
    /// The refusal that the reader sent: Malformed, TooLarge, Unsupported or NotFound, with a detail of printable
    /// ASCII. What is none of these becomes ProtocolBroken.
    [[nodiscard]] static base::Error fault(const QByteArray &bytes);
    [[nodiscard]] static base::Result<Walls> ready(const QByteArray &bytes);
};

}
