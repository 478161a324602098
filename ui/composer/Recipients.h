#pragma once

#include "core/model/MailAddress.h"

#include <QString>

namespace isthmus::composer {

/// "Bob Miller <b@work.example>, carol@example.org": names may be quoted; commas and semicolons part.
/// Fault::Malformed, with the offending part in detail, when one is no address.
[[nodiscard]] base::Result<model::MailboxList> parseRecipients(const QString &text);
[[nodiscard]] QString recipientsText(const model::MailboxList &mailboxes);

}
