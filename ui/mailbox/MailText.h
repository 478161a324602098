#pragma once

#include "core/engine/Folders.h"
#include "core/engine/Threads.h"

#include <QString>

namespace isthmus::mailbox {

/// "Inbox", "Sent", "Archive"; others as their server names them. For an account: "All e-mails".
[[nodiscard]] QString folderName(const engine::FolderRow &row);
/// Its address; of one that is kept for reading alone, so said.
[[nodiscard]] QString accountName(const engine::FolderRow &row);
/// What a screen reader says of a folder: "Inbox, alice@chat.example, 2 unread".
[[nodiscard]] QString spokenFolder(const engine::FolderRow &row);
/// Who it is from, or to: "Bob Miller", "To: Bob Miller"; "Suspicious" for a sender that nobody could be.
[[nodiscard]] QString personText(const engine::ThreadRow &row);
[[nodiscard]] QString subjectText(const engine::ThreadRow &row);
/// What a screen reader says of a thread: "Bob Miller, online, 1 unread of 3 e-mails, Minutes of Tuesday, 10:02".
[[nodiscard]] QString spokenThread(const engine::ThreadRow &row, base::Timestamp now);

}
