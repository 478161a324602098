#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Attachment.h"
#include "core/model/Jid.h"
#include "core/model/MailAddress.h"

#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace isthmus::model {

/// A text with its xml:lang (own or inherited from the stanza; empty if none).
struct LangText {
    QString lang;
    QString text;
    bool operator==(const LangText &) const = default;
};

/// A range of Unicode code points, end exclusive (XEP-0426).
struct CodePointRange {
    int start = 0;
    int end = 0;
    bool operator==(const CodePointRange &) const = default;
};

/// XEP-0428 fallback indication for one namespace.
struct Fallback {
    QString forNamespace;
    bool wholeBody = false; ///< <body/> without range
    bool wholeSubject = false;
    std::vector<CodePointRange> bodyRanges;
    std::vector<CodePointRange> subjectRanges;
    bool operator==(const Fallback &) const = default;
};

/// An address of XEP-0033.
struct ExtendedAddress {
    QString type; ///< to, cc, bcc, replyto, …
    QString jid;
    QString uri; ///< mailto:…
    QString description;
    bool delivered = false;
    bool operator==(const ExtendedAddress &) const = default;
};

/// The stanza error of RFC 6120 8.3.
struct StanzaError {
    QString condition; ///< defined condition, e.g. "item-not-found"; empty if none or of another namespace
    QString type;      ///< auth, cancel, continue, modify, wait
    QString text;
    QString uri; ///< new address that gone or redirect name (RFC 6120 8.3.3.5, 8.3.3.14); else empty
    bool operator==(const StanzaError &) const = default;
};

/// <email xmlns='urn:isthmus:email:1'>, specification 3.3. Invalid values are absent.
struct EmailElement {
    struct Box {
        QString account;
        QString uid;
        int newCount = 0;
        bool operator==(const Box &) const = default;
    };
    struct Large {
        QString sid;
        std::uint64_t size = 0;
        QByteArray sha256;
        QString mode;
        bool operator==(const Large &) const = default;
    };
    struct Report {
        QString status;
        QString id;
        QString recipient;
        QString code;
        bool operator==(const Report &) const = default;
    };

    QString type;      ///< email, notice, nudge, report; anything else as written
    QString mailClass; ///< personal, list, bulk, auto, report; empty = personal
    QString auth;      ///< pass, fail, none; empty = none
    QString autoSubmitted;
    bool bcc = false;
    QString dateSource;
    QString subaddress;
    QString account;
    QStringList flags; ///< sorted
    QString messageId; ///< with angle brackets
    QString inReplyTo;
    QStringList references;
    std::optional<base::Timestamp> date;
    QString rawDate;
    MailboxList from;
    std::optional<Mailbox> sender;
    MailboxList replyTo;
    MailboxList to;
    MailboxList cc;
    MailboxList bccList;
    int more = 0;
    QString subjectFull;
    std::optional<QStringList> notify; ///< present but empty is not the same as absent
    QString priority;                  ///< high, low or empty
    QString listId;
    QString listPost;
    QString signedType; ///< pgp, smime or empty
    Attachments attachments;
    std::optional<Large> large;
    std::optional<Box> box;
    std::optional<Report> report;
    bool operator==(const EmailElement &) const = default;
};

/// <segment xmlns='urn:isthmus:segment:1'/>, specification 3.3; present only when every attribute is valid.
struct Segment {
    QString sid;
    int n = 0;
    int of = 0;
    int start = 0; ///< bytes of the whole text's UTF-8, end exclusive
    int end = 0;
    int total = 0;
    QByteArray sha256; ///< 32 octets
    bool operator==(const Segment &) const = default;
};

/// Why a message is never read as mail or converted (specification 3.1 T4, 2.17).
struct MessageMarks {
    bool encrypted = false; ///< EME, OMEMO, OpenPGP or ?OTR
    bool pubsubEvent = false;
    bool dataForm = false;
    bool invite = false;        ///< XEP-0045 mediated or XEP-0249 direct
    bool mucUser = false;       ///< <x xmlns='http://jabber.org/protocol/muc#user'/>
    bool attention = false;     ///< XEP-0224
    bool ephemeral = false;     ///< XEP-0466
    bool securityLabel = false; ///< XEP-0258
    bool chatState = false;     ///< XEP-0085 or 0301
    bool unstyled = false;      ///< XEP-0393
    bool store = false;         ///< hints of XEP-0334
    bool noStore = false;
    bool noCopy = false;
    bool privateCarbon = false; ///< XEP-0280 <private/>
    bool operator==(const MessageMarks &) const = default;
};

/// A <message/> as a value: what core/stanza made of the XML, and what it writes.
/// Only elements of their proper namespaces are taken over. No invariant holds beyond the types.
struct InstantMessage {
    enum class Type : std::uint8_t { Absent, Normal, Chat, Groupchat, Headline, Error };
    enum class Wrapper : std::uint8_t { None, CarbonSent, CarbonReceived, Archive };

    Type type = Type::Absent;
    Jid from;
    Jid to;
    QString toText; ///< the `to` attribute as written; `to` is null when it is no address
    QString id;
    QString lang;
    std::vector<LangText> bodies;
    std::vector<LangText> subjects;
    QString thread;

    /// Set when the message came inside a carbon (XEP-0280) or an archive result (XEP-0313); the rest
    /// of this value is then the inner message.
    Wrapper wrapper = Wrapper::None;
    Jid wrapperFrom;
    QString archiveQueryId;
    QString archiveId; ///< id of the archive result
    std::optional<base::Timestamp> forwardedAt;

    QString originId;                               ///< XEP-0359
    std::vector<std::pair<QString, Jid>> stanzaIds; ///< id, by
    QString replyId;                                ///< XEP-0461
    Jid replyTo;
    QString replaceId;   ///< XEP-0308
    QString retractId;   ///< XEP-0424
    QString reactionsId; ///< XEP-0444
    std::vector<QString> reactions;
    bool receiptRequest = false; ///< XEP-0184
    QString receivedId;
    bool markable = false; ///< XEP-0333
    QString displayedId;
    struct Delay {
        Jid from;
        base::Timestamp stamp;
        bool operator==(const Delay &) const = default;
    };
    std::vector<Delay> delays; ///< XEP-0203
    QString nick;              ///< XEP-0172
    QString urgency;           ///< XEP-0131 Urgency: high, medium, low
    std::vector<ExtendedAddress> addresses;
    std::vector<Fallback> fallbacks;
    Attachments files; ///< jabber:x:oob, SFS (0447), SIMS (0385), in order, one per URL
    struct Content {
        QString type;
        QString text;
        bool operator==(const Content &) const = default;
    };
    std::vector<Content> contents; ///< XEP-0481
    struct BitsOfBinary {
        QString cid;
        QString type;
        QByteArray data;
        bool operator==(const BitsOfBinary &) const = default;
    };
    std::vector<BitsOfBinary> bits; ///< XEP-0231
    int emailElements = 0;          ///< how many <email/> children there were; `email` is set iff exactly one
    std::optional<EmailElement> email;
    std::optional<Segment> segment;
    std::optional<StanzaError> error;
    MessageMarks marks;

    bool operator==(const InstantMessage &) const = default;
};

}
