#pragma once

#include "core/imap/ImapSet.h"

#include <QByteArray>
#include <QStringList>

#include <map>
#include <optional>

namespace isthmus::mail {

/// How far one IMAP folder has been handed over; the state of its model::Cursor. It knows the UIDs themselves and not
/// only the highest, since the newest mails come first and the rest behind.
struct FolderCursor {
    quint32 uidValidity = 0; ///< 0: nothing is known yet
    quint32 uidNext = 0;     ///< RFC 3501 2.3.1.1, at the last look
    quint64 modSeq = 0;      ///< RFC 7162 HIGHESTMODSEQ; 0 where the server has none
    imap::ImapSet known;     ///< handed over and still there
    imap::ImapSet todo;      ///< there, and not handed over yet
    /// Flags last told, as "\\Seen $x" sorted → UIDs; only where there is no modSeq to ask for changes by.
    std::map<QByteArray, imap::ImapSet> flags;

    [[nodiscard]] QByteArray toBytes() const;
    /// nullopt for what is none: then the folder is looked at as if new, and the store's own idempotence helps.
    [[nodiscard]] static std::optional<FolderCursor> parse(const QByteArray &bytes);

    /// Notes the flags of a UID; false if they are the ones that were told last.
    bool noteFlags(quint32 uid, const QStringList &now);
    void forget(const imap::ImapSet &uids);

    bool operator==(const FolderCursor &) const = default;
};

}
