#pragma once

#include "core/interworking/Context.h"

#include <QString>

/// Names and domains that look like others (X14), after UTS 39: mixed scripts and confusable letters.
namespace isthmus::interworking {

/// What a text looks like: letters of other scripts and digits folded to the Latin ones they resemble,
/// accents and case dropped. Two texts with one skeleton can be taken for each other.
[[nodiscard]] QString skeleton(QStringView text);

/// A label that mixes scripts which no language mixes (UTS 39 5.2, "highly restrictive").
[[nodiscard]] bool isMixedScript(QStringView label);

/// The A-label form must be shown beside this domain: mixed script, or confusable with, but not equal
/// to, the domain of a contact's mailbox or JID.
[[nodiscard]] bool needsAsciiForm(const QString &domain, const std::vector<KnownContact> &contacts);

/// The name can be taken for this contact's although it is spelled otherwise.
[[nodiscard]] bool resemblesName(const QString &name, const QString &contactName);

}
