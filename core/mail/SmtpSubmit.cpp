#include "core/mail/SmtpSubmit.h"

#include "core/base/Checkpoint.h"
#include "core/mail/SmtpTalk.h"
#include "core/model/Jid.h"

#include <QStringList>

#include <algorithm>

namespace isthmus::mail {

using base::Error;
using base::Fault;

namespace {

constexpr qsizetype dataChunk = 64 * 1024;
constexpr std::chrono::minutes finalDotPatience{10}; // RFC 5321 4.5.3.2.6

/// RFC 3461 4: as xtext.
QByteArray xtext(const QByteArray &text)
{
    QByteArray out;
    for (const char c : text) {
        if (c < 0x21 || c > 0x7E || c == '+' || c == '=')
            out += '+' + QByteArray(1, c).toHex().toUpper();
        else
            out += c;
    }
    return out;
}

/// RFC 3461 4.1: NEVER alone, or some of the others.
bool isNotify(const QString &value)
{
    const QStringList words = value.split(u',');
    return value == QLatin1StringView("NEVER") || std::all_of(words.begin(), words.end(), [](const QString &word) {
               return word == QLatin1StringView("SUCCESS") || word == QLatin1StringView("FAILURE")
                      || word == QLatin1StringView("DELAY");
           });
}

bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; });
}

bool needsUtf8(const model::MailAddress &address)
{
    const QString &local = address.local();
    return std::any_of(local.begin(), local.end(), [](QChar c) { return c.unicode() > 0x7E; });
}

/// The address for MAIL and RCPT: its domain as A-labels, so that only a local part can need SMTPUTF8.
base::Result<QByteArray> path(const model::MailAddress &address)
{
    if (address.isNull())
        return QByteArray("<>");
    const auto ascii = model::MailAddress::fromParts(address.local(), model::toAsciiDomain(address.domain()));
    if (!ascii)
        return ascii.error();
    return '<' + ascii->toString().toUtf8() + '>';
}

/// Everything that can be wrong with a mail before a server is asked.
std::optional<Error> defect(const model::SendMail &mail)
{
    const auto malformed = [](const char *why) {
        return Error{Fault::Malformed, QStringLiteral("smtp: %1").arg(QLatin1StringView(why))};
    };
    if (mail.recipients.empty())
        return malformed("no recipient");
    if (std::any_of(mail.recipients.begin(), mail.recipients.end(), [](const auto &a) { return a.isNull(); }))
        return malformed("an empty recipient");
    if (!mail.dsnNotify.isEmpty() && !isNotify(mail.dsnNotify))
        return malformed("NOTIFY value");
    if (hasControl(mail.envelopeId) || mail.envelopeId.size() > 100)
        return malformed("ENVID value");
    return {};
}

/// One submission, as steps over one connection.
class Submission
{
public:
    Submission(SmtpTalk &talk, const model::SendMail &mail, QByteArray data)
        : m_talk(talk), m_mail(mail), m_data(std::move(data))
    {}

    model::CommandResult run();
    /// From here on a broken connection leaves us not knowing.
    [[nodiscard]] bool isUncertain() const { return m_uncertain; }

private:
    QByteArray mailCommand();
    /// One transaction for m_open, whose results are then in m_result.
    void transact();
    void nameRecipients();
    void sendData();

    SmtpTalk &m_talk;
    const model::SendMail &m_mail;
    QByteArray m_data;
    std::vector<model::MailAddress> m_open; ///< recipients of the transaction that comes next
    bool m_utf8 = false;
    bool m_uncertain = false;
    model::CommandResult m_result;
};

