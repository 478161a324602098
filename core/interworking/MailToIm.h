#pragma once

#include "core/interworking/Context.h"
#include "core/interworking/Errors.h"
#include "core/interworking/Segmenter.h"
#include "core/model/InstantMessage.h"
#include "core/model/Mail.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

/// A mail as instant message: specification 2 to 4, one recipient at a time.
namespace isthmus::interworking::toim {

/// How a long text travels (4).
enum class Mode : std::uint8_t { Pager, Segments, Ibb, Link };

/// How a client dresses the mail (7.2, second table).
enum class Dress : std::uint8_t {
    Contact,           ///< in the contact's conversation, with name and presence
    ContactUnverified, ///< there as a card, "sender not verified", no receipt
    Stranger,          ///< own card with the address
    Suspicious,        ///< not in any conversation: claims to be a contact, or failed its checks
    SelfSpoof,         ///< Suspicious: claims to be the user
};

/// One stanza or several came out.
struct Convert {
    Mode mode = Mode::Pager;
    /// In the order to send them; the first carries everything. For Segments one each; for Ibb the
    /// announcement; for Link the cut text without the URL line (add it with withLink()).
    /// Each is complete: body with its tail and prefix, fallback regions, ids, <email/>, hints.
    std::vector<model::InstantMessage> stanzas;
    [[nodiscard]] const model::InstantMessage &stanza() const { return stanzas.front(); }

    // What a client shows; the stanza has it too, but cut and joined for the wire.
    QString subject;   ///< cleaned, <= 256 code points; empty if none is shown
    QString text;      ///< whole text, LF, without the tail
    QString tail;      ///< attachment lines with their leading line feeds, or empty
    QStringList flags; ///< sorted (8.1 email.flags)
    Verdict verdict = Verdict::None;
    Dress dress = Dress::Stranger;
    QString claimedName;             ///< the contact that a Suspicious mail claims to be, or empty
    bool mailHasText = true;         ///< false: the mail has no text part at all
    QString wholeText;               ///< of Segments, Ibb and Link: equal to text; else empty
    std::vector<ByteRange> segments; ///< of Segments

    /// To be remembered with a 2xx answer, or with the local commit.
    MapRow row;
    std::optional<SeenRow> seen;
};

enum class ReportKind : std::uint8_t {
    Error,
    Received,
    Delayed,
    Relayed,
    Expanded,
    Displayed,
    Deleted,
    Processed,
    Dispatched,
    Accepted,
    Dsn,
    Mdn,
};
[[nodiscard]] QString reportName(ReportKind kind);

/// A DSN or MDN about a message of ours (2.12).
struct Report {
    ReportKind kind = ReportKind::Error;
    MapRow about;                 ///< the row that it matched
    model::MailAddress recipient; ///< whom it is about
    QString status;               ///< "5.1.1", or empty
    std::optional<model::StanzaError> error;
    bool alsoReceived = false;                  ///< a display report without an earlier receipt (2.12)
    std::vector<model::InstantMessage> stanzas; ///< for the gateway to send
    std::vector<Report> others;                 ///< further recipients that one DSN speaks of
};

/// Nothing comes out and nobody is told; a mail is answered 250.
struct Drop {
    QString reason;
};
/// The SMTP reply.
struct Reject {
    SmtpReply reply;
};

using Result = std::variant<Convert, Report, Drop, Reject>;

}

namespace isthmus::interworking {

/// Converts \p mail for the first recipient of ctx.envelope (the client: for ctx.own). Role::Client
/// gives Convert for every mail except a duplicate and a report that matches. Never throws; work and
/// memory grow linearly with the mail.
[[nodiscard]] toim::Result mailToIm(const model::Mail &mail, const Ctx &ctx);

/// Message-IDs that ctx.messageMap should have rows for: of its references and of what it reports on. \p ownDomain is that
/// of the ids which we make; where a report names one by its digits alone, they need it.
[[nodiscard]] std::vector<QString> relatedMessageIds(const model::Mail &mail, const QString &ownDomain);

/// The stanza of Mode::Link with the line that says where the rest is. An empty \p url gives the line
/// for a retrieve command, \p retrieve being "ACCOUNT N".
[[nodiscard]] model::InstantMessage withLink(model::InstantMessage stanza, const QString &url, const QString &retrieve);

}
