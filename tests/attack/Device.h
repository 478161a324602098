#pragma once

#include "tests/support/Servers.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <memory>
#include <vector>

namespace isthmus::test {

/// What the program shows of one message.
struct Shown {
    QString text; ///< the subject of a mail
    bool own = false;
    bool mail = false;
    QString stage;
    QString ids;   ///< row, stanza id, Message-ID
    qint64 at = 0; ///< milliseconds since 1970
};

/// One device: a profile and, while it is switched on, the whole program without its window on it (driver.cpp),
/// in a process of its own that can be killed at any moment. Calls run the event loop. A call that the program
/// refuses fails the running test; one that it does not live to answer gives nothing. One thread: the test's.
class Device
{
public:
    /// \p dns: of the servers, or of a route to them.
    Device(Servers &servers, ServerAccount account, QString profile, QString dns = {});
    ~Device();
    Q_DISABLE_COPY_MOVE(Device)

    /// Starts the program; where the profile has no account yet, signs in. \p deadlyPoint: "smtp.final-dot:2",
    /// it kills itself there. \p lifetimeMs: then it is killed, whatever it does; 0: never. Whether it lived to
    /// be signed in, or to try.
    bool begin(const QString &deadlyPoint = {}, int lifetimeMs = 0);
    [[nodiscard]] bool isAlive() const;
    /// It was ended by SIGKILL, and by nothing else: not by a fault of its own.
    [[nodiscard]] bool wasKilled() const;
    /// SIGKILL, now.
    void kill();
    /// Takes its leave in order; milliseconds until the process was gone, -1 if it had to be killed.
    qint64 quit();

    QJsonObject ask(const QString &what, const QJsonObject &members = {}, int timeoutMs = 30'000);
    /// True once the message is in the outbox, on disk.
    bool sendChat(const QString &to, const QString &text);
    bool sendMail(const QString &to, const QString &subject);
    /// Every mail shown with this address whose subject begins so goes to the trash; true once the wish is on disk.
    bool throwAway(const QString &with, const QString &subject);
    [[nodiscard]] bool isOnline(const QString &service);
    /// 0 when it is switched off.
    [[nodiscard]] qint64 processId() const { return m_process ? m_process->processId() : 0; }
    /// How often each checkpoint was passed since the start.
    [[nodiscard]] QJsonObject points();
    /// All that is shown with this address, oldest first; chat before mail where they are two conversations.
    [[nodiscard]] std::vector<Shown> shown(const QString &with);
    /// How many rows a table of the profile has. The program must not run.
    [[nodiscard]] int rows(const QString &table) const;
    /// "ok", or what SQLite finds wrong. The program must not run.
    [[nodiscard]] QString integrity() const;
    [[nodiscard]] QString profile() const { return m_profile; }
    /// With impatient transports: a dead connection is found within seconds.
    void setHurried(bool hurried) { m_hurried = hurried; }
    void setServices(bool chat, bool mail);

private:
    void start(const QString &deadlyPoint, int lifetimeMs);
    void readLines();
    [[nodiscard]] QJsonObject take(const QJsonObject &wanted, int timeoutMs);

    Servers &m_servers;
    ServerAccount m_account;
    QString m_profile;
    QString m_dns;
    bool m_hurried = true;
    bool m_chat = true;
    bool m_mail = true;
    std::unique_ptr<QProcess> m_process;
    std::vector<QJsonObject> m_lines;
    int m_lastRequest = 0;
};

/// What is wrong with what is there, or nothing: each of \p expected must be there once, and nothing else.
[[nodiscard]] QString lostOrDoubled(QStringList there, QStringList expected);
[[nodiscard]] QStringList textsOf(const std::vector<Shown> &shown);

/// The seed of this run: ISTHMUS_SEED where it is set, so that a failure can be played again, else a fresh one.
/// Printed.
[[nodiscard]] quint32 seedOfThisRun();

}
