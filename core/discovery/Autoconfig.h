#pragma once

#include "core/model/Account.h"

namespace isthmus::discovery {

/// What an autoconfig file offers that we can use.
struct Autoconfig {
    std::vector<model::Endpoint> incoming; ///< IMAP before POP3, else in the file's order
    std::vector<model::Endpoint> outgoing;
    bool offersWithoutTls = false; ///< servers were left out because they are plain text
    bool operator==(const Autoconfig &) const = default;
};

/// Reads a Mozilla autoconfig file (config-v1.1.xml; draft-ietf-mailmaint-autoconfig) for \p address. Servers
/// without TLS, and those without a login by password, are left out. \p vouched: it came from the domain
/// over a checked connection, see certificateName().
/// Faults: Malformed (not well-formed, not such a file, or with a document type), TooLarge.
[[nodiscard]] base::Result<Autoconfig> readAutoconfig(const QByteArray &xml, const model::MailAddress &address,
                                                      bool vouched);

}
