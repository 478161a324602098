#pragma once

#include "core/model/InstantMessage.h"

namespace gloox {
class Tag;
}

namespace isthmus::stanza {

/// <email xmlns='urn:isthmus:email:1'>, specification 3.3: lax reading (an invalid value is absent), strict writing.
[[nodiscard]] model::EmailElement readEmail(const gloox::Tag &email);
void writeEmail(gloox::Tag &message, const model::EmailElement &email);

/// <segment xmlns='urn:isthmus:segment:1'>; nullopt unless every attribute is valid.
[[nodiscard]] std::optional<model::Segment> readSegment(const gloox::Tag &segment);
void writeSegment(gloox::Tag &message, const model::Segment &segment);

}
