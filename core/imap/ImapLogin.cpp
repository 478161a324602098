#include "core/imap/ImapLogin.h"

#include "core/imap/Sasl.h"

#include <QPointer>

#include <memory>

namespace isthmus::imap {

using base::Fault;

ImapLogin::ImapLogin(ImapConnection &connection, Credentials credentials, bool greeted, QObject *parent)
    : QObject(parent), m_connection(connection), m_credentials(std::move(credentials)), m_greeted(greeted)
{
    connect(&m_connection, &ImapConnection::untagged, this, &ImapLogin::takeGreeting);
}

void ImapLogin::start()
{
    if (m_greeted)
        askCapabilities(&ImapLogin::authenticate);
}

void ImapLogin::takeGreeting(const ImapData &data)
{
    if (m_greeted)
        return;
    m_greeted = true;
    const auto *status = std::get_if<ImapStatus>(&data);
    if (!status)
        return Q_EMIT failed({Fault::ProtocolBroken, QStringLiteral("imap: no greeting")});
    if (status->condition == ImapCondition::Ok)
        return askCapabilities(&ImapLogin::authenticate);
    const bool busy = status->condition == ImapCondition::Bye;
    Q_EMIT failed({busy ? Fault::TryLater : Fault::ProtocolBroken, QStringLiteral("imap: greeting: ") + status->text});
}

void ImapLogin::askCapabilities(void (ImapLogin::*next)())
{
    if (!m_connection.capabilities().empty())
        return (this->*next)();
    m_connection.run(ImapCommand("CAPABILITY", ImapCommand::Order::Alone),
                     [self = QPointer(this), next](const base::Result<ImapStatus> &answer) {
                         if (!self)
                             return;
                         const auto ok = accepted(answer);
                         if (!ok)
                             return Q_EMIT self->failed(ok.error());
                         (self->*next)();
                     });
}

void ImapLogin::authenticate()
{
    if (m_connection.has("AUTH=SCRAM-SHA-256") || m_connection.has("AUTH=PLAIN"))
        return authenticateSasl();
    if (!m_connection.has("LOGINDISABLED"))
        return loginPlain();
    Q_EMIT failed({Fault::AuthUnsupported, QStringLiteral("imap: no log-in that we know is offered")});
}

void ImapLogin::authenticateSasl()
{
    const auto offered = [this](const char *name) { return m_connection.has(QByteArray("AUTH=").append(name).constData()); };
    const std::shared_ptr<SaslClient> sasl =
        chooseSasl(offered, m_credentials.user, m_credentials.password, m_credentials.nonce);
    ImapCommand command("AUTHENTICATE", ImapCommand::Order::Alone);
    command.word(sasl->mechanism());
    auto first = std::make_shared<bool>(!m_connection.has("SASL-IR"));
    if (!*first)
        command.secret(sasl->initial().toBase64());
    m_connection.forgetCapabilities();
    const auto step = [sasl, first](const QByteArray &text) -> base::Result<QByteArray> {
        if (std::exchange(*first, false))
            return sasl->initial().toBase64();
        const auto challenge = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        if (!challenge)
            return base::Error{Fault::ProtocolBroken, QStringLiteral("imap: challenge is not Base64")};
        auto answer = sasl->respond(challenge.decoded);
        if (!answer)
            return answer.error();
        return answer->toBase64();
    };
    m_connection.run(
        command,
        [self = QPointer(this), sasl](const base::Result<ImapStatus> &answer) {
            if (!self)
                return;
            if (answer && answer->condition == ImapCondition::Ok && !sasl->isComplete())
                return Q_EMIT self->failed({Fault::ProtocolBroken, QStringLiteral("imap: log-in without proof")});
            self->afterLogin(answer);
        },
        step);
}

void ImapLogin::loginPlain()
{
    ImapCommand command("LOGIN", ImapCommand::Order::Alone);
    command.secret(m_credentials.user.toUtf8()).secret(m_credentials.password.toUtf8());
    m_connection.forgetCapabilities();
    m_connection.run(command, [self = QPointer(this)](const base::Result<ImapStatus> &answer) {
        if (self)
            self->afterLogin(answer);
    });
}

void ImapLogin::afterLogin(const base::Result<ImapStatus> &answer)
{
    const auto ok = accepted(answer);
    if (ok)
        return askCapabilities(&ImapLogin::enable);
    base::Error error = ok.error();
    if (error.fault == Fault::Rejected) // NO without a code is how older servers refuse a password
        error.fault = Fault::AuthRejected;
    Q_EMIT failed(error);
}

void ImapLogin::enable()
{
    const char *extension = m_connection.has("QRESYNC") ? "QRESYNC" : m_connection.has("CONDSTORE") ? "CONDSTORE" : nullptr;
    if (!extension || !m_connection.has("ENABLE"))
        return Q_EMIT ready();
    // Whatever the answer: without the extension, folders are compared in full.
    m_connection.run(ImapCommand("ENABLE", ImapCommand::Order::Alone).word(extension),
                     [self = QPointer(this)](const base::Result<ImapStatus> &answer) {
                         if (!self)
                             return;
                         if (answer)
                             Q_EMIT self->ready();
                         else
                             Q_EMIT self->failed(answer.error());
                     });
}

}
