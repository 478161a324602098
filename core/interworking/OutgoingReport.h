#pragma once

#include "core/interworking/ImToMail.h"

/// Mails about a mail: DSN for a receipt, MDN for a display marker (2.12). Not for other rooms.
namespace isthmus::interworking {

/// What a message that is nothing but a receipt, a marker or an error leads to.
[[nodiscard]] tomail::Result reportToMail(const model::InstantMessage &message, const Ctx &ctx);

/// The mail-born message that \p stanzaId names, also by one of its segments.
[[nodiscard]] const MapRow *rowOfStanza(const QString &stanzaId, const model::Jid &local, const Ctx &ctx);

}
