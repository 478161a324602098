#pragma once

#include "core/interworking/MailToIm.h"
#include "core/model/Mail.h"

/// Who a mail is from, and how it may be dressed: specification 7.2.
namespace isthmus::interworking {

/// Verdict of the own server: only Authentication-Results of a trusted authserv-id above the lowest
/// own Received count (X06). \p isList: class list, where a failed DMARC says nothing.
[[nodiscard]] Verdict verdictOf(const model::Mail &mail, bool isList, const Ctx &ctx);

/// A server that says whether senders were checked.
struct CheckingServer {
    QString name;       ///< authserv-id
    QString receivedBy; ///< host of the topmost Received field
};
/// The server that may be proposed to the user as the account's own (7.2): the one whose authserv-id the mail
/// bears, if it is the host that received the mail last, which no sender can write, or belongs to the same
/// domain as one of \p receivingHosts, to which the account connects. Nothing is believed by this alone.
[[nodiscard]] std::optional<CheckingServer> checkingServer(const model::Mail &mail, const QStringList &receivingHosts);

/// Relaxed alignment of the From domain with a signing domain, both A-labels.
[[nodiscard]] bool isAligned(const QString &fromDomain, const QString &signer, const Ctx &ctx);

/// Time of the topmost own Received field.
[[nodiscard]] std::optional<base::Timestamp> ownReceivedTime(const model::Mail &mail, const Ctx &ctx);

/// The row of the display table for a From address. \p claimed gets the name of the contact that a
/// suspicious mail claims to be.
[[nodiscard]] toim::Dress dressOf(const model::MailAddress &from, Verdict verdict, bool selfSpoof, const Ctx &ctx,
                                  QString *claimed);

/// A presence dot may stand beside the sender.
[[nodiscard]] bool mayShowPresence(toim::Dress dress);

}
