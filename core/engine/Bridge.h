#pragma once

#include "core/interworking/Context.h"
#include "core/model/Account.h"
#include "core/store/MessageMapTable.h"

namespace isthmus::engine {

/// What interworking may know, taken from the store: the pure functions get everything as an argument.

/// The context of one account's conversions, without rows.
[[nodiscard]] interworking::Ctx contextFor(const model::Account &account, base::Timestamp now);

[[nodiscard]] interworking::MapRow mapRow(const store::MessageLink &link, const model::Account &account);
[[nodiscard]] store::MessageLink messageLink(const interworking::MapRow &row, const model::Account &account);

/// Adds the rows of these Message-IDs, and of their threads, to ctx.messageMap, and to ctx.seen what was
/// received under them before.
void addRows(interworking::Ctx &ctx, store::Connection &connection, const model::Account &account,
             const std::vector<QString> &messageIds);
/// The same by thread and by stanza id.
void addThread(interworking::Ctx &ctx, store::Connection &connection, const model::Account &account, const QString &thread,
               const QString &stanzaId);

}
