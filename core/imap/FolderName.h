#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace isthmus::imap {

/// Mailbox names on the wire are modified UTF-7 (RFC 3501 5.1.3). Some servers send plain UTF-8, which is read as such.
/// nullopt: not decodable, or a name with a control character, which cannot be shown or asked for safely.
[[nodiscard]] std::optional<QString> decodeFolderName(const QByteArray &wire);
[[nodiscard]] QByteArray encodeFolderName(const QString &name);

}
