#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Account.h"

#include <QString>

namespace isthmus::accounts {

/// What the sign-in panel says of one found service: "imap.example.org, port 993, encrypted from the start
/// (TLS), found in DNS".
[[nodiscard]] QString endpointText(const model::Endpoint &endpoint);

/// The endpoint that a hand-written form means. The chat server's certificate is checked for the address's
/// domain (RFC 6120 13.7.2.1), a mail server's for the name that was typed.
/// Fault::Malformed when the host is no host name or the port none.
[[nodiscard]] base::Result<model::Endpoint> manualEndpoint(model::Protocol protocol, const QString &host,
                                                           const QString &port, model::Security security,
                                                           const model::MailAddress &address);

/// The usual port: 5222, 5223, 993, 143, 995, 110, 465, 587.
[[nodiscard]] quint16 usualPort(model::Protocol protocol, model::Security security);

}
