#pragma once

#include "core/base/Result.h"

#include <QHashFunctions>
#include <QString>

namespace isthmus::model {

/// An XMPP address (RFC 7622): localpart@domainpart/resourcepart. Valid by construction or null.
/// The localpart is case-mapped and NFC, the domainpart a lower-case A-label without trailing dot,
/// so equal addresses compare equal. Escapes of XEP-0106 are left as they are.
class Jid
{
public:
    /// The null address; isNull() tells.
    Jid() = default;

    /// Fault::Malformed when \p text is not an address (any part empty or over 1023 octets of UTF-8,
    /// characters that RFC 7622 3.3.1 forbids, control characters, or a domain that is no host name).
    [[nodiscard]] static base::Result<Jid> parse(QStringView text);

    [[nodiscard]] bool isNull() const { return m_domain.isEmpty(); }
    [[nodiscard]] const QString &local() const { return m_local; }
    [[nodiscard]] const QString &domain() const { return m_domain; }
    [[nodiscard]] const QString &resource() const { return m_resource; }
    [[nodiscard]] bool isBare() const { return m_resource.isEmpty(); }
    [[nodiscard]] Jid bare() const;
    /// The bare address with \p resource, which must be valid as a resourcepart.
    [[nodiscard]] base::Result<Jid> withResource(QStringView resource) const;
    [[nodiscard]] QString toString() const;

    bool operator==(const Jid &) const = default;
    auto operator<=>(const Jid &other) const { return toString().compare(other.toString()) <=> 0; }

private:
    QString m_local;
    QString m_domain;
    QString m_resource;
};

inline size_t qHash(const Jid &jid, size_t seed = 0)
{
    return qHashMulti(seed, jid.local(), jid.domain(), jid.resource());
}

/// A host name as lower-case A-labels without trailing dot (UTS 46, non-transitional); empty when it is none.
[[nodiscard]] QString toAsciiDomain(QStringView domain);

}
