#pragma once

#include "core/base/Timestamp.h"
#include "core/interworking/Names.h"
#include "core/model/InstantMessage.h"
#include "core/model/Jid.h"
#include "core/model/MailAddress.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

/// Everything that a conversion may know (specification 2 and 8.1): the functions of this room read
/// nothing else, so the same arguments always give the same result.
namespace isthmus::interworking {

/// Who converts. The client owns one account and must show every mail: it never refuses one. The
/// gateway answers SMTP and serves many.
enum class Role : std::uint8_t { Client, Gateway };

/// Verdict about a mail's sender (specification 7.2).
enum class Verdict : std::uint8_t { None, Pass, Fail };

/// A row of the address map (2.1.3). The vector that holds them is in order of age, oldest first.
struct AddressRow {
    enum class Kind : std::uint8_t { Constructed, Preallocated };
    model::Jid jid;
    model::MailAddress mail;
    Kind kind = Kind::Constructed;
    bool primary = false;
    bool operator==(const AddressRow &) const = default;
};

/// A row of the domain map (2.1.5); both as lower-case A-labels.
struct DomainRow {
    enum class Direction : std::uint8_t { Both, In, Out };
    QString jidDomain;
    QString mailDomain;
    Direction direction = Direction::Both;
    bool operator==(const DomainRow &) const = default;
};

/// What is remembered of one converted message (2.5): it ties a Message-ID to a stanza id. Rows count
/// only inside their pair (local, remote); a row of another local JID is never used (X39, 2.12).
struct MapRow {
    QString messageId; ///< with angle brackets
    QString stanzaId;
    model::Jid local;  ///< bare: our user
    model::Jid remote; ///< bare: constructed JID of the mailbox
    QString thread;
    model::Jid author; ///< who wrote it, as XEP-0461 names him
    QString subject;   ///< of the mail; for a thread the one that was generated, too
    bool generatedSubject = false;
    std::vector<QString> references;
    std::vector<model::MailAddress> recipients; ///< of an outgoing mail
    QByteArray digest;                          ///< SHA-256 of subject LF body; empty if unknown
    int hops = 0;
    bool request = false;                           ///< the user asked for a receipt (XEP-0184)
    bool receipted = false;                         ///< that receipt was given
    bool markable = false;                          ///< the user asked for a display marker (XEP-0333)
    bool inbound = false;                           ///< a mail that became a message
    QString dnt;                                    ///< address that asked for an MDN, or empty
    QString dsnNotify;                              ///< NOTIFY= that the mail came with
    std::optional<model::MailAddress> envelopeFrom; ///< null address: the null reverse-path
    Verdict verdict = Verdict::None;                ///< of an inbound mail
    bool consent = false;                           ///< the user allowed a display report for this message
    std::optional<base::Timestamp> at;              ///< when it was sent or came; unknown: not checked
    bool operator==(const MapRow &) const = default;
};

/// A remembered delivery, against duplicates (2.5). Auth and body may be unknown.
struct SeenRow {
    QString messageId;
    model::Jid recipient;
    QString from; ///< addr-spec of the first From mailbox
    std::optional<base::Timestamp> date;
    Verdict auth = Verdict::None;
    QByteArray bodySha256;
    bool operator==(const SeenRow &) const = default;
};

/// A room that a mail address is bound to (2.18).
struct RoomRow {
    model::MailAddress mail;
    model::Jid room;
    std::vector<model::MailAddress> allow;
    bool operator==(const RoomRow &) const = default;
};

/// Somebody in the contacts: for the display rows and look-alikes of 7.2. It suffices to give those
/// contacts that hold the sender's address, bear the name it shows, or have a similar domain.
struct KnownContact {
    QString name;
    model::Jid jid;
    std::vector<model::MailAddress> mailboxes;
    bool operator==(const KnownContact &) const = default;
};

/// What lay behind a URL of an own upload host (2.9).
struct FetchedFile {
    QString mimeType;
    QByteArray data;
    bool operator==(const FetchedFile &) const = default;
};

struct Envelope {
    model::MailAddress from; ///< null: the null reverse-path
    std::vector<QString> to; ///< RCPT arguments as given; "postmaster" needs no domain
    QString dsnNotify;       ///< NOTIFY= of the recipient
    bool operator==(const Envelope &) const = default;
};

/// Receiving client that announced features (4).
struct Peer {
    model::Jid jid; ///< full
    QStringList features;
    [[nodiscard]] bool canIbb() const { return !jid.isBare() && features.contains(ns::email) && features.contains(ns::ibb); }
    bool operator==(const Peer &) const = default;
};

/// The settings of section 2 and 4, with the defaults of the program.
struct Policy {
    enum class ImplicitReceipts : std::uint8_t { Full, DsnOnly, Off };
    enum class Large : std::uint8_t { Segments, Ibb };
    enum class DetectBySubject : std::uint8_t { All, NormalOnly, Off };

