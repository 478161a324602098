#include "core/xmpp/Scram.h"

#include <QCryptographicHash>
#include <QList>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>

#include <map>
#include <optional>

namespace isthmus::xmpp {

using base::Done;
using base::Error;
using base::Fault;
using base::Result;

namespace {

constexpr char gs2Header[] = "n,,"; // Qt 6.4 shows no channel binding data

QCryptographicHash::Algorithm algorithm(Scram::Hash hash)
{
    return hash == Scram::Hash::Sha1 ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
}

Error broken(const char *why)
{
    return {Fault::ProtocolBroken, QStringLiteral("SCRAM: %1").arg(QLatin1String(why))};
}

/// "a=x,b=y" as a map; nullopt when it is not of that form or an attribute comes twice.
std::optional<std::map<char, QByteArray>> attributes(const QByteArray &message)
{
    std::map<char, QByteArray> found;
    for (const QByteArray &part : message.split(',')) {
        if (part.size() < 2 || part.at(1) != '=' || !found.emplace(part.at(0), part.mid(2)).second)
            return std::nullopt;
    }
    return found;
}

QByteArray escapedName(const QString &name)
{
    return name.toUtf8().replace('=', "=3D").replace(',', "=2C");
}

/// Takes the same time wherever the first difference is.
bool equal(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

bool isMappedToNothing(char16_t c)
{
    return c == 0x00AD || c == 0x034F || c == 0x1806 || (c >= 0x180B && c <= 0x180D) || (c >= 0x200B && c <= 0x200D)
           || c == 0x2060 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

}

Result<QString> saslPrepared(const QString &text)
{
    QString mapped;
    for (const QChar c : text) {
        if (!isMappedToNothing(c.unicode()))
            mapped += c.category() == QChar::Separator_Space ? QChar(u' ') : c;
    }
    mapped = mapped.normalized(QString::NormalizationForm_KC);
    for (const QChar c : std::as_const(mapped)) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_PrivateUse)
            return Error{Fault::Malformed, QStringLiteral("SASLprep: forbidden character")};
    }
    return mapped;
}

Scram::Scram(Hash hash, const QString &user, const QString &password, const QByteArray &nonce)
    : m_hash(hash), m_clientFirstBare("n=" + escapedName(user) + ",r=" + nonce), m_password(password), m_nonce(nonce)
{}

QByteArray Scram::clientFirst() const
{
    return gs2Header + m_clientFirstBare;
}

Result<QByteArray> Scram::clientFinal(const QByteArray &serverFirst)
{
    const auto given = attributes(serverFirst);
    if (!given || !given->count('r') || !given->count('s') || !given->count('i'))
        return broken("server-first-message");
    if (given->count('m'))
        return broken("mandatory extension");
    const QByteArray nonce = given->at('r');
    if (!nonce.startsWith(m_nonce) || nonce.size() <= m_nonce.size())
        return broken("the server's nonce does not extend ours");
    bool isNumber = false;
    const int iterations = given->at('i').toInt(&isNumber);
    if (!isNumber || iterations < leastIterations || iterations > mostIterations)
        return broken("iteration count");
    const auto salt = QByteArray::fromBase64Encoding(given->at('s'), QByteArray::AbortOnBase64DecodingErrors);
    if (!salt || salt.decoded.isEmpty())
        return broken("salt");
    const Result<QString> password = saslPrepared(m_password);
    if (!password)
        return password.error();

    const auto hash = algorithm(m_hash);
    const auto hmac = [hash](const QByteArray &key, const QByteArray &message) {
        return QMessageAuthenticationCode::hash(message, key, hash);
    };
    const QByteArray salted = QPasswordDigestor::deriveKeyPbkdf2(hash, password->toUtf8(), salt.decoded, iterations,
                                                                 QCryptographicHash::hashLength(hash));
    const QByteArray clientKey = hmac(salted, "Client Key");
    const QByteArray storedKey = QCryptographicHash::hash(clientKey, hash);
    const QByteArray withoutProof = "c=" + QByteArray(gs2Header).toBase64() + ",r=" + nonce;
    const QByteArray authMessage = m_clientFirstBare + ',' + serverFirst + ',' + withoutProof;
    const QByteArray clientSignature = hmac(storedKey, authMessage);
    QByteArray proof = clientKey;
    for (qsizetype i = 0; i < proof.size(); ++i)
        proof[i] = static_cast<char>(proof.at(i) ^ clientSignature.at(i));
    m_serverSignature = hmac(hmac(salted, "Server Key"), authMessage);
    return withoutProof + ",p=" + proof.toBase64();
}

Result<Done> Scram::verify(const QByteArray &serverFinal) const
{
    const auto given = attributes(serverFinal);
    if (given && given->count('e'))
        return Error{Fault::AuthRejected, QStringLiteral("SCRAM: %1").arg(QString::fromLatin1(given->at('e')))};
    if (m_serverSignature.isEmpty() || !given || !given->count('v'))
        return broken("the server did not prove that it knows the password");
    if (!equal(QByteArray::fromBase64(given->at('v')), m_serverSignature))
        return broken("the server's proof is wrong");
    return Done{};
}

}
