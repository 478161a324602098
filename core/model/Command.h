#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Account.h"
#include "core/model/Contact.h"
#include "core/model/InstantMessage.h"
#include "core/model/Presence.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace isthmus::model {

/// Send a message stanza. Finished when the server acknowledged it (XEP-0198), or, without stream
/// management, when a ping sent after it was answered. Fault::ConnectionLost means: uncertain.
struct SendStanza {
    InstantMessage message{}; ///< with its id
    /// An earlier attempt may have reached the server, and other programs show a message twice that comes twice. While
    /// its archive is being asked what it has, this waits; then it is Fault::Unreachable, and whoever sends looks again
    /// whether it still has to go.
    bool mayHaveLeft = false;
    bool operator==(const SendStanza &) const = default;
};

/// Submit a mail: the bytes as they were queued (CRLF), and the envelope.
struct SendMail {
    QByteArray bytes;
    MailAddress envelopeFrom; ///< null address = null reverse-path
    std::vector<MailAddress> recipients;
    QString dsnNotify;  ///< RCPT NOTIFY= value, or empty
    QString envelopeId; ///< MAIL ENVID= value, or empty
    bool operator==(const SendMail &) const = default;
};

/// Put bytes into a folder unless a message with that Message-ID is there already.
struct AppendMail {
    QString specialUse; ///< "\\Sent", "\\Drafts"
    QString messageId;
    QByteArray bytes;
    QStringList flags;
    bool operator==(const AppendMail &) const = default;
};

struct StoreFlags {
    QString folder;
    quint32 uidValidity = 0;
    std::vector<quint32> uids;
    QStringList add;
    QStringList remove;
    bool operator==(const StoreFlags &) const = default;
};

/// Move mails of a folder to the one with a special use (RFC 6154), made if there is none. Finished when the server has
/// done it. Fault::NotFound: the folder is another one by now (uidValidity). What is no longer in the folder is no error.
struct MoveMail {
    QString folder;
    quint32 uidValidity = 0;
    std::vector<quint32> uids;
    QString specialUse; ///< "\\Archive", "\\Trash"; "\\Inbox" brings back
    /// An earlier attempt may have been carried out in part: only then is what lies there already taken for its copy.
    bool mayHaveMoved = false;
    bool operator==(const MoveMail &) const = default;
};

/// Look for new mail now.
struct CheckMail {
    bool operator==(const CheckMail &) const = default;
};

struct SetPresence {
    Presence presence;
    bool operator==(const SetPresence &) const = default;
};

struct SetRosterEntry {
    Jid jid;
    QString name;
    bool subscribe = false;
    bool remove = false;
    bool operator==(const SetRosterEntry &) const = default;
};

/// Ask the server to let nothing of these through, or to do so again (XEP-0191 3.4, 3.5).
struct SetBlocked {
    std::vector<Jid> jids;
    bool blocked = true;
    bool operator==(const SetBlocked &) const = default;
};

/// Ask for a contact's vCard; the answer comes as VCardFound in a batch.
struct FetchVCard {
    Jid jid;
    bool operator==(const FetchVCard &) const = default;
};

/// Tell our other devices that a chat has been read up to a message of our own server's archive (XEP-0490).
/// Finished when the server has it.
struct PublishDisplayed {
    Jid chat;
    QString archiveId;
    bool operator==(const PublishDisplayed &) const = default;
};

/// Lets somebody who asked see our presence, or not (RFC 6121 3.1.4). Finished as SendStanza.
struct AnswerContactRequest {
    Jid jid;
    bool accept = false;
    bool operator==(const AnswerContactRequest &) const = default;
};

/// Publish how the user wants to be reached, for those who may see its presence (specification 5).
struct PublishPreference {
    PublishedPreference preference;
    bool operator==(const PublishPreference &) const = default;
};

/// Put a file where a link leads to it (XEP-0363); the result has the URL. Fault::Unsupported: the server has no such
/// service; Fault::TooLarge: the file is above its limit.
struct UploadFile {
    QString name;
    QString mimeType;
    QByteArray data;
    bool operator==(const UploadFile &) const = default;
};

/// Send a text in an in-band session (XEP-0047, specification 4.4) to a resource that announced that it takes one.
/// Finished when the session was closed in order; the receipt for the announcement is the proof of its delivery.
/// Fault::Unsupported: nobody there takes it, or it broke off where another way is allowed.
struct SendInBand {
    InstantMessage announcement; ///< with its id, to the bare address
    QString text;
    bool operator==(const SendInBand &) const = default;
};

/// The user's word about a file (FileOffered::offer). Finished when it is on its way to the other side; what comes of it
/// arrives as FileReceived or FileEnded. Fault::NotFound: the offer is no more. Fault::TryLater: too many come already.
struct AnswerFile {
    QString offer;
    bool accept = false;
    bool operator==(const AnswerFile &) const = default;
};

using Command = std::variant<SendStanza, UploadFile, SendInBand, AnswerFile, SendMail, AppendMail, StoreFlags, MoveMail,
                             CheckMail, SetPresence, SetRosterEntry, FetchVCard, PublishDisplayed, AnswerContactRequest,
                             SetBlocked, PublishPreference>;

/// What became of one recipient of a mail.
struct RecipientResult {
    MailAddress recipient;
    bool accepted = false;
    int code = 0;     ///< SMTP reply code
    QString enhanced; ///< "5.1.1" or empty
    QString text;     ///< first line of the reply, sanitised
    bool operator==(const RecipientResult &) const = default;
};

/// The answer to a Command that succeeded. `recipients` of SendMail only: there may be refused ones among them. `url` of
/// UploadFile only.
struct CommandResult {
    std::vector<RecipientResult> recipients{};
    QString words = {}; ///< with which the server took it, sanitised; empty where its protocol has none
    /// Of SendStanza: the stanza's place among the times of what arrives (ArrivedStanza::receivedAt).
    std::optional<base::Timestamp> takenAt{};
    QString url = {};
    bool operator==(const CommandResult &) const = default;
};

}
