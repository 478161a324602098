#pragma once

#include "core/engine/Events.h"
#include "core/model/Account.h"
#include "core/model/Draft.h"
#include "core/store/Connection.h"

#include <optional>

namespace isthmus::engine {

/// Chat lines to one mailbox that are written while the first of them still waits become one mail (specification
/// 2.17, 6.5). Works inside a transaction.
///
/// Adds \p draft to the line to \p mailbox that waits, if there is one that it may join; \p id is the new line's
/// own id, which then names the same mail. nullopt: it needs a mail of its own.
[[nodiscard]] std::optional<model::ItemId> joinWaitingLine(store::Connection &connection, Changes &changes,
                                                           const model::Account &account, const model::Draft &draft,
                                                           const model::MailAddress &mailbox, base::Timestamp now,
                                                           const QString &id);

}
