#pragma once

#include "app/convert/Converter.h"

#include <QJsonObject>

/// Results as the dotted names of specification 8.1. What is absent has no key.
namespace isthmus::convert {

[[nodiscard]] QJsonObject resultOf(const interworking::toim::Result &result);
[[nodiscard]] QJsonObject resultOf(const ImConversion &conversion, const interworking::Ctx &ctx);

}
