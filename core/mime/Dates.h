#pragma once

#include "core/base/Timestamp.h"

#include <QStringView>

#include <optional>

namespace isthmus::mime {

/// A date-time of RFC 5322 3.3 with the obsolete forms of 4.3: two-digit years, named and military zones (the latter
/// and unknown names as -0000, which is UTC), comments, a missing zone or weekday. Second 60 reads as 59. The weekday
/// is not compared. nullopt for what is no date, such as 30 Feb.
[[nodiscard]] std::optional<base::Timestamp> readDate(QStringView text);

}
