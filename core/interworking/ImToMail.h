#pragma once

#include "core/interworking/Context.h"
#include "core/interworking/Detect.h"
#include "core/interworking/MailToIm.h"
#include "core/model/InstantMessage.h"
#include "core/model/OutgoingMail.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

/// An instant message as mail: specification 2 to 4.
namespace isthmus::interworking::tomail {

/// A mail came out. It is decided to its last value; core/compose writes it.
struct Convert {
    model::OutgoingMail mail;
    QStringList lost;         ///< what the mail cannot say: "multi-lang", "nick", "styling" …
    std::vector<MapRow> rows; ///< to be remembered, one per recipient, before the mail leaves
    /// With ctx.smtpReply 2xx: the extra stanza for the sender.
    std::optional<toim::ReportKind> report;
    bool receipt = false; ///< a XEP-0184 receipt is due (policy receiptOnAccept)
    bool generatedSubject = false;
};

/// A mail about an earlier mail (2.12): DSN or MDN.
struct Report {
    toim::ReportKind kind = toim::ReportKind::Dsn;
    model::OutgoingMail mail;
    QString stanzaId; ///< that is reported on
    MapRow about;
};

/// Segments are missing, the time is not over.
struct Pending {};
/// Text to the bare gateway (6.2).
struct Command {
    QString text;
};
struct Drop {
    QString reason;
};
/// A stanza error for the sender.
struct Error {
    model::StanzaError error;
    QString id; ///< of the stanza that failed
};

using Result = std::variant<Convert, Report, Pending, Command, Drop, Error>;

/// What came of several stanzas: the last result, and how many mails there were.
struct Batch {
    Result last;
    int mails = 0;
};

}

namespace isthmus::interworking {

/// Converts one message. \p files are those of the user's own draft, or that came with it in a session (the
/// client; 2.9); files behind URLs come in by ctx.fetched. A segment alone gives Pending: put them through a Reassembler first.
[[nodiscard]] tomail::Result imToMail(const model::InstantMessage &message, const Ctx &ctx,
                                      const std::vector<model::OutgoingPart> &files = {});

/// The same for segments in order of arrival, ctx.elapsed after the last one.
[[nodiscard]] tomail::Batch batchToMail(const std::vector<model::InstantMessage> &segments, const Ctx &ctx);

/// URLs of the message that may be fetched for it: https and on a host of ctx.uploadHosts (X24).
[[nodiscard]] QStringList fetchableUrls(const model::InstantMessage &message, const Ctx &ctx);

/// "Message-ID" for sid by 2.5, before it is known whether it was used with another content.
[[nodiscard]] QString messageIdFor(const model::Jid &bareFrom, const model::Jid &bareTo, const QString &sid,
                                   const QString &domain, const Ctx &ctx);

}
