#pragma once

#include "core/interworking/MailToIm.h"

/// DSN and MDN about messages of ours: specification 2.12. Not for other rooms.
namespace isthmus::interworking {

/// nullopt: it matches no message that \p local sent to whom it is about (X28).
[[nodiscard]] std::optional<toim::Report> readReport(const model::Mail &mail, const model::Jid &local, const Ctx &ctx);

}
