#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace isthmus::test {

/// Mails that are expensive, deep, huge or meaningless, as libraries are known to suffer from; each with a name.
[[nodiscard]] std::vector<std::pair<QString, QByteArray>> hostileMails();

/// The octets of a mail that is nothing but HTML.
[[nodiscard]] QByteArray htmlMail(const QByteArray &html);

/// Multiparts in multiparts.
[[nodiscard]] QByteArray nestedMail(int depth);

}