    int pagerMax = pagerMaxDefault;
    int segSoftMax = 8; ///< segments; 0: no soft limit
    ImplicitReceipts implicitReceipts = ImplicitReceipts::DsnOnly;
    Large large = Large::Segments;
    DetectBySubject detectBySubject = DetectBySubject::All;
    QString subjectTemplate = QStringLiteral("Message from NAME"); ///< NAME is replaced
    bool trimQuote = true;                                         ///< fold a trailing quote of what is shown anyway (2.8)
    bool coalesce = true; ///< join chat lines to a mailbox (6.5); read by the outbox
    std::chrono::seconds sendHold{10};
    bool reactions = false;       ///< send reactions as RFC 9078 mails
    bool receiptOnAccept = false; ///< `receipt_on=250`
    bool hideHosts = false;
    bool sendDisplayReports = false;         ///< consent for everybody, given in the settings
    bool canUpload = false;                  ///< an upload service is there for link mode and files
    bool literalHosts = false;               ///< not offered: address literals are refused (2.1.2)
    std::uint64_t attachmentMax = 25u << 20; ///< bytes
    std::uint64_t mailMax = 25u << 20;       ///< bytes
    int stanzaMax = 60000;                   ///< bytes of one stanza
    bool operator==(const Policy &) const = default;
};

/// The context. An empty member means what its default in 8.1 says only in isthmus-convert; here it
/// means "none".
struct Ctx {
    Role role = Role::Gateway;
    base::Timestamp now{};
    QStringList imDomains;       ///< own XMPP domains, A-labels
    QString gatewayDomain;       ///< component's domain; a client without one: localGatewayDomain
    QStringList trustedGateways; ///< further domains whose <email/> is believed (3.1)
    std::vector<DomainRow> domainMap;
    std::vector<AddressRow> addressMap;
    QHash<QString, QString> names; ///< bare JID -> display name
    model::Jid operatorJid;        ///< gets postmaster and abuse
    /// Rows that may matter: those with a Message-ID of relatedMessageIds(), or of the thread or the
    /// stanza ids that the message names. Oldest first.
    std::vector<MapRow> messageMap;
    std::vector<SeenRow> seen;
    std::vector<RoomRow> rooms;
    std::vector<KnownContact> contacts;
    std::vector<model::Jid> joinedRooms; ///< bare, beside those of `rooms`; messages from there are never mail (T2)
    QStringList archiveQueryIds;         ///< of running archive queries (T1)
    Policy policy;
    QStringList trustedAuthservIds;
    QStringList ownHosts;
    QByteArray idKey; ///< empty: plain SHA-256 (2.5)
    QStringList uploadHosts;
    Envelope envelope;                                ///< mail -> IM only
    std::optional<model::InstantMessage> stanzaError; ///< error that came within xmpp_wait
    QString smtpReply;                                ///< final reply of the next hop; empty: not sent yet
    bool smtpUtf8 = true;                             ///< next hop has SMTPUTF8
    std::optional<Peer> peer;
    QHash<QString, FetchedFile> fetched; ///< by URL
    QString newId;                       ///< for a stanza without any id
    model::Jid own;                      ///< own account, bare
    std::chrono::seconds elapsed{0};     ///< since the last segment
    /// Whether a domain is a public suffix; none: only equality or a From below d= is aligned (7.2).
    std::function<bool(const QString &)> isPublicSuffix;

    /// The first name known for a bare JID, cleaned for a header, or empty.
    [[nodiscard]] QString nameOf(const model::Jid &jid) const;
    [[nodiscard]] bool isOwnDomain(const QString &asciiDomain) const;
    /// Domain of a stanza whose <email/> may speak of third parties.
    [[nodiscard]] bool isTrustedGateway(const QString &asciiDomain) const;
    /// Whether a bare JID is a room that we are in.
    [[nodiscard]] bool isRoom(const model::Jid &bare) const;
    /// Addresses that belong to a bare JID by the address map.
    [[nodiscard]] bool isAddressOf(const model::Jid &bare, const model::MailAddress &address) const;
};

}
