#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace isthmus::imap {

/// The client's side of one SASL exchange (RFC 4422), for IMAP, POP3 and SMTP alike. Octets here are not yet Base64.
class SaslClient
{
public:
    virtual ~SaslClient() = default;

    [[nodiscard]] virtual QByteArray mechanism() const = 0;
    /// What the client says first; both mechanisms here begin.
    [[nodiscard]] virtual QByteArray initial() = 0;
    /// Answers a challenge. ProtocolBroken: the server does not know the password either, or talks nonsense: leave.
    [[nodiscard]] virtual base::Result<QByteArray> respond(const QByteArray &challenge) = 0;
    /// True when the server has proved itself as far as the mechanism can; asked before success is believed.
    [[nodiscard]] virtual bool isComplete() const = 0;
};

/// RFC 4616. Inside TLS only.
[[nodiscard]] std::unique_ptr<SaslClient> makePlain(const QString &user, const QString &password);
/// RFC 7677, without channel binding. \p nonce: 24 or more random printable octets without comma.
[[nodiscard]] std::unique_ptr<SaslClient> makeScramSha256(const QString &user, const QString &password, QByteArray nonce);

/// The one mechanism to try: SCRAM-SHA-256 if \p offered has it, else PLAIN, else nullptr. One, because every further try
/// with a wrong password is another failed login at the server. Names in upper case.
template <typename Offered>
[[nodiscard]] std::unique_ptr<SaslClient> chooseSasl(const Offered &hasMechanism, const QString &user,
                                                     const QString &password, const QByteArray &nonce)
{
    if (hasMechanism("SCRAM-SHA-256"))
        return makeScramSha256(user, password, nonce);
    if (hasMechanism("PLAIN"))
        return makePlain(user, password);
    return nullptr;
}

/// 32 octets for makeScramSha256(), from the system's generator.
[[nodiscard]] QByteArray randomNonce();

}
