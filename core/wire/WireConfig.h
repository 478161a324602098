#pragma once

#include "core/base/Result.h"

#include <QHostAddress>
#include <QString>

#include <optional>

namespace isthmus::wire {

/// A name server with its port.
struct DnsServer {
    QHostAddress address;
    quint16 port = 53;
    bool operator==(const DnsServer &) const = default;

    /// "127.0.0.1", "127.0.0.1:5353" or "[::1]:5353". Fault::Malformed.
    [[nodiscard]] static base::Result<DnsServer> parse(const QString &text);
};

/// What the whole program's network access has in common; given to everything that connects.
struct WireConfig {
    std::optional<DnsServer> dns; ///< instead of the system's name servers
    QString caFile;               ///< PEM file of the only authorities to trust; empty: the system's
    bool operator==(const WireConfig &) const = default;
};

}
