#pragma once

#include "app/convert/Converter.h"

#include <QString>

/// One conversion for a person to read, with a word about everything that is lost.
namespace isthmus::convert {

[[nodiscard]] QString preview(const interworking::toim::Result &result);
[[nodiscard]] QString preview(const ImConversion &conversion);

}
