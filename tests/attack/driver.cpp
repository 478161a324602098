// The whole program without its window, driven over its standard input: for tests that kill it, cut it off
// and ask what it shows. Requests and answers are JSON objects, one a line; see Device.h and Desk.h.

#include "app/desktop/House.h"
#include "core/base/Checkpoint.h"
#include "core/engine/Accounts.h"
#include "core/mail/MailThreads.h"
#include "core/mail/MailTransport.h"
#include "core/xmpp/XmppSession.h"
#include "core/xmpp/XmppTransport.h"
#include "tests/attack/Desk.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSocketNotifier>

#include <csignal>
#include <map>
#include <mutex>
#include <string>
#include <unistd.h>

using namespace isthmus;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

void say(const QJsonObject &line)
{
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.constData() + at, static_cast<std::size_t>(bytes.size() - at));
        if (written <= 0)
            ::_exit(3); // nobody listens any more
        at += written;
    }
}

/// Counts the checkpoints by name, and ends the process at one of them as a kill would.
class Fate
{
public:
    /// \p deadly: "smtp.final-dot:2", the second passing of that point; empty: none.
    explicit Fate(const QString &deadly)
        : m_deadly(deadly.section(u':', 0, 0).toStdString()), m_passing(deadly.section(u':', 1).toInt())
    {
        base::onCheckpoint([this](const char *name) { pass(name); });
    }
    ~Fate() { base::onCheckpoint({}); }
    Q_DISABLE_COPY_MOVE(Fate)

    [[nodiscard]] QJsonObject passed()
    {
        const std::lock_guard lock(m_mutex);
        QJsonObject counts;
        for (const auto &[name, count] : m_counts)
            counts.insert(QString::fromStdString(name), count);
        return counts;
    }

private:
    void pass(const char *name)
    {
        const std::lock_guard lock(m_mutex);
        if (++m_counts[name] == m_passing && m_deadly == name)
            ::kill(::getpid(), SIGKILL);
    }

    const std::string m_deadly;
    const int m_passing;
    std::mutex m_mutex;
    std::map<std::string, int> m_counts;
};

/// Passwords of test accounts, in a file, so that a program that was killed finds them again.
class FileSecrets final : public port::SecretStore
{
public:
    explicit FileSecrets(QString path) : m_path(std::move(path)) {}
    base::Task<QString> read(QString account) override
    {
        const QJsonValue secret = all().value(account);
        return base::Task<QString>::ready(secret.isString() ? base::Result<QString>(secret.toString())
                                                            : base::Error{base::Fault::NotFound, {}});
    }
    base::Task<base::Done> write(QString account, QString secret) override
    {
        QJsonObject secrets = all();
        secrets.insert(account, secret);
        return keep(secrets);
    }
    base::Task<base::Done> remove(QString account) override
    {
        QJsonObject secrets = all();
        secrets.remove(account);
        return keep(secrets);
    }
    bool isPersistent() const override { return true; }

private:
    QJsonObject all() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    base::Task<base::Done> keep(const QJsonObject &secrets) const
    {
        QFile file(m_path);
        const bool kept = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(secrets).toJson()) > 0;
        return base::Task<base::Done>::ready(kept ? base::Result<base::Done>(base::Done{})
                                                  : base::Error{base::Fault::Storage, file.errorString()});
    }
    QString m_path;
};

/// The same transports, less patient: tests do not wait a minute for a dead connection.
void hurry(engine::EngineParts &parts, const wire::WireConfig &wire)
{
    parts.chatTransport = [wire](const model::Account &account, const QString &password) {
        xmpp::XmppTimes times;
        times.signIn = 5s;
        times.acknowledgement = 4s;
        times.keepAlive = 3s;
        return std::make_unique<xmpp::XmppTransport>(account, password, wire, times);
    };
    mail::MailTransport::Environment environment;
    environment.wire = wire;
    environment.threads = std::make_shared<mail::MailThreads>();
    environment.chance = [] { return QRandomGenerator::global()->generateDouble(); };
    environment.timing.imap.silence = 5s;
    environment.timing.imap.renewIdle = 4s;
    environment.timing.sync.inboxWhileBusy = 1s;
    parts.mailTransport = [environment](const model::Account &account, const QString &password) {
        return std::make_unique<mail::MailTransport>(account, password, environment);
    };
}

/// Reads requests, one at a time: the next waits until the present one has its answer.
class Requests
{
public:
    Requests(test::Desk &desk, Fate &fate) : m_desk(desk), m_fate(fate), m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        QObject::connect(&m_input, &QSocketNotifier::activated, &m_input, [this] { read(); });
    }

private:
    void read()
    {
        m_input.setEnabled(false);
        char bytes[65536];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0)
            return QCoreApplication::quit(); // the end of the input is the order to end
        m_buffer.append(bytes, count);
        for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
            const QJsonObject request = QJsonDocument::fromJson(m_buffer.left(end)).object();
            m_buffer.remove(0, end + 1);
            if (request.value("do"_L1).toString() == "quit"_L1)
                return QCoreApplication::quit();
            answer(request);
        }
        m_input.setEnabled(true);
    }
    void answer(const QJsonObject &request)
    {
        const auto done = request.value("do"_L1).toString() == "points"_L1
                              ? base::Result<QJsonObject>(QJsonObject{{u"points"_s, m_fate.passed()}})
                              : m_desk.perform(request);
        QJsonObject line = done ? *done : QJsonObject{{u"error"_s, done.error().detail}};
        line.insert(u"event"_s, done ? u"done"_s : u"failed"_s);
        line.insert(u"id"_s, request.value("id"_L1));
        say(line);
    }

    test::Desk &m_desk;
    Fate &m_fate;
    QSocketNotifier m_input;
    QByteArray m_buffer;
};

}

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const QCommandLineOption profile(u"profile"_s, {}, u"DIR"_s), dns(u"dns"_s, {}, u"SERVER:PORT"_s),
        caFile(u"ca-file"_s, {}, u"FILE"_s), kill(u"kill"_s, {}, u"POINT:PASSING"_s), hurried(u"hurried"_s);
    QCommandLineParser options;
    options.addOptions({profile, dns, caFile, kill, hurried});
    options.process(app);

    Fate fate(options.value(kill));
    wire::WireConfig wire;
    wire.caFile = options.value(caFile);
    if (const auto server = wire::DnsServer::parse(options.value(dns)); server)
        wire.dns = *server;
    QElapsedTimer timer;
    timer.start();
    auto parts = desktop::partsOfHouse(options.value(profile), wire);
    if (!parts) {
        say({{u"event"_s, u"refused"_s}, {u"error"_s, parts.error().detail}});
        return 2;
    }
    parts->secrets = std::make_unique<FileSecrets>(options.value(profile) + u"/passwords.json"_s);
    parts->mailHold = 0ms;
    if (options.isSet(hurried))
        hurry(*parts, wire);
    auto engine = engine::Engine::open(std::move(*parts));
    if (!engine) {
        say({{u"event"_s, u"refused"_s}, {u"error"_s, engine.error().detail}});
        return 2;
    }
    say({{u"event"_s, u"begun"_s}, {u"accounts"_s, int((*engine)->accounts().all().size())}, {u"ms"_s, timer.elapsed()}});
    {
        test::Desk desk(**engine);
        Requests requests(desk, fate);
        QGuiApplication::exec();
        timer.restart();
    }
    engine.value().reset();
    say({{u"event"_s, u"ended"_s}, {u"ms"_s, timer.elapsed()}});
    return 0;
}