QByteArray Submission::mailCommand()
{
    const auto from = path(m_mail.envelopeFrom);
    if (!from)
        throw SmtpStop(from.error());
    QByteArray command = "MAIL FROM:" + *from;
    if (const QByteArrayList *size = m_talk.extension("SIZE")) {
        const quint64 most = size->isEmpty() ? 0 : size->front().toULongLong();
        if (most > 0 && quint64(m_mail.bytes.size()) > most)
            throw SmtpStop({Fault::TooLarge, QStringLiteral("smtp: the server takes %1 octets at most").arg(most)});
        command += " SIZE=" + QByteArray::number(m_mail.bytes.size());
    }
    const bool eightBit = std::any_of(m_data.begin(), m_data.end(), [](char c) { return static_cast<uchar>(c) > 0x7F; });
    if (eightBit && !m_talk.extension("8BITMIME"))
        throw SmtpStop({Fault::Unsupported, QStringLiteral("smtp: the server takes no 8-bit mail")});
    if (eightBit)
        command += " BODY=8BITMIME";
    m_utf8 = needsUtf8(m_mail.envelopeFrom) || std::any_of(m_mail.recipients.begin(), m_mail.recipients.end(), needsUtf8);
    if (m_utf8 && !m_talk.extension("SMTPUTF8"))
        throw SmtpStop({Fault::Unsupported, QStringLiteral("smtp: the server takes no international address")});
    if (m_utf8)
        command += " SMTPUTF8";
    if (m_talk.extension("DSN") && !m_mail.envelopeId.isEmpty())
        command += " ENVID=" + xtext(m_mail.envelopeId.toUtf8());
    return command;
}

void Submission::nameRecipients()
{
    const QByteArray notify =
        m_talk.extension("DSN") && !m_mail.dsnNotify.isEmpty() ? " NOTIFY=" + m_mail.dsnNotify.toLatin1() : QByteArray();
    bool anyAccepted = false, allLater = true;
    for (const model::MailAddress &recipient : m_open) {
        const auto to = path(recipient);
        if (!to)
            throw SmtpStop(to.error());
        const SmtpReply reply = m_talk.ask("RCPT TO:" + *to + notify, m_utf8);
        if (reply.code == 421)
            throw SmtpStop(smtpRefusal(reply, "RCPT"));
        m_result.recipients.push_back({recipient, reply.isPositive(), reply.code, reply.enhanced, reply.text});
        anyAccepted = anyAccepted || reply.isPositive();
        allLater = allLater && reply.code < 500;
    }
    if (!anyAccepted) {
        const model::RecipientResult &first = m_result.recipients.front();
        throw SmtpStop({allLater ? Fault::TryLater : Fault::Rejected,
                        QStringLiteral("smtp: no recipient was accepted: %1 %2").arg(first.code).arg(first.text)});
    }
}

void Submission::sendData()
{
    const SmtpReply ready = m_talk.ask(vmime::net::smtp::SMTPCommand::DATA());
    if (ready.code != 354)
        throw SmtpStop(smtpRefusal(ready, "DATA"));
    // All but the final dot first, and off our hands: up to there a broken connection is a certain failure.
    constexpr qsizetype finalDot = 3; // ".\r\n"
    for (qsizetype at = 0; at < m_data.size() - finalDot; at += dataChunk)
        m_talk.socket().writeData(m_data.mid(at, std::min(dataChunk, m_data.size() - finalDot - at)));
    m_talk.socket().flush();
    m_talk.socket().refuseStaleAnswer();
    base::checkpoint("smtp.content");
    m_talk.socket().setPatience(finalDotPatience);
    m_uncertain = true;
    m_talk.socket().writeData(m_data.right(finalDot));
    m_talk.socket().flush();
    base::checkpoint("smtp.final-dot");
    const SmtpReply taken = m_talk.answer();
    base::checkpoint("smtp.answered");
    m_uncertain = false;
    if (!taken.isPositive())
        throw SmtpStop(smtpRefusal(taken, "mail"));
    m_result.words = QStringLiteral("%1 %2").arg(taken.code).arg(taken.text);
}

