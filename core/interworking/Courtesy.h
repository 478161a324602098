#pragma once

#include "core/interworking/Detect.h"
#include "core/model/Contact.h"

#include <QString>

#include <map>
#include <vector>

/// Small messages around a conversation: nudges, receipts, notices, and chat lines that become one mail.
namespace isthmus::interworking {

/// Whether a receipt or marker may be sent for a message that asked for one (XEP-0184 5.3, X25): only
/// live, only to who may see our presence or to a gateway of ours, never for reports and room traffic.
[[nodiscard]] bool mayAnswer(const model::InstantMessage &message, const Detection &detection, bool live,
                             model::Subscription subscription);

/// "I have just sent you an e-mail" (3.4); the whole body is fallback.
[[nodiscard]] model::InstantMessage nudge(const model::Jid &from, const model::Jid &to, const QString &id,
                                          const QString &messageId, const QString &subject);

/// Lets a nudge make the mailbox be checked: from a contact, once a minute (X52).
class NudgeGate
{
public:
    /// True: check now. \p isContact: in the roster with a subscription.
    [[nodiscard]] bool admit(const model::Jid &from, bool isContact, base::Timestamp now);

private:
    std::optional<base::Timestamp> m_last;
};

/// How much a notice tells (X48).
enum class NoticeDetail : std::uint8_t { Full, Sender, Count };
/// Text of a notice about new mail, one line.
[[nodiscard]] QString noticeText(int count, const QString &account, const model::Mailbox &from, const QString &subject,
                                 NoticeDetail detail);

/// Whether \p next may join \p first in one mail (6.5): same sender, recipient and thread, type chat,
/// without subject, files, reply, correction or anything that needs a mail of its own.
[[nodiscard]] bool mayCoalesce(const model::InstantMessage &first, const model::InstantMessage &next, const Ctx &ctx);
/// One message with the bodies joined by LF; id and everything else of the first. All stanza ids are to
/// be mapped to its mail. \p messages must not be empty.
[[nodiscard]] model::InstantMessage coalesced(const std::vector<model::InstantMessage> &messages);

}
