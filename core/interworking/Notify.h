#pragma once

#include "core/interworking/Context.h"
#include "core/model/InstantMessage.h"
#include "core/model/Mail.h"
#include "core/model/OutgoingMail.h"

#include <QString>
#include <QStringList>

/// Requests for reports: the table of 2.11. A set is a list of its words in the order of the table:
/// positive-delivery, negative-delivery, processing, display.
namespace isthmus::interworking {

/// The words of \p list that are in the table, each once, in its order.
[[nodiscard]] QStringList notifySet(const QStringList &list);

struct MailRequest {
    QStringList set;
    QString dnt; ///< where a display report would go; empty: nowhere
    [[nodiscard]] bool asksDelivery() const;
    [[nodiscard]] bool asksDisplay() const;
};
/// What a mail asks for. Nothing for \p mailClass list, bulk, auto and report (X27), for a null
/// reverse-path, or with several addresses to report to (X26).
[[nodiscard]] MailRequest requestOf(const model::Mail &mail, const QString &mailClass, Verdict verdict, const Ctx &ctx);

/// Writes what a message asks for into the mail: fields and DSN parameters.
void writeRequest(const model::InstantMessage &message, bool automatic, const Policy &policy, model::OutgoingMail &mail);

}
