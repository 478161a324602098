#pragma once

#include "core/model/Contact.h"

#include <QString>

namespace isthmus::engine {

/// The mailbox that a message to this person goes to: a confirmed one, or, of a correspondent of whom only
/// one mailbox is known, that one: the conversation is with it and with nobody else. nullptr without.
[[nodiscard]] const model::AddressLink *mailTarget(const model::Contact &contact);

/// The address that stands for a person where only one is shown, and names the avatar's colour: the first chat address, else
/// the mailbox that is written to, else the first. Empty without any.
[[nodiscard]] QString faceAddress(const model::Contact &contact);

/// The address without its scheme.
[[nodiscard]] QString addressText(const model::Address &address);

}
