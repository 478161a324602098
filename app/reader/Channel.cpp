#include "app/reader/Channel.h"

#include <cerrno>
#include <unistd.h>

namespace isthmus::readerapp {

bool readExactly(int fd, char *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t count = ::read(fd, bytes, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

bool writeAll(int fd, const char *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t count = ::write(fd, bytes, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

bool writeFrame(reader::FrameKind kind, std::uint64_t nonce, const QByteArray &contents)
{
    const auto header = reader::FrameHeader{kind, static_cast<std::uint64_t>(contents.size()), nonce}.encode();
    return writeAll(STDOUT_FILENO, header.data(), header.size())
           && writeAll(STDOUT_FILENO, contents.constData(), static_cast<std::size_t>(contents.size()));
}

std::optional<reader::FrameHeader> readRequestHeader()
{
    std::array<char, reader::FrameHeader::size> bytes{};
    if (!readExactly(STDIN_FILENO, bytes.data(), bytes.size()))
        return std::nullopt;
    const auto header = reader::FrameHeader::decode(bytes);
    if (!header || header->length > reader::maxRequestBytes)
        return std::nullopt;
    return header;
}

std::optional<QByteArray> readContents(std::uint64_t length)
{
    QByteArray contents(static_cast<qsizetype>(length), Qt::Uninitialized);
    if (!readExactly(STDIN_FILENO, contents.data(), length))
        return std::nullopt;
    return contents;
}

}
