#pragma once

#include "core/interworking/Body.h"
#include "core/interworking/MailFacts.h"
#include "core/interworking/MailToIm.h"
#include "core/interworking/Notify.h"

/// The stanza of a mail, before and after it is cut for its way: specification 3.4, 3.5, 4.
/// Not for other rooms.
namespace isthmus::interworking {

/// All that was found out about a mail for one recipient.
struct MailView {
    const model::Mail &mail;
    model::Jid recipient;
    QString subaddress;
    model::MailAddress rcpt; ///< null in the client
    model::Jid remote;       ///< who it is from
    QString mailClass;
    Verdict verdict = Verdict::None;
    ShownBody body;
    QString subject; ///< whole, cleaned
    MailDate date;
    Threading threading;
    MailRequest request;
    bool useRawId = false;
    bool selfSpoof = false;
    int hops = 0;
};

/// Everything but body, segments and receipt requests.
[[nodiscard]] model::InstantMessage stanzaOf(const MailView &view, QStringList flags, const Ctx &ctx);

/// Chooses the mode by size and cuts: fills mode, stanzas, segments and wholeText of \p result, whose
/// text and tail are set.
void layOut(model::InstantMessage stanza, const MailView &view, const Ctx &ctx, toim::Convert &result);

}
