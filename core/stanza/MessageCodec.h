#pragma once

#include "core/model/InstantMessage.h"

#include <memory>

namespace gloox {
class Tag;
}

namespace isthmus::stanza {

/// The value of a <message/> (RFC 6121 5). Only elements of their proper namespaces are read: <body xmlns='urn:evil'/>
/// is no body, which gloox itself would take. A carbon (XEP-0280) or archive result (XEP-0313) is unwrapped once; the
/// outer message then gives only its sender, and who may send such wrappers is for core/xmpp and interworking to judge.
[[nodiscard]] model::InstantMessage fromTag(const gloox::Tag &message);

/// The <message/> of a value, children in the order of specification 3.5, characters that XML forbids removed.
/// Written is what Isthmus sends: neither wrappers nor stanza ids, nor the marks of encryption, forms and invitations.
[[nodiscard]] std::unique_ptr<gloox::Tag> toTag(const model::InstantMessage &message);

}
