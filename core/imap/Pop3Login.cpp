#include "core/imap/Pop3Login.h"

#include "core/imap/Sasl.h"

#include <QByteArrayList>
#include <QPointer>

#include <memory>

namespace isthmus::imap {

namespace {

using base::Fault;

constexpr qsizetype maxInitialResponse = 200; // RFC 5034 4: the whole command in 255 octets

}

Pop3Login::Pop3Login(Pop3Connection &connection, Credentials credentials, bool greeted, QObject *parent)
    : QObject(parent), m_connection(connection), m_credentials(std::move(credentials)), m_greeted(greeted)
{}

void Pop3Login::start()
{
    if (m_greeted)
        return askCapabilities();
    m_connection.awaitGreeting([self = QPointer(this)](const base::Result<Pop3Answer> &answer) {
        if (!self)
            return;
        const auto ok = accepted(answer);
        if (ok)
            self->askCapabilities();
        else
            Q_EMIT self->failed(ok.error().fault == Fault::Rejected ? base::Error{Fault::TryLater, ok.error().detail}
                                                                    : ok.error());
    });
}

void Pop3Login::askCapabilities()
{
    m_connection.run({"CAPA", true}, [self = QPointer(this)](const base::Result<Pop3Answer> &answer) {
        if (!self)
            return;
        if (!answer)
            return Q_EMIT self->failed(answer.error());
        self->authenticate(answer->body); // without CAPA (RFC 2449) there is USER
    });
}

void Pop3Login::authenticate(const QByteArray &capabilities)
{
    QByteArrayList mechanisms;
    bool user = capabilities.isEmpty();
    for (const QByteArray &line : capabilities.toUpper().split('\n')) {
        QByteArrayList words = line.simplified().split(' ');
        if (words.first() == "SASL")
            mechanisms = words.mid(1);
        user = user || words.first() == "USER";
    }
    if (mechanisms.contains("SCRAM-SHA-256") || mechanisms.contains("PLAIN"))
        return authenticateSasl(mechanisms);
    if (user)
        return userAndPassword();
    Q_EMIT failed({Fault::AuthUnsupported, QStringLiteral("pop3: no log-in that we know is offered")});
}

void Pop3Login::authenticateSasl(const QByteArrayList &mechanisms)
{
    const std::shared_ptr<SaslClient> sasl =
        chooseSasl([&](const char *name) { return mechanisms.contains(QByteArray(name)); }, m_credentials.user,
                   m_credentials.password, m_credentials.nonce);
    const QByteArray initial = sasl->initial().toBase64();
    const bool fits = initial.size() <= maxInitialResponse;
    auto first = std::make_shared<bool>(!fits);
    const auto step = [sasl, first, initial](const QByteArray &text) -> base::Result<QByteArray> {
        if (std::exchange(*first, false))
            return initial;
        const auto challenge = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        if (!challenge)
            return base::Error{Fault::ProtocolBroken, QStringLiteral("pop3: challenge is not Base64")};
        auto answer = sasl->respond(challenge.decoded);
        if (!answer)
            return answer.error();
        return answer->toBase64();
    };
    m_connection.run(
        {"AUTH " + sasl->mechanism() + (fits ? ' ' + initial : QByteArray())},
        [self = QPointer(this), sasl](const base::Result<Pop3Answer> &answer) {
            if (!self)
                return;
            if (answer && answer->ok && !sasl->isComplete())
                return Q_EMIT self->failed({Fault::ProtocolBroken, QStringLiteral("pop3: log-in without proof")});
            self->afterLogin(answer);
        },
        step);
}

void Pop3Login::userAndPassword()
{
    m_connection.run({"USER " + m_credentials.user.toUtf8()},
                     [self = QPointer(this)](const base::Result<Pop3Answer> &answer) {
                         if (!self)
                             return;
                         if (!answer || !answer->ok)
                             return self->afterLogin(answer);
                         self->m_connection.run({"PASS " + self->m_credentials.password.toUtf8()},
                                                [self](const base::Result<Pop3Answer> &last) {
                                                    if (self)
                                                        self->afterLogin(last);
                                                });
                     });
}

void Pop3Login::afterLogin(const base::Result<Pop3Answer> &answer)
{
    const auto ok = accepted(answer);
    if (ok)
        return Q_EMIT ready();
    base::Error error = ok.error();
    if (error.fault == Fault::Rejected) // -ERR without a code is how a password is refused
        error.fault = Fault::AuthRejected;
    Q_EMIT failed(error);
}

}
