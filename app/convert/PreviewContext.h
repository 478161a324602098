#pragma once

#include "core/interworking/Context.h"

#include <QByteArray>

/// Contexts in which a single file converts: its own addresses count as ours where they must be.
namespace isthmus::convert {

/// The first recipient that the mail names is a user of ours.
[[nodiscard]] interworking::Ctx contextForMail(const QByteArray &mail, base::Timestamp now);
/// The sender of the stanza is a user of ours, and the domain it is sent to a gateway of ours.
/// Fault::Malformed: no stanza.
[[nodiscard]] base::Result<interworking::Ctx> contextForStanza(const QByteArray &stanza, base::Timestamp now);

}
