#include "core/imap/Sasl.h"

#include "core/imap/ImapTree.h"

#include <QByteArrayList>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <map>

namespace isthmus::imap {

namespace {

constexpr quint64 minIterations = 4096;      // RFC 7677 4
constexpr quint64 maxIterations = 2'000'000; // some seconds of work; more is an attack on our processor

base::Error refused(const char *why)
{
    return {base::Fault::ProtocolBroken, QStringLiteral("sasl: %1").arg(QLatin1String(why))};
}

/// A near SASLprep (RFC 4013): compatibility form, odd spaces made plain.
QByteArray prepared(const QString &text)
{
    QString out = text.normalized(QString::NormalizationForm_KC);
    for (QChar &c : out) {
        if (c.category() == QChar::Separator_Space)
            c = u' ';
    }
    return out.toUtf8();
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

QByteArray exclusiveOr(QByteArray a, const QByteArray &b)
{
    for (qsizetype i = 0; i < a.size() && i < b.size(); ++i)
        a[i] = static_cast<char>(a[i] ^ b[i]);
    return a;
}

/// Hi() of RFC 5802 2.2: PBKDF2 with one block.
QByteArray saltedPassword(const QByteArray &password, const QByteArray &salt, quint64 iterations)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, password);
    const auto round = [&code](const QByteArray &message) {
        code.reset();
        code.addData(message);
        return code.result();
    };
    QByteArray block = round(salt + QByteArray("\0\0\0\1", 4));
    QByteArray sum = block;
    for (quint64 i = 1; i < iterations; ++i) {
        block = round(block);
        sum = exclusiveOr(std::move(sum), block);
    }
    return sum;
}

/// "r=…,s=…,i=…" by letter; the first of each counts.
std::map<char, QByteArray> attributes(const QByteArray &message)
{
    std::map<char, QByteArray> found;
    for (const QByteArray &field : message.split(',')) {
        if (field.size() >= 2 && field[1] == '=')
            found.emplace(field[0], field.mid(2));
    }
    return found;
}

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

class Plain final : public SaslClient
{
public:
    Plain(const QString &user, const QString &password) : m_user(user), m_password(password) {}
    QByteArray mechanism() const override { return "PLAIN"; }
    QByteArray initial() override { return '\0' + m_user.toUtf8() + '\0' + m_password.toUtf8(); }
    base::Result<QByteArray> respond(const QByteArray &) override { return refused("PLAIN has no second step"); }
    bool isComplete() const override { return true; }

private:
    QString m_user;
    QString m_password;
};

class ScramSha256 final : public SaslClient
{
public:
    ScramSha256(const QString &user, const QString &password, QByteArray nonce)
        : m_password(prepared(password)), m_nonce(std::move(nonce))
    {
        QByteArray name = prepared(user);
        name.replace('=', "=3D").replace(',', "=2C");
        m_clientFirstBare = "n=" + name + ",r=" + m_nonce;
    }

    QByteArray mechanism() const override { return "SCRAM-SHA-256"; }
    QByteArray initial() override { return "n,," + m_clientFirstBare; }
    bool isComplete() const override { return m_step == Step::Verified; }

    base::Result<QByteArray> respond(const QByteArray &challenge) override
    {
        switch (m_step) {
        case Step::First: return answerFirst(challenge);
        case Step::Final: return verify(challenge);
        case Step::Verified: break;
        }
        return refused("a challenge too many");
    }

private:
    enum class Step { First, Final, Verified };

    base::Result<QByteArray> answerFirst(const QByteArray &serverFirst)
    {
        auto fields = attributes(serverFirst);
        const QByteArray nonce = fields['r'];
        const auto salt = QByteArray::fromBase64Encoding(fields['s'], QByteArray::AbortOnBase64DecodingErrors);
        const auto iterations = parseNumber(fields['i'], maxIterations);
        if (fields.count('m'))
            return refused("SCRAM extension that must be understood");
        if (!nonce.startsWith(m_nonce) || nonce.size() <= m_nonce.size())
            return refused("SCRAM nonce is not ours");
        if (!salt || salt.decoded.isEmpty() || !iterations || *iterations < minIterations)
            return refused("SCRAM salt or iteration count");
        const QByteArray salted = saltedPassword(m_password, salt.decoded, *iterations);
        const QByteArray clientKey = hmac(salted, "Client Key");
        const QByteArray withoutProof = "c=biws,r=" + nonce;
        const QByteArray authMessage = m_clientFirstBare + ',' + serverFirst + ',' + withoutProof;
        const QByteArray storedKey = QCryptographicHash::hash(clientKey, QCryptographicHash::Sha256);
        m_serverSignature = hmac(hmac(salted, "Server Key"), authMessage);
        m_step = Step::Final;
        return withoutProof + ",p=" + exclusiveOr(clientKey, hmac(storedKey, authMessage)).toBase64();
    }

    base::Result<QByteArray> verify(const QByteArray &serverFinal)
    {
        auto fields = attributes(serverFinal);
        if (fields.count('e')) // the server's own "no": let it say so in its protocol
            return QByteArray();
        if (!equalInConstantTime(QByteArray::fromBase64(fields['v']), m_serverSignature))
            return refused("the server did not prove that it knows the password");
        m_step = Step::Verified;
        return QByteArray();
    }

    QByteArray m_password;
    QByteArray m_nonce;
    QByteArray m_clientFirstBare;
    QByteArray m_serverSignature;
    Step m_step = Step::First;
};

}

std::unique_ptr<SaslClient> makePlain(const QString &user, const QString &password)
{
    return std::make_unique<Plain>(user, password);
}

std::unique_ptr<SaslClient> makeScramSha256(const QString &user, const QString &password, QByteArray nonce)
{
    return std::make_unique<ScramSha256>(user, password, std::move(nonce));
}

QByteArray randomNonce()
{
    quint32 words[6];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toBase64();
}

}