void Submission::transact()
{
    m_result = {};
    const QByteArray mailFrom = mailCommand();
    const SmtpReply sender = m_talk.ask(mailFrom, m_utf8);
    if (!sender.isPositive())
        throw SmtpStop(smtpRefusal(sender, "MAIL"));
    nameRecipients();
    sendData();
}

/// "Too many recipients" (RFC 5321 4.5.3.1.10): the others follow in a transaction of their own (specification 2.13.1).
bool isOneTooMany(const model::RecipientResult &result)
{
    return result.code == 452 && (result.enhanced.isEmpty() || result.enhanced == QLatin1StringView("4.5.3"));
}

model::CommandResult Submission::run()
{
    model::CommandResult all;
    m_open = m_mail.recipients;
    while (!m_open.empty()) {
        try {
            transact();
        } catch (const SmtpStop &stop) {
            if (all.recipients.empty())
                throw;
            // Some have it: to begin anew would give it to them twice. The others are told apart.
            m_uncertain = false;
            for (const model::MailAddress &recipient : m_open)
                all.recipients.push_back({recipient, false, 451, QStringLiteral("4.3.0"), stop.why().detail});
            break;
        }
        m_open.clear();
        for (const model::RecipientResult &result : m_result.recipients) {
            if (isOneTooMany(result))
                m_open.push_back(result.recipient);
            else
                all.recipients.push_back(result);
        }
    }
    return all;
}

/// A failure, as certain as it is: what broke before the final dot took nothing along.
Error verdict(const Error &error, bool uncertain)
{
    if (uncertain)
        return {Fault::ConnectionLost, error.detail};
    const bool network = error.fault == Fault::ConnectionLost || error.fault == Fault::Timeout;
    return network ? Error{Fault::Unreachable, error.detail} : error;
}

/// The one place of the room where exceptions of VMime and of our socket become errors.
template <typename T>
base::Result<T> guarded(const std::function<T()> &work, const std::function<bool()> &isUncertain)
{
    try {
        return work();
    } catch (const SmtpStop &stop) {
        return verdict(stop.why(), isUncertain());
    } catch (const std::exception &exception) {
        return verdict({Fault::ProtocolBroken, QStringLiteral("smtp: %1").arg(QString::fromUtf8(exception.what()))},
                       isUncertain());
    }
}

}

base::Result<QByteArray> dataOctets(const QByteArray &mail)
{
    QByteArray out;
    out.reserve(mail.size() + mail.size() / 64 + 8);
    for (qsizetype at = 0; at < mail.size();) {
        const qsizetype cr = mail.indexOf('\r', at);
        const qsizetype end = cr < 0 ? mail.size() : cr;
        const QByteArrayView line = QByteArrayView(mail).sliced(at, end - at);
        if (line.contains('\n') || line.contains('\0') || (cr >= 0 && (cr + 1 >= mail.size() || mail[cr + 1] != '\n')))
            return Error{Fault::Malformed, QStringLiteral("smtp: line end or NUL that is not allowed in a mail")};
        if (line.startsWith('.'))
            out += '.';
        out.append(line).append("\r\n");
        at = cr < 0 ? end : cr + 2;
    }
    return out + ".\r\n";
}

base::Result<model::CommandResult> submit(const SmtpSetup &setup, const model::SendMail &mail)
{
    if (const auto error = defect(mail))
        return *error;
    auto data = dataOctets(mail.bytes);
    if (!data)
        return data.error();
    std::optional<Submission> submission;
    return guarded<model::CommandResult>(
        [&] {
            SmtpTalk talk(setup);
            talk.begin();
            submission.emplace(talk, mail, std::move(*data));
            auto result = submission->run();
            talk.quit();
            return result;
        },
        [&] { return submission && submission->isUncertain(); });
}

base::Result<base::Done> probe(const SmtpSetup &setup)
{
    return guarded<base::Done>(
        [&] {
            SmtpTalk talk(setup);
            talk.begin();
            talk.quit();
            return base::Done{};
        },
        [] { return false; });
}

}
