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
/// What goes as ENVID (2.11): the Message-ID's octets in hexadecimal digits. RFC 3461 4.4 has room for 100 characters:
/// else the digits alone that an id of ours is made of, else nothing.
[[nodiscard]] QString envelopeIdFor(const QString &messageId);
/// Whether a report's \p id names the message: by its Message-ID, or by what may have gone as ENVID: the hexadecimal
/// digits of it all, of it without its brackets, or those that it is made of (2.5).
[[nodiscard]] bool namesMessage(const QString &id, const QString &messageId);
/// The Message-IDs that an ENVID may name. \p ownDomain: of the ids that we make.
[[nodiscard]] std::vector<QString> messageIdsNamedBy(const QString &envelopeId, const QString &ownDomain);
/// SHA-256 of subject LF body: what a Message-ID stands for.
[[nodiscard]] QByteArray contentDigest(const QString &subject, const QString &body);

/// Rows of the pair, oldest first.
[[nodiscard]] std::vector<const MapRow *> rowsOfPair(const Ctx &ctx, const model::Jid &local, const model::Jid &remote);

}
