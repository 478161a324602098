#pragma once

#include "core/interworking/Context.h"
#include "core/model/InstantMessage.h"
#include "core/model/Mail.h"

#include <QString>

/// What single fields of a mail mean: specification 2.2 to 2.7, 2.14, 2.16. Not for other rooms.
namespace isthmus::interworking {

/// A multipart/report that 2.12 reads: delivery-status or disposition-notification.
[[nodiscard]] bool isReport(const model::Mail &mail);

/// personal, list, bulk, auto, report.
[[nodiscard]] QString classOf(const model::Mail &mail, const Ctx &ctx);

/// high, low, or empty.
[[nodiscard]] QString priorityOf(const model::Mail &mail);

/// Rounds that the mail has made through our gateway; 0: none.
[[nodiscard]] int hopsOf(const model::Mail &mail, const Ctx &ctx);

struct MailDate {
    base::Timestamp date{};
    QString source; ///< received, now, clamped, or empty
    QString raw;    ///< of a clamped one
    std::optional<base::Timestamp> delay;
};
[[nodiscard]] MailDate dateOf(const model::Mail &mail, Verdict verdict, const Ctx &ctx);

struct Threading {
    QString thread;
    const MapRow *parent = nullptr;
    bool asChat = false; ///< type chat, no subject: an answer to a chat line
    QString inReplyTo;   ///< of <in-reply-to>
};
[[nodiscard]] Threading threadingOf(const model::Mail &mail, const QString &subject, const model::Jid &local,
                                    const model::Jid &remote, const Ctx &ctx);

/// Name and address as they may be shown; \p spoof is set when the name was dropped because it is
/// another address (X05). The address keeps its spelling, with the domain as A-label.
[[nodiscard]] model::Mailbox shownMailbox(const model::Mailbox &mailbox, bool *spoof = nullptr);
[[nodiscard]] model::MailboxList shownMailboxes(const model::MailboxList &list);

}
