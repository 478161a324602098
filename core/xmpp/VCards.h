#pragma once

#include "core/model/Batch.h"
#include "core/xmpp/Xml.h"

#include <optional>

namespace isthmus::xmpp {

/// Requests for the vCard that \p jid publishes: XEP-0292 over PEP, and XEP-0054 for those who have only that.
[[nodiscard]] TagPtr vcard4Request(const QString &id, const model::Jid &jid);
[[nodiscard]] TagPtr vcardTempRequest(const QString &id, const model::Jid &jid);

/// The name and mailboxes in the answer; nullopt when there is no vCard in it. Addresses that are none are left
/// out, and so is what comes after the first sixteen.
[[nodiscard]] std::optional<model::VCardFound> readVCard4(const gloox::Tag &answer, const model::Jid &jid);
[[nodiscard]] std::optional<model::VCardFound> readVCardTemp(const gloox::Tag &answer, const model::Jid &jid);

}
