#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace isthmus::reader {

/// Appends values to a frame's contents, little-endian, lengths before contents.
class Packer
{
public:
    void u8(std::uint8_t value);
    void u32(std::uint32_t value);
    void u64(std::uint64_t value);
    void flag(bool value) { u8(value ? 1 : 0); }
    void bytes(const QByteArray &value);
    void string(const QString &value) { bytes(value.toUtf8()); }

    [[nodiscard]] const QByteArray &packed() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Takes values from foreign bytes. The first thing that is wrong sticks: from then on every value is
/// empty, nothing is read any more, and error() says what it was. Never reads past the end, and
/// allocates no more than what is there.
class Unpacker
{
public:
    explicit Unpacker(QByteArrayView bytes) : m_bytes(bytes) {}

    [[nodiscard]] std::uint8_t u8();
    [[nodiscard]] std::uint32_t u32();
    [[nodiscard]] std::uint64_t u64();
    /// Nothing but 0 and 1.
    [[nodiscard]] bool flag();
    /// Not above \p most, or it is refused as TooLarge.
    [[nodiscard]] std::uint32_t u32(std::uint32_t most);
    /// The number of elements that follow, each of at least \p elementSize octets: not above \p most, nor
    /// above what the remaining octets can hold.
    [[nodiscard]] std::uint32_t count(std::uint32_t most, std::size_t elementSize);
    [[nodiscard]] QByteArray bytes(std::uint32_t most);
    /// Valid UTF-8 of at most \p most octets.
    [[nodiscard]] QString string(std::uint32_t most);

    void fail(base::Fault fault, const char *why);
    [[nodiscard]] bool ok() const { return !m_error; }
    /// Also an error: octets left over.
    [[nodiscard]] std::optional<base::Error> finish();

private:
    [[nodiscard]] QByteArrayView take(std::size_t size);

    QByteArrayView m_bytes;
    std::optional<base::Error> m_error;
};

}
