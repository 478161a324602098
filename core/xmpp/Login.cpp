#include "core/xmpp/Login.h"

namespace isthmus::xmpp {

using base::Done;
using base::Error;
using base::Fault;
using base::Result;

Result<Login> Login::begin(const QStringList &offered, const QString &user, const QString &password, const QByteArray &nonce)
{
    Login login;
    const auto scram = [&](const char *name, Scram::Hash hash) {
        login.m_mechanism = QLatin1String(name);
        login.m_scram.emplace(hash, user, password, nonce);
        login.m_initial = login.m_scram->clientFirst();
        return login;
    };
    if (offered.contains(QStringLiteral("SCRAM-SHA-256")))
        return scram("SCRAM-SHA-256", Scram::Hash::Sha256);
    if (offered.contains(QStringLiteral("SCRAM-SHA-1")))
        return scram("SCRAM-SHA-1", Scram::Hash::Sha1);
    if (offered.contains(QStringLiteral("PLAIN"))) {
        login.m_mechanism = QStringLiteral("PLAIN");
        login.m_initial = '\0' + user.toUtf8() + '\0' + password.toUtf8();
        return login;
    }
    return Error{Fault::AuthUnsupported, QStringLiteral("the server offers only %1").arg(offered.join(QLatin1String(", ")))};
}

Result<QByteArray> Login::onChallenge(const QByteArray &challenge)
{
    if (!m_scram || ++m_challenges > 2)
        return Error{Fault::ProtocolBroken, QStringLiteral("SASL: unexpected challenge")};
    if (m_challenges == 1)
        return m_scram->clientFinal(challenge);
    // The server's proof may come as a challenge of its own (RFC 6120 6.4.6), answered with nothing.
    return m_scram->verify(challenge).then([this](Done) -> Result<QByteArray> {
        m_verified = true;
        return QByteArray();
    });
}

Result<Done> Login::onSuccess(const QByteArray &additional)
{
    if (!m_scram || m_verified)
        return Done{};
    return m_scram->verify(additional);
}

Error Login::onFailure(const QString &condition)
{
    const QString detail = QStringLiteral("SASL: %1").arg(condition);
    if (condition == u"temporary-auth-failure")
        return {Fault::TryLater, detail};
    if (condition == u"encryption-required" || condition == u"invalid-mechanism" || condition == u"mechanism-too-weak")
        return {Fault::AuthUnsupported, detail};
    // Whatever else it is: trying again with the same password will not help, and may lock the account.
    return {Fault::AuthRejected, detail};
}

}
