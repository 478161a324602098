#pragma once

#include "core/engine/Events.h"
#include "core/model/Account.h"
#include "core/model/InstantMessage.h"
#include "core/model/OutgoingMail.h"
#include "core/store/ItemTable.h"

namespace isthmus::engine {

/// While the user does not want to be disturbed, what comes by chat is put into the own mailbox, too, converted
/// like every message that becomes a mail (specification 5, failure rule 7). Works inside a transaction.

/// Whether a message may be forwarded: a plain line, live, and never one that was a mail, or control (loops).
[[nodiscard]] bool mayForward(const model::InstantMessage &message, bool live);
/// Queues the copy for the own mailbox, where it arrives as unread; the line itself is then read.
/// \p row is a stored item; \p sender names who wrote it; \p files came with it.
void forwardToMailbox(store::Connection &connection, Changes &changes, const model::Account &account,
                      const store::ItemRow &row, const QString &sender, base::Timestamp now,
                      const std::vector<model::OutgoingPart> &files = {});
/// A mail that was found in the mailbox is such a copy: the line that it copies is shown already.
[[nodiscard]] bool isForwardedCopy(store::Connection &connection, const model::Account &account, const QString &messageId);

}
