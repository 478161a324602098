#pragma once

#include "core/imap/Sasl.h"
#include "core/mail/SmtpSocket.h"
#include "core/mail/SmtpSubmit.h"

#include <vmime/net/smtp/SMTPCommand.hpp>
#include <vmime/net/smtp/SMTPResponse.hpp>

#include <map>

namespace isthmus::mail {

/// An SMTP reply (RFC 5321 4.2).
struct SmtpReply {
    int code = 0;
    QString enhanced; ///< RFC 3463, "5.1.1", or empty
    QString text;     ///< first line, without control characters
    std::vector<QByteArray> lines;
    [[nodiscard]] bool isPositive() const { return code >= 200 && code < 300; }
};

/// One SMTP connection, with VMime's commands and responses over our socket. VMime's own SMTPConnection is left out: it
/// would tell the server the computer's name, try every SASL mechanism, and keep octets behind a reply for the next.
/// Everything throws SmtpStop. Thread: one that may block.
class SmtpTalk
{
public:
    explicit SmtpTalk(const SmtpSetup &setup);

    /// Greeting, EHLO, one attempt at logging in.
    void begin();
    [[nodiscard]] SmtpReply ask(const vmime::shared_ptr<vmime::net::smtp::SMTPCommand> &command);
    /// \p text is checked: CR, LF, NUL and anything outside ASCII, unless \p utf8, is Fault::Malformed.
    [[nodiscard]] SmtpReply ask(const QByteArray &text, bool utf8 = false);
    [[nodiscard]] SmtpReply answer();
    void quit();

    /// The parameters of an extension of EHLO, upper case; nullptr if it is not offered.
    [[nodiscard]] const QByteArrayList *extension(const char *keyword) const;
    [[nodiscard]] SmtpSocket &socket() { return *m_socket; }

private:
    void greet();
    void logIn();

    const SmtpSetup &m_setup;
    vmime::shared_ptr<SmtpSocket> m_socket;
    vmime::net::smtp::SMTPResponse::state m_state;
    std::map<QByteArray, QByteArrayList> m_extensions;
};

/// What a negative reply means.
[[nodiscard]] base::Error smtpRefusal(const SmtpReply &reply, const char *what);

}
