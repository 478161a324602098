#pragma once

#include "core/base/Result.h"
#include "core/xmpp/Scram.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace isthmus::xmpp {

/// One SASL negotiation (RFC 6120 6), for use inside TLS only.
/// SCRAM-SHA-256, then SCRAM-SHA-1; PLAIN only where the server offers neither.
class Login
{
public:
    /// Fault::AuthUnsupported: no mechanism in common.
    [[nodiscard]] static base::Result<Login> begin(const QStringList &offered, const QString &user, const QString &password,
                                                   const QByteArray &nonce);

    [[nodiscard]] QString mechanism() const { return m_mechanism; }
    [[nodiscard]] QByteArray initialResponse() const { return m_initial; }
    [[nodiscard]] base::Result<QByteArray> onChallenge(const QByteArray &challenge);
    /// \p additional: what came with the success. Fault::ProtocolBroken when the server's proof is missing or wrong: it
    /// then learned nothing, and must not be talked to.
    [[nodiscard]] base::Result<base::Done> onSuccess(const QByteArray &additional);
    /// \p condition of <failure/> (RFC 6120 6.5).
    [[nodiscard]] static base::Error onFailure(const QString &condition);

private:
    QString m_mechanism;
    QByteArray m_initial;
    std::optional<Scram> m_scram;
    int m_challenges = 0;
    bool m_verified = false;
};

}
