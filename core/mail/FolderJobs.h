#pragma once

#include "core/mail/FolderJob.h"
#include "core/mail/FolderPass.h"
#include "core/model/Command.h"

namespace isthmus::mail {

/// Puts a mail into a folder unless one with its Message-ID is there (so it can be repeated after a lost connection).
/// \p create: the folder does not exist yet. \p reply is not called once \p context is gone. Thread: the connection's.
void appendMail(imap::ImapConnection &connection, QObject *context, const Folder &folder, bool create,
                const model::AppendMail &mail, JobReply reply);

/// Adds and removes flags, by UID; opens the folder for writing.
void storeFlags(imap::ImapConnection &connection, QObject *context, const Folder &folder, const model::StoreFlags &change,
                JobReply reply);

}
