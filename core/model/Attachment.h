#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace isthmus::model {

/// A file that a message carries or points to. What the sender claims, made safe to show: the name is
/// cleaned by interworking 7.4, the type is a guess of the sender's.
struct Attachment {
    QString part; ///< IMAP section number (RFC 9051 6.4.5.1) inside the mail; empty for a link or a chat file
    QString name;
    QString mimeType;        ///< lower case, without parameters
    std::uint64_t bytes = 0; ///< decoded octets
    bool isInline = false;
    QString contentId; ///< without angle brackets
    QByteArray sha256; ///< 32 octets, or empty if unknown
    QString url;       ///< where a chat file lies (XEP-0066, 0447); empty for a mail's part
    QString blocked;   ///< "size", "type", or empty
    bool operator==(const Attachment &) const = default;
};

using Attachments = std::vector<Attachment>;

}
