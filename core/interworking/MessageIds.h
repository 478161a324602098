#pragma once

#include "core/interworking/Context.h"
#include "core/model/Mail.h"

#include <QString>

/// Ids and threads that come out the same every time: specification 2.5 and 2.6. Not for other rooms.
namespace isthmus::interworking {

/// "mail-" and the digest of the mail's identity for this recipient; \p useRaw when the Message-ID
/// cannot be trusted to be this mail's own.
[[nodiscard]] QString stanzaIdFor(const model::Mail &mail, const model::Jid &recipient, bool useRaw);
/// "mt-…" for a thread that was not seen before.
[[nodiscard]] QString threadForRoot(const QString &rootMessageId);
/// The HEX of <imthread.HEX@…>.
[[nodiscard]] QString threadDigest(const QString &thread, const model::Jid &a, const model::Jid &b, const Ctx &ctx);
/// SHA-256 of subject LF body: what a Message-ID stands for.
[[nodiscard]] QByteArray contentDigest(const QString &subject, const QString &body);

/// Rows of the pair, oldest first.
[[nodiscard]] std::vector<const MapRow *> rowsOfPair(const Ctx &ctx, const model::Jid &local, const model::Jid &remote);

}
