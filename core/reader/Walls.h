#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace isthmus::reader {

/// What the reader has locked itself with, before it reads anything. Only the system call filter is
/// required: without it the reader does not become ready.
struct Walls {
    bool filter = false; ///< system call filter (seccomp)
    bool noNewPrivileges = false;
    bool networkNamespace = false;
    bool landlock = false;
    bool ordinaryUser = false; ///< the identity of root was given up, or was not there
    bool noCapabilities = false;
    bool operator==(const Walls &) const = default;

    [[nodiscard]] std::uint32_t encode() const;
    [[nodiscard]] static Walls decode(std::uint32_t bits);
    /// For the log: "filter, no new privileges; without: landlock".
    [[nodiscard]] QString inWords() const;
};

}
