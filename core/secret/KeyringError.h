#pragma once

#include "core/base/Error.h"

namespace QKeychain {
class Job;
}

namespace isthmus::secret {

/// What QtKeychain says about a job that failed, in our words.
[[nodiscard]] base::Error keyringError(const QKeychain::Job &job);

}
