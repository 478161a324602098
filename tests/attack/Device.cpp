#include "tests/attack/Device.h"

#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTimer>

#include <csignal>

namespace isthmus::test {

using namespace Qt::StringLiterals;

Device::Device(Servers &servers, ServerAccount account, QString profile, QString dns)
    : m_servers(servers),
      m_account(std::move(account)),
      m_profile(std::move(profile)),
      m_dns(dns.isEmpty() ? servers.dns() : std::move(dns))
{}

Device::~Device()
{
    kill();
}

void Device::setServices(bool chat, bool mail)
{
    m_chat = chat;
    m_mail = mail;
}

void Device::start(const QString &deadlyPoint, int lifetimeMs)
{
    kill();
    m_lines.clear();
    m_process = std::make_unique<QProcess>();
    if (!qEnvironmentVariableIsSet("ISTHMUS_DRIVER_LOG"))
        m_process->setStandardErrorFile(QProcess::nullDevice());
    else
        m_process->setStandardErrorFile(m_profile + u"/log"_s, QIODevice::Append);
    QObject::connect(m_process.get(), &QProcess::readyReadStandardOutput, m_process.get(), [this] { readLines(); });
    QStringList arguments{u"--profile"_s, m_profile, u"--dns"_s, m_dns, u"--ca-file"_s, m_servers.caFile()};
    if (m_hurried)
        arguments.append(u"--hurried"_s);
    if (!deadlyPoint.isEmpty())
        arguments += {u"--kill"_s, deadlyPoint};
    m_process->start(buildPath(u"isthmus-driver"_s), arguments);
    if (lifetimeMs > 0)
        QTimer::singleShot(lifetimeMs, Qt::PreciseTimer, m_process.get(), [process = m_process.get()] { process->kill(); });
}

bool Device::begin(const QString &deadlyPoint, int lifetimeMs)
{
    start(deadlyPoint, lifetimeMs);
    const QJsonObject begun = take({{u"event"_s, u"begun"_s}}, 30'000);
    if (begun.isEmpty())
        return false;
    if (begun.value(u"accounts"_s).toInt() > 0)
        return true;
    return !ask(u"sign-in"_s, {{u"address"_s, m_account.address},
                               {u"password"_s, m_account.password},
                               {u"chat"_s, m_chat},
                               {u"mail"_s, m_mail}})
                .isEmpty();
}

bool Device::isAlive() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

bool Device::wasKilled() const
{
    return m_process && !isAlive() && m_process->exitStatus() == QProcess::CrashExit && m_process->exitCode() == SIGKILL;
}

void Device::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(10'000);
    m_process.reset();
}

qint64 Device::quit()
{
    if (!m_process)
        return -1;
    QElapsedTimer timer;
    timer.start();
    m_process->write("{\"do\":\"quit\"}\n");
    const bool ended = QTest::qWaitFor([this] { return !isAlive(); }, 60'000)
                       && m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    kill();
    return ended ? timer.elapsed() : -1;
}

void Device::readLines()
{
    while (m_process->canReadLine())
        m_lines.push_back(QJsonDocument::fromJson(m_process->readLine()).object());
}

QJsonObject Device::take(const QJsonObject &wanted, int timeoutMs)
{
    QJsonObject found;
    const auto look = [&] {
        for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
            bool fits = true;
            for (auto member = wanted.begin(); member != wanted.end(); ++member)
                fits = fits && line->value(member.key()) == member.value();
            if (fits) {
                found = *line;
                m_lines.erase(line);
                return true;
            }
        }
        return !isAlive();
    };
    [[maybe_unused]] const bool inTime = QTest::qWaitFor(look, timeoutMs);
    return found;
}

QJsonObject Device::ask(const QString &what, const QJsonObject &members, int timeoutMs)
{
    if (!isAlive())
        return {};
    QJsonObject request = members;
    request.insert(u"do"_s, what);
    request.insert(u"id"_s, ++m_lastRequest);
    m_process->write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    const QJsonObject answer = take({{u"id"_s, m_lastRequest}}, timeoutMs);
    if (answer.value(u"event"_s).toString() == u"failed"_s || (answer.isEmpty() && isAlive())) {
        const QString error = answer.value(u"error"_s).toString(u"no answer"_s);
        QTest::qFail(qPrintable(u"the program, "_s + what + u": "_s + error), __FILE__, __LINE__);
        return {};
    }
    return answer;
}

bool Device::sendChat(const QString &to, const QString &text)
{
    return !ask(u"send"_s, {{u"to"_s, to}, {u"text"_s, text}}).isEmpty();
}

bool Device::sendMail(const QString &to, const QString &subject)
{
    return !ask(u"send"_s, {{u"to"_s, to}, {u"subject"_s, subject}, {u"text"_s, u"All of it.\n"_s}}).isEmpty();
}

bool Device::throwAway(const QString &with, const QString &subject)
{
    return !ask(u"throw-away"_s, {{u"with"_s, with}, {u"subject"_s, subject}}).isEmpty();
}

bool Device::isOnline(const QString &service)
{
    return ask(u"state"_s).value(service).toString() == u"online"_s;
}

QJsonObject Device::points()
{
    return ask(u"points"_s).value(u"points"_s).toObject();
}

std::vector<Shown> Device::shown(const QString &with)
{
    std::vector<Shown> all;
    const QJsonArray items = ask(u"shown"_s, {{u"with"_s, with}}).value(u"items"_s).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        all.push_back({item.value(u"text"_s).toString(), item.value(u"own"_s).toBool(), item.value(u"mail"_s).toBool(),
                       item.value(u"stage"_s).toString(), item.value(u"ids"_s).toString(), item.value(u"at"_s).toInteger()});
    }
    return all;
}

namespace {

/// The first value that a statement gives; invalid if it gives none.
QVariant valueIn(const QString &profile, const QString &statement)
{
    QVariant value;
    const QString connection = u"attack"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(profile + u"/isthmus.sqlite"_s);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (query.exec(statement) && query.next())
            value = query.value(0);
    }
    QSqlDatabase::removeDatabase(connection);
    return value;
}

}

int Device::rows(const QString &table) const
{
    return valueIn(m_profile, u"SELECT count(*) FROM "_s + table).toInt();
}

QString Device::integrity() const
{
    const QVariant verdict = valueIn(m_profile, u"PRAGMA integrity_check"_s);
    if (verdict != u"ok"_s)
        return verdict.isValid() ? verdict.toString() : u"cannot be opened"_s;
    return valueIn(m_profile, u"PRAGMA foreign_key_check"_s).isValid() ? u"a foreign key leads nowhere"_s : u"ok"_s;
}

QStringList textsOf(const std::vector<Shown> &shown)
{
    QStringList texts;
    for (const Shown &item : shown)
        texts.append(item.text);
    return texts;
}

QString lostOrDoubled(QStringList there, QStringList expected)
{
    QStringList wrong;
    there.sort();
    expected.sort();
    for (const QString &text : std::as_const(expected)) {
        if (!there.removeOne(text))
            wrong.append(u"lost: "_s + text);
    }
    for (const QString &text : std::as_const(there))
        wrong.append((expected.contains(text) ? u"twice: "_s : u"strange: "_s) + text);
    return wrong.join(u", "_s);
}

quint32 seedOfThisRun()
{
    const quint32 seed = qEnvironmentVariableIsSet("ISTHMUS_SEED") ? qEnvironmentVariable("ISTHMUS_SEED").toUInt()
                                                                   : QRandomGenerator::system()->generate();
    qInfo("ISTHMUS_SEED=%u", seed);
    return seed;
}

}
