#include "core/mail/SmtpTalk.h"

#include <QByteArrayList>

#include <algorithm>

namespace isthmus::mail {

using base::Error;
using base::Fault;
using vmime::net::smtp::SMTPCommand;
using vmime::net::smtp::SMTPResponse;

namespace {

constexpr std::size_t maxReplyLines = 200;

QString printable(const QByteArray &text)
{
    QString words = QString::fromUtf8(text.left(500));
    for (QChar &c : words) {
        if (!c.isPrint() || (c.unicode() >= 0x202A && c.unicode() <= 0x202E))
            c = u' ';
    }
    return words.trimmed();
}

/// "5.1.1" at the beginning of a reply's text (RFC 2034), or nothing.
QString enhancedCode(const QByteArray &text)
{
    const QByteArray word = text.left(text.indexOf(' ') < 0 ? text.size() : text.indexOf(' '));
    const QByteArrayList numbers = word.split('.');
    const auto isNumber = [](const QByteArray &n) {
        return !n.isEmpty() && n.size() <= 3 && std::all_of(n.begin(), n.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    const bool valid = numbers.size() == 3 && std::all_of(numbers.begin(), numbers.end(), isNumber)
                       && (numbers[0] == "2" || numbers[0] == "4" || numbers[0] == "5");
    return valid ? QString::fromLatin1(word) : QString();
}

}

SmtpTalk::SmtpTalk(const SmtpSetup &setup)
    : m_setup(setup), m_socket(vmime::make_shared<SmtpSocket>(setup.wire, setup.endpoint, setup.stopped))
{}

void SmtpTalk::begin()
{
    m_socket->open();
    const SmtpReply greeting = answer();
    if (greeting.code != 220)
        throw SmtpStop(smtpRefusal(greeting, "greeting"));
    greet();
    logIn();
}

/// The address literal tells the server nothing that it does not see (RFC 5321 4.1.3).
void SmtpTalk::greet()
{
    const SmtpReply reply = ask(SMTPCommand::EHLO("[127.0.0.1]"));
    if (reply.code != 250)
        throw SmtpStop(smtpRefusal(reply, "EHLO"));
    for (std::size_t i = 1; i < reply.lines.size(); ++i) {
        QByteArrayList words = reply.lines[i].toUpper().simplified().split(' ');
        const QByteArray keyword = words.takeFirst();
        m_extensions[keyword] += words;
    }
}

void SmtpTalk::logIn()
{
    const QByteArrayList *offered = extension("AUTH");
    const auto has = [&](const char *mechanism) { return offered && offered->contains(QByteArray(mechanism)); };
    const auto sasl = imap::chooseSasl(has, m_setup.endpoint.user, m_setup.password, m_setup.nonce);
    if (!sasl)
        throw SmtpStop({Fault::AuthUnsupported, QStringLiteral("smtp: no log-in that we know is offered")});
    SmtpReply reply = ask(SMTPCommand::AUTH(sasl->mechanism().toStdString(), sasl->initial().toBase64().toStdString()));
    for (int step = 0; reply.code == 334 && step < 10; ++step) {
        const auto challenge = QByteArray::fromBase64Encoding(reply.lines.back());
        const auto response = sasl->respond(challenge ? challenge.decoded : QByteArray());
        if (!response)
            throw SmtpStop(response.error());
        reply = ask(response->toBase64());
    }
    if (reply.code == 535)
        throw SmtpStop({Fault::AuthRejected, QStringLiteral("smtp: %1").arg(reply.text)});
    if (reply.code == 534 || reply.code == 538)
        throw SmtpStop({Fault::AuthUnsupported, QStringLiteral("smtp: %1").arg(reply.text)});
    if (reply.code != 235)
        throw SmtpStop(smtpRefusal(reply, "AUTH"));
    if (!sasl->isComplete())
        throw SmtpStop({Fault::ProtocolBroken, QStringLiteral("smtp: log-in without proof")});
}

SmtpReply SmtpTalk::ask(const vmime::shared_ptr<SMTPCommand> &command)
{
    command->writeToSocket(m_socket, {});
    return answer();
}

SmtpReply SmtpTalk::ask(const QByteArray &text, bool utf8)
{
    const auto allowed = [utf8](char c) { return static_cast<uchar>(c) < 0x80 ? c >= 0x20 && c != 0x7F : utf8; };
    if (!std::all_of(text.begin(), text.end(), allowed))
        throw SmtpStop({Fault::Malformed, QStringLiteral("smtp: forbidden character in a command")});
    return ask(SMTPCommand::createCommand(text.toStdString()));
}

SmtpReply SmtpTalk::answer()
{
    const auto response = SMTPResponse::readResponse({}, m_socket, {}, m_state);
    m_state = response->getCurrentState();
    SmtpReply reply;
    reply.code = response->getCode();
    if (reply.code < 200 || reply.code > 599 || response->getLineCount() > maxReplyLines)
        throw SmtpStop({Fault::ProtocolBroken, QStringLiteral("smtp: not a reply")});
    for (std::size_t i = 0; i < response->getLineCount(); ++i)
        reply.lines.push_back(QByteArray::fromStdString(response->getLineAt(i).getText()).trimmed());
    reply.enhanced = enhancedCode(reply.lines.front());
    reply.text = printable(reply.lines.front());
    return reply;
}

void SmtpTalk::quit()
{
    m_socket->setPatience(std::chrono::seconds(2));
    try {
        static_cast<void>(ask(SMTPCommand::QUIT()));
    } catch (const std::exception &) {
        // All is said and done; how the server takes its leave changes nothing.
    }
    m_socket->disconnect();
}

const QByteArrayList *SmtpTalk::extension(const char *keyword) const
{
    const auto found = m_extensions.find(keyword);
    return found == m_extensions.end() ? nullptr : &found->second;
}

Error smtpRefusal(const SmtpReply &reply, const char *what)
{
    const QString detail = QStringLiteral("smtp %1: %2 %3").arg(QLatin1StringView(what)).arg(reply.code).arg(reply.text);
    if (reply.code == 530)
        return {Fault::AuthRejected, detail};
    if (reply.code == 552)
        return {Fault::TooLarge, detail};
    if (reply.code >= 400 && reply.code < 500)
        return {Fault::TryLater, detail};
    return {reply.code >= 500 ? Fault::Rejected : Fault::ProtocolBroken, detail};
}

}
