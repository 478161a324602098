#pragma once

#include <QJsonObject>
#include <QString>
#include <memory>

namespace isthmus::test {

struct ServerAccount {
    QString name;
    QString address;
    QString password;
    bool chat = true; ///< false: the domain has mail only
};

/// The private real servers of tests/servers/README.md, as a test sees them. All calls block for as long as
/// the servers need, without running the event loop; a call that fails fails the running test. One thread:
/// the test's.
class Servers
{
public:
    /// The instance of this test program. Taken from ISTHMUS_SERVERS (the path of a servers.json) where that
    /// is set, so that ./check starts one for all programs; else started at the first call, ended with the
    /// program.
    [[nodiscard]] static Servers &shared();
    /// An instance of its own, for tests that stop a server or the like.
    Servers();
    ~Servers();
    Q_DISABLE_COPY_MOVE(Servers)

    /// Empty, or why there are no servers: QVERIFY2(servers.problem().isEmpty(), …) first.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString descriptionFile() const;
    [[nodiscard]] QJsonObject description() const { return m_description; }
    [[nodiscard]] QString address() const;
    /// xmpp xmpps component upload imap imaps pop3 pop3s lmtp smtp submission submissions dns http https
    [[nodiscard]] quint16 port(const QString &service) const;
    [[nodiscard]] QString caFile() const;
    /// ADDRESS:PORT, as --dns takes it.
    [[nodiscard]] QString dns() const;
    /// A sample account: alice, bob, carol or dave. Tests that change anything make their own.
    [[nodiscard]] ServerAccount sample(const QString &name) const;

    /// A fresh account whose name begins with `prefix`. Its vCard shows its own mailbox if `publish` is set.
    [[nodiscard]] ServerAccount createAccount(const QString &prefix, const QString &domain = QStringLiteral("isthmus.test"),
                                              bool publish = false);
    /// Both see each other's presence and stand in each other's list under their names.
    void befriend(const ServerAccount &one, const ServerAccount &other);
    /// How often xmpp, mailbox (IMAP and POP3) or submission has refused the password of this address so far.
    [[nodiscard]] int refusedSignIns(const QString &service, const QString &address);
    /// start, stop or kill of prosody, dovecot or postfix. Only on an instance of the test's own.
    void server(const QString &name, const QString &action);
    /// Any verb of README.md. The answer without "ok"; empty after a failure.
    QJsonObject call(const QString &verb, const QJsonObject &members = {});

private:
    explicit Servers(const QString &descriptionFile);
    void start();
    void read(const QString &descriptionFile);

    QString m_problem;
    QString m_ownFolder; ///< empty if somebody else ends the instance
    QJsonObject m_description;
};

/// A path of its own between the tested program and the servers: another loopback address with the same ports
/// and its own DNS and autoconfig, through which every connection can be hurt without disturbing other tests.
class Route
{
public:
    explicit Route(Servers &servers);
    ~Route();
    Q_DISABLE_COPY_MOVE(Route)

    [[nodiscard]] int id() const { return m_id; } ///< for Servers::call()
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] QString dns() const { return m_dns; } ///< ADDRESS:PORT, as --dns takes it
    /// The faults of README.md: fault("imaps", "certificate", {{"kind", "expired"}}). It lasts until heal().
    void fault(const QString &service, const QString &kind, const QJsonObject &members = {});
    void heal(const QString &service);
    /// Takes away the names that match: "_xmpp*", "autoconfig.*".
    void dropNames(const QString &pattern);
    void restoreNames();
    /// How many connections to a service were opened so far.
    [[nodiscard]] int connections(const QString &service);

private:
    QJsonObject call(const QString &verb, QJsonObject members);

    Servers &m_servers;
    int m_id = 0;
    QString m_address;
    QString m_dns;
};

}
