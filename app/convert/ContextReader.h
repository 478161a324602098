#pragma once

#include "core/interworking/Context.h"

#include <QJsonObject>

namespace isthmus::convert {

/// The context of one line: keys and defaults of specification 8.1. Fault::Malformed for a value of the
/// wrong kind; keys that it does not know are ignored.
[[nodiscard]] base::Result<interworking::Ctx> readContext(const QJsonObject &context);

/// What the address map, the domains and the policies are when nothing is said (8.1).
[[nodiscard]] QJsonObject defaultContext();

}
