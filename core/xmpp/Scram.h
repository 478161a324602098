#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace isthmus::xmpp {

/// The client's side of SCRAM (RFC 5802, RFC 7677) without channel binding, for one log-in. The server's proof
/// that it knows the password is demanded too. Faults: ProtocolBroken, the server does not follow the RFC, or its
/// numbers are unsafe; AuthRejected, its own error message; Malformed, a password that SASLprep forbids.
class Scram
{
public:
    enum class Hash { Sha1, Sha256 };

    static constexpr int leastIterations = 4096;   // RFC 7677 4
    static constexpr int mostIterations = 600'000; // a larger count is an attack on our time

    /// \p nonce: unguessable, printable ASCII without comma; new for each log-in.
    Scram(Hash hash, const QString &user, const QString &password, const QByteArray &nonce);

    [[nodiscard]] QByteArray clientFirst() const;
    [[nodiscard]] base::Result<QByteArray> clientFinal(const QByteArray &serverFirst);
    [[nodiscard]] base::Result<base::Done> verify(const QByteArray &serverFinal) const;

private:
    Hash m_hash;
    QByteArray m_clientFirstBare;
    QString m_password;
    QByteArray m_nonce;
    QByteArray m_serverSignature;
};

/// SASLprep (RFC 4013) as far as text goes: mapped, NFKC, without control characters. Fault::Malformed.
[[nodiscard]] base::Result<QString> saslPrepared(const QString &text);

}
