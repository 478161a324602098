#pragma once

#include "core/engine/Conversations.h"

#include <QString>

namespace isthmus::conversations {

/// Who it is: the person's name; "Suspicious" for mails whose sender nobody could be.
[[nodiscard]] QString shownName(const engine::ConversationRow &row);
/// What a screen reader says of a row: "Bob, online, 2 unread, e-mail, Minutes of Tuesday, 10:02".
[[nodiscard]] QString spokenRow(const engine::ConversationRow &row, base::Timestamp now);
/// Its end alone, for news: "e-mail, Minutes of Tuesday, 10:02".
[[nodiscard]] QString spokenLast(const engine::ConversationRow &row, base::Timestamp now);
/// The second line, for the eye: "You: see you", "Draft: …".
[[nodiscard]] QString lastLine(const engine::ConversationRow &row);

}
