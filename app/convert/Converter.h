#pragma once

#include "core/interworking/ImToMail.h"
#include "core/interworking/MailToIm.h"

#include <QByteArray>

/// Readers, conversion and writer joined (specification 0.1). Opens no network; nothing is kept.
namespace isthmus::convert {

/// Reads and converts a mail. A mail beyond the limits of 7.3 is refused (554 5.6.0, 552 5.3.4).
[[nodiscard]] interworking::toim::Result mailToIm(const QByteArray &mail, const interworking::Ctx &ctx);

struct ImConversion {
    std::vector<model::InstantMessage> messages; ///< as read, at least one
    bool isBatch = false;
    int mails = 0;                       ///< of a batch
    interworking::tomail::Result result; ///< of a batch: the last one
    QByteArray mail;                     ///< the bytes that came out; empty if none did
};
/// Reads a stanza, or a batch of them in order of arrival, and converts. Fault::Malformed: no stanza.
[[nodiscard]] base::Result<ImConversion> imToMail(const QByteArray &stanza, const interworking::Ctx &ctx);

}
