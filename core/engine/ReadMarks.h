#pragma once

#include "core/engine/EnginePrivate.h"
#include "core/store/ItemTable.h"

namespace isthmus::engine {

/// Marks what is unread in these homes up to \p upTo as read: here at once; on the mail servers as \Seen,
/// now or when the link is back; and with a displayed marker (XEP-0333) for those who may see presence.
void markConversationRead(Engine::Private &engine, const QStringList &homes, store::ItemKey upTo);

/// Tells the account's mail server what was read here while it could not be told.
void sendDueSeen(Engine::Private &engine, model::AccountId account);

}
