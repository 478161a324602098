#pragma once

#include "core/base/Timestamp.h"
#include "core/imap/ImapSet.h"
#include "core/imap/ImapTree.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

namespace isthmus::imap {

/// The bracketed part of a status reply (RFC 3501 7.1); the name in upper case, empty if there is none.
struct ImapCode {
    QByteArray name;
    ImapNodes arguments;
    bool operator==(const ImapCode &) const = default;
};

enum class ImapCondition : std::uint8_t { Ok, No, Bad, Bye, Preauth };

struct ImapStatus {
    ImapCondition condition = ImapCondition::Ok;
    ImapCode code;
    QString text; ///< the server's words, without control characters, at most 500 characters
    bool operator==(const ImapStatus &) const = default;
};

/// RFC 4315. `uids` are those of the destination.
struct ImapAppendUid {
    quint32 uidValidity = 0;
    ImapSet uids;
    bool operator==(const ImapAppendUid &) const = default;
};
struct ImapCopyUid {
    quint32 uidValidity = 0;
    ImapSet source;
    ImapSet destination;
    bool operator==(const ImapCopyUid &) const = default;
};

/// Readings of a code's arguments; nullopt when it is another code or its arguments are not what they must be.
[[nodiscard]] std::optional<quint64> codeNumber(const ImapCode &code, QByteArrayView name);
[[nodiscard]] std::optional<ImapAppendUid> appendUid(const ImapCode &code);
[[nodiscard]] std::optional<ImapCopyUid> copyUid(const ImapCode &code);
[[nodiscard]] std::optional<ImapSet> modifiedUids(const ImapCode &code); ///< RFC 7162 3.1.3

/// Words in upper case: "IDLE", "AUTH=PLAIN".
using ImapWords = std::set<QByteArray>;
struct ImapCapabilities {
    ImapWords words;
    bool operator==(const ImapCapabilities &) const = default;
};
struct ImapEnabled {
    ImapWords words;
    bool operator==(const ImapEnabled &) const = default;
};
/// LIST, LSUB or XLIST with or without extended data (RFC 3501 7.2.2, 5258, 6154).
struct ImapListing {
    QByteArray wireName;
    QString name;           ///< empty: not decodable, the folder is left alone
    QByteArray delimiter;   ///< empty for NIL
    QStringList attributes; ///< as written, with backslash
    bool operator==(const ImapListing &) const = default;
};
/// STATUS, with every item that is a number (RFC 3501 7.2.4).
struct ImapMailboxStatus {
    QByteArray wireName;
    std::map<QByteArray, quint64> items; ///< names in upper case
    bool operator==(const ImapMailboxStatus &) const = default;
};
struct ImapNamespace {
    QByteArray prefix;
    QByteArray delimiter;
    bool operator==(const ImapNamespace &) const = default;
};
struct ImapNamespaces {
    std::vector<ImapNamespace> personal, others, shared;
    bool operator==(const ImapNamespaces &) const = default;
};
struct ImapServerId {
    std::map<QByteArray, QByteArray> fields; ///< names in lower case
    bool operator==(const ImapServerId &) const = default;
};
struct ImapSearch {
    std::vector<quint32> numbers;
    std::optional<quint64> modSeq;
    bool operator==(const ImapSearch &) const = default;
};
/// RFC 4731; items that are unknown are left out.
struct ImapEsearch {
    QByteArray tag;
    bool uid = false;
    std::optional<quint32> min, max;
    std::optional<quint64> count, modSeq;
    ImapSet all;
    bool operator==(const ImapEsearch &) const = default;
};
struct ImapExists {
    quint32 count = 0;
    bool operator==(const ImapExists &) const = default;
};
struct ImapRecent {
    quint32 count = 0;
    bool operator==(const ImapRecent &) const = default;
};
struct ImapExpunge {
    quint32 sequence = 0;
    bool operator==(const ImapExpunge &) const = default;
};
/// RFC 7162 3.2.10.
struct ImapVanished {
    bool earlier = false;
    ImapSet uids;
    bool operator==(const ImapVanished &) const = default;
};
/// FETCH, items in any order, unknown ones skipped. Content arrives as it lies on the server and is not looked into.
struct ImapFetch {
    quint32 sequence = 0;
    std::optional<quint32> uid;
    std::optional<QStringList> flags;
    std::optional<quint64> modSeq;
    std::optional<quint64> size;
    std::optional<base::Timestamp> internalDate;
    std::optional<QByteArray> body;   ///< BODY[]
    std::optional<QByteArray> header; ///< BODY[HEADER] or BODY[HEADER.FIELDS …]
    bool operator==(const ImapFetch &) const = default;
};
struct ImapFlags {
    QStringList flags;
    bool operator==(const ImapFlags &) const = default;
};
/// Anything else, or something known whose values are not what they must be. Never fatal.
struct ImapUnknown {
    QByteArray word;
    bool operator==(const ImapUnknown &) const = default;
};

/// What an untagged reply says.
using ImapData = std::variant<ImapStatus, ImapCapabilities, ImapEnabled, ImapListing, ImapMailboxStatus, ImapNamespaces,
                              ImapServerId, ImapSearch, ImapEsearch, ImapExists, ImapRecent, ImapExpunge, ImapVanished,
                              ImapFetch, ImapFlags, ImapUnknown>;

struct ImapContinuation {
    QByteArray text; ///< after "+ "
    bool operator==(const ImapContinuation &) const = default;
};
struct ImapTagged {
    QByteArray tag;
    ImapStatus status;
    bool operator==(const ImapTagged &) const = default;
};
using ImapReply = std::variant<ImapContinuation, ImapTagged, ImapData>;

/// Reads one reply. A reply that cannot be read is ImapUnknown where it is untagged; a tagged one that cannot be read,
/// or a line that is no reply at all, is ProtocolBroken: the connection must be closed.
[[nodiscard]] base::Result<ImapReply> parseReply(const ImapPieces &reply);

/// Reads the values of an untagged reply that is not a status.
[[nodiscard]] ImapData decodeData(const ImapNodes &nodes);

/// " 1-Nov-2026 10:11:12 +0100" (RFC 3501 date-time); nullopt for what is no date.
[[nodiscard]] std::optional<base::Timestamp> parseInternalDate(QByteArrayView text);

}
