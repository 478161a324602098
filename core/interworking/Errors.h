#pragma once

#include "core/model/InstantMessage.h"

#include <QString>

#include <optional>

/// Errors between the two worlds: specification 2.13.
namespace isthmus::interworking {

/// An SMTP reply (RFC 5321 4.2, RFC 3463); enhanced may be empty.
struct SmtpReply {
    int code = 0;
    QString enhanced;
    QString text; ///< first line, without codes
    [[nodiscard]] bool isSuccess() const { return code >= 200 && code < 300; }
    bool operator==(const SmtpReply &) const = default;
};

/// "550 5.1.1 no such user" (first line of a reply). nullopt when it is none.
[[nodiscard]] std::optional<SmtpReply> parseSmtpReply(QStringView line);

/// 2.13.1: a failed mail as stanza error, with a text that is safe to show (<= 200 code points).
[[nodiscard]] model::StanzaError mapSmtpReply(const SmtpReply &reply, bool hideHosts);

/// 2.13.2: a stanza error as SMTP reply. Type `continue` gives 250.
[[nodiscard]] SmtpReply mapStanzaError(const model::StanzaError &error);

/// The type that goes with a condition that is named alone (2.13).
[[nodiscard]] QString defaultErrorType(const QString &condition);
/// A stanza error with that type.
[[nodiscard]] model::StanzaError stanzaError(const QString &condition, const QString &text = {});

}
