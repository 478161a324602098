#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Account.h"
#include "core/model/Contact.h"
#include "core/model/FileStage.h"
#include "core/model/InstantMessage.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace isthmus::model {

/// Where a transport stands in one stream of a server, opaque to everybody but its transport.
/// Stored in the same transaction as the rows that it covers.
struct Cursor {
    QString stream; ///< "imap:INBOX", "xmpp:archive"
    QByteArray state;
    bool operator==(const Cursor &) const = default;
};

/// A raw mail, byte for byte as the server gave it.
struct ArrivedMail {
    QString folder;          ///< server's name, decoded to Unicode
    quint32 uidValidity = 0; ///< 0 for POP3
    quint32 uid = 0;
    QString uidl;      ///< POP3 only
    QStringList flags; ///< "\\Seen", "$Forwarded"
    base::Timestamp internalDate{};
    QByteArray raw;
    bool operator==(const ArrivedMail &) const = default;
};

/// Flags as they now are on the server.
struct MailFlagsChanged {
    QString folder;
    quint32 uidValidity = 0;
    quint32 uid = 0;
    QStringList flags;
    bool operator==(const MailFlagsChanged &) const = default;
};

/// The message is no longer in that folder on the server.
struct MailVanished {
    QString folder;
    quint32 uidValidity = 0;
    quint32 uid = 0;
    bool operator==(const MailVanished &) const = default;
};

/// UIDs of the folder start anew: what was known of them is void, the bytes are kept.
struct FolderReset {
    QString folder;
    quint32 uidValidity = 0;
    bool operator==(const FolderReset &) const = default;
};

struct FolderFound {
    QString folder;
    QString specialUse; ///< RFC 6154 attribute with its backslash, "\\Inbox" for INBOX, or empty
    bool operator==(const FolderFound &) const = default;
};

/// A message stanza that passed the gates: live, carbon or archive.
struct ArrivedStanza {
    InstantMessage message;
    bool live = false; ///< not from the archive and not delayed: may be answered by a receipt
    base::Timestamp receivedAt{};
    /// Of an archive result: when it was said, by the archive's word and so that all results stand in its order.
    /// Never after receivedAt.
    std::optional<base::Timestamp> place = {};
    bool operator==(const ArrivedStanza &) const = default;
};

/// The roster entry as it now is (RFC 6121 2); `removed` for one that is gone.
struct RosterEntry {
    Jid jid;
    QString name;
    Subscription subscription = Subscription::None;
    bool removed = false;
    bool operator==(const RosterEntry &) const = default;
};

/// All entries at once: what is not here is gone.
struct RosterReset {
    std::vector<RosterEntry> entries;
    bool operator==(const RosterReset &) const = default;
};

/// What a contact's vCard says (XEP-0292, XEP-0054).
struct VCardFound {
    Jid jid;
    QString name;
    std::vector<MailAddress> mailboxes;
    bool operator==(const VCardFound &) const = default;
};

/// Another device of ours has read a chat up to a message of our own server's archive (XEP-0490).
struct DisplayedElsewhere {
    Jid chat; ///< bare
    QString archiveId;
    bool operator==(const DisplayedElsewhere &) const = default;
};

/// Somebody asks to see our presence (RFC 6121 3.1), or takes that back. Name and words are theirs, cut to a
/// length that can be shown.
struct ContactAsked {
    Jid jid; ///< bare
    QString nick;
    QString words;
    bool withdrawn = false;
    bool operator==(const ContactAsked &) const = default;
};

/// What a contact publishes about how to be reached; nullopt: it does so no longer.
struct PreferenceFound {
    Jid jid;
    std::optional<PublishedPreference> preference;
    bool operator==(const PreferenceFound &) const = default;
};

/// Somebody offers a file within the chat connection (XEP-0096, XEP-0234). Nothing of it has come.
struct FileOffered {
    QString offer;        ///< names it in what follows; the transport's own, unguessable
    Jid from;             ///< bare
    Attachment file;      ///< as claimed, its name cleaned; blocked where that is why it was refused
    bool refused = false; ///< that was all: it needs no answer, and has got none
    base::Timestamp receivedAt{};
    bool operator==(const FileOffered &) const = default;
};

/// The whole of a file that the user wanted.
struct FileReceived {
    QString offer;
    QByteArray data;
    bool operator==(const FileReceived &) const = default;
};

/// A file will not come.
struct FileEnded {
    QString offer;
    FileStage stage = FileStage::Broken; ///< Withdrawn, Broken or WrongHash
    bool operator==(const FileEnded &) const = default;
};

using Arrival = std::variant<ArrivedMail, MailFlagsChanged, MailVanished, FolderReset, FolderFound, ArrivedStanza,
                             RosterEntry, RosterReset, VCardFound, DisplayedElsewhere, ContactAsked, PreferenceFound,
                             FileOffered, FileReceived, FileEnded>;

/// What a transport hands over at once: data and the cursors that cover them, stored in one transaction.
struct Batch {
    AccountId account;
    std::vector<Arrival> arrivals;
    std::vector<Cursor> cursors;
    bool operator==(const Batch &) const = default;
};

}
