#pragma once

#include "core/model/MailAddress.h"

#include <QByteArrayView>

namespace isthmus::mime {

enum class Groups : quint8 { Members, Ignored };

/// The mailboxes of an address field (RFC 5322 3.4 with the obsolete forms of 4.4, RFC 6532): quoted strings,
/// comments, groups, routes; decoded names. Lenient where mailers are: ';' as comma, names after the address, a
/// missing '>'. At most \p limit are read. Iterative and linear.
struct Mailboxes {
    model::MailboxList list;
    bool malformed = false; ///< something with an "@" was left out, since it is no valid address
};
[[nodiscard]] Mailboxes readMailboxes(QByteArrayView field, qsizetype limit, Groups groups = Groups::Members);

/// The msg-ids of a field (RFC 5322 3.6.4) with their angle brackets. Whatever else stands there is skipped.
[[nodiscard]] std::vector<QString> readMessageIds(QByteArrayView field);

}
