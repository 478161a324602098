#pragma once

#include "core/mail/FolderJob.h"
#include "core/mail/FolderPass.h"
#include "core/model/Command.h"

namespace isthmus::mail {

/// Moves mails from one folder to another, which must not be the same: UID MOVE (RFC 6851); without it UID COPY, \Deleted
/// and UID EXPUNGE (UIDPLUS, RFC 4315); without that, too, the mails stay where they were, marked \Deleted, as RFC 3501
/// has it: an EXPUNGE that names none would remove what others have marked.
/// \p create: \p to does not exist yet. It is also made where the server says [TRYCREATE].
/// It can be repeated after a lost connection: what has left the folder is passed over, and, where the wish says that
/// an earlier attempt may have come that far, what is in \p to already (same Message-ID and size, not marked \Deleted) is
/// not copied again. Only a mail without a Message-ID may then lie there twice, and only where the server has no MOVE.
/// \p reply as JobReply, with NotFound where \p from is gone or has another UIDVALIDITY. After an error that the server
/// gave some of the mails may have been moved. Not called once \p context is gone. Thread: the connection's.
void moveMails(imap::ImapConnection &connection, QObject *context, const Folder &from, const Folder &to, bool create,
               const model::MoveMail &wish, JobReply reply);

}
