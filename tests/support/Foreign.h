#pragma once

#include "tests/support/Servers.h"

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <vector>

namespace isthmus::test {

/// A program that is not ours, as a child process (tests/servers/foreign): commands go in and events come
/// out, as JSON. Waiting runs the event loop, so that the tested program lives on meanwhile. A command that
/// fails, or an event that does not come in time, fails the running test and gives an empty object. One
/// thread: the test's.
class ForeignProgram
{
public:
    ~ForeignProgram();
    Q_DISABLE_COPY_MOVE(ForeignProgram)

    /// Gives a command and waits for its answer.
    QJsonObject perform(const QString &command, const QJsonObject &members = {}, int timeoutMs = 25'000);
    /// Waits for an event with these members and takes it out; other events stay for later.
    QJsonObject take(const QString &event, const QJsonObject &members = {}, int timeoutMs = 15'000);
    /// What has come and was not taken.
    [[nodiscard]] const std::vector<QJsonObject> &events() const { return m_events; }

protected:
    ForeignProgram(const QString &script, const Servers &servers, const ServerAccount &account, const QStringList &more);

private:
    void readLines();
    QJsonObject takeNow(const QJsonObject &wanted);
    QJsonObject waitAndTake(const QJsonObject &wanted, int timeoutMs);

    QString m_script;
    QProcess m_process;
    std::vector<QJsonObject> m_events;
    int m_lastCommand = 0;
};

/// Another XMPP program (slixmpp). Further commands: see README.md, by perform().
class ForeignXmpp : public ForeignProgram
{
public:
    /// more: --resource NAME, --direct-tls, --register
    ForeignXmpp(const Servers &servers, const ServerAccount &account, const QStringList &more = {});

    void online(const QString &show = {});
    void offline();
    /// Sends a message; members as of the command `send`. Returns its stanza id.
    QString send(const QString &to, const QString &body, const QJsonObject &members = {});
    /// An IQ of type get with this XML inside; the whole answer as XML, also if it is an error. to: empty for
    /// the own server.
    QString get(const QString &to, const QString &payload);
    /// Waits for the message with this body.
    QJsonObject takeMessage(const QString &body);
};

/// Another mail program (imaplib, smtplib). Further commands: see README.md, by perform().
class ForeignMail : public ForeignProgram
{
public:
    ForeignMail(const Servers &servers, const ServerAccount &account);

    /// Waits until the folder holds a mail with this subject; the mail as of the command `list`.
    QJsonObject waitFor(const QString &subject, const QString &folder = QStringLiteral("INBOX"));
    /// Sends a new mail. Returns its Message-ID with its brackets.
    QString send(const QString &to, const QString &subject, const QString &text);
    /// Answers a mail as mail programs do. Returns the Message-ID of the answer.
    QString reply(const QJsonObject &mail, const QString &text);
    /// Raw bytes into the account's own mailbox, past Postfix.
    void deliver(const QByteArray &raw);
    /// All bytes of a mail that waitFor() or `list` gave.
    [[nodiscard]] static QByteArray raw(const QJsonObject &mail);

private:
    QString m_address;
};

}
