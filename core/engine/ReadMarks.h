#pragma once

#include "core/engine/EnginePrivate.h"
#include "core/store/ItemTable.h"

namespace isthmus::engine {

/// Marks what is unread in these homes up to \p upTo as read: here at once; on the mail servers as \Seen,
/// now or when the link is back; and with a displayed marker (XEP-0333) for those who may see presence.
void markConversationRead(Engine::Private &engine, const QStringList &homes, store::ItemKey upTo);
/// The same for this item alone.
void markItemRead(Engine::Private &engine, model::ItemId item);

/// Tells the account's chat server what was read here: the senders who may know by a displayed marker
/// (XEP-0333), our other devices by XEP-0490. What could not be told is told with the next link.
void sendDueDisplayed(Engine::Private &engine, model::AccountId account);

/// Marks as read what another device has read; a message that has not come yet is marked when it comes (see
/// isReadElsewhere()). Inside a transaction.
void readElsewhere(store::Connection &connection, Changes &changes, model::AccountId account,
                   const model::DisplayedElsewhere &word, base::Timestamp now);
/// Whether another device has read this message, so that all before it are read, too.
[[nodiscard]] bool isReadElsewhere(store::Connection &connection, const store::ItemRow &row, bool fromArchive);
/// Marks what is unread in a home up to and with \p last.
void markReadUpTo(store::Connection &connection, Changes &changes, const QString &home, store::ItemKey last,
                  base::Timestamp now);

/// Tells the account's mail server what was read here while it could not be told.
void sendDueSeen(Engine::Private &engine, model::AccountId account);

}
