#pragma once

#include "core/reader/Frame.h"

#include <QByteArray>

#include <optional>

namespace isthmus::readerapp {

/// Blocking reads and writes on the standard streams: nothing but read(2) and write(2), which is all that a
/// locked child may do.
[[nodiscard]] bool readExactly(int fd, char *bytes, std::size_t size);
[[nodiscard]] bool writeAll(int fd, const char *bytes, std::size_t size);
[[nodiscard]] bool writeFrame(reader::FrameKind kind, std::uint64_t nonce, const QByteArray &contents);

/// A request's header, from standard input; nullopt when it is none, or too large.
[[nodiscard]] std::optional<reader::FrameHeader> readRequestHeader();
[[nodiscard]] std::optional<QByteArray> readContents(std::uint64_t length);

}
