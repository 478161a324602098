#pragma once

#include "core/engine/Outbox.h"

#include <QString>

namespace isthmus::composer {

/// The line above the composer: which way the next message goes, exactly where to, and why, in one
/// sentence; then who can read it. \p person is the name to speak of; may be empty for typed addresses.
struct RouteText {
    QString sentence; ///< "Bob is offline: goes as mail to b@work.example"
    QString readers;  ///< "readable by …"; never claims more than is so
    bool canSend = false;
    bool operator==(const RouteText &) const = default;
};

[[nodiscard]] RouteText routeText(const engine::RoutePreview &preview, const QString &person);

}
