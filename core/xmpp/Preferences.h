#pragma once

#include "core/model/Batch.h"
#include "core/xmpp/Xml.h"

#include <optional>

namespace isthmus::xmpp {

/// How somebody wants to be reached: the NS_PREF item of specification 5, in a PEP node (XEP-0163) that those who
/// may see its owner's presence can read.

/// Publishes \p preference as our own (XEP-0060 7.1, with the access model as a precondition, 7.1.5).
[[nodiscard]] TagPtr preferencePublication(const QString &id, const model::PublishedPreference &preference);

/// What an event (XEP-0060 7.1.2.1) says that was sent by \p message; nullopt when it is about something else.
/// Only a bare address can publish: an event from anywhere else is none.
[[nodiscard]] std::optional<model::PreferenceFound> readPreferenceEvent(const gloox::Tag &message);

}
