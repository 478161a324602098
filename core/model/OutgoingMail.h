#pragma once

#include "core/base/Timestamp.h"
#include "core/model/MailAddress.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <variant>
#include <vector>

namespace isthmus::model {

/// Content-Transfer-Encoding of the text part; chosen by interworking (specification 2.8), so that a
/// test can read it. All other parts are base64.
enum class TransferEncoding : std::uint8_t { SevenBit, QuotedPrintable, Base64 };

/// A further leaf of the mail. What it is decides where core/compose puts it.
struct OutgoingPart {
    enum class Role : std::uint8_t {
        Alternative, ///< another form of the text (XEP-0481): last part of a multipart/alternative
        Attachment,  ///< Content-Disposition: attachment; filename* by RFC 2231 and an ASCII fallback
        Inline,      ///< Content-Disposition: inline, with Content-ID (XEP-0231)
    };
    Role role = Role::Attachment;
    QString name;      ///< cleaned (specification 7.4), may be empty for Alternative and Inline
    QString mimeType;  ///< lower case, without parameters; for a text type `data` is UTF-8
    QString contentId; ///< without angle brackets; of Inline only
    QByteArray data;
    bool operator==(const OutgoingPart &) const = default;
};

/// A header field that has no member of its own. The value is plain Unicode without CR, LF or NUL;
/// core/compose encodes it (RFC 2047, unstructured) and folds it.
struct OutgoingField {
    QString name;
    QString value;
    bool operator==(const OutgoingField &) const = default;
};

/// message/delivery-status (RFC 3464) about one message.
struct OutgoingDeliveryStatus {
    struct Recipient {
        MailAddress original; ///< null: the field is left out
        MailAddress final;
        QString action;     ///< failed, delayed, delivered, relayed, expanded
        QString status;     ///< "2.0.0"
        QString diagnostic; ///< text after "smtp; ", or empty
        bool operator==(const Recipient &) const = default;
    };
    QString reportingMta;       ///< host name
    QString originalEnvelopeId; ///< or empty
    std::vector<Recipient> recipients;
    /// Fields of the message reported on, for a text/rfc822-headers part; none: no such part.
    std::vector<OutgoingField> returnedHeader;
    bool operator==(const OutgoingDeliveryStatus &) const = default;
};

/// message/disposition-notification (RFC 8098).
struct OutgoingDisposition {
    QString reportingUa;
    MailAddress originalRecipient; ///< null: the field is left out
    MailAddress finalRecipient;
    QString originalMessageId; ///< with angle brackets, or empty
    QString disposition;       ///< the whole field value
    bool operator==(const OutgoingDisposition &) const = default;
};

/// Not a report, or which: with one the mail is multipart/report; report-type as given, `text` first.
using OutgoingReport = std::variant<std::monostate, OutgoingDeliveryStatus, OutgoingDisposition>;

/// A mail that is decided down to its last value, but not yet bytes: what interworking::imToMail (and
/// the outbox, for a composed mail) gives and core/compose writes. Nothing is left to chance or to the
/// clock: the same value always gives the same bytes.
struct OutgoingMail {
    // Envelope (RFC 5321), with DSN parameters (RFC 3461).
    MailAddress envelopeFrom;            ///< null address = null reverse-path
    std::vector<MailAddress> recipients; ///< RCPT TO; those of Bcc last. Bcc is never a field.
    QString dsnNotify;                   ///< RCPT NOTIFY= value, or empty
    QString envelopeId;                  ///< MAIL ENVID= value (xtext), or empty

    // Header. An empty value or null address: the field is not written. Domains go out as A-labels.
    Mailbox from;
    Mailbox sender;
    MailboxList replyTo;
    MailboxList to;
    MailboxList cc;
    QString subject;                 ///< without CR, LF, NUL
    base::Timestamp date{};          ///< written as "Sat, 21 Nov 2026 10:15:00 +0000"
    QString messageId;               ///< with angle brackets
    QString inReplyTo;               ///< with angle brackets
    std::vector<QString> references; ///< each with angle brackets
    QString contentLanguage;
    std::vector<OutgoingField> fields; ///< in order, after those above

    // Body. One leaf in all: no multipart. Attachments and inline parts: multipart/mixed, with the text
    // (or the alternatives) first, then the parts in order. The text is always text/plain; charset=utf-8.
    QString text; ///< LF line ends; exactly one final CRLF goes out, also for ""
    TransferEncoding encoding = TransferEncoding::SevenBit;
    QString textDisposition; ///< Content-Disposition of the text part ("reaction", RFC 9078), or empty
    std::vector<OutgoingPart> parts;
    OutgoingReport report;
    /// Base for boundaries: ASCII letters and digits, derived from the Message-ID. core/compose makes
    /// the boundaries of nested multiparts from it and lengthens one that occurs in the content.
    QString boundary;

    bool operator==(const OutgoingMail &) const = default;
};

}
