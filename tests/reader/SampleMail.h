#pragma once

#include "core/model/Mail.h"

namespace isthmus::test {

/// A mail value in which every field holds something of its own.
[[nodiscard]] model::Mail fullMail();

}
