#pragma once

#include "core/base/Result.h"

#include <QHashFunctions>
#include <QString>

#include <vector>

namespace isthmus::model {

/// An addr-spec (RFC 5322 3.4.1, with UTF-8 by RFC 6532): local part (unquoted) and domain, spelled as
/// given. Valid by construction or null: no control characters, no bidi controls, a domain that is a
/// host name (address literals are refused). Equality is of the spelling; key() compares mailboxes.
class MailAddress
{
public:
    MailAddress() = default;

    /// Takes `local@domain` or `"quoted local"@domain`, without comments or angle brackets.
    [[nodiscard]] static base::Result<MailAddress> parse(QStringView text);
    /// From an unquoted local part and a domain.
    [[nodiscard]] static base::Result<MailAddress> fromParts(QStringView local, QStringView domain);

    [[nodiscard]] bool isNull() const { return m_domain.isEmpty(); }
    [[nodiscard]] const QString &local() const { return m_local; }
    [[nodiscard]] const QString &domain() const { return m_domain; }
    /// dot-atom where the local part is one, quoted-string otherwise.
    [[nodiscard]] QString toString() const;
    /// For look-ups: lower case, NFC, domain as A-label.
    [[nodiscard]] QString key() const;
    [[nodiscard]] bool isAscii() const;

    bool operator==(const MailAddress &) const = default;

private:
    QString m_local;
    QString m_domain;
};

inline size_t qHash(const MailAddress &address, size_t seed = 0)
{
    return ::qHash(address.key(), seed);
}

/// A mailbox (RFC 5322 3.4): a display name, decoded and possibly empty, and an address.
struct Mailbox {
    QString name;
    MailAddress address;
    bool operator==(const Mailbox &) const = default;
};

using MailboxList = std::vector<Mailbox>;

}
