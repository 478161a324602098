#pragma once

#include "core/base/Timestamp.h"
#include "core/model/MailAddress.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace isthmus::model {

/// One node of a mail's MIME tree, decoded. Leaves of text carry their text; nothing here is markup.
struct MailPart {
    QString section;         ///< IMAP section number, "1", "1.2"; empty for the root multipart
    QString mimeType;        ///< "text/plain", "multipart/mixed"; lower case
    QString disposition;     ///< "attachment", "inline", "reaction" or empty; lower case
    QString fileName;        ///< decoded, as the sender gave it: not cleaned yet
    QString contentId;       ///< without angle brackets
    QString language;        ///< first Content-Language tag of the part, or empty
    QString start;           ///< multipart/related: Content-ID of the root part
    QString protocol;        ///< multipart/signed, multipart/encrypted: the protocol parameter
    QString reportType;      ///< multipart/report: the report-type parameter
    std::uint64_t bytes = 0; ///< decoded octets of a leaf
    QByteArray sha256;       ///< of a leaf's decoded octets
    /// text/*: decoded and unwrapped by specification 2.8 (LF, legal in XML); text/html: converted to text.
    std::optional<QString> text;
    bool flowed = false;            ///< text came as format=flowed
    bool linkMismatch = false;      ///< HTML whose visible link text names another host (X17)
    bool truncated = false;         ///< a limit of 7.3 cut the text
    QString innerSubject;           ///< message/rfc822: its Subject
    QString calendarSummary;        ///< text/calendar: SUMMARY of the first event
    std::vector<MailPart> children; ///< of a multipart; empty for a leaf
    [[nodiscard]] bool isMultipart() const { return mimeType.startsWith(QLatin1String("multipart/")); }
    bool operator==(const MailPart &) const = default;
};

/// A Received field (RFC 5321 4.4).
struct Received {
    QString byHost;
    std::optional<base::Timestamp> at;
    bool operator==(const Received &) const = default;
};

/// An Authentication-Results field (RFC 8601), or one of its results that could be read.
struct AuthenticationResults {
    struct Property {
        QString name; ///< "header.from", "header.d", "smtp.mailfrom"; lower case
        QString value;
        bool operator==(const Property &) const = default;
    };
    struct Method {
        QString method;  ///< "dkim", "spf", "dmarc"; lower case
        QString result;  ///< "pass", "fail"; lower case
        QString comment; ///< text of the comments of this result, for "p=none" and "dis=none"
        std::vector<Property> properties;
        bool operator==(const Method &) const = default;
    };
    QString authservId;
    std::vector<Method> methods;
    bool operator==(const AuthenticationResults &) const = default;
};

using TraceField = std::variant<Received, AuthenticationResults>;

/// message/delivery-status (RFC 3464), one recipient's block with the fields of the message's block.
struct DeliveryStatus {
    QString originalEnvelopeId;
    QString originalRecipient; ///< address without its type
    QString finalRecipient;
    QString action;         ///< failed, delayed, delivered, relayed, expanded; lower case
    QString status;         ///< "5.1.1"
    QString diagnosticCode; ///< text after "smtp;", else empty
    bool operator==(const DeliveryStatus &) const = default;
};

/// message/disposition-notification (RFC 8098).
struct DispositionStatus {
    QString originalMessageId; ///< with angle brackets
    QString originalRecipient;
    QString finalRecipient;
    QString disposition; ///< the whole field, e.g. "manual-action/MDN-sent-manually; displayed"
    QString type;        ///< "displayed", "deleted", "processed", "dispatched"; lower case
    bool operator==(const DispositionStatus &) const = default;
};

/// A mail as values: what core/mime made of the bytes (in the cage), and what interworking converts.
/// Header texts are unfolded and decoded (RFC 2047, 6532) but not cleaned; every absent field is empty.
/// No invariant holds beyond the types: a stranger wrote it.
struct Mail {
    QByteArray rawSha256;  ///< 32 octets, of all octets
    QByteArray bodySha256; ///< 32 octets, of the octets after the header
    std::uint64_t rawBytes = 0;

    QString messageId;              ///< with angle brackets; empty if missing or invalid
    std::vector<QString> inReplyTo; ///< each with angle brackets
    std::vector<QString> references;
    QString supersedes;

    MailboxList from;           ///< empty also for a group
    bool malformedFrom = false; ///< From held a mailbox that MailAddress refuses (2.1.1: 5.1.3)
    std::optional<Mailbox> sender;
    MailboxList replyTo;
    MailboxList to;
    MailboxList cc;
    MailboxList resentTo; ///< Resent-To, Resent-Cc and Resent-Bcc

    std::optional<base::Timestamp> date;
    QString rawDate;
    QString subject;
    std::vector<TraceField> trace; ///< topmost first
    int receivedCount = 0;

    QString autoSubmitted; ///< keyword, lower case
    QString listId;        ///< identifier without angle brackets
    QString listPost;      ///< address of the first mailto URL
    QString precedence;    ///< lower case
    bool hasAutoResponseSuppress = false;
    bool hasFeedbackId = false;
    bool hasListPost = false; ///< List-Post is there, whatever it says (RFC 2369 3.4)
    QString importance;       ///< the four priority fields as written, trimmed, lower case
    QString xPriority;
    QString priority;
    QString xMsMailPriority;
    QString contentLanguage; ///< first syntactically valid tag

    QString dispositionNotificationTo; ///< as written; "required" is the seed's word
    MailboxList dispositionNotificationMailboxes;
    QString dispositionType;
    QString isthmusNotify;
    QString isthmusLoop; ///< a line for each field
    QString isthmusSubject;

    MailPart root;
    std::vector<DeliveryStatus> deliveryStatus; ///< of a multipart/report of that type
    std::optional<DispositionStatus> dispositionStatus;
    QString returnedMessageId; ///< Message-ID of the headers that a report returns

    bool operator==(const Mail &) const = default;
};

}
