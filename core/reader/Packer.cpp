#include "core/reader/Packer.h"

#include <QtEndian>

namespace isthmus::reader {

void Packer::u8(std::uint8_t value)
{
    m_bytes.append(static_cast<char>(value));
}

void Packer::u32(std::uint32_t value)
{
    value = qToLittleEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void Packer::u64(std::uint64_t value)
{
    value = qToLittleEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void Packer::bytes(const QByteArray &value)
{
    u32(static_cast<std::uint32_t>(value.size()));
    m_bytes.append(value);
}

QByteArrayView Unpacker::take(std::size_t size)
{
    if (m_error)
        return {};
    if (size > static_cast<std::size_t>(m_bytes.size())) {
        fail(base::Fault::Malformed, "it ends too soon");
        return {};
    }
    const QByteArrayView taken = m_bytes.first(static_cast<qsizetype>(size));
    m_bytes = m_bytes.sliced(static_cast<qsizetype>(size));
    return taken;
}

std::uint8_t Unpacker::u8()
{
    const QByteArrayView taken = take(1);
    return taken.isEmpty() ? 0 : static_cast<std::uint8_t>(taken[0]);
}

std::uint32_t Unpacker::u32()
{
    const QByteArrayView taken = take(sizeof(std::uint32_t));
    return taken.isEmpty() ? 0 : qFromLittleEndian<std::uint32_t>(taken.data());
}

std::uint64_t Unpacker::u64()
{
    const QByteArrayView taken = take(sizeof(std::uint64_t));
    return taken.isEmpty() ? 0 : qFromLittleEndian<std::uint64_t>(taken.data());
}

bool Unpacker::flag()
{
    const std::uint8_t value = u8();
    if (value > 1)
        fail(base::Fault::Malformed, "a flag is neither 0 nor 1");
    return value == 1;
}

std::uint32_t Unpacker::u32(std::uint32_t most)
{
    const std::uint32_t value = u32();
    if (value <= most)
        return value;
    fail(base::Fault::TooLarge, "a number is too large");
    return 0;
}

std::uint32_t Unpacker::count(std::uint32_t most, std::size_t elementSize)
{
    const std::uint32_t value = u32(most);
    if (value <= static_cast<std::size_t>(m_bytes.size()) / elementSize)
        return value;
    fail(base::Fault::Malformed, "a count is beyond what follows");
    return 0;
}

QByteArray Unpacker::bytes(std::uint32_t most)
{
    return take(u32(most)).toByteArray();
}

QString Unpacker::string(std::uint32_t most)
{
    const QByteArray utf8 = bytes(most);
    if (utf8.isValidUtf8())
        return QString::fromUtf8(utf8);
    fail(base::Fault::Malformed, "a text is not UTF-8");
    return {};
}

void Unpacker::fail(base::Fault fault, const char *why)
{
    if (m_error)
        return;
    m_error = base::Error{fault, QStringLiteral("answer of the mail reader: %1").arg(QLatin1String(why))};
    m_bytes = {};
}

std::optional<base::Error> Unpacker::finish()
{
    if (!m_bytes.isEmpty())
        fail(base::Fault::Malformed, "octets are left over");
    return m_error;
}

}
